import { writeJournal } from '../../db/journal.ts';
import { addPlace, isSiteOf, type NamedPlace, type NewPlace, removePlace } from '../../db/places.ts';
import type { OrganizationId, PlaceId, RuleId, SignInFacts } from '../../policies/facts.ts';
import { type ActNeeds, type Actor, type Changed, change, NotYours, Stale, type UnderWay } from './change.ts';
import { fingerprint } from './fingerprint.ts';
import { endGrantsLost, readRulebook } from './given.ts';

interface By {
  readonly organizationId: OrganizationId;
  readonly by: Actor;
}

/** An administrator's own way in, where she is at this request: she does not cut herself off. */
interface Acting extends By {
  readonly closer?: SignInFacts;
}

export const writePlace = (
  needs: ActNeeds,
  given: By & { readonly place: Omit<NewPlace, 'organizationId' | 'at'> },
): Promise<Changed<PlaceId>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at } = underWay;
      await requireSite(underWay, given.place);
      const { organizationId } = padlock;
      const placeId = await addPlace(transaction, { ...given.place, organizationId, at });
      await tell(underWay, 'place.added', {}, { placeId });
      return placeId;
    },
  });

/** What a page has shown that would end with a place. */
export const fingerprintOfEnded = (ended: readonly RuleId[]): string => fingerprint([...ended].sort());

/** Ends the rules that name it: whoever entered from there by them has to ask. Names the entry that can be undone. */
export const forgetPlace = (
  needs: ActNeeds,
  given: Acting & { readonly placeId: PlaceId; readonly shown?: string },
): Promise<Changed<string>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at } = underWay;
      const { organizationId } = padlock;
      const { placeId } = given;
      const before = await readRulebook(underWay);
      const ended = before.rules.rules
        .filter(({ rule }) => rule.conditions.placeId === placeId)
        .map(({ rule }) => rule.id);
      if (given.shown !== undefined && given.shown !== fingerprintOfEnded(ended)) throw new Stale();
      if (!(await removePlace(transaction, { organizationId, id: placeId, at }))) throw new NotYours();
      await endGrantsLost(underWay, needs, before);
      return tell(underWay, 'place.removed', { placeId, ended }, {});
    },
  });

/** Another organization's site is like one that does not exist. */
export async function requireSite(
  { transaction, padlock: { organizationId } }: UnderWay,
  { siteId }: Pick<NamedPlace, 'siteId'>,
): Promise<void> {
  if (siteId !== null && !(await isSiteOf(transaction, organizationId, siteId))) throw new NotYours();
}

const tell = (
  { transaction, padlock: { organizationId }, by, at }: UnderWay,
  action: 'place.added' | 'place.removed',
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Promise<string> =>
  writeJournal(transaction, {
    organizationId,
    actor: by,
    action,
    subject: 'organization',
    before,
    after,
    at,
  });
