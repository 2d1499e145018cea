import type { RuleTerms } from './approval.ts';
import { type AskedFor, isFixed } from './approval-scopes.ts';
import { unknown } from './facts.ts';
import type { Conditions } from './rules.ts';

/** A connection that let its person in within the last month, from one network. */
export interface RecentConnection
  extends Pick<
    AskedFor,
    'userId' | 'browserId' | 'network' | 'place' | 'region' | 'line' | 'use' | 'proof'
  > {}

/** How far back the first closing looks, in milliseconds. */
export const firstClosingLooksBack = 30 * 24 * 60 * 60_000;

/**
 * What closing the padlock for the first time authorizes, so that nobody who comes and goes is locked out:
 * each person with each browser, at its places where the line is fixed, else in its region.
 * A browser that did not show its key could not enter by its region: it keeps its network.
 */
export function rulesOfFirstClosing(recent: readonly RecentConnection[]): readonly RuleTerms[] {
  const conditions = new Map<string, Conditions>();
  for (const connection of recent) {
    const whom = { userId: connection.userId, browserId: connection.browserId };
    const where = whereOf(connection);
    if (where === 'nowhere') continue;
    const all = { ...whom, ...where };
    conditions.set(JSON.stringify(all), all);
  }
  return [...conditions.values()].map((one) => ({
    effect: 'allow',
    conditions: one,
    validFrom: 'always',
    validUntil: 'always',
  }));
}

function whereOf(connection: RecentConnection): Conditions | 'nowhere' {
  const { place, network, region, proof } = connection;
  if (place !== 'none') return { placeId: place };
  if (!isFixed(connection) && region !== unknown && proof === 'proven') return { region };
  return network === unknown ? 'nowhere' : { network };
}
