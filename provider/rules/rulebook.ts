import type { Database } from '../../db/open.ts';
import { type NamedPlace, readPlaces } from '../../db/places.ts';
import { readRules } from '../../db/rules.ts';
import { type CompiledRules, compile } from '../../policies/compile.ts';
import type { OrganizationId, PlaceId } from '../../policies/facts.ts';
import { compilePlaces, type PlacesAt } from '../../policies/places.ts';

/** All that decides in one organization, at one version: its rules, and the places that they speak of. */
export interface Rulebook {
  readonly rules: CompiledRules;
  readonly placesAt: PlacesAt;
  readonly places: ReadonlyMap<PlaceId, NamedPlace>;
}

export type RulebookOf = (organizationId: OrganizationId, policyVersion: number) => Promise<Rulebook>;

/** Of no organization: nothing authorizes, nothing refuses. */
export const emptyRulebook: Rulebook = bind([], [], 0);

/**
 * The rulebook of each organization, compiled once per version.
 * The version comes with the membership, so that no process decides on an older one than it names.
 */
export function createRulebooks(database: Database, most = 1000): RulebookOf {
  const bound = new Map<OrganizationId, Rulebook>();
  return async (organizationId, policyVersion) => {
    const known = bound.get(organizationId);
    if (known?.rules.policyVersion === policyVersion) return known;
    const [rules, places] = await Promise.all([
      readRules(database, organizationId),
      readPlaces(database, organizationId),
    ]);
    const fresh = bind(rules, places, policyVersion);
    const oldest = bound.size >= most ? bound.keys().next().value : undefined;
    if (oldest !== undefined) bound.delete(oldest);
    bound.set(organizationId, fresh);
    return fresh;
  };
}

export function bind(
  rules: Parameters<typeof compile>[0],
  places: readonly NamedPlace[],
  policyVersion: number,
): Rulebook {
  return { rules: compile(rules, policyVersion), ...bindPlaces(places) };
}

export function bindPlaces(places: readonly NamedPlace[]): Omit<Rulebook, 'rules'> {
  return { placesAt: compilePlaces(places), places: new Map(places.map((place) => [place.id, place])) };
}
