import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Circle, kilometersBetween, standingInCircle } from '../../policies/circles.ts';
import { unknown } from '../../policies/facts.ts';
import { times } from './effort.ts';

const test = suite('circles');

/** The daycare, on rue Saint-Denis; a circle of ten kilometres around it. */
const daycare: Circle = { latitude: 45.52, longitude: -73.58, radiusMeters: 10_000 };
const quebec = { latitude: 46.81, longitude: -71.21 };

const near = (kilometers: number, radiusKilometers: number) => ({
  latitude: daycare.latitude + kilometers / 111.195,
  longitude: daycare.longitude,
  radiusKilometers,
});

test('Montréal and Québec are 232 kilometres apart, whoever measures', () => {
  assert.is(Math.round(kilometersBetween(daycare, quebec)), 232);
  assert.is(Math.round(kilometersBetween(quebec, daycare)), 232);
});

test('half way around Earth is half of its circumference', () => {
  const along = kilometersBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 });
  assert.is(Math.round(along), 20_015);
  assert.is(
    Math.round(kilometersBetween({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 })),
    20_015,
  );
});

test('Julie, two kilometres away within one, is inside', () => {
  assert.is(standingInCircle(daycare, near(2, 1)), 'inside');
});

test('Julie, somewhere within fifty kilometres of the daycare, is not known to be inside', () => {
  assert.is(standingInCircle(daycare, near(0, 50)), unknown);
});

test('Julie, at the edge, is not known to be inside', () => {
  assert.is(standingInCircle(daycare, near(9.5, 1)), unknown);
  assert.is(standingInCircle(daycare, near(10.5, 1)), unknown);
});

test('Julie, in Québec within twenty kilometres, is outside', () => {
  assert.is(standingInCircle(daycare, { ...quebec, radiusKilometers: 20 }), 'outside');
});

test('Fiji and Samoa are neighbours across the date line', () => {
  const suva: Circle = { latitude: -17, longitude: 179.9, radiusMeters: 100_000 };
  assert.is(standingInCircle(suva, { latitude: -17, longitude: -179.9, radiusKilometers: 5 }), 'inside');
});

for (const missing of ['latitude', 'longitude', 'radiusKilometers'] as const) {
  test(`without its ${missing}, an observation is nowhere`, () => {
    assert.is(standingInCircle(daycare, { ...near(0, 1), [missing]: unknown }), unknown);
    assert.is(standingInCircle(daycare, { ...near(0, 1), [missing]: Number.NaN }), unknown);
  });
}

test('what is no point of Earth, or no radius, is unknown', () => {
  assert.is(standingInCircle(daycare, { ...near(0, 1), latitude: 91 }), unknown);
  assert.is(standingInCircle(daycare, { ...near(0, 1), longitude: -181 }), unknown);
  assert.is(standingInCircle(daycare, { ...near(0, 1), radiusKilometers: -1 }), unknown);
  assert.is(
    standingInCircle(daycare, { ...near(0, 1), radiusKilometers: Number.POSITIVE_INFINITY }),
    unknown,
  );
  assert.is(standingInCircle({ ...daycare, radiusMeters: 0 }, near(0, 0)), unknown);
  assert.is(standingInCircle({ ...daycare, latitude: Number.NaN }, near(0, 0)), unknown);
});

test('the pole and the date line are on Earth', () => {
  const pole: Circle = { latitude: 90, longitude: 0, radiusMeters: 10_000 };
  assert.is(standingInCircle(pole, { latitude: 90, longitude: 45, radiusKilometers: 1 }), 'inside');
  const dateLine: Circle = { latitude: 0, longitude: 180, radiusMeters: 10_000 };
  assert.is(standingInCircle(dateLine, { latitude: 0, longitude: -180, radiusKilometers: 1 }), 'inside');
});

test('a circle drawn beyond the pole, though it comes down where Julie is, holds nobody', () => {
  const beyond: Circle = { ...daycare, latitude: 180 - daycare.latitude, longitude: daycare.longitude + 180 };
  assert.is(standingInCircle(beyond, near(0, 1)), unknown);
});

test('an observed circle that fills the one drawn, to the metre, is inside', () => {
  assert.is(standingInCircle(daycare, near(0, 10)), 'inside');
  assert.is(standingInCircle(daycare, near(0, 10.001)), unknown);
});

const point = fc.record({
  latitude: fc.double({ min: -89, max: 89, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const circle = fc
  .tuple(point, fc.double({ min: 1, max: 5e6, noNaN: true }))
  .map(([center, radiusMeters]): Circle => ({ ...center, radiusMeters }));
const seen = fc
  .tuple(point, fc.double({ min: 0, max: 5e3, noNaN: true }))
  .map(([center, radiusKilometers]) => ({ ...center, radiusKilometers }));

test('a larger doubt never puts anyone inside, nor outside', () => {
  fc.assert(
    fc.property(circle, seen, fc.double({ min: 0, max: 1e4, noNaN: true }), (drawn, observed, more) => {
      const doubted = standingInCircle(drawn, {
        ...observed,
        radiusKilometers: observed.radiusKilometers + more,
      });
      return doubted === unknown || doubted === standingInCircle(drawn, observed);
    }),
    { numRuns: times(5_000) },
  );
});

test('a larger circle never puts anyone out who was in', () => {
  fc.assert(
    fc.property(circle, seen, fc.double({ min: 1, max: 100, noNaN: true }), (drawn, observed, times) => {
      const wider = { ...drawn, radiusMeters: drawn.radiusMeters * times };
      return standingInCircle(drawn, observed) !== 'inside' || standingInCircle(wider, observed) === 'inside';
    }),
    { numRuns: times(5_000) },
  );
});

test('every point of an observed circle that is inside lies inside', () => {
  const at = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 12, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      at,
      (away, radius, angle) => {
        const observed = near(away, radius);
        if (standingInCircle(daycare, observed) !== 'inside') return true;
        const edge = {
          latitude: observed.latitude + (radius / 111.2) * Math.sin(angle),
          longitude:
            observed.longitude +
            ((radius / 111.2) * Math.cos(angle)) / Math.cos((observed.latitude * Math.PI) / 180),
        };
        return kilometersBetween(daycare, edge) <= 10.01;
      },
    ),
    { numRuns: times(5_000) },
  );
});

test.run();
