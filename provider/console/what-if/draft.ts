import type { WhatIfDraft } from '../../../views/console/what-if/model.ts';
import { instantOf, localTimeOf } from '../rules/local-time.ts';

const longest = 100;

/** What stands in the address; whatever is missing is left to what is usual. */
export function draftIn(query: Readonly<Record<string, unknown>>): WhatIfDraft {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, longest) : '';
  };
  // Whom it shows the machines of is not yet asked of them.
  const kept = (name: string) => (query.step === 'machines' ? '' : text(name));
  return {
    person: text('person'),
    application: text('application'),
    machine: kept('machine'),
    from: kept('from'),
    address: text('address'),
    date: text('date'),
    time: text('time'),
    padlock: query.padlock === 'closed' ? 'closed' : 'as-is',
  };
}

/** Now, unless a day or an hour was given: a day alone is meant at this hour, an hour alone today. */
export function instantIn({ date, time }: WhatIfDraft, now: number, timeZone: string): number | 'none' {
  if (date === '' && time === '') return now;
  const today = localTimeOf(now, timeZone);
  return instantOf(
    { date: date === '' ? today.date : date, time: time === '' ? today.time : time.slice(0, 5) },
    timeZone,
  );
}
