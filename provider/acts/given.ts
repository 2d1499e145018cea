import { endGrantsGiven } from '../../db/given-grants.ts';
import { readPlaces } from '../../db/places.ts';
import { readRules } from '../../db/rules.ts';
import { decide } from '../../policies/decide.ts';
import type { SignInFacts } from '../../policies/facts.ts';
import { bind, type Rulebook } from '../rules/index.ts';
import type { ActNeeds, UnderWay } from './change.ts';

/** What decides at this point of a change. */
export async function readRulebook({ transaction, padlock }: UnderWay): Promise<Rulebook> {
  const { organizationId, policyVersion } = padlock;
  return bind(
    await readRules(transaction, organizationId),
    await readPlaces(transaction, organizationId),
    policyVersion,
  );
}

/** What was given ends when what decided before a change would give it, and what decides now would not. */
export async function endGrantsLost(
  underWay: UnderWay,
  { locate }: ActNeeds,
  before: Rulebook,
): Promise<void> {
  const { transaction, padlock, at } = underWay;
  const after = await readRulebook(underWay);
  const isGiven = (facts: SignInFacts, { rules, placesAt }: Rulebook): boolean => {
    const now = { ...facts, at, places: placesAt(locate(facts.network)), padlock: padlock.state };
    return decide({ ...now, approval: 'none' }, rules).outcome === 'allow';
  };
  await endGrantsGiven(
    transaction,
    padlock.organizationId,
    'all',
    (facts) => isGiven(facts, before) && !isGiven(facts, after),
  );
}
