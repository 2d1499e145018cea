import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sinceOf } from '../../provider/console/connections/filter.ts';
import { endOfDay, startOfDay } from '../../provider/http/time.ts';

const hour = 60 * 60_000;
const toronto = 'America/Toronto';
const end = (at: string, zone = toronto): string => new Date(endOfDay(Date.parse(at), zone)).toISOString();

const test = suite('the end of a day');

test('an approval given at noon in Montréal ends at midnight there, winter and summer', () => {
  assert.is(end('2026-01-15T12:00:00-05:00'), '2026-01-16T05:00:00.000Z');
  assert.is(end('2026-07-15T12:00:00-04:00'), '2026-07-16T04:00:00.000Z');
});

test('on the night the clocks go forward the day has 23 hours, and ends at midnight of the summer', () => {
  const midnight = Date.parse('2026-03-08T00:00:00-05:00');
  assert.is(endOfDay(midnight, toronto) - midnight, 23 * hour);
  for (const at of [
    '2026-03-08T00:00:00-05:00',
    '2026-03-08T01:59:59-05:00',
    '2026-03-08T03:00:00-04:00',
    '2026-03-08T23:59:59-04:00',
  ])
    assert.is(end(at), '2026-03-09T04:00:00.000Z', at);
  assert.is(end('2026-03-07T23:59:59.999-05:00'), '2026-03-08T05:00:00.000Z');
});

test('on the night the clocks go back the day has 25 hours, both one-o’clocks in it', () => {
  const midnight = Date.parse('2026-11-01T00:00:00-04:00');
  assert.is(endOfDay(midnight, toronto) - midnight, 25 * hour);
  for (const at of [
    '2026-11-01T00:00:00-04:00',
    '2026-11-01T01:30:00-04:00',
    '2026-11-01T01:30:00-05:00',
    '2026-11-01T23:59:59.999-05:00',
  ])
    assert.is(end(at), '2026-11-02T05:00:00.000Z', at);
  assert.is(end('2026-10-31T23:59:59.999-04:00'), '2026-11-01T04:00:00.000Z');
});

test('a day begins at its own midnight, on the nights when clocks change too, for « Aujourd’hui » as well', () => {
  for (const [at, midnight] of [
    ['2026-11-01T00:30:00-04:00', '2026-11-01T04:00:00.000Z'],
    ['2026-11-01T01:30:00-05:00', '2026-11-01T04:00:00.000Z'],
    ['2026-11-01T20:00:00-05:00', '2026-11-01T04:00:00.000Z'],
    ['2026-11-02T00:00:00-05:00', '2026-11-02T05:00:00.000Z'],
    ['2026-03-08T03:00:00-04:00', '2026-03-08T05:00:00.000Z'],
    ['2026-03-08T23:59:59-04:00', '2026-03-08T05:00:00.000Z'],
    ['2026-06-10T12:00:00-04:00', '2026-06-10T04:00:00.000Z'],
  ] as const) {
    assert.is(new Date(startOfDay(Date.parse(at), toronto)).toISOString(), midnight, at);
    assert.is(sinceOf('today', Date.parse(at), toronto), Date.parse(midnight), at);
  }
});

test('at midnight a whole day begins; a millisecond before, one is left', () => {
  const midnight = Date.parse('2026-06-10T00:00:00-04:00');
  assert.is(endOfDay(midnight, toronto), midnight + 24 * hour);
  assert.is(endOfDay(midnight - 1, toronto), midnight);
});

test('the day is the childcare’s own, not the server’s', () => {
  assert.is(end('2026-06-10T03:00:00Z', 'America/Vancouver'), '2026-06-10T07:00:00.000Z');
  assert.is(end('2026-06-10T03:00:00Z', 'America/St_Johns'), '2026-06-11T02:30:00.000Z');
  assert.is(end('2026-06-10T03:00:00Z', 'Pacific/Auckland'), '2026-06-10T12:00:00.000Z');
});

test('at every moment, in every zone, the day ends where its date does, and lasts 26 hours at most', () => {
  const zone = fc.constantFrom(
    toronto,
    'America/Halifax',
    'America/St_Johns',
    'America/Havana',
    'America/Regina',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'UTC',
  );
  const at = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2040, 0) });
  fc.assert(
    fc.property(zone, at, (timeZone, now) => {
      const date = new Intl.DateTimeFormat('fr-CA', { timeZone, dateStyle: 'full' });
      const ends = endOfDay(now, timeZone);
      assert.ok(ends > now && ends <= now + 26 * hour);
      assert.is(date.format(ends - 1), date.format(now));
      assert.is.not(date.format(ends), date.format(now));
      const begins = startOfDay(now, timeZone);
      assert.ok(begins <= now && begins > now - 26 * hour);
      assert.is(date.format(begins), date.format(now));
      assert.is.not(date.format(begins - 1), date.format(now));
    }),
    { numRuns: 300 },
  );
});

test.run();
