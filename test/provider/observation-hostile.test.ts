import { once } from 'node:events';
import { connect } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Database, openDatabase } from '../../db/open.ts';
import { userAgents } from '../../provider/demo/machines.ts';
import { signedInSylvie } from '../support/centre.ts';
import { arrive, isWaiting, machine, said } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import type { RawBrowser } from '../support/raw-http.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { attempt, people } from '../support/walk.ts';

interface World {
  server: RunningServer;
  database: Database;
  sylvie: RawBrowser;
  close(): Promise<void>;
}

const address = '198.51.100.24';
const script = '<script>alert(1)</script>';
const image = '"><img src=x onerror=alert(1)>';
const windows = userAgents.sylvieOffice;

/** What a hostile browser says of itself, and what is made of it. */
const hostile: readonly {
  readonly what: string;
  readonly userAgent: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly kept: Readonly<Record<string, string>>;
}[] = [
  {
    what: 'fifteen thousand characters',
    userAgent: `${windows} ${'(x; '.repeat(3_700)}`,
    kept: { kind: 'computer', system: 'windows' },
  },
  {
    what: 'markup',
    userAgent: `${windows} ${script} ${image}`,
    kept: { kind: 'computer', system: 'windows' },
  },
  {
    what: 'tabs and letters that are not ASCII',
    userAgent: `${windows}\t\x9b31m \xe9\xff\x80\x85 fin`,
    kept: { kind: 'computer', system: 'windows', model: 'unknown' },
  },
  { what: 'nothing', userAgent: '', kept: { kind: 'unknown', family: 'unknown', system: 'unknown' } },
  {
    what: 'a model that is markup',
    userAgent: `Mozilla/5.0 (Linux; Android 15; ${image}) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36`,
    headers: { 'sec-ch-ua-model': image },
    kept: { kind: 'phone', system: 'android', model: 'unknown' },
  },
  {
    what: 'hints of another machine',
    userAgent: userAgents.sylviePhone,
    headers: {
      'sec-ch-ua': '"Microsoft Edge";v="140", "Chromium";v="140"',
      'sec-ch-ua-platform': '"Windows"',
      'sec-ch-ua-mobile': '?0',
      'sec-ch-ua-model': '"Surface"',
    },
    kept: { kind: 'phone', family: 'safari', system: 'ios', model: 'iPhone' },
  },
  {
    what: 'hints that are markup, endless or of no form',
    userAgent: windows,
    headers: {
      'sec-ch-ua': script,
      'sec-ch-ua-platform': `"${'W'.repeat(5_000)}"`,
      'sec-ch-ua-mobile': '?2\t\xff',
      'accept-language': script,
      cookie: `cadenas_browser=${image}`,
    },
    kept: { kind: 'computer', system: 'windows', model: 'unknown' },
  },
];

for (const dialect of dialects) {
  const test = suite<World>(`hostile headers, on ${dialect.name}`);

  test.before(async (world) => {
    const storage = await dialect.open();
    world.server = await startServer({
      env: {
        DATABASE_URL: storage.databaseUrl,
        DATA_DIR: storage.dataDir,
        TRUSTED_PROXIES: '127.0.0.1/32,::1/128',
        LOG_LEVEL: 'trace',
      },
    });
    const { databaseUrl: url, dataDir: dataDirectory } = storage;
    world.database = openDatabase({ url, dataDirectory, file: 'demo.sqlite' });
    world.sylvie = await signedInSylvie(world.database, world.server.url);
    world.close = async () => {
      await world.database.destroy();
      await world.server.close();
      await storage.close();
    };
  });
  test.after(async (world) => world.close());

  for (const { what, userAgent, headers = {}, kept } of hostile)
    test(`a browser that says ${what} is asked like any other, and shown inert`, async (world) => {
      const { database, server, sylvie } = world;
      const holding = machine({ userAgent, address, headers });
      const page = await arrive(holding, attempt(server.url), people.julie);
      assert.ok(isWaiting(page), `${page.status} at ${page.url}:\n${said(page)}`);
      const row = await database('browsers').orderBy('created_at', 'desc').orderBy('id', 'desc').first();
      for (const [column, value] of Object.entries(kept)) assert.is(row[column], value, column);
      for (const column of ['user_agent', 'model', 'family', 'kind', 'system'])
        assert.match(row[column], /^[\x20-\x7e]{0,512}$/, column);
      const request = await database('approval_requests').where({ browser_id: row.id }).first();
      const shown = await sylvie.get(`${server.url}/demandes/${request.id}`);
      assert.is(shown.status, 200);
      assert.match(said(shown), /Julie/);
      const console = await sylvie.get(`${server.url}/reglages`);
      for (const { text } of [page, shown, console])
        for (const mark of [script, image, '<img', 'alert(1)', 'xxxxx', 'WWWWW', '\x9b'])
          assert.not.ok(text.includes(mark), `${mark} stands on a page`);
      // At most three wait for one person.
      await database('approval_requests').where({ id: request.id }).update({ status: 'cancelled' });
    });

  test('headers longer than Node reads are answered in four hundreds, and the next browser is served', async ({
    server,
  }) => {
    const holding = machine({ userAgent: 'x'.repeat(20_000), address });
    const { status } = await holding.browser.get(attempt(server.url).address);
    assert.is(status, 431);
    const next = machine({ userAgent: windows, address });
    assert.is((await next.browser.follow(await next.browser.get(attempt(server.url).address))).status, 200);
  });

  test('control characters in a header never reach us', async ({ server }) => {
    for (const hidden of ['\x00', '\x01', '\x1b[31m', '\x7f', '\n folded', '\r']) {
      const lines = [
        'GET /readyz HTTP/1.1',
        'Host: localhost',
        `User-Agent: a${hidden}b`,
        'Connection: close',
        '',
        '',
      ];
      const answer = await send(Number(new URL(server.url).port), lines.join('\r\n'));
      assert.match(answer, /^HTTP\/1\.1 (200|400) /, JSON.stringify(hidden));
    }
  });

  test('the log of all this is one clean line for each thing it tells', async ({ server }) => {
    const { browser } = machine({ userAgent: `${script}\t\xff`, address });
    const path = '/%1b%5b31m%0a%7b%22level%22:60%7d';
    assert.is((await browser.get(`${server.url}${path}`)).status, 404);
    await until(() => server.output().split(path)[1]?.includes('\n'), { what: 'the request for it is told' });
    // Before its first line it greets whoever started it.
    const lines = server.output().trimEnd().split('\n');
    const told = lines.slice(lines.findIndex((line) => line.startsWith('{')));
    for (const line of told) {
      assert.match(line, /^[\x20-\x7e\u00a0-\uffff]*$/, JSON.stringify(line));
      assert.type(JSON.parse(line).level, 'number');
      assert.not.match(line, /alert\(1\)|xxxxx|WWWWW/);
      assert.ok(JSON.parse(line).level < 50, line);
    }
  });

  test.run();
}

async function send(port: number, text: string): Promise<string> {
  const socket = connect(port, 'localhost');
  socket.end(Buffer.from(text, 'latin1'));
  let answer = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    answer += chunk;
  });
  await once(socket, 'close');
  return answer;
}
