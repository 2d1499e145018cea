import {
  type ApprovalRequest,
  answerRequest,
  setRequestRule,
  withdrawApproval,
} from '../../db/approval-requests.ts';
import { endGrantsOf } from '../../db/grants.ts';
import { writeJournal } from '../../db/journal.ts';
import type { Connection, Database } from '../../db/open.ts';
import { addNotices } from '../../db/outbox.ts';
import { addRule, endRule } from '../../db/rules.ts';
import { readAdministrators } from '../../db/users.ts';
import { announceAnswer } from '../../db/wake.ts';
import {
  type Duration,
  type RuleTerms,
  ruleOfApproval,
  ruleOfRefusal,
  validUntil,
} from '../../policies/approval.ts';
import type { UserId } from '../../policies/facts.ts';

export interface Answer {
  readonly request: ApprovalRequest;
  readonly answer: 'approve' | 'refuse';
  readonly by: UserId | 'operator';
  readonly how: 'link' | 'session' | 'operator';
  readonly duration: Duration;
  /** The next midnight where the organization is, in milliseconds UTC. */
  readonly endOfToday: number;
  readonly at: number;
}

/** `late`: somebody answered first, or the request is over. `not-yours`: the role was withdrawn meanwhile. */
export type Answered = 'done' | 'late' | 'not-yours';

/**
 * One answer wins. The status, the rule, the journal and the notices are written in one transaction, or not at all;
 * the status comes first, so that of two administrators the second writes nothing.
 */
export async function answer(
  needs: { readonly database: Database; readonly onAnswered: () => void },
  given: Answer,
): Promise<Answered> {
  const outcome = await written(needs.database, async (transaction) => {
    const { request, at, by, how } = given;
    const status = given.answer === 'approve' ? 'approved' : 'refused';
    const decidedBy = by === 'operator' ? null : by;
    if (!(await answerRequest(transaction, request.id, { status, by: decidedBy, how, ruleId: null, at })))
      return 'late';
    if (decidedBy !== null && !(await isAdministrator(transaction, request, decidedBy, at)))
      throw new RoleWithdrawn();
    await writeRule(transaction, given);
    await writeJournal(transaction, {
      organizationId: request.organizationId,
      actor: by,
      action: `approval.${status}`,
      subject: request.userId,
      after: { requestId: request.id, how, duration: given.duration },
      at,
    });
    await addNotices(
      transaction,
      [
        {
          kind: `connection-${status}`,
          organizationId: request.organizationId,
          userId: request.userId,
          approvalRequestId: request.id,
        },
      ],
      at,
    );
    await announceAnswer(transaction);
    return 'done';
  });
  if (outcome === 'done') needs.onAnswered();
  return outcome;
}

class RoleWithdrawn extends Error {}

/** One transaction, undone when the role was withdrawn on the way. */
async function written(
  database: Database,
  write: (transaction: Connection) => Promise<'done' | 'late'>,
): Promise<Answered> {
  try {
    return await database.transaction(write);
  } catch (error) {
    if (error instanceof RoleWithdrawn) return 'not-yours';
    throw error;
  }
}

async function isAdministrator(
  transaction: Connection,
  request: ApprovalRequest,
  userId: UserId,
  at: number,
): Promise<boolean> {
  const administrators = await readAdministrators(transaction, request.organizationId, at);
  return administrators.some(({ id }) => id === userId);
}

async function writeRule(transaction: Connection, given: Answer): Promise<void> {
  const { request, by, at } = given;
  const terms = termsOf(given);
  if (terms === 'none') return;
  const ruleId = await addRule(transaction, {
    ...terms,
    organizationId: request.organizationId,
    origin: given.answer === 'approve' ? 'approval' : 'refusal',
    createdBy: by === 'operator' ? null : by,
    at,
  });
  await setRequestRule(transaction, request.id, ruleId);
}

function termsOf({ answer, request, at, duration, endOfToday }: Answer): RuleTerms | 'none' {
  return answer === 'approve'
    ? ruleOfApproval(request, validUntil(at, duration, endOfToday))
    : ruleOfRefusal(request, at);
}

/** « Annuler », after an approval: the authorization ends, and with it what was given under it. */
export async function withdraw(
  needs: { readonly database: Database },
  withdrawal: { readonly request: ApprovalRequest; readonly by: UserId; readonly at: number },
): Promise<Answered> {
  const { request, by, at } = withdrawal;
  return written(needs.database, async (transaction) => {
    const withdrawn = await withdrawApproval(transaction, request.id, { by, at });
    if (withdrawn === 'late') return 'late';
    if (!(await isAdministrator(transaction, request, by, at))) throw new RoleWithdrawn();
    const { organizationId, userId } = request;
    if (withdrawn.ruleId !== null) await endRule(transaction, { id: withdrawn.ruleId, organizationId, at });
    await endGrantsOf(transaction, userId, organizationId);
    await writeJournal(transaction, {
      organizationId,
      actor: by,
      action: 'approval.withdrawn',
      subject: userId,
      after: { requestId: request.id },
      at,
    });
    return 'done';
  });
}
