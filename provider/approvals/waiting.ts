import { pagesSeen, readStatuses } from '../../db/approval-requests.ts';
import type { Database } from '../../db/open.ts';
import type { RequestStatus } from '../../policies/approval.ts';
import type { ApprovalRequestId } from '../../policies/facts.ts';

type Listener = (status: RequestStatus) => void;

/** The pages of this process that wait: one query a second for all of them, none when nobody waits. */
export interface WaitingRoom {
  /** Calls back when the request is no longer pending; returns how to stop. */
  watch(id: ApprovalRequestId, listener: Listener): () => void;
  /** Looks now: somebody answered. */
  wake(): void;
  close(): void;
}

const pollMilliseconds = 1000;
const seenEveryMilliseconds = 30_000;

export function createWaitingRoom(needs: {
  readonly database: Database;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}): WaitingRoom {
  const listeners = new Map<ApprovalRequestId, Set<Listener>>();
  let looking = false;
  let lookAgain = false;
  let seenAt = 0;

  /** A page that fails does not silence the others. */
  const tell = (listener: Listener, status: RequestStatus): void => {
    try {
      listener(status);
    } catch (error) {
      needs.onError(error);
    }
  };

  const look = async (): Promise<void> => {
    if (listeners.size === 0) return;
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    try {
      const ids = [...listeners.keys()];
      if (needs.now() - seenAt >= seenEveryMilliseconds) {
        seenAt = needs.now();
        await pagesSeen(needs.database, ids, seenAt);
      }
      const statuses = await readStatuses(needs.database, ids);
      for (const id of ids) {
        const status = statuses.get(id) ?? 'cancelled';
        if (status !== 'pending') for (const listener of listeners.get(id) ?? []) tell(listener, status);
      }
    } catch (error) {
      needs.onError(error);
    } finally {
      looking = false;
    }
    if (lookAgain) {
      lookAgain = false;
      await look();
    }
  };

  const timer = setInterval(look, pollMilliseconds);
  timer.unref();
  return {
    watch: (id, listener) => {
      const mine = listeners.get(id) ?? new Set();
      mine.add(listener);
      listeners.set(id, mine);
      void look();
      return () => {
        mine.delete(listener);
        if (mine.size === 0 && listeners.get(id) === mine) listeners.delete(id);
      };
    },
    wake: () => void look(),
    close: () => {
      clearInterval(timer);
      listeners.clear();
    },
  };
}
