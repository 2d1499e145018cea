import { certain, kilometersBetween, type ObservedCircle } from './circles.ts';
import { type Unknown, unknown } from './facts.ts';

export type LineKind = 'fixed' | 'mobile' | 'shared' | Unknown;

/** Where and when a person was seen. */
export interface Sighted extends ObservedCircle {
  /** Milliseconds UTC. */
  readonly at: number;
  readonly line: LineKind;
}

export type Travel =
  | { readonly kind: 'possible' }
  | { readonly kind: 'impossible'; readonly kilometers: number; readonly hours: number }
  | { readonly kind: 'unknown' };

/** A little more than an airliner's speed. */
export const fastestKilometersPerHour = 900;
/** Nearer than this is no travel: addresses move between neighbouring towns on their own. */
export const nearKilometers = 100;
/** A telephone's traffic comes out where its carrier likes: Montréal, Toronto, sometimes Calgary. Counted at each end. */
export const mobileDriftKilometers = 1_500;

/**
 * Whether one person can have been at both. Every doubt counts in her favour: both radii, the drift of mobile networks.
 * `base` is the last sign-in that let her in; an approved request makes its own place the base, so that
 * what an administrator knew of is not held against her twice.
 */
export function travelBetween(base: Sighted | 'none', now: Sighted): Travel {
  if (base === 'none') return { kind: 'unknown' };
  const from = certain(base);
  const to = certain(now);
  if (from === unknown || to === unknown) return { kind: 'unknown' };
  const doubt = from.radiusKilometers + to.radiusKilometers + driftOf(base.line) + driftOf(now.line);
  const kilometers = kilometersBetween(from, to) - doubt;
  const hours = Math.abs(now.at - base.at) / 3_600_000;
  if (!Number.isFinite(hours)) return { kind: 'unknown' };
  if (kilometers <= nearKilometers || kilometers <= hours * fastestKilometersPerHour)
    return { kind: 'possible' };
  return { kind: 'impossible', kilometers: Math.round(kilometers), hours };
}

const driftOf = (line: LineKind) => (line === 'mobile' ? mobileDriftKilometers : 0);
