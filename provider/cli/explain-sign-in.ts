import { noNames, readBrowsersOf, readNamesIn } from '../../db/names.ts';
import { type MembershipSituation, readSituation, type Situation } from '../../db/situation.ts';
import { findCredentials } from '../../db/users.ts';
import type { Explanation } from '../../policies/explain.ts';
import { type BrowserId, type Network, type Unknown, unknown } from '../../policies/facts.ts';
import type { Recognition } from '../../policies/recognition.ts';
import { noHints } from '../../policies/recognition-hints.ts';
import { sayDecision, sayRule, sayWhyNot } from '../../views/index.ts';
import type { Language } from '../../views/model.ts';
import type { Application } from '../oidc/index.ts';
import { createRecognizer } from '../recognition/index.ts';
import { nameRule } from '../rules/index.ts';
import { sightingOf } from '../sign-in/observe.ts';
import { membershipFor } from '../sign-in/organization.ts';
import { type Explained, type ExplainedRule, explainWhatIf } from '../what-if/index.ts';
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
  readonly most: number | 'all';
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
  const { application, network, at, proof } = asked;
  const { situation, membership, recognition } = await recall(surroundings, asked);
  const location = surroundings.locate(network);
  const whatIf = { situation, membership, application, recognition, location, at, proof };
  const explained = await explainWhatIf(surroundings, whatIf, asked.most);
  return tell(surroundings, asked, explained, membership);
}

interface Recalled {
  readonly situation: Situation;
  readonly membership: MembershipSituation | 'none';
  readonly recognition: Recognition;
}

/** The person, the organization that the sign-in would be for, and her known browser that looks like this one. */
async function recall({ database }: CommandSurroundings, asked: Asked): Promise<Recalled> {
  const { at, network } = asked;
  const credentials = await findCredentials(database, asked.user);
  const read = (browserId?: BrowserId) =>
    credentials && readSituation(database, { userId: credentials.id, browserId, network, at });
  const person = await read();
  if (!person) throw new Error(`nobody has the address \`${asked.user}\``);
  const wanted = membershipIn(person, asked);
  if (wanted === 'none')
    return { situation: person, membership: wanted, recognition: recognized(asked, unknown) };
  const { system, family } = recognized(asked, unknown);
  const browsers = await readBrowsersOf(database, wanted.organizationId, person.userId);
  const alike = browsers.find(
    ({ labels }) => labels.system === system && (family === 'app' || labels.family === family),
  );
  const situation = alike ? ((await read(alike.id)) ?? person) : person;
  const touchPoints = situation.browser === unknown ? unknown : situation.browser.touchPoints;
  return {
    situation,
    membership: membershipIn(situation, asked),
    recognition: recognized(asked, touchPoints),
  };
}

function recognized({ application, userAgent }: Asked, touchPoints: number | Unknown): Recognition {
  const kind = application.kind === 'native' ? 'native-app' : 'browser';
  return createRecognizer()(sightingOf({ userAgent, clientHints: noHints }, touchPoints, kind));
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

async function tell(
  { database }: CommandSurroundings,
  { language, at: now }: Asked,
  { decision, browser, rules, untold }: Explained,
  membership: MembershipSituation | 'none',
): Promise<Told> {
  const names =
    membership === 'none'
      ? noNames
      : await readNamesIn(
          database,
          membership.organizationId,
          rules.map(({ rule }) => rule),
        );
  const timeZone = membership === 'none' ? 'UTC' : membership.timeZone;
  return {
    outcome: decision.outcome,
    sentence: sayDecision(decision.outcome, decision.reasons, language),
    reasons: decision.reasons,
    policyVersion: decision.policyVersion,
    organization: membership === 'none' ? null : membership.organizationName,
    browser,
    rules: rules.map((one) => ({
      id: one.rule.id,
      sentence: sayRule(nameRule(one.rule, names, { now, timeZone }), language),
      why: sayWhy(one, language),
    })),
    untold,
  };
}

function sayWhy({ why }: ExplainedRule, language: Language): string {
  if (why === 'decided') return language === 'fr' ? 'Cette règle a décidé.' : 'This rule decided.';
  return sayWhyNot(why.unmet, 'because' in why ? why.because : 'none', language);
}

export const linesOf = ({ outcome, sentence, organization, browser, policyVersion, rules, untold }: Told) => [
  `${outcome}: ${sentence}`,
  `organization: ${organization ?? 'none'}; browser: ${browser}; policy version ${policyVersion}`,
  ...rules.flatMap((rule) => ['', rule.sentence, `  ${rule.why}`]),
  ...(untold > 0 ? ['', `${untold} more rules: add \`--all\``] : []),
];
