import type { Database } from '../../db/open.ts';
import { type NamedPlace, readPlaces } from '../../db/places.ts';
import { type Network, type OrganizationId, type Unknown, unknown } from '../../policies/facts.ts';
import type { Where } from '../../views/model.ts';
import type { Location } from '../location/index.ts';
import { bindPlaces } from './rulebook.ts';
import { whereOf } from './where.ts';

/** Where a network is, for the people of one organization. */
export interface Whereabouts {
  readonly location: Location;
  readonly where: Where;
  /** The place that holds the whole of it. */
  readonly place: NamedPlace | 'none';
}

export type LookUpWhereabouts = (network: Network | Unknown) => Whereabouts;

/** For pages and mails, which tell of a request long after it was decided: read once, asked for each of their lines. */
export type WhereaboutsOf = (organizationId: OrganizationId) => Promise<LookUpWhereabouts>;

export function createWhereabouts(needs: {
  readonly database: Database;
  readonly locate: (network: Network | Unknown) => Location;
}): WhereaboutsOf {
  return async (organizationId) => {
    // Of places there are few: the rules, of which there may be very many, say nothing of where a network is.
    const { placesAt, places: named } = bindPlaces(await readPlaces(needs.database, organizationId));
    return (network) => {
      const location = needs.locate(network);
      const places = placesAt(location);
      const [inside] = places === unknown ? [] : places.inside;
      return {
        location,
        where: whereOf(location, places, { places: named }),
        place: (inside === undefined ? undefined : named.get(inside)) ?? 'none',
      };
    };
  };
}
