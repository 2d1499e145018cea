import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../policies/compile.ts';
import type { SignInFacts } from '../../policies/facts.ts';
import { file } from '../../policies/filing.ts';
import { type Findings, match, type ReadyRule, readyFacts } from '../../policies/match.ts';
import type { Conditions, Rule } from '../../policies/rules.ts';
import { search } from '../../policies/searching.ts';
import { anyFacts, manyRules } from './arbitraries.ts';
import { times } from './effort.ts';
import {
  allowing,
  browser,
  canada,
  centre,
  compte,
  country,
  daycare,
  device,
  educator,
  home,
  julie,
  julieAtWork,
  nadia,
  network,
  person,
  place,
  quebec,
  range,
  refusing,
  region,
  sdg,
  tablet,
} from './people.ts';

const test = suite('rules that are filed');

/** The ids of the rules that a search reads, in the order it reads them. */
function readBy(among: 'all' | 'known', rules: readonly Rule[], difference: Partial<SignInFacts> = {}) {
  const read: string[] = [];
  const watch = (ready: ReadyRule): ReadyRule => ({
    ...ready,
    get tests() {
      read.push(ready.rule.id);
      return ready.tests;
    },
  });
  search(file(compile(rules, 17).rules.map(watch)), readyFacts(julieAtWork(difference)), among);
  return read;
}

const twenty = (conditions: (index: number) => Conditions, whose = 'other'): readonly Rule[] =>
  Array.from({ length: 20 }, (_, index) => allowing(conditions(index), { id: `${whose} ${index + 10}` }));
const oneOf = <Value>(values: readonly [Value, ...Value[]], index: number): Value =>
  values[index % values.length] ?? values[0];

/** What Julie’s rule says, and what twenty others say of the same condition. */
const filed: readonly (readonly [name: string, hers: Conditions, others: (index: number) => Conditions])[] = [
  ['a person', { userId: julie }, (index) => ({ userId: person(`educator ${index}`) })],
  ['a role', { role: 'educator' }, (index) => ({ role: `cook ${index}` })],
  ['an application', { applicationId: sdg.id }, () => ({ applicationId: compte.id })],
  ['a device', { deviceId: device('tablet') }, (index) => ({ deviceId: device(`tablet ${index}`) })],
  ['a browser', { browserId: tablet }, (index) => ({ browserId: browser(`safari ${index}`) })],
  [
    'a kind of device',
    { deviceKind: 'tablet' },
    (index) => ({ deviceKind: oneOf(['phone', 'computer'], index) }),
  ],
  [
    'a family of browsers',
    { browserFamily: 'safari' },
    (index) => ({ browserFamily: oneOf(['app', 'edge', 'firefox'], index) }),
  ],
  ['a place', { placeId: centre }, (index) => ({ placeId: place(`park ${index}`) })],
  ['a network', { network: daycare }, (index) => ({ network: network(`203.0.113.${index}`) })],
  [
    'a range',
    { network: range('198.51.100.0/24') },
    (index) => ({ network: range(`203.0.${index}.0/${20 + (index % 5)}`) }),
  ],
  ['a region', { region: quebec }, (index) => ({ region: region(`FR-${index}`) })],
  ['a country', { country: canada }, (index) => ({ country: country(`X${index}`) })],
];

const unfinished = { validFrom: julieAtWork().at + 1 };

for (const [name, hers, others] of filed) {
  test(`Julie’s sign-in reads her rule of ${name}, that of everyone, and none of twenty others`, () => {
    const rules = [
      ...twenty(others),
      allowing(hers, { id: 'hers', ...unfinished }),
      allowing({}, { id: 'everyone', ...unfinished }),
    ];
    assert.equal(readBy('all', rules).toSorted(), ['everyone', 'hers']);
    assert.equal(readBy('known', rules).toSorted(), ['everyone', 'hers']);
  });

  if (name === 'a person') continue;
  test(`among twenty of her own rules, Julie’s sign-in reads that of ${name}`, () => {
    const rules = [
      ...twenty((index) => ({ userId: julie, ...others(index) })),
      ...twenty(() => ({ userId: nadia }), 'nadia’s'),
      allowing({ userId: julie, ...hers }, { id: 'hers', ...unfinished }),
    ];
    assert.equal(readBy('all', rules), ['hers']);
  });
}

test('Julie’s sign-in does not read the rules of two thousand others', () => {
  const others = Array.from({ length: 2_000 }, (_, index) =>
    allowing(
      { userId: person(`educator ${index}`), browserId: tablet, network: daycare },
      { id: `rule ${index}` },
    ),
  );
  const rules = [
    ...others,
    allowing({ userId: julie, browserId: tablet }, { id: 'hers', ...unfinished }),
    allowing({ browserId: tablet }, { id: 'tablet', ...unfinished }),
    allowing({ network: daycare }, { id: 'here', ...unfinished }),
    allowing({ browserId: tablet, network: daycare }, { id: 'tablet here', ...unfinished }),
    allowing({}, { id: 'everyone', ...unfinished }),
    ...twenty((index) => ({ network: network(`203.0.113.${index}`) })),
  ];
  assert.equal(readBy('all', rules).toSorted(), ['everyone', 'here', 'hers', 'tablet', 'tablet here']);
});

