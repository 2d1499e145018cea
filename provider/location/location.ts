import type { Country, Network, Region, Unknown } from '../../policies/facts.ts';
import { unknown } from '../../policies/facts.ts';
import type { LineKind } from '../../policies/travel.ts';

/** Where an address is, as well as the databases know: the same shape from whichever of them is the source. */
export interface Location {
  readonly network: Network | Unknown;
  /** In French where the data have it. */
  readonly city: string | Unknown;
  /** ISO 3166-2, its country included: `CA-QC`. */
  readonly region: Region | Unknown;
  /** `Québec`: for people, where `region` is for rules. */
  readonly regionName: string | Unknown;
  /** ISO 3166-1 alpha-2: `CA`. */
  readonly country: Country | Unknown;
  /** Degrees; unknown when the database knows a country only, whose middle is where nobody is. */
  readonly latitude: number | Unknown;
  readonly longitude: number | Unknown;
  readonly radiusKilometers: number | Unknown;
  /** The network's owner and its autonomous system number. */
  readonly owner: string | Unknown;
  readonly ownerNumber: number | Unknown;
  readonly kind: LineKind;
  /** A private or loopback address: in the house, wherever the house is. */
  readonly local: boolean;
}

/** The part of a location that comes out of a city database. */
export type Spot = Pick<
  Location,
  'city' | 'region' | 'regionName' | 'country' | 'latitude' | 'longitude' | 'radiusKilometers'
>;
/** The part that comes out of a database of owners. */
export type Line = Pick<Location, 'owner' | 'ownerNumber' | 'kind'>;

export const noSpot: Spot = {
  city: unknown,
  region: unknown,
  regionName: unknown,
  country: unknown,
  latitude: unknown,
  longitude: unknown,
  radiusKilometers: unknown,
};
export const noLine: Line = { owner: unknown, ownerNumber: unknown, kind: unknown };
export const nowhere: Location = { network: unknown, ...noSpot, ...noLine, local: false };
