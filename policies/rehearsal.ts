import type { CompiledRules } from './compile.ts';
import { decide } from './decide.ts';
import {
  type BrowserId,
  type Network,
  type SignInFacts,
  type Unknown,
  type UserId,
  unknown,
} from './facts.ts';
import { minuteOfWeek } from './schedules.ts';

/** Somebody who would have had to wait, or been turned away, with this browser on this network. */
export interface Stopped {
  readonly userId: UserId;
  readonly browserId: BrowserId | Unknown;
  readonly network: Network | Unknown;
  readonly outcome: 'ask' | 'deny';
  /** The first time, in milliseconds UTC. */
  readonly at: number;
  readonly times: number;
}

/** What the facts of a past sign-in would be under a closed padlock: no approval helps, no journey is held against anyone. */
const underAClosedPadlock = {
  padlock: 'closed',
  approval: 'none',
  travel: { kind: 'possible' },
} as const satisfies Partial<SignInFacts>;

/**
 * Decides past sign-ins again under these rules, as if the padlock had been closed. One line for each person, browser and
 * network: whoever waits once is approved, and would not have waited again. In the order of their first time.
 */
export function rehearse(past: readonly SignInFacts[], rules: CompiledRules): readonly Stopped[] {
  const stopped = new Map<string, Stopped>();
  for (const facts of past.toSorted((one, other) => one.at - other.at)) {
    const { outcome } = decide({ ...facts, ...underAClosedPadlock }, rules);
    if (outcome === 'allow') continue;
    const { userId, browserId, network, at } = facts;
    const line = `${userId} ${browserId} ${network} ${outcome}`;
    const before = stopped.get(line);
    stopped.set(
      line,
      before ? { ...before, times: before.times + 1 } : { userId, browserId, network, outcome, at, times: 1 },
    );
  }
  return [...stopped.values()];
}

/** What a change of rules would have changed: whom it lets in, and whom it stops, or turns away instead of asking. */
export interface Difference {
  readonly letIn: readonly Stopped[];
  readonly stopped: readonly Stopped[];
}

/** Of the same past sign-ins, rehearsed under the rules before and after. */
export function compareRehearsals(before: readonly Stopped[], after: readonly Stopped[]): Difference {
  const who = ({ userId, browserId, network }: Stopped) => `${userId} ${browserId} ${network}`;
  const how = (one: Stopped) => `${who(one)} ${one.outcome}`;
  const [was, is] = [new Set(before.map(how)), new Set(after.map(how))];
  const still = new Set(after.map(who));
  return {
    letIn: before.filter((one) => !is.has(how(one)) && !still.has(who(one))),
    stopped: after.filter((one) => !was.has(how(one))),
  };
}

const minute = 60_000;
const day = 24 * 60 * minute;
const week = 7 * day;

/**
 * The same hour of the same day on the organization's clock, in a week that is to come: what a schedule says of then
 * it says of the connection. Where the clock was changed in between, so is the instant.
 */
export function sameHourAfter(at: number, now: number, timeZone: string | Unknown): number {
  const later = at >= now ? at : at + Math.ceil((now - at) / week) * week;
  if (timeZone === unknown) return later;
  const [then, again] = [minuteOfWeek(at, timeZone), minuteOfWeek(later, timeZone)];
  if (then === unknown || again === unknown) return later;
  // Monday 0:30 and Sunday 23:30 are an hour apart, and not a week.
  const apart = ((then - again) * minute + 1.5 * week) % week;
  return later + apart - week / 2;
}

/**
 * Whether a connection that let its person in would still do so within the week to come: at its usual hour, or at this
 * one. What holds for a few more minutes is no way in.
 */
export function wouldEnterAgain(facts: SignInFacts, rules: CompiledRules, now: number): boolean {
  const usual = sameHourAfter(facts.at, now + day, facts.timeZone);
  const thisHour = sameHourAfter(now, now + day, facts.timeZone);
  return [usual, thisHour].some(
    (at) => decide({ ...facts, ...underAClosedPadlock, at }, rules).outcome === 'allow',
  );
}

/** Whether anyone of these could still enter. */
export const someoneEnters = (
  connections: readonly SignInFacts[],
  rules: CompiledRules,
  now: number,
): boolean => connections.some((facts) => wouldEnterAgain(facts, rules, now));
