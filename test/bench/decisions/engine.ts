import type { Outcome } from '../../../policies/decision.ts';
import type { SignInFacts } from '../../../policies/facts.ts';
import type { Rule } from '../../../policies/rules.ts';

// Cedar and casbin read every rule at each decision. Whoever has many keeps them apart by hand before he asks, which is
// the work of our `compile`; here each engine is given all the rules of the organization, as ours is.

/** `cadenas-unknown`: ours again, of each request something unknown. */
export const engineNames = ['cadenas', 'cadenas-unknown', 'cedar', 'casbin'] as const;
export type EngineName = (typeof engineNames)[number];
export const ourEngines: readonly EngineName[] = ['cadenas', 'cadenas-unknown'];

/** Makes one decision; whatever an engine wants to be handed was made ready before. */
export type Decide = () => Outcome;

export interface Loaded {
  /** Not timed: the others are handed their own form of a request ready-made, with what ours works out itself. */
  prepare(facts: SignInFacts): Decide;
}

export type Load = (rules: readonly Rule[]) => Promise<Loaded>;

/** Imported only where it runs, so that a process holds one engine. */
export async function engineNamed(name: EngineName): Promise<Load> {
  switch (name) {
    case 'cadenas':
    case 'cadenas-unknown':
      return (await import('./cadenas.ts')).load;
    case 'cedar':
      return (await import('./cedar.ts')).load;
    case 'casbin':
      return (await import('./casbin.ts')).load;
  }
}
