import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknown } from '../../policies/facts.ts';
import { createLocator, type Locator } from '../../provider/location/index.ts';
import { lineOf } from '../../provider/location/line.ts';
import { spotOf } from '../../provider/location/spot.ts';

// The answers are MaxMind's own, published with its test databases (support/geo).

const geo = (name: string) => new URL(`../support/geo/${name}`, import.meta.url).pathname;
const cityDb = geo('GeoIP2-City-Test.mmdb');
const asnDb = geo('GeoLite2-ASN-Test.mmdb');
const now = () => Date.UTC(2026, 2, 3);
const silent = { warn: () => {} };

interface World {
  locator: Locator;
}

const test = suite<World>('location from MMDB files');
test.before(async (world) => {
  world.locator = await createLocator({ cityDb, asnDb, now, log: silent });
});
test.after(({ locator }) => locator.close());

test('London is where MaxMind says, in French', ({ locator }) => {
  assert.equal(locator.locate('81.2.69.142'), {
    network: '81.2.69.142',
    city: 'Londres',
    region: 'GB-ENG',
    regionName: 'Angleterre',
    country: 'GB',
    latitude: 51.5142,
    longitude: -0.0931,
    radiusKilometers: 10,
    owner: unknown,
    ownerNumber: unknown,
    kind: unknown,
    local: false,
  });
});

test('Linköping has an owner as well', ({ locator }) => {
  const { city, region, regionName, owner, ownerNumber } = locator.locate('89.160.20.112');
  assert.equal([city, region, regionName], ['Linköping', 'SE-E', 'Comté d’Östergötland'.replace('’', "'")]);
  assert.equal([owner, ownerNumber], ['Bredband2 AB', 29518]);
});

test('an owner without a name has a number', ({ locator }) => {
  const { owner, ownerNumber } = locator.locate('216.160.83.56');
  assert.equal([owner, ownerNumber], [unknown, 209]);
});

test('an owner is known where the place is not', ({ locator }) => {
  const { country, owner, ownerNumber } = locator.locate('1.128.0.0');
  assert.equal([country, owner, ownerNumber], [unknown, 'Telstra Pty Ltd', 1221]);
});

test('of two subdivisions, the larger is the region', ({ locator }) => {
  assert.is(locator.locate('2.125.160.216').region, 'GB-ENG');
});

test('a name that no one translated is told in English', ({ locator }) => {
  assert.is(locator.locate('216.160.83.56').city, 'Milton');
  assert.is(locator.locate('216.160.83.56').regionName, 'État de Washington');
});

test('where only the country is known, its middle is nowhere', ({ locator }) => {
  const { country, region, latitude, longitude, radiusKilometers } = locator.locate('67.43.156.1');
  assert.equal(
    [country, region, latitude, longitude, radiusKilometers],
    ['BT', unknown, unknown, unknown, unknown],
  );
});

test('an IPv4 address is the same written as an IPv6 one', ({ locator }) => {
  const written = locator.locate('::ffff:81.2.69.142');
  assert.equal(written, locator.locate('81.2.69.142'));
});

test('an IPv6 address, and the network it is in, are one place', ({ locator }) => {
  const { network, country } = locator.locate('2001:218::17');
  assert.equal([network, country], ['2001:218::/64', 'JP']);
  assert.equal(locator.locate('2001:218::/64'), locator.locate('2001:218::17'));
});

for (const address of ['10.0.0.7', '192.168.1.20', '172.16.0.1', '127.0.0.1', '::1', 'fe80::1', 'fd00::1']) {
  test(`${address} is the house’s own network, in no country`, ({ locator }) => {
    const { local, country, owner, latitude } = locator.locate(address);
    assert.equal([local, country, owner, latitude], [true, unknown, unknown, unknown]);
  });
}

