import fc from 'fast-check';
import type { SignInFacts } from '../../policies/facts.ts';
import type { Condition, Conditions, Rule } from '../../policies/rules.ts';
import {
  browser,
  compte,
  country,
  device,
  early,
  hour,
  hours,
  julieRequest,
  network,
  person,
  place,
  portail,
  range,
  region,
  reglages,
  ruleId,
  sdg,
} from './people.ts';

/** Few of each, so that rules and facts often meet; some are names that a careless index would trip on. */
const people = ['julie', 'sylvie', '__proto__'].map(person);
const browsers = ['tablet', 'phone', 'constructor'].map(browser);
const devices = ['iPad', 'toString'].map(device);
const roles = ['educator', 'administration'];
const kinds = ['tablet', 'phone'] as const;
const families = ['safari', 'app'] as const;
const networks = ['198.51.100.7', '203.0.113.9', '2001:db8::/64'].map(network);
const places = ['centre', 'hasOwnProperty'].map(place);
const regions = ['CA-QC', 'FR-75'].map(region);
const countries = ['CA', 'FR'].map(country);
const applications = [sdg, compte] as const;
const everyApplication = [sdg, sdg, sdg, compte, portail, reglages] as const;

/** What is written in rules, and which of the networks above it holds; `undefined`: nobody can read it. */
export const ranges: Readonly<
  Record<string, { all: readonly string[]; some?: readonly string[] } | undefined>
> = {
  '198.51.100.7': { all: ['198.51.100.7'] },
  '203.0.113.9': { all: ['203.0.113.9'] },
  '2001:db8::/64': { all: ['2001:db8::/64'] },
  '198.51.100.7/32': { all: ['198.51.100.7'] },
  '198.51.100.0/24': { all: ['198.51.100.7'] },
  '198.51.100.200/25': { all: [] },
  '0.0.0.0/0': { all: ['198.51.100.7', '203.0.113.9'] },
  '::ffff:203.0.113.0/120': { all: ['203.0.113.9'] },
  '2001:db8::7:8': { all: ['2001:db8::/64'] },
  '2001:db8::/32': { all: ['2001:db8::/64'] },
  '2001:db8:0:1::/64': { all: [] },
  '2001:db8::/65': { all: [], some: ['2001:db8::/64'] },
  '10.0.0.0/33': undefined,
  unknown: undefined,
};

/** Hours, and whether they hold at a day (Sunday is 0) and minute of the wall's clock; `undefined` as above. */
export const schedules: Readonly<Record<string, ((day: number, minute: number) => boolean) | undefined>> = {
  'mon-fri 06:30-18:00': (day, minute) => day >= 1 && day <= 5 && minute >= 390 && minute < 1080,
  'tue 22:00-06:45': (day, minute) => (day === 2 && minute >= 1320) || (day === 3 && minute < 405),
  'mon 06:45-06:46; wed 00:00-24:00': (day, minute) => (day === 1 && minute === 405) || day === 3,
  'when it rains': undefined,
};

const instants = fc.integer({ min: -30, max: 30 }).map((late) => early + late * hour);
const oneOf = fc.constantFrom;
const orUnknown = <Value>(values: readonly Value[]) => oneOf<(Value | 'unknown')[]>(...values, 'unknown');

const everyCondition: fc.Arbitrary<Required<Conditions>> = fc.record({
  userId: oneOf(...people),
  role: oneOf(...roles),
  applicationId: oneOf(...applications).map(({ id }) => id),
  deviceId: oneOf(...devices),
  browserId: oneOf(...browsers),
  deviceKind: oneOf(...kinds),
  browserFamily: oneOf(...families),
  placeId: oneOf(...places),
  network: oneOf(...Object.keys(ranges)).map(range),
  region: oneOf(...regions),
  country: oneOf(...countries),
  schedule: oneOf(...Object.keys(schedules)).map(hours),
});

export const conditionNames: readonly Condition[] = [
  'userId',
  'role',
  'applicationId',
  'deviceId',
  'browserId',
  'deviceKind',
  'browserFamily',
  'placeId',
  'network',
  'region',
  'country',
  'schedule',
];

