import type { Logger } from 'pino';
import type { Database } from '../../db/open.ts';
import { claimNotices, type Notice, noticeDelivered, noticeFailed } from '../../db/outbox.ts';
import type { SentMail } from './mailer.ts';

export interface OutboxWorker {
  /** News was written: deliver now rather than at the next look. */
  wake(): void;
  /** Lets a delivery under way end; what is not delivered stays in the outbox. */
  close(): Promise<void>;
}

const lookEveryMilliseconds = 2000;
/** Longer than any delivery may take, so that no other worker sends the same message meanwhile. */
const leaseMilliseconds = 90_000;
/** Two connections carry them: were each delivery to hang until it times out, the lease would still hold. */
const atOnce = 4;
const firstRetryMilliseconds = 5000;
const longestRetryMilliseconds = 5 * 60_000;

/** Delivers the outbox in the background: at least once, with back-off; no page ever waits for it. */
export function createOutboxWorker(needs: {
  readonly database: Database;
  readonly now: () => number;
  readonly random: () => number;
  readonly render: (notice: Notice) => Promise<SentMail | 'moot'>;
  readonly send: (mail: SentMail) => Promise<void>;
  readonly log: Logger;
}): OutboxWorker {
  let closed = false;
  let running: Promise<void> | undefined;
  let again = false;

  const deliver = async (notice: Notice): Promise<void> => {
    try {
      const mail = await needs.render(notice);
      if (mail !== 'moot') await needs.send(mail);
      await noticeDelivered(needs.database, notice.id, needs.now());
    } catch (error) {
      const retryIn = Math.min(firstRetryMilliseconds * 2 ** (notice.attempts - 1), longestRetryMilliseconds);
      const retryAt = needs.now() + Math.round(retryIn * (0.75 + needs.random() / 2));
      needs.log.warn(
        { error, notice: notice.id, kind: notice.kind, attempts: notice.attempts, retryAt },
        'a notice was not delivered',
      );
      await noticeFailed(needs.database, { id: notice.id, retryAt, error: String(error) });
    }
  };

  const drain = async (): Promise<void> => {
    do {
      again = false;
      const notices = await claimNotices(needs.database, {
        at: needs.now(),
        leaseMilliseconds,
        most: atOnce,
      });
      const results = await Promise.allSettled(notices.map(deliver));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      if (notices.length === atOnce) again = true;
    } while (again && !closed);
  };

  const look = (): void => {
    if (closed) return;
    if (running) {
      again = true;
      return;
    }
    running = drain()
      .catch((error) => needs.log.warn({ error }, 'the outbox could not be read'))
      .finally(() => {
        running = undefined;
      });
  };

  const timer = setInterval(look, lookEveryMilliseconds);
  timer.unref();
  look();
  return {
    wake: look,
    close: async () => {
      closed = true;
      clearInterval(timer);
      await running;
    },
  };
}
