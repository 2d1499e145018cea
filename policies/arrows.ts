import type { RuleTerms } from './approval.ts';
import type { CompiledRules } from './compile.ts';
import { decide } from './decide.ts';
import { type BrowserId, type RuleId, type SignInFacts, type UserId, unknown } from './facts.ts';
import type { Conditions, Rule } from './rules.ts';

/** One person with one browser, everywhere that it was seen: what an arrow of « Une personne » moves. */
export interface Movable {
  readonly userId: UserId;
  readonly browserId: BrowserId;
  /** Whether it showed its key wherever it was seen. */
  readonly hasKey: boolean;
  /** What would be decided at each place where it was seen, now. At least one. */
  readonly seen: readonly SignInFacts[];
}

/** What an arrow writes: rules that end, and rules that begin. */
export interface Move {
  readonly ends: readonly RuleId[];
  readonly adds: readonly RuleTerms[];
}

const isAllowed = (facts: SignInFacts, rules: CompiledRules) => decide(facts, rules).outcome === 'allow';
const isDenied = (facts: SignInFacts, rules: CompiledRules) => decide(facts, rules).outcome === 'deny';

/** The rules that are about this person with this browser, and about nobody else. */
const own = (rules: readonly Rule[], { userId, browserId }: Movable, effect: Rule['effect']) =>
  rules.filter(
    ({ effect: is, conditions }) =>
      is === effect && conditions.userId === userId && conditions.browserId === browserId,
  );

/**
 * Right: lifts what refuses this connection, then authorizes it wherever it was seen and is not let in.
 * A browser that does not show its key could not enter by an authorization from anywhere: it gets one for each network.
 * `compiled` are the rules without those that end.
 */
export function authorize(movable: Movable, compiled: CompiledRules): readonly RuleTerms[] {
  const { userId, browserId, hasKey, seen } = movable;
  if (seen.every((facts) => isAllowed(facts, compiled))) return [];
  const wheres: readonly Conditions[] = hasKey
    ? [{}]
    : [...new Set(seen.map(({ network }) => network))].flatMap((network) =>
        network === unknown ? [] : [{ network }],
      );
  return wheres.map((where) => terms('allow', { userId, browserId, ...where }));
}

/** Left: what authorizes this connection has ended; where something broader still lets it in, it is refused. */
export function withdraw(
  { userId, browserId, seen }: Movable,
  compiled: CompiledRules,
): readonly RuleTerms[] {
  if (!seen.some((facts) => isAllowed(facts, compiled))) return [];
  return [terms('deny', { userId, browserId })];
}

/** What an arrow writes holds until another one ends it. */
export const terms = (effect: Rule['effect'], conditions: Conditions): RuleTerms => ({
  effect,
  conditions,
  validFrom: 'always',
  validUntil: 'always',
});

export type Arrow = 'authorize' | 'withdraw';

/** The rules that an arrow ends, for all that it moves. */
export function endedBy(
  arrow: Arrow,
  rules: readonly Rule[],
  movables: readonly Movable[],
): readonly RuleId[] {
  const effect = arrow === 'authorize' ? 'deny' : 'allow';
  return movables.flatMap((movable) => own(rules, movable, effect).map(({ id }) => id));
}

/** Those of the moved that something broader still refuses. */
export const stillRefused = (movables: readonly Movable[], compiled: CompiledRules): readonly Movable[] =>
  movables.filter(({ seen }) => seen.some((facts) => isDenied(facts, compiled)));
