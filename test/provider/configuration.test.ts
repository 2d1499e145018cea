import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { run } from '../../provider/cli/run.ts';
import {
  type Configuration,
  parseConfiguration,
  readConfiguration,
  type SettingName,
  settings,
} from '../../provider/configuration/index.ts';
import { addressReader } from '../../provider/http/address.ts';
import { trackedFiles } from '../house/tracked-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Environment = Readonly<Record<string, string>>;

const root = fileURLToPath(new URL('../..', import.meta.url));
const secret = 'a secret that nobody will ever guess';
const production: Environment = {
  PUBLIC_URL: 'https://connexion.amisgest.test',
  CADENAS_SECRETS: secret,
  SMTP_URL: 'smtp://mail.amisgest.test',
};

function faultsOf(environment: Environment): readonly string[] {
  const result = parseConfiguration(environment);
  return result.kind === 'faulty' ? result.faults : [];
}

function configurationOf(environment: Environment): Configuration {
  const result = parseConfiguration(environment);
  if (result.kind === 'faulty') throw new Error(result.faults.join('\n'));
  return result.configuration;
}

/** The settings that faults are about, each once, in alphabetical order. */
const namesIn = (faults: readonly string[]): readonly string[] =>
  [...new Set(faults.map((fault) => /^`([^`]+)`/.exec(fault)?.[1] ?? `no name: ${fault}`))].sort();

/** One value of each setting that is no default, and what it changes: a new setting does not compile without. */
const effects: Readonly<
  Record<SettingName, readonly [value: string, read: (is: Configuration) => unknown, becomes: unknown]>
> = {
  PORT: ['4000', ({ port, publicUrl }) => [port, publicUrl.href], [4000, 'http://localhost:4000/']],
  PUBLIC_URL: ['http://127.0.0.1:8080', ({ publicUrl }) => publicUrl.origin, 'http://127.0.0.1:8080'],
  DATABASE_URL: ['postgres://db/cadenas', ({ databaseUrl }) => databaseUrl, 'postgres://db/cadenas'],
  DATA_DIR: ['elsewhere', ({ dataDirectory }) => dataDirectory, resolve('elsewhere')],
  SMTP_URL: ['smtps://mail.test', ({ smtpUrl }) => smtpUrl, 'smtps://mail.test'],
  MAIL_FROM: ['cadenas@mail.test', ({ mailFrom }) => mailFrom, 'cadenas@mail.test'],
  GEOIP_CITY_DB: ['city.mmdb', ({ geoipCityDb }) => geoipCityDb, 'city.mmdb'],
  GEOIP_ASN_DB: ['asn.mmdb', ({ geoipAsnDb }) => geoipAsnDb, 'asn.mmdb'],
  TRUSTED_PROXIES: [' 10.0.0.0/8 , ::1,', ({ trustedProxies }) => trustedProxies.join(' '), '10.0.0.0/8 ::1'],
  CADENAS_SECRETS: [
    `${secret}, older ${secret}`,
    ({ secrets }) => secrets?.join('|'),
    `${secret}|older ${secret}`,
  ],
  LOG_LEVEL: ['debug', ({ logLevel }) => logLevel, 'debug'],
  APPLICATIONS_FILE: ['apps.json', ({ applicationsFile }) => applicationsFile, 'apps.json'],
  DEMO: ['0', ({ demo, databaseFile }) => [demo, databaseFile], [false, 'cadenas.sqlite']],
};

const wrong: Environment = {
  PORT: 'mille',
  PUBLIC_URL: 'connexion.amisgest.test',
  DATABASE_URL: 'mysql://root@db/cadenas',
  SMTP_URL: 'http://mail.test',
  MAIL_FROM: 'nobody',
  TRUSTED_PROXIES: '10.0.0.0/33',
  CADENAS_SECRETS: 'too short',
  LOG_LEVEL: 'loud',
  DEMO: 'maybe',
};

const test = suite('the configuration');

test('with nothing set, the demonstration runs on this machine', () => {
  const { publicUrl, ...rest } = configurationOf({});
  assert.is(publicUrl.href, 'http://localhost:3000/');
  assert.equal(rest, {
    port: 3000,
    production: false,
    databaseUrl: undefined,
    dataDirectory: resolve('data'),
    databaseFile: 'demo.sqlite',
    smtpUrl: undefined,
    mailFrom: 'connexions@localhost',
    geoipCityDb: undefined,
    geoipAsnDb: undefined,
    trustedProxies: [],
    secrets: undefined,
    logLevel: 'info',
    applicationsFile: undefined,
    demo: true,
  });
});

for (const [name, [value, read, becomes]] of Object.entries(effects)) {
  test(`\`${name}\` changes what it says it does, and empty is as good as unset`, () => {
    assert.equal(read(configurationOf({ [name]: value })), becomes);
    assert.not.equal(read(configurationOf({})), becomes);
    assert.equal(read(configurationOf({ [name]: '' })), read(configurationOf({})));
  });
}

