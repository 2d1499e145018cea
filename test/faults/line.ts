import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../support/free-port.ts';

/** The line between Cadenas and its PostgreSQL, which a test can cut. */
export interface Line {
  /** The same database, through this line. */
  readonly url: string;
  /** Every connection ends, and none can be made: the server has stopped. */
  cut(): Promise<void>;
  /** Not a word comes through, and no connection ends: the network has gone, or the machine hangs. */
  silence(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function layLine(databaseUrl: string): Promise<Line> {
  const target = new URL(databaseUrl);
  const port = await freePort();
  const ends = new Set<Socket>();
  let silent = false;
  const server = createServer((here) => {
    // Taken off the queue just after the line was cut.
    if (!server.listening) {
      here.destroy();
      return;
    }
    const there = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      ends.add(one);
      one.on('data', (chunk) => {
        if (!silent) other.write(chunk);
      });
      one.on('error', () => {
        // Its close follows.
      });
      one.on('close', () => {
        ends.delete(one);
        if (!silent) other.destroy();
      });
    }
  });
  const listen = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const hangUp = () => {
    for (const end of ends) end.destroy();
  };
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    hangUp();
    await closed;
  };
  await listen();
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    cut,
    silence: () => {
      silent = true;
    },
    mend: async () => {
      silent = false;
      hangUp();
      if (!server.listening) await listen();
    },
    close: async () => {
      if (server.listening) await cut();
    },
  };
}
