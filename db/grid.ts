import type { OrganizationId, UserId } from '../policies/facts.ts';
import { checkedFor, type GridQuery } from './grid-lines.ts';
import { type Connection, rowsOf } from './open.ts';
import { entryOf, type PastSignIn, readRoles, told } from './past-sign-ins.ts';

export { type GridKey, type GridLine, type GridQuery, readGrid, readLatestNetworks } from './grid-lines.ts';

export interface GridCounts {
  readonly people: number;
  readonly connections: number;
  /** As many as the grid lists with `only: 'to-check'`. */
  readonly toCheck: number;
}

const countText = `
  select count(*) as people, coalesce(sum(connections), 0) as connections,
    (select count(*) from connections where organization_id = ? and stopped_at > ?) as to_check
  from seen_people where organization_id = ?`;

/** Of the whole organization, whatever the grid shows of it. */
export async function countGrid(
  connection: Connection,
  { organizationId, at }: Pick<GridQuery, 'organizationId' | 'at'>,
): Promise<GridCounts> {
  const [row] = await rowsOf(connection, countText, [organizationId, at - checkedFor, organizationId]);
  return {
    people: Number(row?.people ?? 0),
    connections: Number(row?.connections ?? 0),
    toCheck: Number(row?.to_check ?? 0),
  };
}

/** How many attempts there were since an instant, up to a hundred: the newest are read first, or PostgreSQL would begin with the oldest. */
const newestText = `
  select count(*) as count from (
    select 1 from sign_ins where organization_id = ? and at > ? order by at desc limit 100
  ) newest`;

/** Looking at pages is no attempt, and leaves none: an administrator's own are her sign-ins alone. */
export async function countAttemptsSince(
  connection: Connection,
  organizationId: OrganizationId,
  since: number,
): Promise<number> {
  const [row] = await rowsOf(connection, newestText, [organizationId, since]);
  return Number(row?.count ?? 0);
}

/** Everyone who has a membership, past or present, in the order of their names: few enough to search among. */
export async function readMembers(
  connection: Connection,
  organizationId: OrganizationId,
  at: number,
): Promise<readonly Member[]> {
  const rows = await rowsOf(
    connection,
    `select u.id, u.given_name, u.family_name, u.email, m.job_title, m.access, m.ends_at,
       s.connections is not null as seen
     from memberships m join users u on u.id = m.user_id
     left join seen_people s on s.user_id = m.user_id and s.organization_id = m.organization_id
     where m.organization_id = ? order by u.family_name, u.given_name, u.id`,
    [organizationId],
  );
  return rows.map((row) => ({
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    email: row.email,
    jobTitle: row.job_title,
    access: row.access,
    active: row.ends_at === null || row.ends_at > at,
    seen: Boolean(row.seen),
  }));
}

export interface Member {
  readonly id: UserId;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly jobTitle: string | null;
  readonly access: PastSignIn['access'];
  readonly active: boolean;
  readonly seen: boolean;
}

/** Where one connection was seen, each network and application once, the last one first. */
export async function readConnectionsOf(
  connection: Connection,
  query: { readonly organizationId: OrganizationId; readonly userId: UserId; readonly at: number },
): Promise<readonly SeenConnection[]> {
  const { organizationId, userId, at } = query;
  const rows = await rowsOf(
    connection,
    `select c.id as connection_id, c.user_id, c.browser_id, s.network, s.application_id, s.last_seen as at, s.proof, ${told}
     from connections c
     join sightings s on s.connection_id = c.id
     join browsers b on b.id = c.browser_id
     left join memberships m on m.user_id = c.user_id and m.organization_id = c.organization_id
       and (m.ends_at is null or m.ends_at > ?)
     left join device_browsers x on x.browser_id = b.id and x.organization_id = c.organization_id
     left join devices d on d.id = x.device_id
     where c.organization_id = ? and c.user_id = ?
     order by s.last_seen desc, c.id`,
    [at, organizationId, userId],
  );
  const roles = await readRoles(connection, organizationId);
  return rows.map((row) => ({ ...entryOf(row, roles), connectionId: row.connection_id }));
}

export interface SeenConnection extends PastSignIn {
  readonly connectionId: string;
}
