import type { Language } from '../../model.ts';
import { wordsFor } from '../../words/index.ts';
import { frameOf, type MapFrame, type Seen, unitsOf } from './frame.ts';
import {
  discRadius,
  enlargements,
  type Label,
  nothingTaken,
  placeLabels,
  type Taken,
  takeDisc,
  type Wanted,
} from './labels.ts';
import { cities } from './layers.ts';
import type { MapCircle, MapMarker, MapValue } from './model.ts';
import { pathsOf } from './paths.ts';
import { scaleBarOf } from './scale-bar.ts';
import { type Spot, spread } from './spread.ts';

export interface DrawnMarker {
  readonly marker: MapMarker;
  /** Where it is, and how far from there its number stands, in the size that is enlarged. */
  readonly point: Spot;
  readonly offset: Spot;
  /** How far around it may be, in units; none where that is smaller than its disc. */
  readonly around: number | 'none';
}
export interface DrawnCircle {
  readonly circle: MapCircle;
  readonly center: Spot;
  readonly radius: number;
}
export interface DrawnMap {
  readonly frame: MapFrame;
  readonly paths: ReturnType<typeof pathsOf>;
  readonly scaleBar: ReturnType<typeof scaleBarOf>;
  readonly markers: readonly DrawnMarker[];
  readonly circles: readonly DrawnCircle[];
  readonly names: readonly Label[];
  readonly cities: readonly Label[];
}

const sizes = { large: { width: 640, height: 420 }, small: { width: 640, height: 400 } } as const;
/** More discs would cover the map; the list beside it has them all. */
export const mostMarkers = 20;
const mostCities = 12;
const mostCandidates = 40;
const leastBetweenCities = 36;
const none: Spot = { x: 0, y: 0 };
/** What is less sure than this is not drawn around: it would cover the whole map. */
const widestAround = 60;

interface Framing {
  /** The map is at least so many kilometres wide. */
  readonly leastKilometers: number;
  /** What it shows, whatever else lies on it. */
  readonly seen: readonly Seen[];
}

/** Everything that the picture needs, in units of the map. Pure, but for the land that is read once. */
export function drawMap(value: Omit<MapValue, 'id' | 'title'>, framing?: Framing): DrawnMap {
  const shown = value.markers.slice(0, mostMarkers);
  const { seen, leastKilometers } = framing ?? { seen: seenOf(shown, value.circles), leastKilometers: 60 };
  const frame = frameOf(seen, { ...sizes[value.size], leastKilometers });
  const points = shown.map((marker) => spotOf(marker, frame));
  const discs = spread(points, (discRadius + 1) * enlargements[0], frame);
  const markers = shown.map((marker, index): DrawnMarker => {
    const point = points[index] ?? { x: 0, y: 0 };
    return { marker, point, offset: offsetOf(point, discs[index] ?? point), around: aroundOf(marker, frame) };
  });
  const circles = value.circles.map((circle) => ({
    circle,
    center: spotOf(circle, frame),
    radius: Math.max(3, unitsOf(circle.radiusMeters / 1000, circle.latitude, frame)),
  }));
  const scaleBar = scaleBarOf(frame);
  const taken = takenBy(markers, scaleBar.units, frame);
  for (const each of framing?.seen ?? []) takeDisc(taken, spotOf(each, frame), none, discRadius);
  return {
    frame,
    paths: pathsOf(frame),
    scaleBar,
    markers,
    circles,
    names: placeLabels([...namesOf(markers), ...namesOfCircles(circles, shown)], taken),
    cities: placeLabels(citiesIn(frame, markers, value.language), taken).slice(0, mostCities),
  };
}

/** What stands on its point at the narrowest width stands there at every other. */
function offsetOf(point: Spot, disc: Spot): Spot {
  const [x, y] = [(disc.x - point.x) / enlargements[0], (disc.y - point.y) / enlargements[0]];
  return Math.hypot(x, y) < 1 ? none : { x, y };
}

const spotOf = ({ latitude, longitude }: { latitude: number; longitude: number }, frame: MapFrame): Spot => ({
  x: frame.x(longitude),
  y: frame.y(latitude),
});

