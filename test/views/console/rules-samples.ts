import type { RuleId, ScheduleText } from '../../../policies/facts.ts';
import type { SaidEntry, Shell } from '../../../views/console/model.ts';
import type {
  Effect,
  OpenForm,
  RuleDraft,
  RulePage,
  RulePreview,
  RulesPage,
  ToldRule,
} from '../../../views/console/rules/model.ts';
import type { WhatIfAnswer, WhatIfPage } from '../../../views/console/what-if/model.ts';
import * as views from '../../../views/index.ts';
import type { Moment, NamedConditions, NamedRule, UsedWith } from '../../../views/model.ts';
import type { Cast } from '../samples.ts';

/** Monday 23 November 2026, 6:49 in Montréal. */
const now = Date.UTC(2026, 10, 23, 11, 49);
const hour = 3_600_000;
const ago = (milliseconds: number): Moment => ({ at: now - milliseconds, now, timeZone: 'America/Toronto' });
const iPad: UsedWith = { device: 'tablet', browser: 'safari', model: 'iPad' };
// The brands of ids and schedules exist in types only.
const schedule = 'mon-fri 06:30-18:00; sat 22:00-06:00' as ScheduleText;
const ruleId = 'rule' as RuleId;

const named = (conditions: NamedConditions, more: Partial<NamedRule> = {}): NamedRule => ({
  effect: 'allow',
  conditions,
  validFrom: 'always',
  validUntil: 'always',
  ...more,
});

const told = (id: string, rule: NamedRule, more: Partial<ToldRule> = {}): ToldRule => ({
  href: `/reglages/autorisations/${id}`,
  rule,
  origin: 'console',
  by: 'Sylvie Gagnon',
  since: ago(26 * hour),
  over: 'living',
  ...more,
});

const nameOf = (cast: Cast) => `${cast.firstName} ${cast.lastName}`;

const rulesIn = (cast: Cast): readonly ToldRule[] => [
  told('1', named({ person: nameOf(cast), browser: iPad, place: cast.organization }), { origin: 'approval' }),
  told('2', named({ role: 'educator', schedule }, { effect: 'deny' }), { by: 'nobody', origin: 'unknown' }),
  told('3', named({ person: nameOf(cast), region: 'CA-QC' }, { validUntil: ago(-48 * hour) }), {
    origin: 'first-closing',
  }),
  told('4', named({ deviceKind: 'phone', network: '2001:db8:1234:5678::/64' }), { origin: 'arrow' }),
];

const effect = (cast: Cast, outcome: Effect['outcome'], times: number): Effect => ({
  personName: nameOf(cast),
  personHref: '/reglages/personnes/1',
  usedWith: iPad,
  where: { kind: 'place', name: cast.organization },
  times,
  outcome,
});

const nothing: RuleDraft = {
  effect: 'allow',
  person: '',
  machine: '',
  place: '',
  role: '',
  application: '',
  deviceKind: '',
  browserFamily: '',
  network: '',
  region: '',
  country: '',
  hours: [],
  validFrom: '',
  validFromTime: '',
  validUntil: '',
  validUntilTime: '',
};

const formOf = (cast: Cast, more: Partial<OpenForm> = {}): OpenForm => ({
  draft: nothing,
  timeZone: 'America/Toronto',
  choices: {
    people: [
      { value: 'julie', label: `${nameOf(cast)}, éducatrice` },
      { value: 'marc', label: 'Marc Roy, directeur adjoint' },
    ],
    machines: [
      { value: 'browser:ipad', kind: 'browser', usedWith: iPad, seen: ago(hour) },
      { value: 'device:coccinelles', kind: 'device', name: `iPad (${cast.organization})` },
    ],
    places: [{ value: 'centre', label: cast.organization }],
    roles: ['administration', 'educator', 'remplaçante'],
    applications: [{ value: 'amisgest-sdg', label: cast.application }],
  },
  faults: [],
  preview: 'none',
  ...more,
});

