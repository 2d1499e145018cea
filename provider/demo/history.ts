import type { Habit } from './habit.ts';
import { habits } from './habits.ts';

/** Somebody came to sign in, at this instant. */
export interface Arrival
  extends Pick<Habit, 'email' | 'organization' | 'browser' | 'network' | 'application'> {
  readonly at: number;
}

const hour = 60 * 60_000;
const day = 24 * hour;

/** A month of arrivals, oldest first, none in the future; the same for the same instant. */
export function arrivalsUntil(now: number, timeZone: string): readonly Arrival[] {
  const random = createRandom(20_261_122);
  const dayOf = localDays(now, timeZone);
  return habits
    .flatMap((habit) => daysOf(habit).flatMap((daysAgo) => arrival(habit, dayOf(daysAgo), random)))
    .filter(({ at }) => at < now)
    .sort((one, other) => one.at - other.at);
}

/** Late one afternoon, a week and some days ago, when the centre had emptied. */
export function closingBefore(now: number, timeZone: string): number {
  const dayOf = localDays(now, timeZone);
  const closing = [9, 10, 11].map(dayOf).find(({ weekend }) => !weekend) ?? dayOf(9);
  return closing.midnight + 18.25 * hour;
}

interface LocalDay {
  /** What the local clock counts from, in milliseconds UTC; true from the morning on, whatever the night did. */
  readonly midnight: number;
  readonly weekend: boolean;
}

function arrival(habit: Habit, { midnight, weekend }: LocalDay, random: () => number): readonly Arrival[] {
  const [comes, when] = [random() < habit.likelihood, random()];
  if (!comes || (weekend && habit.days === 'weekdays')) return [];
  const { email, organization, browser, network, application, between } = habit;
  const [from, to] = between;
  const at = Math.round(midnight + (from + when * (to - from)) * 60_000);
  return [{ email, organization, browser, network, application, at }];
}

const daysOf = ({ since, until }: Habit): readonly number[] =>
  Array.from({ length: since - until + 1 }, (_, index) => since - index);

function localDays(now: number, timeZone: string): (daysAgo: number) => LocalDay {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const asUtc = (at: number): number => Date.parse(`${clock.format(at).replace(', ', 'T')}Z`);
  const today = Math.floor(asUtc(now) / day) * day;
  return (daysAgo) => {
    const date = today - daysAgo * day;
    const noon = date + 12 * hour;
    return { midnight: date - (asUtc(noon) - noon), weekend: [0, 6].includes(new Date(date).getUTCDay()) };
  };
}

/** Mulberry32: small, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
