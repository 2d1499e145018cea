import type { Point } from '../../../policies/circles.ts';
import type { Box } from './layers.ts';
import { latitudeAt, mercator } from './mercator.ts';

/** What has to be seen: a point, and so much around it. */
export interface Seen extends Point {
  readonly aroundKilometers: number;
}

/** The stretch of Earth that a map shows, and where on it a point falls (Mercator). */
export interface MapFrame extends Box {
  readonly width: number;
  readonly height: number;
  readonly unitsPerDegree: number;
  readonly top: number;
  /** At the middle of the map. */
  readonly kilometersPerUnit: number;
  readonly x: (longitude: number) => number;
  readonly y: (latitude: number) => number;
}

/** Room for a number and a bit of its name on each side. */
const margin = 0.13;
const kilometersPerDegree = 111.195;
/** Where Mercator’s map still looks like Earth. */
const highest = 82;
const lowest = -58;

const cosine = (latitude: number) => Math.cos((latitude * Math.PI) / 180);

/** Southern Québec, from Gatineau to Québec: what an empty map shows. */
const southernQuebec: readonly Seen[] = [
  { latitude: 45.4, longitude: -75.2, aroundKilometers: 0 },
  { latitude: 46.8, longitude: -71.3, aroundKilometers: 0 },
];

/** Shows everything with a margin, and never less than this many kilometres from side to side. */
export function frameOf(
  seen: readonly Seen[],
  size: { readonly width: number; readonly height: number; readonly leastKilometers: number },
): MapFrame {
  const { width, height, leastKilometers } = size;
  const shown = seen.length === 0 ? southernQuebec : seen;
  const [west, east] = shortestArc(shown);
  const south = mercator(Math.min(...shown.map((each) => each.latitude - around(each))));
  const north = mercator(Math.max(...shown.map((each) => each.latitude + around(each))));
  const middle = (south + north) / 2;
  const least = leastKilometers / (kilometersPerDegree * cosine(latitudeAt(middle)));
  const inside = 1 - 2 * margin;
  const span = Math.min(
    360,
    Math.max(least, (east - west) / inside, ((north - south) / inside) * (width / height)),
  );
  const unitsPerDegree = width / span;
  const tall = height / unitsPerDegree;
  const top = Math.min(middle + tall / 2, Math.max(mercator(highest), mercator(lowest) + tall));
  const left = (west + east) / 2 - span / 2;
  const center = latitudeAt(top - tall / 2);
  return {
    width,
    height,
    unitsPerDegree,
    top,
    west: left,
    east: left + span,
    north: latitudeAt(top),
    south: latitudeAt(top - tall),
    kilometersPerUnit: (kilometersPerDegree * cosine(center)) / unitsPerDegree,
    x: (longitude) => (nearest(longitude, left + span / 2) - left) * unitsPerDegree,
    y: (latitude) => (top - mercator(latitude)) * unitsPerDegree,
  };
}

const around = ({ aroundKilometers }: Seen) => aroundKilometers / kilometersPerDegree;

/** The same meridian, told nearest to the middle of the map. */
const nearest = (longitude: number, middle: number) =>
  longitude - 360 * Math.round((longitude - middle) / 360);

/** From west to east across the fewest meridians: Tōkyō and Vancouver meet over the Pacific. */
function shortestArc(seen: readonly Seen[]): readonly [west: number, east: number] {
  const sorted = seen.toSorted((one, other) => one.longitude - other.longitude);
  const gaps = sorted.map((each, index) => {
    const next = sorted[index + 1];
    return next ? next.longitude - each.longitude : (sorted[0]?.longitude ?? 0) + 360 - each.longitude;
  });
  const widest = gaps.indexOf(Math.max(...gaps));
  const turned = [
    ...sorted.slice(widest + 1),
    ...sorted.slice(0, widest + 1).map((each) => ({ ...each, longitude: each.longitude + 360 })),
  ];
  const onEarth = turned.every(({ longitude }) => longitude > 180) ? -360 : 0;
  const reach = (each: Seen) => around(each) / Math.max(0.1, cosine(each.latitude));
  return [
    Math.min(...turned.map((each) => each.longitude - reach(each))) + onEarth,
    Math.max(...turned.map((each) => each.longitude + reach(each))) + onEarth,
  ];
}

export const unitsOf = (kilometers: number, latitude: number, frame: MapFrame) =>
  (kilometers / (kilometersPerDegree * Math.max(0.05, cosine(latitude)))) * frame.unitsPerDegree;
