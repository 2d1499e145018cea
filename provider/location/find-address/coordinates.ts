import type { FoundPoint } from '../../../views/parts/map/model.ts';

const number = String.raw`([-−]?\d{1,3}(?:[.,]\d{1,8})?)`;
const pair = new RegExp(String.raw`^${number}\s*°?\s*([NS]?)\s*(?:[,;\s])\s*${number}\s*°?\s*([EOW]?)$`, 'i');

/** « 45.5312, -73.5185 », « 45,5312; -73,5185 », « 45.5312 N, 73.5185 O »: who forgets the sign is in Canada all the same. */
export function coordinatesIn(text: string): readonly FoundPoint[] {
  const [, first = '', northOrSouth = '', second = '', eastOrWest = ''] = pair.exec(text) ?? [];
  // Two whole numbers are a street and its number sooner than a point.
  if (!/[.,]/.test(first) || !/[.,]/.test(second)) return [];
  const latitude = signed(first, northOrSouth, /s/i);
  const longitude = signed(second, eastOrWest, /[ow]/i);
  const found = [longitude, ...(isUnsignedCanada(latitude, longitude, eastOrWest) ? [-longitude] : [])];
  return found
    .filter(() => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
    .map((each) => ({
      latitude,
      longitude: each,
      label: `${latitude}, ${each}`,
      province: 'none' as const,
      kind: 'coordinates' as const,
      precisionMeters: precisionOf(first, second),
    }))
    .toReversed();
}

function signed(text: string, letter: string, negative: RegExp): number {
  const value = Number(text.replace('−', '-').replace(',', '.'));
  return negative.test(letter) ? -Math.abs(value) : value;
}

const isUnsignedCanada = (latitude: number, longitude: number, letter: string) =>
  letter === '' && latitude > 41 && latitude < 84 && longitude > 52 && longitude < 142;

/** Half of the last figure that was typed; a hundredth of a degree is about a kilometre. */
function precisionOf(...typed: readonly string[]): number {
  const figures = Math.min(...typed.map((text) => text.split(/[.,]/)[1]?.length ?? 0));
  return Math.max(1, Math.round(111_000 / 10 ** figures / 2));
}
