import type { Context } from 'koa';
import type { Database } from '../../db/open.ts';
import { readRules } from '../../db/rules.ts';
import {
  type MembershipSituation,
  type Parentage,
  readParentage,
  readSituation,
  type Situation,
} from '../../db/situation.ts';
import { type CompiledRules, compile } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import type { Decision } from '../../policies/decision.ts';
import {
  type Network,
  type OrganizationId,
  type SignInFacts,
  type Unknown,
  unknown,
  unobserved,
} from '../../policies/facts.ts';
import type { Application } from '../oidc/applications.ts';
import { browserTokenHash } from './browser-cookie.ts';

/** The live request, never what an earlier one claimed. */
export interface Observed {
  readonly browserTokenHash: string | undefined;
  readonly network: Network | Unknown;
  readonly userAgent: string;
}

export interface Judgement {
  readonly decision: Decision;
  readonly facts: SignInFacts;
  readonly parentage: Parentage;
}

export interface Question {
  readonly situation: Situation;
  readonly application: Application;
  readonly membership: MembershipSituation | 'none';
  readonly observed: Observed;
}

/** Observe, recall, decide: the three verbs of the prompt `connection`. They only read. */
export interface Gate {
  observe(ctx: Context): Observed;
  recall(userId: string, observed: Observed): Promise<Situation | undefined>;
  decide(question: Question): Promise<Judgement>;
}

const nobody: Parentage = { organizations: [] };
const noRules = compile([], 0);

export function createGate(needs: {
  readonly database: Database;
  readonly now: () => number;
  readonly networkOf: (ctx: Context) => Network | Unknown;
}): Gate {
  const rulesOf = rulesByVersion(needs.database);
  return {
    observe: (ctx) => ({
      browserTokenHash: browserTokenHash(ctx),
      network: needs.networkOf(ctx),
      userAgent: printable(ctx.get('User-Agent')),
    }),
    recall: (userId, observed) =>
      readSituation(needs.database, {
        userId,
        browserTokenHash: observed.browserTokenHash,
        network: observed.network,
        at: needs.now(),
      }),
    decide: async ({ situation, application, membership, observed }) => {
      const asParent =
        application.gate === 'exempt' ||
        (application.gate === 'members' && situation.memberships.length === 0);
      const parentage = asParent ? await readParentage(needs.database, situation.userId) : nobody;
      const rules =
        membership === 'none' || asParent
          ? noRules
          : await rulesOf(membership.organizationId, membership.policyVersion);
      const facts = factsOf({ situation, application, membership, observed }, parentage, needs.now());
      return { decision: decide(facts, rules), facts, parentage };
    },
  };
}

function factsOf(
  { situation, application, membership, observed }: Question,
  parentage: Parentage,
  at: number,
): SignInFacts {
  const common = {
    ...unobserved,
    at,
    account: situation.account,
    userId: situation.userId,
    application: { id: application.id, gate: application.gate, role: application.role },
    parent: parentage.organizations.length > 0 ? 'proven' : 'none',
    browserId: situation.browserId,
    network: membership === 'none' && application.gate !== 'enforced' ? unknown : observed.network,
  } as const;
  if (membership === 'none')
    return {
      ...common,
      policyVersion: 0,
      membership: 'none',
      padlock: 'closed',
      approval: 'none',
      history: { browser: 'new', network: 'new' },
    };
  const { request } = membership;
  return {
    ...common,
    policyVersion: membership.policyVersion,
    membership: { active: true, access: membership.access, roles: membership.roles },
    padlock: membership.padlock,
    device: {
      ...unobserved.device,
      status: situation.browserId === unknown ? unknown : membership.device,
    },
    timeZone: membership.timeZone,
    approval:
      request !== 'none' && request.status === 'approved' && request.decidedAt !== null
        ? { requestId: request.id, decidedAt: request.decidedAt, network: request.network }
        : 'none',
    history: { browser: membership.connection, network: membership.network },
  };
}

/**
 * The rules of each organization, compiled once per version.
 * The version comes with the membership, so that no process decides on older rules than those it names.
 */
function rulesByVersion(database: Database, most = 1000) {
  const compiled = new Map<OrganizationId, CompiledRules>();
  return async (organizationId: OrganizationId, version: number): Promise<CompiledRules> => {
    const known = compiled.get(organizationId);
    if (known?.policyVersion === version) return known;
    const fresh = compile(await readRules(database, organizationId), version);
    const oldest = compiled.size >= most ? compiled.keys().next().value : undefined;
    if (oldest !== undefined) compiled.delete(oldest);
    compiled.set(organizationId, fresh);
    return fresh;
  };
}

/** A header as one clean line: what is kept of a hostile one cannot break a log or a page. */
const printable = (header: string): string => header.replace(/[^\x20-\x7e]/g, '?').slice(0, 512);
