import type { Access, OrganizationId, UserId } from '../policies/facts.ts';
import type { Connection } from './open.ts';

export async function findAccess(
  connection: Connection,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<Access | undefined> {
  const row = await connection('memberships')
    .where({ organization_id: organizationId, user_id: userId })
    .first('access');
  return row?.access;
}

export async function setAccess(
  transaction: Connection,
  organizationId: OrganizationId,
  userId: UserId,
  access: Access,
): Promise<void> {
  await transaction('memberships')
    .where({ organization_id: organizationId, user_id: userId })
    .update({ access });
}
