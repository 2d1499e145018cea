import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Point } from '../../../policies/circles.ts';
import { drawMap, mostMarkers } from '../../../views/parts/map/drawn.ts';
import { frameOf, type MapFrame } from '../../../views/parts/map/frame.ts';
import { discRadius, enlargements } from '../../../views/parts/map/labels.ts';
import { cities, layers } from '../../../views/parts/map/layers.ts';
import { scaleBarOf } from '../../../views/parts/map/scale-bar.ts';
import { maps, markersAt } from './samples.tsx';

const longueuil = { latitude: 45.53, longitude: -73.52 };
const montreal = { latitude: 45.51, longitude: -73.59 };
const sherbrooke = { latitude: 45.4, longitude: -71.89 };
const paris = { latitude: 48.86, longitude: 2.35 };
const tokyo = { latitude: 35.68, longitude: 139.69 };
const vancouver = { latitude: 49.28, longitude: -123.12 };

const size = { width: 640, height: 420, leastKilometers: 60 };
const frameAround = (...points: readonly Point[]) =>
  frameOf(
    points.map((point) => ({ ...point, aroundKilometers: 0 })),
    size,
  );
/** How far from the nearest edge, as a share of the map; negative outside. */
function insideBy(frame: MapFrame, { latitude, longitude }: Point): number {
  const [x, y] = [frame.x(longitude) / frame.width, frame.y(latitude) / frame.height];
  return Math.min(x, 1 - x, y, 1 - y);
}

test('Julie who signs in from Longueuil alone sees it in the middle of greater Montréal, 60 km wide', () => {
  const frame = frameAround(longueuil);
  assert.ok(Math.abs(frame.kilometersPerUnit * frame.width - 60) < 0.5);
  assert.ok(insideBy(frame, longueuil) > 0.49);
  assert.ok(insideBy(frame, montreal) > 0.3);
  assert.ok(insideBy(frame, sherbrooke) < 0);
});

test('Marc who signs in from Longueuil and Sherbrooke sees both, with a margin', () => {
  const frame = frameAround(longueuil, sherbrooke);
  for (const point of [longueuil, sherbrooke]) assert.ok(insideBy(frame, point) > 0.12);
  assert.ok(frame.kilometersPerUnit * frame.width < 200);
});

test('Longueuil and Paris have the Atlantic between them', () => {
  const frame = frameAround(longueuil, paris);
  for (const point of [longueuil, paris, { latitude: 45, longitude: -35 }])
    assert.ok(insideBy(frame, point) > 0.1);
  assert.ok(frame.x(paris.longitude) > frame.x(longueuil.longitude));
});

test('Vancouver and Tōkyō meet over the Pacific, not over Africa', () => {
  const frame = frameAround(vancouver, tokyo);
  for (const point of [vancouver, tokyo]) assert.ok(insideBy(frame, point) > 0.12);
  assert.ok(frame.x(vancouver.longitude) > frame.x(tokyo.longitude));
  assert.ok(frame.east - frame.west < 180);
});

test('A place whose circle is wide is shown whole', () => {
  const frame = frameOf([{ ...longueuil, aroundKilometers: 100 }], size);
  assert.ok(insideBy(frame, { latitude: longueuil.latitude + 0.9, longitude: longueuil.longitude }) > 0.1);
});

test('Nowhere on Earth breaks a map: the poles, the date line, the same point twice', () => {
  const corners = [-90, -60, 0, 84, 90].flatMap((latitude) =>
    [-180, -179.9, 0, 179.9, 180].map((longitude) => ({ latitude, longitude })),
  );
  for (const corner of corners)
    for (const points of [[corner], [corner, corner], [corner, longueuil], corners]) {
      const markers = points.map((point, index) => ({ ...marker(index), ...point }));
      const drawn = drawMap({ language: 'fr', markers, circles: [], size: 'large' });
      const numbers = JSON.stringify([drawn.frame, drawn.markers, drawn.names, drawn.scaleBar]);
      assert.not.match(numbers, /null/, JSON.stringify(points));
      for (const path of Object.values(drawn.paths)) assert.match(path, /^[Mlz\d .-]*$/);
    }
});

