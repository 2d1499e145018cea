import { areaKey, type Side } from '../../../policies/place-arrows.ts';
import type { PlaceList } from '../../../views/console/places/model.ts';
import { placesPage } from '../../../views/index.ts';
import { placesHref } from '../../../views/places.ts';
import { type AreaLine, shownOf } from '../../acts/index.ts';
import { pageKeyIn } from '../page-key.ts';
import { searchIn } from '../search.ts';
import type { Visit } from '../visit.ts';
import {
  allMoved,
  linesFound,
  linesPerSide,
  onSide,
  placeHref,
  placeLine,
  readSeen,
  type Seen,
} from './lines.ts';
import { saidIn } from './said.ts';

const keyNames: Readonly<Record<Side, string>> = { 'not-authorized': 'apres-gauche', authorized: 'apres' };

/** « Tous les endroits »: from where people come, and who may. */
export async function showPlaces(visit: Visit): Promise<void> {
  const { ctx, padlock, at } = visit;
  const seen = await readSeen(visit);
  const search = searchIn(ctx.query.search);
  const found = linesFound(visit, seen, search);
  ctx.body = placesPage({
    shell: await visit.shell('places'),
    padlock: padlock.state,
    said: await saidIn(visit),
    search,
    searchAction: placesHref,
    moveAction: `${placesHref}/deplacer`,
    at,
    notAuthorized: listOf(visit, seen, found, 'not-authorized'),
    authorized: listOf(visit, seen, found, 'authorized'),
    unobserved: seen.unobserved,
    since: seen.since === 'all' ? 'all' : visit.moment(seen.since),
    places: [...seen.rulebook.places.values()].map(({ id, name }) => ({ name, href: placeHref(id) })),
    newHref: `${placesHref}/nouveau`,
  });
}

function listOf(visit: Visit, seen: Seen, found: readonly AreaLine[], side: Side): PlaceList {
  const lines = onSide(found, side);
  const all = allMoved(visit, seen, found, side);
  const after = visit.ctx.query[keyNames[side]];
  const from = typeof after === 'string' ? lines.filter(isAfter(after)) : lines;
  const page = from.slice(0, linesPerSide);
  const last = from.length > linesPerSide ? page.at(-1) : undefined;
  return {
    total: lines.length,
    all: all.length,
    allShown: shownOf(...all),
    lines: page.map((line) => placeLine(visit, seen, line)),
    nextHref: last ? hrefOf(visit, side, keyOf(last)) : 'none',
    firstHref: from.length === lines.length ? 'these' : hrefOf(visit, side, 'first'),
  };
}

/** The last attempt first, then by area: a key, so that what comes meanwhile moves no page. */
const keyOf = ({ lastAttempt, area }: AreaLine): string => `${lastAttempt}.${areaKey(area)}`;

function isAfter(key: string): (line: AreaLine) => boolean {
  const from = pageKeyIn(key);
  if (from === 'none') return () => true;
  return ({ lastAttempt, area }) =>
    lastAttempt < from.at || (lastAttempt === from.at && areaKey(area) > from.id);
}

/** The other side stays where it is. */
function hrefOf({ ctx }: Visit, side: Side, key: string): string {
  const kept = Object.entries(ctx.query).filter(([name]) =>
    ['search', ...Object.values(keyNames)].includes(name),
  );
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)]));
  query.delete(keyNames[side]);
  if (key !== 'first') query.set(keyNames[side], key);
  return `${placesHref}?${query}#${side === 'authorized' ? 'autorises' : 'non-autorises'}`;
}
