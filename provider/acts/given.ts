import { endGrantsGiven } from '../../db/given-grants.ts';
import { readPlaces } from '../../db/places.ts';
import { readRules } from '../../db/rules.ts';
import { decide } from '../../policies/decide.ts';
import { type PlaceId, type SignInFacts, unknown } from '../../policies/facts.ts';
import { bind } from '../rules/index.ts';
import type { ActNeeds, UnderWay } from './change.ts';

/** What was given, at a place or anywhere, ends when it would not be given by the rules and places that are there now. */
export async function endGrantsThatWouldNotBeGiven(
  { transaction, padlock, at }: UnderWay,
  { locate }: ActNeeds,
  where: PlaceId | 'anywhere',
): Promise<void> {
  const { organizationId, policyVersion, state } = padlock;
  const rules = await readRules(transaction, organizationId);
  const places = await readPlaces(transaction, organizationId);
  const rulebook = bind(rules, places, policyVersion);
  const wasThere = ({ places: seen }: SignInFacts): boolean =>
    where === 'anywhere' || (seen !== unknown && seen.inside.includes(where));
  await endGrantsGiven(transaction, organizationId, 'all', (facts) => {
    if (!wasThere(facts)) return false;
    const now = { ...facts, at, places: rulebook.placesAt(locate(facts.network)), padlock: state };
    return decide({ ...now, approval: 'none' }, rulebook.rules).outcome !== 'allow';
  });
}
