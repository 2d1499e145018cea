import type { Reason } from '../policies/decision.ts';
import type {
  Access,
  ApplicationId,
  ApprovalRequestId,
  BrowserId,
  Network,
  OrganizationId,
  SignInFacts,
  Unknown,
  UserId,
} from '../policies/facts.ts';
import type { Travel } from '../policies/travel.ts';
import { type BrowserLabels, labelsOf } from './browsers.ts';
import { type Connection, type Row, rowsOf } from './open.ts';
import { type LinkedDevice, linkedDevice } from './situation.ts';

/** One person with one browser on one network, as it was seen; her membership and the device as they are now. */
export interface PastSignIn {
  readonly at: number;
  readonly userId: UserId;
  readonly browserId: BrowserId;
  readonly network: Network | Unknown;
  readonly applicationId: ApplicationId;
  readonly access: Access;
  readonly roles: readonly string[];
  readonly labels: BrowserLabels;
  readonly device: LinkedDevice | 'none';
  /** Whether the browser showed its key then. */
  readonly proof: SignInFacts['proof'];
}

/** What a row tells of the browser, the device and the membership, beside who, where and when. */
export const told = `b.kind, b.family, b.system, b.model, d.id as device_id, d.kind as device_kind, d.stolen_at,
    m.id as membership_id, m.access`;
const tellers = `join memberships m on m.user_id = u.id and m.organization_id = ? and (m.ends_at is null or m.ends_at > ?)
  left join device_browsers x on x.browser_id = b.id and x.organization_id = m.organization_id
  left join devices d on d.id = x.device_id`;

const sighting = `c.user_id, c.browser_id, s.network, s.application_id, s.allowed_at as at, s.proof, ${told}`;
const sightingsText = `
  select ${sighting}
  from connections c
  join sightings s on s.connection_id = c.id
  join users u on u.id = c.user_id and u.disabled_at is null
  join browsers b on b.id = c.browser_id
  ${tellers}
  where c.organization_id = ? and c.last_seen > ? and s.allowed_at > ? and s.network <> 'unknown'`;
/** From the few who have the role to their own connections: SQLite keeps the order of a cross join, and is kept from all of the organization's. */
const sightingsOfRoleText = `
  select ${sighting}
  from memberships m
  join membership_roles r on r.membership_id = m.id and r.role = ?
  join users u on u.id = m.user_id and u.disabled_at is null
  cross join connections c
  join sightings s on s.connection_id = c.id
  join browsers b on b.id = c.browser_id
  left join device_browsers x on x.browser_id = b.id and x.organization_id = m.organization_id
  left join devices d on d.id = x.device_id
  where m.organization_id = ? and (m.ends_at is null or m.ends_at > ?)
    and c.user_id = m.user_id and c.organization_id || '' = m.organization_id and c.last_seen > ?
    and s.allowed_at > ? and s.network <> 'unknown'`;

/** Every connection that let an active member in since then, one line a network and application, the last time of each. */
export async function readRecentEntries(
  connection: Connection,
  query: {
    readonly organizationId: OrganizationId;
    readonly since: number;
    readonly at: number;
    readonly role?: string;
  },
): Promise<readonly PastSignIn[]> {
  const { organizationId, since, at, role } = query;
  const rows = await (role === undefined
    ? rowsOf(connection, sightingsText, [organizationId, at, organizationId, since, since])
    : rowsOf(connection, sightingsOfRoleText, [role, organizationId, at, since, since]));
  return withRoles(connection, organizationId, rows);
}

const attemptsText = `
  select s.user_id, s.browser_id, s.network, s.application_id, s.at, s.proof, ${told}
  from sign_ins s
  join users u on u.id = s.user_id and u.disabled_at is null
  join browsers b on b.id = s.browser_id
  ${tellers}
  where s.organization_id = ? and s.at > ? and s.outcome = 'allow' and s.network is not null
  order by s.at desc
  limit ?`;

/** The last attempts that let an active member in, the newest first. */
export async function readPastSignIns(
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
  return withRoles(connection, organizationId, rows);
}

const pendingText = `
  select a.id as request_id, a.user_id, a.browser_id, a.network, a.application_id, a.opened_at as at, a.proof, a.reasons, ${told}
  from approval_requests a
  join users u on u.id = a.user_id and u.disabled_at is null
  join browsers b on b.id = a.browser_id
  ${tellers}
  where a.organization_id = ? and a.status = 'pending' and a.expires_at > ?`;

