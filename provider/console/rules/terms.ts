import type { RuleTerms } from '../../../policies/approval.ts';
import {
  type ApplicationId,
  type BrowserId,
  type DeviceId,
  type Network,
  type NetworkRange,
  type PlaceId,
  type ScheduleText,
  type UserId,
  unknown,
} from '../../../policies/facts.ts';
import { parseRange } from '../../../policies/ranges.ts';
import { families, machineKinds } from '../../../policies/recognition.ts';
import type { Conditions } from '../../../policies/rules.ts';
import { checkSchedule, scheduleText, type Weekday, weekdays } from '../../../policies/schedules.ts';
import type { Fault, HoursDraft, RuleDraft } from '../../../views/console/rules/model.ts';
import { draftOf } from './draft.ts';
import { instantOf, nextDay } from './local-time.ts';
import type { Read } from './read.ts';
import { countryIn, regionIn } from './territory.ts';

export type ReadTerms =
  | { readonly kind: 'terms'; readonly terms: RuleTerms }
  | { readonly kind: 'faults'; readonly faults: readonly [Fault, ...Fault[]] };

interface Reading {
  readonly timeZone: string;
  readonly now: number;
  /** The rule as it is: what was left as the form showed it stays exactly what it is. */
  readonly before: RuleTerms | 'none';
}

/** What a filled form means, or each of its fields that means nothing. Ids are those of somebody: whose, `ownsAll` says. */
export function termsIn(draft: RuleDraft, reading: Reading): ReadTerms {
  const machine = machineIn(draft.machine);
  const network = networkIn(draft.network);
  const schedule = scheduleIn(draft.hours);
  const kind = oneOf(draft.deviceKind, machineKinds);
  const family = oneOf(draft.browserFamily, families);
  const region = regionIn(draft.region);
  const country = countryIn(draft.country);
  const validFrom = beginIn(draft, reading);
  const validUntil = endIn(draft, reading);
  const { effect } = draft;
  const faults: Fault[] = [
    ...faultOf('machine', machine),
    ...faultOf('deviceKind', kind),
    ...faultOf('browserFamily', family),
    ...faultOf('network', network),
    ...faultOf('region', region),
    ...faultOf('country', country),
    ...faultOf('hours', schedule),
    ...faultOf('validFrom', validFrom),
    ...faultOf('validUntil', validUntil),
  ];
  const begin = given(validFrom) ?? 'always';
  const end = given(validUntil) ?? 'always';
  if (begin !== 'always' && end !== 'always' && begin >= end)
    faults.push({ field: 'validUntil', kind: 'order' });
  if (effect === 'unset')
    return { kind: 'faults', faults: [{ field: 'effect', kind: 'no-effect' }, ...faults] };
  const [first, ...more] = faults;
  if (first) return { kind: 'faults', faults: [first, ...more] };
  // Branded here: these ids are whatever was posted until they are looked for among the organization's own.
  const conditions: Conditions = {
    ...(draft.person !== '' && { userId: draft.person as UserId }),
    ...(draft.role !== '' && { role: draft.role }),
    ...(draft.application !== '' && { applicationId: draft.application as ApplicationId }),
    ...given(machine),
    ...set('deviceKind', kind),
    ...set('browserFamily', family),
    ...(draft.place !== '' && { placeId: draft.place as PlaceId }),
    ...set('network', network),
    ...set('region', region),
    ...set('country', country),
    ...set('schedule', schedule),
  };
  return {
    kind: 'terms',
    terms: { effect, conditions, validFrom: begin, validUntil: end },
  };
}

const given = <Value>(read: Read<Value>): Value | undefined =>
  read !== 'unset' && 'value' in read ? read.value : undefined;

const faultOf = (field: Fault['field'], read: Read<unknown>): readonly Fault[] =>
  read !== 'unset' && 'fault' in read ? [{ field, kind: read.fault }] : [];

