import { type ApprovalRequest, findRequest, offerKey as keepOfferedKey } from '../../db/approval-requests.ts';
import { findBrowserOfKey } from '../../db/browsers.ts';
import { unknown } from '../../policies/facts.ts';
import { proofPage } from '../../views/index.ts';
import { fields } from '../http/forms.ts';
import { interactionOver } from '../http/problems.ts';
import { seeOther } from '../http/redirect.ts';
import { choicesOf } from '../oidc/models.ts';
import { finish, interactionPath, loadSession, restartAddress, sameSession } from './interaction.ts';
import type { SignInNeeds } from './needs.ts';
import { challengeOf, readShownKey, type SessionProof, type ShownKey, showsKey, turnsOf } from './proof.ts';
import { frameOfStep, type Step } from './step.ts';

/** « Un instant »: the browser shows its key by itself; with scripts off the button goes on without. */
export async function showProof(step: Step, needs: SignInNeeds): Promise<void> {
  const { interaction, ctx } = step;
  const situation =
    interaction.session && (await needs.gate.recall(interaction.session.accountId, needs.gate.observe(ctx)));
  if (!situation) throw interactionOver();
  ctx.body = proofPage({
    frame: frameOfStep(step, needs),
    action: interactionPath(step.uid, 'preuve'),
    challenge: challengeOf(step.uid),
    firstName: situation.givenName,
    applicationName: step.application.name,
    notYouAction: interactionPath(step.uid, 'quelquun-dautre'),
  });
}

/** What the page showed goes on with the request; a key that is not this browser's ends the session that the cookie opened. */
export async function proveKey(step: Step, needs: SignInNeeds): Promise<void> {
  const { ctx, interaction } = step;
  const session = await loadSession(needs.provider, ctx);
  const shown = await shownProof(step, needs, choicesOf(session).proof);
  if (!sameSession(interaction, session) || shown === 'of-no-browser')
    return seeOther(ctx, restartAddress(needs.provider, interaction));
  if (shown === 'of-another-browser') {
    await session.destroy();
    ctx.cookies.set(needs.provider.cookieName('session'), null, { path: '/', overwrite: true });
    return seeOther(ctx, restartAddress(needs.provider, interaction));
  }
  const proofTurns = turnsOf(interaction.lastSubmission) + 1;
  seeOther(ctx, await finish(interaction, session, { proof: shown, proofTurns }));
}

/** A waiting page of a browser without a key offers one: the approval that it waits for makes it the browser's own. */
export async function offerKey(step: Step, needs: SignInNeeds): Promise<void> {
  const { ctx, interaction } = step;
  const session = await loadSession(needs.provider, ctx);
  const proof = await shownProof(step, needs, choicesOf(session).proof);
  ctx.status = 204;
  if (!sameSession(interaction, session) || typeof proof === 'string' || proof.key === 'none') return;
  choicesOf(session).proof = proof;
  await session.persist();
  interaction.prompt.details.proof = proof;
  await interaction.persist();
  // The very key that was missing: the page looks again, and goes on.
  if (proof.known) ctx.status = 205;
  const { requestId } = interaction.prompt.details;
  const request = typeof requestId === 'string' ? await findRequest(needs.database, requestId) : undefined;
  if (request && takesKey(request, proof)) await keepOfferedKey(needs.database, request.id, proof.key);
}

/** A copied cookie joins the request of its browser: a key is taken only where none was proven, and from the network that is shown. */
const takesKey = (request: ApprovalRequest, { network }: SessionProof): boolean =>
  request.proof === 'unproven' && network !== unknown && request.network === network;

/** `known`: the key is this browser's already, somewhere. */
type Shown = SessionProof & { readonly known: boolean };

/** A key that is new, or none, does not mend what a session saw of another browser's. */
async function shownProof(
  step: Step,
  { gate, database, now }: SignInNeeds,
  before: SessionProof | undefined,
): Promise<Shown | 'of-another-browser' | 'of-no-browser'> {
  const { ctx, uid, interaction } = step;
  const observed = gate.observe(ctx);
  const accountId = interaction.session?.accountId;
  const browserId = accountId === undefined ? undefined : (await gate.recall(accountId, observed))?.browserId;
  if (browserId === undefined || browserId === unknown) return 'of-no-browser';
  const shown: ShownKey = showsKey(step) ? readShownKey(uid, fields(ctx)) : { kind: 'absent' };
  const owner = shown.kind === 'signed' ? await findBrowserOfKey(database, shown.key) : undefined;
  if (shown.kind === 'wrong' || (owner && owner.id !== browserId)) return 'of-another-browser';
  return {
    browserId,
    key: shown.kind === 'signed' ? shown.key : 'none',
    network: showsKey(step) ? observed.network : unknown,
    at: now(),
    standing: owner ? 'same' : before?.browserId === browserId ? before.standing : 'same',
    known: owner !== undefined,
  };
}
