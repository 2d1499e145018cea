import { type SignInFacts, unknown } from '../../../policies/facts.ts';
import type { Rule } from '../../../policies/rules.ts';
import { minuteOfWeek, type Period, parseSchedule, weekdays } from '../../../policies/schedules.ts';

// What the other engines cannot work out themselves, and are handed.

/** Of the request: its day, Monday being 0, and its minute of the day, on the clock of the wall. */
export function clockOf({ at, timeZone }: SignInFacts): { readonly day: number; readonly minute: number } {
  const minute = minuteOfWeek(at, timeZone);
  if (minute === unknown) throw new Error(`there is no time in the zone \`${timeZone}\``);
  return { day: Math.floor(minute / 1440), minute: minute % 1440 };
}

/** An address of the network: an IPv6 /64 is told by its first. */
export const addressOf = ({ network }: SignInFacts): string => network.replace('/64', '');

export interface Hours {
  readonly days: readonly number[];
  readonly from: number;
  readonly until: number;
}

/** The one period that the invented schedules have; none of them lasts over midnight. */
export function hoursOf(schedule: string): Hours {
  const parsed = parseSchedule(schedule);
  const [period, ...more] = parsed.kind === 'schedule' ? parsed.schedule : [];
  if (!period || more.length > 0) throw new Error(`\`${schedule}\` is not one period`);
  return hoursOfPeriod(period);
}

const hoursOfPeriod = ({ days, from, to }: Period): Hours => ({
  days: days.map((day) => weekdays.indexOf(day)),
  from: minutes(from),
  until: minutes(to),
});

const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Design, section 5: an authorization tied neither to a place nor to a network demands the key. */
export const demandsProof = ({ effect, conditions }: Rule): boolean =>
  effect === 'allow' && conditions.placeId === undefined && conditions.network === undefined;

/** A range as opposed to a single network, which the invented rules write as it is observed. */
export const isRange = (network: string): boolean => network.includes('/') && !network.endsWith('/64');
