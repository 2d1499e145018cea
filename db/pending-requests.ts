import type { OrganizationId } from '../policies/facts.ts';
import { type ApprovalRequest, requestOf } from './approval-requests.ts';
import type { Connection } from './open.ts';
import { normalizeEmail } from './users.ts';

export async function countPendingRequests(
  connection: Connection,
  organizationId: OrganizationId,
  at: number,
): Promise<number> {
  const row = await connection('approval_requests')
    .where({ organization_id: organizationId, status: 'pending' })
    .where('expires_at', '>', at)
    .count('* as count')
    .first();
  return Number(row?.count ?? 0);
}

/** Where a page of the requests that wait ends. */
export interface PendingKey {
  readonly openedAt: number;
  readonly id: string;
}

/** The requests that wait, the newest first; pages follow one another by key. */
export async function readPendingRequests(
  connection: Connection,
  organizationId: OrganizationId,
  page: { readonly at: number; readonly after: PendingKey | 'first'; readonly most: number },
): Promise<readonly ApprovalRequest[]> {
  const { at, after, most } = page;
  const query = connection('approval_requests')
    .where({ organization_id: organizationId, status: 'pending' })
    .where('expires_at', '>', at)
    .orderBy([
      { column: 'opened_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(most);
  if (after !== 'first')
    query.whereRaw('(opened_at, id) < (cast(? as bigint), cast(? as text))', [after.openedAt, after.id]);
  return (await query).map(requestOf);
}

/** How many were opened after an instant, and wait still. */
export async function countNewRequests(
  connection: Connection,
  organizationId: OrganizationId,
  { at, openedSince }: { readonly at: number; readonly openedSince: number },
): Promise<number> {
  const row = await connection('approval_requests')
    .where({ organization_id: organizationId, status: 'pending' })
    .where('opened_at', '>', openedSince)
    .where('expires_at', '>', at)
    .count('* as count')
    .first();
  return Number(row?.count ?? 0);
}

/** How many of them wait in front of a page that is open now. */
export async function countWaitingRequests(
  connection: Connection,
  organizationId: OrganizationId,
  { at, seenSince }: { readonly at: number; readonly seenSince: number },
): Promise<number> {
  const row = await connection('approval_requests')
    .where({ organization_id: organizationId, status: 'pending' })
    .where('expires_at', '>', at)
    .where('last_waited_at', '>=', seenSince)
    .count('* as count')
    .first();
  return Number(row?.count ?? 0);
}

/** Every request of one person that waits, in any organization: for the operator, who picks one by its code. */
export async function findPendingRequestsOf(
  connection: Connection,
  email: string,
  at: number,
): Promise<readonly ApprovalRequest[]> {
  const rows = await connection('approval_requests as a')
    .join('users as u', 'u.id', 'a.user_id')
    .where({ 'u.email': normalizeEmail(email), 'a.status': 'pending' })
    .where('a.expires_at', '>', at)
    .select('a.*');
  return rows.map(requestOf);
}
