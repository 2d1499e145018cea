import { endGrantsGiven, hasGrants } from '../../db/given-grants.ts';
import { readPlaces } from '../../db/places.ts';
import { readRules } from '../../db/rules.ts';
import { decide } from '../../policies/decide.ts';
import type { Outcome } from '../../policies/decision.ts';
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

/** From what lets in to what refuses. */
const strictness: readonly Outcome[] = ['allow', 'ask', 'deny'];

/**
 * What was given to these people ends when what decides now is stricter about it than what decided before a change:
 * an authorization is lost, or a refusal has come to what was given once, or under an open padlock.
 */
export async function endGrantsLost(
  underWay: UnderWay,
  { locate }: ActNeeds,
  before: Rulebook,
  whom: readonly UserId[] | 'all' = 'all',
): Promise<void> {
  const { transaction, padlock, at } = underWay;
  const after = await readRulebook(underWay);
  const strict = (facts: SignInFacts, { rules, placesAt }: Rulebook): number => {
    const now = { ...facts, at, places: placesAt(locate(facts.network)), padlock: padlock.state };
    return strictness.indexOf(decide({ ...now, approval: 'none' }, rules).outcome);
  };
  await endGrantsGiven(
    transaction,
    padlock.organizationId,
    whom,
    (facts) => strict(facts, after) > strict(facts, before),
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
