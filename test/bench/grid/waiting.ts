import { readFileSync } from 'node:fs';
import type { Database } from '../../../db/open.ts';

/** Milliseconds that each has stood ready so far while others had the cores: our own thread, and whatever serves the database. */
export interface Waited {
  readonly own: number;
  readonly ofBackends: readonly number[];
}

export async function readBackends(database: Database): Promise<readonly number[]> {
  const { rows } = await database.raw<{ rows: { pid: number }[] }>(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  return rows.map(({ pid }) => pid);
}

export const readWaited = (backends: readonly number[]): Waited => ({
  own: waitedBy('self'),
  ofBackends: backends.map(waitedBy),
});

/** What a page lost at the least: several backends may have stood in line at the same time, so that only the longest counts. */
export const lostBetween = (before: Waited, after: Waited): number =>
  after.own -
  before.own +
  Math.max(0, ...after.ofBackends.map((waited, index) => waited - (before.ofBackends[index] ?? waited)));

/** The second number (Linux, Documentation/scheduler/sched-stats); 0 where it is not known. */
function waitedBy(pid: number | 'self'): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}
