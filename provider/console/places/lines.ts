import { setImmediate } from 'node:timers/promises';
import { readPeople } from '../../../db/names.ts';
import { type UserId, unknown } from '../../../policies/facts.ts';
import {
  areaKey,
  canMove,
  everyoneRules,
  isSameArea,
  type Side,
  type VisitorStanding,
} from '../../../policies/place-arrows.ts';
import type { PersonThere, PlaceLine } from '../../../views/console/places/model.ts';
import { placesHref } from '../../../views/places.ts';
import { type AreaLine, createAreaOf, readAreas, shownOf } from '../../acts/index.ts';
import { type Rulebook, whereOf } from '../../rules/index.ts';
import { personHref } from '../people.ts';
import { matcher } from '../search.ts';
import type { Visit } from '../visit.ts';

/** All that the lines of one organization are made of, read once for a page. */
export interface Seen {
  readonly lines: readonly AreaLine[];
  readonly unobserved: number;
  readonly since: number | 'all';
  readonly rulebook: Rulebook;
  readonly names: ReadonlyMap<UserId, string>;
}

/** What decides in her organization, its places among it. */
export const rulebookOf = ({ needs, padlock }: Visit): Promise<Rulebook> =>
  needs.rulebookOf(padlock.organizationId, padlock.policyVersion);

export async function readSeen(visit: Visit): Promise<Seen> {
  const { needs, padlock, at } = visit;
  const { organizationId, timeZone } = padlock;
  const rulebook = await rulebookOf(visit);
  const areas = await readAreas(needs.database, {
    ...needs.acts,
    organizationId,
    timeZone,
    at,
    rulebook,
    rest: setImmediate,
  });
  return { ...areas, rulebook, names: await readPeople(needs.database, organizationId) };
}

/** Fifty lines a page: half of them on each side. */
export const linesPerSide = 25;

/** Those whose people, name, city, owner or address hold every word that is searched for. */
export function linesFound(visit: Visit, { lines, rulebook, names }: Seen, search: string) {
  if (search === '') return lines;
  const matches = matcher(search);
  return lines.filter((line) => {
    const location = locationOf(visit, line);
    const people = line.visitors.map(({ userId }) => names.get(userId) ?? '');
    const place = line.area.kind === 'place' ? rulebook.places.get(line.area.placeId)?.name : undefined;
    const { city, regionName, owner } = location;
    return matches([place ?? '', city, regionName, owner, ...line.networks, ...people].join(' '));
  });
}

export const onSide = (lines: readonly AreaLine[], side: Side): readonly AreaLine[] =>
  lines.filter((line) => line.side === side);

/** Whom « Tout … » leaves alone: whoever is refused on purpose, what no rule changes, and oneself where one is. */
export function allMoved(visit: Visit, { rulebook }: Seen, lines: readonly AreaLine[], side: Side) {
  const moved: (standing: VisitorStanding) => boolean =
    side === 'not-authorized'
      ? (standing) => standing === 'waits'
      : (standing) => canMove('withdraw', standing);
  const here = presentArea(visit, rulebook);
  const { userId: self } = visit.administrator;
  return onSide(lines, side).filter((line) =>
    line.visitors.some(
      ({ userId, standing }) =>
        moved(standing) &&
        !(side === 'authorized' && userId === self && here !== 'unknown' && isSameArea(here, line.area)),
    ),
  );
}

/** Where whoever looks is at this very request. */
function presentArea({ administrator, needs }: Visit, rulebook: Rulebook) {
  const { network } = administrator.facts;
  return network === unknown ? unknown : createAreaOf(rulebook, needs.acts.locate)(network);
}

const locationOf = ({ needs }: Visit, { networks: [network] }: AreaLine) =>
  needs.acts.locate(network ?? unknown);

export const fieldPrefix = 'ligne-';
/** An address has points and colons, which the name of a field has not. */
const fieldOf = (key: string): string => `${fieldPrefix}${Buffer.from(key).toString('base64url')}`;
export const keyOfField = (field: string): string =>
  Buffer.from(field.slice(fieldPrefix.length), 'base64url').toString();
const mostNetworks = 5;
const mostPeople = 30;

export function placeLine(visit: Visit, seen: Seen, line: AreaLine): PlaceLine {
  const { rulebook } = seen;
  const { area, networks, visitors } = line;
  const location = locationOf(visit, line);
  const inside = area.kind === 'place' ? [area.placeId] : [];
  const here = presentArea(visit, rulebook);
  const counted = (wanted: VisitorStanding) => visitors.filter(({ standing }) => standing === wanted).length;
  return {
    field: fieldOf(areaKey(area)),
    shown: shownOf(line),
    where: whereOf(location, { inside, perhaps: [] }, rulebook),
    owner: location.owner,
    line: area.kind === 'place' ? 'fixed' : location.kind,
    href:
      area.kind === 'place'
        ? placeHref(area.placeId)
        : `${placesHref}/nouveau?${new URLSearchParams({ reseau: area.network })}`,
    networks: networks.slice(0, mostNetworks),
    moreNetworks: Math.max(0, networks.length - mostNetworks),
    lastAttempt: visit.moment(line.lastAttempt),
    ...peopleThere(seen, line),
    total: visitors.length,
    waits: counted('waits'),
    refused: counted('refused'),
    everyone: area.kind === 'place' && everyoneRules(rulebook.rules, area.placeId).length > 0,
    movable: visitors.some(({ standing }) => standing !== 'always' && standing !== 'apart'),
    own: here !== unknown && isSameArea(here, area),
  };
}

export const placeHref = (placeId: string): string => `${placesHref}/${placeId}`;

export function peopleThere(
  { names }: Seen,
  { visitors }: AreaLine,
): { readonly people: readonly PersonThere[]; readonly morePeople: number } {
  return {
    people: visitors.slice(0, mostPeople).map(({ userId, standing }) => ({
      name: names.get(userId) ?? '',
      href: personHref(userId),
      standing,
    })),
    morePeople: Math.max(0, visitors.length - mostPeople),
  };
}
