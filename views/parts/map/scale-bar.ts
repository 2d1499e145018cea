import type { MapFrame } from './frame.ts';

/** A round length, about a fifth of the map wide: 1, 2 or 5 and noughts. */
export function scaleBarOf({ width, kilometersPerUnit }: MapFrame): {
  readonly kilometers: number;
  readonly units: number;
} {
  const about = (width / 5) * kilometersPerUnit;
  const power = 10 ** Math.floor(Math.log10(about));
  const kilometers = power * ([5, 2, 1].find((step) => step * power <= about) ?? 1);
  return { kilometers, units: kilometers / kilometersPerUnit };
}
