import { readAsked } from '../../db/approval-links.ts';
import { type ApprovalRequest, findLatestRequest } from '../../db/approval-requests.ts';
import { readRuleEnd } from '../../db/rules.ts';
import { recordSignIn } from '../../db/sign-ins.ts';
import type { MembershipSituation, Situation } from '../../db/situation.ts';
import { readOnCallPhone } from '../../db/users.ts';
import { unknown } from '../../policies/facts.ts';
import { refusalPage, waitingPage } from '../../views/index.ts';
import type { Moment, WaitingState } from '../../views/model.ts';
import { interactionOver } from '../http/problems.ts';
import { seeOther } from '../http/redirect.ts';
import { usedWith } from '../recognition/labels.ts';
import type { Judgement } from './gate.ts';
import { finish, interactionPath, loadSession, restartAddress, sameSession } from './interaction.ts';
import type { SignInNeeds } from './needs.ts';
import type { Observed } from './observe.ts';
import { challengeOf, isProofDue, mostTurns, proofIn, type SessionProof, turnsOf } from './proof.ts';
import { signInOf } from './record.ts';
import { frameOfStep, type Step } from './step.ts';

const nobodyAnsweredAfter = 10 * 60_000;

/** Who waits here, and what is decided of them now, from the live request and the database. */
interface Waiter {
  readonly observed: Observed;
  readonly situation: Situation;
  readonly membership: MembershipSituation | 'none';
  readonly proof: SessionProof | 'none';
  readonly judgement: Judgement;
  readonly latest: ApprovalRequest | undefined;
}

/**
 * The waiting page: opens or joins the request, shows what became of it, and goes on once the answer allows it.
 * It decides nothing for the application: the prompt's own check does, when the request resumes.
 */
export async function showWait(step: Step, needs: SignInNeeds): Promise<void> {
  const waiter = await findWaiter(step, needs);
  if (waiter === 'another-browser')
    return seeOther(step.ctx, restartAddress(needs.provider, step.interaction));
  const { outcome } = waiter.judgement.decision;
  if (outcome === 'allow')
    return continuesByItself(step) ? goOn(step, needs) : showApproved(step, needs, waiter);
  const answered = answeredSince(step, waiter.latest);
  if (answered)
    return showRequest(step, needs, waiter, answered, {
      kind: answered.status === 'refused' ? 'refused' : 'cancelled',
    });
  if (outcome === 'deny') return showRefusal(step, needs, waiter);
  // From another network than the key was shown on: it is shown first, and may be all that was missing.
  if (mustProve(step, needs, waiter)) return goOn(step, needs);
  const request = await openOrJoin(step, needs, waiter);
  const nobodyAnswered = needs.now() - request.waitedSince > nobodyAnsweredAfter;
  return showRequest(step, needs, waiter, request, { kind: 'pending', remindedAt: 'never', nobodyAnswered });
}

/** « Ouvrir Amisgest », and where the scripts lead: on to the application, or back to waiting. */
export async function goOn({ ctx, interaction }: Step, needs: SignInNeeds): Promise<void> {
  const session = await loadSession(needs.provider, ctx);
  seeOther(
    ctx,
    sameSession(interaction, session)
      ? await finish(interaction, session, { connection: {} })
      : restartAddress(needs.provider, interaction),
  );
}

export async function findWaiter(
  { ctx, interaction, application }: Step,
  needs: SignInNeeds,
): Promise<Waiter | 'another-browser'> {
  const observed = needs.gate.observe(ctx);
  const situation = interaction.session && (await needs.gate.recall(interaction.session.accountId, observed));
  if (!situation) throw interactionOver();
  const { browserId } = situation;
  if (browserId === unknown) return 'another-browser';
  const organizationId = interaction.prompt.details.organizationId;
  const membership = situation.memberships.find((one) => one.organizationId === organizationId) ?? 'none';
  const proof = proofIn(interaction.prompt.details) ?? 'none';
  const judgement = await needs.gate.decide({ situation, application, membership, observed, proof });
  const latest =
    membership === 'none'
      ? undefined
      : await findLatestRequest(needs.database, {
          organizationId: membership.organizationId,
          userId: situation.userId,
          browserId,
        });
  return { observed, situation, membership, proof, judgement, latest };
}

/** An answer to the wait of this very interaction; any other belongs to an earlier one. */
function answeredSince(
  { interaction }: Step,
  latest: ApprovalRequest | undefined,
): ApprovalRequest | undefined {
  if (!latest || latest.id !== interaction.prompt.details.requestId) return undefined;
  return latest.status === 'refused' || latest.status === 'cancelled' ? latest : undefined;
}

