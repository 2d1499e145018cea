import { readFileSync } from 'node:fs';
import type { Database } from '../../../db/open.ts';

/** Our own thread, and whatever serves this database: all that works on a page. */
export async function whoWorks(database: Database): Promise<readonly string[]> {
  const { rows } = await database.raw<{ rows: { pid: number }[] }>(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  return ['self', ...rows.map(({ pid }) => String(pid))];
}

/** Milliseconds that they have stood ready so far while others had the cores (Linux, sched-stats: the second number); 0 where it is not known. */
export function waitedForCores(who: readonly string[]): number {
  return who.reduce((sum, pid) => sum + nanosecondsOf(pid) / 1e6, 0);
}

function nanosecondsOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]);
  } catch {
    return 0;
  }
}
