import type { OrganizationId, PlaceId } from '../policies/facts.ts';
import type { Place } from '../policies/places.ts';
import { newId } from './ids.ts';
import type { Connection, Row } from './open.ts';
import { raisePolicyVersion } from './rules.ts';

export interface NamedPlace extends Place {
  readonly name: string;
  readonly siteId: string | null;
}

/** Every place of an organization, the oldest first. */
export async function readPlaces(
  connection: Connection,
  organizationId: OrganizationId,
): Promise<readonly NamedPlace[]> {
  const rows = await connection('places as p')
    .leftJoin('place_networks as n', 'n.place_id', 'p.id')
    .where('p.organization_id', organizationId)
    .whereNull('p.removed_at')
    .orderBy(['p.created_at', 'p.id', 'n.cidr'])
    .select('p.id', 'p.name', 'p.site_id', 'p.latitude', 'p.longitude', 'p.radius_meters', 'n.cidr');
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap(([row, ...more]) =>
    row ? [place(row, [row, ...more])] : [],
  );
}

const place = (row: Row, group: readonly Row[]): NamedPlace => ({
  id: row.id,
  name: row.name,
  siteId: row.site_id,
  ranges: group.flatMap(({ cidr }) => (cidr === null ? [] : [cidr])),
  circle:
    row.latitude === null || row.longitude === null || row.radius_meters === null
      ? 'none'
      : { latitude: row.latitude, longitude: row.longitude, radiusMeters: row.radius_meters },
});

export async function isSiteOf(
  connection: Connection,
  organizationId: OrganizationId,
  siteId: string,
): Promise<boolean> {
  const found = await connection('sites').where({ id: siteId, organization_id: organizationId }).first('id');
  return found !== undefined;
}

/** The installations of an organization, the oldest first. */
export async function readSites(
  connection: Connection,
  organizationId: OrganizationId,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await connection('sites')
    .where({ organization_id: organizationId })
    .orderBy(['created_at', 'id'])
    .select('id', 'name');
  return rows.map(({ id, name }) => ({ id, name }));
}

/** Which of these are, or were before they were removed, places of this organization. */
export async function findPlacesEver(
  connection: Connection,
  organizationId: OrganizationId,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await connection('places')
    .where({ organization_id: organizationId })
    .whereIn('id', ids)
    .select('id');
  return new Set(rows.map(({ id }) => id));
}

export interface NewPlace extends Omit<NamedPlace, 'id'> {
  readonly organizationId: OrganizationId;
  readonly at: number;
}

/** To be called in a transaction: a place is part of what decides, so the policy version rises. */
export async function addPlace(transaction: Connection, given: NewPlace): Promise<PlaceId> {
  const id = newId<PlaceId>();
  await transaction('places').insert({
    id,
    organization_id: given.organizationId,
    ...columnsOf(given),
    created_at: given.at,
  });
  await addRanges(transaction, id, given.ranges);
  await raisePolicyVersion(transaction, given.organizationId);
  return id;
}

const columnsOf = ({ siteId, name, circle }: Omit<NamedPlace, 'id' | 'ranges'>) => ({
  site_id: siteId,
  name,
  latitude: circle === 'none' ? null : circle.latitude,
  longitude: circle === 'none' ? null : circle.longitude,
  radius_meters: circle === 'none' ? null : circle.radiusMeters,
});

async function addRanges(transaction: Connection, id: PlaceId, ranges: readonly string[]): Promise<void> {
  if (ranges.length > 0)
    await transaction('place_networks').insert(ranges.map((cidr) => ({ place_id: id, cidr })));
}

/** All that it is, anew, its rules as they are; false when the organization has none of that id. */
export async function changePlace(
  transaction: Connection,
  organizationId: OrganizationId,
  place: NamedPlace,
): Promise<boolean> {
  const changed = await transaction('places')
    .where({ id: place.id, organization_id: organizationId })
    .whereNull('removed_at')
    .update(columnsOf(place));
  if (changed === 0) return false;
  await transaction('place_networks').where({ place_id: place.id }).delete();
  await addRanges(transaction, place.id, place.ranges);
  await raisePolicyVersion(transaction, organizationId);
  return true;
}

/** The opposite of `removePlace`, but for the rules, which the caller restores; false when it was not removed. */
export async function restorePlace(
  transaction: Connection,
  organizationId: OrganizationId,
  id: PlaceId,
): Promise<boolean> {
  const restored = await transaction('places')
    .where({ id, organization_id: organizationId })
    .whereNotNull('removed_at')
    .update({ removed_at: null });
  await raisePolicyVersion(transaction, organizationId);
  return restored === 1;
}

/** Takes a place away and ends the rules that name it; false when the organization has none of that id. */
export async function removePlace(
  transaction: Connection,
  {
    organizationId,
    id,
    at,
  }: { readonly organizationId: OrganizationId; readonly id: PlaceId; readonly at: number },
): Promise<boolean> {
  const removed = await transaction('places')
    .where({ id, organization_id: organizationId })
    .whereNull('removed_at')
    .update({ removed_at: at });
  if (removed === 0) return false;
  await transaction('rules')
    .where({ organization_id: organizationId, place_id: id })
    .whereNull('ended_at')
    .update({ ended_at: at });
  await raisePolicyVersion(transaction, organizationId);
  return true;
}
