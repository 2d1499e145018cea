import { readFile } from 'node:fs/promises';
import type { Database } from '../../db/open.ts';

/** CPU milliseconds of the PostgreSQL processes that serve this database so far; not known outside Linux. */
export async function postgresCpu(database: Database): Promise<number | undefined> {
  const { rows } = await database.raw<{ rows: { pid: number }[] }>(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  try {
    const spent = await Promise.all(rows.map(({ pid }) => nanosecondsOf(pid)));
    return spent.reduce((sum, one) => sum + one, 0) / 1e6;
  } catch {
    return undefined;
  }
}

/** The first number is the time spent running (Linux, Documentation/scheduler/sched-stats). */
const nanosecondsOf = async (pid: number): Promise<number> =>
  Number((await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ')[0]);