test('what is unknown leaves each rule that needs it in doubt, and one doubt is enough', () => {
  const rules = twenty((index) => ({ network: network(`203.0.113.${index}`) }));
  assert.equal(readBy('known', rules, { network: 'unknown' }), []);
  assert.equal(readBy('all', rules, { network: 'unknown' }), ['other 10']);
  const nadias = allowing({ userId: nadia, network: home }, { id: 'another person’s' });
  assert.equal(readBy('all', [nadias, ...rules], { network: 'unknown' }), ['other 10']);
  const ofEveryone = allowing({}, { id: 'everyone', ...unfinished });
  assert.equal(readBy('all', [ofEveryone, ...rules], { network: 'unknown' }), ['other 10', 'everyone']);
});

test('ranges too are in doubt where the network is unknown', () => {
  const rules = twenty((index) => ({ network: range(`10.${index}.0.0/16`) }));
  assert.equal(readBy('known', rules, { network: 'unknown' }), []);
  assert.equal(readBy('all', rules, { network: 'unknown' }), ['other 10']);
});

test('places that may hold Julie are read for what may refuse, and not for what opens', () => {
  const rules = twenty((index) => ({ placeId: place(`park ${index}`) }));
  const places = { inside: [place('park 3')], perhaps: [place('park 1')] };
  assert.equal(readBy('known', rules, { places }), ['other 13']);
  assert.equal(readBy('all', rules, { places }), ['other 13', 'other 11']);
  assert.equal(readBy('known', rules, { places: 'unknown' }), []);
});

test('each role of Julie is looked up', () => {
  const rules = twenty((index) => ({ role: `cook ${index}` }));
  const membership = { ...educator, roles: ['cook 7', 'cook 3'] };
  // Once that of the second is found, that of the first is not better.
  assert.equal(readBy('all', rules, { membership }), ['other 17', 'other 13']);
  assert.equal(readBy('all', rules, { membership: 'none' }), []);
});

test('once a rule matches, those behind it are not read', () => {
  const everyone = twenty(() => ({}));
  assert.equal(readBy('all', everyone), ['other 10']);
  const hers = allowing({ userId: julie }, { id: 'a' });
  const ofTheTablet = twenty(() => ({ browserId: tablet }));
  assert.equal(readBy('all', [hers, ...ofTheTablet, ...everyone]), ['a']);
});

test('a rule found late gives way to one that comes first', () => {
  const rules = [
    ...twenty(() => ({ userId: nadia })),
    ...twenty(() => ({ browserId: browser('another') }), 'another'),
    allowing({ browserId: tablet }, { id: 'a' }),
    allowing({ userId: julie }, { id: 'b' }),
  ];
  const found = search(file(compile(rules, 17).rules), readyFacts(julieAtWork()), 'known');
  assert.is(found.matching?.rule.id, 'a');
});

test('a rule in doubt does not hide the one behind it that matches', () => {
  const rules = [
    ...twenty(() => ({ userId: nadia })),
    allowing({ userId: julie, network: home }, { id: 'a' }),
    allowing({ userId: julie }, { id: 'b' }),
  ];
  const facts = readyFacts(julieAtWork({ network: 'unknown' }));
  const found = search(file(compile(rules, 17).rules), facts, 'all');
  assert.equal([found.undecided?.rule.id, found.matching?.rule.id], ['a', 'b']);
});

test('authorizations are never found among refusals, nor refusals among authorizations', () => {
  const { denials, authorizations } = compile([allowing({}, { id: 'a' }), refusing({}, { id: 'b' })], 17);
  const facts = readyFacts(julieAtWork());
  assert.is(search(denials, facts, 'all').matching?.rule.id, 'b');
  assert.is(search(authorizations, facts, 'known').matching?.rule.id, 'a');
  assert.is(search(compile([refusing({})], 17).authorizations, facts, 'known').matching, undefined);
  assert.is(search(compile([allowing({})], 17).denials, facts, 'all').matching, undefined);
});

test('a search finds of each kind the first that a plain list has', () => {
  const property = fc.property(anyFacts, manyRules, (facts, rules) => {
    const ready = readyFacts(facts);
    const inOrder = compile(rules, 17).rules;
    const firstThat = (kind: string) => inOrder.find((rule) => match(rule, ready).kind === kind);
    const matching = firstThat('matches');
    const idOf = (rule: ReadyRule | undefined) => rule?.rule.id;
    for (const among of ['all', 'known'] as const) {
      const found: Findings = search(file(inOrder), ready, among);
      assert.is(idOf(found.matching), idOf(matching));
      if (matching) continue;
      assert.is(idOf(found.unproven), idOf(firstThat('unproven')));
      if (among === 'all') assert.is(idOf(found.undecided), idOf(firstThat('undecided')));
    }
  });
  fc.assert(property, { numRuns: times(3_000) });
});

test.run();
