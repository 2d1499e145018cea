import { changeDevice, findDevice } from '../../db/devices.ts';
import { findEntry, type UndoableEntry, writeJournal } from '../../db/journal.ts';
import { linkBrowsersOf, unlinkBrowsersOf } from '../../db/linked-browsers.ts';
import { raisePolicyVersion } from '../../db/rules.ts';
import type { DeviceId, OrganizationId, UserId } from '../../policies/facts.ts';
import { type ActNeeds, type Changed, change, NotYours, Stale, type UnderWay } from './change.ts';
import { putOut } from './devices.ts';

/** « Annuler », after what was said of a device: what it was is again, unless somebody has said something else since. */
export const undoDevice = (
  needs: ActNeeds,
  given: { readonly organizationId: OrganizationId; readonly by: UserId; readonly entryId: string },
): Promise<Changed<DeviceId>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at, by } = underWay;
      const { organizationId } = padlock;
      const entry = await findEntry(transaction, organizationId, given.entryId);
      if (!entry) throw new NotYours();
      const deviceId = await undo(underWay, entry);
      await raisePolicyVersion(transaction, organizationId);
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'device.undone',
        subject: 'organization',
        before: { action: entry.action },
        after: { deviceId, undoes: given.entryId },
        at,
      });
      return deviceId;
    },
  });

function undo(underWay: UnderWay, entry: UndoableEntry): Promise<DeviceId> {
  switch (entry.action) {
    case 'device.changed':
      return shareAsBefore(underWay, entry);
    case 'device.joined':
      return takeApart(underWay, entry);
    case 'device.separated':
      return putTogether(underWay, entry);
    default:
      throw new NotYours();
  }
}

async function shareAsBefore(
  { transaction, padlock: { organizationId } }: UnderWay,
  { before, after }: UndoableEntry,
): Promise<DeviceId> {
  const { deviceId, shared } = before;
  if (typeof after.shared !== 'boolean') throw new NotYours();
  const device = await findDevice(transaction, organizationId, deviceId);
  if (!device || device.shared !== after.shared) throw new Stale();
  await changeDevice(transaction, organizationId, deviceId, { shared });
  return deviceId;
}

async function takeApart(
  { transaction, padlock: { organizationId } }: UnderWay,
  { before, after }: UndoableEntry,
): Promise<DeviceId> {
  const { deviceId: kept, browserIds, ruleIds, shared, stolenAt } = after;
  // Joins of before this was kept say less than it takes.
  if (!browserIds || !ruleIds) throw new NotYours();
  const moved = { browserIds, ruleIds, shared, stolenAt };
  const apart = {
    kept,
    joined: before.joined,
    moved,
    before: { shared: before.shared, stolenAt: before.stolenAt },
  };
  if (!(await unlinkBrowsersOf(transaction, organizationId, apart))) throw new Stale();
  return kept;
}

async function putTogether(
  underWay: UnderWay,
  { before: { deviceId, browserId }, after: { separated } }: UndoableEntry,
): Promise<DeviceId> {
  const { transaction, padlock } = underWay;
  const moved = await linkBrowsersOf(transaction, padlock.organizationId, deviceId, separated);
  if (!moved) throw new Stale();
  if (moved.stolenAt !== null) await putOut(underWay, [browserId]);
  return deviceId;
}