async function openOrJoin(step: Step, needs: SignInNeeds, waiter: Waiter): Promise<ApprovalRequest> {
  const signIn = signInOf({ ...waiter, application: step.application }, waiter.judgement, needs.now());
  const { organizationId, browserId } = signIn;
  if (organizationId === null || browserId === unknown) throw interactionOver();
  const session = await loadSession(needs.provider, step.ctx);
  const { details } = step.interaction.prompt;
  const request = await needs.waiting.openOrJoin({
    signIn: { ...signIn, organizationId, browserId },
    // Each authorization request is one attempt, however often its page is loaded.
    attempt: details.requestId === undefined ? 'another' : 'same',
    offeredKey: offeredKey(waiter),
    passwordAt: (session.loginTs ?? 0) * 1000,
  });
  if (details.requestId !== request.id) {
    details.requestId = request.id;
    await step.interaction.persist();
  }
  return request;
}

function mustProve({ interaction }: Step, { now }: SignInNeeds, waiter: Waiter): boolean {
  const { membership, proof } = waiter;
  if (membership === 'none' || turnsOf(interaction.lastSubmission) >= mostTurns) return false;
  return isProofDue(proof, { ...waiter, membership, at: now() });
}

/** What the session's key is, when it is not yet the browser's. */
function offeredKey({ proof, membership }: Waiter): string | 'none' {
  if (proof === 'none' || proof.standing === 'changed' || membership === 'none') return 'none';
  return proof.key === membership.proofKey ? 'none' : proof.key;
}

async function showRefusal(step: Step, needs: SignInNeeds, waiter: Waiter): Promise<void> {
  const { situation, membership, judgement } = waiter;
  const { details } = step.interaction.prompt;
  if (details.recorded !== true) {
    const signIn = signInOf({ ...waiter, application: step.application }, judgement, needs.now());
    await needs.database.transaction((transaction) => recordSignIn(transaction, signIn));
    details.recorded = true;
    await step.interaction.persist();
  }
  const [reason] = judgement.decision.reasons;
  step.ctx.status = 403;
  step.ctx.body = refusalPage({
    frame: frameOfStep(step, needs),
    firstName: situation.givenName,
    applicationName: step.application.name,
    organizationName: membership === 'none' ? 'none' : membership.organizationName,
    reason: reason.kind,
    until: await endOfRefusal(needs, waiter),
    onCallPhone: await onCallPhone(needs, waiter),
    backAction: interactionPath(step.uid, 'retour'),
    notYouAction: interactionPath(step.uid, 'quelquun-dautre'),
  });
}

/** When the refusal ends by itself: the person may ask again then. */
async function endOfRefusal(needs: SignInNeeds, { judgement, membership }: Waiter): Promise<Moment | 'none'> {
  const [reason] = judgement.decision.reasons;
  if (reason.kind !== 'refused' || membership === 'none') return 'none';
  const at = await readRuleEnd(needs.database, reason.ruleId);
  return at === undefined ? 'none' : { at, now: needs.now(), timeZone: membership.timeZone };
}

/** A private scheme is followed from a gesture only: a resume can be followed once. */
const continuesByItself = ({ interaction }: Step): boolean =>
  /^https?:/i.test(String(interaction.params.redirect_uri));

async function showApproved(step: Step, needs: SignInNeeds, waiter: Waiter): Promise<void> {
  if (!waiter.latest) return goOn(step, needs);
  const continueHref = interactionPath(step.uid, 'suite');
  return showRequest(step, needs, waiter, waiter.latest, { kind: 'approved', continueHref, how: 'by-hand' });
}

async function showRequest(
  step: Step,
  needs: SignInNeeds,
  waiter: Waiter,
  request: ApprovalRequest,
  state: WaitingState,
): Promise<void> {
  const { situation, membership, judgement } = waiter;
  if (membership === 'none') throw interactionOver();
  const here = (part?: string) => interactionPath(step.uid, part);
  step.ctx.body = waitingPage({
    frame: frameOfStep(step, needs),
    state,
    firstName: situation.givenName,
    applicationName: step.application.name,
    organizationName: membership.organizationName,
    asked: await readAsked(needs.database, request.id),
    openedAt: { at: request.openedAt, now: needs.now(), timeZone: membership.timeZone },
    // A code is given in person to whoever stands there: it must not answer what was asked from somewhere else.
    checkCode:
      request.network === waiter.observed.network ? needs.waiting.checkCode(request) : 'from-elsewhere',
    reasons: request.reasons.map(({ kind }) => kind),
    usedWith: usedWith(judgement.recognition),
    where: judgement.where,
    onCallPhone: await onCallPhone(needs, waiter),
    own: membership.roles.includes('administration'),
    checkHref: here(),
    eventsHref: here('evenements'),
    cancelAction: here('annuler'),
    notYouAction: here('quelquun-dautre'),
    offer:
      waiter.proof === 'none' || waiter.proof.key === 'none'
        ? { action: here('cle'), challenge: challengeOf(step.uid) }
        : 'none',
    backToApplicationHref: here('retour'),
  });
}

const onCallPhone = async ({ database }: SignInNeeds, { membership, situation }: Waiter): Promise<string> =>
  membership === 'none'
    ? 'none'
    : ((await readOnCallPhone(database, membership.organizationId, situation.userId)) ?? 'none');
