import { endGrantsGiven, hasGrants } from '../../db/given-grants.ts';
import { readPlaces } from '../../db/places.ts';
import { readRules } from '../../db/rules.ts';
import { decide } from '../../policies/decide.ts';
import type { SignInFacts, UserId } from '../../policies/facts.ts';
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

/** What was given to these people ends when what decided before a change would give it, and what decides now would not. */
export async function endGrantsLost(
  underWay: UnderWay,
  { locate }: ActNeeds,
  before: Rulebook,
  whom: readonly UserId[] | 'all' = 'all',
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
    whom,
    (facts) => isGiven(facts, before) && !isGiven(facts, after),
  );
}

/** Writes, and ends what these people lose by it; where nothing was given to them, nothing more is read. */
export async function endingWhatIsLost<Result>(
  underWay: UnderWay,
  needs: ActNeeds,
  whom: readonly UserId[] | 'all',
  write: () => Promise<Result>,
): Promise<Result> {
  if (!(await hasGrants(underWay.transaction, underWay.padlock.organizationId, whom))) return write();
  const before = await readRulebook(underWay);
  const result = await write();
  await endGrantsLost(underWay, needs, before, whom);
  return result;
}