const [example] = markersAt(['longueuil']);
function marker(index: number) {
  if (example === undefined) throw new Error('no example');
  return { ...example, number: index + 1 };
}

test('Ten connections of one address stand apart around it, at every width, and one name says where', () => {
  const markers = Array.from({ length: 10 }, (_, index) => marker(index));
  const drawn = drawMap({ language: 'fr', markers, circles: [], size: 'large' });
  for (const times of enlargements) {
    const discs = drawn.markers.map(({ point, offset }) => [
      point.x + offset.x * times,
      point.y + offset.y * times,
    ]);
    discs.forEach(([x = 0, y = 0], index) => {
      for (const [a = 0, b = 0] of discs.slice(index + 1))
        assert.ok(Math.hypot(x - a, y - b) >= 2 * discRadius * times, 'one number covers another');
    });
  }
  assert.equal(
    drawn.names.map(({ text }) => text),
    ['Longueuil'],
  );
});

test('A person with a hundred places keeps a map that can be read: the list has those that the map leaves out', () => {
  const markers = Array.from({ length: 100 }, (_, index) => marker(index));
  const drawn = drawMap({ language: 'fr', markers, circles: [], size: 'large' });
  assert.is(drawn.markers.length, mostMarkers);
});

test('The bar of the scale is a round number of kilometres, and as long as it says', () => {
  for (const points of [[longueuil], [longueuil, sherbrooke], [longueuil, paris]]) {
    const frame = frameAround(...points);
    const { kilometers, units } = scaleBarOf(frame);
    assert.match(String(kilometers), /^[125]0*$/);
    assert.ok(Math.abs(units * frame.kilometersPerUnit - kilometers) < 1e-6);
    assert.ok(units <= frame.width / 5 && units >= frame.width / 15);
  }
});

test('The land of the maps is what its README says: rings that close, inside their box, in order of people', () => {
  for (const { box, land, lakes } of Object.values(layers()))
    for (const ring of [...land, ...lakes]) {
      const { spots } = ring;
      assert.is(spots[0], spots.at(-2));
      // One that crossed the date line unmended would be a bar over the whole map.
      for (let index = 2; index < spots.length; index += 2)
        assert.ok(Math.abs((spots[index] ?? 0) - (spots[index - 2] ?? 0)) < 180);
      assert.ok(ring.west >= box.west - 0.01 && ring.east <= box.east + 0.01);
      assert.ok(ring.south >= box.south - 0.01 && ring.north <= box.north + 0.01);
    }
  assert.ok(cities().some(({ name }) => name === 'Trois-Rivières'));
  assert.ok(
    cities().every(({ latitude, longitude }) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180),
  );
});

test('The river is water and the island of Montréal is land', () => {
  const { land } = layers().region;
  const isLand = (longitude: number, latitude: number) =>
    land.filter(({ spots }) => holds(spots, longitude, latitude)).length % 2 === 1;
  const y = (latitude: number) =>
    frameOf([], size).top - frameOf([], size).y(latitude) / frameOf([], size).unitsPerDegree;
  assert.ok(isLand(-73.6, y(45.53)), 'Montréal');
  assert.ok(isLand(-73.4, y(45.53)), 'Longueuil');
  assert.not.ok(isLand(-73.75, y(45.41)), 'lac Saint-Louis');
  assert.not.ok(isLand(-65, y(48)), 'the gulf');
});

function holds(spots: Float64Array, x: number, y: number): boolean {
  let odd = false;
  for (let index = 0; index < spots.length - 2; index += 2) {
    const [a = 0, b = 0, c = 0, d = 0] = spots.subarray(index, index + 4);
    if (b > y !== d > y && x < ((c - a) * (y - b)) / (d - b) + a) odd = !odd;
  }
  return odd;
}

test('No map is heavy: even the Atlantic fits in 60 kB', () => {
  for (const [name, map] of Object.entries(maps)) {
    const { paths } = drawMap({ ...map, language: 'fr' });
    const length = Object.values(paths).join('').length;
    assert.ok(length < 55_000, `${name}: ${length}`);
  }
});

test.run();
