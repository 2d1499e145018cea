import type { Database } from '../../db/open.ts';
import type { MembershipSituation, Situation } from '../../db/situation.ts';
import type { Decision } from '../../policies/decision.ts';
import { explain, isAboutSomebodyElse, nearestFirst, type OtherRule } from '../../policies/explain.ts';
import { type BrowserId, type SignInFacts, unknown } from '../../policies/facts.ts';
import type { Recognition } from '../../policies/recognition.ts';
import { noHints } from '../../policies/recognition-hints.ts';
import type { Rule } from '../../policies/rules.ts';
import type { Location } from '../location/index.ts';
import type { Application } from '../oidc/index.ts';
import { emptyRulebook, type RulebookOf } from '../rules/index.ts';
import { createGate } from '../sign-in/gate.ts';

export interface WhatIfNeeds {
  readonly database: Database;
  readonly rulebookOf: RulebookOf;
  readonly locate: (network: Location['network']) => Location;
}

/** A sign-in that nobody makes. */
export interface WhatIf {
  /** Of the person with her browser; with none of hers, the browser is new. */
  readonly situation: Situation;
  readonly membership: MembershipSituation | 'none';
  readonly application: Application;
  readonly recognition: Recognition;
  readonly location: Location;
  readonly at: number;
  /** Whether the browser would show its key, when it has one. */
  readonly proof: 'proven' | 'unproven';
}

export interface ExplainedRule {
  readonly rule: Rule;
  readonly why: 'decided' | OtherRule;
}

export interface Explained {
  readonly decision: Decision;
  readonly facts: SignInFacts;
  readonly browser: 'known' | 'new';
  /** Those that decided first, then the nearest ones. */
  readonly rules: readonly ExplainedRule[];
  readonly untold: number;
}

/** Asks the gate that decides real sign-ins, and says what every rule has to say about it. It only reads. */
export async function explainWhatIf(
  needs: WhatIfNeeds,
  whatIf: WhatIf,
  most: number | 'all',
): Promise<Explained> {
  const { application, location, recognition, at } = whatIf;
  const { situation, membership } = whatIf.situation.browserId === unknown ? withNewBrowser(whatIf) : whatIf;
  const { browserId } = situation;
  const { network } = location;
  const gate = createGate({
    ...needs,
    now: () => at,
    networkOf: () => network,
    recognizer: () => recognition,
  });
  const observed = { browserTokenHash: undefined, network, location, userAgent: '', clientHints: noHints };
  const proof =
    whatIf.proof === 'unproven' || browserId === unknown || membership === 'none'
      ? 'none'
      : ({ browserId, key: membership.proofKey, network, at, standing: 'same' } as const);
  const { facts } = await gate.decide({ situation, application, membership, observed, proof });
  const rulebook =
    membership === 'none'
      ? emptyRulebook
      : await needs.rulebookOf(membership.organizationId, membership.policyVersion);
  const { decision, others } = explain(facts, rulebook.rules);
  const isOther = new Set(others.map(({ rule }) => rule.id));
  const winners = rulebook.rules.rules.map(({ rule }) => rule).filter(({ id }) => !isOther.has(id));
  const all: readonly ExplainedRule[] = [
    ...winners.map((rule) => ({ rule, why: 'decided' as const })),
    ...nearestFirst(others, facts).map((other) => ({ rule: other.rule, why: other })),
  ];
  const told =
    most === 'all' ? all : all.filter(({ rule }) => !isAboutSomebodyElse(rule, facts)).slice(0, most);
  return {
    decision,
    facts,
    browser: browserId === neverSeen ? 'new' : 'known',
    rules: told,
    untold: all.length - told.length,
  };
}

/** A browser gets a name of its own with the password, and brings a key: no rule is about it. */
const neverSeen = 'never seen' as BrowserId; // branded here, where it is made

function withNewBrowser({ situation, membership }: WhatIf): Pick<WhatIf, 'situation' | 'membership'> {
  return {
    situation: { ...situation, browserId: neverSeen },
    membership: membership === 'none' ? 'none' : { ...membership, proofKey: 'a key of its own' },
  };
}
