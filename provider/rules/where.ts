import { type PlaceFacts, type Unknown, unknown } from '../../policies/facts.ts';
import type { Where } from '../../views/model.ts';
import type { Location } from '../location/index.ts';
import type { Rulebook } from './rulebook.ts';

/** What people call where this is: the name that an administrator gave it, else the city, else whatever is known. */
export function whereOf(
  location: Location,
  places: PlaceFacts | Unknown,
  rulebook: Pick<Rulebook, 'places'>,
): Where {
  const [inside] = places === unknown ? [] : places.inside;
  const named = inside === undefined ? undefined : rulebook.places.get(inside);
  if (named) return { kind: 'place', name: named.name };
  const { city, regionName, region, country } = location;
  if (city !== unknown) return { kind: 'city', city, region: regionName };
  if (region !== unknown && regionName !== unknown) return { kind: 'region', region: regionName };
  if (country !== unknown) return { kind: 'country', country };
  return { kind: location.local ? 'local' : unknown };
}
