import { type Unknown, unknown } from './facts.ts';

// Weekly hours, on the clock of the organization's wall.

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * From one time of day, included, to another, not included. When `to` is earlier than `from`, it is the next day's,
 * and `days` are those on which the period begins. `24:00` is the end of the day.
 */
export interface Period {
  readonly days: readonly Weekday[];
  /** `HH:MM` */
  readonly from: string;
  readonly to: string;
}
export type Schedule = readonly Period[];

export type ParsedSchedule =
  | { readonly kind: 'schedule'; readonly schedule: Schedule }
  | { readonly kind: 'fault'; readonly fault: string };

/** In minutes from Monday 0:00 on the clock of the wall; `until` is not included, and is always the later one. */
export interface WeekSpan {
  readonly from: number;
  readonly until: number;
}

const minutesOfDay = 24 * 60;
const minutesOfWeek = 7 * minutesOfDay;

/** Making the reader of a clock costs a hundred times reading it; there are as many as the world has time zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows at an instant (milliseconds UTC); unknown in a time zone that does not exist. */
export function minuteOfWeek(at: number, timeZone: string): number | Unknown {
  if (!(Math.abs(at) <= lastInstant)) return unknown;
  const quarter = Math.floor(at / quarterOfAnHour);
  const known = quarters.get(timeZone);
  const base = known?.quarter === quarter ? known.minute : readClock(quarter * quarterOfAnHour, timeZone);
  if (base === unknown) return unknown;
  quarters.set(timeZone, { quarter, minute: base });
  return base + Math.floor((at - quarter * quarterOfAnHour) / 60_000);
}

/** Clocks are changed on the quarter of an hour, and stand on none apart from it: within one, minutes only count. */
const quarterOfAnHour = 15 * 60_000;
const quarters = new Map<string, { readonly quarter: number; readonly minute: number }>();

function readClock(at: number, timeZone: string): number | Unknown {
  const clock = clocks.get(timeZone) ?? newClock(timeZone);
  if (clock === unknown) return unknown;
  clocks.set(timeZone, clock);
  // `Tuesday 06:45`, whatever stands between.
  const [, day = '', hour, minute] = /^(\w+)\D+(\d+):(\d+)/.exec(clock.format(at)) ?? [];
  return dayNumber(day) * minutesOfDay + Number(hour) * 60 + Number(minute);
}

/** The last instant that a date can hold (ECMA-262, section 21.4.1.1). */
const lastInstant = 8.64e15;

function newClock(timeZone: string): Intl.DateTimeFormat | Unknown {
  try {
    const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    return new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'long', ...hours });
  } catch {
    return unknown;
  }
}

export const isTimeZone = (text: string): boolean => newClock(text) !== unknown;

const dayNames: readonly string[] = weekdays;
const dayNumber = (name: string) => dayNames.indexOf(name.toLowerCase());

/** The nights when an hour is missing or doubled need no rule of their own: what counts is what the clock shows. */
export function isWithin(spans: readonly WeekSpan[], minute: number): boolean {
  return spans.some(({ from, until }) => from <= minute && minute < until);
}

/** The stretches of the week, apart from one another and in order. */
export function compileSchedule(schedule: Schedule): readonly WeekSpan[] {
  const spans = schedule
    .flatMap(({ days, from, to }) => days.flatMap((day) => withinTheWeek(weekdays.indexOf(day), from, to)))
    .toSorted((one, other) => one.from - other.from);
  return joined(spans);
}

/** Sunday night goes on as Monday morning of the same week. */
function withinTheWeek(day: number, from: string, to: string): readonly WeekSpan[] {
  const begin = day * minutesOfDay + minutes(from);
  const end = day * minutesOfDay + minutes(to) + (minutes(to) < minutes(from) ? minutesOfDay : 0);
  if (end <= minutesOfWeek) return [{ from: begin, until: end }];
  return [
    { from: begin, until: minutesOfWeek },
    { from: 0, until: end - minutesOfWeek },
  ];
}

function joined(spans: readonly WeekSpan[]): readonly WeekSpan[] {
  const apart: WeekSpan[] = [];
  for (const span of spans) {
    const last = apart.at(-1);
    if (!last || span.from > last.until) apart.push(span);
    else apart.splice(-1, 1, { from: last.from, until: Math.max(last.until, span.until) });
  }
  return apart;
}

/**
 * `mon-fri 06:30-18:00; sat 22:00-06:00`. Two schedules that hold at the same minutes have the same text:
 * it can be stored, compared and parsed again.
 */
export function scheduleText(schedule: Schedule): string {
  return canonical(schedule)
    .map(({ days, from, to }) => `${daysText(days)} ${from}-${to}`)
    .join('; ');
}