for (const address of [
  '',
  unknown,
  'localhost',
  '1.2.3',
  '81.2.69.142, 10.0.0.1',
  '81.2.69.142/64',
  'x'.repeat(16_384),
  '\0',
]) {
  test(`\`${address.slice(0, 24)}\` is nowhere, and no error`, ({ locator }) => {
    const { network, country, local } = locator.locate(address);
    assert.equal([network, country, local], [unknown, unknown, false]);
  });
}

test('addresses that no database knows are not local, nor anywhere', ({ locator }) => {
  const { network, country, local } = locator.locate('203.0.113.9');
  assert.equal([network, country, local], ['203.0.113.9', unknown, false]);
});

test('a healthy locator warns of nothing', ({ locator }) => {
  assert.equal(locator.warnings(), []);
  const { cities, owners } = locator.source();
  assert.is(cities.from, 'file');
  assert.is(owners.from === 'file' && owners.standing, 'using');
});

test('a warm look-up takes less than microseconds', ({ locator }) => {
  const addresses = Array.from({ length: 1_000 }, (_, index) => `81.2.69.${index % 256}`);
  for (const address of addresses) locator.locate(address);
  const began = performance.now();
  for (let round = 0; round < 200; round++) for (const address of addresses) locator.locate(address);
  const each = (performance.now() - began) / 200;
  process.stdout.write(`\nlocation from MMDB files, warm: ${each.toFixed(3)} µs\n`);
});

test('a cold look-up, printed beside it', async () => {
  const fresh = await createLocator({ cityDb, asnDb, now, log: silent });
  const began = performance.now();
  for (let index = 0; index < 20_000; index++) fresh.locate(`89.160.${index >> 8}.${index & 255}`);
  process.stdout.write(
    `\nlocation from MMDB files, cold: ${((performance.now() - began) / 20).toFixed(2)} µs\n`,
  );
  fresh.close();
});

test.run();

const packaged = suite<World>('location from geoip-lite');
packaged.before(async (world) => {
  world.locator = await createLocator({ cityDb: undefined, asnDb: undefined, now, log: silent });
});
packaged.after(({ locator }) => locator.close());

packaged('the university of Montréal is in Montréal', ({ locator }) => {
  const { city, region, regionName, country, latitude, radiusKilometers } = locator.locate('132.204.8.1');
  assert.equal([city, region, regionName, country], ['Montréal', 'CA-QC', 'Québec', 'CA']);
  assert.ok(latitude !== unknown && Math.abs(latitude - 45.5) < 0.5);
  assert.ok(radiusKilometers !== unknown && radiusKilometers >= 1);
});

packaged('knows no owner', ({ locator }) => {
  const { owner, ownerNumber, kind } = locator.locate('132.204.8.1');
  assert.equal([owner, ownerNumber, kind], [unknown, unknown, unknown]);
});

packaged('where only the country is known, its middle is nowhere', ({ locator }) => {
  const { country, city, latitude, radiusKilometers } = locator.locate('8.8.8.8');
  assert.equal([country, city, latitude, radiusKilometers], ['US', unknown, unknown, unknown]);
});

packaged('IPv6, IPv4 in disguise, the house’s network and nonsense', ({ locator }) => {
  assert.is(locator.locate('2607:fa48:6e00::1').country, 'CA');
  assert.equal(locator.locate('::ffff:132.204.8.1'), locator.locate('132.204.8.1'));
  assert.ok(locator.locate('192.168.1.1').local);
  assert.is(locator.locate('nonsense').network, unknown);
});

packaged('says what it is', ({ locator }) => {
  assert.equal(locator.source(), { cities: { from: 'geoip-lite' }, owners: { from: 'none' } });
  assert.equal(locator.warnings(), []);
});

packaged('a warm look-up takes less than microseconds', ({ locator }) => {
  const addresses = Array.from({ length: 1_000 }, (_, index) => `24.48.${index % 256}.${index >> 8}`);
  for (const address of addresses) locator.locate(address);
  const began = performance.now();
  for (let round = 0; round < 200; round++) for (const address of addresses) locator.locate(address);
  process.stdout.write(
    `\nlocation from geoip-lite, warm: ${((performance.now() - began) / 200).toFixed(3)} µs\n`,
  );
});