function rulePages(cast: Cast, shell: Shell, entries: readonly SaidEntry[]): [string, string][] {
  const form: RulePage = {
    shell,
    told: 'new',
    result: 'none',
    meanwhile: 'none',
    anewHref: 'none',
    action: '/reglages/autorisations/nouvelle',
    endAction: 'none',
    backHref: '/reglages/autorisations',
    madeAt: now,
    form: formOf(cast),
  };
  const filled: RuleDraft = {
    ...nothing,
    effect: 'deny',
    person: 'julie',
    machine: 'browser:ipad',
    place: 'centre',
    role: 'educator',
    network: '192.0.2.0/24',
    region: 'FR-PDL',
    country: 'CA',
    hours: [
      { days: ['mon', 'tue', 'wed'], from: '06:30', to: '18:00' },
      { days: ['sat'], from: '', to: '' },
    ],
    validFrom: '2026-11-30',
    validUntil: '2026-12-24',
    validUntilTime: '18:00',
  };
  const preview: RulePreview = {
    rule: named(
      { person: nameOf(cast), browser: iPad, place: cast.organization, schedule },
      { effect: 'deny' },
    ),
    seen: 'fingerprint',
    warnings: [
      { kind: 'own-connection' },
      { kind: 'always-refused', names: [nameOf(cast), 'Sylvie Gagnon'] },
      { kind: 'padlock-open' },
    ],
    everyone: false,
    letIn: [],
    moreLetIn: 0,
    stopped: [effect(cast, 'deny', 12), effect(cast, 'ask', 1)],
    moreStopped: 3,
    replayed: 400,
  };
  const everyone: RulePreview = {
    ...preview,
    rule: named({}),
    warnings: [{ kind: 'needs-key' }],
    everyone: true,
    letIn: [effect(cast, 'ask', 2)],
    stopped: [],
    moreStopped: 0,
  };
  const page = (more: Partial<RulePage>) => views.rulePage({ ...form, ...more });
  const [first] = rulesIn(cast);
  const there = {
    told: first ?? ('new' as const),
    action: '/reglages/autorisations/1',
    endAction: '/reglages/autorisations/1/retirer',
  };
  return [
    ['rule-new', page({})],
    ['rule-preview', page({ form: formOf(cast, { draft: filled, preview }) })],
    [
      'rule-everyone',
      page({ form: formOf(cast, { preview: everyone, faults: [{ field: 'everyone', kind: 'everyone' }] }) }),
    ],
    [
      'rule-nothing-changes',
      page({ form: formOf(cast, { preview: { ...everyone, letIn: [], everyone: false } }) }),
    ],
    [
      'rule-no-history',
      page({ form: formOf(cast, { preview: { ...everyone, letIn: [], everyone: false, replayed: 0 } }) }),
    ],
    [
      'rule-faults',
      page({
        form: formOf(cast, {
          draft: { ...filled, person: 'nobody', machine: 'browser:nothing', network: 'chez nous' },
          faults: [
            { field: 'person', kind: 'gone' },
            { field: 'machine', kind: 'gone' },
            { field: 'network', kind: 'network' },
            { field: 'hours', kind: 'no-days' },
            { field: 'validFrom', kind: 'date' },
            { field: 'validUntil', kind: 'order' },
          ],
        }),
      }),
    ],
    ['rule-change', page({ ...there, form: formOf(cast, { draft: { ...filled, effect: 'allow' } }) })],
    ['rule-not-seen', page({ ...there, result: 'not-seen', form: formOf(cast, { draft: filled, preview }) })],
    [
      'rule-locks-out',
      page({ ...there, result: 'locks-out', form: formOf(cast, { draft: filled, preview }) }),
    ],
    [
      'rule-over',
      page({
        ...there,
        told: first ? { ...first, over: ago(hour) } : 'new',
        endAction: 'none',
        meanwhile: entries,
        anewHref: '/reglages/autorisations/nouvelle?person=julie&step=preview',
        form: 'none',
      }),
    ],
  ];
}

