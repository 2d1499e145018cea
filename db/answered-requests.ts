import type { ApprovalRequestId, RuleId, UserId } from '../policies/facts.ts';
import type { Connection } from './open.ts';

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
