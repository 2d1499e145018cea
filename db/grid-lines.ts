import type { ApprovalRequestId, Network, OrganizationId, UserId } from '../policies/facts.ts';
import { type Connection, isSqlite, type Row, rowsOf } from './open.ts';
import { entryOf, type PastSignIn, told } from './past-sign-ins.ts';

/** One connection as the grid shows it: the last attempt of one person with one browser. */
export interface GridLine extends PastSignIn {
  readonly connectionId: string;
  readonly personName: string;
  readonly email: string;
  readonly jobTitle: string | null;
  readonly isMember: boolean;
  /** The request of this person with this browser that waits now. */
  readonly pendingRequestId: ApprovalRequestId | 'none';
}

export interface GridQuery {
  readonly organizationId: OrganizationId;
  readonly at: number;
  /** Attempts after this instant, in milliseconds UTC; 0: all. */
  readonly since: number;
  /** Of one application, the line is the last attempt with that one. */
  readonly applicationId: string | 'all';
  /** Of these people, or seen last on one of these networks; or of everyone. */
  readonly among: { readonly userIds: readonly UserId[]; readonly networks: readonly Network[] } | 'all';
  /** « À vérifier »: those alone whose last attempt was not let in, within `checkedFor`. */
  readonly only: 'to-check' | 'all';
}

/** Where a page ends, and the next one begins. */
export interface GridKey {
  readonly lastSeen: number;
  readonly id: string;
}

export interface GridPage {
  readonly after: GridKey | 'first';
  readonly most: number;
}

/** As long as a request waits (design, section 6): nobody can still answer what is older. */
export const checkedFor = 60 * 86_400_000;

/**
 * A value that PostgreSQL does not look at when it plans: what it plans once serves everyone, and is not planned anew for each.
 * Nine tables take longer to plan than to read.
 */
const hidden = (type: 'text' | 'bigint'): string => `(select cast(? as ${type}))`;

/**
 * One page, cut from one index. What was not let in has its instant in `stopped_at` too, where few are.
 * The most is written out: PostgreSQL plans for as many as it is told, and for a tenth of the table when it is not.
 */
function pageText(
  { applicationId, among, only }: GridQuery,
  { after, most }: GridPage,
  listed: string,
): string {
  const network = applicationId === 'all' || only === 'to-check' ? 'c.latest_network' : 'f.network';
  const ofThese = among === 'all' ? '' : `and (c.user_id in (${listed}) or ${network} in (${listed}))`;
  const cut = (at: string, id: string) =>
    `${ofThese} ${after === 'first' ? '' : `and (${at}, ${id}) < (${hidden('bigint')}, ${hidden('text')})`} order by ${at} desc, ${id} desc limit ${most}`;
  const line = 'c.id, c.organization_id, c.user_id, c.browser_id';
  const latest = 'c.latest_network as network, c.latest_application_id as application_id';
  if (only === 'to-check')
    return `select ${line}, c.stopped_at as at, ${latest} from connections c
      where c.organization_id = ${hidden('text')} and c.stopped_at > ${hidden('bigint')}
      ${applicationId === 'all' ? '' : `and c.latest_application_id = ${hidden('text')}`} ${cut('c.stopped_at', 'c.id')}`;
  if (applicationId === 'all')
    return `select ${line}, c.last_seen as at, ${latest} from connections c
      where c.organization_id = ${hidden('text')} and c.last_seen > ${hidden('bigint')} ${cut('c.last_seen', 'c.id')}`;
  return `select ${line}, f.last_seen as at, f.network, f.application_id
    from sightings f join connections c on c.id = f.connection_id
    where f.organization_id = ${hidden('text')} and f.last_seen > ${hidden('bigint')}
      and f.application_id = ${hidden('text')} and not exists (
      select 1 from sightings n where n.connection_id = f.connection_id and n.application_id = f.application_id
        and (n.last_seen, n.network) > (f.last_seen, f.network))
    ${cut('f.last_seen', 'f.connection_id')}`;
}

/** A list is one value, however long: the text stays the same, and stays prepared. */
const listOnSqlite = 'select value from json_each(?)';
const listOnPostgres = 'select json_array_elements_text(cast(? as json))';

const pageBindings = (
  { organizationId, at, since, applicationId, among, only }: GridQuery,
  { after }: GridPage,
) => [
  organizationId,
  only === 'to-check' ? Math.max(since, at - checkedFor) : since,
  ...(applicationId === 'all' ? [] : [applicationId]),
  ...(among === 'all' ? [] : [JSON.stringify(among.userIds), JSON.stringify(among.networks)]),
  ...(after === 'first' ? [] : [after.lastSeen, after.id]),
];

/** What the lines of one page tell is looked up for them alone; a row for each role. */
const linesText = (page: string) => `
  select p.id as connection_id, p.user_id, p.browser_id, p.at, p.network, p.application_id, s.proof,
    u.given_name, u.family_name, u.email, m.job_title, r.role, a.id as request_id, ${told}
  from (${page}) p
  join users u on u.id = p.user_id
  join browsers b on b.id = p.browser_id
  left join sightings s on s.connection_id = p.id and s.network = p.network and s.application_id = p.application_id
  left join memberships m on m.user_id = u.id and m.organization_id = p.organization_id
    and (m.ends_at is null or m.ends_at > ${hidden('bigint')})
  left join membership_roles r on r.membership_id = m.id
  left join device_browsers x on x.browser_id = b.id and x.organization_id = p.organization_id
  left join devices d on d.id = x.device_id
  left join approval_requests a on a.organization_id = p.organization_id and a.user_id = p.user_id
    and a.browser_id = p.browser_id and a.status = 'pending' and a.expires_at > ${hidden('bigint')}
  order by p.at desc, p.id desc, r.role`;

/** One page of the grid, the last attempt first, in one statement; pages follow one another by key. */
export async function readGrid(
  connection: Connection,
  query: GridQuery,
  page: GridPage,
): Promise<readonly GridLine[]> {
  const bindings = [...pageBindings(query, page), query.at, query.at];
  const text = pageText(query, page, isSqlite(connection) ? listOnSqlite : listOnPostgres);
  const rows = await rowsOf(connection, linesText(text), bindings);
  const byConnection = Map.groupBy(rows, (row) => row.connection_id);
  return [...byConnection.values()].flatMap((group) => (group[0] ? [lineOf(group[0], group)] : []));
}

function lineOf(row: Row, group: readonly Row[]): GridLine {
  const roles = group.flatMap(({ role }) => (role === null ? [] : [role]));
  return {
    ...entryOf(row, new Map([[row.membership_id, roles]])),
    connectionId: row.connection_id,
    personName: `${row.given_name} ${row.family_name}`,
    email: row.email,
    jobTitle: row.job_title,
    isMember: row.membership_id !== null,
    pendingRequestId: row.request_id ?? 'none',
  };
}

/** Each network that some connection was last seen on, since then; one that could not be observed is none. */
export async function readLatestNetworks(
  connection: Connection,
  { organizationId, since }: Pick<GridQuery, 'organizationId' | 'since'>,
): Promise<readonly Network[]> {
  const rows = await rowsOf(
    connection,
    `select distinct latest_network as network from connections
     where organization_id = ? and last_seen > ? and latest_network <> 'unknown'`,
    [organizationId, since],
  );
  return rows.map((row) => row.network);
}