packaged.run();

const mixed = suite('location from both');

mixed('geoip-lite’s cities and a file’s owners make one location', async () => {
  const locator = await createLocator({ cityDb: undefined, asnDb, now, log: silent });
  assert.is(locator.source().owners.from, 'file');
  const { country, owner } = locator.locate('89.160.20.112');
  assert.equal([country, owner], ['SE', 'Bredband2 AB']);
  locator.close();
});

mixed.run();

const spots = suite('what is said of a place');
const montreal = {
  city: 'Montreal',
  regionCode: 'QC',
  regionName: undefined,
  country: 'CA',
  latitude: 45.5,
  longitude: -73.6,
  radiusKilometers: 5,
};

spots('a region without a city may be anywhere in it', () => {
  assert.is(spotOf(montreal).radiusKilometers, 5);
  assert.is(spotOf({ ...montreal, city: '' }).radiusKilometers, 500);
  assert.is(spotOf({ ...montreal, city: '', radiusKilometers: 900 }).radiusKilometers, 900);
});

spots('provinces have their French names, other regions the data’s', () => {
  assert.is(
    spotOf({ ...montreal, regionCode: 'NS', regionName: 'Nova Scotia' }).regionName,
    'Nouvelle-Écosse',
  );
  assert.is(
    spotOf({ ...montreal, country: 'FR', regionCode: 'BRE', regionName: 'Bretagne' }).regionName,
    'Bretagne',
  );
  assert.is(spotOf({ ...montreal, regionCode: 'NB' }).city, 'Montreal');
});

spots('what is malformed is unknown', () => {
  assert.is(spotOf({ ...montreal, country: 'Canada' }).country, unknown);
  assert.is(spotOf({ ...montreal, country: undefined }).city, unknown);
  assert.is(spotOf({ ...montreal, regionCode: 'Québec' }).region, unknown);
  for (const wrong of [
    { latitude: 91 },
    { longitude: 181 },
    { radiusKilometers: 0 },
    { latitude: Number.NaN },
  ]) {
    const { latitude, longitude, radiusKilometers } = spotOf({ ...montreal, ...wrong });
    assert.equal([latitude, longitude, radiusKilometers], [unknown, unknown, unknown]);
  }
  assert.is(spotOf({ ...montreal, city: 'Mont\u0000\u202eréal\n' }).city, 'Mont réal');
});

spots.run();

const lines = suite('what is said of a line');
const bare = { owner: undefined, ownerNumber: undefined, connectionType: undefined, anonymous: false };

lines('a name proves nothing: only what is certain has a kind', () => {
  assert.is(lineOf({ ...bare, owner: 'Rogers Wireless', ownerNumber: 812 }).kind, unknown);
  assert.is(lineOf({ ...bare, ownerNumber: 36522 }).kind, 'mobile');
  assert.is(lineOf({ ...bare, ownerNumber: 13335 }).kind, 'shared');
  assert.is(lineOf({ ...bare, connectionType: 'Cellular' }).kind, 'mobile');
  assert.is(lineOf({ ...bare, connectionType: 'Cable/DSL' }).kind, 'fixed');
  assert.is(lineOf({ ...bare, connectionType: 'Corporate' }).kind, 'fixed');
  assert.is(lineOf({ ...bare, connectionType: 'Satellite' }).kind, unknown);
});

lines('what hides people is shared, whatever carries it', () => {
  assert.is(lineOf({ ...bare, connectionType: 'Cellular', anonymous: true }).kind, 'shared');
  assert.is(lineOf({ ...bare, connectionType: 'Cable/DSL', ownerNumber: 9009 }).kind, 'shared');
});

lines.run();
