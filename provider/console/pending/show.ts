import {
  countNewRequests,
  countWaitingRequests,
  type PendingKey,
  readPendingRequests,
} from '../../../db/pending-requests.ts';
import { linkNeedsWaiterWithin } from '../../../policies/approval.ts';
import type { PendingCard } from '../../../views/console/pending/model.ts';
import { pendingPage } from '../../../views/index.ts';
import { pendingHref } from '../../../views/places.ts';
import { pageKeyIn } from '../page-key.ts';
import type { Visit } from '../visit.ts';
import { resultIn } from './result.ts';

export const choicePrefix = 'demande-';
const most = 50;

/** Who waits, for an administrator: a card each, with everything that a decision needs. */
export async function showPending(visit: Visit): Promise<void> {
  const { ctx, needs, administrator, at } = visit;
  const { organizationId } = administrator;
  const after = keyIn(ctx.query.apres);
  const found = await readPendingRequests(needs.database, organizationId, { at, after, most: most + 1 });
  const pending = found.slice(0, most);
  const last = found.length > most ? pending.at(-1) : undefined;
  const requests = new Map(pending.map((request) => [request.id, request]));
  const frame = needs.frame(ctx);
  const cards = (await needs.cardsOf(organizationId, pending)).flatMap(
    ({ id, asked, code, shown }): readonly PendingCard[] => {
      const request = requests.get(id);
      if (!request) return [];
      const { userId, browserId, lastWaitedAt } = request;
      const standing =
        userId === administrator.userId
          ? 'own'
          : browserId === administrator.facts.browserId
            ? 'own-browser'
            : 'answerable';
      return [
        {
          href: `/demandes/${id}`,
          request: {
            ...asked,
            frame,
            action: `/demandes/${id}`,
            proof: { kind: 'session', code },
            error: 'none',
            chosen: { duration: 'always', date: '', scope: 'proposed', refusal: 'this-time' },
            returnTo: 'list',
            cardId: `-${id}`,
            shown,
          },
          page: at - lastWaitedAt <= linkNeedsWaiterWithin ? 'open' : 'closed',
          standing,
          choice:
            standing === 'answerable' && code === 'not-asked'
              ? { name: `${choicePrefix}${id}`, value: shown }
              : 'none',
        },
      ];
    },
  );
  ctx.body = pendingPage({
    shell: await visit.shell('pending'),
    result: await resultIn(visit),
    padlock: visit.padlock.state,
    newsHref: `/reglages/attente?${new URLSearchParams({ since: String(at) })}`,
    severalAction: '/reglages/demandes/repondre',
    requests: cards,
    waiting: await countWaitingRequests(needs.database, organizationId, {
      at,
      seenSince: at - linkNeedsWaiterWithin,
    }),
    nextHref: last ? `${pendingHref}?apres=${last.openedAt}.${last.id}` : 'none',
    firstHref: after === 'first' ? 'these' : pendingHref,
  });
}

function keyIn(text: unknown): PendingKey | 'first' {
  const key = pageKeyIn(text);
  return key === 'none' ? 'first' : { openedAt: key.at, id: key.id };
}

/** « Une nouvelle demande »: how many were opened since a page was made. */
export async function tellNewRequests({ ctx, needs, administrator, at }: Visit): Promise<void> {
  const since = Number(ctx.query.since);
  const openedSince = Number.isSafeInteger(since) && since >= 0 ? since : at;
  const { organizationId } = administrator;
  ctx.body = { count: await countNewRequests(needs.database, organizationId, { at, openedSince }) };
}
