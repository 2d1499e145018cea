import type { JournalAction } from '../../db/journal.ts';
import { findEntry, readEntriesSince, type UndoableEntry } from '../../db/undoable-entries.ts';
import { NotYours, Stale, type UnderWay } from './change.ts';

/** How long an act can be taken back, in milliseconds. */
export const undoableFor = 24 * 60 * 60_000;

/** Processes whose clocks differ by less than this see what the others have undone. */
const clocksDifferBy = 60 * 60_000;

/** What undoes, and what has the last word on an access or a device. */
const later: readonly JournalAction[] = [
  'rule.undone',
  'places.undone',
  'connections.undone',
  'device.undone',
  'device.changed',
  'access.changed',
];

/**
 * In the transaction of every « Annuler »: the act that it takes back. Stale after a day, when somebody has taken
 * it back already, or when a later act `overrules` it.
 */
export async function entryToUndo(
  { transaction, padlock: { organizationId }, at }: UnderWay,
  id: string,
  actions: readonly JournalAction[],
  overrules: (later: UndoableEntry, entry: UndoableEntry) => boolean = () => false,
): Promise<UndoableEntry> {
  const entry = await findEntry(transaction, organizationId, id);
  if (!entry || !actions.includes(entry.action)) throw new NotYours();
  if (at - entry.at > undoableFor) throw new Stale();
  const since = await readEntriesSince(transaction, organizationId, {
    since: entry.at - clocksDifferBy,
    actions: later,
  });
  const isOver = since.some(
    (one) =>
      one.after.undoes === entry.id || (one.policyVersion > entry.policyVersion && overrules(one, entry)),
  );
  if (isOver) throw new Stale();
  return entry;
}
