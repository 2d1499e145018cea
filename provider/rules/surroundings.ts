import type { Database } from '../../db/open.ts';
import type { Network, Unknown } from '../../policies/facts.ts';
import { createLocator, type Location, type Locator, type LocatorOptions } from '../location/index.ts';
import { createRulebooks, type RulebookOf } from './rulebook.ts';
import { createWhereabouts, type WhereaboutsOf } from './whereabouts.ts';

/** What any part needs to know where a request is and what decides there: the server's, and each command's. */
export interface Surroundings {
  readonly locator: Locator;
  readonly locate: (network: Network | Unknown) => Location;
  readonly rulebookOf: RulebookOf;
  readonly whereaboutsOf: WhereaboutsOf;
}

export async function createSurroundings(
  needs: LocatorOptions & {
    readonly database: Database;
    /** What else knows where networks are. */
    readonly alsoLocate?: (locate: Surroundings['locate']) => Surroundings['locate'];
  },
): Promise<Surroundings> {
  const locator = await createLocator(needs);
  const rulebookOf = createRulebooks(needs.database);
  const located = (network: Network | Unknown) => locator.locate(network);
  const locate = needs.alsoLocate?.(located) ?? located;
  return {
    locator,
    locate,
    rulebookOf,
    whereaboutsOf: createWhereabouts({ database: needs.database, locate }),
  };
}
