import type {
  Access,
  ApprovalRequestId,
  BrowserId,
  DeviceId,
  Network,
  OrganizationId,
  Unknown,
  UserId,
} from '../policies/facts.ts';
import type { MachineKind } from '../policies/recognition.ts';
import { adoptedKeysText, proofKeyText } from './browser-keys.ts';
import { type BrowserLabels, isSharedText, labelsOf } from './browsers.ts';
import { type Connection, type Row, rowsOf } from './open.ts';
import { isClosed } from './padlock.ts';

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
  /** The device that this organization linked this browser to, or none: the browser is a device of its own. */
  readonly device: LinkedDevice | 'none';
  /** The key that this browser proves itself by here: what an approval has adopted, else what it was named with. */
  readonly proofKey: string | 'none';
  /** The last sign-in that let this person into this organization. */
  readonly lastEntry: { readonly network: Network; readonly at: number } | 'none';
  readonly connection: 'seen' | 'new';
  readonly network: 'seen' | 'new';
  readonly request: OpenRequest | 'none';
  readonly lastSeen: number | null;
}

export interface LinkedDevice {
  readonly id: DeviceId;
  readonly kind: MachineKind | Unknown;
  readonly status: 'stolen' | 'ordinary';
}

/** What the database knows of the browser that carries this cookie. */
export interface SituationBrowser {
  readonly labels: BrowserLabels;
  readonly touchPoints: number | Unknown;
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
  readonly browser: SituationBrowser | Unknown;
  /** Some organization marked this browser's device as shared: its session is short. */
  readonly sharedDevice: boolean;
  /** Active memberships only, the most recently used first. */
  readonly memberships: readonly MembershipSituation[];
}

export interface SituationQuery {
  readonly userId: string;
  /** By its cookie, or by its id; undefined: one never seen. */
  readonly browserTokenHash?: string | undefined;
  readonly browserId?: BrowserId | undefined;
  readonly network: Network | Unknown;
  readonly at: number;
}

const situationText = (browser: string) => `
  select u.id as user_id, u.email, u.given_name, u.family_name, u.language, u.disabled_at, u.sessions_revoked_at,
    b.id as browser_id, b.kind, b.family, b.system, b.model, b.touch_points, ${proofKeyText} as proof_key,
    m.id as membership_id, m.access, r.role,
    o.id as organization_id, o.alias, o.name as organization_name, o.time_zone, o.locked, o.relock_at, o.policy_version,
    d.id as device_id, d.kind as device_kind, d.stolen_at, c.id as connection_id, c.last_seen,
    a.id as request_id, a.status as request_status, a.network as request_network, a.waited_since, a.decided_at,
    exists (select 1 from sightings s where s.connection_id = c.id and s.network = ?) as network_seen,
    (select cast(s.at as text) || ' ' || s.network from sign_ins s
      where s.user_id = u.id and s.organization_id = o.id and s.outcome = 'allow' and s.network is not null
      order by s.at desc limit 1) as last_entry,
    ${isSharedText} as shared_device
  from users u
  left join browsers b on b.${browser} = ?
  left join memberships m on m.user_id = u.id and (m.ends_at is null or m.ends_at > ?)
  left join organizations o on o.id = m.organization_id
  left join membership_roles r on r.membership_id = m.id
  ${adoptedKeysText}
  left join connections c on c.user_id = u.id and c.browser_id = b.id and c.organization_id = o.id
  left join device_browsers x on x.browser_id = b.id and x.organization_id = o.id
  left join devices d on d.id = x.device_id
  left join approval_requests a on a.user_id = u.id and a.browser_id = b.id and a.organization_id = o.id
    and a.used_at is null and a.status in ('pending', 'approved', 'superseded')
  where u.id = ?
  order by a.opened_at desc`;
const byCookie = situationText('token_hash');
const byId = situationText('id');

/**
 * Everything the database knows of a person who signs in with this browser, in one statement.
 * It is read at every authorization request; nothing here is older than that statement.
 */
export async function readSituation(
  connection: Connection,
  query: SituationQuery,
): Promise<Situation | undefined> {
  const rows = await rowsOf(connection, query.browserId === undefined ? byCookie : byId, [
    query.network,
    query.browserId ?? query.browserTokenHash ?? '',
    query.at,
    query.userId,
  ]);
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
    browser:
      first.browser_id === null
        ? 'unknown'
        : {
            labels: labelsOf(first),
            touchPoints: first.touch_points ?? 'unknown',
          },
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
  padlock: isClosed({ locked: row.locked, relock_at: row.relock_at }, at) ? 'closed' : 'open',
  policyVersion: row.policy_version,
  access: row.access,
  roles: [...new Set(group.map((one) => one.role))].filter((role) => role !== null).sort(),
  device: linkedDevice(row),
  proofKey: row.proof_key ?? 'none',
  lastEntry: lastEntry(row.last_entry),
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

/** Of any row that has the columns of a device. */
export const linkedDevice = (row: Row): LinkedDevice | 'none' =>
  row.device_id === null
    ? 'none'
    : {
        id: row.device_id,
        kind: row.device_kind,
        status: row.stolen_at === null ? 'ordinary' : 'stolen',
      };

function lastEntry(text: string | null): MembershipSituation['lastEntry'] {
  const [at, network] = text?.split(' ') ?? [];
  // Branded here: it was written from one of ours.
  return at === undefined || network === undefined ? 'none' : { at: Number(at), network: network as Network };
}

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
