import type {
  ApplicationId,
  BrowserId,
  Network,
  OrganizationId,
  Unknown,
  UserId,
} from '../policies/facts.ts';
import { type BrowserLabels, labelsOf } from './browsers.ts';
import { type Connection, type Row, rowsOf } from './open.ts';
import { linked, marks, ofBrowser, type SeenDevice, saidOf } from './seen-devices.ts';

/** The machines of one person, the last used first. */
export async function readDevicesOf(
  connection: Connection,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<readonly Omit<SeenDevice, 'browserIds'>[]> {
  const rows = await rowsOf(
    connection,
    `select ${ofBrowser} as id, max(c.last_seen) as last_used, d.name, d.kind, d.shared, d.stolen_at
     from connections c ${linked} left join devices d on d.id = x.device_id
     where c.user_id = ? and c.organization_id = ?
     group by ${ofBrowser}, d.name, d.kind, d.shared, d.stolen_at order by last_used desc`,
    [userId, organizationId],
  );
  return rows.map(saidOf);
}

/** One person with one browser of a machine: the last time, and where. */
export interface DeviceUse {
  readonly deviceId: string;
  readonly userId: UserId;
  readonly personName: string;
  readonly browserId: BrowserId;
  readonly labels: BrowserLabels;
  readonly applicationId: ApplicationId;
  readonly network: Network | Unknown;
  readonly at: number;
}

/** Who used these machines, with which of their browsers, the last one first; in one statement, however many they are. */
export async function readUsesOf(
  connection: Connection,
  organizationId: OrganizationId,
  deviceIds: readonly string[],
): Promise<readonly DeviceUse[]> {
  if (deviceIds.length === 0) return [];
  const rows = await rowsOf(
    connection,
    `select ${ofBrowser} as device_id, c.user_id, c.browser_id, c.last_seen as at, c.latest_network as network,
       c.latest_application_id as application_id, u.given_name, u.family_name, b.kind, b.family, b.system, b.model
     from connections c
     join users u on u.id = c.user_id
     join browsers b on b.id = c.browser_id
     ${linked}
     where c.organization_id = ? and c.browser_id in (
       select y.browser_id from device_browsers y where y.organization_id = ? and y.device_id in (${marks(deviceIds)})
       union select z.id from browsers z where z.id in (${marks(deviceIds)}))
     order by c.last_seen desc, c.id`,
    [organizationId, organizationId, ...deviceIds, ...deviceIds],
  );
  return rows.map(use);
}

const use = (row: Row): DeviceUse => ({
  deviceId: row.device_id,
  userId: row.user_id,
  personName: `${row.given_name} ${row.family_name}`,
  browserId: row.browser_id,
  labels: labelsOf(row),
  applicationId: row.application_id,
  network: row.network ?? 'unknown',
  at: Number(row.at),
});

/** What these browsers were recognised as; in one statement. */
export async function readLabelsOf(
  connection: Connection,
  browserIds: readonly BrowserId[],
): Promise<ReadonlyMap<BrowserId, BrowserLabels>> {
  const rows = await connection('browsers')
    .whereIn('id', [...browserIds])
    .select('id', 'kind', 'family', 'system', 'model');
  return new Map(rows.map((row) => [row.id, labelsOf(row)]));
}
