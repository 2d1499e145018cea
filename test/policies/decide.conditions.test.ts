import { suite } from 'uvu';
import type { SignInFacts } from '../../policies/facts.ts';
import type { Conditions } from '../../policies/rules.ts';
import {
  allowing,
  browser,
  canada,
  centre,
  country,
  daycare,
  device,
  educator,
  home,
  hours,
  julie,
  network,
  ownPhone,
  place,
  portail,
  quebec,
  range,
  refusing,
  region,
  sdg,
  tabletOfTheRoom,
} from './people.ts';
import { approved, type Sentence, tell } from './sentences.ts';

const nowhere = { inside: [], perhaps: [] };
const perhapsHere = { inside: [], perhaps: [centre] };

/** What a condition says, facts under which it holds, under which it does not, and under which nobody knows. */
type Told = readonly [
  name: string,
  conditions: Conditions,
  holds: Partial<SignInFacts>,
  not: Partial<SignInFacts>,
  unknown?: Partial<SignInFacts>,
];

const told: readonly Told[] = [
  ['the role', { role: 'educator' }, {}, { membership: { ...educator, roles: ['cook'] } }],
  ['one of two roles', { role: 'cook' }, { membership: { ...educator, roles: ['educator', 'cook'] } }, {}],
  ['the application', { applicationId: sdg.id }, {}, { application: { ...portail, gate: 'enforced' } }],
  [
    'the device',
    { deviceId: device('tablet') },
    {},
    { device: ownPhone },
    { device: { ...tabletOfTheRoom, id: 'unknown' } },
  ],
  [
    'the kind of device',
    { deviceKind: 'tablet' },
    {},
    { device: ownPhone },
    { device: { ...tabletOfTheRoom, kind: 'unknown' } },
  ],
  [
    'the family of browsers',
    { browserFamily: 'safari' },
    {},
    { browserFamily: 'chrome' },
    { browserFamily: 'unknown' },
  ],
  [
    'the browser',
    { browserId: browser('hers') },
    { browserId: browser('hers') },
    {},
    { browserId: 'unknown' },
  ],
  ['the place', { placeId: centre }, {}, { places: nowhere }, { places: 'unknown' }],
  [
    'a place that holds only some of where she may be',
    { placeId: centre },
    {},
    { places: { inside: [place('the park')], perhaps: [] } },
    { places: perhapsHere },
  ],
  [
    'a place, when she may be at another',
    { placeId: centre },
    {},
    { places: { inside: [], perhaps: [place('the park')] } },
  ],
  ['the network', { network: daycare }, {}, { network: home }, { network: 'unknown' }],
  ['the network, written as a range', { network: range('198.51.100.7/32') }, {}, { network: home }],
  [
    'a range',
    { network: range('198.51.100.0/28') },
    {},
    { network: network('198.51.100.16') },
    { network: 'unknown' },
  ],
  ['every IPv4 address', { network: range('0.0.0.0/0') }, {}, { network: home }],
  ['every IPv6 address', { network: range('::/0') }, { network: home }, {}],
  [
    'a range of IPv6',
    { network: range('2001:db8::/40') },
    { network: home },
    { network: network('2001:dba::/64') },
  ],
  [
    'a range of IPv6 longer than 53 bits',
    { network: range('2001:db8:0:7::/63') },
    { network: network('2001:db8:0:6::/64') },
    { network: network('2001:db8:0:8::/64') },
  ],
  ['an IPv6 address, as its /64', { network: range('2001:db8:0:7::1') }, { network: home }, {}],
  [
    'a part of a /64, which nobody can tell from the rest',
    { network: range('2001:db8:0:7::/72') },
    {},
    {},
    { network: home },
  ],
  [
    'one address of IPv6 with its length, which nobody can tell from the rest of its /64',
    { network: range('2001:db8:0:7::1/128') },
    {},
    {},
    { network: home },
  ],
  ['the region', { region: quebec }, {}, { region: region('CA-ON') }, { region: 'unknown' }],
  ['the country', { country: canada }, {}, { country: country('FR') }, { country: 'unknown' }],
  [
    'the hours',
    { schedule: hours('tue 06:45-06:46') },
    {},
    { timeZone: 'America/Vancouver' },
    { timeZone: 'unknown' },
  ],
  [
    'hours on the clocks of a time zone that nobody lives in',
    { schedule: hours('mon-sun 00:00-24:00') },
    {},
    {},
    { timeZone: 'Québec' },
  ],
  ['hours that nobody can read', { schedule: hours('when it rains') }, {}, {}, {}],
  // As a row of the database may have them: no type stands between.
  ['a kind of device that nobody knows', { deviceKind: 'fridge' as 'phone' }, {}, {}, {}],
  [
    'a kind of device that nobody knows, though all objects do',
    { deviceKind: 'toString' as 'phone' },
    {},
    {},
    {},
  ],
  ['a family that nobody knows', { browserFamily: 'lynx' as 'app' }, {}, {}, {}],
  ['a family that nobody knows, though all objects do', { browserFamily: 'toString' as 'app' }, {}, {}, {}],
  [
    'a network that nobody can read',
    { network: range('0.0.0.0/8') },
    {},
    {},
    { network: network('garbage') },
  ],
  ['a range that nobody can read', { network: range('198.51.100.0/33') }, {}, {}, {}],
];