function seenOf(markers: readonly MapMarker[], circles: readonly MapCircle[]): readonly Seen[] {
  return [
    ...markers.map(({ latitude, longitude, radiusKilometers }) => ({
      latitude,
      longitude,
      aroundKilometers:
        radiusKilometers === 'unknown' || radiusKilometers > widestAround ? 0 : radiusKilometers,
    })),
    ...circles.map(({ latitude, longitude, radiusMeters }) => ({
      latitude,
      longitude,
      aroundKilometers: radiusMeters / 1000,
    })),
  ];
}

function aroundOf({ radiusKilometers, latitude }: MapMarker, frame: MapFrame): number | 'none' {
  if (radiusKilometers === 'unknown' || radiusKilometers > widestAround) return 'none';
  const units = unitsOf(radiusKilometers, latitude, frame);
  return units > 16 ? units : 'none';
}

function takenBy(markers: readonly DrawnMarker[], scaleBarUnits: number, frame: MapFrame): Taken {
  const taken = nothingTaken(frame.width, frame.height);
  for (const { marker, point, offset } of markers) {
    takeDisc(taken, point, offset, discRadius + (marker.kind === 'here' ? 4 : 1.5));
    takeDisc(taken, point, none, 2);
  }
  enlargements.forEach((times, level) => {
    const right = 16 + Math.max(scaleBarUnits, 48 * times);
    // Both are counted: an enlargement is a level.
    taken.take(level as 0, { left: 0, right, top: frame.height - 14 - 17 * times, bottom: frame.height });
  });
  return taken;
}

const ranks = { here: 0, place: 1, city: 2 } as const;

/** A name is written once, beside the first of the markers that carry it. */
function namesOf(markers: readonly DrawnMarker[]): readonly Wanted[] {
  const sorted = markers.toSorted((one, other) => ranks[one.marker.kind] - ranks[other.marker.kind]);
  const firsts = sorted.filter(
    ({ marker }, index) => sorted.findIndex((each) => each.marker.label === marker.label) === index,
  );
  return firsts.map(({ marker, point, offset }) => ({
    text: shortened(marker.kind === 'place' ? marker.label : withoutRegion(marker.label)),
    weight: 'bold',
    at: point,
    offset,
    away: discRadius + (marker.kind === 'here' ? 8 : 4),
  }));
}

function namesOfCircles(circles: readonly DrawnCircle[], markers: readonly MapMarker[]): readonly Wanted[] {
  return circles
    .filter(({ circle }) => circle.label !== '' && !markers.some(({ label }) => label === circle.label))
    .map(({ circle, center }) => ({
      text: shortened(circle.label),
      weight: 'bold',
      at: center,
      offset: none,
      away: discRadius,
    }));
}

/** The greatest cities of the frame, none in the shade of a greater one. */
function citiesIn(frame: MapFrame, markers: readonly DrawnMarker[], language: Language): readonly Wanted[] {
  const { exonyms } = wordsFor(language).map;
  const marked = (name: string) =>
    markers.some(({ marker }) => marker.label === name || marker.label.startsWith(`${name} (`));
  const kept: { readonly name: string; readonly at: Spot }[] = [];
  for (const { name, latitude, longitude } of cities()) {
    if (latitude < frame.south || latitude > frame.north) continue;
    const at = spotOf({ latitude, longitude }, frame);
    if (at.x < 0 || at.x > frame.width) continue;
    if (kept.some((city) => Math.hypot(city.at.x - at.x, city.at.y - at.y) < leastBetweenCities)) continue;
    kept.push({ name: exonyms[name] ?? name, at });
    if (kept.length === mostCandidates) break;
  }
  return kept
    .filter(({ name }) => !marked(name))
    .map(({ name, at }) => ({ text: name, weight: 'plain', at, offset: none, away: 6 }));
}

/** « Paris (Île-de-France) »: the map says the rest. */
const withoutRegion = (label: string) => label.replace(/ \([^()]*\)$/, '');
const longest = 26;
const shortened = (name: string) =>
  name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`;
