import { writeJournal } from '../../db/journal.ts';
import { endRules } from '../../db/many-rules.ts';
import { addRules } from '../../db/rules.ts';
import type { OrganizationId, PlaceId, SignInFacts, UserId } from '../../policies/facts.ts';
import { everyoneAt, everyoneRules } from '../../policies/place-arrows.ts';
import { type ActNeeds, type Changed, change, NotYours, Stale } from './change.ts';
import { endGrantsLost, readRulebook } from './given.ts';

/** « Tout le monde ici » begins or ends at a named place; names the entry that can be undone. */
export const letEveryoneIn = (
  needs: ActNeeds,
  given: {
    readonly organizationId: OrganizationId;
    readonly by: UserId;
    readonly placeId: PlaceId;
    readonly everyone: 'enters' | 'no-longer';
    readonly closer?: SignInFacts;
  },
): Promise<Changed<string>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at, by } = underWay;
      const { organizationId } = padlock;
      const { placeId, everyone } = given;
      const before = await readRulebook(underWay);
      if (!before.places.has(placeId)) throw new NotYours();
      const standing = everyoneRules(before.rules, placeId);
      const begins = everyone === 'enters';
      // Somebody else has done so already: there is nothing of one's own to undo.
      if (begins !== (standing.length === 0)) throw new Stale();
      const common = { organizationId, origin: 'console', createdBy: given.by, at } as const;
      const added = begins ? await addRules(transaction, common, [everyoneAt(placeId)]) : [];
      if (!begins) {
        await endRules(transaction, { organizationId, ids: standing, at });
        await endGrantsLost(underWay, needs, before);
      }
      return writeJournal(transaction, {
        organizationId,
        actor: by,
        action: begins ? 'places.authorized' : 'places.withdrawn',
        subject: 'organization',
        before: { ended: begins ? [] : standing },
        after: { added, placeId, everyone },
        at,
      });
    },
  });
