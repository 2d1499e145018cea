import type { Duration, RefusalScope } from '../../policies/approval.ts';
import { validUntil } from '../../policies/approval.ts';
import type { Scope } from '../../policies/approval-scopes.ts';
import { dateOf, endOfDate, endOfDay } from '../http/time.ts';

/** What was chosen on the form of a request; what was not, or cannot be, is the first choice. */
export interface Chosen {
  readonly duration: Duration;
  /** As a date field writes it; empty when none was. */
  readonly date: string;
  readonly scope: Scope | 'proposed';
  readonly refusal: RefusalScope;
}

const durations: readonly Duration[] = ['always', 'today', '30-days', 'until-date'];
const refusals: readonly RefusalScope[] = ['this-time', 'person-device', 'device'];
const scopes: readonly Scope[] = ['here', 'region', 'anywhere', 'person-here', 'team-here'];

export function chosenIn(given: Readonly<Record<string, unknown>>): Chosen {
  return {
    duration: oneOf(durations, given.duration) ?? 'always',
    date: typeof given.until === 'string' ? given.until.slice(0, 10) : '',
    scope: oneOf(scopes, given.scope) ?? 'proposed',
    refusal: oneOf(refusals, given.refusal) ?? 'this-time',
  };
}

const oneOf = <Value extends string>(among: readonly Value[], given: unknown): Value | undefined =>
  among.find((one) => one === given);

/** The first day that an authorization may end on, and how long ahead the last one is. */
export const firstDate = (at: number, timeZone: string): string => dateOf(at, timeZone);
const longest = 5 * 366 * 24 * 60 * 60_000;

/** When what was chosen ends, in milliseconds UTC; `none`: at a date that is past, too far, or none at all. */
export function endOf({ duration, date }: Chosen, at: number, timeZone: string): number | 'always' | 'none' {
  const ofDate = duration === 'until-date' ? endOfDate(date, timeZone) : at;
  if (ofDate === 'none' || ofDate < at || ofDate > at + longest) return 'none';
  return validUntil(at, duration, { ofToday: endOfDay(at, timeZone), ofDate });
}
