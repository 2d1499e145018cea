import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sayClock, sayDay, sayMoment } from '../../views/moments.ts';

const timeZone = 'America/Toronto';
/** An instant of Montréal in winter time. */
const winter = (month: number, day: number, hour: number, minute: number, year = 2026) =>
  Date.UTC(year, month - 1, day, hour + 5, minute);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const fr = (at: number, now: number) => plain(sayMoment({ at, now, timeZone }, 'fr'));
const en = (at: number, now: number) => plain(sayMoment({ at, now, timeZone }, 'en'));

test('Julie who has just asked reads « à l’instant »', () => {
  const now = winter(11, 23, 6, 47);
  assert.is(fr(now - 59_000, now), 'à l’instant');
  assert.is(en(now, now), 'just now');
  assert.is(fr(now - 60_000, now), 'à 6 h 46');
});

test('Sylvie reads the hour of today and « hier » for the night before', () => {
  const now = winter(11, 23, 6, 49);
  assert.is(fr(winter(11, 23, 0, 5), now), 'à 0 h 05');
  assert.is(fr(winter(11, 22, 21, 14), now), 'hier à 21 h 14');
  assert.is(en(winter(11, 22, 21, 14), now), 'yesterday at 9:14 p.m.');
  assert.is(en(winter(11, 23, 0, 5), now), 'at 12:05 a.m.');
});

test('Marc back from holidays reads the day, and the year when it is another one', () => {
  const now = winter(11, 30, 8, 0);
  assert.is(fr(winter(11, 23, 6, 47), now), 'le lundi 23 novembre à 6 h 47');
  assert.is(en(winter(11, 23, 6, 47), now), 'on Monday, November 23 at 6:47 a.m.');
  assert.is(fr(winter(12, 1, 7, 0, 2025), now), 'le lundi 1er décembre 2025 à 7 h');
});

test('Sylvie reads « hier » on the days when clocks change', () => {
  // Clocks went back in the night before Sunday 1 November 2026.
  const sunday = Date.UTC(2026, 10, 1, 23, 30) + 5 * 3_600_000;
  assert.is(fr(Date.UTC(2026, 9, 31, 12, 0), sunday), 'hier à 8 h');
  // They went forward in the night before Sunday 8 March 2026.
  assert.is(fr(winter(3, 7, 9, 30), Date.UTC(2026, 2, 9, 3, 59)), 'hier à 9 h 30');
});

test('A clock ahead of the server reads as an hour, never as « à l’instant »', () => {
  const now = winter(11, 23, 6, 47);
  assert.is(fr(now + 120_000, now), 'à 6 h 49');
});

test('A mail read a week later always says the day', () => {
  const at = winter(11, 23, 6, 47);
  assert.is(plain(sayDay({ at, now: at, timeZone }, 'fr')), 'le lundi 23 novembre à 6 h 47');
  assert.is(plain(sayClock({ at, now: at, timeZone }, 'fr')), '6 h 47');
});

test.run();