function listPages(cast: Cast, shell: Shell, entries: readonly SaidEntry[]): [string, string][] {
  const list: RulesPage = {
    shell,
    result: 'none',
    meanwhile: 'none',
    padlock: 'closed',
    filter: { show: 'living', search: '' },
    rules: rulesIn(cast),
    count: { is: 'exactly', number: 4 },
    nextHref: 'none',
    firstHref: 'these',
    newHref: '/reglages/autorisations/nouvelle',
  };
  const page = (more: Partial<RulesPage>) => views.rulesPage({ ...list, ...more });
  const undoAction = '/reglages/autorisations/annuler/entry';
  return [
    ['rules', page({})],
    [
      'rules-many',
      page({
        filter: { show: 'allow', search: nameOf(cast) },
        count: { is: 'more', number: 1000 },
        nextHref: '/reglages/autorisations?after=2',
        firstHref: '/reglages/autorisations?show=allow',
        result: { kind: 'changed', undoAction },
      }),
    ],
    [
      'rules-ended',
      page({
        filter: { show: 'ended', search: '' },
        rules: rulesIn(cast).map((one) => ({ ...one, over: ago(3 * hour) })),
        result: { kind: 'ended', undoAction },
        padlock: 'open',
      }),
    ],
    ['rules-none', page({ rules: [], count: { is: 'exactly', number: 0 }, result: { kind: 'undone' } })],
    [
      'rules-nothing',
      page({
        rules: [],
        filter: { show: 'deny', search: 'anne' },
        count: { is: 'exactly', number: 0 },
        meanwhile: entries,
      }),
    ],
    ['rules-locks-out', page({ result: { kind: 'locks-out' } })],
    ['rules-locks-you-out', page({ result: { kind: 'locks-you-out' } })],
  ];
}

function whatIfPages(cast: Cast, shell: Shell): [string, string][] {
  const answer: WhatIfAnswer = {
    outcome: 'allow',
    reasons: [{ kind: 'authorized', ruleId }],
    personName: nameOf(cast),
    personHref: '/reglages/personnes/1',
    applicationName: cast.application,
    usedWith: iPad,
    where: { kind: 'place', name: cast.organization },
    at: ago(0),
    padlock: 'closed',
    rules: rulesIn(cast).map(({ href, rule }, index) => ({
      href,
      rule,
      why:
        index === 0
          ? { kind: 'decided' }
          : { kind: 'not', unmet: index === 1 ? 'outranked' : 'region', because: 'different' },
    })),
    untold: 118,
  };
  const asked: WhatIfPage = {
    shell,
    draft: {
      person: '',
      application: 'amisgest-sdg',
      machine: 'new:phone',
      from: 'network:198.51.100.24',
      address: '',
      date: '',
      time: '',
      padlock: 'as-is',
    },
    people: [{ value: 'julie', label: `${nameOf(cast)}, éducatrice` }],
    applications: [{ value: 'amisgest-sdg', label: cast.application }],
    browsers: [],
    from: [
      { value: 'place:centre', kind: 'place', name: cast.organization },
      {
        value: 'network:198.51.100.24',
        kind: 'others',
        where: { kind: 'city', city: 'Longueuil', region: 'Québec' },
        network: '198.51.100.24',
      },
    ],
    faults: [],
    answer: 'none',
  };
  const page = (more: Partial<WhatIfPage>) => views.whatIfPage({ ...asked, ...more });
  const hers = {
    draft: { ...asked.draft, person: 'julie', machine: 'browser:ipad' },
    browsers: [{ value: 'browser:ipad', usedWith: iPad, seen: ago(hour) }],
  };
  return [
    ['what-if', page({})],
    ['what-if-allowed', page({ ...hers, answer })],
    [
      'what-if-asks',
      page({
        ...hers,
        answer: {
          ...answer,
          outcome: 'ask',
          reasons: [{ kind: 'new-browser' }],
          rules: [],
          at: ago(-300 * hour),
        },
      }),
    ],
    [
      'what-if-refused',
      page({
        ...hers,
        answer: {
          ...answer,
          outcome: 'deny',
          reasons: [{ kind: 'refused', ruleId }],
          padlock: 'open',
          untold: 1,
        },
      }),
    ],
    [
      'what-if-faults',
      page({
        draft: { ...asked.draft, person: 'nobody', address: '300.1.1.1', date: '2026-02-30' },
        faults: [
          { field: 'person', kind: 'gone' },
          { field: 'machine', kind: 'gone' },
          { field: 'address', kind: 'address' },
          { field: 'date', kind: 'date' },
        ],
      }),
    ],
  ];
}

/** « Autorisations et refus » and « Et si… », in each of their states. */
export const ruleAndWhatIfPages = (
  cast: Cast,
  shells: { readonly rules: Shell; readonly whatIf: Shell },
  entries: readonly SaidEntry[],
): [string, string][] => [
  ...listPages(cast, shells.rules, entries),
  ...rulePages(cast, shells.rules, entries),
  ...whatIfPages(cast, shells.whatIf),
];
