import type { Language, Moment } from './model.ts';
import { wordsFor } from './words/index.ts';

interface Calendar {
  readonly year: number;
  readonly month: string;
  readonly day: number;
  readonly weekday: string;
  readonly hour: number;
  readonly minute: number;
}

const aMinute = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Building a format costs far more than using it. */
function formatFor(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(wordsFor(language).common.lang, {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(key, format);
  return format;
}

function calendar(at: number, language: Language, timeZone: string): Calendar {
  const parts = new Map(
    formatFor(language, timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value] as const),
  );
  const text = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number.parseInt(text(type), 10);
  return {
    year: number('year'),
    month: text('month'),
    day: number('day'),
    weekday: text('weekday'),
    hour: number('hour'),
    minute: number('minute'),
  };
}

function sameDay(one: Calendar, other: Calendar): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

/** « 6 h 47 ». */
export function sayClock(moment: Moment, language: Language): string {
  const { hour, minute } = calendar(moment.at, language, moment.timeZone);
  return wordsFor(language).moments.clock(hour, minute);
}

/** « le lundi 23 novembre à 6 h 47 », for what is read later; the year is said only when it is not this one. */
export function sayDay(moment: Moment, language: Language): string {
  const words = wordsFor(language).moments;
  const { year, month, day, weekday, hour, minute } = calendar(moment.at, language, moment.timeZone);
  const clock = words.clock(hour, minute);
  return year === calendar(moment.now, language, moment.timeZone).year
    ? words.day(weekday, day, month, clock)
    : words.dayOfYear(weekday, day, month, year, clock);
}

/** « 3 décembre 2026 ». */
export function sayDate(moment: Moment, language: Language): string {
  const { year, month, day } = calendar(moment.at, language, moment.timeZone);
  return wordsFor(language).rules.date(day, month, year);
}

export function isMidnight({ at, timeZone }: Moment): boolean {
  const { hour, minute } = calendar(at, 'en', timeZone);
  return hour === 0 && minute === 0;
}

/** « jusqu’à 9 h 15 » on the day of `moment.now`, else « jusqu’au mardi 24 novembre à 9 h 15 ». */
export function sayUntil(moment: Moment, language: Language): string {
  const words = wordsFor(language).moments;
  const then = calendar(moment.at, language, moment.timeZone);
  const clock = words.clock(then.hour, then.minute);
  return sameDay(then, calendar(moment.now, language, moment.timeZone))
    ? words.until(clock)
    : words.untilDay(then.weekday, then.day, then.month, clock);
}

/** « à l’instant », « à 6 h 47 », « hier à 21 h 14 », then the day. */
export function sayMoment(moment: Moment, language: Language): string {
  const words = wordsFor(language).moments;
  const elapsed = moment.now - moment.at;
  if (elapsed >= 0 && elapsed < aMinute) return words.justNow;
  const then = calendar(moment.at, language, moment.timeZone);
  const clock = words.clock(then.hour, then.minute);
  if (sameDay(then, calendar(moment.now, language, moment.timeZone))) return words.at(clock);
  if (sameDay(then, yesterdayOf(moment, language))) return words.yesterday(clock);
  return sayDay(moment, language);
}

/** Noon is far enough from every change of clock for a step of 24 hours to land on the day before. */
function yesterdayOf(moment: Moment, language: Language): Calendar {
  const { hour } = calendar(moment.now, language, moment.timeZone);
  return calendar(moment.now - (hour + 12) * 60 * aMinute, language, moment.timeZone);
}
