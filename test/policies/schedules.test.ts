import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknown } from '../../policies/facts.ts';
import {
  checkSchedule,
  compileSchedule,
  isTimeZone,
  isWithin,
  minuteOfWeek,
  type Period,
  parseSchedule,
  type Schedule,
  scheduleText,
  type Weekday,
  weekdays,
} from '../../policies/schedules.ts';
import { times } from './effort.ts';
import { hour, minute } from './people.ts';

const test = suite('schedules');
const often = { numRuns: times(2_000) };

const montreal = 'America/Toronto';
const working = parsed('mon-fri 06:30-18:00');
const nights = parsed('fri,sat 22:00-06:00');

/** Whether Julie is within the hours at an instant, in Montréal. */
function holds(schedule: Schedule, at: number, timeZone = montreal): boolean {
  const shown = minuteOfWeek(at, timeZone);
  return shown !== unknown && isWithin(compileSchedule(schedule), shown);
}

test('Julie at 6:45 on a Tuesday is within the hours, and at 6:15 is not yet', () => {
  assert.ok(holds(working, Date.UTC(2026, 2, 3, 11, 45)));
  assert.not(holds(working, Date.UTC(2026, 2, 3, 11, 15)));
});

test('the first minute counts and the last does not', () => {
  assert.not(holds(working, Date.UTC(2026, 2, 3, 11, 30) - 1));
  assert.ok(holds(working, Date.UTC(2026, 2, 3, 11, 30)));
  assert.ok(holds(working, Date.UTC(2026, 2, 3, 23) - 1));
  assert.not(holds(working, Date.UTC(2026, 2, 3, 23)));
});

test('the same instant is not the same hour in Vancouver', () => {
  assert.not(holds(working, Date.UTC(2026, 2, 3, 11, 45), 'America/Vancouver'));
});

test('a night that began on Friday lasts into Saturday, and Sunday’s is not one', () => {
  assert.ok(holds(nights, Date.UTC(2026, 2, 7, 3, 0))); // Friday 22:00
  assert.ok(holds(nights, Date.UTC(2026, 2, 7, 10, 59))); // Saturday 5:59
  assert.not(holds(nights, Date.UTC(2026, 2, 7, 11, 0))); // Saturday 6:00
  assert.not(holds(nights, Date.UTC(2026, 2, 6, 10, 0))); // Friday 5:00: Thursday’s night
});

test('Sunday’s night lasts into Monday', () => {
  const sunday = parsed('sun 22:00-06:00');
  assert.ok(holds(sunday, Date.UTC(2026, 2, 9, 3, 0))); // Sunday 23:00, summer time
  assert.ok(holds(sunday, Date.UTC(2026, 2, 9, 9, 0))); // Monday 5:00
  assert.not(holds(sunday, Date.UTC(2026, 2, 9, 10, 0)));
  assert.not(holds(sunday, Date.UTC(2026, 2, 8, 5, 30))); // Sunday 0:30
});

test('24:00 is the end of the day, and a whole day is a whole day', () => {
  const saturday = parsed('sat 00:00-24:00');
  assert.ok(holds(saturday, Date.UTC(2026, 2, 7, 5, 0)));
  assert.ok(holds(saturday, Date.UTC(2026, 2, 8, 5, 0) - 1));
  assert.not(holds(saturday, Date.UTC(2026, 2, 8, 5, 0)));
  assert.not(holds(saturday, Date.UTC(2026, 2, 7, 5, 0) - 1));
});

// 8 March 2026: at 2:00 the clock shows 3:00. 7:00 UTC is the missing hour's beginning and end.
const springForward = Date.UTC(2026, 2, 8, 7);

test('in the night that lacks an hour, that hour never comes', () => {
  const missing = parsed('sun 02:00-03:00');
  const quarters = Array.from(
    { length: 4 * 24 },
    (_, index) => springForward - 6 * hour + index * 15 * minute,
  );
  assert.equal(
    quarters.filter((at) => holds(missing, at)),
    [],
  );
});

test('in the night that lacks an hour, hours over it end where they begin again', () => {
  const over = parsed('sun 01:00-02:30');
  assert.ok(holds(over, springForward - 1));
  assert.not(holds(over, springForward));
  const until = parsed('sun 02:30-04:00');
  assert.not(holds(until, springForward - 1));
  assert.ok(holds(until, springForward));
  assert.ok(holds(until, springForward + hour - 1));
  assert.not(holds(until, springForward + hour));
});

test('in the night that lacks an hour, Saturday’s night is an hour shorter', () => {
  const began = Date.UTC(2026, 2, 8, 3);
  assert.not(holds(nights, began - 1));
  assert.ok(holds(nights, began));
  assert.ok(holds(nights, began + 7 * hour - 1));
  assert.not(holds(nights, began + 7 * hour));
});

// 1 November 2026: at 2:00 the clock shows 1:00 again. 5:00 to 7:00 UTC are both one o'clock.
const fallBack = Date.UTC(2026, 10, 1, 5);

