import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import type { Decision } from '../../policies/decision.ts';
import { type SignInFacts, unobserved } from '../../policies/facts.ts';
import type { Rule } from '../../policies/rules.ts';
import {
  anyFacts,
  factsForRules,
  manyRules,
  someAuthorization,
  someFacts,
  someRefusal,
  someRule,
  someRules,
} from './arbitraries.ts';
import { times } from './effort.ts';
import { person } from './people.ts';

const test = suite('what holds of every decision');

const often = { numRuns: times(2_000) };
const openness = { deny: 0, ask: 1, allow: 2 } as const;
const decided = (facts: SignInFacts, rules: readonly Rule[]) => decide(facts, compile(rules, 17));
const open = ({ outcome }: Decision) => openness[outcome];

test('the order of rules means nothing, not even for the reasons', () => {
  const shuffled = someRules.chain((rules) =>
    fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })),
  );
  const property = fc.property(anyFacts, shuffled, (facts, [rules, again]) => {
    assert.equal(decided(facts, again), decided(facts, rules));
  });
  fc.assert(property, often);
});

test('a rule that names somebody else decides nothing: with and without it, all is the same', () => {
  // The word for what is not known, as an id, may be anybody's.
  const ofNobodyKnown = someRule.map(
    (rule): Rule => ({ ...rule, conditions: { ...rule.conditions, userId: person('unknown') } }),
  );
  const property = fc.property(anyFacts, manyRules, ofNobodyKnown, (facts, many, strange) => {
    const rules = [...many, strange];
    const about = [undefined, facts.userId, 'unknown'];
    const hers = rules.filter(({ conditions }) => about.includes(conditions.userId));
    assert.equal(decided(facts, hers), decided(facts, rules));
  });
  fc.assert(property, often);
});

test('one more refusal never opens', () => {
  const property = fc.property(anyFacts, someRules, someRefusal, (facts, rules, refusal) => {
    assert.ok(open(decided(facts, [...rules, refusal])) <= open(decided(facts, rules)));
  });
  fc.assert(property, often);
});

test('one more authorization never closes', () => {
  const property = fc.property(anyFacts, someRules, someAuthorization, (facts, rules, authorization) => {
    assert.ok(open(decided(facts, [...rules, authorization])) >= open(decided(facts, rules)));
  });
  fc.assert(property, often);
});

test('a refusal wins over any number of authorizations, and over an approval', () => {
  const property = fc.property(factsForRules, someRules, someRefusal, (facts, rules, { id }) => {
    const refusal: Rule = {
      id,
      effect: 'deny',
      conditions: { userId: facts.userId },
      validFrom: facts.at,
      validUntil: facts.at + 1,
    };
    const { outcome, reasons } = decided(facts, [...rules, refusal]);
    assert.equal([outcome, reasons[0].kind], ['deny', 'refused']);
  });
  fc.assert(property, often);
});

test('nothing but full access, an open padlock or a child record opens past a refusal of everyone', () => {
  const property = fc.property(someFacts, someRules, someRefusal, (facts, rules, { id }) => {
    const refusal: Rule = { id, effect: 'deny', conditions: {}, validFrom: 'always', validUntil: 'always' };
    const { outcome, reasons } = decided(facts, [...rules, refusal]);
    const exceptions = ['access-always', 'padlock-open', 'parent', 'own-page'];
    assert.ok(outcome === 'deny' || exceptions.includes(reasons[0].kind));
  });
  fc.assert(property, often);
});

/** Each thing that could be observed, unobserved; of a place, only that it may be there. */
const hidings: readonly ((facts: SignInFacts) => Partial<SignInFacts>)[] = [
  () => ({ network: 'unknown' }),
  () => ({ browserId: 'unknown' }),
  () => ({ browserFamily: 'unknown' }),
  () => ({ proof: 'unproven' }),
  () => ({ proof: 'changed' }),
  ({ device }) => ({ device: { ...device, id: 'unknown' } }),
  ({ device }) => ({ device: { ...device, kind: 'unknown' } }),
  () => ({ places: 'unknown' }),
  ({ places }) =>
    places === 'unknown' ? {} : { places: { inside: [], perhaps: [...places.inside, ...places.perhaps] } },
  () => ({ region: 'unknown' }),
  () => ({ country: 'unknown' }),
  () => ({ timeZone: 'unknown' }),
];

