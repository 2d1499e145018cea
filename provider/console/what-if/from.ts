import { readGrid, type SeenConnection } from '../../../db/grid.ts';
import type { NamedPlace } from '../../../db/places.ts';
import { type Network, type PlaceId, unknown } from '../../../policies/facts.ts';
import { toNetwork } from '../../../policies/networks.ts';
import type { FromChoice, WhatIfDraft, WhatIfFault } from '../../../views/console/what-if/model.ts';
import { type Location, nowhere } from '../../location/index.ts';
import type { Rulebook } from '../../rules/index.ts';
import type { Visit } from '../visit.ts';

const mostSeen = 30;
const mostRecent = 20;

export interface Froms {
  readonly choices: readonly FromChoice[];
  /** Those of the choices that are networks, hers first. */
  readonly networks: readonly Network[];
}

/** Her networks, the last one first, the places of the organization, then where others were lately. */
export async function fromsFor(
  visit: Visit,
  seen: readonly SeenConnection[],
  rulebook: Rulebook,
): Promise<Froms> {
  const { needs, padlock, at } = visit;
  const { organizationId } = padlock;
  const describe = await needs.describeIn(organizationId);
  const query = { organizationId, at, since: 0, applicationId: 'all', among: 'all', only: 'all' } as const;
  const recent = await readGrid(needs.database, query, { after: 'first', most: mostRecent });
  const known = (lines: readonly { readonly network: Network | typeof unknown }[]) =>
    lines.flatMap(({ network }) => (network === unknown ? [] : [network]));
  const hers = [...new Set(known(seen))].slice(0, mostSeen);
  const others = [...new Set(known(recent))].filter((network) => !hers.includes(network));
  const [first] = seen;
  const sayWhere = (network: Network) =>
    describe({
      applicationId: (first ?? recent[0])?.applicationId ?? needs.application.id,
      browser: { kind: unknown, family: unknown, system: unknown, model: unknown },
      network,
    }).where;
  const choice = (kind: 'hers' | 'others') => (network: Network) => ({
    value: `network:${network}`,
    kind,
    where: sayWhere(network),
    network,
  });
  return {
    networks: [...hers, ...others],
    choices: [
      ...hers.map(choice('hers')),
      ...[...rulebook.places.values()].map(({ id, name }) => ({
        value: `place:${id}`,
        kind: 'place' as const,
        name,
      })),
      ...others.map(choice('others')),
    ],
  };
}

/** Where that is; an address that is typed is meant before all else. */
export function locationIn(
  { from, address }: WhatIfDraft,
  { networks }: Froms,
  rulebook: Rulebook,
  locate: (network: Location['network']) => Location,
): Location | WhatIfFault {
  if (address !== '') {
    const network = toNetwork(address);
    return network === unknown ? { field: 'address', kind: 'address' } : locate(network);
  }
  const [, kind, value = ''] = /^(place|network):(.+)$/.exec(from) ?? [];
  if (kind === 'network') {
    const network = toNetwork(value.replace(/\/64$/, ''));
    return network === unknown ? { field: 'from', kind: 'gone' } : locate(network);
  }
  const place = kind === 'place' ? [...rulebook.places.values()].find(({ id }) => id === value) : undefined;
  if (place) return locationOf(place, networks, rulebook, locate);
  if (from !== '') return { field: 'from', kind: 'gone' };
  return locate(networks[0] ?? unknown);
}

/** Somewhere in a circle, and on no network that anybody uses (RFC 1122, section 3.2.1.3). */
const noAddress = toNetwork('0.0.0.0');

/** A network that lies there: one that was seen, else the first of its range, else the middle of its circle. */
function locationOf(
  place: NamedPlace,
  networks: readonly Network[],
  { placesAt }: Rulebook,
  locate: (network: Location['network']) => Location,
): Location {
  const isInside = (location: Location): boolean => {
    const places = placesAt(location);
    return places !== unknown && places.inside.some((id: PlaceId) => id === place.id);
  };
  const ranges = place.ranges.flatMap((range) => {
    const network = toNetwork(range.replace(/\/\d+$/, ''));
    return network === unknown ? [] : [network];
  });
  const found = [...networks, ...ranges].map(locate).find(isInside);
  if (found) return found;
  if (place.circle === 'none') return nowhere;
  const { latitude, longitude } = place.circle;
  return { ...nowhere, network: noAddress, latitude, longitude, radiusKilometers: 0 };
}
