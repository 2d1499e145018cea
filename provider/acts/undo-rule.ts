import { type JournalAction, writeJournal } from '../../db/journal.ts';
import { endRules, moveRequestsOfRule, readWhom, restoreRules } from '../../db/many-rules.ts';
import type { OrganizationId, RuleId, SignInFacts, UserId } from '../../policies/facts.ts';
import { type ActNeeds, type Changed, change, Stale } from './change.ts';
import { endingWhatIsLost } from './given.ts';
import { entryToUndo } from './undo.ts';

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
): Promise<Changed<'done'>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at, by } = underWay;
      const { organizationId } = padlock;
      const entry = await entryToUndo(underWay, given.entryId, undoable);
      const ended: readonly RuleId[] = entry.before.ended ?? [];
      const added: readonly RuleId[] = entry.after.added ?? [];
      const whom = await readWhom(transaction, { organizationId, ids: [...ended, ...added] });
      await endingWhatIsLost(underWay, needs, whom, async () => {
        const taken = await endRules(transaction, { organizationId, ids: added, at });
        const [from, to] = [added[0], ended[0]];
        if (from && to) await moveRequestsOfRule(transaction, organizationId, from, to);
        const restored = await restoreRules(transaction, { organizationId, ids: ended, endedAt: entry.at });
        if (taken < added.length || restored < ended.length) throw new Stale();
      });
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'rule.undone',
        subject: entry.subject === 'nobody' ? 'organization' : entry.subject,
        before: { ended: added },
        after: { restored: ended, undoes: given.entryId },
        at,
      });
      return 'done' as const;
    },
  });
