import { Page } from '../../../views/layout.tsx';
import type { Language } from '../../../views/model.ts';
import type { MapMarker, MapValue, MarkerTone } from '../../../views/parts/map/model.ts';
import { PlaceMap } from '../../../views/parts/map/place-map.tsx';
import { renderDocument } from '../../../views/render.ts';
import { frameIn } from '../samples.ts';

const places = {
  papillons: ['CPE Les Papillons', 45.531, -73.518],
  longueuil: ['Longueuil', 45.53, -73.52],
  brossard: ['Brossard', 45.46, -73.46],
  sherbrooke: ['Sherbrooke', 45.4, -71.89],
  quebec: ['Québec', 46.81, -71.21],
  paris: ['Paris (Île-de-France)', 48.86, 2.35],
  montreal: ['Montréal', 45.55, -73.6],
  saintLambert: ['Saint-Lambert', 45.5, -73.51],
  boucherville: ['Boucherville', 45.59, -73.44],
  laPrairie: ['La Prairie', 45.42, -73.5],
  chambly: ['Chambly', 45.45, -73.29],
  laval: ['Laval', 45.57, -73.69],
} as const;
type PlaceName = keyof typeof places;

const tones: readonly MarkerTone[] = ['authorized', 'not-authorized', 'neutral'];

export function markersAt(
  names: readonly PlaceName[],
  toneOf: (index: number) => MarkerTone = (index) => tones[index % 3] ?? 'neutral',
): readonly MapMarker[] {
  return names.map((name, index) => {
    const [label, latitude, longitude] = places[name];
    const kind = name === 'papillons' ? 'place' : 'city';
    return {
      label,
      latitude,
      longitude,
      radiusKilometers: kind === 'place' ? 'unknown' : 5,
      kind,
      tone: toneOf(index),
      number: index + 1,
    };
  });
}

const papillonsCircle = {
  label: 'CPE Les Papillons',
  latitude: 45.531,
  longitude: -73.518,
  radiusMeters: 900,
};
const ten: readonly PlaceName[] = [
  'papillons',
  'longueuil',
  'brossard',
  'saintLambert',
  'boucherville',
  'laPrairie',
  'chambly',
  'laval',
  'montreal',
  'longueuil',
];
const [here] = markersAt(['longueuil'], () => 'neutral');

/** What the maps of the demonstration show, and what they must bear. */
export const maps: Readonly<Record<string, Pick<MapValue, 'markers' | 'circles' | 'size'>>> = {
  longueuil: { markers: markersAt(['longueuil']), circles: [], size: 'large' },
  quebec: {
    markers: markersAt(['longueuil', 'brossard', 'sherbrooke', 'quebec']),
    circles: [],
    size: 'large',
  },
  atlantic: { markers: markersAt(['longueuil', 'paris']), circles: [], size: 'large' },
  ten: { markers: markersAt(ten), circles: [papillonsCircle], size: 'large' },
  small: { markers: here ? [{ ...here, kind: 'here' }] : [], circles: [papillonsCircle], size: 'small' },
  empty: { markers: [], circles: [], size: 'large' },
};

export function mapPages(language: Language): ReadonlyMap<string, string> {
  const frame = frameIn(language);
  return new Map(
    Object.entries(maps).map(([name, map]) => [
      `map-${name}`,
      renderDocument(
        <Page frame={frame} title="Julie Tremblay" width="wide">
          <h1>Julie Tremblay</h1>
          <PlaceMap value={{ ...map, language, id: name, title: 'Endroits de Julie Tremblay' }} />
        </Page>,
      ),
    ]),
  );
}
