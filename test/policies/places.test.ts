import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknown } from '../../policies/facts.ts';
import { compilePlaces, type Place } from '../../policies/places.ts';
import { network, place } from './people.ts';

const test = suite('named places');

const longueuil = { latitude: 45.53, longitude: -73.52 };
const line: Place = { id: place('the line'), ranges: ['198.51.100.0/28', '2001:db8:1::/48'], circle: 'none' };
const town: Place = { id: place('the town'), ranges: [], circle: { ...longueuil, radiusMeters: 20_000 } };
const placesAt = compilePlaces([line, town]);

const observed = (address: string, radiusKilometers: number | typeof unknown = 5) => ({
  ...longueuil,
  network: network(address),
  radiusKilometers,
});

test('the centre’s line and the town around it both hold the tablet of the room', () => {
  assert.equal(placesAt(observed('198.51.100.7')), { inside: [line.id, town.id], perhaps: [] });
  assert.equal(placesAt(observed('2001:db8:1:7::/64')), { inside: [line.id, town.id], perhaps: [] });
});

test('a phone in town on another line is in the town only', () => {
  assert.equal(placesAt(observed('203.0.113.9')), { inside: [town.id], perhaps: [] });
});

test('a circle that only overlaps may hold the phone, and so may one whose address has no coordinates', () => {
  assert.equal(placesAt(observed('203.0.113.9', 50)), { inside: [], perhaps: [town.id] });
  assert.equal(placesAt({ ...observed('203.0.113.9', unknown), latitude: unknown, longitude: unknown }), {
    inside: [],
    perhaps: [town.id],
  });
});

test('a phone in Québec is in neither', () => {
  const far = { latitude: 46.81, longitude: -71.21, radiusKilometers: 5 };
  assert.equal(placesAt({ ...far, network: network('203.0.113.9') }), { inside: [], perhaps: [] });
});

test('a place of a line and a circle holds whatever either of them holds', () => {
  const both: Place = { ...line, id: place('both'), circle: town.circle };
  const far = { latitude: 46.81, longitude: -71.21, radiusKilometers: 5 };
  const at = compilePlaces([both]);
  assert.equal(at({ ...far, network: network('198.51.100.7') }), { inside: [both.id], perhaps: [] });
  assert.equal(at(observed('203.0.113.9')), { inside: [both.id], perhaps: [] });
  assert.equal(at(observed('203.0.113.9', 50)), { inside: [], perhaps: [both.id] });
});

test('one address of IPv6 may be any of its network’s', () => {
  const one: Place = { id: place('one'), ranges: ['2001:db8:1:7::1/128'], circle: 'none' };
  const at = compilePlaces([one]);
  assert.equal(at(observed('2001:db8:1:7::/64')), { inside: [], perhaps: [one.id] });
  assert.equal(at(observed('2001:db8:1:8::/64')), { inside: [], perhaps: [] });
});

test('a whole network of IPv6 may be a place of its own', () => {
  const whole: Place = { id: place('whole'), ranges: ['2001:db8:1:7::/64'], circle: 'none' };
  const at = compilePlaces([whole]);
  assert.equal(at(observed('2001:db8:1:7::/64')), { inside: [whole.id], perhaps: [] });
});

test('without an address nothing is known, and a range that nobody can read holds nothing', () => {
  assert.is(placesAt({ ...observed('198.51.100.7'), network: unknown }), unknown);
  const unreadable: Place = { id: place('unreadable'), ranges: ['198.51.100.0/99', 'CPE'], circle: 'none' };
  assert.equal(compilePlaces([unreadable])(observed('198.51.100.7')), { inside: [], perhaps: [] });
});

test.run();