const neverOpens = (facts: SignInFacts, rules: readonly Rule[], hiding: typeof hidings) => {
  const hidden: SignInFacts = Object.assign({}, facts, ...hiding.map((hide) => hide(facts)));
  const before = decided(facts, rules).outcome;
  assert.ok(before === 'allow' || decided(hidden, rules).outcome !== 'allow');
};

test('hiding anything never opens', () => {
  const hiding = fc.subarray([...hidings], { minLength: 1 });
  const property = fc.property(anyFacts, someRules, hiding, (facts, rules, some) => {
    // Whoever approved did so past the refusals that nobody can decide (step 7 comes before step 8).
    neverOpens({ ...facts, approval: 'none' }, rules, some);
  });
  fc.assert(property, { numRuns: times(10_000) });
});

test('hiding the network or the browser never opens, approved or not', () => {
  const hiding = fc.subarray(hidings.slice(0, 2), { minLength: 1 });
  const property = fc.property(anyFacts, someRules, hiding, (facts, rules, some) => {
    // What was approved with its network hidden was approved knowingly, for once (step 7).
    fc.pre(facts.approval === 'none' || facts.approval.network !== 'unknown');
    neverOpens(facts, rules, some);
  });
  fc.assert(property, often);
});

test('with everything unknown, nothing but an authorization of the person, the role or the application opens', () => {
  const property = fc.property(factsForRules, someRules, (facts, rules) => {
    const { reasons } = decided(
      { ...facts, ...unobserved, browserId: 'unknown', proof: 'proven', approval: 'none' },
      rules,
    );
    const [reason] = reasons;
    fc.pre(reason.kind === 'authorized');
    const rule = rules.find(({ id }) => id === reason.ruleId);
    const known = ['userId', 'role', 'applicationId'];
    assert.equal(
      Object.keys(rule?.conditions ?? { none: true }).filter((name) => !known.includes(name)),
      [],
    );
  });
  fc.assert(property, often);
});

test('impossible travel is never let in by a rule', () => {
  const travel = { kind: 'impossible', kilometers: 5500, hours: 1 } as const;
  const property = fc.property(factsForRules, someRules, (facts, rules) => {
    const { outcome, reasons } = decided({ ...facts, travel, approval: 'none' }, rules);
    assert.equal(
      [outcome, reasons[0].kind],
      outcome === 'deny' ? ['deny', 'refused'] : ['ask', 'impossible-travel'],
    );
  });
  fc.assert(property, often);
});

test('a key that is not proven, missing or another, opens only what is tied to a place or a network', () => {
  const proof = fc.constantFrom('unproven', 'changed');
  const property = fc.property(factsForRules, someRules, proof, (facts, rules, shown) => {
    const [reason] = decided({ ...facts, proof: shown }, rules).reasons;
    if (reason.kind !== 'authorized') return;
    const conditions = rules.find(({ id }) => id === reason.ruleId)?.conditions;
    assert.ok(conditions?.placeId !== undefined || conditions?.network !== undefined);
  });
  fc.assert(property, often);
});

test('rules that are over or not begun never matter', () => {
  const property = fc.property(anyFacts, someRules, (facts, rules) => {
    const valid = rules.filter(
      ({ validFrom, validUntil }) =>
        !(validFrom !== 'always' && facts.at < validFrom) &&
        !(validUntil !== 'always' && facts.at >= validUntil),
    );
    assert.equal(decided(facts, rules), decided(facts, valid));
  });
  fc.assert(property, often);
});

test.run();
