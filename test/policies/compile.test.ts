import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import type { Decision } from '../../policies/decision.ts';
import type { SignInFacts } from '../../policies/facts.ts';
import type { Condition, Rule } from '../../policies/rules.ts';
import { conditionNames, factsForRules, manyRules, ranges, schedules, someFacts } from './arbitraries.ts';
import { times } from './effort.ts';
import {
  allowing,
  browser,
  country,
  device,
  hour,
  hours,
  julie,
  nadia,
  network,
  person,
  place,
  region,
} from './people.ts';

const test = suite('compiled rules');

type Standing = 'yes' | 'no' | 'perhaps';

/** Each condition in its own words, with none of the means that the product has. */
const holds: { readonly [Name in Condition]: (wanted: string, facts: SignInFacts) => Standing } = {
  userId: (wanted, { userId }) => equal(wanted, userId),
  role: (wanted, { membership }) =>
    membership !== 'none' && membership.roles.includes(wanted) ? 'yes' : 'no',
  applicationId: (wanted, { application }) => equal(wanted, application.id),
  deviceId: (wanted, facts) => equal(wanted, facts.device.id),
  browserId: (wanted, { browserId }) => equal(wanted, browserId),
  deviceKind: (wanted, facts) => equal(wanted, facts.device.kind),
  browserFamily: (wanted, { browserFamily }) => equal(wanted, browserFamily),
  placeId: (wanted, { places }) => {
    if (places === 'unknown') return 'perhaps';
    return anyIs(wanted, places.inside) ? 'yes' : anyIs(wanted, places.perhaps) ? 'perhaps' : 'no';
  },
  network: (wanted, { network: here }) => {
    const range = ranges[wanted];
    if (!range || here === 'unknown') return 'perhaps';
    return anyIs(here, range.all) ? 'yes' : anyIs(here, range.some ?? []) ? 'perhaps' : 'no';
  },
  region: (wanted, facts) => equal(wanted, facts.region),
  country: (wanted, facts) => equal(wanted, facts.country),
  schedule: (wanted, { at, timeZone }) => {
    const held = schedules[wanted];
    if (!held || timeZone === 'unknown') return 'perhaps';
    // In this week of March, Montréal is five hours behind.
    const wall = new Date(at - 5 * hour);
    return held(wall.getUTCDay(), wall.getUTCHours() * 60 + wall.getUTCMinutes()) ? 'yes' : 'no';
  },
};

const equal = (wanted: string, seen: string): Standing =>
  seen === 'unknown' ? 'perhaps' : wanted === seen ? 'yes' : 'no';
const anyIs = (wanted: string, some: readonly string[]) => some.some((one) => one === wanted);

/** Section 5 of the design, read aloud over a plain list of rules. */
function naive(facts: SignInFacts, rules: readonly Rule[]): string {
  const { application, membership, approval, network: here, at, parent, travel, history } = facts;
  const member = membership !== 'none' && membership.active ? membership : undefined;
  if (facts.account === 'disabled') return 'deny account-disabled';
  if (application.gate === 'exempt' || (application.gate === 'members' && !member)) {
    if (parent !== 'proven') return 'deny no-child-record';
    return application.gate === 'exempt' ? 'allow parent' : 'allow own-page';
  }
  if (!member) return 'deny no-membership';
  if (member.access === 'never') return 'deny access-never';
  if (application.role !== 'any' && !member.roles.includes(application.role)) return 'deny role-missing';
  if (facts.device.status === 'stolen') return 'deny device-stolen';
  if (facts.padlock === 'open') return 'allow padlock-open';
  if (member.access === 'always') return 'allow access-always';

  const valid = rules.filter(
    (rule) =>
      (rule.validFrom === 'always' || at >= rule.validFrom) &&
      (rule.validUntil === 'always' || at < rule.validUntil),
  );
  const inOrder = valid.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const standing = ({ conditions }: Rule): Standing => {
    const all = conditionNames.flatMap((name) => {
      const wanted = conditions[name];
      return wanted === undefined ? [] : [holds[name](wanted, facts)];
    });
    return all.includes('no') ? 'no' : all.includes('perhaps') ? 'perhaps' : 'yes';
  };
  const refusals = inOrder.filter(({ effect }) => effect === 'deny');
  const refusal = refusals.find((rule) => standing(rule) === 'yes');
  if (refusal) return `deny refused ${refusal.id}`;

  const fresh = approval !== 'none' && at < approval.decidedAt + 24 * hour;
  if (fresh && facts.browserId !== 'unknown' && approval.network === here) return 'allow approved';

  const doubts = travel.kind === 'impossible' ? ['impossible-travel'] : [];
  const doubtful = refusals.find((rule) => standing(rule) === 'perhaps');
  if (doubtful) doubts.push(`refusal-undecided ${doubtful.id}`);
  if (doubts.length > 0) return ['ask', ...doubts].join(' ');

  const authorizations = inOrder.filter((rule) => rule.effect === 'allow' && standing(rule) === 'yes');
  const tied = ({ conditions }: Rule) => conditions.placeId !== undefined || conditions.network !== undefined;
  const authorization = authorizations.find((rule) => tied(rule) || facts.proof === 'proven');
  if (authorization) return `allow authorized ${authorization.id}`;

  const elsewhere = fresh ? 'ask approved-elsewhere' : 'ask';
  if (facts.proof === 'changed') return `${elsewhere} changed-key`;
  const why = history.browser === 'new' ? 'new-browser' : history.network === 'new' ? 'new-network' : '';
  return `${elsewhere} ${authorizations.length > 0 ? 'unproven-browser' : why || 'not-authorized'}`;
}

