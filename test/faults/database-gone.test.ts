import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wordsOf } from '../support/forms.ts';
import { dialects } from '../support/postgres.ts';
import { type Answer, desktop, rawBrowser } from '../support/raw-http.ts';
import { until } from '../support/until.ts';
import { attempt, checkCode, go, password, people, redeem, returned, signIn } from '../support/walk.ts';
import { type Line, layLine } from './line.ts';
import { julieGetsIn, julieWaits, type Stage, setStage, sylvieApproves, type Waits } from './story.ts';

interface Scene {
  stage: Stage;
  line: Line;
  databaseUrl: string;
}

/** Design, section 10: 503 within two seconds. What a busy machine adds to them is its own. */
const promised = 2000;
const tolerance = 500;

interface Outage {
  readonly how: string;
  begin(scene: Scene): Promise<void>;
  end(scene: Scene): Promise<void>;
}

const outages: readonly Outage[] = [
  {
    how: 'has stopped',
    begin: ({ line }) => line.cut(),
    end: ({ line }) => line.mend(),
  },
  {
    how: 'turns everyone away',
    begin: (scene) => administer(scene, 'false'),
    end: (scene) => administer(scene, 'true'),
  },
  {
    how: 'says nothing any more',
    begin: async ({ line }) => line.silence(),
    end: ({ line }) => line.mend(),
  },
];

for (const dialect of dialects.filter(({ name }) => name === 'postgres')) {
  const test = suite<Scene>('the database is gone');

  test.before.each(async (scene) => {
    const lines: Line[] = [];
    scene.stage = await setStage(
      {
        ...dialect,
        open: async () => {
          const storage = await dialect.open();
          const line = await layLine(storage.databaseUrl ?? '');
          lines.push(line);
          scene.databaseUrl = storage.databaseUrl ?? '';
          return storage;
        },
      },
      () => ({ DATABASE_URL: lines[0]?.url }),
    );
    const [line] = lines;
    assert.ok(line);
    scene.line = line;
  });
  test.after.each(async ({ stage, line }) => {
    await stage.close();
    await line.close();
  });

  for (const outage of outages)
    test(`the database ${outage.how}: every page says so in time, nobody gets in, and all goes on afterwards`, async (scene) => {
      const { stage } = scene;
      const { url } = stage.server;
      const waits = await julieWaits(stage);
      const events = await eventsOf(waits);
      const pierre = rawBrowser();
      const tried = attempt(url);
      const code = returned(await signIn(pierre, tried, people.pierre))?.get('code') ?? '';
      const nadia = rawBrowser();
      const login = await go(nadia, attempt(url));
      const pid = stage.server.pid();

      await outage.begin(scene);
      const pages: Readonly<Record<string, () => Promise<Said>>> = {
        'the sign-in page': () => nadia.get(login.url),
        'the password': () => nadia.submit(login, { fill: { username: people.nadia, password } }),
        'a wrong password': () =>
          nadia.submit(login, { fill: { username: people.nadia, password: 'wrong' } }),
        'a new authorization request': () => rawBrowser().get(attempt(url).address),
        'the next sign-in of Pierre, who has a session': () => pierre.get(attempt(url).address),
        'a silent sign-in': () => pierre.get(attempt(url, undefined, { prompt: 'none' }).address),
        'the waiting page of Julie': () => waits.julie.get(waits.page.url),
        'going on by hand': () => waits.julie.get(`${waits.page.url}/suite`),
        'the page of the request': () => rawBrowser().get(waits.link),
        'the answer of Sylvie': () => rawBrowser().post(waits.link, { answer: 'approve', code: waits.code }),
        'a code for tokens': () => read(redeem(url, tried, code)),
        readiness: () => rawBrowser().get(`${url}/readyz`),
      };
      for (const [what, ask] of Object.entries(pages)) await unavailable(what, ask);
      const all = Object.entries(pages).flatMap((page) => [page, page, page]);
      await Promise.all(all.map(([what, ask]) => unavailable(what, ask)));
      assert.is((await rawBrowser().get(`${url}/healthz`)).status, 200);
      assert.is(stage.server.pid(), pid);

      await outage.end(scene);
      await until(async () => (await rawBrowser().get(`${url}/readyz`)).status === 200, {
        what: '/readyz is 200 again',
      });
      assert.is(checkCode(await waits.julie.get(waits.page.url)), waits.code);
      assert.is((await redeem(url, tried, code)).status, 200, 'the code was not used up');
      await sylvieApproves(waits);
      await until(() => events().includes('"approved"'), { what: 'the waiting page hears of it' });
      await julieGetsIn(stage, waits);
      const sent = await nadia.submit(login, { fill: { username: people.nadia, password } });
      checkCode(await nadia.follow(sent));
      assert.is(stage.server.pid(), pid, 'the process never ended');
    });

  test.run();
}

type Said = Pick<Answer, 'status' | 'headers' | 'text' | 'location'>;

async function unavailable(what: string, ask: () => Promise<Said>): Promise<void> {
  const began = performance.now();
  const answer = await ask().catch((error) => assert.unreachable(`${what}: ${error}`));
  const took = Math.round(performance.now() - began);
  assert.ok(answer);
  const said = `${what}: ${answer.status} ${answer.location ?? ''} in ${took} ms\n${wordsOf(answer.text).slice(0, 300)}`;
  assert.is(answer.status, 503, said);
  assert.is(answer.location, undefined, said);
  assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/, said);
  assert.ok(took < promised + tolerance, said);
}

/** What an application asks, read as a page is. */
async function read(asked: Promise<Response>): Promise<Said> {
  const answer = await asked;
  const { status, headers } = answer;
  return { status, headers, text: await answer.text(), location: headers.get('location') ?? undefined };
}

/** The events of a waiting page, as they come; gives what was heard so far. */
async function eventsOf({ julie, page }: Waits): Promise<() => string> {
  const url = new URL(`${page.url}/evenements`);
  const cookie = julie.cookies.header({ url, method: 'GET', sender: 'same-site' });
  const request = get(url, { agent: false, headers: { cookie, 'user-agent': desktop } });
  const [response]: IncomingMessage[] = await once(request, 'response');
  let heard = '';
  response?.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk;
  });
  response?.on('error', () => {
    // The server went away; what was heard stays.
  });
  await until(() => heard.includes('"pending"'));
  return () => heard;
}

/** Lets connections to this database in or not, and ends those there are. */
async function administer({ databaseUrl }: Scene, allowed: 'true' | 'false'): Promise<void> {
  const url = new URL(databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`alter database ${name} allow_connections ${allowed}`);
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await client.end();
}