test('every fault is reported at once, by the name of its setting', () => {
  assert.equal(namesIn(faultsOf(wrong)), Object.keys(wrong).sort());
});

test('what production wants is reported along with every other fault', () => {
  const faults = faultsOf({ PORT: 'mille', PUBLIC_URL: 'http://connexion.amisgest.test', DEMO: '1' });
  assert.equal(namesIn(faults), ['CADENAS_SECRETS', 'DEMO', 'PORT', 'PUBLIC_URL', 'SMTP_URL']);
});

test('production runs with https, secrets and SMTP, without the demonstration, in a database of its own', () => {
  const configuration = configurationOf(production);
  assert.is(configuration.production, true);
  assert.is(configuration.demo, false);
  assert.is(configuration.databaseFile, 'cadenas.sqlite');
  assert.is(configuration.mailFrom, 'connexions@connexion.amisgest.test');
  assert.is(configurationOf({ ...production, DEMO: '0' }).demo, false);
});

for (const [name, value] of [
  ['PUBLIC_URL', 'http://connexion.amisgest.test'],
  ['CADENAS_SECRETS', ''],
  ['SMTP_URL', ''],
  ['DEMO', '1'],
] as const) {
  test(`production is refused with \`${name}=${value}\`, and for that alone`, () => {
    assert.equal(namesIn(faultsOf({ ...production, [name]: value })), [name]);
  });
}

for (const address of [
  'http://localhost',
  'https://localhost:8443',
  'http://papillons.localhost:3000',
  'http://127.0.0.1:3000',
  'http://127.8.8.8',
  'http://2130706433',
  'http://[::1]:3000',
  'http://[0:0:0:0:0:0:0:1]',
]) {
  test(`\`PUBLIC_URL=${address}\` is this machine: no secret is asked for`, () => {
    assert.is(configurationOf({ PUBLIC_URL: address }).production, false);
  });
}

for (const host of [
  'localhost.evil.test',
  'evil-localhost',
  '127.0.0.1.evil.test',
  'a127.0.0.1.test',
  '128.0.0.1',
  '0.0.0.0',
  '10.0.0.1',
  '192.168.1.1',
  '[::]',
  '[::2]',
  '[1::1]',
]) {
  test(`\`PUBLIC_URL=https://${host}\` is not this machine: the demonstration does not start`, () => {
    assert.equal(namesIn(faultsOf({ PUBLIC_URL: `https://${host}` })), ['CADENAS_SECRETS', 'SMTP_URL']);
    assert.is(configurationOf({ ...production, PUBLIC_URL: `https://${host}` }).demo, false);
  });
}

for (const address of [
  'https://localhost/cadenas',
  'https://localhost/?a=1',
  'https://localhost/#a',
  'https://sylvie@localhost',
  'https://sylvie:secret@localhost',
]) {
  test(`\`PUBLIC_URL=${address}\` is refused: it says more than scheme, host and port`, () => {
    assert.equal(namesIn(faultsOf({ PUBLIC_URL: address })), ['PUBLIC_URL']);
  });
}

for (const port of ['-1', '65536', '3000.5', '0x50', '1e3', ' ', 'Infinity']) {
  test(`\`PORT=${port}\` is refused`, () => {
    assert.equal(namesIn(faultsOf({ PORT: port })), ['PORT']);
  });
}

for (const proxies of ['localhost', '10.0.0.0/', '10.0.0/8', '10.0.0.0/-1', '::1/129', '10.0.0.0/8/9', '*']) {
  test(`\`TRUSTED_PROXIES=${proxies}\` is refused`, () => {
    assert.equal(namesIn(faultsOf({ TRUSTED_PROXIES: `127.0.0.1, ${proxies}` })), ['TRUSTED_PROXIES']);
  });
}

test('whatever the configuration takes for proxies can be used', () => {
  const prefix = fc.option(fc.integer({ min: -2, max: 140 }).map(String), { nil: undefined });
  const entry = fc.tuple(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), prefix);
  let taken = 0;
  fc.assert(
    fc.property(entry, ([address, bits]) => {
      const text = bits === undefined ? address : `${address}/${bits}`;
      const result = parseConfiguration({ TRUSTED_PROXIES: text });
      if (result.kind === 'faulty') return;
      taken += 1;
      addressReader(result.configuration.trustedProxies)('127.0.0.1', '203.0.113.7');
    }),
    { numRuns: 2000 },
  );
  assert.ok(taken > 100, 'most of what was tried was refused');
});

