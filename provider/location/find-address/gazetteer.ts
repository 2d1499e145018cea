import { readFileSync } from 'node:fs';
import type { FoundPoint } from '../../../views/parts/map/model.ts';
import type { Province } from '../../../views/words/provinces.ts';

type MunicipalityRow = readonly [
  name: string,
  province: Province,
  latitude: number,
  longitude: number,
  precisionMeters: number,
];
interface Named {
  readonly province: Province;
  readonly point: FoundPoint;
}
/** By what `plain` makes of their names, the most populous first, Québec before the rest. */
type Gazetteer = ReadonlyMap<string, readonly Named[]>;

let gazetteer: Gazetteer | undefined;

/** Says nothing of where it is, here: it is only kept out of the names. */
const postalCode = /(?<![a-z\d])[abceghj-nprstvxy]\d[a-z](?:[\s-]?\d[a-z]\d)?(?![a-z\d])/i;

/**
 * « 123, rue Saint-Charles, Longueuil (QC) »: of the names in it, those of the last part between commas, the longest
 * first; before them comes nothing but a street. A name that is only begun is completed.
 */
export function municipalitiesNamedIn(text: string): readonly FoundPoint[] {
  const municipalities = read();
  const parts = text
    .replace(postalCode, '')
    .split(/[,;\n()]/)
    .map(plain)
    .filter(Boolean);
  const wanted = provinceWanted(text);
  // « Longueuil Québec » names a town and its province; « Québec », and « ville de Québec », only the town.
  const apart = parts.map((part) => part.replace(provinceOrCountry, '').trim());
  for (const part of [...apart.toReversed(), ...parts.toReversed()]) {
    const named = namesIn(part, municipalities).flatMap((name) => municipalities.get(name) ?? []);
    if (named.length > 0) return preferred(named, wanted);
  }
  return preferred(begunBy(parts.at(-1) ?? ''), wanted);
}

const provinceOrCountry = /(?:(?:^| )(?:qc|quebec|pq|on|ontario|nb|nouveau brunswick|canada))+$/;
const provinceWanted = (text: string) => /[\s,(](QC|ON|NB|NS|PE|NL|MB|SK|AB|BC|YT|NT|NU)\b/.exec(text)?.[1];

const preferred = (named: readonly Named[], province: string | undefined) => {
  const there = named.filter((each) => each.province === province);
  return (there.length > 0 ? there : named).map(({ point }) => point);
};

const mostWords = 7;

/** The longest first, then the last, none inside another: « Saint-Jean-sur-Richelieu » does not name Richelieu. */
function namesIn(part: string, known: ReadonlyMap<string, unknown>): readonly string[] {
  const words = part.split(' ');
  const found: { readonly name: string; readonly from: number; readonly to: number }[] = [];
  for (let length = Math.min(mostWords, words.length); length > 0; length -= 1)
    for (let from = words.length - length; from >= 0; from -= 1) {
      const to = from + length;
      const name = words.slice(from, to).join(' ');
      if (known.has(name) && found.every((other) => to <= other.from || from >= other.to))
        found.push({ name, from, to });
    }
  return found.map(({ name }) => name);
}

function begunBy(beginning: string): readonly Named[] {
  if (beginning.length < 3) return [];
  return [...read()].flatMap(([name, named]) => (name.startsWith(beginning) ? named : [])).slice(0, 5);
}

/** « St-Hubert » and « saint hubert » are one name. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^a-z\d]+/g, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte');
}

/** Read when the first address is looked for, then kept. */
function read(): Gazetteer {
  if (gazetteer) return gazetteer;
  // What `data/make.js` wrote: the type says its shape, which a test compares.
  const rows: readonly MunicipalityRow[] = JSON.parse(
    readFileSync(new URL('./data/municipalities.json', import.meta.url), 'utf8'),
  );
  const municipalities = new Map<string, readonly Named[]>();
  for (const [label, province, latitude, longitude, precisionMeters] of rows) {
    const point = { latitude, longitude, label, province, kind: 'municipality', precisionMeters } as const;
    const all = [...(municipalities.get(plain(label)) ?? []), { province, point }];
    municipalities.set(plain(label), [
      ...all.filter((each) => each.province === 'QC'),
      ...all.filter((each) => each.province !== 'QC'),
    ]);
  }
  gazetteer = municipalities;
  return gazetteer;
}
