import type { Alias } from './data.ts';
import type { BrowserKey, NetworkKey } from './machines.ts';

/** Somebody who, on such days, between such minutes of the local day, signs in with so much likelihood. */
export interface Habit {
  readonly email: string;
  /** Parents enter as themselves, in no organization. */
  readonly organization: Alias | 'none';
  readonly browser: BrowserKey;
  readonly network: NetworkKey;
  readonly application: string;
  readonly between: readonly [from: number, to: number];
  readonly likelihood: number;
  readonly days: 'weekdays' | 'every-day';
  /** Days before today. */
  readonly since: number;
  readonly until: number;
}

export const clock = (hours: number, minutes: number): number => hours * 60 + minutes;
export const opening = [clock(6, 30), clock(8, 10)] as const;
export const morning = [clock(8, 15), clock(10, 30)] as const;
export const nap = [clock(12, 45), clock(14, 45)] as const;
export const leaving = [clock(15, 30), clock(17, 55)] as const;
export const evening = [clock(19, 10), clock(21, 40)] as const;

type Where = Pick<Habit, 'browser' | 'network'> & { readonly application?: string };
type When = readonly [between: Habit['between'], likelihood: number];
const always = { days: 'weekdays', since: 34, until: 0 } as const;

const staff =
  (organization: Alias) =>
  (
    name: string,
    { browser, network, application = 'amisgest-sdg' }: Where,
    ...when: readonly When[]
  ): readonly Habit[] =>
    when.map(([between, likelihood]) => ({
      ...always,
      email: `${name}@${organization}.test`,
      organization,
      browser,
      network,
      application,
      between,
      likelihood,
    }));
export const papillons = staff('papillons');
export const arcenciel = staff('arcenciel');

export const parent = (
  email: string,
  browser: BrowserKey,
  application: string,
  likelihood: number,
): Habit => ({
  ...always,
  email,
  organization: 'none',
  browser,
  network: 'parentsHome',
  application,
  between: evening,
  likelihood,
  days: 'every-day',
});