/** At most three of them, so that rules often hold. */
const someConditions: fc.Arbitrary<Conditions> = fc
  .tuple(everyCondition, fc.subarray([...conditionNames], { maxLength: 3 }))
  .map(([all, kept]) => Object.fromEntries(kept.map((name) => [name, all[name]])));

export const someRule: fc.Arbitrary<Rule> = fc.record({
  id: fc.uuid().map(ruleId),
  effect: oneOf('allow', 'deny'),
  conditions: someConditions,
  validFrom: fc.option(instants, { nil: 'always', freq: 2 }),
  validUntil: fc.option(instants, { nil: 'always', freq: 2 }),
});

export const someRules = fc.uniqueArray(someRule, { selector: ({ id }) => id, maxLength: 12 });
/** Enough to be filed, and few refusals of many people among them, which would leave nothing to decide. */
export const manyRules = fc
  .uniqueArray(someRule, { selector: ({ id }) => id, maxLength: 60, size: 'max' })
  .map((rules) =>
    rules.map((rule, at): Rule => {
      const narrow = Object.keys(rule.conditions).length > 1;
      return { ...rule, effect: narrow || at % 8 === 0 ? rule.effect : 'allow' };
    }),
  );
export const someRefusal = someRule.map((rule): Rule => ({ ...rule, effect: 'deny' }));
export const someAuthorization = someRule.map((rule): Rule => ({ ...rule, effect: 'allow' }));

const shared = {
  at: instants,
  policyVersion: fc.nat(20),
  userId: oneOf(...people),
  parent: oneOf('proven', 'none'),
  browserId: orUnknown(browsers),
  browserFamily: orUnknown(families),
  proof: oneOf('proven', 'proven', 'unproven', 'changed'),
  network: orUnknown(networks),
  places: fc.oneof(
    fc.constant('unknown'),
    fc.record({ inside: fc.subarray(places), perhaps: fc.subarray(places) }),
  ),
  region: orUnknown(regions),
  country: orUnknown(countries),
  timeZone: oneOf('America/Toronto', 'America/Toronto', 'unknown'),
  travel: oneOf<SignInFacts['travel'][]>(
    { kind: 'possible' },
    { kind: 'possible' },
    { kind: 'unknown' },
    { kind: 'impossible', kilometers: 5500, hours: 1 },
  ),
  approval: fc.oneof(
    fc.constant('none'),
    fc.record({
      requestId: fc.constant(julieRequest),
      decidedAt: instants,
      network: orUnknown(networks),
    }),
  ),
  history: fc.record({ browser: oneOf('new', 'seen'), network: oneOf('new', 'seen') }),
} as const;

/** Any sign-in at all. */
export const someFacts: fc.Arbitrary<SignInFacts> = fc.record({
  ...shared,
  account: oneOf('active', 'active', 'active', 'disabled'),
  application: oneOf(...everyApplication),
  membership: fc.oneof(
    fc.constant('none'),
    fc.record({
      active: oneOf(true, true, false),
      access: oneOf('by_rules', 'by_rules', 'always', 'never'),
      roles: fc.subarray(roles),
    }),
  ),
  padlock: oneOf('closed', 'closed', 'open'),
  device: fc.record({
    id: orUnknown(devices),
    kind: orUnknown(kinds),
    status: oneOf('ordinary', 'unknown', 'stolen'),
  }),
});

/** A sign-in that the rules decide: an active member, a closed padlock, access by rules. */
export const factsForRules: fc.Arbitrary<SignInFacts> = fc.record({
  ...shared,
  account: fc.constant('active'),
  application: oneOf(...applications),
  membership: fc.record({
    active: fc.constant(true),
    access: fc.constant('by_rules'),
    roles: fc.subarray(roles),
  }),
  padlock: fc.constant('closed'),
  device: fc.record({ id: orUnknown(devices), kind: orUnknown(kinds), status: oneOf('ordinary', 'unknown') }),
});

/** Mostly those that rules decide, for properties that hold of every sign-in. */
export const anyFacts = fc.oneof(factsForRules, someFacts);
