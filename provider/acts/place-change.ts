import { writeJournal } from '../../db/journal.ts';
import { changePlace, type NamedPlace } from '../../db/places.ts';
import type { OrganizationId, PlaceId, RuleId, SignInFacts, UserId } from '../../policies/facts.ts';
import { everyoneRules } from '../../policies/place-arrows.ts';
import { isLarger } from '../../policies/place-growth.ts';
import type { Rule } from '../../policies/rules.ts';
import type { Rulebook } from '../rules/index.ts';
import { type ActNeeds, type Actor, type Changed, change, NotYours, Stale } from './change.ts';
import { fingerprint } from './fingerprint.ts';
import { endGrantsLost, readRulebook } from './given.ts';
import { requireSite } from './places.ts';
import { entryToUndo } from './undo.ts';

interface By<Who> {
  readonly organizationId: OrganizationId;
  readonly by: Who;
  /** An administrator's own way in, where she is at this request: she does not cut herself off. */
  readonly closer?: SignInFacts;
}

/** What else would hold where a place becomes larger. */
export interface Growth {
  readonly authorizations: number;
  readonly refusals: number;
  /** Whether « Tout le monde ici » is among them. */
  readonly everyone: boolean;
  /** Names all of it, so that nothing else is agreed to. */
  readonly shown: string;
}

/** `none`: the place becomes no larger, or no rule names it. */
export function growthOf(
  { rules }: Rulebook,
  { before, after, at }: { readonly before: NamedPlace; readonly after: Extent; readonly at: number },
): Growth | 'none' {
  const naming = rulesNaming(rules, before.id).filter(
    ({ validUntil }) => validUntil === 'always' || validUntil > at,
  );
  if (naming.length === 0 || !isLarger(before, after)) return 'none';
  return {
    authorizations: naming.filter(({ effect }) => effect === 'allow').length,
    refusals: naming.filter(({ effect }) => effect === 'deny').length,
    everyone: everyoneRules(rules, before.id).length > 0,
    shown: fingerprint([extentOf(after), idsOf(naming)]),
  };
}

const rulesNaming = ({ rules }: Rulebook['rules'], placeId: PlaceId): readonly Rule[] =>
  rules.map(({ rule }) => rule).filter(({ conditions }) => conditions.placeId === placeId);

const idsOf = (rules: readonly Rule[]): readonly RuleId[] => rules.map(({ id }) => id).sort();

type Extent = Pick<NamedPlace, 'siteId' | 'ranges' | 'circle'>;

/** By what a place is recognised, and where; what it is called does not decide, and stays out of the journal. */
const extentOf = ({ siteId, ranges, circle }: Extent): Extent => ({
  siteId,
  ranges: [...ranges].sort(),
  circle,
});

/** What the page of a place has shown of it: it is compared before the place is changed. */
export const fingerprintOfPlace = ({ name, siteId, ranges, circle }: Omit<NamedPlace, 'id'>): string =>
  fingerprint([name, siteId, ranges, circle]);

/**
 * Another name, site, ranges or circle: whoever was let in where the place no longer is has to ask. Where it becomes
 * larger its rules hold too, which has to be agreed to. Names the entry that can be undone; none when only the name is new.
 */
export const redrawPlace = (
  needs: ActNeeds,
  given: By<Actor> & {
    readonly place: NamedPlace;
    readonly shown: string;
    /** What growth was shown, when it was agreed to. */
    readonly agreed?: string | undefined;
  },
): Promise<Changed<string | 'none'>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { place, shown, agreed } = given;
      const { transaction, padlock, by, at } = underWay;
      const { organizationId } = padlock;
      const before = await readRulebook(underWay);
      const standing = before.places.get(place.id);
      if (!standing) throw new NotYours();
      if (fingerprintOfPlace(standing) !== shown) throw new Stale();
      const growth = growthOf(before, { before: standing, after: place, at });
      if (growth !== 'none' && growth.shown !== agreed) throw new Stale();
      await requireSite(underWay, place);
      await changePlace(transaction, organizationId, place);
      await endGrantsLost(underWay, needs, before);
      const entryId = await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'place.changed',
        subject: 'organization',
        before: { placeId: place.id, ...extentOf(standing) },
        after: {
          ...extentOf(place),
          ...(place.name !== standing.name && { name: 'changed' }),
          naming: fingerprint(idsOf(rulesNaming(before.rules, place.id))),
        },
        at,
      });
      return isSameExtent(standing, place) ? 'none' : entryId;
    },
  });

const isSameExtent = (one: Extent, other: Extent): boolean =>
  JSON.stringify(extentOf(one)) === JSON.stringify(extentOf(other));

/**
 * « Annuler »: the ranges, circle and site that were there are there again. Stale when the place is no longer as it was
 * changed, or when it would become larger and other rules name it by now.
 */
export const undoPlaceChange = (
  needs: ActNeeds,
  given: By<UserId> & { readonly placeId: PlaceId; readonly entryId: string },
): Promise<Changed<'done'>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, by, at } = underWay;
      const { organizationId } = padlock;
      const { id, before, after } = await entryToUndo(underWay, given.entryId, ['place.changed']);
      // What an older release wrote down says too little to be undone.
      if (before.placeId !== given.placeId || before.ranges === undefined) throw new NotYours();
      const rulebook = await readRulebook(underWay);
      const standing = rulebook.places.get(given.placeId);
      if (!standing || !isSameExtent(standing, after)) throw new Stale();
      const restored = { ...standing, ...extentOf(before) };
      const naming = fingerprint(idsOf(rulesNaming(rulebook.rules, standing.id)));
      if (naming !== after.naming && isLarger(standing, restored)) throw new Stale();
      await requireSite(underWay, restored);
      await changePlace(transaction, organizationId, restored);
      await endGrantsLost(underWay, needs, rulebook);
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'places.undone',
        subject: 'organization',
        before: { placeId: standing.id, ...extentOf(standing) },
        after: { ...extentOf(restored), undoes: id },
        at,
      });
      return 'done' as const;
    },
  });
