import type { OrganizationId, UserId } from '../policies/facts.ts';
import type { JournalAction } from './journal.ts';
import type { Connection, Row } from './open.ts';

/** What an act wrote down of itself, as untyped as it was written: each undo knows what its own act says. */
export interface UndoableEntry {
  readonly id: string;
  readonly action: JournalAction;
  /** The person it was done to, while her pseudonym leads to her. */
  readonly subject: UserId | 'organization' | 'nobody';
  readonly before: ReturnType<typeof JSON.parse>;
  readonly after: ReturnType<typeof JSON.parse>;
  readonly at: number;
  readonly policyVersion: number;
}

/** An act of this organization that may be undone. */
export async function findEntry(
  connection: Connection,
  organizationId: OrganizationId,
  id: string,
): Promise<UndoableEntry | undefined> {
  const row = await entriesOf(connection, organizationId).where('j.id', id).first(told);
  return row && undoable(row);
}

/** The acts of some kinds from an instant on, in no order. */
export async function readEntriesSince(
  connection: Connection,
  organizationId: OrganizationId,
  { since, actions }: { readonly since: number; readonly actions: readonly JournalAction[] },
): Promise<readonly UndoableEntry[]> {
  const rows = await entriesOf(connection, organizationId)
    .where('j.at', '>=', since)
    .whereIn('j.action', [...actions])
    .select(told);
  return rows.map(undoable);
}

const told = [
  'j.id',
  'j.action',
  'j.subject',
  'j.before',
  'j.after',
  'j.at',
  'j.policy_version',
  'p.user_id',
];

const entriesOf = (connection: Connection, organizationId: OrganizationId) =>
  connection('journal as j')
    .leftJoin('pseudonyms as p', 'p.pseudonym', 'j.subject')
    .where({ 'j.organization_id': organizationId });

const undoable = (row: Row): UndoableEntry => ({
  id: row.id,
  action: row.action,
  subject: row.user_id ?? (row.subject === 'organization' ? row.subject : 'nobody'),
  before: JSON.parse(row.before ?? '{}'),
  after: JSON.parse(row.after),
  at: row.at,
  policyVersion: row.policy_version,
});