const inWords = suite('each condition of a rule');
tell(
  inWords,
  told.flatMap(([name, conditions, holds, not, unknown]): Sentence[] => {
    const readable = !name.includes('nobody');
    const known: Sentence[] = [
      [`${name}: an authorization that holds`, 'allow authorized', holds, [allowing(conditions)]],
      [`${name}: a refusal that holds`, 'deny refused', holds, [refusing(conditions)]],
      [`${name}: an authorization that does not`, 'ask not-authorized', not, [allowing(conditions)]],
      [
        `${name}: a refusal that does not`,
        'allow authorized',
        not,
        [refusing(conditions), allowing({ userId: julie }, { id: 'hers' })],
      ],
    ];
    const undecided: Sentence[] =
      unknown === undefined
        ? []
        : [
            [
              `${name}, unknown: an authorization does not open`,
              'ask not-authorized',
              unknown,
              [allowing(conditions)],
            ],
            [
              `${name}, unknown: a refusal asks`,
              'ask refusal-undecided',
              unknown,
              [refusing(conditions), allowing({ userId: julie }, { id: 'hers' })],
            ],
          ];
    return [...(readable ? known : []), ...undecided];
  }),
);
inWords.run();

const proof = suite('the key of a browser');
const unproven = { proof: 'unproven' } as const;
tell(proof, [
  [
    'Julie’s copied cookie does not enter by a rule that holds anywhere, and she is told why',
    'ask unproven-browser',
    unproven,
    [allowing({ userId: julie, region: quebec })],
  ],
  ['at a named place no key is demanded', 'allow authorized', unproven, [allowing({ placeId: centre })]],
  ['on a named network no key is demanded', 'allow authorized', unproven, [allowing({ network: daycare })]],
  [
    'on a named range no key is demanded',
    'allow authorized',
    unproven,
    [allowing({ network: range('198.51.100.0/24') })],
  ],
  [
    'a rule that holds anywhere gives way to one that holds here',
    'allow authorized',
    unproven,
    [allowing({ userId: julie }, { id: 'anywhere' }), allowing({ placeId: centre }, { id: 'here' })],
  ],
  [
    'the key alone is told missing only when nothing else is',
    'ask not-authorized',
    { ...unproven, region: 'unknown' },
    [allowing({ userId: julie, region: quebec })],
  ],
  [
    'the key is told before what is new',
    'ask unproven-browser',
    { ...unproven, history: { browser: 'seen', network: 'new' } },
    [allowing({ userId: julie })],
  ],
  ['a refusal demands no key', 'deny refused', unproven, [refusing({ userId: julie })]],
  ['an approval demands no key', 'allow approved', { ...unproven, approval: approved }],
]);
const changed = { proof: 'changed' } as const;
tell(proof, [
  [
    'a browser that signed with another key is told so first, and no authorization tied to neither place nor network opens to it',
    'ask changed-key',
    { ...changed, history: { browser: 'new', network: 'new' } },
    [allowing({ userId: julie }), allowing({ region: quebec }, { id: 'region' })],
  ],
  ['another key is told though no rule demands one', 'ask changed-key', changed],
  [
    'an approval for elsewhere is told even before another key',
    'ask approved-elsewhere changed-key',
    { ...changed, approval: approved, network: home },
  ],
  [
    'at a named place another key is not asked about',
    'allow authorized',
    changed,
    [allowing({ placeId: centre })],
  ],
  ['nor on a named network', 'allow authorized', changed, [allowing({ network: range('198.51.100.0/24') })]],
  ['a refusal holds whatever the key', 'deny refused', changed, [refusing({ userId: julie })]],
  [
    'a refusal that cannot be decided is asked about before another key',
    'ask refusal-undecided',
    { ...changed, network: 'unknown' },
    [refusing({ network: home })],
  ],
  ['an approval passes another key, once', 'allow approved', { ...changed, approval: approved }],
]);
proof.run();
