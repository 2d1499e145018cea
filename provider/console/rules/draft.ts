import type { RuleTerms } from '../../../policies/approval.ts';
import type { Rule } from '../../../policies/rules.ts';
import { parseSchedule, type Weekday, weekdays } from '../../../policies/schedules.ts';
import type { HoursDraft, RuleDraft, ShortDay } from '../../../views/console/rules/model.ts';
import type { Fields } from '../../http/forms.ts';
import { dayBefore, localTimeOf } from './local-time.ts';

// A rule as the fields of its form, and back into an address: what was typed is never lost.

const mostHours = 60;
const longest = 200;
const effects = ['allow', 'deny'] as const;

/** What was posted, or stands in the address; whatever is missing does not matter. */
export function draftIn(fields: Fields): RuleDraft {
  const text = (name: string): string => (fields[name] ?? '').trim().slice(0, longest);
  const hours = Array.from({ length: mostHours }, (_, index) => hoursIn(fields, index));
  return {
    effect: effects.find((one) => one === fields.effect) ?? 'unset',
    person: text('person'),
    machine: text('machine'),
    place: text('place'),
    role: text('role'),
    application: text('application'),
    deviceKind: text('deviceKind'),
    browserFamily: text('browserFamily'),
    network: text('network'),
    region: text('region'),
    country: text('country'),
    hours: hours.filter(({ days, from, to }) => days.length > 0 || from !== '' || to !== ''),
    validFrom: text('validFrom'),
    validFromTime: timeOf(text('validFromTime')),
    validUntil: text('validUntil'),
    validUntilTime: timeOf(text('validUntilTime')),
  };
}

function hoursIn(fields: Fields, index: number): HoursDraft {
  const time = (name: string) => timeOf((fields[`${name}-${index}`] ?? '').trim().slice(0, longest));
  return {
    days: shortDaysOf(weekdays.filter((day) => fields[`${day.slice(0, 3)}-${index}`] !== undefined)),
    from: time('from'),
    to: time('to'),
  };
}

/** Where a browser has no field for times, people type « 6 h 30 » or « 6:30 ». */
function timeOf(typed: string): string {
  const [, hour, minute = '00'] = /^(\d{1,2})\s*[h:]\s*(\d{2})?(?::\d{2})?$/i.exec(typed) ?? [];
  return hour === undefined ? typed : `${hour.padStart(2, '0')}:${minute}`;
}

// The first three letters of each day are its name in a form, and in the text of a schedule.
const shortDaysOf = (days: readonly Weekday[]) => days.map((day) => day.slice(0, 3) as ShortDay);

/** The fields of a form that shows it again. */
export function fieldsOf(draft: RuleDraft): Fields {
  const { hours, ...texts } = draft;
  const filled = Object.entries(texts).filter(([, value]) => value !== '' && value !== 'unset');
  const spans = hours.flatMap(({ days, from, to }, index): [string, string][] => [
    ...days.map((day): [string, string] => [`${day}-${index}`, 'yes']),
    [`from-${index}`, from],
    [`to-${index}`, to],
  ]);
  return Object.fromEntries([...filled, ...spans.filter(([, value]) => value !== '')]);
}

/** A rule that is there, as its form shows it. */
export function draftOf(rule: RuleTerms, timeZone: string): RuleDraft {
  const { conditions } = rule;
  const from = beginOf(rule.validFrom, timeZone);
  const until = endOf(rule.validUntil, timeZone);
  return {
    effect: rule.effect,
    person: conditions.userId ?? '',
    machine: machineOf(conditions),
    place: conditions.placeId ?? '',
    role: conditions.role ?? '',
    application: conditions.applicationId ?? '',
    deviceKind: conditions.deviceKind ?? '',
    browserFamily: conditions.browserFamily ?? '',
    network: conditions.network ?? '',
    region: conditions.region ?? '',
    country: conditions.country ?? '',
    hours: hoursOf(conditions.schedule),
    validFrom: from.date,
    validFromTime: from.time,
    validUntil: until.date,
    validUntilTime: until.time,
  };
}

export const machineOf = ({ browserId, deviceId }: Rule['conditions']): string =>
  [
    ...(browserId === undefined ? [] : [`browser:${browserId}`]),
    ...(deviceId === undefined ? [] : [`device:${deviceId}`]),
  ].join(' ');

function hoursOf(schedule: string | undefined): readonly HoursDraft[] {
  const parsed = schedule === undefined ? undefined : parseSchedule(schedule);
  if (parsed?.kind !== 'schedule') return [];
  return parsed.schedule.map(({ days, from, to }) => ({
    days: shortDaysOf(days),
    from,
    to: to === '24:00' ? '00:00' : to,
  }));
}

const unset = { date: '', time: '' };
const isInstant = (at: number | 'always'): at is number => at !== 'always' && Number.isFinite(at);

function beginOf(at: Rule['validFrom'], timeZone: string) {
  if (!isInstant(at)) return unset;
  const { date, time } = localTimeOf(at, timeZone);
  return { date, time: time === '00:00' ? '' : time };
}

/** What ends at midnight lasts until the end of the day before. */
function endOf(at: Rule['validUntil'], timeZone: string) {
  if (!isInstant(at)) return unset;
  const { date, time } = localTimeOf(at, timeZone);
  if (time !== '00:00') return { date, time };
  const last = dayBefore(date);
  return { date: last === 'none' ? date : last, time: '' };
}
