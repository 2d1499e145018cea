import { readNamesIn } from '../../../db/names.ts';
import type { NamedPlace } from '../../../db/places.ts';
import type { PlaceId } from '../../../policies/facts.ts';
import { areaKey, everyoneRules } from '../../../policies/place-arrows.ts';
import type { Rule } from '../../../policies/rules.ts';
import { placePage } from '../../../views/index.ts';
import type { NamedRule } from '../../../views/model.ts';
import type { MapCircle } from '../../../views/parts/map/model.ts';
import { fingerprintOfPlace } from '../../acts/index.ts';
import { notFound } from '../../http/problems.ts';
import { nameRule, type Rulebook } from '../../rules/index.ts';
import type { Visit } from '../visit.ts';
import { type Get, type ReadForm, readForm } from './form.ts';
import { peopleThere, placeHref, readSeen, type Seen } from './lines.ts';
import { saidIn } from './said.ts';

const mostRules = 20;

/** One named place. */
export async function showPlace(visit: Visit): Promise<void> {
  const seen = await readSeen(visit);
  const place = placeAsked(visit, seen.rulebook);
  const { form } = await readPlaceForm(visit, getIn(visit), place, 'drawn');
  const stale = visit.ctx.query.fait === 'stale';
  await renderPlace(visit, seen, place, {
    ...form,
    now:
      stale && visit.ctx.query.name !== undefined ? { name: place.name, ranges: place.ranges } : 'as-shown',
  });
}

export async function renderPlace(
  visit: Visit,
  seen: Seen,
  place: NamedPlace,
  form: ReadForm['form'],
): Promise<void> {
  const line = seen.lines.find(({ area }) => areaKey(area) === place.id);
  visit.ctx.body = placePage({
    shell: await visit.shell('places'),
    padlock: visit.padlock.state,
    name: place.name,
    said: await saidIn(visit),
    form,
    everyone: everyoneRules(seen.rulebook.rules, place.id).length > 0,
    everyoneAction: `${placeHref(place.id)}/tout-le-monde`,
    at: visit.at,
    ...(line ? peopleThere(seen, line) : { people: [], morePeople: 0 }),
    ...(await rulesNaming(visit, seen.rulebook, place.id)),
    removeHref: `${placeHref(place.id)}/retirer`,
  });
}

/** Another organization's place is answered like one that does not exist. */
export function placeAsked({ ctx }: Visit, { places }: Rulebook): NamedPlace {
  const place = [...places.values()].find(({ id }) => id === ctx.params.place);
  if (!place) throw notFound();
  return place;
}

export async function readPlaceForm(
  visit: Visit,
  get: Get,
  place: NamedPlace,
  judged: 'posted' | 'drawn',
): Promise<ReadForm> {
  const href = placeHref(place.id);
  const hidden = {
    shown: get('shown') ?? fingerprintOfPlace(place),
    depuis: judged === 'posted' ? (get('depuis') ?? '') : String(visit.at),
  };
  const others = await circlesOf(visit, place.id);
  return readForm(visit, get, { saved: place, href, action: href, judged, others, hidden });
}

/** What was typed comes back from the address when the circle is drawn again. */
export const getIn =
  ({ ctx }: Visit): Get =>
  (name) => {
    const value = ctx.query[name];
    return typeof value === 'string' ? value : undefined;
  };

/** The circles that the organization has, to find one's way by. */
export async function circlesOf(visit: Visit, besides?: PlaceId): Promise<readonly MapCircle[]> {
  const { organizationId, policyVersion } = visit.padlock;
  const { places } = await visit.needs.rulebookOf(organizationId, policyVersion);
  return [...places.values()].flatMap(({ id, name, circle }) =>
    circle === 'none' || id === besides ? [] : [{ ...circle, label: name }],
  );
}

/** Those that hold, or will, in the names of the organization. */
export async function rulesNaming(
  { needs, padlock, at }: Visit,
  { rules }: Rulebook,
  placeId: PlaceId,
): Promise<{ readonly rules: readonly NamedRule[]; readonly moreRules: number }> {
  const naming = rulesOf(rules, placeId).filter(
    ({ validUntil }) => validUntil === 'always' || validUntil > at,
  );
  const shown = naming.slice(0, mostRules);
  const names = await readNamesIn(needs.database, padlock.organizationId, shown);
  const clock = { now: at, timeZone: padlock.timeZone };
  return {
    rules: shown.map((rule) => nameRule(rule, names, clock)),
    moreRules: naming.length - shown.length,
  };
}

export const rulesOf = ({ rules }: Rulebook['rules'], placeId: PlaceId): readonly Rule[] =>
  rules.map(({ rule }) => rule).filter(({ conditions }) => conditions.placeId === placeId);
