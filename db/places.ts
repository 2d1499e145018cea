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

export interface NewPlace extends Omit<NamedPlace, 'id'> {
  readonly organizationId: OrganizationId;
  readonly at: number;
}

/** To be called in a transaction: a place is part of what decides, so the policy version rises. */
export async function addPlace(transaction: Connection, given: NewPlace): Promise<PlaceId> {
  const id = newId<PlaceId>();
  const { circle } = given;
  await transaction('places').insert({
    id,
    organization_id: given.organizationId,
    site_id: given.siteId,
    name: given.name,
    latitude: circle === 'none' ? null : circle.latitude,
    longitude: circle === 'none' ? null : circle.longitude,
    radius_meters: circle === 'none' ? null : circle.radiusMeters,
    created_at: given.at,
  });
  if (given.ranges.length > 0)
    await transaction('place_networks').insert(given.ranges.map((cidr) => ({ place_id: id, cidr })));
  await raisePolicyVersion(transaction, given.organizationId);
  return id;
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
