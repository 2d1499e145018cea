import { isDeepStrictEqual } from 'node:util';
import { changeDevice, findDevice } from '../../db/devices.ts';
import { type JournalAction, writeJournal } from '../../db/journal.ts';
import { linkBrowsersOf, readStanding, type Standing, unlinkBrowsersOf } from '../../db/linked-browsers.ts';
import { raisePolicyVersion } from '../../db/rules.ts';
import type { UndoableEntry } from '../../db/undoable-entries.ts';
import type { DeviceId, OrganizationId, UserId } from '../../policies/facts.ts';
import { type ActNeeds, type Changed, change, NotYours, Stale, type UnderWay } from './change.ts';
import { putOut } from './devices.ts';
import { entryToUndo } from './undo.ts';

const undoable: readonly JournalAction[] = ['device.changed', 'device.joined', 'device.separated'];

/** Somebody has said since whether this device is shared. */
const sharesOtherwise = (later: UndoableEntry, entry: UndoableEntry): boolean =>
  entry.action === 'device.changed' &&
  later.action === 'device.changed' &&
  later.before.deviceId === entry.before.deviceId &&
  later.after.shared !== undefined;

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
      const entry = await entryToUndo(underWay, given.entryId, undoable, sharesOtherwise);
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
  const { deviceId: kept, browserIds, ruleIds, left } = after;
  // Joins of before this was kept say less than it takes.
  if (!browserIds || !ruleIds || !left) throw new NotYours();
  const moved = { browserIds, ruleIds, left };
  const apart = {
    kept,
    joined: before.joined,
    moved,
    before: { shared: before.shared, stolenAt: before.stolenAt },
  };
  if (!(await unlinkBrowsersOf(transaction, organizationId, apart))) throw new Stale();
  return kept;
}

/** What was said of either since, and what joined it, would be about all of them. */
async function putTogether(
  underWay: UnderWay,
  { before: { deviceId }, after: { separated, left, apart } }: UndoableEntry,
): Promise<DeviceId> {
  const { transaction, padlock } = underWay;
  const { organizationId } = padlock;
  if (!left || !apart) throw new NotYours();
  const standing = (id: DeviceId) => readStanding(transaction, organizationId, id);
  if (!isDeepStrictEqual(await standing(separated), apart)) throw new Stale();
  const kept = await standing(deviceId);
  // A mark that the one that stayed was given since is the stricter: it is about both again.
  if (!kept || !isDeepStrictEqual({ ...kept, ...marksOf(left) }, left)) throw new Stale();
  const moved = await linkBrowsersOf(transaction, organizationId, deviceId, separated);
  if (!moved) throw new Stale();
  if (moved.left.stolenAt !== null) await putOut(underWay, moved.left.browserIds);
  return deviceId;
}

const marksOf = ({ shared, stolenAt }: Standing) => ({ shared, stolenAt });
