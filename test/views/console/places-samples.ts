import type { PlaceId, UserId } from '../../../policies/facts.ts';
import type { Shell } from '../../../views/console/model.ts';
import type {
  PersonThere,
  PlaceForm,
  PlaceLine,
  PlaceList,
  PlacePage,
  PlacesPage,
  PlacesSaid,
} from '../../../views/console/places/model.ts';
import * as views from '../../../views/index.ts';
import type { Moment, NamedRule } from '../../../views/model.ts';
import type { CircleFieldsValue } from '../../../views/parts/map/model.ts';
import type { Cast } from '../samples.ts';

/** Monday 23 November 2026, 6:49 in Montréal. */
const now = Date.UTC(2026, 10, 23, 11, 49);
const ago = (milliseconds: number): Moment => ({ at: now - milliseconds, now, timeZone: 'America/Toronto' });
const hour = 3_600_000;

const person = (name: string, standing: PersonThere['standing'] = 'let-in'): PersonThere => ({
  name,
  href: `/reglages/personnes/${encodeURIComponent(name)}`,
  standing,
});

const line = (field: string, people: readonly PersonThere[], more: Partial<PlaceLine> = {}): PlaceLine => ({
  field: `ligne-${field}`,
  shown: `shown of ${field}`,
  where: { kind: 'city', city: 'Montréal', region: 'Québec' },
  owner: 'unknown',
  line: 'unknown',
  href: `/reglages/endroits/nouveau?reseau=${field}`,
  networks: [field],
  moreNetworks: 0,
  lastAttempt: ago(hour),
  people,
  morePeople: 0,
  total: people.length,
  waits: people.filter(({ standing }) => standing === 'waits').length,
  refused: people.filter(({ standing }) => standing === 'refused').length,
  everyone: false,
  movable: true,
  own: false,
  ...more,
});

const list = (lines: readonly PlaceLine[], more: Partial<PlaceList> = {}): PlaceList => ({
  total: lines.length,
  all: lines.filter(({ movable }) => movable).length,
  allShown: 'all of them',
  lines,
  nextHref: 'none',
  firstHref: 'these',
  ...more,
});

const results: Readonly<Record<string, PlacesSaid>> = {
  authorized: {
    kind: 'authorized',
    lines: 2,
    people: 7,
    stillStopped: 0,
    keptOwn: false,
    undoAction: '/undo',
  },
  withdrawn: { kind: 'withdrawn', lines: 1, people: 1, stillStopped: 0, keptOwn: true, undoAction: '/undo' },
  'still-stopped': {
    kind: 'authorized',
    lines: 1,
    people: 4,
    stillStopped: 2,
    keptOwn: false,
    undoAction: '/undo',
  },
  'nothing-chosen': { kind: 'nothing-chosen' },
  'own-connection': {
    kind: 'withdrawn',
    lines: 0,
    people: 0,
    stillStopped: 0,
    keptOwn: true,
    undoAction: 'none',
  },
  'already-so': {
    kind: 'authorized',
    lines: 1,
    people: 1,
    stillStopped: 0,
    keptOwn: false,
    undoAction: 'none',
  },
  removed: { kind: 'place-removed', undoAction: '/undo' },
  undone: { kind: 'undone' },
  already: { kind: 'already' },
  'locks-out': { kind: 'locks-out' },
  stale: {
    kind: 'stale',
    entries: [{ act: 'places.authorized', by: 'Marc Roy', about: 'organization', at: ago(60_000) }],
  },
};

const noForm: PlaceForm = {
  action: '/reglages/endroits/nouveau',
  name: '',
  sites: [],
  siteId: 'none',
  ranges: '198.51.100.24',
  circle: 'none',
  drawHref: '/reglages/endroits/nouveau',
  hasCircle: false,
  now: 'as-shown',
  faults: [],
  doubts: [],
  growth: 'none',
  hidden: {},
};

