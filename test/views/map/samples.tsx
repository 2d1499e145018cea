import { Page } from '../../../views/layout.tsx';
import type { Frame } from '../../../views/model.ts';
import { Button } from '../../../views/parts/button.tsx';
import { CircleFields } from '../../../views/parts/map/circle-fields.tsx';
import type { CircleFieldsValue, MapMarker, MapValue, MarkerTone } from '../../../views/parts/map/model.ts';
import { PlaceMap } from '../../../views/parts/map/place-map.tsx';
import { renderDocument } from '../../../views/render.ts';
import type { Cast } from '../samples.ts';

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

const blank: Omit<CircleFieldsValue, 'language'> = {
  id: 'circle',
  drawHref: '/draw',
  address: '',
  found: 'not-asked',
  latitude: '',
  longitude: '',
  radius: '300',
  faults: [],
  circle: 'none',
  here: 'unknown',
  others: [],
};
const town = {
  latitude: 45.5152,
  longitude: -73.4682,
  label: 'Longueuil',
  province: 'QC',
  kind: 'municipality',
  precisionMeters: 7000,
} as const;
const otherTown = { ...town, latitude: 45.4865, longitude: -73.4622, label: 'Greenfield Park' } as const;

/** The fields of a circle as the page of a place meets them. */
const circles: Readonly<Record<string, Omit<CircleFieldsValue, 'language'>>> = {
  empty: { ...blank, here: { latitude: 45.53, longitude: -73.52 } },
  found: {
    ...blank,
    address: '123, rue Saint-Charles, Longueuil J4K 1A1',
    found: [town, otherTown],
    latitude: '45.5152',
    longitude: '-73.4682',
    circle: { latitude: 45.5152, longitude: -73.4682, radiusMeters: 300 },
    others: [papillonsCircle],
  },
  'found-nothing': { ...blank, address: 'chez nous', found: [] },
  faults: {
    ...blank,
    latitude: '95',
    longitude: 'ouest',
    radius: '2',
    faults: ['latitude', 'longitude', 'radius'],
  },
};

export function mapPages(frame: Frame, cast: Cast): readonly (readonly [string, string])[] {
  const { language } = frame;
  const title = `${cast.firstName} ${cast.lastName}`;
  const named = <Labelled extends { readonly label: string }>(all: readonly Labelled[]) =>
    all.map((each) => (each.label === papillonsCircle.label ? { ...each, label: cast.organization } : each));
  const shown = Object.entries(maps).map(([name, map]) => {
    const value = { ...map, markers: named(map.markers), circles: named(map.circles), language, title };
    return [
      `map-${name}`,
      renderDocument(
        <Page frame={frame} title={title} width="wide">
          <h1>{title}</h1>
          <PlaceMap value={{ ...value, id: `map-${name}` }} />
        </Page>,
      ),
    ] as const;
  });
  const chosen = Object.entries(circles).map(([name, circle]) => {
    const value = { ...circle, others: named(circle.others), language };
    return [
      `circle-${name}`,
      renderDocument(
        <Page frame={frame} title={cast.organization} width="wide" scripts={['map.js']}>
          <h1>{cast.organization}</h1>
          <form method="post" action="/place">
            <CircleFields value={value} />
            <Button look="main">OK</Button>
          </form>
        </Page>,
      ),
    ] as const;
  });
  return [...shown, ...chosen];
}
