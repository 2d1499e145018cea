import fc from 'fast-check';
import type { BrowserId, Network, SignInFacts, Unknown } from '../../policies/facts.ts';
import type { Rule } from '../../policies/rules.ts';
import {
  browser,
  compte,
  early,
  hour,
  julieRequest,
  network,
  person,
  portail,
  ruleId,
  sdg,
} from './people.ts';

/** Few of each, so that rules and facts often meet; some are names that a careless index would trip on. */
const people = ['julie', 'sylvie', '__proto__'].map(person);
const browsers = ['tablet', 'phone', 'constructor'].map(browser);
const networks = ['198.51.100.7', '203.0.113.9', '2001:db8::/64'].map(network);
const browsersOrNot: readonly (BrowserId | Unknown)[] = [...browsers, 'unknown'];
const networksOrNot: readonly (Network | Unknown)[] = [...networks, 'unknown'];
const instants = fc.integer({ min: -30, max: 30 }).map((hours) => early + hours * hour);
const oneOf = fc.constantFrom;

export const someRule: fc.Arbitrary<Rule> = fc.record({
  id: fc.uuid().map(ruleId),
  effect: oneOf('allow', 'deny'),
  conditions: fc.record(
    {
      userId: oneOf(...people),
      browserId: oneOf(...browsers),
      network: oneOf(...networks, network('unknown')),
    },
    { requiredKeys: [] },
  ),
  validFrom: fc.option(instants, { nil: 'always', freq: 2 }),
  validUntil: fc.option(instants, { nil: 'always', freq: 2 }),
});

export const someRules = fc.uniqueArray(someRule, { selector: ({ id }) => id, maxLength: 12 });
export const someRefusal = someRule.map((rule): Rule => ({ ...rule, effect: 'deny' }));
export const someAuthorization = someRule.map((rule): Rule => ({ ...rule, effect: 'allow' }));

const shared = {
  at: instants,
  policyVersion: fc.nat(20),
  userId: oneOf(...people),
  parent: oneOf('proven', 'none'),
  browserId: oneOf(...browsersOrNot),
  network: oneOf(...networksOrNot),
  approval: fc.oneof(
    fc.constant('none'),
    fc.record({
      requestId: fc.constant(julieRequest),
      decidedAt: instants,
      network: oneOf(...networksOrNot),
    }),
  ),
  history: fc.record({ browser: oneOf('new', 'seen'), network: oneOf('new', 'seen') }),
} as const;

/** Any sign-in at all. */
export const someFacts: fc.Arbitrary<SignInFacts> = fc.record({
  ...shared,
  account: oneOf('active', 'active', 'active', 'disabled'),
  application: oneOf(sdg, sdg, compte, portail),
  membership: fc.oneof(
    fc.constant('none'),
    fc.record({
      active: oneOf(true, true, false),
      access: oneOf('by_rules', 'by_rules', 'always', 'never'),
      roles: fc.constant([]),
    }),
  ),
  padlock: oneOf('closed', 'closed', 'open'),
  device: oneOf('ordinary', 'unknown', 'stolen'),
});

/** A sign-in that the rules decide: an active member, a closed padlock, access by rules. */
export const factsForRules: fc.Arbitrary<SignInFacts> = fc.record({
  ...shared,
  account: fc.constant('active'),
  application: fc.constant(sdg),
  membership: fc.constant({ active: true, access: 'by_rules', roles: [] }),
  padlock: fc.constant('closed'),
  device: oneOf('ordinary', 'unknown'),
});

/** Mostly those that rules decide, for properties that hold of every sign-in. */
export const anyFacts = fc.oneof(factsForRules, someFacts);