const told = ({ outcome, reasons }: Decision) =>
  [outcome, ...reasons.map((one) => ('ruleId' in one ? `${one.kind} ${one.ruleId}` : one.kind))].join(' ');

/** Lists of rules, each under some forty sign-ins. */
const runs = times(2_500);

test('decide as a plain list of rules does, a hundred thousand times', () => {
  const signIn = fc.oneof({ weight: 4, arbitrary: factsForRules }, someFacts);
  const signIns = fc.array(signIn, { minLength: 1, maxLength: 80, size: 'max' });
  let decided = 0;
  const property = fc.property(signIns, manyRules, (some, rules) => {
    const compiled = compile(rules, 17);
    for (const facts of some) assert.is(told(decide(facts, compiled)), naive(facts, rules));
    decided += some.length;
  });
  fc.assert(property, { numRuns: runs });
  assert.ok(decided >= runs * 30, `only ${decided} sign-ins`);
});

test('never throw, whatever the strings and numbers', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', '', 'unknown'));
  const number = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0));
  const schedule = fc.oneof(text, fc.constant('mon-fri 06:30-18:00'));
  const timeZone = fc.oneof(text, fc.constant('America/Toronto'));
  const seen = {
    userId: text.map(person),
    browserId: text.map(browser),
    network: text.map(network),
    region: text.map(region),
    country: text.map(country),
  };
  const wildFacts = fc.record({ ...seen, at: number, timeZone, policyVersion: number });
  const wildConditions = fc.record(
    {
      ...seen,
      role: text,
      placeId: text.map(place),
      deviceId: text.map(device),
      schedule: schedule.map(hours),
    },
    { requiredKeys: [] },
  );
  const someFactsOfAnyText = fc.tuple(someFacts, wildFacts).map(([facts, wild]) => ({ ...facts, ...wild }));
  const someRulesOfAnyText = fc
    .tuple(manyRules, fc.array(fc.tuple(wildConditions, number)))
    .map(([rules, wild]) =>
      rules.map((rule, at): Rule => {
        const [conditions, validUntil] = wild[at] ?? [rule.conditions, rule.validUntil];
        return { ...rule, conditions, validUntil };
      }),
    );
  const property = fc.property(someFactsOfAnyText, someRulesOfAnyText, (facts, rules) => {
    assert.ok(decide(facts, compile(rules, 17)).reasons.length > 0);
  });
  fc.assert(property, { numRuns: times(2_000) });
});

test('the list handed in stays as it was', () => {
  const rules = Object.freeze([
    allowing({ userId: nadia }, { id: 'b' }),
    allowing({ userId: julie }, { id: 'a' }),
  ]);
  assert.equal(
    compile(rules, 17).rules.map(({ rule }) => rule.id),
    ['a', 'b'],
  );
  assert.is(rules[0]?.id, 'b');
});

test.run();
