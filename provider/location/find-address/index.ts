import type { FoundPoint } from '../../../views/parts/map/model.ts';
import { coordinatesIn } from './coordinates.ts';
import { municipalitiesNamedIn } from './gazetteer.ts';

const most = 5;
const longest = 300;

/**
 * Where what somebody typed may be, best first, at most five: coordinates, else municipalities.
 * Only what is on this server is read: a street or a postal code is not found, and nothing is ever asked of anybody.
 */
export function findAddress(typed: string): readonly FoundPoint[] {
  const text = typed.normalize('NFC').slice(0, longest).trim();
  const coordinates = coordinatesIn(text);
  if (coordinates.length > 0) return coordinates;
  return municipalitiesNamedIn(text).slice(0, most);
}
