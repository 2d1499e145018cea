import type { ApprovalRequestId, OrganizationId, UserId } from '../policies/facts.ts';
import { newId } from './ids.ts';
import { type Connection, type Database, isSqlite } from './open.ts';

export type NoticeKind =
  | 'approval-requested'
  | 'connection-waiting'
  | 'connection-approved'
  | 'connection-refused'
  | 'padlock-changed';

/** A notice holds references only; it is rendered when it is delivered. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  /** The request it tells of, or null: it tells of an entry of the journal. */
  readonly approvalRequestId: ApprovalRequestId | null;
  readonly journalId: string | null;
  readonly attempts: number;
}

export interface NewNotice {
  readonly kind: NoticeKind;
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly approvalRequestId?: ApprovalRequestId;
  readonly journalId?: string;
}

/** To be called in the transaction that made the news. */
export async function addNotices(
  transaction: Connection,
  notices: readonly NewNotice[],
  at: number,
): Promise<void> {
  if (notices.length === 0) return;
  await transaction('outbox').insert(
    notices.map((notice) => ({
      id: newId(),
      kind: notice.kind,
      organization_id: notice.organizationId,
      user_id: notice.userId,
      approval_request_id: notice.approvalRequestId ?? null,
      journal_id: notice.journalId ?? null,
      created_at: at,
      next_attempt_at: at,
    })),
  );
}

/**
 * Takes notices that are due and hides them from other workers for `leaseMilliseconds`.
 * A worker that dies gives them back when the lease ends: at least once, never lost.
 */
export async function claimNotices(
  database: Database,
  claim: { readonly at: number; readonly leaseMilliseconds: number; readonly most: number },
): Promise<readonly Notice[]> {
  const due = database('outbox')
    .select('id')
    .whereNull('delivered_at')
    .where('next_attempt_at', '<=', claim.at)
    .orderBy('next_attempt_at')
    .limit(claim.most);
  if (!isSqlite(database)) due.forUpdate().skipLocked();
  const rows = await database('outbox')
    .whereIn('id', due)
    .update({ next_attempt_at: claim.at + claim.leaseMilliseconds, attempts: database.raw('attempts + 1') })
    .returning([
      'id',
      'kind',
      'organization_id',
      'user_id',
      'approval_request_id',
      'journal_id',
      'attempts',
      'created_at',
    ]);
  return rows
    .sort((one, other) => one.created_at - other.created_at || (one.id < other.id ? -1 : 1))
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      organizationId: row.organization_id,
      userId: row.user_id,
      approvalRequestId: row.approval_request_id,
      journalId: row.journal_id,
      attempts: row.attempts,
    }));
}

export async function noticeDelivered(database: Database, id: string, at: number): Promise<void> {
  await database('outbox').where({ id }).update({ delivered_at: at, last_error: null });
}

export async function noticeFailed(
  database: Database,
  failure: { readonly id: string; readonly retryAt: number; readonly error: string },
): Promise<void> {
  await database('outbox')
    .where({ id: failure.id })
    .update({ next_attempt_at: failure.retryAt, last_error: failure.error.slice(0, 500) });
}

/** How many notices wait, and since when: for health and metrics. */
export async function readBacklog(
  database: Database,
): Promise<{ readonly waiting: number; readonly oldestAt: number | null }> {
  const row = await database('outbox')
    .whereNull('delivered_at')
    .count('* as waiting')
    .min('created_at as oldest')
    .first();
  return { waiting: Number(row?.waiting ?? 0), oldestAt: row?.oldest === null ? null : Number(row?.oldest) };
}
