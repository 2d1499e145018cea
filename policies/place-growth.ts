import { type Circle, kilometersBetween } from './circles.ts';
import { unknown } from './facts.ts';
import type { Place } from './places.ts';
import { beginsAs } from './prefixes.ts';
import { parseRange, type Range } from './ranges.ts';

type Extent = Omit<Place, 'id'>;

/**
 * Whether a place reaches further after a change than before it: a range that none of its ranges held,
 * or a circle that its circle did not hold. The rules that name it then hold there too.
 */
export function isLarger(before: Extent, after: Extent): boolean {
  const held = rangesOf(before);
  const added = rangesOf(after).some((range) => !held.some((one) => holds(one, range)));
  return added || (after.circle !== 'none' && !isHeld(after.circle, before.circle));
}

/** One that nobody can read holds no address. */
const rangesOf = ({ ranges }: Extent): readonly Range[] =>
  ranges.map(parseRange).filter((range) => range !== unknown);

const holds = (outer: Range, { family, prefix, bits }: Range): boolean =>
  outer.prefix <= prefix && beginsAs(outer, { family, ...bits });

const isHeld = (circle: Circle, outer: Circle | 'none'): boolean =>
  outer !== 'none' && kilometersBetween(circle, outer) * 1000 + circle.radiusMeters <= outer.radiusMeters;
