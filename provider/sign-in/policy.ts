import { errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { waitContinuesFor, waitContinuesOnSharedDeviceFor } from '../../policies/approval.ts';
import { unknown } from '../../policies/facts.ts';
import { choicesOf } from '../oidc/models.ts';
import type { Gate, Judgement } from './gate.ts';
import { isProofDue, mostTurns, proofIn, type SessionProof, turnsOf } from './proof.ts';
import { type SignInState, signInState } from './state.ts';

const { Check, Prompt, base } = interactionPolicy;

export const sessionLivesAfterPassword = 30 * 24 * 60 * 60_000;

/**
 * The prompts of an authorization request, in order: `login`, `organization`, `proof`, `connection`, `consent`.
 * Each check only reads: what an allowed sign-in must write is written around the provider (record.ts).
 */
export function prompts(gate: Gate, now: () => number): interactionPolicy.DefaultPolicy {
  const policy = base();
  for (const check of loginChecks(now)) policy.get('login')?.checks.add(check);
  policy.add(new Prompt({ name: 'organization' }, organizationCheck()), 1);
  policy.add(new Prompt({ name: 'proof' }, proofCheck(now)), 2);
  policy.add(new Prompt({ name: 'connection' }, connectionCheck(gate)), 3);
  // First-party native applications ask for no consent either.
  policy.get('consent')?.checks.remove('native_client_prompt');
  policy.get('consent')?.checks.remove('consent_prompt');
  return policy;
}

type ReasonToAsk = (ctx: KoaContextWithOIDC, state: SignInState) => boolean;

/** When a session no longer proves a password. */
function loginChecks(now: () => number) {
  const check = (reason: string, description: string, asks: ReasonToAsk) =>
    new Check(reason, description, 'login_required', (ctx) => {
      const state = signInState(ctx);
      return ctx.oidc.session?.accountId !== undefined && (state === undefined || asks(ctx, state));
    });
  const passwordAt = (ctx: KoaContextWithOIDC) => (ctx.oidc.session?.loginTs ?? 0) * 1000;
  return [
    check('session_over', 'the password is too old', (ctx, { situation }) => {
      const at = passwordAt(ctx);
      return at + sessionLivesAfterPassword <= now() || at < situation.sessionsRevokedAt - 999;
    }),
    check('browser_unknown', 'the session belongs to another browser', (ctx, { situation }) => {
      const { session } = ctx.oidc;
      return (
        situation.browserId === unknown || (session && choicesOf(session).browserId) !== situation.browserId
      );
    }),
    check('wait_over', 'the wait for an approval took too long', (ctx, state) =>
      isWaitOver(state, passwordAt(ctx), now(), 'answered'),
    ),
    check('wait_too_long', 'the wait for an approval takes too long', (ctx, state) =>
      isWaitOver(state, passwordAt(ctx), now(), 'pending'),
    ),
    check(
      'shared_device',
      'a shared device asks who continues',
      (ctx, { situation }) => situation.sharedDevice && !ctx.oidc.result?.login && !ctx.oidc.result?.continue,
    ),
  ];
}

function isWaitOver(
  { membership, situation }: SignInState,
  passwordAt: number,
  now: number,
  which: 'answered' | 'pending',
): boolean {
  if (membership === undefined || typeof membership === 'string' || membership.request === 'none')
    return false;
  const { waitedSince, status } = membership.request;
  if ((status === 'pending') !== (which === 'pending')) return false;
  const lasts = situation.sharedDevice ? waitContinuesOnSharedDeviceFor : waitContinuesFor;
  return now - waitedSince > lasts && passwordAt <= waitedSince;
}

const organizationCheck = () =>
  new Check('organization_unknown', 'the organization is not chosen', 'interaction_required', (ctx) => {
    const membership = signInState(ctx)?.membership;
    return membership === 'choose' || membership === 'change';
  });

/** Whatever came of it when it was asked here: the decision is made on that, and nobody is sent around in a circle. */
const proofCheck = (now: () => number) =>
  new Check('proof_old', 'the key of the browser must be shown again', 'interaction_required', (ctx) => {
    const state = signInState(ctx);
    const membership = state?.membership;
    if (!state || typeof membership !== 'object') return false;
    const { result } = ctx.oidc;
    const enough = proofIn(result)?.network === state.observed.network || turnsOf(result) >= mostTurns;
    return !enough && isProofDue(sessionProof(ctx), { ...state, membership, at: now() });
  });

const sessionProof = (ctx: KoaContextWithOIDC): SessionProof | 'none' =>
  (ctx.oidc.session && choicesOf(ctx.oidc.session).proof) ?? 'none';

const connectionCheck = (gate: Gate) =>
  new Check(
    'connection_unapproved',
    'an administrator must approve this connection',
    'interaction_required',
    async (ctx) => {
      const judgement = await judgementOf(ctx, gate);
      if (!judgement) return true;
      if (judgement.decision.outcome === 'deny' && ctx.oidc.prompts.has('none'))
        throw new errors.AccessDenied();
      return judgement.decision.outcome !== 'allow';
    },
    (ctx) => {
      const membership = signInState(ctx)?.membership;
      return {
        organizationId: typeof membership === 'object' ? membership.organizationId : undefined,
        proof: sessionProof(ctx),
      };
    },
  );

/** Decided once per request; undefined, which never opens, when the request is not ready to be decided. */
export async function judgementOf(ctx: KoaContextWithOIDC, gate: Gate): Promise<Judgement | undefined> {
  const state = signInState(ctx);
  const membership = state?.membership;
  if (!state || membership === undefined || membership === 'choose' || membership === 'change')
    return undefined;
  state.judgement ??= gate.decide({ ...state, membership, proof: sessionProof(ctx) });
  return state.judgement;
}
