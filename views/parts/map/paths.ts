import type { MapFrame } from './frame.ts';
import type { Layer, Outline } from './layers.ts';
import { layers } from './layers.ts';

type Spot = readonly [x: number, y: number];
type Paths = { readonly [Kind in Exclude<keyof Layer, 'box'>]: string };

/** So far outside the map its edges are cut, with the strokes along the cut. */
const beyond = 6;
/** Steps shorter than this, in units of the map, are not seen. */
const finest = 0.9;
const smallest = 2;

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
  let drawn = '';
  const turns = [-360, 0, 360].filter((turn) => frame.west < turn + 180 && frame.east > turn - 180);
  for (const turn of turns)
    for (const outline of outlines) {
      const apart =
        outline.east + turn < frame.west ||
        outline.west + turn > frame.east ||
        outline.north < frame.south ||
        outline.south > frame.north;
      // An island smaller than a dot, which would be drawn as one.
      const unseen =
        Math.max(outline.east - outline.west, outline.north - outline.south) * frame.unitsPerDegree <
        smallest;
      if (apart || unseen) continue;
      const spots = spotsOf(outline, frame, turn);
      for (const part of isWithin(outline, frame, turn) ? [spots] : clip(spots, frame))
        drawn += written(part, closed);
    }
  return drawn;
}

const isWithin = (outline: Outline, frame: MapFrame, turn: number) =>
  outline.west + turn > frame.west &&
  outline.east + turn < frame.east &&
  outline.south > frame.south &&
  outline.north < frame.north;

/** On the map, without the steps that nobody sees. */
function spotsOf(outline: Outline, frame: MapFrame, turn: number): readonly Spot[] {
  const { west, top, unitsPerDegree } = frame;
  const from = outline.spots;
  const spots: Spot[] = [];
  let [lastX, lastY] = [Infinity, Infinity];
  const last = from.length - 2;
  for (let index = 0; index <= last; index += 2) {
    const x = ((from[index] ?? 0) + turn - west) * unitsPerDegree;
    const y = (top - (from[index + 1] ?? 0)) * unitsPerDegree;
    if (index < last && Math.abs(x - lastX) < finest && Math.abs(y - lastY) < finest) continue;
    spots.push([x, y]);
    lastX = x;
    lastY = y;
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
    const kept: Spot[] = [];
    let before = spots.at(-1);
    let wasKept = before !== undefined && keeps(before);
    for (const spot of spots) {
      const isKept = keeps(spot);
      if (before !== undefined && isKept !== wasKept) kept.push(cross(before, spot));
      if (isKept) kept.push(spot);
      before = spot;
      wasKept = isKept;
    }
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
  let steps = '';
  let count = 0;
  for (const spot of spots) {
    const a = Math.round(spot[0] * 10);
    const b = Math.round(spot[1] * 10);
    if (count > 0 && a === x && b === y) continue;
    steps += `${count === 0 ? 'M' : 'l'}${(a - x) / 10} ${(b - y) / 10}`;
    x = a;
    y = b;
    count += 1;
  }
  return count < 2 ? '' : steps + (closed ? 'z' : '');
}
