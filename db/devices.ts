import type { BrowserId, DeviceId, OrganizationId } from '../policies/facts.ts';
import type { MachineKind } from '../policies/recognition.ts';
import { newId } from './ids.ts';
import { type Connection, type Row, rowsOf } from './open.ts';

/** What one organization says of a machine; it counts there and nowhere else. */
export interface Device {
  readonly id: DeviceId;
  readonly name: string | null;
  readonly kind: MachineKind | 'unknown';
  readonly shared: boolean;
  readonly stolenAt: number | null;
  readonly browserIds: readonly BrowserId[];
}

export async function findDevice(
  connection: Connection,
  organizationId: OrganizationId,
  id: DeviceId,
): Promise<Device | undefined> {
  const row = await connection('devices')
    .where({ id, organization_id: organizationId })
    .whereNull('joined_into')
    .first();
  if (!row) return undefined;
  const links = await connection('device_browsers').where({ device_id: id }).select('browser_id');
  return device(
    row,
    links.map(({ browser_id }) => browser_id),
  );
}

const device = (row: Row, browserIds: readonly BrowserId[]): Device => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  shared: Boolean(row.shared),
  stolenAt: row.stolen_at,
  browserIds,
});

/** What became of a device that was joined to another, however often; itself when it was not. */
const becameText = `
  with recursive became (id, joined_into) as (
    select id, joined_into from devices where id = ? and organization_id = ?
    union all
    select d.id, d.joined_into from devices d join became on d.id = became.joined_into
  )
  select id from became where joined_into is null`;

/**
 * A machine by the id of its device, of one that was joined to it, or of one of its browsers that this organization
 * has seen. A browser that nobody has linked yet is a device of its own, of which nothing is said.
 */
export async function findMachine(
  connection: Connection,
  organizationId: OrganizationId,
  id: string,
): Promise<Device | undefined> {
  const [became] = await rowsOf(connection, becameText, [id, organizationId]);
  if (became) return findDevice(connection, organizationId, became.id);
  if (!(await isSeenBrowser(connection, organizationId, id))) return undefined;
  const linked = await connection('device_browsers')
    .where({ organization_id: organizationId, browser_id: id })
    .first('device_id');
  if (linked) return findDevice(connection, organizationId, linked.device_id);
  // Branded anew: the device that a browser is by itself has the browser's id.
  const unsaid = { id, name: null, kind: 'unknown', shared: false, stolen_at: null };
  return device(unsaid, [id as BrowserId]);
}

/** Whether somebody signed in to this organization with it: what is another's is as good as nothing. */
export async function isSeenBrowser(
  connection: Connection,
  organizationId: OrganizationId,
  browserId: string,
): Promise<boolean> {
  const seen = await connection('connections')
    .where({ organization_id: organizationId, browser_id: browserId })
    .first('id');
  return seen !== undefined;
}

/** The device of a browser in this organization, written down when nobody has done so yet. To be called in a transaction. */
export async function deviceOf(
  transaction: Connection,
  {
    organizationId,
    browserId,
    at,
  }: { readonly organizationId: OrganizationId; readonly browserId: BrowserId; readonly at: number },
): Promise<DeviceId> {
  const linked = await transaction('device_browsers')
    .where({ organization_id: organizationId, browser_id: browserId })
    .first('device_id');
  if (linked) return linked.device_id;
  const id = newId<DeviceId>();
  await transaction('devices').insert({ id, organization_id: organizationId, created_at: at });
  await transaction('device_browsers').insert({
    organization_id: organizationId,
    browser_id: browserId,
    device_id: id,
  });
  return id;
}

export interface DeviceChange {
  readonly name?: string | null;
  readonly kind?: MachineKind | 'unknown';
  readonly shared?: boolean;
  /** When it was reported lost or stolen; null when it was found. */
  readonly stolenAt?: number | null;
}

export async function changeDevice(
  transaction: Connection,
  organizationId: OrganizationId,
  id: DeviceId,
  { name, kind, shared, stolenAt }: DeviceChange,
): Promise<void> {
  const changes = {
    ...(name !== undefined && { name }),
    ...(kind !== undefined && { kind }),
    ...(shared !== undefined && { shared }),
    ...(stolenAt !== undefined && { stolen_at: stolenAt }),
  };
  if (Object.keys(changes).length > 0)
    await transaction('devices').where({ id, organization_id: organizationId }).update(changes);
}
