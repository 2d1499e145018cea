/** The days of the week, as the text of a schedule writes them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
export type WordsOfDay = Readonly<Record<Weekday, string>>;

/** Days in a row, over Sunday too; a day alone is its own first and last. */
export interface DayRun {
  readonly first: Weekday;
  readonly last: Weekday;
}

/** `HH:MM`; a `to` earlier than `from` is the next day’s, `24:00` the end of the day. */
export interface WeekPeriod {
  readonly runs: readonly DayRun[];
  readonly from: Clock;
  readonly to: Clock;
}
export interface Clock {
  readonly hour: number;
  readonly minute: number;
}

/** Reads `mon-fri 06:30-18:00; sat 22:00-06:00`, the one form in which schedules are kept. */
export function readWeek(text: string): readonly WeekPeriod[] | 'unreadable' {
  const periods = text.split(';').map((part) => readPeriod(part.trim()));
  return periods.every((period) => period !== 'unreadable') ? periods : 'unreadable';
}

function readPeriod(text: string): WeekPeriod | 'unreadable' {
  const [, days = '', fromHour, fromMinute, toHour, toMinute] =
    /^([a-z,-]+) (\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text) ?? [];
  const runs = days.split(',').map(readRun);
  if (!runs.every((run) => run !== 'unreadable')) return 'unreadable';
  return {
    runs,
    from: { hour: Number(fromHour), minute: Number(fromMinute) },
    to: { hour: Number(toHour), minute: Number(toMinute) },
  };
}

function readRun(text: string): DayRun | 'unreadable' {
  const [from, to = from] = text.split('-');
  const first = weekdays.find((day) => day === from);
  const last = weekdays.find((day) => day === to);
  return first && last ? { first, last } : 'unreadable';
}
