import { findEntry, type JournalAction, writeJournal } from '../../db/journal.ts';
import { endRules, restoreRules } from '../../db/rules.ts';
import type { OrganizationId, RuleId, SignInFacts, UserId } from '../../policies/facts.ts';
import { type ActNeeds, type Changed, change, NotYours, Stale } from './change.ts';

const undoable: readonly JournalAction[] = ['rule.added', 'rule.ended', 'rule.changed'];

/**
 * « Annuler », after a rule was written, changed or ended: the exact rule that was there is there again.
 * Stale when somebody has changed or ended since what it would take back.
 */
export const undoRule = (
  needs: ActNeeds,
  given: {
    readonly organizationId: OrganizationId;
    readonly by: UserId;
    readonly entryId: string;
    readonly closer?: SignInFacts;
  },
): Promise<Changed<'done' | 'already'>> =>
  change(needs, {
    ...given,
    act: async ({ transaction, padlock: { organizationId }, at, by }) => {
      const entry = await findEntry(transaction, organizationId, given.entryId);
      if (!entry || !undoable.includes(entry.action)) throw new NotYours();
      const ended: readonly RuleId[] = entry.before.ended ?? [];
      const added: readonly RuleId[] = entry.after.added ?? [];
      const taken = await endRules(transaction, { organizationId, ids: added, at });
      const restored = await restoreRules(transaction, { organizationId, ids: ended });
      if (taken + restored === 0) return 'already';
      if (taken < added.length || restored < ended.length) throw new Stale();
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'rule.undone',
        subject: entry.subject === 'nobody' ? 'organization' : entry.subject,
        before: { ended: added },
        after: { restored: ended, undoes: given.entryId },
        at,
      });
      return 'done';
    },
  });