/** « Tous les endroits », a place by its name, and how it gets one. */
export function placePages(cast: Cast, shell: Shell): [string, string][] {
  const julie = `${cast.firstName} ${cast.lastName}`;
  const centre: PlaceLine = line(
    'centre',
    [
      person(julie),
      person('Marc Roy'),
      person('Nadia Benali', 'always'),
      person('Rosa Hernández', 'apart'),
      person('Étienne Poirier'),
    ],
    {
      where: { kind: 'place', name: cast.organization },
      href: '/reglages/endroits/centre',
      networks: ['198.51.100.24', '198.51.100.25', '2001:db8:0:7::/64'],
      moreNetworks: 2,
      lastAttempt: ago(20_000),
      everyone: true,
      own: true,
      morePeople: 1,
      total: 6,
    },
  );
  const page: PlacesPage = {
    shell,
    padlock: 'closed',
    said: 'none',
    search: '',
    searchAction: '/reglages/endroits',
    moveAction: '/reglages/endroits/deplacer',
    at: now,
    notAuthorized: list(
      [
        line('24.48.0.17', [person('Marc Roy', 'waits')], {
          owner: 'Vidéotron',
          lastAttempt: ago(9.6 * hour),
        }),
        line(
          '142.118.7.1',
          [person(julie, 'waits'), person('Nadia Benali', 'refused'), person('Rosa Hernández')],
          {
            owner: 'Bell Mobilité',
            line: 'mobile',
            lastAttempt: ago(30 * hour),
          },
        ),
        line('10.0.0.4', [person('Étienne Poirier', 'apart')], {
          where: { kind: 'local' },
          movable: false,
          lastAttempt: ago(900 * hour),
        }),
      ],
      { all: 2 },
    ),
    authorized: list([
      centre,
      line('203.0.113.9', [person('Rosa Hernández'), person('Étienne Poirier')], {
        where: { kind: 'city', city: 'Laval', region: 'Pays de la Loire' },
        owner: 'Un hébergeur partagé',
        line: 'shared',
      }),
    ]),
    unobserved: 0,
    since: 'all',
    places: [
      { name: cast.organization, href: '/reglages/endroits/centre' },
      { name: 'Installation de Brossard', href: '/reglages/endroits/brossard' },
    ],
    newHref: '/reglages/endroits/nouveau',
  };
  const many = (side: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      line(`${side}${index}`, [person('Marc Roy', side === 'n' ? 'waits' : 'let-in')], {
        owner: 'Vidéotron',
      }),
    );
  return [
    ['places', views.placesPage(page)],
    ['places-open-waiting', views.placesPage({ ...page, padlock: 'open' })],
    ['places-open', views.placesPage({ ...page, padlock: 'open', notAuthorized: list([]), unobserved: 3 })],
    ['places-none-authorized', views.placesPage({ ...page, authorized: list([]), unobserved: 1 })],
    [
      'places-nobody',
      views.placesPage({ ...page, notAuthorized: list([]), authorized: list([]), places: [] }),
    ],
    [
      'places-nothing',
      views.placesPage({ ...page, search: 'gatineau', notAuthorized: list([]), authorized: list([]) }),
    ],
    [
      'places-many',
      views.placesPage({
        ...page,
        search: 'marc',
        since: ago(900 * hour),
        notAuthorized: list(many('n', 25), {
          total: 1_204,
          all: 1_180,
          nextHref: '/reglages/endroits?apres-gauche=1',
          firstHref: '/reglages/endroits',
        }),
        authorized: list(many('a', 25), { total: 26, all: 26, nextHref: '/reglages/endroits?apres=1' }),
      }),
    ],
    ...Object.entries(results).map(([name, said]): [string, string] => [
      `places-${name}`,
      views.placesPage({ ...page, said }),
    ]),
    ...namingPages(shell, cast),
    ...onePlacePages(shell, cast, centre),
  ];
}

