import { type SignInFacts, type Unknown, unknown } from './facts.ts';
import type { Condition, Rule, UnmetCondition } from './rules.ts';

/** `undecided`: every other condition holds, and what this one needs could not be observed. */
export type Match =
  | { readonly kind: 'matches' }
  | { readonly kind: 'unmet'; readonly condition: UnmetCondition }
  | { readonly kind: 'undecided'; readonly unknown: Condition };

type Standing = 'met' | 'unmet' | 'unknown';

interface Test<Name extends Condition> {
  readonly condition: Name;
  readonly standing: (wanted: Rule['conditions'], facts: SignInFacts) => Standing;
}

/** A new condition is one line here: the type check asks for it. */
const tests: { readonly [Name in Condition]: Test<Name> } = {
  userId: { condition: 'userId', standing: (wanted, facts) => same(wanted.userId, facts.userId) },
  browserId: { condition: 'browserId', standing: (wanted, facts) => same(wanted.browserId, facts.browserId) },
  network: { condition: 'network', standing: (wanted, facts) => same(wanted.network, facts.network) },
};

const inOrder = Object.values(tests);

/** Ensures that a condition known not to hold is told before one that is not known. */
export function match(rule: Rule, facts: SignInFacts): Match {
  const standings = inOrder.map(({ condition, standing }) => ({
    condition,
    standing: standing(rule.conditions, facts),
  }));
  const unmet = standings.find(({ standing }) => standing === 'unmet');
  if (unmet) return { kind: 'unmet', condition: unmet.condition };
  if (!hasBegun(rule, facts.at)) return { kind: 'unmet', condition: 'validFrom' };
  if (!stillHolds(rule, facts.at)) return { kind: 'unmet', condition: 'validUntil' };
  const undecided = standings.find(({ standing }) => standing === 'unknown');
  return undecided ? { kind: 'undecided', unknown: undecided.condition } : { kind: 'matches' };
}

function same(wanted: string | undefined, seen: string | Unknown): Standing {
  if (wanted === undefined) return 'met';
  if (seen === unknown) return 'unknown';
  return wanted === seen ? 'met' : 'unmet';
}

function hasBegun({ validFrom }: Rule, at: number): boolean {
  return validFrom === 'always' || validFrom <= at;
}

function stillHolds({ validUntil }: Rule, at: number): boolean {
  return validUntil === 'always' || at < validUntil;
}
