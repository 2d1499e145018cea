import type { CompiledRules } from './compile.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { type SignInFacts, unknown } from './facts.ts';
import { match, type ReadyFacts, type ReadyRule, readyFacts } from './match.ts';
import type { Condition, Rule, UnmetCondition } from './rules.ts';

/** A rule that did not win. `outranked`: it matched, and something stronger decided. */
export type OtherRule =
  | { readonly rule: Rule; readonly unmet: UnmetCondition; readonly because: 'different' }
  | { readonly rule: Rule; readonly unmet: Condition; readonly because: 'unknown' }
  | { readonly rule: Rule; readonly unmet: 'outranked' };

export interface Explanation {
  readonly decision: Decision;
  /** In the order of their ids. */
  readonly others: readonly OtherRule[];
}

/** The same answer as `decide`, and of every rule that did not make it, the first condition that it lacked. */
export function explain(facts: SignInFacts, rules: CompiledRules): Explanation {
  const decision = decide(facts, rules);
  const winners = decision.reasons.flatMap((reason) => ('ruleId' in reason ? [reason.ruleId] : []));
  const others = rules.rules.filter(({ rule }) => !winners.includes(rule.id));
  const ready = readyFacts(facts);
  return { decision, others: others.map((other) => whatItLacked(other, ready)) };
}

function whatItLacked(ready: ReadyRule, facts: ReadyFacts): OtherRule {
  const { rule } = ready;
  const found = match(ready, facts);
  switch (found.kind) {
    case 'matches':
      return { rule, unmet: 'outranked' };
    case 'unproven':
      return { rule, unmet: 'proof', because: 'different' };
    case 'unmet':
      return { rule, unmet: found.condition, because: 'different' };
    case 'undecided':
      return { rule, unmet: found.unknown, because: 'unknown' };
  }
}

/** Whether it names another person: what it lacks is of no interest to this one. */
export const isAboutSomebodyElse = ({ conditions }: Rule, { userId }: SignInFacts): boolean =>
  conditions.userId !== undefined && conditions.userId !== userId;

/** What matched and was outranked, then what names this person, machine or place, then what names nobody, then the rest. */
export function nearestFirst(others: readonly OtherRule[], facts: SignInFacts): readonly OtherRule[] {
  const rank = ({ rule, unmet }: OtherRule): number => {
    if (isAboutSomebodyElse(rule, facts)) return 3;
    if (unmet === 'outranked') return 0;
    return namesThis(rule, facts) ? 1 : 2;
  };
  // Ranked once each: an organization may have very many.
  const ranked = Map.groupBy(others, rank);
  return [0, 1, 2, 3].flatMap((one) => ranked.get(one) ?? []);
}

function namesThis({ conditions }: Rule, { userId, browserId, device, places }: SignInFacts): boolean {
  const here = places === unknown ? [] : places.inside;
  return (
    conditions.userId === userId ||
    (conditions.browserId !== undefined && conditions.browserId === browserId) ||
    (conditions.deviceId !== undefined && conditions.deviceId === device.id) ||
    here.some((id) => id === conditions.placeId)
  );
}
