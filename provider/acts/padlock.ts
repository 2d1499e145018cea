import { writeJournal } from '../../db/journal.ts';
import { addNotices } from '../../db/outbox.ts';
import { readDuePadlocks, setPadlock } from '../../db/padlock.ts';
import { addRules } from '../../db/rules.ts';
import { readAdministrators } from '../../db/users.ts';
import type { OrganizationId, SignInFacts } from '../../policies/facts.ts';
import { type ActNeeds, type Actor, type Changed, change, Stale, type UnderWay } from './change.ts';
import { rulesForRecent } from './first-closing.ts';

/** `already`: nothing was to be done, and nobody is told. */
export type PadlockChanged = Changed<'done' | 'already' | 'already-open'>;

/**
 * Closes the padlock. The first time, every connection of members that let them in within the last month is authorized;
 * a closing that would lock out whoever closes, or every administrator, is not done.
 */
export const closePadlock = (
  needs: ActNeeds,
  given: {
    readonly organizationId: OrganizationId;
    readonly by: Actor;
    readonly closer?: SignInFacts;
    /** The version that the rehearsal was made with: it closes on nothing that was not rehearsed. */
    readonly rehearsed?: number;
  },
): Promise<PadlockChanged> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at } = underWay;
      if (padlock.state === 'closed' && padlock.relockAt === null) return 'already';
      if (given.rehearsed !== undefined && given.rehearsed !== padlock.policyVersion) throw new Stale();
      const authorized = padlock.firstLockedAt === null ? await authorizeRecent(underWay, needs) : 0;
      await setPadlock(transaction, padlock.organizationId, { state: 'closed', at });
      await tell(underWay, 'padlock.closed', { authorized });
      return 'done';
    },
  });

/** Opens it, until further notice or until an instant; never guarded, for it locks nobody out. */
export const openPadlock = (
  needs: ActNeeds,
  given: {
    readonly organizationId: OrganizationId;
    readonly by: Actor;
    /** Milliseconds UTC, or null: until further notice. */
    readonly relockAt: number | null;
  },
): Promise<PadlockChanged> =>
  change(needs, {
    ...given,
    guard: 'may-lock-out',
    act: async (underWay) => {
      const { transaction, padlock } = underWay;
      if (padlock.state === 'open' && padlock.relockAt === given.relockAt) return 'already';
      // An hour asked for does not shorten what an administrator opened until further notice.
      if (padlock.state === 'open' && padlock.relockAt === null) return 'already-open';
      await setPadlock(transaction, padlock.organizationId, { state: 'open', relockAt: given.relockAt });
      await tell(underWay, 'padlock.opened', { until: given.relockAt });
      return 'done';
    },
  });

/** Writes down what time has done: an hour that is over closes the padlock, whoever may enter then. */
export async function recloseDuePadlocks(needs: ActNeeds): Promise<void> {
  for (const organizationId of await readDuePadlocks(needs.database, needs.now())) {
    await change(needs, {
      organizationId,
      by: 'system',
      guard: 'may-lock-out',
      act: async (underWay) => {
        const { transaction, padlock, at } = underWay;
        if (padlock.relockAt === null || padlock.relockAt > at) return;
        await setPadlock(transaction, organizationId, { state: 'closed', at });
        await tell(underWay, 'padlock.reclosed', {});
      },
    });
  }
}

/** All administrators are told, in the transaction that changed the padlock. */
async function tell(
  { transaction, padlock, at, by }: UnderWay,
  action: 'padlock.closed' | 'padlock.opened' | 'padlock.reclosed',
  after: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { organizationId, state, relockAt } = padlock;
  const journalId = await writeJournal(transaction, {
    organizationId,
    actor: by,
    action,
    subject: 'organization',
    before: { state, relockAt },
    after,
    at,
  });
  const administrators = await readAdministrators(transaction, organizationId, at);
  await addNotices(
    transaction,
    administrators.map(({ id }) => ({ kind: 'padlock-changed', organizationId, userId: id, journalId })),
    at,
  );
}

async function authorizeRecent(
  { transaction, padlock: { organizationId }, at, by }: UnderWay,
  { locate }: ActNeeds,
): Promise<number> {
  const rules = await rulesForRecent(transaction, { organizationId, at, locate });
  const createdBy = by === 'operator' || by === 'system' ? null : by;
  await addRules(transaction, { organizationId, origin: 'first-closing', createdBy, at }, rules);
  return rules.length;
}
