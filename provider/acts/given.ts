import { endGrantsGiven, hasGrants } from '../../db/given-grants.ts';
import { readPlaces } from '../../db/places.ts';
import { readRules } from '../../db/rules.ts';
import { readRulesAbout } from '../../db/rules-about.ts';
import { decide } from '../../policies/decide.ts';
import type { Outcome } from '../../policies/decision.ts';
import type { SignInFacts, UserId } from '../../policies/facts.ts';
import { bind, type Rulebook } from '../rules/index.ts';
import type { ActNeeds, UnderWay } from './change.ts';

/** What decides about these people at this point of a change; a rule that names somebody else is left out. */
export async function readRulebook(
  { transaction, padlock }: UnderWay,
  whom: readonly UserId[] | 'all' = 'all',
): Promise<Rulebook> {
  const { organizationId, policyVersion } = padlock;
  const rules =
    whom === 'all'
      ? await readRules(transaction, organizationId)
      : await readRulesAbout(transaction, organizationId, whom);
  return bind(rules, await readPlaces(transaction, organizationId), policyVersion);
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
  const after = await readRulebook(underWay, whom);
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
  const before = await readRulebook(underWay, whom);
  const result = await write();
  await endGrantsLost(underWay, needs, before, whom);
  return result;
}

/** « Toujours » is taken away: what was given to this person ends where her authorizations would not have given it. */
export async function endGrantsBeyondRules(
  underWay: UnderWay,
  { locate }: Pick<ActNeeds, 'locate'>,
  userId: UserId,
): Promise<void> {
  const { transaction, padlock, at } = underWay;
  const { rules, placesAt } = await readRulebook(underWay, [userId]);
  await endGrantsGiven(transaction, padlock.organizationId, [userId], (facts) => {
    const { membership } = facts;
    const now: SignInFacts = {
      ...facts,
      at,
      places: placesAt(locate(facts.network)),
      padlock: padlock.state,
      approval: 'none',
      membership: membership === 'none' ? membership : { ...membership, access: 'by_rules' },
    };
    return decide(now, rules).outcome !== 'allow';
  });
}
