import { execFile } from 'node:child_process';
import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknown } from '../../policies/facts.ts';
import { createLocator, type Locator, type LocatorOptions } from '../../provider/location/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const geo = (name: string) => new URL(`../support/geo/${name}`, import.meta.url).pathname;
const cities = geo('GeoIP2-City-Test.mmdb');
const owners = geo('GeoLite2-ASN-Test.mmdb');
const brokenTree = geo('GeoIP2-City-Test-Invalid-Node-Count.mmdb');
const brokenPointers = geo('MaxMind-DB-test-broken-pointers-24.mmdb');
const now = () => Date.UTC(2026, 2, 3);
const london = '81.2.69.142';

interface World {
  folder: Awaited<ReturnType<typeof temporaryFolder>>;
  file: string;
  warned: string[];
  opened: Locator[];
  open(more?: Partial<LocatorOptions>): Promise<Locator>;
}

const test = suite<World>('the files of locations');

test.before.each(async (world) => {
  world.folder = await temporaryFolder('geo');
  world.file = join(world.folder.path, 'cities.mmdb');
  world.warned = [];
  world.opened = [];
  world.open = async (more) => {
    const log = { warn: (_: object, message: string) => void world.warned.push(message) };
    const options = { cityDb: world.file, asnDb: undefined, now, log, lookEvery: 20, ...more };
    const locator = await createLocator(options);
    world.opened.push(locator);
    return locator;
  };
});

test.after.each(async ({ opened, folder }) => {
  for (const locator of opened) locator.close();
  await folder.remove();
});

const nowhere = (locator: Locator) => locator.locate(london).country === unknown;
const inLondon = (locator: Locator) => locator.locate(london).city === 'Londres';

const faulty: readonly (readonly [what: string, prepare: (file: string) => Promise<void>, fault: string])[] =
  [
    ['that is not there', async () => {}, 'absent'],
    ['with a broken tree', (file) => copyFile(brokenTree, file), 'corrupt'],
    ['with broken pointers', (file) => copyFile(brokenPointers, file), 'unsuitable'],
    ['of owners', (file) => copyFile(owners, file), 'unsuitable'],
    ['of nothing', (file) => writeFile(file, ''), 'corrupt'],
    ['of words', (file) => writeFile(file, 'these are no locations\n'.repeat(500)), 'corrupt'],
    ['cut in half', async (file) => writeFile(file, (await readFile(cities)).subarray(0, 11_000)), 'corrupt'],
  ];

for (const [what, prepare, fault] of faulty) {
  test(`a file ${what} costs a warning, once, and every location`, async ({ file, open, warned }) => {
    await prepare(file);
    const locator = await open();
    for (let times = 0; times < 3; times++) assert.ok(nowhere(locator));
    assert.equal(locator.warnings(), [{ fault, path: file }]);
    assert.is(warned.length, 1);
    const { cities: source } = locator.source();
    assert.is(source.from === 'file' && source.standing, 'none');
  });
}

test('a folder in place of a file costs a warning', async ({ folder, open, warned }) => {
  const locator = await open({ cityDb: folder.path });
  assert.ok(nowhere(locator));
  assert.is(warned.length, 1);
});

test('pointers broken here and there cost the addresses that they lead to', async ({
  file,
  open,
  warned,
}) => {
  // The broken database, named as one of cities: its tree is sound, and some of its records lead nowhere.
  const broken = await readFile(brokenPointers);
  const name = broken.indexOf('DTest', broken.indexOf('database_type'));
  const renamed = Buffer.concat([broken.subarray(0, name), Buffer.from('DCity'), broken.subarray(name + 5)]);
  await writeFile(file, renamed);
  const locator = await open({ now: () => Date.UTC(2023, 10, 1) });
  assert.equal(locator.warnings(), []);
  for (let last = 0; last < 256; last++) assert.is(locator.locate(`1.1.1.${last}`).country, unknown);
  assert.equal(locator.warnings(), [{ fault: 'damaged', path: file }]);
  assert.is(warned.length, 1);
});

