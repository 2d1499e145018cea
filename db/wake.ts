import pg from 'pg';
import { type Connection, isSqlite } from './open.ts';

const channel = 'cadenas_answers';

/** In the transaction that answers: wakes the waiting pages of every process when it commits. SQLite has one process; it polls. */
export async function announceAnswer(transaction: Connection): Promise<void> {
  if (!isSqlite(transaction)) await transaction.raw(`notify ${channel}`);
}

/** Listens for as long as the process lives; a lost connection is taken up again, and polling covers the gap. */
export function listenForAnswers(url: string, onAnswer: () => void): { close(): Promise<void> } {
  let closed = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const again = () => {
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(connect, 2000);
  };
  const connect = (): void => {
    const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1500 });
    client = fresh;
    fresh.on('notification', onAnswer);
    fresh.on('error', again);
    fresh.on('end', again);
    fresh
      .connect()
      .then(() => fresh.query(`listen ${channel}`))
      .catch(again);
  };
  connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