test('a fault never says a secret, nor a password in an address', () => {
  const password = 'Papillons-1234';
  const around = fc.tuple(fc.string(), fc.constantFrom('smtp', 'http', 'postgres', 'zut', ''), fc.string());
  fc.assert(
    fc.property(around, ([before, scheme, after]) => {
      const hostile = `${before}${scheme}://sylvie:${password}@mail.test${after}`;
      const environment = {
        PUBLIC_URL: hostile,
        DATABASE_URL: hostile,
        SMTP_URL: hostile,
        CADENAS_SECRETS: `${password},${hostile}`,
        MAIL_FROM: hostile,
        TRUSTED_PROXIES: hostile,
        LOG_LEVEL: hostile,
        DEMO: hostile,
        PORT: hostile,
      };
      const faults = faultsOf(environment);
      assert.ok(faults.length > 5, 'most of these are faulty');
      assert.not.match(faults.join('\n'), password);
    }),
  );
});

test('a name that is no setting of ours may stand in the environment', () => {
  assert.equal(faultsOf({ HOME: '/home', CADENAS_OTHER: 'x', constructor: 'x' }), []);
});

/** Reads an `.env` file with this environment and no other. */
async function readWith(
  file: string,
  environment: Environment,
): Promise<ReturnType<typeof readConfiguration>> {
  const folder = await temporaryFolder('env');
  const before = { ...process.env };
  try {
    for (const name of Object.keys(settings)) delete process.env[name];
    Object.assign(process.env, environment);
    await writeFile(join(folder.path, '.env'), file);
    return readConfiguration(join(folder.path, '.env'));
  } finally {
    for (const name of Object.keys(settings)) delete process.env[name];
    Object.assign(process.env, before);
    await folder.remove();
  }
}

test('the `.env` file completes the environment, which wins', async () => {
  const result = await readWith('PORT=4000\nLOG_LEVEL=debug # for today\nDEMO="0"\n', { PORT: '5000' });
  if (result.kind === 'faulty') throw new Error(result.faults.join('\n'));
  assert.equal(
    [result.configuration.port, result.configuration.logLevel, result.configuration.demo],
    [5000, 'debug', false],
  );
});

test('a name in `.env` that is no setting is a fault, reported along with every other, without its value', async () => {
  const result = await readWith('SMPT_URL=smtp://sylvie:hunter2@mail.test\nPORT=mille\n', { DEMO: 'maybe' });
  assert.is(result.kind, 'faulty');
  if (result.kind === 'valid') return;
  assert.equal(namesIn(result.faults), ['DEMO', 'PORT', 'SMPT_URL']);
  assert.not.match(result.faults.join('\n'), 'hunter2');
});

for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
  test(`\`${name}\` in \`.env\` is no setting either`, async () => {
    const result = await readWith(`${name}=1\n`, {});
    assert.equal(result.kind === 'faulty' ? namesIn(result.faults) : 'taken', [name]);
  });
}

async function helpOfCheckConfig(): Promise<string> {
  const lines: string[] = [];
  const terminal = { say: (line: string) => lines.push(line), complain: (line: string) => lines.push(line) };
  assert.is(await run(['check-config', '--help'], terminal), 0);
  return lines.join('\n');
}

test('`check-config --help` says what each setting means, on a line of its own', async () => {
  const lines = (await helpOfCheckConfig()).split('\n');
  const meanings = Object.entries(settings).map(([name, { about }]) => {
    assert.ok(about.trim().length > 10, `\`${name}\` says nothing about itself`);
    const mine = lines.filter((line) => line.trim().startsWith(`${name} `));
    assert.is(mine.length, 1, `\`${name}\` has ${mine.length} lines`);
    assert.ok(mine[0]?.endsWith(` ${about}`), mine[0]);
    return about;
  });
  assert.is(new Set(meanings).size, meanings.length, 'two settings mean the same');
});

test('nothing but the configuration reads the environment: no setting is undocumented', async () => {
  const product = (await trackedFiles()).filter((path) =>
    /^(provider|policies|views|db)\/.*\.tsx?$/.test(path),
  );
  assert.ok(product.length > 50);
  const readers: string[] = [];
  for (const path of product)
    if (
      /process\s*\.\s*env\b|process\s*\[|\benv\b.*from 'node:process'/.test(
        await readFile(join(root, path), 'utf8'),
      )
    )
      readers.push(path);
  assert.equal(readers, ['provider/configuration/environment.ts']);
});

test('what compose.yaml hands over to Cadenas are settings', async () => {
  const compose = await readFile(join(root, 'compose.yaml'), 'utf8');
  const ours =
    /^ {2}cadenas:\n(?: {4}.*\n| *#.*\n)*? {4}environment:\n((?: {6}.*\n)+)/m.exec(compose)?.[1] ?? '';
  const names = [...ours.matchAll(/^ {6}([A-Z_]+):/gm)].map((match) => match[1] ?? '');
  assert.ok(names.includes('PUBLIC_URL'), 'the names were not found');
  assert.equal(
    names.filter((name) => !Object.hasOwn(settings, name)),
    [],
  );
});

test.run();
