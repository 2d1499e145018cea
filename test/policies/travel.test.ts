import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknown } from '../../policies/facts.ts';
import { mobileDriftKilometers, nearKilometers, type Sighted, travelBetween } from '../../policies/travel.ts';
import { times } from './effort.ts';
import { early, hour, minute } from './people.ts';

const test = suite('travel');

const montreal: Sighted = {
  latitude: 45.5,
  longitude: -73.57,
  radiusKilometers: 20,
  at: early,
  line: 'fixed',
};
const seenIn = (
  latitude: number,
  longitude: number,
  later: number,
  more: Partial<Sighted> = {},
): Sighted => ({
  latitude,
  longitude,
  radiusKilometers: 20,
  at: early + later,
  line: 'fixed',
  ...more,
});
const paris = (later: number, more?: Partial<Sighted>) => seenIn(48.85, 2.35, later, more);
const toronto = (later: number, more?: Partial<Sighted>) => seenIn(43.65, -79.38, later, more);
const laval = (later: number, more?: Partial<Sighted>) => seenIn(45.6, -73.75, later, more);

test('Julie does not go from Montréal to Paris in an hour', () => {
  const travel = travelBetween(montreal, paris(hour));
  assert.is(travel.kind, 'impossible');
  if (travel.kind !== 'impossible') return;
  // 5,505 kilometres, less the two radii.
  assert.ok(Math.abs(travel.kilometers - 5_465) < 20, `${travel.kilometers} kilometres`);
  assert.is(travel.hours, 1);
});

test('Julie goes from Montréal to Paris in a night', () => {
  assert.equal(travelBetween(montreal, paris(7 * hour)), { kind: 'possible' });
});

test('six hours are a quarter of an hour short of enough for Paris', () => {
  assert.is(travelBetween(montreal, paris(6 * hour)).kind, 'impossible');
  assert.is(travelBetween(montreal, paris(6 * hour + 15 * minute)).kind, 'possible');
});

test('Julie in Laval the same minute is next door', () => {
  assert.equal(travelBetween(montreal, laval(0)), { kind: 'possible' });
});

test('Julie in Toronto the same minute is impossible on two fixed lines', () => {
  assert.is(travelBetween(montreal, toronto(0)).kind, 'impossible');
});

test('Julie’s telephone comes out in Toronto, as telephones do', () => {
  assert.equal(travelBetween(montreal, toronto(0, { line: 'mobile' })), { kind: 'possible' });
  assert.equal(travelBetween({ ...montreal, line: 'mobile' }, toronto(0)), { kind: 'possible' });
});

test('not even Julie’s telephone comes out in Paris', () => {
  assert.is(travelBetween(montreal, paris(hour, { line: 'mobile' })).kind, 'impossible');
});

test('a vast radius counts in Julie’s favour, at either end', () => {
  assert.is(travelBetween(montreal, paris(0, { radiusKilometers: 5_400 })).kind, 'possible');
  assert.is(travelBetween({ ...montreal, radiusKilometers: 5_400 }, paris(0)).kind, 'possible');
});

test('an hour set back on a server’s clock makes nobody fly', () => {
  assert.equal(travelBetween({ ...montreal, at: early + 7 * hour }, paris(0)), { kind: 'possible' });
});

test('the first time, there is no journey to speak of', () => {
  assert.equal(travelBetween('none', paris(0)), { kind: 'unknown' });
});

for (const missing of ['latitude', 'longitude', 'radiusKilometers'] as const) {
  test(`without a ${missing} at one end, the journey is unknown`, () => {
    assert.equal(travelBetween({ ...montreal, [missing]: unknown }, paris(0)), { kind: 'unknown' });
    assert.equal(travelBetween(montreal, paris(0, { [missing]: unknown })), { kind: 'unknown' });
  });
}

test('an instant that is none leaves the journey unknown', () => {
  assert.equal(travelBetween(montreal, paris(Number.NaN)), { kind: 'unknown' });
});

test('a hundred kilometres are no journey, one more is', () => {
  const north = (kilometers: number) => ({
    ...seenIn(45.5 + kilometers / 111.195, -73.57, 0),
    radiusKilometers: 0,
  });
  const here = { ...montreal, radiusKilometers: 0 };
  assert.is(travelBetween(here, north(nearKilometers - 0.5)).kind, 'possible');
  assert.is(travelBetween(here, north(nearKilometers + 0.5)).kind, 'impossible');
  const wired = { ...here, line: 'mobile' } as const;
  const reach = nearKilometers + mobileDriftKilometers;
  assert.is(travelBetween(wired, north(reach - 2)).kind, 'possible');
  assert.is(travelBetween(wired, north(reach + 2)).kind, 'impossible');
  assert.is(travelBetween(wired, { ...north(reach + 1_000), line: 'mobile' }).kind, 'possible');
});

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const sighted: fc.Arbitrary<Sighted> = fc.record({
  latitude: degrees(90),
  longitude: degrees(180),
  radiusKilometers: fc.double({ min: 0, max: 1_000, noNaN: true }),
  at: fc.integer({ min: 0, max: 48 }).map((hours) => early + hours * hour),
  line: fc.constantFrom('fixed', 'mobile', 'shared', unknown),
});
const often = { numRuns: times(5_000) };

test('there and back are judged alike', () => {
  fc.assert(
    fc.property(sighted, sighted, (one, other) => {
      assert.equal(travelBetween(one, other), travelBetween(other, one));
    }),
    often,
  );
});

test('more time, a wider radius and a telephone never make a journey impossible', () => {
  fc.assert(
    fc.property(sighted, sighted, fc.nat(1_000), (base, now, more) => {
      if (travelBetween(base, now).kind !== 'possible') return;
      const later = now.at >= base.at ? now.at + more * hour : now.at - more * hour;
      assert.is(travelBetween(base, { ...now, at: later }).kind, 'possible');
      assert.is(
        travelBetween({ ...base, radiusKilometers: Number(base.radiusKilometers) + more }, now).kind,
        'possible',
      );
      assert.is(travelBetween({ ...base, line: 'mobile' }, now).kind, 'possible');
    }),
    often,
  );
});

test.run();
