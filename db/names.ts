import type { BrowserId, DeviceId, OrganizationId, PlaceId, UserId } from '../policies/facts.ts';
import type { Conditions } from '../policies/rules.ts';
import { type BrowserLabels, labelsOf } from './browsers.ts';
import type { Connection, Row } from './open.ts';

/** What an organization calls those that its rules are about. */
export interface Names {
  /** Two people of the same name are told apart by their work, else by their address. */
  readonly people: ReadonlyMap<UserId, string>;
  readonly devices: ReadonlyMap<DeviceId, string>;
  /** What was recognised of a device that nobody named. */
  readonly unnamedDevices: ReadonlyMap<DeviceId, BrowserLabels>;
  readonly browsers: ReadonlyMap<BrowserId, BrowserLabels>;
  /** Those that were taken away, too: a rule that ended with its place still names it. */
  readonly places: ReadonlyMap<PlaceId, string>;
  readonly applications: ReadonlyMap<string, string>;
}

export const noNames: Names = {
  people: new Map(),
  devices: new Map(),
  unnamedDevices: new Map(),
  browsers: new Map(),
  places: new Map(),
  applications: new Map(),
};

/** So many ids fit into one statement; of more, all that the organization has is read. */
const mostIds = 500;

/** In a few statements, whatever the number of rules; nobody and nothing of another organization is named. */
export async function readNamesIn(
  connection: Connection,
  organizationId: OrganizationId,
  rules: readonly { readonly conditions: Conditions }[],
): Promise<Names> {
  const named = <Condition extends 'browserId' | 'deviceId' | 'placeId'>(condition: Condition) => [
    ...new Set(
      rules.flatMap(({ conditions }): NonNullable<Conditions[Condition]>[] => {
        const id = conditions[condition];
        return id === undefined ? [] : [id];
      }),
    ),
  ];
  const deviceIds = named('deviceId');
  const devices = await devicesOf(connection, organizationId, deviceIds);
  const places = await those(
    connection('places').where({ organization_id: organizationId }),
    'id',
    named('placeId'),
  ).select('id', 'name');
  const applications = await connection('applications').select('id', 'name');
  return {
    people: await readPeople(connection, organizationId),
    devices: new Map(devices.flatMap((row) => (row.name === null ? [] : [[row.id, row.name]]))),
    unnamedDevices: await labelsOfDevices(
      connection,
      devices.flatMap(({ id, name }): DeviceId[] => (name === null ? [id] : [])),
    ),
    browsers: await browsersOf(connection, organizationId, named('browserId')),
    places: new Map(places.map((row: Row) => [row.id, row.name])),
    applications: new Map(applications.map((row) => [row.id, row.name])),
  };
}

type Query = ReturnType<Connection['from']>;

const those = (query: Query, column: string, ids: readonly string[]): Query =>
  ids.length > mostIds ? query : query.whereIn(column, [...ids]);

const devicesOf = (
  connection: Connection,
  organizationId: OrganizationId,
  ids: readonly DeviceId[],
): Promise<readonly Row[]> =>
  those(connection('devices').where({ organization_id: organizationId }), 'id', ids).select('id', 'name');

async function labelsOfDevices(
  connection: Connection,
  ids: readonly DeviceId[],
): Promise<ReadonlyMap<DeviceId, BrowserLabels>> {
  const labels = new Map<DeviceId, BrowserLabels>();
  for (let from = 0; from < ids.length; from += mostIds) {
    const rows = await connection('device_browsers as x')
      .join('browsers as b', 'b.id', 'x.browser_id')
      .whereIn('x.device_id', ids.slice(from, from + mostIds))
      .orderBy('b.id')
      .select('x.device_id', 'b.kind', 'b.family', 'b.system', 'b.model');
    for (const row of rows) labels.set(row.device_id, labelsOf(row));
  }
  return labels;
}

async function browsersOf(
  connection: Connection,
  organizationId: OrganizationId,
  ids: readonly BrowserId[],
): Promise<ReadonlyMap<BrowserId, BrowserLabels>> {
  if (ids.length === 0) return new Map();
  const own = connection('connections').where({ organization_id: organizationId });
  const rows = await connection('browsers as b')
    .whereIn('b.id', those(own, 'browser_id', ids).select('browser_id'))
    .select('b.id', 'b.kind', 'b.family', 'b.system', 'b.model');
  return new Map(rows.map((row) => [row.id, labelsOf(row)]));
}

/** Everyone with a membership, past or present: some hundreds, however many rules there are. */
export async function readPeople(
  connection: Connection,
  organizationId: OrganizationId,
): Promise<ReadonlyMap<UserId, string>> {
  const rows = await connection('memberships as m')
    .join('users as u', 'u.id', 'm.user_id')
    .where('m.organization_id', organizationId)
    .select('u.id', 'u.given_name', 'u.family_name', 'u.email', 'm.job_title');
  const nameOf = (row: Row) => `${row.given_name} ${row.family_name}`;
  const alike = Map.groupBy(rows, nameOf);
  const toldApart = (row: Row): string => {
    const others = (alike.get(nameOf(row)) ?? []).filter(({ id }) => id !== row.id);
    if (others.length === 0) return nameOf(row);
    const hasOwnWork = row.job_title !== null && others.every(({ job_title }) => job_title !== row.job_title);
    return `${nameOf(row)} (${hasOwnWork ? row.job_title : row.email})`;
  };
  return new Map(rows.map((row) => [row.id, toldApart(row)]));
}

/** The browsers that this person was seen with in this organization, the last one first. */
export async function readBrowsersOf(
  connection: Connection,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<readonly { readonly id: BrowserId; readonly labels: BrowserLabels; readonly lastSeen: number }[]> {
  const rows = await connection('connections as c')
    .join('browsers as b', 'b.id', 'c.browser_id')
    .where({ 'c.organization_id': organizationId, 'c.user_id': userId })
    .orderBy('c.last_seen', 'desc')
    .select('b.id', 'b.kind', 'b.family', 'b.system', 'b.model', 'c.last_seen');
  return rows.map((row) => ({ id: row.id, labels: labelsOf(row), lastSeen: Number(row.last_seen) }));
}
