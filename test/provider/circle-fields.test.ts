import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { kilometersBetween } from '../../policies/circles.ts';
import { type CirclePage, readCircleFields } from '../../provider/location/circle-fields.ts';

const papillons = { latitude: 45.531, longitude: -73.518, radiusMeters: 300 };
const page: CirclePage = {
  language: 'fr',
  id: 'circle',
  drawHref: '/reglages/endroits/1',
  here: 'unknown',
  others: [],
  circle: 'none',
};
const read = (fields: Readonly<Record<string, string>>, from = page) =>
  readCircleFields((name) => fields[name], from);

test('A place without a circle begins without one, and one that has its circle begins with it', () => {
  assert.is(read({}).circle, 'none');
  assert.equal(read({}).faults, []);
  assert.equal(read({}, { ...page, circle: papillons }).circle, papillons);
});

test('Sylvie finds the town of her centre: the circle stands in its middle, and the next of its name is offered', () => {
  const fields = read({
    address: 'Windsor J1S 1A1',
    find: 'address',
    latitude: '',
    longitude: '',
    radius: '500',
  });
  assert.ok(fields.found !== 'not-asked');
  const [best, town] = fields.found;
  assert.equal(fields.circle, { latitude: best?.latitude, longitude: best?.longitude, radiusMeters: 500 });
  assert.equal([best?.province, town?.province], ['QC', 'ON']);
  const picked = read({ pick: `${town?.latitude},${town?.longitude}`, radius: '500' });
  assert.is(picked.circle !== 'none' && picked.circle.latitude, town?.latitude);
});

test('An address that is nowhere leaves the circle where it was', () => {
  const fields = read({
    address: 'chez nous',
    find: 'address',
    latitude: '45.531',
    longitude: '-73.518',
    radius: '300',
  });
  assert.equal(fields.circle, papillons);
  assert.equal(fields.found, []);
});

test('Without scripts, a button moves the centre by half the circle and no less than 200 m, and back again', () => {
  const there = { latitude: '45.531', longitude: '-73.518', radius: '300' };
  for (const [way, back] of [
    ['north', 'south'],
    ['east', 'west'],
  ] as const) {
    const { circle, latitude, longitude, radius } = read({ ...there, move: way });
    assert.ok(circle !== 'none' && Math.abs(kilometersBetween(circle, papillons) - 0.2) < 0.005, way);
    const again = read({ latitude, longitude, radius, move: back }).circle;
    assert.ok(again !== 'none' && kilometersBetween(again, papillons) < 0.005, back);
  }
  const wide = read({ ...there, radius: '2000', move: 'north' }).circle;
  assert.ok(wide !== 'none' && Math.abs(kilometersBetween(wide, papillons) - 1) < 0.01);
});

test('What is typed comes back as it was typed, with what is wrong about it', () => {
  const fields = read({ latitude: '95', longitude: 'ouest', radius: '2' });
  assert.equal(fields.faults, ['latitude', 'longitude', 'radius']);
  assert.is(fields.circle, 'none');
  assert.equal([fields.latitude, fields.longitude, fields.radius], ['95', 'ouest', '2']);
  assert.equal(read({ latitude: '45.5', longitude: '', radius: '300' }).faults, ['longitude']);
});

test('A comma, a space and a typographic minus are read', () => {
  assert.equal(read({ latitude: '45,531', longitude: '−73,518', radius: '1\u00a0500' }).circle, {
    ...papillons,
    radiusMeters: 1500,
  });
});

test('Nothing that a stranger sends breaks it', () => {
  for (const bad of [
    'NaN',
    'Infinity',
    '1e9',
    '0x10',
    '__proto__',
    'constructor',
    '',
    ' ',
    '9'.repeat(400),
  ]) {
    const fields = read({
      latitude: bad,
      longitude: bad,
      radius: bad,
      move: bad,
      pick: bad,
      find: bad,
      address: bad,
    });
    assert.is(fields.circle, 'none', bad);
  }
});

test.run();
