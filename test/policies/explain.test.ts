import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import { explain, isAboutSomebodyElse, nearestFirst } from '../../policies/explain.ts';
import type { SignInFacts } from '../../policies/facts.ts';
import type { Rule } from '../../policies/rules.ts';
import { anyFacts, someRules } from './arbitraries.ts';
import { times } from './effort.ts';
import {
  allowing,
  canada,
  compte,
  daycare,
  early,
  home,
  hours,
  julie,
  julieAtWork,
  nadia,
  phone,
  range,
  refusing,
  region,
} from './people.ts';

const test = suite('« Pourquoi? »');

function others(rules: readonly Rule[], difference: Partial<SignInFacts> = {}): string[] {
  const explanation = explain(julieAtWork(difference), compile(rules, 17));
  return explanation.others.map((other) =>
    [other.rule.id, other.unmet, ...('because' in other ? [other.because] : [])].join(' '),
  );
}

test('the answer is that of decide, and every rule either won or says why not', () => {
  const property = fc.property(anyFacts, someRules, (facts, rules) => {
    const compiled = compile(rules, 17);
    const explanation = explain(facts, compiled);
    assert.equal(explanation.decision, decide(facts, compiled));
    const winners = explanation.decision.reasons.flatMap((reason) =>
      'ruleId' in reason ? [reason.ruleId] : [],
    );
    const told = [...explanation.others.map(({ rule }) => rule.id), ...winners];
    assert.equal(told.toSorted(), rules.map(({ id }) => id).toSorted());
  });
  fc.assert(property, { numRuns: times(2_000) });
});

test('a rule alone that lacked nothing would have decided; one that lacked something would not', () => {
  const property = fc.property(anyFacts, someRules, (facts, rules) => {
    const [reason] = decide(facts, compile(rules, 17)).reasons;
    fc.pre(['refused', 'authorized', 'refusal-undecided', 'not-authorized'].includes(reason.kind));
    const atRest = { ...facts, approval: 'none', travel: { kind: 'possible' } } as const;
    for (const { rule, unmet } of explain(facts, compile(rules, 17)).others) {
      const alone = decide(atRest, compile([rule], 17));
      assert.is(['refused', 'authorized'].includes(alone.reasons[0].kind), unmet === 'outranked');
    }
  });
  fc.assert(property, { numRuns: times(2_000) });
});

test('the rule that won is not among the others', () => {
  assert.equal(others([allowing({ userId: julie })]), []);
  assert.equal(others([refusing({ network: home })], { network: 'unknown' }), []);
});

test('Julie’s authorization is outranked by the refusal of her tablet', () => {
  assert.equal(others([allowing({ userId: julie }), refusing({ network: daycare })]), [
    'authorization outranked',
  ]);
});

test('an open padlock outranks the rule that would have let her in', () => {
  assert.equal(others([allowing({ userId: julie })], { padlock: 'open' }), ['authorization outranked']);
});

test('each rule tells the first condition that it lacked', () => {
  const rules = [
    allowing({ userId: nadia, browserId: phone, network: home }, { id: 'a' }),
    allowing({ userId: julie, browserId: phone, network: home }, { id: 'b' }),
    allowing({ userId: julie, network: home }, { id: 'c', validUntil: early }),
    allowing({ userId: julie }, { id: 'd', validFrom: early + 1 }),
    allowing({ userId: julie }, { id: 'e', validUntil: early }),
  ];
  assert.equal(others(rules), [
    'a userId different',
    'b browserId different',
    'c network different',
    'd validFrom different',
    'e validUntil different',
  ]);
});

test('what is known not to hold is told before what is unknown', () => {
  const rules = [
    allowing({ browserId: phone, network: home }, { id: 'a' }),
    allowing({ network: home }, { id: 'b' }),
    allowing({ network: home }, { id: 'c', validUntil: early }),
  ];
  assert.equal(others(rules, { network: 'unknown' }), [
    'a browserId different',
    'b network unknown',
    'c validUntil different',
  ]);
});

test('the tests of a rule are told in the order of who, with what, from where, when, and its key last', () => {
  const everything = {
    role: 'cook',
    applicationId: compte.id,
    deviceKind: 'phone',
    region: region('CA-ON'),
    schedule: hours('sat 00:00-24:00'),
  } as const;
  const { applicationId, deviceKind, region: ontario, schedule } = everything;
  const rules = [
    allowing(everything, { id: 'a' }),
    allowing({ applicationId, deviceKind, region: ontario, schedule }, { id: 'b' }),
    allowing({ deviceKind, region: ontario, schedule }, { id: 'c' }),
    allowing({ region: ontario, schedule }, { id: 'd' }),
    allowing({ schedule }, { id: 'e' }),
    allowing({ userId: julie }, { id: 'f', validUntil: early }),
    allowing({ userId: julie }, { id: 'g' }),
    allowing({ userId: julie, country: canada }, { id: 'h' }),
  ];
  assert.equal(others(rules, { proof: 'unproven', country: 'unknown' }), [
    'a role different',
    'b applicationId different',
    'c deviceKind different',
    'd region different',
    'e schedule different',
    'f validUntil different',
    'g proof different',
    'h proof different',
  ]);
});

test('Olivier, who is no member, lacks every role', () => {
  assert.equal(others([allowing({ role: 'educator' })], { membership: 'none' }), [
    'authorization role different',
  ]);
});

test('another key is a key that is missing', () => {
  assert.equal(others([allowing({ userId: julie })], { proof: 'changed' }), [
    'authorization proof different',
  ]);
});

test('a condition that nobody can read is unknown, whatever is observed', () => {
  const rules = [
    allowing({ schedule: hours('when it rains') }, { id: 'a' }),
    allowing({ network: range('198.51.100.0/33') }, { id: 'b' }),
  ];
  assert.equal(others(rules), ['a schedule unknown', 'b network unknown']);
});

test('of several unknown conditions the first is told', () => {
  const rules = [allowing({ browserFamily: 'safari', region: region('CA-ON'), country: canada })];
  const hidden = { browserFamily: 'unknown', region: 'unknown', country: 'unknown' } as const;
  assert.equal(others(rules, hidden), ['authorization browserFamily unknown']);
});

test('of those that did not win, what was outranked comes first, then what names Julie, her phone or where she is, and other people last', () => {
  const rules = [
    allowing({ userId: nadia, network: home }, { id: 'a nadia' }),
    allowing({ role: 'cook' }, { id: 'b anyone' }),
    allowing({ userId: julie, network: home }, { id: 'c julie' }),
    allowing({ browserId: phone, userId: nadia }, { id: 'd nadia with her phone' }),
    allowing({ userId: julie }, { id: 'e outranked' }),
    allowing({ network: daycare, deviceKind: 'computer' }, { id: 'f anyone' }),
    refusing({ userId: julie }, { id: 'g winner' }),
  ];
  const facts = julieAtWork({});
  const explained = explain(facts, compile(rules, 17)).others;
  assert.equal(
    nearestFirst(explained, facts).map(({ rule }) => rule.id),
    ['e outranked', 'c julie', 'b anyone', 'f anyone', 'a nadia', 'd nadia with her phone'],
  );
  assert.equal(
    rules.filter((rule) => isAboutSomebodyElse(rule, facts)).map(({ id }) => id),
    ['a nadia', 'd nadia with her phone'],
  );
});

test.run();
