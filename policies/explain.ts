import type { CompiledRules } from './compile.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import type { SignInFacts } from './facts.ts';
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
