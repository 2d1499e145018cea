import type { RuleId } from '../../../policies/facts.ts';
import type { SaidEntry, Shell } from '../../../views/console/model.ts';
import type {
  ChoiceList,
  ConnectionChoice,
  HistoryEvent,
  Moved,
  PersonPage,
  PersonTold,
  ToldReason,
} from '../../../views/console/person/model.ts';
import type { ToldRule } from '../../../views/console/rules/model.ts';
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
const montreal: Where = { kind: 'city', city: 'Montréal', region: 'Québec' };
const sherbrooke: Where = { kind: 'city', city: 'Sherbrooke', region: 'Québec' };
const laval: Where = { kind: 'city', city: 'Laval', region: 'Pays de la Loire' };
// The brands of ids exist in types only.
const ruleId = 'rule' as RuleId;

const plain = (
  ...kinds: readonly ('new-browser' | 'new-network' | 'device-stolen')[]
): readonly ToldReason[] => kinds.map((kind) => ({ reason: { kind }, rule: 'none' }));

const moves = (entries: readonly SaidEntry[]): Readonly<Record<string, Moved>> => ({
  authorized: { kind: 'authorized', count: 2, undoAction: '/undo' },
  withdrawn: { kind: 'withdrawn', count: 1, undoAction: '/undo' },
  'nothing-chosen': { kind: 'nothing-chosen' },
  'own-connection': { kind: 'own-connection' },
  undone: { kind: 'undone' },
  'locks-out': { kind: 'locks-out' },
  'locks-you-out': { kind: 'locks-you-out' },
  'access-changed': { kind: 'access-changed', undoAction: '/undo' },
  'still-refused': { kind: 'still-refused', count: 2, undoAction: '/undo' },
  stale: { kind: 'stale', entries },
});

const listed = (
  choices: readonly ConnectionChoice[],
  movable: number,
  count = choices.length,
): ChoiceList => ({
  count,
  choices,
  movable,
  shown: 'as it was',
});
const none = listed([], 0);

function choicesOf(cast: Cast) {
  const here: Where = { kind: 'place', name: cast.organization };
  const person = `${cast.firstName} ${cast.lastName}`;
  const rule: ToldRule = {
    href: '/reglages/autorisations/rule',
    rule: {
      effect: 'allow',
      conditions: { person, browser: iPad, place: cast.organization },
      validFrom: 'always',
      validUntil: ago(-hours(24 * 10)),
    },
    origin: 'approval',
    by: 'Marc Roy',
    since: ago(hours(24 * 20)),
    over: 'living',
  };
  const refusal: ToldRule = {
    ...rule,
    rule: { ...rule.rule, effect: 'deny', validUntil: 'always' },
    by: 'nobody',
    over: ago(hours(2)),
  };
  const notAuthorized: ConnectionChoice = {
    field: 'c1',
    usedWith: phone,
    where: montreal,
    network: '24.48.0.17',
    lastAttempt: ago(hours(9.6)),
    standing: 'not-authorized',
    reasons: plain('new-browser', 'new-network'),
    stolen: false,
    own: false,
  };
  const authorized: ConnectionChoice = {
    ...notAuthorized,
    standing: 'authorized',
    reasons: [{ reason: { kind: 'authorized', ruleId }, rule }],
  };
  return { here, person, rule, refusal, notAuthorized, authorized };
}

/** Attempts, and what administrators did meanwhile. */
function historyOf(cast: Cast): readonly HistoryEvent[] {
  const { here, rule, refusal } = choicesOf(cast);
  const attempt = {
    kind: 'attempt',
    at: ago(30_000),
    outcome: 'allow',
    applicationName: cast.application,
    usedWith: iPad,
    where: here,
    reasons: [{ reason: { kind: 'authorized', ruleId }, rule }],
  } as const;
  return [
    attempt,
    {
      kind: 'act',
      entry: { act: 'access.changed', by: 'Sylvie Gagnon', about: 'organization', at: ago(hours(3)) },
      access: 'by_rules',
    },
    {
      ...attempt,
      at: ago(hours(9.6)),
      outcome: 'ask',
      usedWith: phone,
      where: sherbrooke,
      reasons: [{ reason: { kind: 'impossible-travel', kilometers: 1_540, hours: 1.2 }, rule: 'none' }],
    },
    {
      kind: 'act',
      entry: { act: 'connections.withdrawn', by: 'operator', about: 'organization', at: ago(hours(40)) },
      access: 'same',
    },
    {
      ...attempt,
      at: ago(hours(90)),
      outcome: 'deny',
      usedWith: unseen,
      where: laval,
      reasons: [{ reason: { kind: 'refused', ruleId }, rule: refusal }],
    },
  ];
}

