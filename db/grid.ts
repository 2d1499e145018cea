import type { Outcome, Reason } from '../policies/decision.ts';
import type { ApplicationId, Network, OrganizationId, Unknown, UserId } from '../policies/facts.ts';
import { type BrowserLabels, labelsOf } from './browsers.ts';
import { type Connection, rowsOf } from './open.ts';
import { entryOf, type PastSignIn, readRoles, told } from './past-sign-ins.ts';

/** One connection as the grid shows it: the last attempt of one person with one browser. */
export interface GridLine extends PastSignIn {
  readonly connectionId: string;
  readonly personName: string;
  readonly jobTitle: string | null;
  readonly isMember: boolean;
}

export interface GridQuery {
  readonly organizationId: OrganizationId;
  readonly at: number;
  /** Attempts after this instant, in milliseconds UTC; 0: all. */
  readonly since: number;
  readonly applicationId: string | 'all';
  /** Of these people only, or of everyone. */
  readonly userIds: readonly UserId[] | 'all';
}

/** Where a page ends, and the next one begins. */
export interface GridKey {
  readonly lastSeen: number;
  readonly id: string;
}

const filtered = ({ applicationId, userIds }: GridQuery) => `
  where c.organization_id = ? and c.last_seen > ?
  ${applicationId === 'all' ? '' : 'and exists (select 1 from sightings f where f.connection_id = c.id and f.application_id = ? and f.last_seen > ?)'}
  ${userIds === 'all' ? '' : `and c.user_id in (${userIds.map(() => '?').join(', ') || 'null'})`}`;

const filter = ({ organizationId, since, applicationId, userIds }: GridQuery) => [
  organizationId,
  since,
  ...(applicationId === 'all' ? [] : [applicationId, since]),
  ...(userIds === 'all' ? [] : userIds),
];

const lines = (query: GridQuery, after: GridKey | 'first') => `
  select c.id as connection_id, c.user_id, c.browser_id, c.last_seen as at, u.given_name, u.family_name, m.job_title,
    (select s.network from sightings s where s.connection_id = c.id order by s.last_seen desc limit 1) as network,
    (select s.application_id from sightings s where s.connection_id = c.id order by s.last_seen desc limit 1) as application_id,
    (select s.proof from sightings s where s.connection_id = c.id order by s.last_seen desc limit 1) as proof,
    ${told}
  from connections c
  join users u on u.id = c.user_id
  join browsers b on b.id = c.browser_id
  left join memberships m on m.user_id = u.id and m.organization_id = c.organization_id
    and (m.ends_at is null or m.ends_at > ?)
  left join device_browsers x on x.browser_id = b.id and x.organization_id = c.organization_id
  left join devices d on d.id = x.device_id
  ${filtered(query)}
  ${after === 'first' ? '' : 'and (c.last_seen < ? or (c.last_seen = ? and c.id < ?))'}
  order by c.last_seen desc, c.id desc
  limit ?`;

/** One page of the grid, the last attempt first; pages follow one another by key. */
export async function readGrid(
  connection: Connection,
  query: GridQuery,
  page: { readonly after: GridKey | 'first'; readonly most: number },
): Promise<readonly GridLine[]> {
  const { after, most } = page;
  const key = after === 'first' ? [] : [after.lastSeen, after.lastSeen, after.id];
  const rows = await rowsOf(connection, lines(query, after), [query.at, ...filter(query), ...key, most]);
  const roles = await readRoles(connection, query.organizationId);
  return rows.map((row) => ({
    ...entryOf(row, roles),
    connectionId: row.connection_id,
    personName: `${row.given_name} ${row.family_name}`,
    jobTitle: row.job_title,
    isMember: row.membership_id !== null,
  }));
}

export interface GridCounts {
  readonly people: number;
  readonly connections: number;
  /** Whose last attempt somewhere was not let in. */
  readonly toCheck: number;
}

export async function countGrid(connection: Connection, query: GridQuery): Promise<GridCounts> {
  const [row] = await rowsOf(
    connection,
    `select count(*) as connections, count(distinct c.user_id) as people, sum(case when exists (
        select 1 from sightings s where s.connection_id = c.id and (s.allowed_at is null or s.allowed_at < s.last_seen)
      ) then 1 else 0 end) as to_check
     from connections c ${filtered(query)}`,
    filter(query),
  );
  return {
    people: Number(row?.people ?? 0),
    connections: Number(row?.connections ?? 0),
    toCheck: Number(row?.to_check ?? 0),
  };
}

/** How many attempts there were since an instant. */
export async function countAttemptsSince(
  connection: Connection,
  organizationId: OrganizationId,
  since: number,
): Promise<number> {
  const [row] = await rowsOf(
    connection,
    'select count(*) as count from (select 1 from sign_ins where organization_id = ? and at > ? limit 100) newest',
    [organizationId, since],
  );
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
       exists (select 1 from connections c where c.user_id = u.id and c.organization_id = m.organization_id) as seen
     from memberships m join users u on u.id = m.user_id
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

/** The last attempts of one person in one organization, with what was decided. */
export async function readHistoryOf(
  connection: Connection,
  query: { readonly organizationId: OrganizationId; readonly userId: UserId; readonly most: number },
): Promise<readonly PastAttempt[]> {
  const rows = await rowsOf(
    connection,
    `select s.at, s.outcome, s.reasons, s.network, s.application_id, b.kind, b.family, b.system, b.model
     from sign_ins s left join browsers b on b.id = s.browser_id
     where s.user_id = ? and s.organization_id = ? order by s.at desc limit ?`,
    [query.userId, query.organizationId, query.most],
  );
  return rows.map((row) => ({
    at: Number(row.at),
    outcome: row.outcome,
    reasons: JSON.parse(row.reasons),
    network: row.network ?? 'unknown',
    applicationId: row.application_id,
    browser: row.kind === null ? unseenBrowser : labelsOf(row),
  }));
}

const unseenBrowser: BrowserLabels = {
  kind: 'unknown',
  family: 'unknown',
  system: 'unknown',
  model: 'unknown',
};

export interface PastAttempt {
  readonly at: number;
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  readonly network: Network | Unknown;
  readonly applicationId: ApplicationId;
  readonly browser: BrowserLabels;
}
