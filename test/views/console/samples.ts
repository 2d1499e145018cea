import type { ConnectionLine, ConnectionsPage } from '../../../views/console/connections/model.ts';
import type { SaidEntry, Shell } from '../../../views/console/model.ts';
import type { ChecklistPage, ClosingPage } from '../../../views/console/padlock/model.ts';
import * as views from '../../../views/index.ts';
import type { Frame, Moment, UsedWith, Where } from '../../../views/model.ts';
import type { Cast } from '../samples.ts';
import { devicePages } from './devices-samples.ts';
import { personPages } from './person-samples.ts';
import { placePages } from './places-samples.ts';
import { ruleAndWhatIfPages } from './rules-samples.ts';

/** Monday 23 November 2026, 6:49 in Montréal. */
const now = Date.UTC(2026, 10, 23, 11, 49);
const hours = (count: number): number => count * 3_600_000;
const ago = (milliseconds: number): Moment => ({ at: now - milliseconds, now, timeZone: 'America/Toronto' });

const iPad: UsedWith = { device: 'tablet', browser: 'safari', model: 'iPad' };
const phone: UsedWith = { device: 'phone', browser: 'chrome', model: 'Android' };
const windows: UsedWith = { device: 'computer', browser: 'edge', model: 'Windows' };
const unseen: UsedWith = { device: 'unknown', browser: 'unknown', model: 'unknown' };
const longueuil: Where = { kind: 'city', city: 'Longueuil', region: 'Québec' };
const sherbrooke: Where = { kind: 'city', city: 'Sherbrooke', region: 'Québec' };
const laval: Where = { kind: 'city', city: 'Laval', region: 'Pays de la Loire' };

export const shellOf = (frame: Frame, cast: Cast, current: Shell['current'], pending = 2): Shell => ({
  frame,
  organizationName: cast.organization,
  firstName: 'Sylvie',
  logoutAction: '/reglages/deconnexion',
  current,
  pending,
});

const lines = (cast: Cast): readonly ConnectionLine[] => {
  const here: Where = { kind: 'place', name: cast.organization };
  const line = (
    id: string,
    [personName, jobTitle]: readonly [string, string],
    [usedWith, where, at, standing]: readonly [UsedWith, Where, number, ConnectionLine['standing']],
  ): ConnectionLine => ({
    id,
    personHref: `/reglages/personnes/${id}`,
    personName,
    jobTitle,
    email: 'none',
    usedWith,
    where,
    lastAttempt: ago(at),
    standing,
    requestHref: 'none',
  });
  return [
    line('1', [`${cast.firstName} ${cast.lastName}`, 'éducatrice'], [iPad, here, 30_000, 'authorized']),
    line('2', ['Marc Roy', 'directeur adjoint'], [phone, sherbrooke, hours(9.6), 'not-authorized']),
    line('3', ['Nadia Benali', 'éducatrice'], [windows, here, hours(18), 'authorized']),
    line('4', ['Élodie Saint-Laurent-Bélanger', 'none'], [unseen, laval, hours(80), 'refused']),
    line('5', ['Olivier Côté', 'cuisinier'], [iPad, { kind: 'unknown' }, hours(24 * 400), 'not-authorized']),
  ];
};

const never = [
  {
    personHref: '/reglages/personnes/8',
    personName: 'Anne-Sophie Gélinas',
    jobTitle: 'éducatrice',
    email: 'none',
  },
  {
    personHref: '/reglages/personnes/9',
    personName: 'Hélène Roy',
    jobTitle: 'none',
    email: 'helene.roy@papillons.test',
  },
] as const;