test('a file that comes later is read when it comes', async ({ file, open }) => {
  const locator = await open();
  assert.ok(nowhere(locator));
  await copyFile(cities, file);
  await until(() => inLondon(locator));
  assert.equal(locator.warnings(), []);
});

test('a file that is replaced is read again, and nothing is remembered of the old one', async ({
  file,
  open,
  folder,
}) => {
  const changed = (await readFile(cities)).toString('latin1').replaceAll('Londres', 'Londrez');
  await copyFile(cities, file);
  const locator = await open();
  assert.ok(inLondon(locator));
  const next = join(folder.path, 'next.mmdb');
  await writeFile(next, changed, 'latin1');
  await rename(next, file);
  await until(() => locator.locate(london).city === 'Londrez');
});

test('a file that becomes corrupt leaves the last good one in use, and is read again when it is whole', async ({
  file,
  open,
  warned,
}) => {
  await copyFile(cities, file);
  const locator = await open();
  await copyFile(brokenTree, file);
  await until(() => warned.length === 1);
  assert.ok(inLondon(locator));
  assert.equal(locator.warnings(), [{ fault: 'corrupt', path: file }]);
  const { cities: source } = locator.source();
  assert.is(source.from === 'file' && source.standing, 'kept');
  await copyFile(cities, file);
  await until(() => locator.warnings().length === 0);
  assert.ok(inLondon(locator));
  assert.is(warned.length, 1);
});

test('a file that is taken away leaves what was read of it in use, with a warning', async ({
  file,
  open,
  warned,
}) => {
  await copyFile(cities, file);
  const locator = await open();
  await rm(file);
  await until(() => warned.length === 1);
  assert.ok(inLondon(locator));
  assert.equal(locator.warnings(), [{ fault: 'absent', path: file }]);
});

test('a file too old is not believed, even when it was in use while it grew old', async ({
  file,
  open,
  warned,
}) => {
  await copyFile(cities, file);
  let today = now();
  const locator = await open({ now: () => today, staleAfterDays: 30 });
  assert.ok(inLondon(locator));
  today += 60 * 86_400_000;
  for (let times = 0; times < 3; times++) assert.ok(nowhere(locator));
  assert.equal(locator.warnings(), [{ fault: 'stale', path: file }]);
  assert.is(warned.length, 1);
});

test('owners fail alone: the cities go on', async ({ file, open, folder }) => {
  await copyFile(cities, file);
  const absent = join(folder.path, 'owners.mmdb');
  const locator = await open({ asnDb: absent });
  assert.ok(inLondon(locator));
  assert.is(locator.locate(london).owner, unknown);
  assert.equal(locator.warnings(), [{ fault: 'absent', path: absent }]);
});

test('after closing, no file is looked at', async ({ file, open, warned }) => {
  await copyFile(cities, file);
  const locator = await open();
  locator.close();
  await rm(file);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(warned, []);
});

const inAProcess = promisify(execFile);
const program = (cityDb: string | undefined) => `
  import { createLocator } from ${JSON.stringify(new URL('../../provider/location/index.ts', import.meta.url).href)};
  const log = { warn: () => {} };
  const before = process.memoryUsage().rss;
  const locator = await createLocator({ cityDb: ${JSON.stringify(cityDb)}, asnDb: undefined, now: Date.now, log });
  console.log(JSON.stringify({
    country: locator.locate('132.204.8.1').country,
    megabytes: (process.memoryUsage().rss - before) / 1e6,
  }));
`;
const outcome = async (cityDb?: string) => {
  const options = ['--import', 'tsx', '--input-type=module', '--eval', program(cityDb)];
  const { stdout } = await inAProcess(process.execPath, options, { timeout: 30_000 });
  return JSON.parse(stdout);
};

test('an open locator keeps no process alive, and geoip-lite is loaded only when it is the source', async ({
  file,
}) => {
  const lite = await outcome();
  assert.is(lite.country, 'CA');
  await copyFile(cities, file);
  const files = await outcome(file);
  process.stdout.write(
    `\nmemory: geoip-lite ${lite.megabytes.toFixed(0)} MB, files ${files.megabytes.toFixed(0)} MB\n`,
  );
  assert.ok(lite.megabytes > 80 && files.megabytes < 40);
});

test.run();
