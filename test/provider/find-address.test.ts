import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { kilometersBetween } from '../../policies/circles.ts';
import { findAddress } from '../../provider/location/find-address/index.ts';

const longueuil = { latitude: 45.531, longitude: -73.518 };
const first = (typed: string) => findAddress(typed)[0];
const labels = (typed: string) => findAddress(typed).map(({ label }) => label);

test('Sylvie types a whole address: its municipality, never a door', () => {
  for (const typed of [
    '123, rue Saint-Charles Ouest, Longueuil (Québec) J4H 1C8',
    '123, rue Saint-Charles Ouest, Longueuil',
  ]) {
    assert.equal(labels(typed), ['Longueuil'], typed);
    const found = first(typed);
    assert.is(found?.kind, 'municipality');
    assert.is(found?.precisionMeters, 7000);
    assert.ok(found && kilometersBetween(found, longueuil) < 7);
  }
});

test('A postal code says nothing by itself, and does not hide the municipality beside it', () => {
  for (const typed of ['J4K', 'j4k1a1', 'J4K 1A1', 'H0H 0H0']) assert.equal(labels(typed), [], typed);
  for (const typed of [
    'Longueuil J4K 1A1',
    'Longueuil j4k1a1',
    'J4K-1A1 Longueuil',
    'Longueuil Québec J4H 1C8',
    'Longueui J4K',
  ])
    assert.equal(labels(typed), ['Longueuil'], typed);
});

test('A street that is named after a town does not send Sylvie to that town', () => {
  assert.equal(labels('1010, rue Sherbrooke Ouest, Montréal'), ['Montréal']);
  assert.is(labels('12, chemin de Chambly, Longueuil, Québec, Canada')[0], 'Longueuil');
  assert.is(labels('rue Sherbrooke Longueuil')[0], 'Longueuil');
  assert.is(labels('Longueuil Québec')[0], 'Longueuil');
  assert.is(labels('ville de Québec')[0], 'Québec');
  assert.equal(labels('Saint-Jean-sur-Richelieu'), ['Saint-Jean-sur-Richelieu']);
});

test('Accents, hyphens and abbreviations are no obstacle, and a name that is only begun is completed', () => {
  for (const typed of ['Québec', 'quebec', 'QUÉBEC', 'Quebec, QC'])
    assert.is(labels(typed)[0], 'Québec', typed);
  assert.is(labels('St-Hubert')[0], 'Saint-Hubert');
  assert.is(labels('ste julie')[0], 'Sainte-Julie');
  assert.is(labels('longue')[0], 'Longueuil');
  assert.equal(labels('lo'), []);
});

test('Of two towns of one name the one of Québec comes first, unless the province is typed', () => {
  assert.is(first('Windsor')?.province, 'QC');
  assert.is(first('Windsor, ON')?.province, 'ON');
});

test('Coordinates are read as people write them, and only when they are on Earth', () => {
  for (const typed of [
    '45.5312, -73.5185',
    '45.5312,-73.5185',
    '45,5312; -73,5185',
    '45,5312 -73,5185',
    '45.5312 N, 73.5185 O',
    '45.5312° N 73.5185° W',
    '45.5312 −73.5185',
  ]) {
    const found = first(typed);
    assert.is(found?.latitude, 45.5312, typed);
    assert.is(found?.longitude, -73.5185, typed);
    assert.is(found?.kind, 'coordinates');
    assert.ok((found?.precisionMeters ?? 99) < 10);
  }
  assert.is(first('45.5, -73.5')?.precisionMeters, 5550);
  assert.equal(labels('95.1, -73.5'), []);
  assert.equal(labels('45.5312, -190.2'), []);
});

test('Who forgets the minus sign is in Canada, and may still mean Asia', () => {
  assert.equal(
    findAddress('45.5312, 73.5185').map(({ longitude }) => longitude),
    [-73.5185, 73.5185],
  );
});

test('What is nowhere finds nothing, whatever is typed', () => {
  for (const typed of ['', '   ', 'chez nous', '123 45', '…', '<script>', 'a'.repeat(100_000), ',,,,((('])
    assert.equal(findAddress(typed), [], typed.slice(0, 20));
});

test('Never more than five, and every one on Earth with a precision', () => {
  for (const typed of ['saint', 'Saint', 'J', 'Plateau Mont-Royal', 'mont']) {
    const found = findAddress(typed);
    assert.ok(found.length <= 5);
    for (const each of found) {
      assert.ok(Math.abs(each.latitude) <= 90 && Math.abs(each.longitude) <= 180);
      assert.ok(each.precisionMeters > 0);
    }
  }
});

test.run();
