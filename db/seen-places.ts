import type { OrganizationId } from '../policies/facts.ts';
import { type Connection, type Row, rowsOf } from './open.ts';
import { entryOf, type PastSignIn, readRoles, told } from './past-sign-ins.ts';

/** The newest ones of an organization, however long its history is. */
const newest = `
  select s.connection_id, s.network, s.application_id, s.last_seen, s.proof
  from connections n
  join sightings s on s.connection_id = n.id
  where n.organization_id = ? and n.last_seen > ? and s.last_seen > ?
  order by s.last_seen desc
  limit ?`;
const connectionsText = `
  select c.id as connection_id, c.user_id, c.browser_id, ${told}
  from connections c
  join users u on u.id = c.user_id and u.disabled_at is null
  join browsers b on b.id = c.browser_id
  join memberships m on m.user_id = c.user_id and m.organization_id = c.organization_id
    and (m.ends_at is null or m.ends_at > ?) and m.access <> 'never'
  left join device_browsers x on x.browser_id = b.id and x.organization_id = c.organization_id
  left join devices d on d.id = x.device_id
  where c.id in (select connection_id from (${newest}) seen) and c.organization_id = ?`;

/**
 * Where members who may enter were seen since then, let in or not: one for each person, browser, network and application,
 * the last attempt first, so many at the most. What is the same for all that one browser did is read once: they are many.
 */
export async function readSeenAt(
  connection: Connection,
  query: {
    readonly organizationId: OrganizationId;
    readonly since: number;
    readonly at: number;
    readonly most: number;
  },
): Promise<{ readonly seen: readonly PastSignIn[]; readonly isAll: boolean }> {
  const { organizationId, since, at, most } = query;
  const newestOf = [organizationId, since, since, most];
  const rows = await rowsOf(connection, newest, newestOf);
  const roles = await readRoles(connection, organizationId);
  const connections = new Map(
    (await rowsOf(connection, connectionsText, [at, ...newestOf, organizationId])).map((row: Row) => [
      row.connection_id,
      entryOf(row, roles),
    ]),
  );
  const seen = rows.flatMap((row): readonly PastSignIn[] => {
    const same = connections.get(row.connection_id);
    if (!same) return [];
    const { network, application_id: applicationId, proof } = row;
    return [{ ...same, network, applicationId, proof, at: Number(row.last_seen) }];
  });
  return { seen, isAll: rows.length < most };
}
