import { readPendingRequests } from '../../../db/approval-requests.ts';
import { readRequestContexts } from '../../../db/request-context.ts';
import { linkNeedsWaiterWithin } from '../../../policies/approval.ts';
import { pendingPage } from '../../../views/index.ts';
import type { Visit } from '../visit.ts';

/** Who waits, for an administrator. */
export async function showPending(visit: Visit): Promise<void> {
  const { ctx, needs, administrator, at, moment } = visit;
  const { organizationId } = administrator;
  const pending = await readPendingRequests(needs.database, organizationId, at);
  const about = await readRequestContexts(
    needs.database,
    pending.map(({ id }) => id),
  );
  const describe = await needs.describeIn(organizationId);
  ctx.body = pendingPage({
    shell: await visit.shell('pending'),
    requests: pending.flatMap((request) => {
      const one = about.get(request.id);
      if (!one) return [];
      const { usedWith, where } = describe(one);
      return [
        {
          href: `/demandes/${request.id}`,
          personName: `${one.person.givenName} ${one.person.familyName}`,
          applicationName: one.applicationName,
          usedWith,
          where,
          openedAt: moment(request.openedAt),
          page: at - request.lastWaitedAt <= linkNeedsWaiterWithin ? 'open' : 'closed',
        } as const,
      ];
    }),
  });
}