function connectionPages(frame: Frame, cast: Cast): [string, string][] {
  const connections: ConnectionsPage = {
    shell: shellOf(frame, cast, 'connections'),
    result: 'none',
    padlock: {
      state: 'closed',
      until: 'further-notice',
      href: '/reglages/cadenas/ouvrir',
      checklistHref: 'none',
    },
    counts: { people: 42, connections: 118, toCheck: 3 },
    filter: { application: 'all', period: '7-days', search: '', only: 'all' },
    toCheckHref: '/reglages/connexions?only=to-check',
    applications: [
      { id: 'amisgest-sdg', name: cast.application },
      { id: 'amisgest-mobile', name: 'Amisgest mobile' },
    ],
    lines: lines(cast),
    nextHref: '/reglages/connexions?apres=5',
    firstHref: 'these',
    neverSeen: [],
    newsHref: '/news',
  };
  const open = { state: 'open', href: '/reglages/cadenas/fermer', checklistHref: 'none' } as const;
  return [
    ['connections', views.connectionsPage(connections)],
    [
      'connections-open',
      views.connectionsPage({
        ...connections,
        shell: shellOf(frame, cast, 'connections', 0),
        padlock: { ...open, until: 'further-notice', checklistHref: '/reglages/avant-de-fermer' },
        lines: connections.lines.map((line) => ({ ...line, standing: 'open' })),
        nextHref: 'none',
      }),
    ],
    [
      'connections-open-until',
      views.connectionsPage({
        ...connections,
        shell: shellOf(frame, cast, 'connections', 1),
        padlock: { ...open, until: ago(-hours(1)) },
        counts: { people: 1, connections: 1, toCheck: 0 },
        lines: connections.lines.slice(0, 1),
        nextHref: 'none',
      }),
    ],
    [
      'connections-to-check',
      views.connectionsPage({
        ...connections,
        result: { kind: 'already-open', who: entriesOf(cast)[0] ?? 'unknown' },
        filter: { ...connections.filter, only: 'to-check' },
        lines: connections.lines.map((line, index) => ({
          ...line,
          personName: 'Julie Tremblay',
          email: `julie.tremblay${index}@papillons.test`,
          standing: 'waiting',
          requestHref: `/demandes/${line.id}`,
        })),
      }),
    ],
    [
      'connections-second',
      views.connectionsPage({
        ...connections,
        filter: { application: 'amisgest-mobile', period: 'all', search: '', only: 'all' },
        firstHref: '/reglages/connexions?period=all',
      }),
    ],
    [
      'connections-many',
      views.connectionsPage({
        ...connections,
        lines: Array.from({ length: 10 }).flatMap((_, index) =>
          lines(cast).map((line) => ({ ...line, id: `${line.id}-${index}` })),
        ),
      }),
    ],
    [
      'connections-nobody',
      views.connectionsPage({
        ...connections,
        shell: shellOf(frame, cast, 'connections', 0),
        padlock: { ...open, until: 'further-notice' },
        counts: { people: 0, connections: 0, toCheck: 0 },
        lines: [],
        nextHref: 'none',
      }),
    ],
    [
      'connections-nothing',
      views.connectionsPage({
        ...connections,
        filter: { application: 'all', period: 'today', search: cast.lastName, only: 'all' },
        lines: [],
        nextHref: 'none',
      }),
    ],
    [
      'connections-never',
      views.connectionsPage({
        ...connections,
        filter: { application: 'all', period: 'all', search: 'anne', only: 'all' },
        lines: [],
        nextHref: 'none',
        neverSeen: never,
      }),
    ],
  ];
}

export const entriesOf = (cast: Cast): readonly SaidEntry[] => [
  {
    act: 'connections.withdrawn',
    by: 'Marc Roy',
    about: `${cast.firstName} ${cast.lastName}`,
    at: ago(60_000),
  },
  { act: 'rule.added', by: 'operator', about: 'organization', at: ago(120_000) },
  { act: 'padlock.reclosed', by: 'system', about: 'organization', at: ago(180_000) },
];

