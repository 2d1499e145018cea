import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../policies/compile.ts';
import type { SignInFacts } from '../../policies/facts.ts';
import {
  compareRehearsals,
  rehearse,
  sameHourAfter,
  someoneEnters,
  wouldEnterAgain,
} from '../../policies/rehearsal.ts';
import type { Conditions, Rule } from '../../policies/rules.ts';
import {
  daycare,
  early,
  home,
  hour,
  hours,
  julie,
  julieAtWork,
  julieRequest,
  nadia,
  ruleId,
  tablet,
} from './people.ts';

const test = suite('the rehearsal');

const day = 24 * hour;
const week = 7 * day;

const allow = (id: string, conditions: Conditions, more: Partial<Rule> = {}): Rule => ({
  id: ruleId(id),
  effect: 'allow',
  conditions,
  validFrom: 'always',
  validUntil: 'always',
  ...more,
});
const rulesOf = (...rules: readonly Rule[]) => compile(rules, 17);
const julieHere = rulesOf(allow('here', { userId: julie, browserId: tablet, network: daycare }));

/** Who is stopped, and how often: `julie ask 2`. */
const told = (past: readonly SignInFacts[], rules = julieHere) =>
  rehearse(past, rules).map(({ userId, outcome, times }) => `${userId} ${outcome} ${times}`);

test('Julie at the centre is not stopped; Nadia is, once, however often she came', () => {
  const nadias = (at: number) => julieAtWork({ userId: nadia, at });
  assert.equal(
    told([julieAtWork({}), nadias(early), nadias(early + day), julieAtWork({ at: early + day })]),
    ['nadia ask 2'],
  );
});

test('each browser and each network of Julie waits on its own, in the order of their first time', () => {
  const past = [
    julieAtWork({ network: home, at: early + 2 * day }),
    julieAtWork({ browserId: 'unknown', at: early }),
    julieAtWork({ network: home, at: early + day }),
  ];
  assert.equal(
    rehearse(past, julieHere).map(({ network, at, times }) => [network, at, times]),
    [
      [daycare, early, 1],
      [home, early + day, 2],
    ],
  );
});

test('an open padlock, an approval and a long journey of then are no excuse now', () => {
  const past = julieAtWork({
    userId: nadia,
    padlock: 'open',
    approval: { requestId: julieRequest, decidedAt: early, network: daycare },
  });
  assert.equal(told([past]), ['nadia ask 1']);
  const far = julieAtWork({ travel: { kind: 'impossible', kilometers: 5_000, hours: 1 } });
  assert.equal(told([far]), []);
});

test('who would be turned away is told apart from who would wait', () => {
  const refusal: Rule = { ...allow('refusal', { userId: nadia }), effect: 'deny' };
  assert.equal(told([julieAtWork({ userId: nadia })], rulesOf(refusal)), ['nadia deny 1']);
});

test('the same hour of the week comes again: in this very instant, or within a week', () => {
  const after = (now: number) => sameHourAfter(early, now, 'unknown');
  assert.equal([early - hour, early, early + 1].map(after), [early, early, early + week]);
  assert.is(after(early + 3 * week + hour), early + 4 * week);
  assert.is(after(early - 3 * week), early);
});

test('on the clocks of a time zone that nobody lives in, a week is a week', () => {
  assert.is(sameHourAfter(early, early + day, 'Québec'), early + week);
});

test('6:45 is 6:45 on the clock of the centre, though an hour was lost on Sunday night', () => {
  assert.is(sameHourAfter(early, early + day, 'America/Toronto'), early + week - hour);
  assert.is(sameHourAfter(early, early + day, 'UTC'), early + week);
  const mondayHalfPastMidnight = Date.UTC(2026, 9, 26, 4, 30);
  assert.is(
    sameHourAfter(mondayHalfPastMidnight, mondayHalfPastMidnight + 1, 'America/Toronto'),
    mondayHalfPastMidnight + week + hour,
  );
});

const tuesdayMornings = allow('mornings', { userId: julie, schedule: hours('tue 06:00-07:00') });

test('Julie, authorized on Tuesday mornings, would enter again at that hour, or when it is that hour now', () => {
  const rules = rulesOf(tuesdayMornings);
  const came = (at: number) => julieAtWork({ proof: 'proven', timeZone: 'America/Toronto', at });
  assert.ok(wouldEnterAgain(came(early), rules, early + 3 * day));
  assert.ok(wouldEnterAgain(came(early + day), rules, early + week - hour));
  assert.not(wouldEnterAgain(came(early + day), rules, early + 3 * day));
});

test('an authorization that ends before the week does is no way in', () => {
  const rules = (until: number) =>
    rulesOf(allow('until', { userId: julie, network: daycare }, { validUntil: until }));
  assert.ok(wouldEnterAgain(julieAtWork({}), rules(early + week + 2 * hour), early + 2 * hour));
  assert.ok(wouldEnterAgain(julieAtWork({}), rules(early + week - hour + 1), early + 2 * hour));
  assert.not(wouldEnterAgain(julieAtWork({}), rules(early + week - hour), early + 2 * hour));
  assert.not(wouldEnterAgain(julieAtWork({}), rules(early + day), early));
});

test('one who enters is enough, nobody is not', () => {
  const nadiaHere = julieAtWork({ userId: nadia });
  assert.ok(someoneEnters([nadiaHere, julieAtWork({})], julieHere, early));
  assert.not(someoneEnters([nadiaHere], julieHere, early));
  assert.not(someoneEnters([], julieHere, early));
});

test('two rehearsals differ in whom the second lets in, stops, or turns away instead of asking', () => {
  const past = [
    julieAtWork({}),
    julieAtWork({ network: home, at: early + 1 }),
    julieAtWork({ userId: nadia, at: early + 2 }),
  ];
  const before = rehearse(past, julieHere);
  const changed = (...rules: readonly Rule[]) => {
    const { letIn, stopped } = compareRehearsals(before, rehearse(past, rulesOf(...rules)));
    const lines = (all: typeof letIn) => all.map(({ userId, outcome }) => `${userId} ${outcome}`);
    return { letIn: lines(letIn), stopped: lines(stopped) };
  };
  const here = allow('here', { userId: julie, browserId: tablet, network: daycare });
  assert.equal(changed(here), { letIn: [], stopped: [] });
  assert.equal(changed(here, allow('home', { network: home })), { letIn: ['julie ask'], stopped: [] });
  assert.equal(changed(), { letIn: [], stopped: ['julie ask'] });
  assert.equal(changed(here, { ...allow('no', { userId: nadia }), effect: 'deny' }), {
    letIn: [],
    stopped: ['nadia deny'],
  });
});

test.run();
