import type { Network, OrganizationId, UserId } from '../policies/facts.ts';
import { type Connection, rowsOf } from './open.ts';

interface Of {
  readonly organizationId: OrganizationId;
  readonly userIds: readonly UserId[];
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ') || 'null';

/** How many requests of each person wait. */
export async function countOpenRequests(
  connection: Connection,
  { organizationId, userIds, at }: Of & { readonly at: number },
): Promise<(userId: UserId) => number> {
  const rows = await rowsOf(
    connection,
    `select user_id, count(*) as count from approval_requests
     where user_id in (${marks(userIds)}) and organization_id = ? and status = 'pending' and expires_at > ?
     group by user_id`,
    [...userIds, organizationId, at],
  );
  const counts = new Map<UserId, number>(rows.map((row) => [row.user_id, Number(row.count)]));
  return (userId) => counts.get(userId) ?? 0;
}

/** The networks that each person was let in from, ever. */
export async function readAllowedNetworks(
  connection: Connection,
  { organizationId, userIds }: Of,
): Promise<(userId: UserId) => readonly Network[]> {
  const rows = await rowsOf(
    connection,
    `select distinct c.user_id, s.network from connections c join sightings s on s.connection_id = c.id
     where c.user_id in (${marks(userIds)}) and c.organization_id = ? and s.allowed_at is not null
       and s.network <> 'unknown'`,
    [...userIds, organizationId],
  );
  const networks = Map.groupBy(rows, (row) => row.user_id);
  return (userId) => (networks.get(userId) ?? []).map((row) => row.network);
}
