import type { Middleware } from 'koa';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { useApproval } from '../../db/answered-requests.ts';
import { closeRequest } from '../../db/closed-requests.ts';
import { SessionEnded, saveGrant } from '../../db/grants.ts';
import { keepingRecords, saveRecords } from '../../db/kept-records.ts';
import type { Connection, Database } from '../../db/open.ts';
import { RulesChanged, recordSignIn } from '../../db/sign-ins.ts';
import { type Network, type Unknown, unknown } from '../../policies/facts.ts';
import type { OrganizationGrant } from '../oidc/models.ts';
import type { Judgement } from './gate.ts';
import { type SignInState, signInState } from './state.ts';

/** Its approval was used by another request first: the sign-in is decided again. */
class ApprovalLost extends Error {}

/**
 * Around the provider: after it decided and before the redirect leaves, one transaction writes what an allowed sign-in must write, its code included.
 * When that fails, the code never was; when rules changed or the session ended meanwhile, or the approval was used by another request first, it is decided again.
 */
export const recordAllowed = (needs: {
  readonly database: Database;
  readonly now: () => number;
  readonly grantLivesMilliseconds: number;
}): Middleware => {
  return async (ctx, next) => {
    const records = await keepingRecords(next);
    // A fault of ours is shown here: the application could do nothing with it, and may ask again.
    if (ctx.state.serverError) throw ctx.state.serverError;
    const oidc: KoaContextWithOIDC['oidc'] | undefined = ctx.oidc;
    if (!oidc || !issuesCode(oidc)) return saveRecords(needs.database, ctx.status < 400 ? records : []);
    const state = signInState(ctx);
    const judgement = await state?.judgement;
    if (!state || judgement?.decision.outcome !== 'allow') throw new Error('a code without a decision');
    try {
      await needs.database.transaction(async (transaction) => {
        const at = needs.now();
        await recordSignIn(transaction, signInOf(state, judgement, at), {
          onlyAtVersion: judgement.decision.policyVersion,
        });
        await writeUsedApproval(transaction, state, judgement, at);
        await saveGivenGrant(transaction, keyOf(state), oidc, judgement, at + needs.grantLivesMilliseconds);
        await saveRecords(transaction, records);
      });
    } catch (error) {
      const again = [ApprovalLost, RulesChanged, SessionEnded].some((kind) => error instanceof kind);
      if (!again) throw error;
      ctx.redirect(requestAgain(oidc));
    }
  };
};

const issuesCode = ({ route, entities }: KoaContextWithOIDC['oidc']): boolean =>
  entities.AuthorizationCode !== undefined && (route === 'authorization' || route === 'resume');

/** Whatever let the person in, her request has nothing left to wait for; an approval that did lets in once. */
async function writeUsedApproval(
  transaction: Connection,
  state: SignInState,
  judgement: Judgement,
  at: number,
): Promise<void> {
  const membership = typeof state.membership === 'object' ? state.membership : undefined;
  if (!membership || membership.request === 'none') return;
  const { id } = membership.request;
  await closeRequest(transaction, id, 'superseded');
  const won = await useApproval(transaction, id, at);
  if (!won && judgement.decision.reasons[0].kind === 'approved') throw new ApprovalLost();
}

/** The key that the grant was given to, kept with its facts. */
const keyOf = ({ membership }: SignInState): string | 'none' =>
  typeof membership === 'object' ? membership.proofKey : 'none';

async function saveGivenGrant(
  transaction: Connection,
  proofKey: string | 'none',
  { entities, session }: KoaContextWithOIDC['oidc'],
  { facts, decision }: Judgement,
  expiresAt: number,
): Promise<void> {
  const grant: OrganizationGrant | undefined = entities.Grant;
  if (!grant?.jti || !grant.getValueAndPayload) throw new Error('a code was issued without a grant');
  grant.exp = Math.floor(expiresAt / 1000);
  const { payload } = await grant.getValueAndPayload();
  await saveGrant(transaction, {
    id: grant.jti,
    payload,
    expiresAt,
    organizationId: grant.organizationId ?? null,
    facts: JSON.stringify({ ...facts, proofKey }),
    policyVersion: decision.policyVersion,
    sessionUid: session?.uid ?? null,
  });
}

export function signInOf(
  { application, situation, membership, observed }: Omit<SignInState, 'judgement'>,
  { decision, facts }: Judgement,
  at: number,
) {
  const within = typeof membership === 'object' ? membership : undefined;
  // Parents' homes are nobody's business.
  const isPrivate = application.gate === 'exempt' || (application.gate === 'members' && !within);
  const network: Network | Unknown = isPrivate ? unknown : observed.network;
  return {
    organizationId: within?.organizationId ?? null,
    userId: situation.userId,
    browserId: situation.browserId,
    applicationId: application.id,
    network,
    proof: facts.proof,
    decision,
    approvalRequestId: within && within.request !== 'none' ? within.request.id : null,
    at,
  };
}

/** The same authorization request, from its start. */
function requestAgain(oidc: KoaContextWithOIDC['oidc']): string {
  const again = new URL(oidc.urlFor('authorization'));
  for (const [name, value] of Object.entries(oidc.params ?? {}))
    if (typeof value === 'string') again.searchParams.set(name, value);
  return again.href;
}
