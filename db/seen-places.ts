import type { OrganizationId } from '../policies/facts.ts';
import { type Connection, rowsOf } from './open.ts';
import { entryOf, type PastSignIn, readRoles, told } from './past-sign-ins.ts';

const seenText = `
  select c.user_id, c.browser_id, s.network, s.application_id, s.last_seen as at, s.proof, ${told}
  from connections c
  join sightings s on s.connection_id = c.id
  join users u on u.id = c.user_id and u.disabled_at is null
  join browsers b on b.id = c.browser_id
  join memberships m on m.user_id = c.user_id and m.organization_id = c.organization_id
    and (m.ends_at is null or m.ends_at > ?) and m.access <> 'never'
  left join device_browsers x on x.browser_id = b.id and x.organization_id = c.organization_id
  left join devices d on d.id = x.device_id
  where c.organization_id = ? and c.last_seen > ? and s.last_seen > ?
  order by s.last_seen desc, s.network, c.id`;

/**
 * Where members who may enter were seen since then, let in or not: one line for each person, browser, network and application,
 * the last attempt first. In two statements, however many.
 */
export async function readSeenAt(
  connection: Connection,
  query: { readonly organizationId: OrganizationId; readonly since: number; readonly at: number },
): Promise<readonly PastSignIn[]> {
  const { organizationId, since, at } = query;
  const rows = await rowsOf(connection, seenText, [at, organizationId, since, since]);
  const roles = await readRoles(connection, organizationId);
  return rows.map((row) => entryOf(row, roles));
}
