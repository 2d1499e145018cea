import type { BrowserId, DeviceId, OrganizationId, RuleId } from '../policies/facts.ts';
import { type Device, findDevice } from './devices.ts';
import { newId } from './ids.ts';
import type { Connection } from './open.ts';

/** What a join moved from one device to another, so that it can be moved back. */
export interface Joined {
  readonly browserIds: readonly BrowserId[];
  readonly ruleIds: readonly RuleId[];
  /** What the device that they became is marked as from now on. */
  readonly shared: boolean;
  readonly stolenAt: number | null;
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
  return { browserIds: joined.browserIds, ruleIds: rules.map(({ id }) => id), shared, stolenAt };
}

/** The opposite: what was moved goes back, as far as it is still where the join has left it; false when it is not. */
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
  const own = () => transaction('devices').where({ ...here, id: kept });
  // Booleans are numbers on one dialect: bound, they are compared alike.
  await own().where({ shared: moved.shared }).update({ shared: before.shared });
  await own().where({ stolen_at: moved.stolenAt }).update({ stolen_at: before.stolenAt });
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
