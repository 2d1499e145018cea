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
import { normalizeEmail } from './users.ts';

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
  return row && request(row);
}

export async function findRequest(connection: Connection, id: string): Promise<ApprovalRequest | undefined> {
  const row = await connection('approval_requests').where({ id }).first();
  return row && request(row);
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

export interface Answer {
  readonly status: 'approved' | 'refused';
  /** Null when the operator answered. */
  readonly by: UserId | null;
  readonly how: 'link' | 'session' | 'operator';
  readonly ruleId: RuleId | null;
  readonly at: number;
}

/** One answer wins: false when the request was no longer pending. */
export async function answerRequest(
  transaction: Connection,
  id: ApprovalRequestId,
  answer: Answer,
): Promise<boolean> {
  const changed = await transaction('approval_requests')
    .where({ id, status: 'pending' })
    .where('expires_at', '>', answer.at)
    .update({
      status: answer.status,
      decided_at: answer.at,
      decided_by: answer.by,
      decided_how: answer.how,
      rule_id: answer.ruleId,
    });
  return changed === 1;
}

export async function setRequestRule(
  transaction: Connection,
  id: ApprovalRequestId,
  ruleId: RuleId,
): Promise<void> {
  await transaction('approval_requests').where({ id }).update({ rule_id: ruleId });
}

/** An approval lets in once: false when it already has. */
export async function useApproval(
  transaction: Connection,
  id: ApprovalRequestId,
  at: number,
): Promise<boolean> {
  const changed = await transaction('approval_requests')
    .where({ id })
    .whereNull('used_at')
    .update({ used_at: at });
  return changed === 1;
}

/** An approval is taken back once, and lets nobody in any more; `late` when it was not standing, else the rule it wrote. */
export async function withdrawApproval(
  transaction: Connection,
  id: ApprovalRequestId,
  withdrawal: { readonly by: UserId; readonly at: number },
): Promise<'late' | { readonly ruleId: RuleId | null }> {
  const [row] = await transaction('approval_requests')
    .where({ id, status: 'approved' })
    .whereNull('withdrawn_at')
    .update({
      withdrawn_at: withdrawal.at,
      withdrawn_by: withdrawal.by,
      used_at: transaction.raw('coalesce(used_at, ?)', [withdrawal.at]),
    })
    .returning('rule_id');
  return row ? { ruleId: row.rule_id } : 'late';
}

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
  return (await query).map(request);
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
  return rows.map(request);
}

const keyColumns = (key: RequestKey) => ({
  organization_id: key.organizationId,
  user_id: key.userId,
  browser_id: key.browserId,
});

const request = (row: Row): ApprovalRequest => ({
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
