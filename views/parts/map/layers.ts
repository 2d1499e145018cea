import { readFileSync } from 'node:fs';
import { mercator } from './mercator.ts';

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}
/** A ring or a line, and the box that holds it: longitude in degrees, and Mercator’s latitude, by turns. */
export interface Outline extends Box {
  readonly spots: Float64Array;
}
const kinds = ['land', 'lakes', 'rivers', 'borders', 'provinces'] as const;
export type Layer = { readonly box: Box } & { readonly [Kind in (typeof kinds)[number]]: readonly Outline[] };

export interface City {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

type PackedLayer = { readonly box: Box; readonly scale: number } & {
  readonly [Kind in (typeof kinds)[number]]: readonly (readonly number[])[];
};
type PackedCity = readonly [name: string, latitude: number, longitude: number];

// What `data/make.js` wrote: the assertions say its shape, which a test compares.
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'));

const once = <Value>(make: () => Value) => {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** `region`: eastern Canada, finely; `world`: everywhere, for frames that leave it. Read when the first map is drawn. */
export const layers = once(() => {
  const { region, world } = read('land') as Record<'region' | 'world', PackedLayer>;
  return { region: unpackLayer(region), world: unpackLayer(world) };
});

/** The most populous first. */
export const cities = once((): readonly City[] =>
  (read('cities') as readonly PackedCity[]).map(([name, latitude, longitude]) => ({
    name,
    latitude,
    longitude,
  })),
);

function unpackLayer(layer: PackedLayer): Layer {
  const outlines = (kind: (typeof kinds)[number]) => layer[kind].map((steps) => unpack(steps, layer.scale));
  return {
    box: layer.box,
    land: outlines('land'),
    lakes: outlines('lakes'),
    rivers: outlines('rivers'),
    borders: outlines('borders'),
    provinces: outlines('provinces'),
  };
}

/** Each point is written by its way from the one before. */
function unpack(steps: readonly number[], scale: number): Outline {
  const spots = new Float64Array(steps.length);
  const sum = [0, 0] as [number, number];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  steps.forEach((step, index) => {
    const axis = index % 2 === 0 ? 0 : 1;
    sum[axis] += step;
    const degree = sum[axis] / scale;
    spots[index] = axis === 0 ? degree : mercator(degree);
    if (axis === 0) [west, east] = [Math.min(west, degree), Math.max(east, degree)];
    else [south, north] = [Math.min(south, degree), Math.max(north, degree)];
  });
  return { spots, west, south, east, north };
}
