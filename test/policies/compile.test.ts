import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile, concerned } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import type { SignInFacts } from '../../policies/facts.ts';
import type { Rule } from '../../policies/rules.ts';
import { factsForRules, someFacts, someRules } from './arbitraries.ts';
import {
  allowing,
  browser,
  daycare,
  home,
  julie,
  julieAtWork,
  nadia,
  network,
  person,
  tablet,
} from './people.ts';

const test = suite('compiled rules');

/** Section 5 of the design, read aloud over a plain list of rules. */
function naive(facts: SignInFacts, rules: readonly Rule[]): string {
  const { application, membership, approval, network: here, at, parent } = facts;
  const member = membership !== 'none' && membership.active ? membership : undefined;
  if (facts.account === 'disabled') return 'deny';
  if (application.gate === 'exempt' || (application.gate === 'members' && !member))
    return parent === 'proven' ? 'allow' : 'deny';
  if (!member || member.access === 'never' || facts.device === 'stolen') return 'deny';
  if (facts.padlock === 'open' || member.access === 'always') return 'allow';
  const valid = rules.filter(
    (rule) =>
      (rule.validFrom === 'always' || at >= rule.validFrom) &&
      (rule.validUntil === 'always' || at < rule.validUntil),
  );
  const holds = ({ conditions }: Rule, unknownHolds: boolean) =>
    (['userId', 'browserId', 'network'] as const).every((name) => {
      const wanted = conditions[name];
      return wanted === undefined || (facts[name] === 'unknown' ? unknownHolds : wanted === facts[name]);
    });
  const refusals = valid.filter(({ effect }) => effect === 'deny');
  const authorizations = valid.filter(({ effect }) => effect === 'allow');
  if (refusals.some((rule) => holds(rule, false))) return 'deny';
  const approvedHere = approval !== 'none' && facts.browserId !== 'unknown' && approval.network === here;
  if (approvedHere && at < approval.decidedAt + 86_400_000) return 'allow';
  if (refusals.some((rule) => holds(rule, true))) return 'ask';
  return authorizations.some((rule) => holds(rule, false)) ? 'allow' : 'ask';
}

for (const [name, facts] of Object.entries({ 'those that rules decide': factsForRules, all: someFacts })) {
  test(`decide as a plain list of rules does: ${name}`, () => {
    const property = fc.property(facts, someRules, (signIn, rules) => {
      assert.is(decide(signIn, compile(rules, 17)).outcome, naive(signIn, rules));
    });
    fc.assert(property, { numRuns: 5_000 });
  });
}

test('never throw, whatever the strings and numbers', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', '', 'unknown'));
  const number = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0));
  const conditions = { userId: text.map(person), browserId: text.map(browser), network: text.map(network) };
  const someFactsOfAnyText = fc
    .tuple(someFacts, fc.record({ ...conditions, at: number, policyVersion: number }))
    .map(([facts, wild]) => ({ ...facts, ...wild }));
  const someRulesOfAnyText = fc
    .tuple(someRules, fc.record(conditions, { requiredKeys: [] }), number)
    .map(([rules, wild, validUntil]) => rules.map((rule) => ({ ...rule, conditions: wild, validUntil })));
  const property = fc.property(someFactsOfAnyText, someRulesOfAnyText, (facts, rules) => {
    assert.ok(decide(facts, compile(rules, 17)).reasons.length > 0);
  });
  fc.assert(property, { numRuns: 2_000 });
});

test('Julie’s sign-in does not read the rules of two thousand others', () => {
  const others = Array.from({ length: 2_000 }, (_, index) =>
    allowing(
      { userId: person(`educator ${index}`), browserId: tablet, network: daycare },
      { id: `rule ${index}` },
    ),
  );
  const hers = allowing({ userId: julie, browserId: tablet }, { id: 'hers' });
  const ofTheTablet = allowing({ browserId: tablet }, { id: 'tablet' });
  const here = allowing({ network: daycare }, { id: 'here' });
  const ofTheTabletHere = allowing({ browserId: tablet, network: daycare }, { id: 'tablet here' });
  const elsewhere = allowing({ network: home }, { id: 'elsewhere' });
  const everyone = allowing({}, { id: 'everyone' });
  const rules = compile([everyone, elsewhere, here, ofTheTabletHere, ofTheTablet, ...others, hers], 17);
  const read = [...concerned(rules.authorizations, julieAtWork())];
  assert.equal(read, [hers, ofTheTablet, ofTheTabletHere, here, everyone]);
});

test('the list handed in stays as it was', () => {
  const rules = Object.freeze([
    allowing({ userId: nadia }, { id: 'b' }),
    allowing({ userId: julie }, { id: 'a' }),
  ]);
  assert.equal(
    compile(rules, 17).rules.map(({ id }) => id),
    ['a', 'b'],
  );
  assert.is(rules[0]?.id, 'b');
});

test.run();
