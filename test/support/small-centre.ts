import { openRequest } from '../../db/approval-requests.ts';
import { type Database, migrate } from '../../db/open.ts';
import { addRule } from '../../db/rules.ts';
import { recordSignIn } from '../../db/sign-ins.ts';
import { readSituation } from '../../db/situation.ts';
import type { Decision, Outcome, Reason } from '../../policies/decision.ts';
import type {
  ApplicationId,
  ApprovalRequestId,
  BrowserId,
  Network,
  OrganizationId,
  PlaceId,
  Region,
  RuleId,
  SignInFacts,
  UserId,
} from '../../policies/facts.ts';
import { noHints } from '../../policies/recognition-hints.ts';
import type { Conditions, Rule } from '../../policies/rules.ts';
import type { ActNeeds } from '../../provider/acts/index.ts';
import { type Location, nowhere } from '../../provider/location/index.ts';
import { createRecognizer } from '../../provider/recognition/index.ts';
import { createRulebooks } from '../../provider/rules/index.ts';
import type { Question } from '../../provider/sign-in/facts.ts';
import { createGate, type Judgement } from '../../provider/sign-in/gate.ts';
import { applications, furnish, keyOf, type Named, placeOf, type Spoken } from './small-centre-people.ts';

// Ids are branded here, where the small world is made: everything in it is called by its name.

export const papillons = 'papillons' as OrganizationId;
export const arcenciel = 'arcenciel' as OrganizationId;
export const user = (name: Named) => name as string as UserId;
export const browser = (name: Spoken) => name as string as BrowserId;
export const place = (name: 'centre' | 'garderie') => name as string as PlaceId;

/** Monday, one in the afternoon in Montréal. */
export const monday = Date.UTC(2026, 2, 9, 17);
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Where connections come from. */
export const from = {
  /** The place « Le centre ». */
  centre: '198.51.100.24',
  garderie: '203.0.113.40',
  home: '192.0.2.18',
  /** Somebody else's home, in the same region. */
  otherHome: '192.0.2.64',
  carrier: '203.0.113.212',
  /** No database knows it. */
  nowhere: '203.0.113.9',
} as const satisfies Record<string, string>;
export type From = keyof typeof from;
export const network = (at: From) => from[at] as string as Network;
export const quebec = 'CA-QC' as Region;

/** Named, so that an assertion tells which; the rest of the world is `nowhere`. */
function locate(address: Network | 'unknown'): Location {
  const here = { ...nowhere, network: address };
  if (address === network('nowhere') || address === 'unknown') return here;
  const kind = address === network('carrier') ? 'mobile' : 'unknown';
  return { ...here, kind, region: quebec, regionName: 'Québec' };
}

export interface Came {
  /** Proven, unless said, by a browser that has a key. */
  readonly proof?: SignInFacts['proof'];
  readonly at?: number;
  readonly application?: string;
  readonly outcome?: Outcome;
  readonly organization?: OrganizationId;
}

export interface Ruled extends Partial<Pick<Rule, 'validFrom' | 'validUntil'>> {
  readonly effect?: Rule['effect'];
  readonly organization?: OrganizationId;
}

/**
 * « CPE Les Papillons », of Sylvie and Marc (Administration), Julie and Nadia, and « L’Arc-en-ciel », of Pierre and Odile,
 * in a database and nothing more: no server, no clock but the hand of the test.
 */
export interface SmallCentre {
  readonly database: Database;
  readonly needs: ActNeeds;
  readonly clock: { now: number };
  /** Another process on the same data, with connections of its own. */
  second(): ActNeeds;
  /** A past sign-in, as `recordSignIn` leaves it. */
  came(who: Named, spoken: Spoken, at: From, how?: Came): Promise<void>;
  rule(conditions: Conditions, how?: Ruled): Promise<RuleId>;
  waits(
    who: Named,
    spoken: Spoken,
    at: From,
    how?: Partial<Pick<SignInFacts, 'proof'>> & { readonly reasons?: readonly Reason[] },
  ): Promise<ApprovalRequestId>;
  /** A sign-in as far as its decision: what is known of it, and what the gate that decides real ones says. */
  asks(
    who: Named,
    spoken: Spoken,
    at: From,
    how?: Tries,
  ): Promise<Question & { readonly judgement: Judgement }>;
  tries(who: Named, spoken: Spoken, at: From, how?: Tries): Promise<Judgement>;
  decides(who: Named, spoken: Spoken, at: From, how?: Tries): Promise<string>;
  statusOf(id: ApprovalRequestId): Promise<string>;
  version(organization?: OrganizationId): Promise<number>;
  /** Every row that an act may write; the same before and after when nothing was written. */
  everything(): Promise<Readonly<Record<string, readonly unknown[]>>>;
  lock(state: 'open' | 'closed', organization?: OrganizationId): Promise<void>;
  close(): Promise<void>;
}

export interface Tries {
  readonly proof?: 'proven' | 'unproven';
  readonly application?: keyof typeof applications;
  readonly organization?: OrganizationId;
}

