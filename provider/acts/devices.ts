import { closeRequestsOfBrowsers } from '../../db/approval-requests.ts';
import {
  changeDevice,
  type Device,
  type DeviceChange,
  deviceOf,
  findDevice,
  joinDevices,
} from '../../db/devices.ts';
import { endGrantsOfBrowsers } from '../../db/grants.ts';
import { writeJournal } from '../../db/journal.ts';
import { raisePolicyVersion } from '../../db/rules.ts';
import type { BrowserId, DeviceId, OrganizationId } from '../../policies/facts.ts';
import { type ActNeeds, type Actor, type Changed, change, NotYours, type UnderWay } from './change.ts';

interface OfDevice {
  readonly organizationId: OrganizationId;
  readonly by: Actor;
  readonly deviceId: DeviceId;
}

/** The device of a browser that this organization has seen, written down so that something can be said of it. */
export const knowDevice = (
  needs: ActNeeds,
  given: { readonly organizationId: OrganizationId; readonly by: Actor; readonly browserId: BrowserId },
): Promise<Changed<DeviceId>> =>
  change(needs, {
    ...given,
    act: async ({ transaction, padlock: { organizationId }, at }) => {
      const seen = await transaction('connections')
        .where({ organization_id: organizationId, browser_id: given.browserId })
        .first('id');
      if (!seen) throw new NotYours();
      return deviceOf(transaction, { organizationId, browserId: given.browserId, at });
    },
  });

/** Its name, its kind, whether several people share it. */
export const describeDevice = (
  needs: ActNeeds,
  given: OfDevice & { readonly says: Omit<DeviceChange, 'stolenAt'> },
): Promise<Changed<void>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const device = await own(underWay, given.deviceId);
      await write(underWay, device, given.says);
    },
  });

/** « C’est le même appareil »: two browsers on one machine; the rules about either are about both. */
export const joinDevicesAct = (
  needs: ActNeeds,
  given: OfDevice & { readonly joinedId: DeviceId },
): Promise<Changed<void>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at, by } = underWay;
      const { organizationId } = padlock;
      const kept = await own(underWay, given.deviceId);
      const joined = await own(underWay, given.joinedId);
      if (kept.id === joined.id) return;
      await joinDevices(transaction, organizationId, kept.id, joined.id);
      await raisePolicyVersion(transaction, organizationId);
      if (kept.stolenAt !== null || joined.stolenAt !== null)
        await putOut(underWay, [...kept.browserIds, ...joined.browserIds]);
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'device.joined',
        subject: 'organization',
        before: { joined: joined.id },
        after: { deviceId: kept.id },
        at,
      });
    },
  });

/** « Perdu ou volé »: what was given on it ends at once, and it is refused from now on, padlock open or not. */
export const reportStolen = (needs: ActNeeds, given: OfDevice): Promise<Changed<void>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const device = await own(underWay, given.deviceId);
      await write(underWay, device, { stolenAt: underWay.at });
      await putOut(underWay, device.browserIds);
    },
  });

/** It was found: it is what it was before. */
export const reportFound = (needs: ActNeeds, given: OfDevice): Promise<Changed<void>> =>
  change(needs, {
    ...given,
    act: async (underWay) => write(underWay, await own(underWay, given.deviceId), { stolenAt: null }),
  });

async function own({ transaction, padlock }: UnderWay, id: DeviceId): Promise<Device> {
  const device = await findDevice(transaction, padlock.organizationId, id);
  if (!device) throw new NotYours();
  return device;
}

async function write(underWay: UnderWay, device: Device, says: DeviceChange): Promise<void> {
  const { transaction, padlock, at, by } = underWay;
  const { organizationId } = padlock;
  await changeDevice(transaction, organizationId, device.id, says);
  await raisePolicyVersion(transaction, organizationId);
  await writeJournal(transaction, {
    organizationId,
    actor: by,
    action: 'device.changed',
    subject: 'organization',
    // A name may be a person's: that it changed is enough.
    before: { deviceId: device.id, kind: device.kind, shared: device.shared, stolenAt: device.stolenAt },
    after: { ...says, ...(says.name !== undefined && { name: 'changed' }) },
    at,
  });
}

/** Grants and waits of these browsers in this organization; the session stays, for it proves a password. */
async function putOut({ transaction, padlock }: UnderWay, browserIds: readonly BrowserId[]): Promise<void> {
  const { organizationId } = padlock;
  await closeRequestsOfBrowsers(transaction, organizationId, browserIds);
  await endGrantsOfBrowsers(transaction, organizationId, browserIds);
}
