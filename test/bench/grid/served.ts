import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openDatabase } from '../../../db/open.ts';
import { parseConfiguration } from '../../../provider/configuration/index.ts';
import { buildHouse } from '../../../provider/house.ts';
import { freePort } from '../../support/free-port.ts';
import { type RawBrowser, rawBrowser } from '../../support/raw-http.ts';
import { administratorOf, type Plan, password } from './plan.ts';
import { nameOf } from './statements.ts';
import { lostBetween, readBackends, readWaited } from './waiting.ts';

/** One page, as the server had it: from the request to the last byte of the answer. */
export interface Page {
  readonly milliseconds: number;
  /** Of that time, how long at the least it waited while other programs had the cores. */
  readonly waitedMilliseconds: number;
  readonly statements: readonly { readonly name: string; readonly milliseconds: number }[];
}

export interface Served {
  /** The administrator of this organization, signed in through the pages like anyone. */
  signIn(plan: Plan): Promise<(path: string) => Promise<Page>>;
  close(): Promise<void>;
}

/** What `npm start` builds, whole and unchanged, in this process: requests come one at a time, so that each owns what happens meanwhile. */
export async function serve(options: {
  readonly databaseUrl: string;
  readonly dataDirectory: string;
  readonly applicationsFile: string;
}): Promise<Served> {
  const port = await freePort();
  const parsed = parseConfiguration({
    PORT: String(port),
    DATABASE_URL: options.databaseUrl,
    DATA_DIR: options.dataDirectory,
    APPLICATIONS_FILE: options.applicationsFile,
    DEMO: '0',
    LOG_LEVEL: 'error',
  });
  if (parsed.kind === 'faulty') throw new Error(parsed.faults.join('\n'));
  const house = await buildHouse(parsed.configuration);
  const url = `http://localhost:${port}`;
  let statements: { name: string; milliseconds: number }[] = [];
  let spent = { milliseconds: Number.NaN, waitedMilliseconds: Number.NaN };
  let backends: readonly number[] = [];

  const begun = new Map<string, number>();
  house.database.on('query', ({ __knexQueryUid: id }) => begun.set(id, performance.now()));
  house.database.on('query-response', (_answer, { __knexQueryUid: id, sql }) => {
    statements.push({
      name: nameOf(sql),
      milliseconds: performance.now() - (begun.get(id) ?? Number.NaN),
    });
    begun.delete(id);
  });
  house.server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    const [began, waited] = [performance.now(), readWaited(backends)];
    statements = [];
    response.once('finish', () => {
      const milliseconds = performance.now() - began;
      spent = { milliseconds, waitedMilliseconds: lostBetween(waited, readWaited(backends)) };
    });
  });
  house.server.listen(port);
  await once(house.server, 'listening');

  const watcher = openDatabase({
    url: options.databaseUrl,
    dataDirectory: options.dataDirectory,
    file: 'none',
  });
  const look = async (browser: RawBrowser, path: string): Promise<Page> => {
    backends = await readBackends(watcher);
    const { status, url: at } = await browser.get(`${url}${path}`);
    if (status !== 200) throw new Error(`${status} at ${at}`);
    return { ...spent, statements };
  };
  return {
    signIn: async (plan) => {
      const browser = rawBrowser();
      const login = await browser.follow(await browser.get(`${url}/reglages/connexions`));
      const fill = { username: administratorOf(plan), password };
      const page = await browser.follow(await browser.submit(login, { fill }));
      if (page.status !== 200 || !page.url.endsWith('/connexions'))
        throw new Error(`${administratorOf(plan)} is not in: ${page.status} at ${page.url}`);
      return (path) => look(browser, path);
    },
    close: async () => {
      await watcher.destroy();
      await house.close();
    },
  };
}