test('in the night that has an hour twice, that hour is twice as long', () => {
  const twice = parsed('sun 01:00-02:00');
  assert.not(holds(twice, fallBack - 1));
  for (const at of [0, hour - 1, hour, 2 * hour - 1]) assert.ok(holds(twice, fallBack + at), `${at}`);
  assert.not(holds(twice, fallBack + 2 * hour));
});

test('in the night that has an hour twice, half of it comes twice', () => {
  const half = parsed('sun 01:30-02:00');
  const inside = [0, 29, 30, 59, 60, 89, 90, 119].filter((at) => holds(half, fallBack + at * minute));
  assert.equal(inside, [30, 59, 90, 119]);
});

test('in the night that has an hour twice, Saturday’s night is an hour longer', () => {
  const began = Date.UTC(2026, 10, 1, 2);
  assert.ok(holds(nights, began));
  assert.ok(holds(nights, began + 9 * hour - 1));
  assert.not(holds(nights, began + 9 * hour));
});

test('a time zone that does not exist, or an instant that is none, has no clock', () => {
  assert.is(minuteOfWeek(springForward, 'America/Tremblant'), unknown);
  assert.is(minuteOfWeek(Number.NaN, montreal), unknown);
  assert.is(minuteOfWeek(9e15, montreal), unknown);
  assert.is(minuteOfWeek(-9e15, montreal), unknown);
  assert.is.not(minuteOfWeek(8.64e15, montreal), unknown);
  assert.not(isTimeZone('America/Tremblant'));
  assert.not(isTimeZone(''));
  assert.ok(isTimeZone('America/Toronto'));
});

const written: readonly (readonly [text: string, canonical: string])[] = [
  ['mon-fri 06:30-18:00', 'mon-fri 06:30-18:00'],
  ['Monday-Friday 6:30 - 18:00', 'mon-fri 06:30-18:00'],
  ['mon - fri  6:30-18:00', 'mon-fri 06:30-18:00'],
  [' mon , wed,fri 08:00-09:00 ; sat 10:00-11:00 ', 'mon,wed,fri 08:00-09:00; sat 10:00-11:00'],
  ['mon,tue 08:00-09:00', 'mon,tue 08:00-09:00'],
  ['wed,mon 08:00-09:00', 'mon,wed 08:00-09:00'],
  ['sat-mon 08:00-09:00', 'mon,sat,sun 08:00-09:00'],
  ['mon-sun 00:00-24:00', 'mon-sun 00:00-24:00'],
  ['mon 08:00-10:00; mon 09:00-12:00', 'mon 08:00-12:00'],
  ['mon 08:00-10:00; mon 10:00-12:00', 'mon 08:00-12:00'],
  ['tue 08:00-10:00; mon 08:00-10:00', 'mon,tue 08:00-10:00'],
  ['mon 22:00-24:00; tue 00:00-06:00', 'mon 22:00-06:00'],
  ['sun 22:00-24:00; mon 00:00-06:00', 'sun 22:00-06:00'],
  ['sun 22:00-06:00', 'sun 22:00-06:00'],
  ['mon 22:00-22:00; mon 08:00-09:00', 'fault'],
  ['mon 12:00-24:00; tue 00:00-24:00', 'mon 12:00-24:00; tue 00:00-24:00'],
  ['mon 20:00-19:00; tue 19:00-20:00', 'mon 20:00-24:00; tue 00:00-20:00'],
  ['mon-sun 12:00-11:59; mon-sun 11:59-12:00', 'mon-sun 00:00-24:00'],
];

for (const [text, canonical] of written) {
  test(`\`${text}\` is ${canonical}`, () => {
    const found = parseSchedule(text);
    assert.is(found.kind === 'schedule' ? scheduleText(found.schedule) : found.kind, canonical);
  });
}

const faulty: readonly (readonly [text: string, fault: RegExp])[] = [
  ['', /`` is not of the form/],
  ['always', /`always` is not of the form/],
  ['mon 06:30', /`mon 06:30` is not of the form/],
  ['lun 06:30-18:00', /`lun` is not a day/],
  ['lun-fri 06:30-18:00', /`lun-fri` is not a day/],
  ['mon-ven 06:30-18:00', /`mon-ven` is not a day/],
  ['mon,mar 06:30-18:00', /`mar` is not a day/],
  ['1 mon 06:30-18:00', /`1 mon 06:30-18:00` is not of the form/],
  ['lundi à 06:30-18:00', /`lundi à 06:30-18:00` is not of the form/],
  ['mon 06:30-18:00 or so', /`mon 06:30-18:00 or so` is not of the form/],
  ['mon 106:30-18:00', /`106:30` is not a time from/],
  ['mon 06:300-18:00', /`06:300` is not a time from/],
  ['mon-wed-fri 06:30-18:00', /`mon-wed-fri` is not a day/],
  ['mon 06:30-18:00;', /`` is not of the form/],
  ['mon 24:00-06:00', /`24:00` is not a time from/],
  ['mon 06:30-25:00', /`25:00` is not a time from/],
  ['mon 06:60-18:00', /`06:60` is not a time from/],
  ['mon 6-18', /`6` is not a time from/],
  ['mon 08:00-08:00', /`08:00-08:00` has no length/],
];

