import { writeJournal } from '../../db/journal.ts';
import { addPlace, isSiteOf, type NewPlace, removePlace } from '../../db/places.ts';
import type { OrganizationId, PlaceId } from '../../policies/facts.ts';
import { type ActNeeds, type Actor, type Changed, change, NotYours } from './change.ts';

export const addPlaceAct = (
  needs: ActNeeds,
  given: {
    readonly organizationId: OrganizationId;
    readonly by: Actor;
    readonly place: Omit<NewPlace, 'organizationId' | 'at'>;
  },
): Promise<Changed<PlaceId>> =>
  change(needs, {
    ...given,
    act: async ({ transaction, padlock: { organizationId }, at, by }) => {
      const { siteId } = given.place;
      if (siteId !== null && !(await isSiteOf(transaction, organizationId, siteId))) throw new NotYours();
      const id = await addPlace(transaction, { ...given.place, organizationId, at });
      const after = { placeId: id, ...given.place };
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'place.added',
        subject: 'organization',
        after,
        at,
      });
      return id;
    },
  });

/** Ends the rules that name it: whoever entered from there by them has to ask. */
export const removePlaceAct = (
  needs: ActNeeds,
  given: { readonly organizationId: OrganizationId; readonly by: Actor; readonly placeId: PlaceId },
): Promise<Changed<void>> =>
  change(needs, {
    ...given,
    act: async ({ transaction, padlock: { organizationId }, at, by }) => {
      if (!(await removePlace(transaction, { organizationId, id: given.placeId, at }))) throw new NotYours();
      const before = { placeId: given.placeId };
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'place.removed',
        subject: 'organization',
        before,
        after: {},
        at,
      });
    },
  });
