import { unknown } from '../../policies/facts.ts';
import type { Spot } from '../../views/model.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Where a map shows it: where the administrators have drawn it, else where the network is; never more precise than what is known. */
export function spotOf({ where, place, location }: Whereabouts): Spot | 'unknown' {
  if (place !== 'none' && place.circle !== 'none') {
    const { latitude, longitude, radiusMeters } = place.circle;
    return { where, latitude, longitude, radiusKilometers: radiusMeters / 1000, kind: 'place' };
  }
  const { latitude, longitude, radiusKilometers } = location;
  if (latitude === unknown || longitude === unknown) return 'unknown';
  return { where, latitude, longitude, radiusKilometers, kind: place === 'none' ? 'city' : 'place' };
}
