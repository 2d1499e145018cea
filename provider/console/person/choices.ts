import { readConnectionsOf, type SeenConnection } from '../../../db/grid.ts';
import type { Arrow } from '../../../policies/arrows.ts';
import type { Decision } from '../../../policies/decision.ts';
import type { UserId } from '../../../policies/facts.ts';
import type { ChoiceList, ConnectionChoice, PersonPage } from '../../../views/console/person/model.ts';
import { fingerprint } from '../../acts/index.ts';
import { pageKeyIn } from '../page-key.ts';
import { decideSeen, standingOf } from '../standing.ts';
import { tellReasons } from '../told-rules.ts';
import type { Visit } from '../visit.ts';
import { personUrl } from './asked.ts';

export const prefix = 'connexion-';
const linesPerPage = 60;

/** One connection: where it was seen last, and what would be decided of it there. */
export interface Choice {
  readonly seen: SeenConnection;
  readonly decision: Decision;
  readonly standing: ConnectionChoice['standing'];
  readonly stolen: boolean;
  readonly own: boolean;
}

export const seenOf = ({ needs, padlock, at }: Visit, userId: UserId): Promise<readonly SeenConnection[]> =>
  readConnectionsOf(needs.database, { organizationId: padlock.organizationId, userId, at });

/** An open padlock lets everyone in: what the lists tell is what the rules say. */
export const decideClosed = (visit: Visit) =>
  decideSeen({ ...visit, padlock: { ...visit.padlock, state: 'closed' } });

/** The last seen first. */
export async function choicesOf(visit: Visit, seen: readonly SeenConnection[]): Promise<readonly Choice[]> {
  const decided = await decideClosed(visit);
  return [...Map.groupBy(seen, ({ connectionId }) => connectionId).values()].flatMap(([one]) => {
    if (!one) return [];
    const decision = decided(one);
    const standing = standingOf(decision);
    return [
      {
        seen: one,
        decision,
        standing: standing === 'open' ? 'authorized' : standing,
        stolen: one.device !== 'none' && one.device.status === 'stolen',
        own: isOwn(visit, one),
      },
    ];
  });
}

/** What whoever looks is using at this very request. */
const isOwn = ({ administrator }: Visit, { userId, browserId }: SeenConnection): boolean =>
  administrator.userId === userId && administrator.facts.browserId === browserId;

const isOn = (side: Arrow, { standing }: Choice): boolean =>
  (standing === 'authorized') === (side === 'withdraw');

/** What « Tout … » moves: neither what was refused on purpose, nor what was stolen, nor what she is using. */
export const movedByAll = (choices: readonly Choice[], arrow: Arrow): readonly Choice[] =>
  choices.filter(
    (choice) => isOn(arrow, choice) && choice.standing !== 'refused' && !choice.stolen && !choice.own,
  );

/** Says which those were: another as soon as there is one more, or one less. */
export const shownOf = (choices: readonly Choice[]): string =>
  fingerprint(choices.map(({ seen }) => seen.connectionId).sort());

/** A page of lines by their last attempt, parted into the two lists, each of which says how many it has in all. */
export async function listsOf(
  visit: Visit,
  userId: UserId,
  choices: readonly Choice[],
): Promise<Pick<PersonPage, 'authorized' | 'notAuthorized' | 'olderHref' | 'newestHref'>> {
  const key = pageKeyIn(visit.ctx.query.lignes);
  const isAfter = ({ seen }: Choice) =>
    key === 'none' || seen.at < key.at || (seen.at === key.at && seen.connectionId > key.id);
  const later = choices.filter(isAfter);
  const lines = later.slice(0, linesPerPage);
  const last = later.length > linesPerPage ? lines.at(-1) : undefined;
  const told = await tellChoices(visit, lines);
  const listOf = (arrow: Arrow): ChoiceList => {
    const movable = movedByAll(choices, arrow);
    return {
      count: choices.filter((choice) => isOn(arrow, choice)).length,
      choices: told.filter(({ standing }) => (standing === 'authorized') === (arrow === 'withdraw')),
      movable: movable.length,
      shown: shownOf(movable),
    };
  };
  return {
    notAuthorized: listOf('authorize'),
    authorized: listOf('withdraw'),
    olderHref: last
      ? personUrl(visit, userId, '', { lignes: `${last.seen.at}.${last.seen.connectionId}` })
      : 'none',
    newestHref: key === 'none' ? 'these' : personUrl(visit, userId),
  };
}

async function tellChoices(visit: Visit, choices: readonly Choice[]): Promise<readonly ConnectionChoice[]> {
  const describe = await visit.needs.describeIn(visit.padlock.organizationId);
  const tell = await tellReasons(
    visit,
    choices.map(({ decision }) => decision.reasons),
  );
  return choices.map(({ seen, decision, standing, stolen, own }) => {
    const { usedWith, where } = describe({ ...seen, browser: seen.labels });
    return {
      field: `${prefix}${seen.connectionId}`,
      usedWith,
      where,
      network: seen.network,
      lastAttempt: visit.moment(seen.at),
      standing,
      reasons: tell(decision.reasons),
      stolen,
      own,
    };
  });
}
