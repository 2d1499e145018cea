import type { OrganizationId } from '../policies/facts.ts';
import { type Connection, rowsOf } from './open.ts';
import { entryOf, type PastSignIn, readRoles, told } from './past-sign-ins.ts';

const attemptsText = `
  select s.user_id, s.browser_id, s.network, s.application_id, s.at, s.proof, ${told}
  from sign_ins s
  join users u on u.id = s.user_id and u.disabled_at is null
  join browsers b on b.id = s.browser_id
  join memberships m on m.user_id = u.id and m.organization_id = ? and (m.ends_at is null or m.ends_at > ?)
  left join device_browsers x on x.browser_id = b.id and x.organization_id = m.organization_id
  left join devices d on d.id = x.device_id
  where s.organization_id = ? and s.at > ?
  order by s.at desc
  limit ?`;

/** The last attempts of active members, whatever became of them, the newest first. */
export async function readAttempts(
  connection: Connection,
  query: {
    readonly organizationId: OrganizationId;
    readonly since: number;
    readonly at: number;
    readonly most: number;
  },
): Promise<readonly PastSignIn[]> {
  const { organizationId, since, at, most } = query;
  const rows = await rowsOf(connection, attemptsText, [organizationId, at, organizationId, since, most]);
  if (rows.length === 0) return [];
  const roles = await readRoles(connection, organizationId);
  return rows.map((row) => entryOf(row, roles));
}
