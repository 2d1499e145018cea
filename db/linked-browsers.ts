import { isDeepStrictEqual } from 'node:util';
import type { BrowserId, DeviceId, OrganizationId, RuleId } from '../policies/facts.ts';
import { type Device, findDevice } from './devices.ts';
import { newId } from './ids.ts';
import type { Connection } from './open.ts';

/** What a join moved from one device to another, so that it can be moved back. */
export interface Joined {
  readonly browserIds: readonly BrowserId[];
  readonly ruleIds: readonly RuleId[];
  /** The device that they became. */
  readonly left: Standing;
}

/** All that decides of a device: what undoes a join or a separation compares it. */
export interface Standing {
  readonly shared: boolean;
  readonly stolenAt: number | null;
  readonly browserIds: readonly BrowserId[];
  /** Those that have not ended. */
  readonly ruleIds: readonly RuleId[];
}

/** Undefined when it is no device of this organization any more. */
export async function readStanding(
  connection: Connection,
  organizationId: OrganizationId,
  id: DeviceId,
): Promise<Standing | undefined> {
  const found = await findDevice(connection, organizationId, id);
  if (!found) return undefined;
  const rules = await connection('rules')
    .where({ organization_id: organizationId, device_id: id })
    .whereNull('ended_at')
    .select('id');
  const { shared, stolenAt, browserIds } = found;
  return { shared, stolenAt, browserIds: browserIds.toSorted(), ruleIds: rules.map((row) => row.id).sort() };
}

/**
 * « C’est le même appareil »: the browsers, the rules and what was said of the second are the first's from now on.
 * Undefined when they are not two devices of this organization.
 */
export async function linkBrowsersOf(
  transaction: Connection,
  organizationId: OrganizationId,
  keptId: DeviceId,
  joinedId: DeviceId,
): Promise<Joined | undefined> {
  if (keptId === joinedId) return undefined;
  const kept = await findDevice(transaction, organizationId, keptId);
  const joined = await findDevice(transaction, organizationId, joinedId);
  if (!kept || !joined) return undefined;
  const ofJoined = { organization_id: organizationId, device_id: joined.id };
  const rules = await transaction('rules').where(ofJoined).select('id');
  await transaction('device_browsers').where(ofJoined).update({ device_id: kept.id });
  await transaction('rules').where(ofJoined).update({ device_id: kept.id });
  // The stricter of the two holds for what is now one machine.
  const [shared, stolenAt] = [kept.shared || joined.shared, kept.stolenAt ?? joined.stolenAt];
  const own = (id: DeviceId) => transaction('devices').where({ id, organization_id: organizationId });
  await own(kept.id).update({ shared, stolen_at: stolenAt });
  await own(joined.id).update({ joined_into: kept.id });
  const left = await readStanding(transaction, organizationId, kept.id);
  return left && { browserIds: joined.browserIds, ruleIds: rules.map(({ id }) => id), left };
}

/** The opposite: what was moved goes back; false when the device is in anything not as the join has left it. */
export async function unlinkBrowsersOf(
  transaction: Connection,
  organizationId: OrganizationId,
  join: {
    readonly kept: DeviceId;
    readonly joined: DeviceId;
    readonly moved: Joined;
    /** What the kept one was marked as before. */
    readonly before: Pick<Device, 'shared' | 'stolenAt'>;
  },
): Promise<boolean> {
  const { kept, joined, moved, before } = join;
  const here = { organization_id: organizationId };
  const now = await readStanding(transaction, organizationId, kept);
  if (!isDeepStrictEqual(now, moved.left)) return false;
  const back = await transaction('devices')
    .where({ ...here, id: joined, joined_into: kept })
    .update({ joined_into: null });
  if (back === 0) return false;
  const ofKept = { ...here, device_id: kept };
  await transaction('device_browsers')
    .where(ofKept)
    .whereIn('browser_id', [...moved.browserIds])
    .update({ device_id: joined });
  await transaction('rules')
    .where(ofKept)
    .whereIn('id', [...moved.ruleIds])
    .update({ device_id: joined });
  await transaction('devices')
    .where({ ...here, id: kept })
    .update({ shared: before.shared, stolen_at: before.stolenAt });
  return true;
}

/**
 * « Séparer ce navigateur »: a device of its own from now on, marked as the one that it leaves; the rules stay there.
 * Undefined when it is not among several browsers of this device.
 */
export async function unlinkBrowser(
  transaction: Connection,
  organizationId: OrganizationId,
  from: Device,
  browserId: BrowserId,
  at: number,
): Promise<DeviceId | undefined> {
  if (from.browserIds.length < 2 || !from.browserIds.includes(browserId)) return undefined;
  const id = newId<DeviceId>();
  await transaction('devices').insert({
    id,
    organization_id: organizationId,
    shared: from.shared,
    stolen_at: from.stolenAt,
    created_at: at,
  });
  await transaction('device_browsers')
    .where({ organization_id: organizationId, browser_id: browserId, device_id: from.id })
    .update({ device_id: id });
  return id;
}
