/** What decides in an organization, and the facts that it is asked about. */

export { nameRule } from './named.ts';
export { type ObservedRequest, observedFacts, ownDevice, travelFrom } from './observed-facts.ts';
export { type KnownApplication, type PastFactsNeeds, pastFacts } from './past-facts.ts';
export { bind, createRulebooks, emptyRulebook, type Rulebook, type RulebookOf } from './rulebook.ts';
export { createDescriber, type DescribeIn, type SaidOf, type Sayable } from './said-of.ts';
export { spotOf } from './spot.ts';
export { whereOf } from './where.ts';
export {
  createWhereabouts,
  type LookUpWhereabouts,
  type Whereabouts,
  type WhereaboutsOf,
} from './whereabouts.ts';
