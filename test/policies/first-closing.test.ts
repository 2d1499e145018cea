import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  firstClosingLooksBack,
  type RecentConnection,
  rulesOfFirstClosing,
} from '../../policies/first-closing.ts';
import { centre, daycare, home, hour, julie, nadia, quebec, tablet } from './people.ts';

const test = suite('the first closing of the padlock');

const connection: RecentConnection = {
  userId: julie,
  browserId: tablet,
  network: home,
  place: 'none',
  region: quebec,
  line: 'unknown',
  use: { people: 1, days: 12 },
  proof: 'proven',
};
const conditions = (...recent: readonly RecentConnection[]) =>
  rulesOfFirstClosing(recent).map((rule) => rule.conditions);

test('it looks back over thirty days', () => {
  assert.is(firstClosingLooksBack, 30 * 24 * hour);
});

test('Julie’s tablet keeps the centre, whatever addresses the centre has', () => {
  const atWork = { ...connection, place: centre, network: daycare };
  assert.equal(conditions(atWork, { ...atWork, network: home }), [
    { userId: julie, browserId: tablet, placeId: centre },
  ]);
});

test('a fixed line without a name is kept as the line it is', () => {
  assert.equal(conditions({ ...connection, use: { people: 2, days: 3 } }), [
    { userId: julie, browserId: tablet, network: home },
  ]);
});

test('from anywhere else, a tablet that showed its key keeps its region; one that did not keeps its network', () => {
  assert.equal(conditions(connection), [{ userId: julie, browserId: tablet, region: quebec }]);
  assert.equal(conditions({ ...connection, proof: 'unproven' }), [
    { userId: julie, browserId: tablet, network: home },
  ]);
  assert.equal(conditions({ ...connection, region: 'unknown' }), [
    { userId: julie, browserId: tablet, network: home },
  ]);
});

test('a connection from who knows where keeps nothing', () => {
  assert.equal(conditions({ ...connection, region: 'unknown', network: 'unknown' }), []);
});

test('every rule is an authorization of one person with one browser, until further notice', () => {
  const rules = rulesOfFirstClosing([connection, { ...connection, userId: nadia }]);
  assert.equal(
    rules.map(({ effect, validFrom, validUntil, conditions: { userId } }) => [
      effect,
      validFrom,
      validUntil,
      userId,
    ]),
    [
      ['allow', 'always', 'always', julie],
      ['allow', 'always', 'always', nadia],
    ],
  );
});

test.run();