function namingPages(shell: Shell, cast: Cast): [string, string][] {
  const circle: CircleFieldsValue = {
    language: shell.frame.language,
    id: 'circle',
    drawHref: '/reglages/endroits/nouveau',
    address: 'Longueuil',
    found: 'not-asked',
    latitude: '45.53',
    longitude: '-73.52',
    radius: '300',
    faults: [],
    circle: { latitude: 45.53, longitude: -73.52, radiusMeters: 300 },
    here: 'unknown',
    others: [],
  };
  const cancelHref = '/reglages/endroits';
  return [
    ['place-new', views.newPlacePage({ shell, form: noForm, cancelHref })],
    ['place-new-circle', views.newPlacePage({ shell, form: { ...noForm, ranges: '', circle }, cancelHref })],
    [
      'place-new-faults',
      views.newPlacePage({
        shell,
        form: {
          ...noForm,
          ranges: '0.0.0.0/0\nchez-nous\n2001:db8::1/128',
          faults: [
            { kind: 'no-name' },
            { kind: 'too-wide', text: '0.0.0.0/0' },
            { kind: 'unreadable', text: cast.organization },
            { kind: 'too-narrow', text: '2001:db8::1/128' },
            { kind: 'circle' },
          ],
        },
        cancelHref,
      }),
    ],
    [
      'place-new-doubts',
      views.newPlacePage({
        shell,
        form: {
          ...noForm,
          name: cast.organization,
          ranges: '198.51.0.0/16\n142.118.7.1\n203.0.113.9',
          sites: [
            { id: 'longueuil', name: 'Longueuil' },
            { id: 'brossard', name: 'Brossard' },
          ],
          siteId: 'brossard',
          doubts: [
            { kind: 'wide', text: '198.51.0.0/16', holds: 65_536 },
            { kind: 'mobile', text: '142.118.7.1', owner: 'Bell Mobilité' },
            { kind: 'shared', text: '203.0.113.9', owner: 'unknown' },
          ],
        },
        cancelHref,
      }),
    ],
  ];
}

function onePlacePages(shell: Shell, cast: Cast, centre: PlaceLine): [string, string][] {
  const { people, morePeople } = centre;
  // The brands of ids exist in types only.
  const [placeId, userId] = ['centre' as PlaceId, 'julie' as UserId];
  const rules: readonly NamedRule[] = [
    {
      effect: 'allow',
      conditions: { place: cast.organization },
      validFrom: 'always',
      validUntil: 'always',
    },
    {
      effect: 'deny',
      conditions: { place: cast.organization, person: `${cast.firstName} ${cast.lastName}` },
      validFrom: 'always',
      validUntil: ago(-100 * hour),
    },
  ];
  const page: PlacePage = {
    shell,
    padlock: 'closed',
    name: cast.organization,
    said: 'none',
    form: {
      ...noForm,
      action: `/reglages/endroits/${placeId}`,
      name: cast.organization,
      hidden: { shown: 'shown', depuis: String(now) },
    },
    everyone: true,
    everyoneAction: `/reglages/endroits/${placeId}/tout-le-monde`,
    at: now,
    people,
    morePeople,
    rules,
    moreRules: 0,
    removeHref: `/reglages/endroits/${placeId}/retirer?${userId}`,
  };
  const removal = {
    shell,
    name: cast.organization,
    action: `/reglages/endroits/${placeId}/retirer`,
    hidden: { shown: 'shown' },
    cancelHref: `/reglages/endroits/${placeId}`,
    rules,
    moreRules: 12,
  };
  const saids: readonly PlacesSaid[] = [
    { kind: 'place-added' },
    { kind: 'place-changed', undoAction: '/undo' },
    { kind: 'everyone', undoAction: '/undo' },
    { kind: 'no-longer-everyone', undoAction: '/undo' },
  ];
  return [
    ['place', views.placePage(page)],
    ['place-open', views.placePage({ ...page, padlock: 'open', people: [person('Marc Roy', 'waits')] })],
    ['place-nobody', views.placePage({ ...page, everyone: false, people: [], morePeople: 0, rules: [] })],
    [
      'place-stale',
      views.placePage({
        ...page,
        said: { kind: 'stale', entries: [] },
        form: { ...page.form, now: { name: 'Le pavillon', ranges: ['198.51.100.0/28'] } },
      }),
    ],
    [
      'place-grows',
      views.placePage({
        ...page,
        form: {
          ...page.form,
          ranges: '198.51.100.24\n203.0.113.0/24',
          growth: { authorizations: 3, refusals: 1, everyone: true, shown: 'all that would hold' },
        },
      }),
    ],
    ...saids.map((said): [string, string] => [`place-${said.kind}`, views.placePage({ ...page, said })]),
    ['place-removal', views.removePlacePage(removal)],
    ['place-removal-nothing', views.removePlacePage({ ...removal, rules: [], moreRules: 0 })],
  ];
}
