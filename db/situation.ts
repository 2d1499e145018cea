import type {
  Access,
  ApprovalRequestId,
  BrowserId,
  Network,
  OrganizationId,
  Unknown,
  UserId,
} from '../policies/facts.ts';
import type { Connection, Row } from './open.ts';

/** The request of this person and browser that has not let anyone in yet. */
export interface OpenRequest {
  readonly id: ApprovalRequestId;
  readonly status: 'pending' | 'approved' | 'superseded';
  readonly network: Network | Unknown;
  readonly waitedSince: number;
  readonly decidedAt: number | null;
}

export interface MembershipSituation {
  readonly membershipId: string;
  readonly organizationId: OrganizationId;
  readonly alias: string;
  readonly organizationName: string;
  readonly timeZone: string;
  readonly padlock: 'open' | 'closed';
  readonly policyVersion: number;
  readonly access: Access;
  readonly roles: readonly string[];
  readonly device: 'stolen' | 'ordinary';
  readonly connection: 'seen' | 'new';
  readonly network: 'seen' | 'new';
  readonly request: OpenRequest | 'none';
  readonly lastSeen: number | null;
}

export interface Situation {
  readonly userId: UserId;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: 'fr' | 'en';
  readonly account: 'active' | 'disabled';
  readonly sessionsRevokedAt: number;
  readonly browserId: BrowserId | Unknown;
  /** Some organization marked this browser's device as shared: its session is short. */
  readonly sharedDevice: boolean;
  /** Active memberships only, the most recently used first. */
  readonly memberships: readonly MembershipSituation[];
}

export interface SituationQuery {
  readonly userId: string;
  readonly browserTokenHash: string | undefined;
  readonly network: Network | Unknown;
  readonly at: number;
}

/**
 * Everything the database knows of a person who signs in with this browser, in one statement.
 * It is read at every authorization request; nothing here is older than that statement.
 */
export async function readSituation(
  connection: Connection,
  query: SituationQuery,
): Promise<Situation | undefined> {
  const rows = await connection('users as u')
    .where('u.id', query.userId)
    .leftJoin('browsers as b', 'b.token_hash', connection.raw('?', [query.browserTokenHash ?? '']))
    .leftJoin('memberships as m', (on) =>
      on
        .on('m.user_id', 'u.id')
        .andOn((active) =>
          active.onNull('m.ends_at').orOn('m.ends_at', '>', connection.raw('?', [query.at])),
        ),
    )
    .leftJoin('organizations as o', 'o.id', 'm.organization_id')
    .leftJoin('membership_roles as r', 'r.membership_id', 'm.id')
    .leftJoin('connections as c', (on) =>
      on.on('c.user_id', 'u.id').on('c.browser_id', 'b.id').on('c.organization_id', 'o.id'),
    )
    .leftJoin('device_browsers as db', (on) =>
      on.on('db.browser_id', 'b.id').on('db.organization_id', 'o.id'),
    )
    .leftJoin('devices as d', 'd.id', 'db.device_id')
    .leftJoin('approval_requests as a', (on) =>
      on
        .on('a.user_id', 'u.id')
        .on('a.browser_id', 'b.id')
        .on('a.organization_id', 'o.id')
        .onNull('a.used_at')
        .onIn('a.status', ['pending', 'approved', 'superseded']),
    )
    .orderBy('c.last_seen', 'desc')
    .orderBy('a.opened_at', 'desc')
    .select(
      'u.id as user_id',
      'u.email',
      'u.given_name',
      'u.family_name',
      'u.language',
      'u.disabled_at',
      'u.sessions_revoked_at',
      'b.id as browser_id',
      'm.id as membership_id',
      'm.access',
      'r.role',
      'o.id as organization_id',
      'o.alias',
      'o.name as organization_name',
      'o.time_zone',
      'o.locked',
      'o.relock_at',
      'o.policy_version',
      'd.stolen_at',
      'c.id as connection_id',
      'c.last_seen',
      'a.id as request_id',
      'a.status as request_status',
      'a.network as request_network',
      'a.waited_since',
      'a.decided_at',
      connection.raw(
        'exists (select 1 from sightings s where s.connection_id = c.id and s.network = ?) as network_seen',
        [query.network],
      ),
      connection.raw(
        'exists (select 1 from device_browsers x join devices y on y.id = x.device_id where x.browser_id = b.id and y.shared) as shared_device',
      ),
    );
  const first = rows[0];
  if (!first) return undefined;
  return {
    userId: first.user_id,
    email: first.email,
    givenName: first.given_name,
    familyName: first.family_name,
    language: first.language === 'en' ? 'en' : 'fr',
    account: first.disabled_at === null ? 'active' : 'disabled',
    sessionsRevokedAt: first.sessions_revoked_at ?? 0,
    browserId: first.browser_id ?? 'unknown',
    sharedDevice: Boolean(first.shared_device),
    memberships: memberships(rows, query.at),
  };
}

function memberships(rows: readonly Row[], at: number): readonly MembershipSituation[] {
  const byOrganization = Map.groupBy(
    rows.filter((row) => row.membership_id !== null),
    (row) => row.organization_id,
  );
  return [...byOrganization.values()]
    .flatMap((group) => (group[0] ? [membership(group[0], group, at)] : []))
    .sort((one, other) => (other.lastSeen ?? 0) - (one.lastSeen ?? 0));
}

const membership = (row: Row, group: readonly Row[], at: number): MembershipSituation => ({
  membershipId: row.membership_id,
  organizationId: row.organization_id,
  alias: row.alias,
  organizationName: row.organization_name,
  timeZone: row.time_zone,
  padlock: row.locked || (row.relock_at !== null && row.relock_at <= at) ? 'closed' : 'open',
  policyVersion: row.policy_version,
  access: row.access,
  roles: [...new Set(group.map((one) => one.role))].filter((role) => role !== null).sort(),
  device: row.stolen_at === null ? 'ordinary' : 'stolen',
  connection: row.connection_id === null ? 'new' : 'seen',
  network: row.network_seen ? 'seen' : 'new',
  lastSeen: row.last_seen,
  request:
    row.request_id === null
      ? 'none'
      : {
          id: row.request_id,
          status: row.request_status,
          network: row.request_network ?? 'unknown',
          waitedSince: row.waited_since,
          decidedAt: row.decided_at,
        },
});

export interface Parentage {
  readonly organizations: readonly { readonly id: OrganizationId; readonly alias: string }[];
}

/** The organizations where a proven address of this person stands on a child record. */
export async function readParentage(connection: Connection, userId: UserId): Promise<Parentage> {
  const organizations = await connection('proven_addresses as a')
    .join('child_record_parents as p', 'p.email', 'a.email')
    .join('child_records as c', 'c.id', 'p.child_record_id')
    .join('organizations as o', 'o.id', 'c.organization_id')
    .where('a.user_id', userId)
    .distinct('o.id', 'o.alias')
    .orderBy('o.alias');
  return { organizations };
}
