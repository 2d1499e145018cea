/** What decides in an organization, and the facts that it is asked about. */
export { type ObservedRequest, observedFacts, ownDevice, travelFrom } from './observed-facts.ts';
export { bind, createRulebooks, emptyRulebook, type Rulebook, type RulebookOf } from './rulebook.ts';
export { createDescriber, type DescribeIn, type SaidOf } from './said-of.ts';
export { whereOf } from './where.ts';
export {
  createWhereabouts,
  type LookUpWhereabouts,
  type Whereabouts,
  type WhereaboutsOf,
} from './whereabouts.ts';
