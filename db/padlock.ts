import type { OrganizationId } from '../policies/facts.ts';
import { type Connection, isSqlite, type Row } from './open.ts';
import { raisePolicyVersion } from './rules.ts';

export interface Padlock {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly timeZone: string;
  readonly policyVersion: number;
  readonly state: 'open' | 'closed';
  /** When an open padlock closes by itself, in milliseconds UTC. */
  readonly relockAt: number | null;
  readonly firstLockedAt: number | null;
}

/** An open padlock whose hour has come is closed, whether or not somebody has written it down. */
export const isClosed = (
  row: { readonly locked: unknown; readonly relock_at: number | null },
  at: number,
): boolean => Boolean(row.locked) || (row.relock_at !== null && row.relock_at <= at);

/**
 * Read before a change in its transaction: whoever else changes this organization waits, and sees what this one left.
 * Rows that only refer to the organization are written meanwhile, so that none who writes them and we wait for each other.
 */
export async function lockOrganization(
  transaction: Connection,
  id: OrganizationId,
  at: number,
): Promise<Padlock | undefined> {
  const query = transaction('organizations').where({ id });
  // A transaction of SQLite that has read and writes later than another process is refused: it writes first.
  if (isSqlite(transaction)) await query.clone().update({ name: transaction.ref('name') });
  else query.forNoKeyUpdate();
  const row = await query.first();
  return row && padlock(row, at);
}

export async function readPadlock(
  connection: Connection,
  id: OrganizationId,
  at: number,
): Promise<Padlock | undefined> {
  const row = await connection('organizations').where({ id }).first();
  return row && padlock(row, at);
}

const padlock = (row: Row, at: number): Padlock => ({
  organizationId: row.id,
  name: row.name,
  timeZone: row.time_zone,
  policyVersion: row.policy_version,
  state: isClosed({ locked: row.locked, relock_at: row.relock_at }, at) ? 'closed' : 'open',
  relockAt: row.relock_at,
  firstLockedAt: row.first_locked_at,
});

export async function setPadlock(
  transaction: Connection,
  id: OrganizationId,
  change:
    | { readonly state: 'closed'; readonly at: number }
    | { readonly state: 'open'; readonly relockAt: number | null },
): Promise<void> {
  await transaction('organizations')
    .where({ id })
    .update(
      change.state === 'closed'
        ? {
            locked: true,
            relock_at: null,
            first_locked_at: transaction.raw('coalesce(first_locked_at, ?)', [change.at]),
          }
        : { locked: false, relock_at: change.relockAt },
    );
  await raisePolicyVersion(transaction, id);
}

/** Padlocks whose hour has come and that nobody has written down as closed. */
export async function readDuePadlocks(
  connection: Connection,
  at: number,
): Promise<readonly OrganizationId[]> {
  const rows = await connection('organizations')
    .where({ locked: false })
    .where('relock_at', '<=', at)
    .select('id');
  return rows.map(({ id }) => id);
}
