import type { Circle, Point } from '../../policies/circles.ts';
import type { CircleFault, CircleFieldsValue, FoundPoint } from '../../views/parts/map/model.ts';
import { findAddress } from './find-address/index.ts';

/** What the page knows before anything is typed. */
export type CirclePage = Pick<CircleFieldsValue, 'language' | 'id' | 'drawHref' | 'here' | 'others'> & {
  /** The circle that the place has, or none yet. */
  readonly circle: Circle | 'none';
};

export const leastRadiusMeters = 50;
export const mostRadiusMeters = 100_000;
const usualRadius = '300';
/** A step of the buttons, where half of the circle would be less. */
const leastStepMeters = 200;
const metersPerDegree = 111_195;

/**
 * The fields of a circle, read from a query or from a posted form: what was typed, what was found, and the circle that
 * this makes. Empty coordinates are no fault and no circle; the page says whether it needs one.
 */
export function readCircleFields(
  get: (name: string) => string | undefined,
  page: CirclePage,
): CircleFieldsValue {
  const { circle: saved, ...kept } = page;
  const address = get('address') ?? '';
  const found = get('find') === undefined ? 'not-asked' : findAddress(address);
  const fields = movedBy(get('move'), {
    latitude: get('latitude')?.trim() ?? (saved === 'none' ? '' : String(saved.latitude)),
    longitude: get('longitude')?.trim() ?? (saved === 'none' ? '' : String(saved.longitude)),
    radius: get('radius')?.trim() ?? (saved === 'none' ? usualRadius : String(saved.radiusMeters)),
    ...startOf(get('pick'), found),
  });
  return { ...kept, address, found, ...fields, ...judge(fields) };
}

type Fields = Pick<CircleFieldsValue, 'latitude' | 'longitude' | 'radius'>;

/** What was chosen among what was found, or the best of it. */
function startOf(pick: string | undefined, found: readonly FoundPoint[] | 'not-asked'): Partial<Fields> {
  const picked = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(pick ?? '');
  if (picked?.[1] && picked[2]) return { latitude: picked[1], longitude: picked[2] };
  const best = found === 'not-asked' ? undefined : found[0];
  return best ? { latitude: String(best.latitude), longitude: String(best.longitude) } : {};
}

const ways: Readonly<Record<string, readonly [north: number, east: number]>> = {
  north: [1, 0],
  south: [-1, 0],
  east: [0, 1],
  west: [0, -1],
};

function movedBy(move: string | undefined, fields: Fields): Fields {
  const way = move === undefined || !Object.hasOwn(ways, move) ? undefined : ways[move];
  const { circle } = judge(fields);
  if (way === undefined || circle === 'none') return fields;
  const step = Math.max(leastStepMeters, circle.radiusMeters / 2) / metersPerDegree;
  const narrow = Math.max(0.1, Math.cos((circle.latitude * Math.PI) / 180));
  const latitude = Math.max(-90, Math.min(90, circle.latitude + way[0] * step));
  return {
    ...fields,
    latitude: latitude.toFixed(5),
    longitude: acrossDateLine(circle.longitude + (way[1] * step) / narrow).toFixed(5),
  };
}

const acrossDateLine = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180;

function judge(fields: Fields): Pick<CircleFieldsValue, 'circle' | 'faults'> {
  if (fields.latitude === '' && fields.longitude === '')
    return { circle: 'none', faults: radiusFaults(fields) };
  const { latitude, longitude } = pointOf(fields);
  const faults: readonly CircleFault[] = [
    ...(Math.abs(latitude) <= 90 ? [] : ['latitude' as const]),
    ...(Math.abs(longitude) <= 180 ? [] : ['longitude' as const]),
    ...radiusFaults(fields),
  ];
  const circle = { latitude, longitude, radiusMeters: numberOf(fields.radius) };
  return { circle: faults.length > 0 ? 'none' : circle, faults };
}

const pointOf = (fields: Fields): Point => ({
  latitude: numberOf(fields.latitude),
  longitude: numberOf(fields.longitude),
});

function radiusFaults({ radius }: Fields): readonly CircleFault[] {
  const meters = numberOf(radius);
  return meters >= leastRadiusMeters && meters <= mostRadiusMeters ? [] : ['radius'];
}

/** « 45,5312 », « −73.5185 », « 1 500 »; what is none of these is not a number. */
function numberOf(text: string): number {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  return /^-?\d{1,6}(?:\.\d{1,12})?$/.test(plain) ? Number(plain) : Number.NaN;
}
