import { type Names, readBrowsersOf, readNames } from '../../db/names.ts';
import { type MembershipSituation, readSituation, type Situation } from '../../db/situation.ts';
import { findCredentials } from '../../db/users.ts';
import { type Explanation, explain, type OtherRule } from '../../policies/explain.ts';
import { type BrowserId, type Network, type Unknown, unknown } from '../../policies/facts.ts';
import { noHints } from '../../policies/recognition-hints.ts';
import type { Rule } from '../../policies/rules.ts';
import { sayDecision, sayRule, sayWhyNot } from '../../views/index.ts';
import type { Language } from '../../views/model.ts';
import type { Application } from '../oidc/index.ts';
import { createRecognizer } from '../recognition/index.ts';
import { emptyRulebook, nameRule, type Rulebook } from '../rules/index.ts';
import { createGate, type Gate } from '../sign-in/gate.ts';
import type { Observed } from '../sign-in/observe.ts';
import { membershipFor } from '../sign-in/organization.ts';
import type { CommandSurroundings } from './with-surroundings.ts';

/** A sign-in that nobody makes, as the operator describes it. */
export interface Asked {
  readonly user: string;
  readonly application: Application;
  readonly organization: string | undefined;
  readonly network: Network | Unknown;
  readonly userAgent: string;
  readonly at: number;
  readonly proof: 'proven' | 'unproven';
  readonly language: Language;
  /** How many rules are told. */
  readonly most: number;
}

export interface Told {
  readonly outcome: Explanation['decision']['outcome'];
  readonly sentence: string;
  readonly reasons: Explanation['decision']['reasons'];
  readonly policyVersion: number;
  readonly organization: string | null;
  readonly browser: 'known' | 'new';
  /** Those that decided first. */
  readonly rules: readonly { readonly id: string; readonly sentence: string; readonly why: string }[];
  readonly untold: number;
}

export async function explainSignIn(surroundings: CommandSurroundings, asked: Asked): Promise<Told> {
  const { database, rulebookOf, locate } = surroundings;
  const { application, network, userAgent, at } = asked;
  const gate = createGate({
    database,
    now: () => at,
    networkOf: () => network,
    locate,
    recognizer: createRecognizer(),
    rulebookOf,
  });
  const observed: Observed = {
    browserTokenHash: undefined,
    network,
    location: locate(network),
    userAgent,
    clientHints: noHints,
  };
  const recalled = await recall(surroundings, asked, gate, observed);
  const { situation, membership } =
    recalled.situation.browserId === unknown ? asNewBrowser(recalled) : recalled;
  const { browserId } = situation;
  const proof =
    asked.proof === 'unproven' || browserId === unknown || membership === 'none'
      ? 'none'
      : ({ browserId, key: membership.proofKey, network, at, standing: 'same' } as const);
  const { facts } = await gate.decide({ situation, application, membership, observed, proof });
  const rulebook =
    membership === 'none'
      ? emptyRulebook
      : await rulebookOf(membership.organizationId, membership.policyVersion);
  const names = membership === 'none' ? noNames : await readNames(database, membership.organizationId);
  return tell(explain(facts, rulebook.rules), {
    asked,
    rulebook,
    names,
    timeZone: membership === 'none' ? 'UTC' : membership.timeZone,
    organization: membership === 'none' ? null : membership.organizationName,
    browser: browserId === neverSeen ? 'new' : 'known',
  });
}

/** A browser gets a name of its own with the password, and brings a key: no rule is about it. */
const neverSeen = 'never seen' as BrowserId; // branded here, where it is made

function asNewBrowser({ situation, membership }: Recalled): Recalled {
  return {
    situation: { ...situation, browserId: neverSeen },
    membership: membership === 'none' ? 'none' : { ...membership, proofKey: 'a key of its own' },
  };
}

const noNames: Names = {
  people: new Map(),
  devices: new Map(),
  browsers: new Map(),
  applications: new Map(),
};

interface Recalled {
  readonly situation: Situation;
  readonly membership: MembershipSituation | 'none';
}

/** The person, the organization that the sign-in would be for, and her known browser that looks like this one. */
async function recall({ database }: CommandSurroundings, asked: Asked, gate: Gate, observed: Observed) {
  const { application, at, network } = asked;
  const credentials = await findCredentials(database, asked.user);
  const read = (browserId?: BrowserId) =>
    credentials && readSituation(database, { userId: credentials.id, browserId, network, at });
  const person = await read();
  if (!person) throw new Error(`nobody has the address \`${asked.user}\``);
  const wanted = membershipIn(person, asked);
  if (wanted === 'none') return { situation: person, membership: wanted };
  const { system, family } = gate.recognize(observed, unknown, application);
  const browsers = await readBrowsersOf(database, wanted.organizationId, person.userId);
  const alike = browsers.find(
    ({ labels }) => labels.system === system && (family === 'app' || labels.family === family),
  );
  const situation = alike ? ((await read(alike.id)) ?? person) : person;
  return { situation, membership: membershipIn(situation, asked) };
}

function membershipIn(situation: Situation, { application, organization }: Asked) {
  const membership = membershipFor(situation, application, {
    alias: organization,
    organizationOfSession: undefined,
  });
  if (typeof membership === 'object' || membership === 'none') return membership;
  const aliases = situation.memberships.map(({ alias }) => `\`${alias}\``).join(', ');
  throw new Error(`\`--organization\` must be one of ${aliases}: this person belongs to several`);
}

interface Telling {
  readonly asked: Asked;
  readonly rulebook: Rulebook;
  readonly names: Names;
  readonly timeZone: string;
  readonly organization: string | null;
  readonly browser: Told['browser'];
}

function tell({ decision, others }: Explanation, telling: Telling): Told {
  const { asked, rulebook, names, timeZone, organization, browser } = telling;
  const { language, at: now, most } = asked;
  const sentence = (rule: Rule) => sayRule(nameRule(rule, names, rulebook, { now, timeZone }), language);
  const isOther = new Set(others.map(({ rule }) => rule.id));
  const winners = rulebook.rules.rules.map(({ rule }) => rule).filter(({ id }) => !isOther.has(id));
  const all = [
    ...winners.map((rule) => ({
      rule,
      why: language === 'fr' ? 'Cette règle a décidé.' : 'This rule decided.',
    })),
    ...nearestFirst(others).map((other) => ({ rule: other.rule, why: whyNot(other, language) })),
  ];
  return {
    outcome: decision.outcome,
    sentence: sayDecision(decision.outcome, decision.reasons, language),
    reasons: decision.reasons,
    policyVersion: decision.policyVersion,
    organization,
    browser,
    rules: all.slice(0, most).map(({ rule, why }) => ({ id: rule.id, sentence: sentence(rule), why })),
    untold: Math.max(0, all.length - most),
  };
}

/** Rules about somebody else are of the least interest. */
const nearestFirst = (others: readonly OtherRule[]): readonly OtherRule[] =>
  others.toSorted((one, other) => Number(one.unmet === 'userId') - Number(other.unmet === 'userId'));

const whyNot = (other: OtherRule, language: Language): string =>
  sayWhyNot(other.unmet, 'because' in other ? other.because : 'none', language);

export const linesOf = ({ outcome, sentence, organization, browser, policyVersion, rules, untold }: Told) => [
  `${outcome}: ${sentence}`,
  `organization: ${organization ?? 'none'}; browser: ${browser}; policy version ${policyVersion}`,
  ...rules.flatMap((rule) => ['', rule.sentence, `  ${rule.why}`]),
  ...(untold > 0 ? ['', `${untold} more rules: add \`--all\``] : []),
];
