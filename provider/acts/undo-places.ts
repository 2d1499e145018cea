import { findEntry, writeJournal } from '../../db/journal.ts';
import { restorePlace } from '../../db/places.ts';
import { endRules, restoreRules } from '../../db/rules.ts';
import type { OrganizationId, PlaceId, RuleId, UserId } from '../../policies/facts.ts';
import { type ActNeeds, type Changed, change, NotYours } from './change.ts';
import { endGrantsLost, readRulebook } from './given.ts';

/** « Annuler » under « Tous les endroits »: the exact rules, and the place, that were there are there again. */
export const undoPlaces = (
  needs: ActNeeds,
  given: { readonly organizationId: OrganizationId; readonly by: UserId; readonly entryId: string },
): Promise<Changed<'done' | 'already'>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at, by } = underWay;
      const { organizationId } = padlock;
      const entry = await findEntry(transaction, organizationId, given.entryId);
      const undone = entry && wroteOf(entry);
      if (!undone) throw new NotYours();
      const { placeId, ended, added } = undone;
      const before = await readRulebook(underWay);
      const place = placeId !== 'none' && (await restorePlace(transaction, organizationId, placeId)) ? 1 : 0;
      // Of a place that somebody else has brought back, the rules are as they have left them.
      if (placeId !== 'none' && place === 0) return 'already';
      const restored = await restoreRules(transaction, { organizationId, ids: ended });
      const took = await endRules(transaction, { organizationId, ids: added, at });
      if (place + restored + took === 0) return 'already';
      if (took > 0) await endGrantsLost(underWay, needs, before);
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'places.undone',
        subject: 'organization',
        before: { ended: added },
        after: { restored: ended, undoes: given.entryId },
        at,
      });
      return 'done';
    },
  });

interface Wrote {
  /** The place that was removed. */
  readonly placeId: PlaceId | 'none';
  readonly ended: readonly RuleId[];
  readonly added: readonly RuleId[];
}

/** Each act as it wrote itself down; any other is not ours to undo. */
function wroteOf({
  action,
  before,
  after,
}: NonNullable<Awaited<ReturnType<typeof findEntry>>>): Wrote | undefined {
  switch (action) {
    case 'places.authorized':
    case 'places.withdrawn':
      return { placeId: 'none', ended: before.ended, added: after.added };
    case 'place.removed':
      return { placeId: before.placeId, ended: before.ended ?? [], added: [] };
    default:
      return undefined;
  }
}