const tables = [
  'organizations',
  'memberships',
  'membership_roles',
  'places',
  'place_networks',
  'devices',
  'device_browsers',
  'rules',
  'approval_requests',
  'journal',
  'outbox',
];

export async function openSmallCentre(dialect: Parameters<typeof placeOf>[0]): Promise<SmallCentre> {
  const { open, close } = await placeOf(dialect);
  const database = open();
  await migrate(database);
  await furnish(database, monday - 90 * day);
  const clock = { now: monday };
  const needsOf = (opened: Database): ActNeeds => ({
    database: opened,
    now: () => clock.now,
    locate,
    applicationOf: (id) => Object.values(applications).find((one) => one.id === id),
    onChanged: () => {},
  });
  const transaction: Database['transaction'] = database.transaction.bind(database);

  const came: SmallCentre['came'] = (who, spoken, at, how = {}) =>
    transaction((within) =>
      recordSignIn(within, {
        organizationId: how.organization ?? papillons,
        userId: user(who),
        browserId: browser(spoken),
        applicationId: (how.application ?? 'amisgest-sdg') as ApplicationId,
        network: network(at),
        proof: how.proof ?? (keyOf(spoken) === 'none' ? 'unproven' : 'proven'),
        decision: decisionOf(how.outcome ?? 'allow'),
        approvalRequestId: null,
        at: how.at ?? clock.now - day,
      }),
    );
  const rule: SmallCentre['rule'] = (conditions, how = {}) =>
    transaction((within) =>
      addRule(within, {
        organizationId: how.organization ?? papillons,
        effect: how.effect ?? 'allow',
        conditions,
        validFrom: how.validFrom ?? 'always',
        validUntil: how.validUntil ?? 'always',
        origin: 'console',
        createdBy: null,
        at: clock.now - hour,
      }),
    );
  const waits: SmallCentre['waits'] = async (who, spoken, at, how = {}) => {
    const id = await transaction((within) =>
      openRequest(within, {
        organizationId: papillons,
        userId: user(who),
        browserId: browser(spoken),
        applicationId: 'amisgest-sdg' as ApplicationId,
        network: network(at),
        proof: how.proof ?? 'unproven',
        offeredKey: 'none',
        reasons: how.reasons ?? [{ kind: 'new-network' }],
        codeKeyId: 'key',
        at: clock.now,
        expiresAt: clock.now + 60 * day,
      }),
    );
    if (id === undefined) throw new Error(`${who} waits already`);
    return id;
  };
  const asks: SmallCentre['asks'] = async (who, spoken, at, how = {}) => {
    const application = applications[how.application ?? 'amisgest-sdg'];
    const here = { network: network(at), at: clock.now };
    const gate = createGate({
      database,
      now: () => clock.now,
      networkOf: () => here.network,
      locate,
      recognizer: createRecognizer(),
      rulebookOf: createRulebooks(database),
    });
    const situation = await readSituation(database, {
      userId: who,
      browserId: browser(spoken),
      ...here,
    });
    if (!situation || situation.browser === 'unknown') throw new Error(`nobody knows ${who} or ${spoken}`);
    const membership =
      situation.memberships.find((one) => one.organizationId === (how.organization ?? papillons)) ?? 'none';
    const proof =
      how.proof === 'unproven'
        ? 'none'
        : { browserId: browser(spoken), key: keyOf(spoken), ...here, standing: 'same' as const };
    const observed = {
      browserTokenHash: undefined,
      network: here.network,
      location: locate(here.network),
      userAgent: '',
      clientHints: noHints,
    };
    const question = { situation, application, membership, observed, proof } as const;
    return { ...question, judgement: await gate.decide(question) };
  };
  const tries: SmallCentre['tries'] = async (...given) => (await asks(...given)).judgement;
  return {
    database,
    needs: needsOf(database),
    clock,
    second: () => needsOf(open()),
    came,
    rule,
    waits,
    asks,
    tries,
    decides: async (...given) => {
      const { decision } = await tries(...given);
      return `${decision.outcome}: ${decision.reasons[0].kind}`;
    },
    statusOf: async (id) => (await database('approval_requests').where({ id }).first('status')).status,
    version: async (id = papillons) =>
      (await database('organizations').where({ id }).first('policy_version')).policy_version,
    everything: async () => {
      const rows = await Promise.all(tables.map((table) => database(table)));
      return Object.fromEntries(tables.map((table, index) => [table, inOrder(rows[index] ?? [])]));
    },
    lock: async (state, id = papillons) => {
      const locked = state === 'closed';
      await database('organizations')
        .where({ id })
        .update({ locked, relock_at: null, first_locked_at: locked ? monday - 40 * day : null });
    },
    close,
  };
}

const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

function decisionOf(outcome: Outcome): Decision {
  const reason: Record<Outcome, Reason> = {
    allow: { kind: 'padlock-open' },
    ask: { kind: 'new-browser' },
    deny: { kind: 'access-never' },
  };
  return { outcome, policyVersion: 1, reasons: [reason[outcome]] };
}
