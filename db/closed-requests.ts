import type { ApprovalRequestId, BrowserId, OrganizationId, UserId } from '../policies/facts.ts';
import type { Connection } from './open.ts';

/** Ends a wait that nobody has to answer any more; false when it was answered first. */
export async function closeRequest(
  connection: Connection,
  id: ApprovalRequestId,
  status: 'cancelled' | 'superseded' | 'expired',
): Promise<boolean> {
  const changed = await connection('approval_requests').where({ id, status: 'pending' }).update({ status });
  return changed === 1;
}

/** What waits in these browsers, in one organization, waits no more; what was approved there lets nobody in. */
export async function closeRequestsOfBrowsers(
  transaction: Connection,
  organizationId: OrganizationId,
  browserIds: readonly BrowserId[],
): Promise<void> {
  const theirs = () =>
    transaction('approval_requests')
      .where({ organization_id: organizationId })
      .whereIn('browser_id', [...browserIds]);
  await theirs().where({ status: 'approved' }).whereNull('used_at').update({ status: 'cancelled' });
  await theirs().where({ status: 'pending' }).update({ status: 'cancelled' });
}

/** What waits for this person in one organization, and what was approved and not used, is over. */
export async function closeRequestsOf(
  transaction: Connection,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<void> {
  const hers = () =>
    transaction('approval_requests').where({ organization_id: organizationId, user_id: userId });
  await hers().where({ status: 'approved' }).whereNull('used_at').update({ status: 'cancelled' });
  await hers().where({ status: 'pending' }).update({ status: 'cancelled' });
}

/** Of several waits at once: those that nobody has to answer any more. */
export async function closeRequests(
  connection: Connection,
  ids: readonly ApprovalRequestId[],
  status: 'cancelled' | 'superseded',
): Promise<void> {
  await connection('approval_requests')
    .whereIn('id', [...ids])
    .where({ status: 'pending' })
    .update({ status });
}

export async function expireRequests(connection: Connection, at: number): Promise<number> {
  return (
    connection('approval_requests')
      // Written out, so that the index of what waits serves.
      .whereRaw(`status = 'pending'`)
      .where('expires_at', '<=', at)
      .update({ status: 'expired' })
  );
}
