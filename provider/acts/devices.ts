import { closeRequestsOfBrowsers } from '../../db/closed-requests.ts';
import {
  changeDevice,
  type Device,
  type DeviceChange,
  deviceOf,
  findMachine,
  isSeenBrowser,
} from '../../db/devices.ts';
import { endGrantsOfBrowsers } from '../../db/grants.ts';
import { writeJournal } from '../../db/journal.ts';
import { raisePolicyVersion } from '../../db/rules.ts';
import type { BrowserId, DeviceId, OrganizationId } from '../../policies/facts.ts';
import { type ActNeeds, type Actor, type Changed, change, NotYours, Stale, type UnderWay } from './change.ts';
import { fingerprint } from './fingerprint.ts';

export interface OfDevice {
  readonly organizationId: OrganizationId;
  readonly by: Actor;
  /** Of a device, or of a browser that has none yet: it is written down by the first thing that is said of it. */
  readonly deviceId: DeviceId;
  /** What `fingerprintOf` the device was on the page that asks for this. */
  readonly shown?: string;
}

/** What was done: to which device, and the entry that undoes it. */
export interface DeviceChanged {
  readonly deviceId: DeviceId;
  readonly entryId: string | 'none';
}

/** Short, and another as soon as anything of the device is another. */
export const fingerprintOf = ({ name, kind, shared, stolenAt, browserIds }: Device): string =>
  fingerprint([name, kind, shared, stolenAt, browserIds.toSorted()]);

/** The device of a browser that this organization has seen, written down so that something can be said of it. */
export const knowDevice = (
  needs: ActNeeds,
  given: { readonly organizationId: OrganizationId; readonly by: Actor; readonly browserId: BrowserId },
): Promise<Changed<DeviceId>> =>
  change(needs, {
    ...given,
    act: async ({ transaction, padlock: { organizationId }, at }) => {
      if (!(await isSeenBrowser(transaction, organizationId, given.browserId))) throw new NotYours();
      return deviceOf(transaction, { organizationId, browserId: given.browserId, at });
    },
  });

/** Its name, its kind, whether several people share it. */
export const describeDevice = (
  needs: ActNeeds,
  given: OfDevice & { readonly says: Omit<DeviceChange, 'stolenAt'> },
): Promise<Changed<DeviceChanged>> =>
  change(needs, {
    ...given,
    act: async (underWay) => write(underWay, await ownDevice(underWay, given), given.says),
  });

/** « Perdu ou volé »: what was given on it ends at once, and it is refused from now on, padlock open or not. */
export const reportStolen = (needs: ActNeeds, given: OfDevice): Promise<Changed<DeviceChanged>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const device = await ownDevice(underWay, given);
      const changed = await write(underWay, device, { stolenAt: underWay.at });
      await putOut(underWay, device.browserIds);
      return changed;
    },
  });

/** It was found: it is what it was before. */
export const reportFound = (needs: ActNeeds, given: OfDevice): Promise<Changed<DeviceChanged>> =>
  change(needs, {
    ...given,
    act: async (underWay) => write(underWay, await ownDevice(underWay, given), { stolenAt: null }),
  });

/** In the transaction of an act: this organization's, as it was shown, and written down. */
export async function ownDevice(
  { transaction, padlock, at }: Pick<UnderWay, 'transaction' | 'padlock' | 'at'>,
  { deviceId, shown }: Pick<OfDevice, 'deviceId' | 'shown'>,
): Promise<Device> {
  const { organizationId } = padlock;
  const device = await findMachine(transaction, organizationId, deviceId);
  if (!device) throw new NotYours();
  if (shown !== undefined && shown !== fingerprintOf(device)) throw new Stale();
  const [browserId] = device.browserIds;
  if (browserId === undefined || String(browserId) !== device.id) return device;
  return { ...device, id: await deviceOf(transaction, { organizationId, browserId, at }) };
}

async function write(underWay: UnderWay, device: Device, says: DeviceChange): Promise<DeviceChanged> {
  const { transaction, padlock, at, by } = underWay;
  const { organizationId } = padlock;
  await changeDevice(transaction, organizationId, device.id, says);
  await raisePolicyVersion(transaction, organizationId);
  const entryId = await writeJournal(transaction, {
    organizationId,
    actor: by,
    action: 'device.changed',
    subject: 'organization',
    // A name may be a person's: that it changed is enough.
    before: { deviceId: device.id, kind: device.kind, shared: device.shared, stolenAt: device.stolenAt },
    after: { ...says, ...(says.name !== undefined && { name: 'changed' }) },
    at,
  });
  return { deviceId: device.id, entryId };
}

/** Grants and waits of these browsers in this organization; the session stays, for it proves a password. */
export async function putOut(
  { transaction, padlock }: UnderWay,
  browserIds: readonly BrowserId[],
): Promise<void> {
  const { organizationId } = padlock;
  await closeRequestsOfBrowsers(transaction, organizationId, browserIds);
  await endGrantsOfBrowsers(transaction, organizationId, browserIds);
}
