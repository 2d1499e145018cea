import { writeJournal } from '../../db/journal.ts';
import { linkBrowsersOf, readStanding, unlinkBrowser } from '../../db/linked-browsers.ts';
import { raisePolicyVersion } from '../../db/rules.ts';
import type { BrowserId, DeviceId } from '../../policies/facts.ts';
import { type ActNeeds, type Changed, change, NotYours, Stale } from './change.ts';
import { type DeviceChanged, type OfDevice, ownDevice, putOut } from './devices.ts';

/** « C’est le même appareil »: two browsers on one machine; the rules about either are about both. */
export const joinDevices = (
  needs: ActNeeds,
  given: OfDevice & { readonly joinedId: DeviceId; readonly joinedShown?: string },
): Promise<Changed<DeviceChanged>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at, by } = underWay;
      const { organizationId } = padlock;
      const { joinedId, joinedShown } = given;
      const kept = await ownDevice(underWay, given);
      const joined = await ownDevice(underWay, {
        deviceId: joinedId,
        ...(joinedShown !== undefined && { shown: joinedShown }),
      });
      const moved = await linkBrowsersOf(transaction, organizationId, kept.id, joined.id);
      if (!moved) return { deviceId: kept.id, entryId: 'none' };
      await raisePolicyVersion(transaction, organizationId);
      if (moved.left.stolenAt !== null) await putOut(underWay, [...kept.browserIds, ...joined.browserIds]);
      const entryId = await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'device.joined',
        subject: 'organization',
        before: { joined: joined.id, shared: kept.shared, stolenAt: kept.stolenAt },
        after: { deviceId: kept.id, ...moved },
        at,
      });
      return { deviceId: kept.id, entryId };
    },
  });

/** « Séparer ce navigateur »: a machine of its own, marked like the one that it leaves, whose rules are not about it. */
export const separateBrowser = (
  needs: ActNeeds,
  given: OfDevice & { readonly browserId: BrowserId },
): Promise<Changed<DeviceChanged>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at, by } = underWay;
      const { organizationId } = padlock;
      const device = await ownDevice(underWay, given);
      if (!device.browserIds.includes(given.browserId)) throw new NotYours();
      const separated = await unlinkBrowser(transaction, organizationId, device, given.browserId, at);
      // Alone on its machine there is nothing to separate it from: the page that asks was another's.
      if (separated === undefined) throw new Stale();
      await raisePolicyVersion(transaction, organizationId);
      const entryId = await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'device.separated',
        subject: 'organization',
        before: { deviceId: device.id, browserId: given.browserId },
        after: {
          separated,
          left: await readStanding(transaction, organizationId, device.id),
          apart: await readStanding(transaction, organizationId, separated),
        },
        at,
      });
      return { deviceId: device.id, entryId };
    },
  });