/** Every state of the pages about one person. */
export function personPages(cast: Cast, shell: Shell, entries: readonly SaidEntry[]): [string, string][] {
  const { here, person: personName, refusal, notAuthorized, authorized } = choicesOf(cast);
  const told: PersonTold = {
    shell,
    personName,
    firstName: cast.firstName,
    jobTitle: 'éducatrice',
    email: 'julie.tremblay@papillons.test',
  };
  const person: PersonPage = {
    ...told,
    whatIfHref: '/reglages/et-si?person=1',
    newRuleHref: '/reglages/autorisations/nouvelle?person=1',
    backHref: '/reglages/connexions?period=all',
    padlock: 'closed',
    moved: 'none',
    since: now,
    access: 'by_rules',
    accessAction: '/reglages/personnes/1/acces',
    moveAction: '/reglages/personnes/1/connexions',
    notAuthorized: listed(
      [
        notAuthorized,
        {
          ...notAuthorized,
          field: 'c2',
          usedWith: windows,
          where: laval,
          network: '192.168.0.7',
          standing: 'refused',
          reasons: [{ reason: { kind: 'refused', ruleId }, rule: refusal }],
        },
        {
          ...notAuthorized,
          field: 'c3',
          usedWith: iPad,
          where: here,
          standing: 'refused',
          reasons: plain('device-stolen'),
          stolen: true,
        },
      ],
      1,
    ),
    authorized: listed(
      [
        { ...authorized, field: 'c4', usedWith: iPad, where: here, lastAttempt: ago(30_000) },
        {
          ...authorized,
          field: 'c5',
          usedWith: unseen,
          where: { kind: 'local' },
          network: '2607:f2c0:e344::/64',
        },
      ],
      2,
    ),
    olderHref: 'none',
    newestHref: 'these',
    seenAt: [
      {
        where: here,
        latitude: 45.53,
        longitude: -73.51,
        radiusKilometers: 0.3,
        kind: 'place',
        tone: 'authorized',
      },
      {
        where: sherbrooke,
        latitude: 45.4,
        longitude: -71.9,
        radiusKilometers: 20,
        kind: 'city',
        tone: 'not-authorized',
      },
    ],
    devices: [
      {
        href: '/reglages/appareils/1',
        name: 'iPad des Coccinelles',
        usedWith: iPad,
        lastUsed: ago(30_000),
        shared: true,
        stolen: false,
      },
      {
        href: '/reglages/appareils/2',
        name: 'none',
        usedWith: phone,
        lastUsed: ago(hours(9.6)),
        shared: false,
        stolen: true,
      },
    ],
    moreDevicesHref: 'none',
    history: historyOf(cast),
    moreHistoryHref: '/reglages/personnes/1/historique',
  };
  const history = { ...told, personHref: '/reglages/personnes/1', history: person.history };
  const withdrawing = {
    ...told,
    action: person.accessAction,
    cancelHref: '/reglages/personnes/1',
    hidden: { access: 'never', shown: 'by_rules', confirmed: 'yes' },
  };
  return [
    ['person', views.personPage(person)],
    [
      'person-always',
      views.personPage({
        ...person,
        access: 'always',
        padlock: 'open',
        jobTitle: 'none',
        notAuthorized: none,
      }),
    ],
    ['person-never-allowed', views.personPage({ ...person, access: 'never', authorized: none })],
    [
      'person-own',
      views.personPage({
        ...person,
        authorized: listed(
          person.authorized.choices.map((one) => ({ ...one, own: true })),
          0,
        ),
      }),
    ],
    [
      'person-unseen',
      views.personPage({
        ...person,
        authorized: none,
        notAuthorized: none,
        seenAt: [],
        devices: [],
        history: [],
        moreHistoryHref: 'none',
      }),
    ],
    [
      'person-many',
      views.personPage({
        ...person,
        notAuthorized: listed(
          Array.from({ length: 12 }, (_, index) => ({ ...notAuthorized, field: `n${index}` })),
          13,
          13,
        ),
        authorized: listed(
          Array.from({ length: 30 }, (_, index) => ({ ...authorized, field: `a${index}` })),
          64,
          64,
        ),
        seenAt: [],
        olderHref: '/reglages/personnes/1?lignes=1.a',
        newestHref: '/reglages/personnes/1',
        moreDevicesHref: '/reglages/appareils?search=Julie',
      }),
    ],
    ...Object.entries(moves(entries)).map(([name, moved]): [string, string] => [
      `person-${name}`,
      views.personPage({ ...person, moved }),
    ]),
    ['history', views.historyPage({ ...history, nextHref: '/older', firstHref: '/newest' })],
    ['history-none', views.historyPage({ ...history, history: [], nextHref: 'none', firstHref: 'these' })],
    ['withdraw-access', views.withdrawAccessPage({ ...withdrawing, own: false })],
    ['withdraw-access-own', views.withdrawAccessPage({ ...withdrawing, own: true })],
  ];
}
