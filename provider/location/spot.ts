import { type Country, type Region, type Unknown, unknown } from '../../policies/facts.ts';
import { noSpot, type Spot } from './location.ts';

/** What either source says of an address, before it is checked. */
export interface RawSpot {
  readonly city: string | undefined;
  /** The part of the code after the country: `QC`. */
  readonly regionCode: string | undefined;
  readonly regionName: string | undefined;
  readonly country: string | undefined;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly radiusKilometers: number | undefined;
}

/** A region without a city is told by its middle; the half of a province is the least that may be doubted. */
export const leastRegionRadiusKilometers = 500;

/** Checks and completes: what is missing, malformed or impossible is unknown. */
export function spotOf(raw: RawSpot): Spot {
  const country = countryCode(raw.country);
  if (country === unknown) return noSpot;
  const region = regionCode(country, raw.regionCode);
  const city = named(raw.city);
  const regionName = named(canadianRegions.get(region) ?? raw.regionName);
  const spot = { city: inFrench(region, city), region, regionName, country };
  const point = pointOf(raw);
  if (point === unknown || (city === unknown && region === unknown)) return { ...noSpot, ...spot };
  const least = city === unknown ? leastRegionRadiusKilometers : 1;
  return { ...spot, ...point, radiusKilometers: Math.max(least, point.radiusKilometers) };
}

function pointOf({ latitude, longitude, radiusKilometers }: RawSpot) {
  if (latitude === undefined || longitude === undefined || radiusKilometers === undefined) return unknown;
  const possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && radiusKilometers > 0;
  return possible ? { latitude, longitude, radiusKilometers } : unknown;
}

function countryCode(text: string | undefined): Country | Unknown {
  // The one place, with the next, where these brands are put on; only an assertion can.
  return text !== undefined && /^[A-Z]{2}$/.test(text) ? (text as Country) : unknown;
}

function regionCode(country: Country, text: string | undefined): Region | Unknown {
  return text !== undefined && /^[A-Z\d]{1,3}$/.test(text) ? (`${country}-${text}` as Region) : unknown;
}

/** A name of the database is shown to people: one line, of a bearable length. */
function named(text: string | undefined): string | Unknown {
  const clean = text
    ?.replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 80);
  return clean ? clean : unknown;
}

/** English exports write the two largest cities of Québec without their accents. */
function inFrench(region: Region | Unknown, city: string | Unknown): string | Unknown {
  if (region !== 'CA-QC') return city;
  return city === 'Montreal' ? 'Montréal' : city === 'Quebec' || city === 'Quebec City' ? 'Québec' : city;
}

const canadianRegions: ReadonlyMap<string, string> = new Map([
  ['CA-AB', 'Alberta'],
  ['CA-BC', 'Colombie-Britannique'],
  ['CA-MB', 'Manitoba'],
  ['CA-NB', 'Nouveau-Brunswick'],
  ['CA-NL', 'Terre-Neuve-et-Labrador'],
  ['CA-NS', 'Nouvelle-Écosse'],
  ['CA-NT', 'Territoires du Nord-Ouest'],
  ['CA-NU', 'Nunavut'],
  ['CA-ON', 'Ontario'],
  ['CA-PE', 'Île-du-Prince-Édouard'],
  ['CA-QC', 'Québec'],
  ['CA-SK', 'Saskatchewan'],
  ['CA-YT', 'Yukon'],
]);
