import type { BrowserId, DeviceId, OrganizationId } from '../policies/facts.ts';
import type { MachineKind } from '../policies/recognition.ts';
import { newId } from './ids.ts';
import type { Connection } from './open.ts';

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
  const row = await connection('devices').where({ id, organization_id: organizationId }).first();
  if (!row) return undefined;
  const links = await connection('device_browsers').where({ device_id: id }).select('browser_id');
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    shared: Boolean(row.shared),
    stolenAt: row.stolen_at,
    browserIds: links.map(({ browser_id }) => browser_id),
  };
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

/** « C’est le même appareil »: the browsers, the rules and what was said of the second are the first's from now on. */
export async function joinDevices(
  transaction: Connection,
  organizationId: OrganizationId,
  kept: DeviceId,
  joined: DeviceId,
): Promise<void> {
  if (kept === joined) return;
  const both = await transaction('devices')
    .where({ organization_id: organizationId })
    .whereIn('id', [kept, joined])
    .select('id', 'shared', 'stolen_at');
  const other = both.find(({ id }) => id === joined);
  if (both.length < 2 || !other) return;
  await transaction('device_browsers')
    .where({ organization_id: organizationId, device_id: joined })
    .update({ device_id: kept });
  await transaction('rules')
    .where({ organization_id: organizationId, device_id: joined })
    .update({ device_id: kept });
  // The stricter of the two holds for what is now one machine.
  if (other.shared) await transaction('devices').where({ id: kept }).update({ shared: true });
  if (other.stolen_at !== null)
    await transaction('devices')
      .where({ id: kept })
      .whereNull('stolen_at')
      .update({ stolen_at: other.stolen_at });
  await transaction('devices').where({ id: joined, organization_id: organizationId }).delete();
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
