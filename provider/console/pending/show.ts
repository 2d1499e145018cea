import { readPendingRequests } from '../../../db/approval-requests.ts';
import { linkNeedsWaiterWithin } from '../../../policies/approval.ts';
import type { PendingCard } from '../../../views/console/pending/model.ts';
import { pendingPage } from '../../../views/index.ts';
import type { Visit } from '../visit.ts';
import { resultIn } from './result.ts';

export const choicePrefix = 'demande-';

/** Who waits, for an administrator: a card each, with everything that a decision needs. */
export async function showPending(visit: Visit): Promise<void> {
  const { ctx, needs, administrator, at } = visit;
  const { organizationId } = administrator;
  const pending = await readPendingRequests(needs.database, organizationId, at);
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
          },
          page: at - lastWaitedAt <= linkNeedsWaiterWithin ? 'open' : 'closed',
          standing,
          others: pending.filter((one) => one.userId === userId).length - 1,
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
    severalAction: '/reglages/demandes/repondre',
    requests: cards,
  });
}
