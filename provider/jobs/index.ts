import type { Logger } from 'pino';
import { expireRequests } from '../../db/closed-requests.ts';
import { sweepConsoleSessions } from '../../db/console-sessions.ts';
import type { Database } from '../../db/open.ts';
import { sweepRecords } from '../../db/records.ts';
import { endExpiredRules } from '../../db/rules-about.ts';

const sweepEveryMilliseconds = 60_000;
const batch = 500;

/** What is done now and then: expired records leave in small batches, requests nobody answered end, and so do rules. */
export function startJobs(needs: {
  readonly database: Database;
  readonly now: () => number;
  readonly log: Logger;
  readonly reclosePadlocks: () => Promise<void>;
}): {
  close(): void;
} {
  const sweep = async (): Promise<void> => {
    try {
      while ((await sweepRecords(needs.database, needs.now(), batch)) === batch);
      await sweepConsoleSessions(needs.database, needs.now());
      await expireRequests(needs.database, needs.now());
      while ((await endExpiredRules(needs.database, needs.now(), batch)) === batch);
    } catch (error) {
      needs.log.warn({ error }, 'the sweep was interrupted');
    }
  };
  const reclose = async (): Promise<void> => {
    try {
      await needs.reclosePadlocks();
    } catch (error) {
      needs.log.warn({ error }, 'a padlock could not be closed again');
    }
  };
  const work = (): void => {
    void reclose();
    void sweep();
  };
  const timer = setInterval(work, sweepEveryMilliseconds);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
