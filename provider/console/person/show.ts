import { personPage } from '../../../views/index.ts';
import { rulesHref, whatIfHref } from '../../../views/places.ts';
import type { Visit } from '../visit.ts';
import { connectionsAsFiltered, memberAsked, personUrl, toldOf } from './asked.ts';
import { choicesOf, listsOf, seenOf } from './choices.ts';
import { historyOf } from './history.ts';
import { movedIn } from './result.ts';
import { devicesOf, placesOf } from './seen.ts';

const eventsShown = 8;

/** « Une personne »: where she signs in from, and what she may. */
export async function showPerson(visit: Visit): Promise<void> {
  const { ctx, padlock, at } = visit;
  const member = await memberAsked(visit);
  const told = await toldOf(visit, member);
  const seen = await seenOf(visit, member.id);
  const { history, next } = await historyOf(visit, member.id, { before: 'now', most: eventsShown });
  ctx.body = personPage({
    ...told,
    backHref: connectionsAsFiltered(visit),
    whatIfHref: `${whatIfHref}?${new URLSearchParams({ person: member.id })}`,
    newRuleHref: `${rulesHref}/nouvelle?${new URLSearchParams({ person: member.id })}`,
    padlock: padlock.state,
    moved: await movedIn(visit, member.id),
    since: at,
    access: member.access,
    accessAction: personUrl(visit, member.id, '/acces'),
    moveAction: personUrl(visit, member.id, '/deplacer'),
    ...(await listsOf(visit, member.id, await choicesOf(visit, seen))),
    seenAt: await placesOf(visit, seen),
    ...(await devicesOf(visit, member.id, told.personName, seen)),
    history,
    moreHistoryHref: next === 'none' ? 'none' : personUrl(visit, member.id, '/historique'),
  });
}