for (const [text, fault] of faulty) {
  test(`\`${text}\` is told to be none`, () => {
    const found = parseSchedule(text);
    assert.match(found.kind === 'fault' ? found.fault : found.kind, fault);
  });
}

test('periods that come as data are checked as well', () => {
  const period: Period = { days: ['monday'], from: '08:00', to: '09:00' };
  const faultOf = (periods: Schedule) => {
    const found = checkSchedule(periods);
    return found.kind === 'fault' ? found.fault : 'none';
  };
  assert.is(faultOf([period]), 'none');
  assert.match(faultOf([]), 'at least one period');
  assert.match(faultOf([{ ...period, days: [] }]), 'at least one day');
  assert.match(faultOf([period, { ...period, to: '9:00' }]), '`9:00` is not a time');
  // Data from outside is typed by whoever hands it on; a day that is none comes this way.
  assert.match(faultOf([{ ...period, days: ['lundi' as Weekday] }]), '`lundi` is not a day');
});

const time = fc.nat(24 * 60 - 1).map(timeText);
const period: fc.Arbitrary<Period> = fc
  .record({
    days: fc.subarray([...weekdays], { minLength: 1 }),
    from: fc.oneof(time, fc.constantFrom('00:00', '06:00', '12:00')),
    to: fc.oneof(time, fc.constantFrom('24:00', '06:00', '12:00', '00:00')),
  })
  .filter(({ from, to }) => from !== to);
const schedule: fc.Arbitrary<Schedule> = fc.array(period, { minLength: 1, maxLength: 5 });
const everyMinute = Array.from({ length: 7 * 24 * 60 }, (_, index) => index);

/** The meaning of a schedule, in the words of its documentation. */
function naive(periods: Schedule, at: number): boolean {
  const inMinutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return periods.some(({ days, from, to }) =>
    days.some((day) => {
      const sinceBegin = (at - weekdays.indexOf(day) * 1440 - inMinutes(from) + 10_080) % 10_080;
      const length = inMinutes(to) - inMinutes(from);
      return sinceBegin < (length > 0 ? length : length + 1440);
    }),
  );
}

test('compiled hours are the hours, minute by minute of the week', () => {
  fc.assert(
    fc.property(schedule, (periods) => {
      const spans = compileSchedule(periods);
      assert.equal(
        everyMinute.filter((at) => isWithin(spans, at)),
        everyMinute.filter((at) => naive(periods, at)),
      );
    }),
    { numRuns: times(60) },
  );
});

test('compiled hours are apart from one another, and in order', () => {
  fc.assert(
    fc.property(schedule, (periods) => {
      const ends = compileSchedule(periods).flatMap(({ from, until }) => [from, until]);
      assert.ok(ends.every((end, index) => index === 0 || end > (ends[index - 1] ?? end)));
    }),
    often,
  );
});

test('a text is read again as the same hours, and written the same', () => {
  fc.assert(
    fc.property(schedule, (periods) => {
      const text = scheduleText(periods);
      assert.equal(compileSchedule(parsed(text)), compileSchedule(periods));
      assert.is(scheduleText(parsed(text)), text);
    }),
    often,
  );
});

test('the order of periods, and cutting one in two, changes no text', () => {
  fc.assert(
    fc.property(schedule, (periods) => {
      const cut = periods.flatMap(({ days, from, to }) => days.map((day) => ({ days: [day], from, to })));
      assert.is(scheduleText(cut.toReversed()), scheduleText(periods));
    }),
    often,
  );
});

test('never throws on whatever was typed', () => {
  const pieces = fc.constantFrom('mon', '-', ',', ' ', ';', '06:00', '24:00', 'x', ':', '\n');
  const typed = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.array(pieces).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => void parseSchedule(text)),
    often,
  );
});

test('the clock of every hour of two years is the one that Intl shows', () => {
  const shown = new Intl.DateTimeFormat('en-CA', {
    timeZone: montreal,
    weekday: 'short',
    hour: 'numeric',
    hourCycle: 'h23',
    minute: 'numeric',
  });
  const hours = times(2 * 365 * 24);
  const apart = Math.floor((2 * 365 * 24) / hours) * hour;
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += apart) {
    const parts = Object.fromEntries(shown.formatToParts(at).map(({ type, value }) => [type, value]));
    const day = weekdays.findIndex((name) =>
      name.startsWith(parts.weekday?.slice(0, 3).toLowerCase() ?? 'none'),
    );
    assert.is(minuteOfWeek(at, montreal), day * 1440 + Number(parts.hour) * 60 + Number(parts.minute));
  }
});

function parsed(text: string): Schedule {
  const found = parseSchedule(text);
  if (found.kind === 'fault') throw new Error(found.fault);
  return found.schedule;
}

function timeText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, '0')).join(':');
}

test.run();
