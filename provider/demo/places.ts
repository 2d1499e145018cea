import { newId } from '../../db/ids.ts';
import type { NamedPlace } from '../../db/places.ts';
import { type Network, type PlaceId, type Unknown, unknown } from '../../policies/facts.ts';
import { toNetwork } from '../../policies/networks.ts';
import { type Location, nowhere } from '../location/index.ts';
import { spotOf } from '../location/spot.ts';
import type { Alias, Site } from './data.ts';
import { type NetworkKey, networks } from './machines.ts';

/** The places that an administrator has named: where each site's own line comes out. */
const named: readonly {
  readonly organization: Alias;
  readonly site: Site;
  readonly name: string;
  readonly network: NetworkKey;
}[] = [
  { organization: 'papillons', site: 'longueuil', name: 'CPE Les Papillons', network: 'longueuil' },
  { organization: 'papillons', site: 'brossard', name: 'Installation de Brossard', network: 'brossard' },
  { organization: 'arcenciel', site: 'rosemont', name: 'Garderie L’Arc-en-ciel', network: 'rosemont' },
];

export interface DemoPlace extends NamedPlace {
  readonly organization: Alias;
}

export const inventPlaces = (siteOf: ReadonlyMap<Site, string>): readonly DemoPlace[] =>
  named.map(({ organization, site, name, network }) => ({
    id: newId<PlaceId>(),
    organization,
    siteId: siteOf.get(site) ?? null,
    name,
    ranges: [networks[network]],
    circle: 'none',
  }));

const montreal = { latitude: 45.55, longitude: -73.6 };
const cities: Readonly<
  Record<NetworkKey, { readonly city: string; readonly latitude: number; readonly longitude: number }>
> = {
  longueuil: { city: 'Longueuil', latitude: 45.53, longitude: -73.52 },
  brossard: { city: 'Brossard', latitude: 45.46, longitude: -73.46 },
  rosemont: { city: 'Montréal', ...montreal },
  sylvieHome: { city: 'Saint-Lambert', latitude: 45.5, longitude: -73.51 },
  marcHome: { city: 'Boucherville', latitude: 45.59, longitude: -73.44 },
  genevieveHome: { city: 'La Prairie', latitude: 45.42, longitude: -73.5 },
  danielHome: { city: 'Chambly', latitude: 45.45, longitude: -73.29 },
  pierreHome: { city: 'Montréal', ...montreal },
  parentsHome: { city: 'Longueuil', latitude: 45.53, longitude: -73.52 },
  mobile: { city: 'Montréal', ...montreal },
  elsewhere: { city: 'Sherbrooke', latitude: 45.4, longitude: -71.89 },
};

const spots: ReadonlyMap<string, Location> = new Map(
  Object.entries(networks).map(([key, address]) => {
    const { city, latitude, longitude } = cities[key as NetworkKey]; // the keys of `networks` are its type's
    const where = { city, latitude, longitude, regionCode: 'QC', regionName: undefined, country: 'CA' };
    return [
      address,
      { ...nowhere, network: toNetwork(address), ...spotOf({ ...where, radiusKilometers: 10 }) },
    ];
  }),
);

/** The addresses of documentation are nowhere on Earth; the demonstration says where its own are. */
export const locateInDemo =
  (locate: (network: Network | Unknown) => Location) =>
  (network: Network | Unknown): Location =>
    spots.get(network) ?? (network === unknown ? nowhere : locate(network));
