import type { Connection } from '../../db/open.ts';
import type { Padlock } from '../../db/padlock.ts';
import { type PastSignIn, readRecentEntries } from '../../db/past-sign-ins.ts';
import { readPlaces } from '../../db/places.ts';
import { readRulesAbout } from '../../db/rules-about.ts';
import type { CompiledRules } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import type { ApplicationId, SignInFacts, UserId } from '../../policies/facts.ts';
import { firstClosingLooksBack } from '../../policies/first-closing.ts';
import { someoneEnters } from '../../policies/rehearsal.ts';
import {
  bind,
  type KnownApplication,
  type PastFactsNeeds,
  pastFacts,
  type Rulebook,
} from '../rules/index.ts';

/** Open for an hour is as good as closed: nobody is asked again before it closes by itself. */
export const isOpenForGood = ({ state, relockAt }: Padlock): boolean => state === 'open' && relockAt === null;

type Locating = Pick<PastFactsNeeds, 'locate'>;
export type ReadRulebook = () => Promise<Rulebook>;

/**
 * What decides about these people, of whom there are few: other people's rules, of whom there may be very many, are left out.
 * Read in the transaction, which may hold the only connection and sees what it has written; once for each version.
 */
export function rulebooksIn(
  transaction: Connection,
): (padlock: Padlock, people: readonly UserId[]) => Promise<Rulebook> {
  let last: { readonly rulebook: Rulebook; readonly about: ReadonlySet<UserId> } | undefined;
  return async ({ organizationId, policyVersion }, people) => {
    if (last?.rulebook.rules.policyVersion === policyVersion && people.every((id) => last?.about.has(id)))
      return last.rulebook;
    const rulebook = bind(
      await readRulesAbout(transaction, organizationId, people),
      await readPlaces(transaction, organizationId),
      policyVersion,
    );
    last = { rulebook, about: new Set(people) };
    return rulebook;
  };
}

/** The administrators' own console is what they must be able to reach. */
const consoleApplication: KnownApplication = {
  id: 'reglages' as ApplicationId, // branded here, where it is named
  name: 'Réglages',
  gate: 'enforced',
  role: 'administration',
  kind: 'web',
};

/** How administrators entered within the last month. */
export const readEntriesOfAdministrators = (
  transaction: Connection,
  { organizationId }: Padlock,
  at: number,
): Promise<readonly PastSignIn[]> =>
  readRecentEntries(transaction, {
    organizationId,
    since: at - firstClosingLooksBack,
    at,
    role: 'administration',
  });

/** Whether one of them could enter Réglages, were the padlock closed, as she did then. */
export async function someAdministratorEnters(
  entries: readonly PastSignIn[],
  { locate }: Locating,
  { timeZone }: Padlock,
  at: number,
  readRulebook: ReadRulebook,
): Promise<boolean> {
  if (entries.length === 0) return false;
  const rulebook = await readRulebook();
  const applicationOf = () => consoleApplication;
  const facts = entries.map((one) => pastFacts(one, { rulebook, timeZone, locate, applicationOf }));
  return someoneEnters(facts, rulebook.rules, at);
}

/** Where she is may have another name by now. */
export const staysIn = (closer: SignInFacts, { locate }: Locating, { rules, placesAt }: Rulebook): boolean =>
  entersOnceClosed({ ...closer, places: placesAt(locate(closer.network)) }, rules);

/** Whoever closes, as she is here now; what lets in this once lets nobody in afterwards. */
export const entersOnceClosed = (closer: SignInFacts, rules: CompiledRules): boolean =>
  decide({ ...closer, padlock: 'closed', approval: 'none' }, rules).outcome === 'allow';