export interface PendingAttempt extends PastSignIn {
  readonly requestId: ApprovalRequestId;
  /** As it was when it was asked: no change of rules makes a journey possible. */
  readonly travel: Travel;
}

/** What waits in an organization, as a change of rules decides it anew. */
export async function readPendingAttempts(
  connection: Connection,
  organizationId: OrganizationId,
  at: number,
): Promise<readonly PendingAttempt[]> {
  const rows = await rowsOf(connection, pendingText, [organizationId, at, organizationId, at]);
  const attempts = await withRoles(connection, organizationId, rows);
  return attempts.flatMap((attempt, index) => {
    const row = rows[index];
    if (!row) return [];
    return [{ ...attempt, requestId: row.request_id, travel: travelIn(row.reasons) }];
  });
}

function travelIn(reasons: string): Travel {
  const all: readonly Reason[] = JSON.parse(reasons);
  const impossible = all.find(({ kind }) => kind === 'impossible-travel');
  return impossible?.kind === 'impossible-travel'
    ? { ...impossible, kind: 'impossible' }
    : { kind: 'unknown' };
}

/** Roles of all members in one statement, whatever the number of lines. */
export async function readRoles(
  connection: Connection,
  organizationId: OrganizationId,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await connection('membership_roles as r')
    .join('memberships as m', 'm.id', 'r.membership_id')
    .where('m.organization_id', organizationId)
    .orderBy('r.role')
    .select('r.membership_id', 'r.role');
  const byMembership = Map.groupBy(rows, (row) => row.membership_id);
  return new Map([...byMembership].map(([id, group]) => [id, group.map(({ role }) => role)]));
}

async function withRoles(
  connection: Connection,
  organizationId: OrganizationId,
  rows: readonly Row[],
): Promise<readonly PastSignIn[]> {
  if (rows.length === 0) return [];
  const roles = await readRoles(connection, organizationId);
  return rows.map((row) => entryOf(row, roles));
}

/** Whoever is no member any more has no access. */
export const entryOf = (row: Row, roles: ReadonlyMap<string, readonly string[]>): PastSignIn => ({
  at: Number(row.at),
  userId: row.user_id,
  browserId: row.browser_id,
  network: row.network ?? 'unknown',
  applicationId: row.application_id,
  access: row.access ?? 'never',
  roles: roles.get(row.membership_id) ?? [],
  labels: labelsOf(row),
  device: linkedDevice(row),
  proof: row.proof ?? 'unproven',
});

/** How many people were let in from each network, and on how many days (UTC), since then. */
export async function readUseOfNetworks(
  connection: Connection,
  organizationId: OrganizationId,
  since: number,
): Promise<ReadonlyMap<Network, { readonly people: number; readonly days: number }>> {
  const rows = await rowsOf(
    connection,
    `select network, count(distinct user_id) as people, count(distinct at / 86400000) as days from sign_ins
     where organization_id = ? and at > ? and outcome = 'allow' and network is not null group by network`,
    [organizationId, since],
  );
  return new Map(rows.map((row) => [row.network, { people: Number(row.people), days: Number(row.days) }]));
}

/** When this organization's history begins, in milliseconds UTC. */
export async function readFirstSeen(
  connection: Connection,
  organizationId: OrganizationId,
): Promise<number | undefined> {
  const row = await connection('sign_ins').where({ organization_id: organizationId }).min('at as at').first();
  return row?.at === null || row?.at === undefined ? undefined : Number(row.at);
}

/** Active members who were never let in, or never came, since then. */
export async function readNeverSeen(
  connection: Connection,
  query: { readonly organizationId: OrganizationId; readonly since: number; readonly at: number },
): Promise<readonly { readonly id: UserId; readonly givenName: string; readonly familyName: string }[]> {
  const rows = await rowsOf(
    connection,
    `select u.id, u.given_name, u.family_name from memberships m
     join users u on u.id = m.user_id and u.disabled_at is null
     where m.organization_id = ? and m.access = 'by_rules' and (m.ends_at is null or m.ends_at > ?)
       and not exists (select 1 from sign_ins s where s.user_id = u.id and s.organization_id = m.organization_id
         and s.outcome = 'allow' and s.at > ?)
     order by u.family_name, u.given_name, u.id`,
    [query.organizationId, query.at, query.since],
  );
  return rows.map((row) => ({ id: row.id, givenName: row.given_name, familyName: row.family_name }));
}
