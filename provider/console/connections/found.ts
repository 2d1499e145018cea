import { type Member, readLatestNetworks, readMembers } from '../../../db/grid.ts';
import { type Network, unknown } from '../../../policies/facts.ts';
import { isNamed, matcher } from '../search.ts';
import type { Visit } from '../visit.ts';
import type { Filter } from './filter.ts';

/** The people that a search is about: members, seen or not. */
export async function membersFound(
  { needs, padlock, at }: Visit,
  { search }: Filter,
): Promise<readonly Member[]> {
  if (search === '') return [];
  return (await readMembers(needs.database, padlock.organizationId, at)).filter(isNamed(search));
}

/** The networks that a search is about: inside a place of that name, in a city, or run by somebody. */
export async function networksFound(
  { needs, padlock }: Visit,
  { search }: Filter,
  since: number,
): Promise<readonly Network[]> {
  const { organizationId } = padlock;
  const whereabouts = await needs.whereaboutsOf(organizationId);
  const matches = matcher(search);
  const networks = await readLatestNetworks(needs.database, { organizationId, since });
  return networks.filter((network) => {
    const { location, place } = whereabouts(network);
    const names = [
      place === 'none' ? unknown : place.name,
      location.city,
      location.regionName,
      location.owner,
    ];
    return names.some((name) => name !== unknown && matches(name));
  });
}
