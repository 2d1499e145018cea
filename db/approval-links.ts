import type { ApprovalRequestId, UserId } from '../policies/facts.ts';
import { newId } from './ids.ts';
import type { Connection, Row } from './open.ts';

/** One administrator's way to answer one request. The link itself is derived, never stored. */
export interface ApprovalLink {
  readonly id: string;
  readonly requestId: ApprovalRequestId;
  readonly userId: UserId;
  readonly generation: number;
  readonly keyId: string;
  readonly attempts: number;
}

export async function addLinks(
  transaction: Connection,
  requestId: ApprovalRequestId,
  userIds: readonly UserId[],
  keyId: string,
): Promise<void> {
  if (userIds.length === 0) return;
  await transaction('approval_links')
    .insert(
      userIds.map((userId) => ({
        id: newId(),
        approval_request_id: requestId,
        user_id: userId,
        key_id: keyId,
      })),
    )
    .onConflict(['approval_request_id', 'user_id'])
    .ignore();
}

export async function findLink(connection: Connection, id: string): Promise<ApprovalLink | undefined> {
  const row = await connection('approval_links').where({ id }).first();
  return row && link(row);
}

export async function findLinkOf(
  connection: Connection,
  requestId: ApprovalRequestId,
  userId: UserId,
): Promise<ApprovalLink | undefined> {
  const row = await connection('approval_links')
    .where({ approval_request_id: requestId, user_id: userId })
    .first();
  return row && link(row);
}

/** Counts one try of the code before it is compared; false when the link is worn out. */
export async function spendAttempt(connection: Connection, id: string, most: number): Promise<boolean> {
  const changed = await connection('approval_links')
    .where({ id })
    .where('attempts', '<', most)
    .increment('attempts', 1);
  return Number(changed) === 1;
}

/** First names of those who were asked, in the order in which they were. */
export async function readAsked(
  connection: Connection,
  requestId: ApprovalRequestId,
): Promise<readonly string[]> {
  const rows = await connection('approval_links as l')
    .join('users as u', 'u.id', 'l.user_id')
    .where('l.approval_request_id', requestId)
    .orderBy('l.id')
    .select('u.given_name');
  return rows.map((row) => row.given_name);
}

const link = (row: Row): ApprovalLink => ({
  id: row.id,
  requestId: row.approval_request_id,
  userId: row.user_id,
  generation: row.generation,
  keyId: row.key_id,
  attempts: row.attempts,
});
