import type {
  DeviceDone,
  DeviceLine,
  DevicePage,
  DevicesPage,
} from '../../../views/console/devices/model.ts';
import type { SaidEntry, Shell } from '../../../views/console/model.ts';
import * as views from '../../../views/index.ts';
import type { Moment, UsedWith, Where } from '../../../views/model.ts';
import type { Cast } from '../samples.ts';

/** Monday 23 November 2026, 6:49 in Montréal. */
const now = Date.UTC(2026, 10, 23, 11, 49);
const hours = (count: number): number => count * 3_600_000;
const ago = (milliseconds: number): Moment => ({ at: now - milliseconds, now, timeZone: 'America/Toronto' });

const iPad: UsedWith = { device: 'tablet', browser: 'safari', model: 'iPad' };
const phone: UsedWith = { device: 'phone', browser: 'chrome', model: 'Android' };
const windows: UsedWith = { device: 'computer', browser: 'edge', model: 'Windows' };
const unseen: UsedWith = { device: 'unknown', browser: 'unknown', model: 'unknown' };
const sherbrooke: Where = { kind: 'city', city: 'Sherbrooke', region: 'Québec' };
const shown = { shown: 'as it was', since: now };

const linesOf = (cast: Cast): readonly DeviceLine[] => {
  const here: Where = { kind: 'place', name: cast.organization };
  const julie = `${cast.firstName} ${cast.lastName}`;
  return [
    {
      href: '/reglages/appareils/1',
      name: 'iPad des Coccinelles',
      usedWith: iPad,
      people: [julie, 'Nadia Benali', 'Isabelle Pelletier', 'Marc Roy', 'Fatou Diallo'],
      lastUsed: ago(30_000),
      where: here,
      browsers: 2,
      shared: true,
      stolen: false,
    },
    {
      href: '/reglages/appareils/2',
      name: 'none',
      usedWith: windows,
      people: ['Marc Roy'],
      lastUsed: ago(hours(9.6)),
      where: sherbrooke,
      browsers: 1,
      shared: false,
      stolen: false,
    },
    {
      href: '/reglages/appareils/3',
      name: 'none',
      usedWith: phone,
      people: [julie],
      lastUsed: ago(hours(24 * 400)),
      where: { kind: 'unknown' },
      browsers: 1,
      shared: true,
      stolen: true,
    },
    {
      href: '/reglages/appareils/4',
      name: cast.organization,
      usedWith: unseen,
      people: [],
      lastUsed: 'never',
      where: { kind: 'unknown' },
      browsers: 1,
      shared: false,
      stolen: true,
    },
  ];
};

const results = (entries: readonly SaidEntry[]): Readonly<Record<string, DeviceDone>> => ({
  described: { kind: 'described', undoAction: 'none' },
  shared: { kind: 'shared', undoAction: '/undo' },
  'not-shared': { kind: 'not-shared', undoAction: '/undo' },
  joined: { kind: 'joined', undoAction: '/undo' },
  separated: { kind: 'separated', undoAction: '/undo' },
  stolen: { kind: 'stolen', undoAction: 'none' },
  found: { kind: 'found', undoAction: 'none' },
  undone: { kind: 'undone', undoAction: 'none' },
  'locks-out': { kind: 'locks-out', undoAction: 'none' },
  'name-too-long': { kind: 'name-too-long', undoAction: 'none' },
  'nothing-chosen': { kind: 'nothing-chosen', undoAction: 'none' },
  stale: { kind: 'stale', entries },
});

/** Every state of « Appareils ». */
export function devicePages(cast: Cast, shell: Shell, entries: readonly SaidEntry[]): [string, string][] {
  const lines = linesOf(cast);
  const list: DevicesPage = {
    shell,
    filter: { only: 'all', search: '' },
    counts: { all: 4, shared: 2, stolen: 2 },
    devices: lines,
    nextHref: 'none',
    firstHref: 'these',
  };
  const here: Where = { kind: 'place', name: cast.organization };
  const user = (name: string, id: string, at: number) => ({
    personHref: `/reglages/personnes/${id}`,
    personName: name,
    usedWith: iPad,
    where: here,
    at: ago(at),
  });
  const page: DevicePage = {
    shell,
    href: '/reglages/appareils/1',
    backHref: '/reglages/appareils',
    done: 'none',
    shown,
    name: 'iPad des Coccinelles',
    typedName: 'iPad des Coccinelles',
    usedWith: iPad,
    saidKind: 'tablet',
    shared: true,
    proposal: 'none',
    stolenAt: 'not-stolen',
    own: false,
    browsers: [
      { id: 'safari', usedWith: iPad, lastUsed: ago(30_000), own: false },
      { id: 'app', usedWith: { ...iPad, browser: 'app' }, lastUsed: 'never', own: false },
    ],
    users: [user(`${cast.firstName} ${cast.lastName}`, '1', 30_000), user('Nadia Benali', '2', hours(20))],
    moreUsers: 12,
  };
  const [own] = page.browsers;
  const alone: DevicePage = {
    ...page,
    name: 'none',
    typedName: '',
    saidKind: 'unknown',
    shared: false,
    own: true,
    browsers: own ? [{ ...own, own: true }] : [],
    moreUsers: 0,
  };
  const joining = {
    shell,
    href: page.href,
    action: `${page.href}/joindre`,
    shown,
    name: page.name,
    usedWith: iPad,
    search: '',
    nothingChosen: false,
    others: lines.slice(1).map((device, index) => ({ value: `${index}.as-it-was`, device })),
    nextHref: '/older',
  };
  const lost = {
    shell,
    href: page.href,
    action: `${page.href}/perdu`,
    shown,
    hidden: {},
    why: 'report',
    name: page.name,
    usedWith: iPad,
    own: false,
    people: [`${cast.firstName} ${cast.lastName}`, 'Nadia Benali'],
  } as const;
  return [
    ['devices', views.devicesPage(list)],
    [
      'devices-older',
      views.devicesPage({
        ...list,
        filter: { only: 'shared', search: cast.lastName },
        nextHref: '/reglages/appareils?apres=1.a',
        firstHref: '/reglages/appareils',
      }),
    ],
    ['devices-nothing', views.devicesPage({ ...list, devices: [] })],
    ['devices-none', views.devicesPage({ ...list, devices: [], counts: { all: 0, shared: 0, stolen: 0 } })],
    ['device', views.devicePage(page)],
    ['device-alone', views.devicePage({ ...alone, proposal: 'tablet' })],
    ['device-proposed', views.devicePage({ ...alone, proposal: 'several-people' })],
    ['device-not-shared', views.devicePage(alone)],
    ['device-lost', views.devicePage({ ...page, stolenAt: ago(hours(30)) })],
    ['device-nobody', views.devicePage({ ...page, name: cast.organization, users: [], moreUsers: 0 })],
    ...Object.entries(results(entries)).map(([name, done]): [string, string] => [
      `device-${name}`,
      views.devicePage({ ...page, done }),
    ]),
    ['device-join', views.joinDevicePage(joining)],
    [
      'device-join-nothing-chosen',
      views.joinDevicePage({ ...joining, name: 'none', nothingChosen: true, nextHref: 'none' }),
    ],
    ['device-join-none', views.joinDevicePage({ ...joining, others: [], search: 'x' })],
    ['device-report', views.lostDevicePage(lost)],
    ['device-report-own', views.lostDevicePage({ ...lost, own: true, name: 'none' })],
    ['device-join-stolen', views.lostDevicePage({ ...lost, why: 'join', hidden: { other: '1.as-it-was' } })],
  ];
}
