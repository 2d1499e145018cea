import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { settings } from '../../provider/configuration/index.ts';
import { dialects } from '../support/postgres.ts';
import { rawBrowser } from '../support/raw-http.ts';
import { startServer } from '../support/server.ts';
import { attempt, checkCode, people, returned, signIn } from '../support/walk.ts';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

interface Outcome {
  readonly status: number;
  readonly said: string;
  readonly complained: string;
}

/** `npm run cadenas -- …`, with these settings and none of ours. */
async function cadenas(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Outcome> {
  const options = { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } };
  try {
    const { stdout, stderr } = await execute(
      process.execPath,
      ['--import', tsx, 'provider/cli/main.ts', ...args],
      options,
    );
    return { status: 0, said: stdout, complained: stderr };
  } catch (error) {
    const failed = Object(error);
    return { status: Number(failed.code), said: String(failed.stdout), complained: String(failed.stderr) };
  }
}

const test = suite('the command line');

test('a command that is not one, and a flag that is not one, are told with the usage', async () => {
  for (const args of [['aprove'], ['migrate', '--froce'], ['approve']]) {
    const { status, complained } = await cadenas(args, { DATA_DIR: '/nonexistent' });
    assert.is(status, 2);
    assert.match(complained, /usage: npm run cadenas/);
    assert.not.match(complained, /\s+at .*\.ts:\d/);
  }
});

test('check-config says every fault at once, and its help names every setting', async () => {
  const faulty = { PORT: 'many', PUBLIC_URL: 'ftp://x', CADENAS_SECRETS: 'short-secret' };
  const { status, complained } = await cadenas(['check-config'], faulty);
  assert.is(status, 1);
  for (const name of Object.keys(faulty)) assert.match(complained, new RegExp(`\`${name}\``));
  assert.not.match(complained, /short-secret/);
  const { said } = await cadenas(['check-config', '--help']);
  for (const name of Object.keys(settings)) assert.match(said, new RegExp(`\\b${name}\\b`));
});

test('production without https, secrets and a mail server does not start, and says all three', async () => {
  const { status, complained } = await cadenas(['serve'], { PUBLIC_URL: 'http://connexion.example.test' });
  assert.is(status, 1);
  for (const word of ['https', 'CADENAS_SECRETS', 'SMTP_URL']) assert.match(complained, new RegExp(word));
});

for (const dialect of dialects)
  test(`on ${dialect.name}, the operator approves Sylvie’s own connection with the code of her screen, once`, async () => {
    const storage = await dialect.open();
    const env = { DATABASE_URL: storage.databaseUrl, DATA_DIR: storage.dataDir };
    const server = await startServer({ env });
    const sylvie = rawBrowser();
    const waiting = await signIn(sylvie, attempt(server.url), people.sylvie);
    const code = checkCode(waiting);
    const wrong = await cadenas(
      ['approve', people.sylvie, '--code', code === '111111' ? '222222' : '111111'],
      env,
    );
    assert.is(wrong.status, 1);
    const given = await cadenas(['approve', people.sylvie, '--code', code, '--json'], env);
    assert.is(given.status, 0, given.complained);
    assert.is(JSON.parse(given.said).approved, true);
    assert.is((await cadenas(['approve', people.sylvie, '--code', code], env)).status, 1);
    const back = await sylvie.follow(await sylvie.get(waiting.url), ({ pathname }) =>
      pathname.startsWith('/demo/'),
    );
    assert.ok(returned(back)?.get('code'));
    await server.close();
    await storage.close();
  });

test.run();