/** Reads the text above, and whatever a person could mean by it; a fault quotes what was not understood. */
export function parseSchedule(text: string): ParsedSchedule {
  const periods: Period[] = [];
  for (const part of text.split(';').map((piece) => piece.trim().toLowerCase())) {
    const [, days = '', from = '', to = ''] = /^([a-z,\s-]+?)\s+([\d:]+)\s*-\s*([\d:]+)$/.exec(part) ?? [];
    if (days === '') return fault(`\`${part}\` is not of the form \`mon-fri 06:30-18:00\``);
    const named = daysNamed(days);
    if (typeof named === 'string') return fault(named);
    periods.push({ days: named, from: padded(from), to: padded(to) });
  }
  return checkSchedule(periods);
}

/** For periods that come as data: what is not a time of day, or has no length, is told. */
export function checkSchedule(periods: Schedule): ParsedSchedule {
  if (periods.length === 0) return fault('a schedule has at least one period');
  for (const { days, from, to } of periods) {
    if (days.length === 0) return fault('a period has at least one day');
    const stranger = days.find((day) => !weekdays.includes(day));
    if (stranger !== undefined) return fault(`\`${stranger}\` is not a day of the week`);
    if (!isTime(from)) return fault(`\`${from}\` is not a time from 00:00 to 23:59`);
    if (!isTime(to) && to !== '24:00') return fault(`\`${to}\` is not a time from 00:00 to 24:00`);
    if (from === to) return fault(`\`${from}-${to}\` has no length: a whole day is \`00:00-24:00\``);
  }
  return { kind: 'schedule', schedule: canonical(periods) };
}

const fault = (sentence: string): ParsedSchedule => ({ kind: 'fault', fault: sentence });
const isTime = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
const padded = (text: string) => (/^\d:/.test(text) ? `0${text}` : text);
const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** The fewest periods that hold at the same minutes, in the order of the week. */
function canonical(schedule: Schedule): Schedule {
  const days = new Map<string, number[]>();
  for (const { from, until } of acrossSunday(compileSchedule(schedule)).flatMap(inPieces)) {
    const hours = `${time(from)}-${until % minutesOfDay === 0 ? '24:00' : time(until)}`;
    days.set(hours, [...(days.get(hours) ?? []), Math.floor((from % minutesOfWeek) / minutesOfDay)]);
  }
  return [...days].map(([hours, numbers]) => {
    const [from = '', to = ''] = hours.split('-');
    return { days: weekdays.filter((_, number) => numbers.includes(number)), from, to };
  });
}

/** What ends on Sunday at midnight and goes on at Monday's first minute is one span, that begins on Sunday. */
function acrossSunday(spans: readonly WeekSpan[]): readonly WeekSpan[] {
  const [first, ...rest] = spans;
  const last = rest.at(-1);
  if (first?.from !== 0 || last?.until !== minutesOfWeek) return spans;
  return [...rest.slice(0, -1), { from: last.from, until: minutesOfWeek + first.until }];
}

/** Less than a day is told in one piece, over a midnight too; more, day by day. */
function inPieces({ from, until }: WeekSpan): readonly WeekSpan[] {
  const midnight = (Math.floor(from / minutesOfDay) + 1) * minutesOfDay;
  if (until <= midnight || (until - from < minutesOfDay && from % minutesOfDay !== 0))
    return [{ from, until }];
  return [{ from, until: midnight }, ...inPieces({ from: midnight, until })];
}

const time = (minute: number) =>
  [Math.floor((minute % minutesOfDay) / 60), minute % 60].map((part) => `${part}`.padStart(2, '0')).join(':');

const short = (day: Weekday) => day.slice(0, 3);

/** `mon-fri`, `mon,wed`: three days or more in a row are told by their ends. */
function daysText(days: readonly Weekday[]): string {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && weekdays.indexOf(day) === weekdays.indexOf(before) + 1) run.push(day);
    else runs.push([day]);
  }
  return runs.map(runText).join(',');
}

function runText(run: readonly Weekday[]): string {
  const [first, ...rest] = run.map(short);
  return rest.length > 1 ? `${first}-${rest.at(-1)}` : run.map(short).join(',');
}

/** Names of days and stretches of them, over Sunday too; or the sentence that says which is none. */
function daysNamed(text: string): readonly Weekday[] | string {
  const days: Weekday[] = [];
  for (const piece of text.split(',').map((word) => word.trim())) {
    const [from = '', to = from, ...more] = piece.split('-').map((word) => word.trim());
    const [first, last] = [from, to].map((word) =>
      weekdays.findIndex((day) => day === word || short(day) === word),
    );
    if (first === undefined || last === undefined || first < 0 || last < 0 || more.length > 0)
      return `\`${piece}\` is not a day of the week`;
    for (let day = first; ; day = (day + 1) % 7) {
      days.push(weekdays[day] ?? 'monday');
      if (day === last) break;
    }
  }
  return days;
}
