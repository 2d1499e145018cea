import type { OrganizationId, UserId } from '../policies/facts.ts';
import type { Device } from './devices.ts';
import { type Connection, type Row, rowsOf } from './open.ts';

/** A machine that was seen here: a device that somebody said something of, or a browser that nobody has linked yet. */
export interface SeenDevice extends Device {
  /** Milliseconds UTC; 0 when everyone who used it is gone. */
  readonly lastUsed: number;
}

export interface DeviceQuery {
  readonly organizationId: OrganizationId;
  readonly only: 'all' | 'shared' | 'stolen';
  readonly found: DevicesFound | 'all';
}

/** What a search is for: what these people used, what is called so, what was recognised as that. */
export interface DevicesFound {
  readonly userIds: readonly UserId[];
  readonly deviceIds: readonly string[];
  /** A part of what a browser was recognised as, in lower case: `ipad`, `safari`, `windows`. */
  readonly label: string;
}

export interface DeviceKey {
  readonly lastUsed: number;
  readonly id: string;
}

/** The machine of a browser. */
export const ofBrowser = 'coalesce(x.device_id, c.browser_id)';
export const linked =
  'left join device_browsers x on x.browser_id = c.browser_id and x.organization_id = c.organization_id';

const machines = `
  select ${ofBrowser} as id, c.last_seen as used_at from connections c ${linked} where c.organization_id = ?
  union all
  select d.id, 0 from devices d where d.organization_id = ? and d.joined_into is null`;

const wanted = ({ only, found }: DeviceQuery) => [
  ...(only === 'shared' ? ['d.shared'] : only === 'stolen' ? ['d.stolen_at is not null'] : []),
  ...(found === 'all'
    ? []
    : [
        `(m.id in (${marks(found.deviceIds)}) or m.id in (
          select ${ofBrowser} from connections c join browsers b on b.id = c.browser_id ${linked}
          where c.organization_id = ? and (c.user_id in (${marks(found.userIds)})
            or lower(b.model) like ? escape '!' or b.family like ? escape '!' or b.system like ? escape '!')))`,
      ]),
];

export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ') || 'null';

/** Machines by their last use, the newest first; pages follow one another by key. */
export async function readDevices(
  connection: Connection,
  query: DeviceQuery,
  page: { readonly after: DeviceKey | 'first'; readonly most: number },
): Promise<readonly SeenDevice[]> {
  const { organizationId, found } = query;
  const { after, most } = page;
  const conditions = wanted(query);
  const like = found === 'all' ? '' : `%${found.label.replace(/[!%_]/g, '!$&')}%`;
  const rows = await rowsOf(
    connection,
    `select m.id, max(m.used_at) as last_used, d.id as device_id, d.name, d.kind, d.shared, d.stolen_at
     from (${machines}) m left join devices d on d.id = m.id
     ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`}
     group by m.id, d.id, d.name, d.kind, d.shared, d.stolen_at
     ${after === 'first' ? '' : 'having max(m.used_at) < ? or (max(m.used_at) = ? and m.id < ?)'}
     order by last_used desc, m.id desc limit ?`,
    [
      organizationId,
      organizationId,
      ...(found === 'all' ? [] : [...found.deviceIds, organizationId, ...found.userIds, like, like, like]),
      ...(after === 'first' ? [] : [after.lastUsed, after.lastUsed, after.id]),
      most,
    ],
  );
  const written = rows.flatMap(({ device_id }) => device_id ?? []);
  const links =
    written.length === 0
      ? []
      : await connection('device_browsers').whereIn('device_id', written).select('device_id', 'browser_id');
  const browsers = Map.groupBy(links, ({ device_id }) => device_id);
  return rows.map((row) => ({
    ...saidOf(row),
    browserIds:
      row.device_id === null
        ? [row.id]
        : (browsers.get(row.device_id) ?? []).map(({ browser_id }) => browser_id),
  }));
}

export interface DeviceCounts {
  readonly all: number;
  readonly shared: number;
  readonly stolen: number;
}

export async function countDevices(
  connection: Connection,
  organizationId: OrganizationId,
): Promise<DeviceCounts> {
  const [row] = await rowsOf(
    connection,
    `select count(*) as all_of_them, sum(case when d.shared then 1 else 0 end) as shared,
       sum(case when d.stolen_at is null then 0 else 1 end) as stolen
     from (select distinct m.id from (${machines}) m) n left join devices d on d.id = n.id`,
    [organizationId, organizationId],
  );
  return {
    all: Number(row?.all_of_them ?? 0),
    shared: Number(row?.shared ?? 0),
    stolen: Number(row?.stolen ?? 0),
  };
}

/** What devices are called here: few enough to search among, accents and capitals aside. */
export async function readDeviceNames(
  connection: Connection,
  organizationId: OrganizationId,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return connection('devices')
    .where({ organization_id: organizationId })
    .whereNull('joined_into')
    .whereNotNull('name')
    .select('id', 'name');
}

/** What was said of a machine, of any row that has the columns of a device. */
export const saidOf = (row: Row) => ({
  id: row.id,
  name: row.name,
  kind: row.kind ?? 'unknown',
  shared: Boolean(row.shared),
  stolenAt: row.stolen_at,
  lastUsed: Number(row.last_used),
});
