import type { DeviceId, OrganizationId, UserId } from '../policies/facts.ts';
import type { Connection } from './open.ts';

/** The machines that an organization has given a name, by that name. */
export async function readNamedDevices(
  connection: Connection,
  organizationId: OrganizationId,
  most: number,
): Promise<readonly { readonly id: DeviceId; readonly name: string }[]> {
  const rows = await connection('devices')
    .where({ organization_id: organizationId, joined_into: null })
    .whereNotNull('name')
    .orderBy(['name', 'id'])
    .limit(most)
    .select('id', 'name');
  return rows.map(({ id, name }) => ({ id, name }));
}

/** The roles that somebody has in this organization. */
export async function readRolesIn(
  connection: Connection,
  organizationId: OrganizationId,
): Promise<readonly string[]> {
  const rows = await connection('membership_roles as r')
    .join('memberships as m', 'm.id', 'r.membership_id')
    .where('m.organization_id', organizationId)
    .distinct('r.role')
    .orderBy('r.role');
  return rows.map(({ role }) => role);
}

/** Who has which roles, for all of an organization in one statement. */
export async function readRolesOfMembers(
  connection: Connection,
  organizationId: OrganizationId,
): Promise<ReadonlyMap<UserId, readonly string[]>> {
  const rows = await connection('membership_roles as r')
    .join('memberships as m', 'm.id', 'r.membership_id')
    .where('m.organization_id', organizationId)
    .select('m.user_id', 'r.role');
  const byUser = Map.groupBy(rows, ({ user_id }) => user_id);
  return new Map([...byUser].map(([id, group]) => [id, group.map(({ role }) => role)]));
}
