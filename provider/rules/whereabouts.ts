import type { Database } from '../../db/open.ts';
import { readOrganization } from '../../db/organizations.ts';
import type { NamedPlace } from '../../db/places.ts';
import { type Network, type OrganizationId, type Unknown, unknown } from '../../policies/facts.ts';
import type { Where } from '../../views/model.ts';
import type { Location } from '../location/index.ts';
import { emptyRulebook, type RulebookOf } from './rulebook.ts';
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
  readonly rulebookOf: RulebookOf;
  readonly locate: (network: Network | Unknown) => Location;
}): WhereaboutsOf {
  return async (organizationId) => {
    const organization = await readOrganization(needs.database, organizationId);
    const rulebook = organization
      ? await needs.rulebookOf(organizationId, organization.policyVersion)
      : emptyRulebook;
    return (network) => {
      const location = needs.locate(network);
      const places = rulebook.placesAt(location);
      const [inside] = places === unknown ? [] : places.inside;
      return {
        location,
        where: whereOf(location, places, rulebook),
        place: (inside === undefined ? undefined : rulebook.places.get(inside)) ?? 'none',
      };
    };
  };
}
