import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknown } from '../../policies/facts.ts';
import { createTests } from '../../policies/match.ts';
import { type Conditions, createReader } from '../../policies/rules.ts';
import { daycare, home, hours, julie, nadia, network, quebec, range, tablet } from './people.ts';

const test = suite('the words of rules, read');

const read = (conditions: Conditions) => createReader()(conditions);

test('a rule of everyone says nothing, and is read as nothing', () => {
  assert.equal(read({}), {});
  assert.equal(read({ userId: julie, region: quebec }), { userId: julie, region: quebec });
});

test('a range of exactly one network is that network', () => {
  const networkOf = (text: string) => read({ network: range(text) }).network;
  assert.is(networkOf('198.51.100.7/32'), daycare);
  assert.is(networkOf('::ffff:198.51.100.7'), daycare);
  assert.is(networkOf('2001:db8:0:7::/64'), home);
  assert.is(networkOf('2001:db8:0:7::1'), home);
  assert.is(networkOf('1:2:3:4::/64'), network('1:2:3:4::/64'));
});

test('any other range is read as one, and what is none as unknown', () => {
  const prefixOf = (text: string) => {
    const found = read({ network: range(text) }).network;
    return typeof found === 'object' ? found.prefix : found;
  };
  assert.equal(
    ['198.51.100.0/31', '198.51.100.0/24', '2001:db8::/63', '2001:db8::/65', '2001:db8::1/128'].map(prefixOf),
    [31, 24, 63, 65, 128],
  );
  assert.equal(['198.51.100.0/33', 'garbage', ''].map(prefixOf), [unknown, unknown, unknown]);
});

test('hours that many rules have are read once', () => {
  const schedule = hours('mon-fri 06:30-18:00');
  const reader = createReader();
  assert.is(reader({ userId: julie, schedule }).schedule, reader({ userId: nadia, schedule }).schedule);
  assert.equal(read({ schedule: hours('sat 00:00-24:00') }).schedule, [{ from: 7_200, until: 8_640 }]);
  assert.is(read({ schedule: hours('when it rains') }).schedule, unknown);
});

test('rules that have the same conditions have one list of tests, in the order in which they are told', () => {
  const testsOf = createTests();
  const named = (conditions: Conditions) => testsOf(conditions).map(({ condition }) => condition);
  assert.is(testsOf({ userId: julie, region: quebec }), testsOf({ region: quebec, userId: nadia }));
  assert.is.not(testsOf({ userId: julie }), testsOf({ browserId: tablet }));
  assert.equal(named({ region: quebec, browserId: tablet, userId: julie }), [
    'userId',
    'browserId',
    'region',
  ]);
  assert.equal(named({}), []);
});

test.run();
