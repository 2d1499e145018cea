import { type JournalAction, writeJournal } from '../../db/journal.ts';
import { endRules, restoreRules } from '../../db/many-rules.ts';
import { restorePlace } from '../../db/places.ts';
import type { UndoableEntry } from '../../db/undoable-entries.ts';
import type { OrganizationId, PlaceId, RuleId, SignInFacts, UserId } from '../../policies/facts.ts';
import { type ActNeeds, type Changed, change, Stale } from './change.ts';
import { endingWhatIsLost } from './given.ts';
import { entryToUndo } from './undo.ts';

const undoable: readonly JournalAction[] = ['places.authorized', 'places.withdrawn', 'place.removed'];

/** « Annuler » under « Tous les endroits »: the exact rules, and the place, that were there are there again. */
export const undoPlaces = (
  needs: ActNeeds,
  given: {
    readonly organizationId: OrganizationId;
    readonly by: UserId;
    readonly entryId: string;
    /** Whoever acts, as she is here now: she does not cut herself off. */
    readonly closer?: SignInFacts;
  },
): Promise<Changed<'done'>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at, by } = underWay;
      const { organizationId } = padlock;
      const entry = await entryToUndo(underWay, given.entryId, undoable);
      const { placeId, ended, added } = wroteOf(entry);
      const changed = await endingWhatIsLost(underWay, needs, 'all', async () => {
        // Of a place that somebody else has brought back, the rules are as they have left them.
        if (placeId !== 'none' && !(await restorePlace(transaction, organizationId, placeId))) return 0;
        const restored = await restoreRules(transaction, { organizationId, ids: ended, endedAt: entry.at });
        const taken = await endRules(transaction, { organizationId, ids: added, at });
        return restored + taken + (placeId === 'none' ? 0 : 1);
      });
      if (changed === 0) throw new Stale();
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'places.undone',
        subject: 'organization',
        before: { ended: added },
        after: { restored: ended, undoes: given.entryId },
        at,
      });
      return 'done' as const;
    },
  });

interface Wrote {
  /** The place that was removed. */
  readonly placeId: PlaceId | 'none';
  readonly ended: readonly RuleId[];
  readonly added: readonly RuleId[];
}

/** Each act as it wrote itself down. */
const wroteOf = ({ action, before, after }: UndoableEntry): Wrote =>
  action === 'place.removed'
    ? { placeId: before.placeId, ended: before.ended ?? [], added: [] }
    : { placeId: 'none', ended: before.ended, added: after.added };
