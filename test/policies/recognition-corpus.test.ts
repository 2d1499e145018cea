import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknown } from '../../policies/facts.ts';
import { noHints } from '../../policies/recognition-hints.ts';
import { createRecognizer } from '../../provider/recognition/index.ts';
import { familyInOurWords, secondOpinion } from '../support/user-agents/second-opinion.ts';
import { hasScreenOfAnIPad, kindOfVisit, readTraffic, type Visit } from '../support/user-agents/traffic.ts';

// Real visits, package `user-agents`: what the sites saw, their category of device beside it.
// That category is right but for iPads that call themselves Macintosh, which it counts as desktops; these are told
// apart by their screens. It names no browser: those are judged by uap-core, whose rules others keep.
// Some visits are forged (an iPhone on `Linux x86_64`): they are judged by what they claim, as ours are.

const test = suite('recognition of real traffic');
const recognize = createRecognizer();
const traffic = readTraffic();
const asked = 0.99;

const seen = ({ userAgent }: Visit, touchPoints: number | typeof unknown = unknown) =>
  recognize({ userAgent, clientHints: noHints, touchPoints, application: 'browser' });
const isIPadInDisguise = (visit: Visit) =>
  visit.platform === 'MacIntel' && hasScreenOfAnIPad(visit) && /Version\/\S+ Safari/.test(visit.userAgent);

const named = ['safari', 'chrome', 'edge', 'firefox', 'samsung', 'opera'];
const inNamedWords = (family: string) => (named.includes(family) ? family : 'another');

/** Shares of visits, and of user agents that differ, for which something holds; printed, then held to what was asked. */
function measure(what: string, visits: readonly Visit[], holds: (visit: Visit) => boolean): number {
  const weights = visits.reduce((sum, { weight }) => sum + weight, 0);
  const held = visits.filter(holds);
  const byVisit = held.reduce((sum, { weight }) => sum + weight, 0) / weights;
  const distinct = new Set(visits.map(({ userAgent }) => userAgent)).size;
  const wrong = new Set(visits.filter((visit) => !held.includes(visit)).map(({ userAgent }) => userAgent));
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  process.stdout.write(
    `\n${what}: ${percent(byVisit)} of ${visits.length} visits, ` +
      `${percent(1 - wrong.size / distinct)} of ${distinct} user agents`,
  );
  return byVisit;
}

test('the corpus is the one that was measured', () => {
  assert.is(traffic.length, 10_000);
  const kinds = new Set(traffic.map(kindOfVisit));
  assert.equal([...kinds].toSorted(), ['computer', 'phone', 'tablet']);
});

test('phones, tablets and computers are told apart', () => {
  const honest = traffic.filter((visit) => !isIPadInDisguise(visit));
  assert.ok(measure('kind of device', honest, (visit) => seen(visit).kind === kindOfVisit(visit)) >= asked);
});

test('tablets alone, few as they are, are told from telephones', () => {
  const tablets = traffic.filter((visit) => kindOfVisit(visit) === 'tablet');
  assert.ok(measure('tablets', tablets, (visit) => seen(visit).kind === 'tablet') >= asked);
});

test('iPads that call themselves Macintosh are tablets once the page told their touch', () => {
  const disguised = traffic.filter(isIPadInDisguise);
  assert.ok(disguised.length > 10, `${disguised.length} of them`);
  const told = (visit: Visit) => seen(visit, 5).kind === 'tablet' && seen(visit, 5).system === 'ipados';
  assert.is(measure('iPads in disguise', disguised, told), 1);
  assert.ok(disguised.every((visit) => seen(visit).kind === 'computer'));
});

test('browsers are told apart as uap-core tells them, at least', () => {
  const opinion = secondOpinion();
  const agree = (visit: Visit) =>
    inNamedWords(seen(visit).family) === familyInOurWords(opinion(visit.userAgent));
  assert.ok(measure('family, as uap-core says', traffic, agree) >= asked);
});

/** Where the two differ, the user agent itself says who is right: it names a browser that is not Safari. */
const says = [
  [/\bBrave\b/, 'brave'],
  [/\bDdg\//, 'duckduckgo'],
  [/\bOPT\//, 'opera'],
  [/\bFxiOS\//, 'firefox'],
  [/ Honorlock$/, unknown],
] as const;

test('where uap-core says otherwise, the user agent bears out who is right', () => {
  const opinion = secondOpinion();
  const borneOut = (visit: Visit) => {
    const { family } = seen(visit);
    if (inNamedWords(family) === familyInOurWords(opinion(visit.userAgent))) return true;
    return says.some(([pattern, named]) => pattern.test(visit.userAgent) && family === named);
  };
  assert.ok(measure('family, disputes settled', traffic, borneOut) >= asked);
});

test('each well-known browser is found in the traffic, so that none is right by its absence', () => {
  const families = new Map<string, number>();
  for (const visit of traffic) families.set(seen(visit).family, (families.get(seen(visit).family) ?? 0) + 1);
  const counts = [...families].toSorted(([, one], [, other]) => other - one);
  process.stdout.write(`\n${counts.map(([family, count]) => `${family} ${count}`).join(', ')}\n`);
  for (const family of named) assert.ok((families.get(family) ?? 0) >= 10, family);
});

test('a look-up from memory takes microseconds', () => {
  const began = performance.now();
  for (const visit of traffic) seen(visit);
  const each = ((performance.now() - began) * 1000) / traffic.length;
  process.stdout.write(`\nrecognition from memory: ${each.toFixed(2)} µs\n`);
});

test.run();
