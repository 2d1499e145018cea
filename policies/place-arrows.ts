import type { RuleTerms } from './approval.ts';
import { type Arrow, terms } from './arrows.ts';
import type { CompiledRules } from './compile.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { type Network, type PlaceId, type RuleId, type SignInFacts, type UserId, unknown } from './facts.ts';
import type { ReadyRule } from './match.ts';
import type { Conditions } from './rules.ts';

/** A line of « Tous les endroits »: a named place, or a network inside none. */
export type Area =
  | { readonly kind: 'place'; readonly placeId: PlaceId }
  | { readonly kind: 'network'; readonly network: Network };

/** One person at one area: what an arrow of « Tous les endroits » moves. */
export interface Visitor {
  readonly userId: UserId;
  readonly area: Area;
  /** What would be decided now of everything that she used there. At least one. */
  readonly seen: readonly SignInFacts[];
}

/**
 * What becomes of all that one person used at one area: the strictest counts. `always`: her access decides alone.
 * `apart`: no rule changes it, as when the device was reported stolen or the role is missing; arrows leave it alone.
 */
export type VisitorStanding = (typeof strictestFirst)[number];
const strictestFirst = ['refused', 'waits', 'let-in', 'always', 'apart'] as const;

export type Side = 'authorized' | 'not-authorized';

export function standingAt({ seen }: Visitor, compiled: CompiledRules): VisitorStanding {
  const standings = new Set(seen.map((facts) => standingOf(decide(facts, compiled))));
  return strictestFirst.find((standing) => standings.has(standing)) ?? 'apart';
}

function standingOf({ outcome, reasons: [reason] }: Decision): VisitorStanding {
  if (outcome === 'ask') return 'waits';
  if (outcome === 'deny') return reason.kind === 'refused' ? 'refused' : 'apart';
  return reason.kind === 'access-always' ? 'always' : 'let-in';
}

/** Authorized: everyone who is listed would be let in there, with what they used there. */
export function sideOf(standings: readonly VisitorStanding[]): Side {
  const stopped = standings.some((standing) => standing === 'waits' || standing === 'refused');
  const letIn = standings.some((standing) => standing === 'let-in' || standing === 'always');
  return letIn && !stopped ? 'authorized' : 'not-authorized';
}

/** Whether an arrow changes anything for somebody who stands so. */
export function canMove(arrow: Arrow, standing: VisitorStanding): boolean {
  switch (standing) {
    case 'let-in':
      return arrow === 'withdraw';
    case 'waits':
    case 'refused':
      // One who is used to two things there may be let in with one of them: that one is withdrawn.
      return true;
    case 'always':
    case 'apart':
      return false;
  }
}

/**
 * The rules that an arrow ends: those about these people, each at her area. Only a refusal of what she used there is lifted.
 * `areaOf` says in which area a network lies, so that a rule for a network of a named place is one for that place.
 */
export function endedThere(
  arrow: Arrow,
  { rules }: CompiledRules,
  visitors: readonly Visitor[],
  areaOf: (network: Network) => Area,
): readonly RuleId[] {
  const effect = arrow === 'authorize' ? 'deny' : 'allow';
  const byPerson = Map.groupBy(
    rules.filter(({ rule }) => rule.effect === effect),
    ({ rule }) => rule.conditions.userId,
  );
  return visitors.flatMap((visitor) =>
    (byPerson.get(visitor.userId) ?? [])
      .filter((ready) => isAbout(ready, visitor, areaOf) && (arrow === 'withdraw' || isUsed(ready, visitor)))
      .map(({ rule }) => rule.id),
  );
}

function isAbout(
  { wanted: { placeId, network } }: ReadyRule,
  { area }: Visitor,
  areaOf: (network: Network) => Area,
): boolean {
  if (area.kind === 'place' && placeId === area.placeId) return true;
  // A range reaches further than the area, or may come to: it is something broader.
  return typeof network === 'string' && network !== unknown && isSameArea(areaOf(network), area);
}

const isUsed = ({ rule }: ReadyRule, { seen }: Visitor): boolean =>
  rule.conditions.browserId === undefined ||
  seen.some(({ browserId }) => browserId === rule.conditions.browserId);

export const isSameArea = (one: Area, other: Area): boolean => areaKey(one) === areaKey(other);

/** Names an area among all those of an organization. */
export const areaKey = (area: Area): string => (area.kind === 'place' ? area.placeId : area.network);

/** Right: this person is authorized there, with anything. `compiled` are the rules without those that end. */
export function authorizeThere(visitor: Visitor, compiled: CompiledRules): readonly RuleTerms[] {
  const standing = standingAt(visitor, compiled);
  if (standing !== 'waits' && standing !== 'refused') return [];
  return [terms('allow', { userId: visitor.userId, ...at(visitor.area) })];
}

/** Left: where something broader still lets this person in there, she is refused there. */
export function withdrawThere(visitor: Visitor, compiled: CompiledRules): readonly RuleTerms[] {
  const entersByRule = visitor.seen.some((facts) => standingOf(decide(facts, compiled)) === 'let-in');
  if (!entersByRule) return [];
  return [terms('deny', { userId: visitor.userId, ...at(visitor.area) })];
}

/** « Tout le monde ici »: a named place and nothing else. */
export const everyoneAt = (placeId: PlaceId): RuleTerms => terms('allow', { placeId });

/** The rules that let everyone in at a named place, and say nothing else. */
export const everyoneRules = ({ rules }: CompiledRules, placeId: PlaceId): readonly RuleId[] =>
  rules
    .filter(({ rule, tests }) => {
      const { effect, conditions, validFrom, validUntil } = rule;
      const always = validFrom === 'always' && validUntil === 'always';
      return effect === 'allow' && conditions.placeId === placeId && tests.length === 1 && always;
    })
    .map(({ rule }) => rule.id);

const at = (area: Area): Conditions =>
  area.kind === 'place' ? { placeId: area.placeId } : { network: area.network };