function padlockPages(frame: Frame, cast: Cast): [string, string][] {
  const closing: ClosingPage = {
    shell: shellOf(frame, cast, 'padlock'),
    action: '/reglages/cadenas/fermer',
    cancelHref: '/reglages/connexions',
    result: 'none',
    shown: { version: 17, at: now },
    refused: 'none',
    authorizeMineAction: 'none',
    first: true,
    authorizes: 118,
    since: ago(hours(75)),
    members: 42,
    stopped: [
      {
        personName: `${cast.firstName} ${cast.lastName}`,
        personHref: '/reglages/personnes/1',
        remedy: { action: '/reglages/cadenas/autoriser-ligne', person: 'julie', browser: 'b1' },
        usedWith: iPad,
        where: longueuil,
        at: ago(hours(72)),
        times: 3,
        outcome: 'ask',
      },
      {
        personName: 'Marc Roy',
        personHref: '/reglages/personnes/2',
        remedy: { action: '/reglages/cadenas/autoriser-ligne', person: 'marc', browser: 'b2' },
        usedWith: phone,
        where: sherbrooke,
        at: ago(hours(9.6)),
        times: 1,
        outcome: 'ask',
      },
      {
        personName: 'Olivier Côté',
        personHref: '/reglages/personnes/5',
        remedy: 'none',
        usedWith: unseen,
        where: laval,
        at: ago(hours(1)),
        times: 12,
        outcome: 'deny',
      },
    ],
    moreStopped: 0,
    neverSeen: never,
  };
  const mine = { authorizeMineAction: '/reglages/cadenas/moi' } as const;
  const checklist: ChecklistPage = {
    shell: closing.shell,
    administrators: [`${cast.firstName} ${cast.lastName}`],
    ownConnection: 'todo',
    members: 42,
    neverSeen: never,
    namedPlaces: 0,
    sitesWithoutPhone: [cast.organization],
    stopped: 3,
  };
  return [
    ['closing', views.closingPage(closing)],
    ['closing-stale', views.closingPage({ ...closing, result: { kind: 'stale', entries: entriesOf(cast) } })],
    [
      'closing-line-authorized',
      views.closingPage({
        ...closing,
        result: { kind: 'authorized', undoAction: '/reglages/cadenas/annuler/1' },
      }),
    ],
    ['checklist', views.checklistPage(checklist)],
    [
      'checklist-ready',
      views.checklistPage({
        ...checklist,
        administrators: ['Sylvie Gagnon', 'Marc Roy'],
        ownConnection: 'done',
        neverSeen: [],
        namedPlaces: 2,
        sitesWithoutPhone: [],
        stopped: 0,
      }),
    ],
    [
      'confirm',
      views.confirmPage({
        shell: closing.shell,
        action: '/reglages/endroits/deplacer',
        hidden: { move: 'withdraw-all', count: '34' },
        asked: { kind: 'withdraw', count: 34 },
        error: 'none',
        cancelHref: '/reglages/endroits',
      }),
    ],
    [
      'confirm-wrong',
      views.confirmPage({
        shell: closing.shell,
        action: '/reglages/endroits/deplacer',
        hidden: {},
        asked: { kind: 'authorize', count: 21 },
        error: 'wrong',
        cancelHref: '/reglages/endroits',
      }),
    ],
    [
      'closing-again',
      views.closingPage({ ...closing, first: false, moreStopped: 12, since: ago(hours(24 * 30)) }),
    ],
    [
      'closing-calm',
      views.closingPage({
        ...closing,
        authorizes: 1,
        since: ago(hours(24 * 30)),
        stopped: [],
        neverSeen: [],
      }),
    ],
    [
      'closing-unobserved',
      views.closingPage({
        ...closing,
        authorizes: 0,
        since: 'never',
        stopped: [],
        neverSeen: never,
      }),
    ],
    ['closing-mine', views.closingPage({ ...closing, ...mine })],
    ['closing-refused-closer', views.closingPage({ ...closing, ...mine, refused: 'closer' })],
    ['closing-refused-administrators', views.closingPage({ ...closing, ...mine, refused: 'administrators' })],
    ['closing-refused-others', views.closingPage({ ...closing, refused: 'administrators' })],
    [
      'opening',
      views.openingPage({
        shell: shellOf(frame, cast, 'padlock'),
        action: '/reglages/cadenas/ouvrir',
        cancelHref: '/reglages/connexions',
      }),
    ],
  ];
}

/** Every state of every page of « Réglages ». */
export function consolePages(frame: Frame, cast: Cast): [string, string][] {
  return [
    ...connectionPages(frame, cast),
    ...padlockPages(frame, cast),
    ...personPages(cast, shellOf(frame, cast, 'person'), entriesOf(cast)),
    ...devicePages(cast, shellOf(frame, cast, 'devices'), entriesOf(cast)),
    ...placePages(cast, shellOf(frame, cast, 'places')),
    ...ruleAndWhatIfPages(
      cast,
      { rules: shellOf(frame, cast, 'rules'), whatIf: shellOf(frame, cast, 'what-if') },
      entriesOf(cast),
    ),
  ];
}
