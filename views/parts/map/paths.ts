import { type MapFrame, mercator } from './frame.ts';
import type { Layer, Outline } from './layers.ts';
import { layers } from './layers.ts';

type Spot = readonly [x: number, y: number];
type Paths = { readonly [Kind in Exclude<keyof Layer, 'box'>]: string };

/** So far outside the map its edges are cut, with the strokes along the cut. */
const beyond = 6;
/** Steps shorter than this, in units of the map, are not seen. */
const finest = 0.9;

/** The whole of what is drawn under the markers, ready for `d`: finely where the frame lies in our region. */
export function pathsOf(frame: MapFrame): Paths {
  const { region, world } = layers();
  const { box } = region;
  const within =
    frame.west >= box.west && frame.east <= box.east && frame.south >= box.south && frame.north <= box.north;
  const layer = within ? region : world;
  return {
    land: draw(layer.land, frame, clipRing),
    lakes: draw(layer.lakes, frame, clipRing),
    rivers: draw(layer.rivers, frame, clipLine),
    borders: draw(layer.borders, frame, clipLine),
    provinces: draw(layer.provinces, frame, clipLine),
  };
}

type Clip = (spots: readonly Spot[], frame: MapFrame) => readonly (readonly Spot[])[];

function draw(outlines: readonly Outline[], frame: MapFrame, clip: Clip): string {
  const closed = clip === clipRing;
  return outlines
    .flatMap((outline) => [-360, 0, 360].map((turn) => ({ outline, turn })))
    .filter(
      ({ outline, turn }) =>
        outline.east + turn >= frame.west &&
        outline.west + turn <= frame.east &&
        outline.north >= frame.south &&
        outline.south <= frame.north,
    )
    .flatMap(({ outline, turn }) => clip(spotsOf(outline, frame, turn), frame))
    .map((spots) => written(spots, closed))
    .join('');
}

/** On the map, without the steps that nobody sees. */
function spotsOf({ degrees }: Outline, frame: MapFrame, turn: number): readonly Spot[] {
  const spots: Spot[] = [];
  let [lastX, lastY] = [Infinity, Infinity];
  const last = degrees.length - 2;
  for (let index = 0; index <= last; index += 2) {
    const x = ((degrees[index] ?? 0) + turn - frame.west) * frame.unitsPerDegree;
    const y = (frame.top - mercator(degrees[index + 1] ?? 0)) * frame.unitsPerDegree;
    if (index < last && Math.abs(x - lastX) < finest && Math.abs(y - lastY) < finest) continue;
    spots.push([x, y]);
    [lastX, lastY] = [x, y];
  }
  return spots;
}

interface Side {
  readonly keeps: (spot: Spot) => boolean;
  readonly cross: (one: Spot, other: Spot) => Spot;
}

function sidesOf({ width, height }: MapFrame): readonly Side[] {
  const upright = (at: number, sign: 1 | -1): Side => ({
    keeps: ([x]) => sign * x >= sign * at,
    cross: ([x, y], [a, b]) => [at, y + ((b - y) * (at - x)) / (a - x)],
  });
  const level = (at: number, sign: 1 | -1): Side => ({
    keeps: ([, y]) => sign * y >= sign * at,
    cross: ([x, y], [a, b]) => [x + ((a - x) * (at - y)) / (b - y), at],
  });
  return [upright(-beyond, 1), upright(width + beyond, -1), level(-beyond, 1), level(height + beyond, -1)];
}

/** Sutherland and Hodgman: one side of the frame after the other. */
function clipRing(ring: readonly Spot[], frame: MapFrame): readonly (readonly Spot[])[] {
  let spots = ring;
  for (const { keeps, cross } of sidesOf(frame)) {
    if (spots.every(keeps)) continue;
    const kept: Spot[] = [];
    spots.forEach((spot, index) => {
      const before = spots.at(index - 1) ?? spot;
      if (keeps(spot) !== keeps(before)) kept.push(cross(before, spot));
      if (keeps(spot)) kept.push(spot);
    });
    spots = kept;
  }
  return spots.length < 3 ? [] : [spots];
}

/** Every stretch that touches the frame, with the one step that leads out. */
function clipLine(line: readonly Spot[], { width, height }: MapFrame): readonly (readonly Spot[])[] {
  const near = (one: Spot, other: Spot) =>
    Math.max(one[0], other[0]) >= -beyond &&
    Math.min(one[0], other[0]) <= width + beyond &&
    Math.max(one[1], other[1]) >= -beyond &&
    Math.min(one[1], other[1]) <= height + beyond;
  const parts: Spot[][] = [];
  line.forEach((spot, index) => {
    const before = line[index - 1];
    if (before === undefined || !near(before, spot)) return;
    const part = parts.at(-1);
    if (part?.at(-1) === before) part.push(spot);
    else parts.push([before, spot]);
  });
  return parts;
}

/** Tenths of a unit, each step from the one before: about half the length of whole positions. */
function written(spots: readonly Spot[], closed: boolean): string {
  let [x, y] = [0, 0];
  const steps = spots.flatMap((spot, index) => {
    const [a, b] = [Math.round(spot[0] * 10), Math.round(spot[1] * 10)];
    const step = [a - x, b - y] as const;
    [x, y] = [a, b];
    if (index > 0 && step[0] === 0 && step[1] === 0) return [];
    return [`${index === 0 ? 'M' : 'l'}${step[0] / 10} ${step[1] / 10}`];
  });
  return steps.length < 2 ? '' : steps.join('') + (closed ? 'z' : '');
}
