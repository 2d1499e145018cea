import { addLinks } from '../../db/approval-links.ts';
import {
  type ApprovalRequest,
  disputeKey,
  findLatestRequest,
  openRequest,
  rejoinRequest,
} from '../../db/approval-requests.ts';
import type { Connection, Database } from '../../db/open.ts';
import { addNotices } from '../../db/outbox.ts';
import { recordSignIn, type SignIn } from '../../db/sign-ins.ts';
import { readAdministrators, readSitesOf } from '../../db/users.ts';
import { requestLifetime } from '../../policies/approval.ts';
import type { Reason } from '../../policies/decision.ts';
import type { BrowserId, OrganizationId, UserId } from '../../policies/facts.ts';

export interface Wait {
  readonly signIn: SignIn & { readonly organizationId: OrganizationId; readonly browserId: BrowserId };
  /** `another`: the first page of this authorization request; a reload is the `same` attempt. */
  readonly attempt: 'same' | 'another';
  /** A key that the browser showed and that is not its own yet. */
  readonly offeredKey: string | 'none';
  /** When the session's password was typed. */
  readonly passwordAt: number;
}

/**
 * Opens the request of this person and browser, or joins the one that waits.
 * The request, its links, the notices and the attempt are written in one transaction, or not at all.
 */
export async function openOrJoin(
  needs: { readonly database: Database; readonly keyId: string; readonly onOpened: () => void },
  wait: Wait,
): Promise<ApprovalRequest> {
  const { signIn } = wait;
  const opened = await needs.database.transaction(async (transaction) => {
    const id = await openRequest(transaction, {
      organizationId: signIn.organizationId,
      userId: signIn.userId,
      browserId: signIn.browserId,
      applicationId: signIn.applicationId,
      network: signIn.network,
      proof: signIn.proof,
      offeredKey: wait.offeredKey,
      reasons: signIn.decision.reasons,
      codeKeyId: needs.keyId,
      at: signIn.at,
      expiresAt: signIn.at + requestLifetime,
    });
    if (id !== undefined) await tellThoseConcerned(transaction, wait, id, needs.keyId);
    else await join(transaction, wait);
    if (wait.attempt === 'another') {
      const request = await findLatestRequest(transaction, signIn);
      await recordSignIn(transaction, { ...signIn, approvalRequestId: request?.id ?? null });
    }
    return id !== undefined;
  });
  if (opened) needs.onOpened();
  const request = await findLatestRequest(needs.database, signIn);
  if (!request) throw new Error('a request that was just opened is gone');
  return request;
}

async function join(transaction: Connection, joining: Wait): Promise<void> {
  const { signIn, attempt, passwordAt } = joining;
  const request = await findLatestRequest(transaction, signIn);
  if (request?.status !== 'pending') return;
  const wait = passwordAt > request.waitedSince ? 'new' : 'same';
  const reasons = [...request.reasons, ...signIn.decision.reasons.filter(isNews(request))];
  await rejoinRequest(transaction, request.id, { at: signIn.at, wait, attempt, reasons });
  if (isPerhapsAnother(request, joining)) await disputeKey(transaction, request.id);
}

/** Each kind of reason is told once. */
const isNews =
  ({ reasons }: ApprovalRequest) =>
  ({ kind }: Reason): boolean =>
    reasons.every((reason) => reason.kind !== kind);

/** One cookie in two browsers: the key of neither is taken for it. */
const isPerhapsAnother = (request: ApprovalRequest, { signIn, offeredKey }: Wait): boolean =>
  signIn.proof !== request.proof || offeredKey !== request.offeredKey || signIn.network !== request.network;

async function tellThoseConcerned(
  transaction: Connection,
  { signIn }: Wait,
  approvalRequestId: ApprovalRequest['id'],
  keyId: string,
): Promise<void> {
  const administrators = await administratorsToAsk(
    transaction,
    signIn.organizationId,
    signIn.userId,
    signIn.at,
  );
  await addLinks(transaction, approvalRequestId, administrators, keyId);
  const { organizationId } = signIn;
  const asked = administrators.map((userId) => ({
    kind: 'approval-requested' as const,
    organizationId,
    userId,
    approvalRequestId,
  }));
  const person = {
    kind: 'connection-waiting' as const,
    organizationId,
    userId: signIn.userId,
    approvalRequestId,
  };
  await addNotices(transaction, [...asked, person], signIn.at);
}

/** Those notified for the sites of the person; nobody left means everybody. Never the person herself. */
async function administratorsToAsk(
  transaction: Connection,
  organizationId: OrganizationId,
  userId: UserId,
  at: number,
): Promise<readonly UserId[]> {
  const others = (await readAdministrators(transaction, organizationId, at)).filter(
    ({ id }) => id !== userId,
  );
  const sites = await readSitesOf(transaction, organizationId, userId);
  const notified = others.filter(
    ({ siteIds }) => sites.length === 0 || siteIds.length === 0 || siteIds.some((id) => sites.includes(id)),
  );
  return (notified.length > 0 ? notified : others).map(({ id }) => id);
}
