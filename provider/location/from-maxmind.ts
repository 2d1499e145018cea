import { lineOf } from './line.ts';
import type { Line, Spot } from './location.ts';
import { noLine, noSpot } from './location.ts';
import { spotOf } from './spot.ts';

/** A record of GeoLite2-City, GeoIP2-City or GeoIP2-Enterprise; each field is checked, for the file comes from outside. */
export function spotOfRecord(record: unknown): Spot {
  if (record === undefined) return noSpot;
  const [subdivision] = list(at(record, 'subdivisions'));
  const location = at(record, 'location');
  return spotOf({
    city: nameOf(at(record, 'city')),
    regionCode: text(at(subdivision, 'iso_code')),
    regionName: nameOf(subdivision),
    country: text(at(at(record, 'country'), 'iso_code')),
    latitude: number(at(location, 'latitude')),
    longitude: number(at(location, 'longitude')),
    radiusKilometers: number(at(location, 'accuracy_radius')),
  });
}

/** A record of GeoLite2-ASN or GeoIP2-ISP, or the traits of a city record, which some editions have. */
export function lineOfRecord(owner: unknown, city: unknown): Line {
  const traits = at(city, 'traits');
  if (owner === undefined && traits === undefined) return noLine;
  return lineOf({
    owner: text(at(owner, 'autonomous_system_organization') ?? at(traits, 'autonomous_system_organization')),
    ownerNumber: number(at(owner, 'autonomous_system_number') ?? at(traits, 'autonomous_system_number')),
    connectionType: text(at(traits, 'connection_type')),
    anonymous: anonymizing.some((trait) => at(traits, trait) === true),
  });
}

const anonymizing = [
  'is_anonymous',
  'is_anonymous_proxy',
  'is_anonymous_vpn',
  'is_hosting_provider',
  'is_public_proxy',
  'is_tor_exit_node',
];

const nameOf = (thing: unknown) => text(at(at(thing, 'names'), 'fr')) ?? text(at(at(thing, 'names'), 'en'));

function at(record: unknown, field: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined;
  return Object.hasOwn(record, field) ? Reflect.get(record, field) : undefined;
}
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