function set<Name extends string, Value>(name: Name, read: Read<Value>) {
  const value = given(read);
  // Its one key is that name.
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]: Value });
}

function oneOf<Value extends string>(typed: string, values: readonly Value[]): Read<Value> {
  if (typed === '') return 'unset';
  const value = values.find((one) => one === typed);
  return value === undefined ? { fault: 'gone' } : { value };
}

function machineIn(typed: string): Read<Pick<Conditions, 'browserId' | 'deviceId'>> {
  if (typed === '') return 'unset';
  const [, browserId, deviceId] = /^(?:browser:([\w-]+))?(?:^| |$)(?:device:([\w-]+))?$/.exec(typed) ?? [];
  if (browserId === undefined && deviceId === undefined) return { fault: 'gone' };
  return {
    value: {
      ...(browserId !== undefined && { browserId: browserId as BrowserId }),
      ...(deviceId !== undefined && { deviceId: deviceId as DeviceId }),
    },
  };
}

/** An address stays one; a part of an IPv6 /64 is nothing that could ever be observed. */
function networkIn(typed: string): Read<Network | NetworkRange> {
  if (typed === '') return 'unset';
  const range = parseRange(typed);
  if (range === unknown) return { fault: 'network' };
  const single = !typed.includes('/');
  if (range.family === 6 && range.prefix > 64 && !single) return { fault: 'narrow-network' };
  const text = range.family === 6 && single ? range.text.replace(/\/\d+$/, '') : range.text;
  // Branded here: it was read.
  return { value: text.replace(/^([\d.]+)\/32$/, '$1') as NetworkRange };
}

function scheduleIn(hours: readonly HoursDraft[]): Read<ScheduleText> {
  if (hours.length === 0) return 'unset';
  const periods = hours.map(({ days, from, to }) => {
    const allDay = from === '' && to === '';
    return {
      days: days.flatMap((day): readonly Weekday[] => weekdays.filter((one) => one.startsWith(day))),
      from: allDay ? '00:00' : from,
      to: allDay || to === '00:00' ? '24:00' : to,
    };
  });
  if (periods.some(({ days }) => days.length === 0)) return { fault: 'no-days' };
  if (periods.some(({ from, to }) => !isTime(from) || !(isTime(to) || to === '24:00')))
    return { fault: 'no-time' };
  const checked = checkSchedule(periods);
  // Branded here: `scheduleText` wrote it.
  return checked.kind === 'schedule'
    ? { value: scheduleText(checked.schedule) as ScheduleText }
    : { fault: 'no-length' };
}

const isTime = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

function beginIn({ validFrom: date, validFromTime: time }: RuleDraft, reading: Reading): Read<number> {
  if (date === '') return time === '' ? 'unset' : { fault: 'date' };
  const { before, timeZone } = reading;
  if (before !== 'none' && typeof before.validFrom === 'number') {
    const shown = draftOf(before, timeZone);
    if (shown.validFrom === date && shown.validFromTime === time) return { value: before.validFrom };
  }
  const at = instantOf({ date, time: time === '' ? '00:00' : time }, timeZone);
  return at === 'none' ? { fault: 'date' } : { value: at };
}

/** A day without an hour is meant to its end. */
function endIn({ validUntil: date, validUntilTime: time }: RuleDraft, reading: Reading): Read<number> {
  if (date === '') return time === '' ? 'unset' : { fault: 'date' };
  const { before, timeZone, now } = reading;
  if (before !== 'none' && typeof before.validUntil === 'number') {
    const shown = draftOf(before, timeZone);
    if (shown.validUntil === date && shown.validUntilTime === time) return { value: before.validUntil };
  }
  const last = nextDay(date);
  if (last === 'none') return { fault: 'date' };
  const at =
    time === '' ? instantOf({ date: last, time: '00:00' }, timeZone) : instantOf({ date, time }, timeZone);
  if (at === 'none') return { fault: 'date' };
  return at <= now ? { fault: 'over' } : { value: at };
}
