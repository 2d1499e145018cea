import type { RequestStatus } from '../policies/approval.ts';
import type { Reason } from '../policies/decision.ts';
import type {
  ApplicationId,
  ApprovalRequestId,
  BrowserId,
  Network,
  OrganizationId,
  RuleId,
  SignInFacts,
  Unknown,
  UserId,
} from '../policies/facts.ts';
import { newId } from './ids.ts';
import type { Connection, Row } from './open.ts';

export interface ApprovalRequest {
  readonly id: ApprovalRequestId;
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly browserId: BrowserId;
  readonly applicationId: ApplicationId;
  readonly status: RequestStatus;
  readonly network: Network | Unknown;
  readonly proof: SignInFacts['proof'];
  /** A key that the browser showed and that is not its own yet: an approval makes it so. */
  readonly offeredKey: string | 'none';
  /** Somebody joined it with another key, or from another network: perhaps not who opened it. */
  readonly disputed: boolean;
  readonly reasons: readonly Reason[];
  readonly codeGeneration: number;
  readonly codeKeyId: string;
  readonly openedAt: number;
  readonly waitedSince: number;
  readonly lastWaitedAt: number;
  readonly expiresAt: number;
  readonly repeats: number;
  readonly decidedAt: number | null;
  readonly decidedBy: UserId | null;
  readonly decidedHow: string | null;
  readonly ruleId: RuleId | null;
  readonly usedAt: number | null;
  readonly withdrawnAt: number | null;
  readonly withdrawnBy: UserId | null;
}

/** Requests are keyed by organization, person and browser, never by an interaction's uid. */
export interface RequestKey {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly browserId: BrowserId;
}

export interface NewRequest extends RequestKey {
  readonly applicationId: ApplicationId;
  readonly network: Network | Unknown;
  readonly proof: SignInFacts['proof'];
  readonly offeredKey: string | 'none';
  readonly reasons: readonly Reason[];
  readonly codeKeyId: string;
  readonly at: number;
  readonly expiresAt: number;
}

/** Opens the one pending request of its key; `undefined` when there is one already. To be called in a transaction. */
export async function openRequest(
  transaction: Connection,
  request: NewRequest,
): Promise<ApprovalRequestId | undefined> {
  await transaction('approval_requests')
    .where({ ...keyColumns(request), status: 'pending' })
    .where('expires_at', '<=', request.at)
    .update({ status: 'expired' });
  const [row] = await transaction('approval_requests')
    .insert({
      id: newId(),
      ...keyColumns(request),
      application_id: request.applicationId,
      status: 'pending',
      network: request.network === 'unknown' ? null : request.network,
      proof: request.proof,
      offered_key: request.offeredKey === 'none' ? null : request.offeredKey,
      reasons: JSON.stringify(request.reasons),
      code_key_id: request.codeKeyId,
      opened_at: request.at,
      waited_since: request.at,
      last_waited_at: request.at,
      expires_at: request.expiresAt,
    })
    .onConflict(transaction.raw(`(organization_id, user_id, browser_id) where status = 'pending'`))
    .ignore()
    .returning('id');
  return row?.id;
}

/** A page waits again: another attempt when `repeats`, another wait when the password is newer than the last one. */
export async function rejoinRequest(
  connection: Connection,
  id: ApprovalRequestId,
  join: {
    readonly at: number;
    readonly wait: 'same' | 'new';
    readonly attempt: 'same' | 'another';
    /** All that is to be told to whoever answers. */
    readonly reasons: readonly Reason[];
  },
): Promise<void> {
  await connection('approval_requests')
    .where({ id, status: 'pending' })
    .update({
      last_waited_at: join.at,
      reasons: JSON.stringify(join.reasons),
      ...(join.wait === 'new' && { waited_since: join.at }),
      ...(join.attempt === 'another' && { repeats: connection.raw('repeats + 1') }),
    });
}

/** Whoever joins with another key, or from elsewhere, is perhaps not who opened: no key is taken for this request any more. */
export async function disputeKey(connection: Connection, id: ApprovalRequestId): Promise<void> {
  await connection('approval_requests').where({ id, status: 'pending' }).update({ offered_key: disputed });
}

/** No key is spelled like this; it takes the place of one, so that none is offered again. */
const disputed = 'disputed';

/** The first key that a waiting page shows stands: an answer is given to what was seen of it. */
export async function offerKey(connection: Connection, id: ApprovalRequestId, key: string): Promise<void> {
  await connection('approval_requests')
    .where({ id, status: 'pending' })
    .whereNull('offered_key')
    .update({ offered_key: key });
}

export async function pagesSeen(
  connection: Connection,
  ids: readonly ApprovalRequestId[],
  at: number,
): Promise<void> {
  await connection('approval_requests')
    .whereIn('id', [...ids])
    .where({ status: 'pending' })
    .update({ last_waited_at: at });
}

export async function findLatestRequest(
  connection: Connection,
  key: RequestKey,
): Promise<ApprovalRequest | undefined> {
  const row = await connection('approval_requests')
    .where(keyColumns(key))
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .first();
  return row && requestOf(row);
}

export async function findRequest(connection: Connection, id: string): Promise<ApprovalRequest | undefined> {
  const row = await connection('approval_requests').where({ id }).first();
  return row && requestOf(row);
}

export async function readStatuses(
  connection: Connection,
  ids: readonly ApprovalRequestId[],
): Promise<ReadonlyMap<ApprovalRequestId, RequestStatus>> {
  const rows = await connection('approval_requests')
    .whereIn('id', [...ids])
    .select('id', 'status');
  return new Map(rows.map((row) => [row.id, row.status]));
}

const keyColumns = (key: RequestKey) => ({
  organization_id: key.organizationId,
  user_id: key.userId,
  browser_id: key.browserId,
});

export const requestOf = (row: Row): ApprovalRequest => ({
  id: row.id,
  organizationId: row.organization_id,
  userId: row.user_id,
  browserId: row.browser_id,
  applicationId: row.application_id,
  status: row.status,
  network: row.network ?? 'unknown',
  proof: row.proof,
  disputed: row.offered_key === disputed,
  offeredKey: row.offered_key === null || row.offered_key === disputed ? 'none' : row.offered_key,
  reasons: JSON.parse(row.reasons),
  codeGeneration: row.code_generation,
  codeKeyId: row.code_key_id,
  openedAt: row.opened_at,
  waitedSince: row.waited_since,
  lastWaitedAt: row.last_waited_at,
  expiresAt: row.expires_at,
  repeats: row.repeats,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by,
  decidedHow: row.decided_how,
  ruleId: row.rule_id,
  usedAt: row.used_at,
  withdrawnAt: row.withdrawn_at,
  withdrawnBy: row.withdrawn_by,
});
