import type { KoaContextWithOIDC } from 'oidc-provider';
import { newId } from '../../db/ids.ts';
import { unknown } from '../../policies/facts.ts';
import { choicesOf, type OrganizationGrant, type SessionChoices } from '../oidc/models.ts';
import { aliasAsked, membershipFor } from './organization.ts';
import { proofIn } from './proof.ts';
import { signInState } from './state.ts';

/**
 * The grant of this person, application and organization: the session's own, so that an older tab keeps its tokens, else a new one.
 * A new one is saved only with the sign-in that it belongs to (record.ts).
 */
export async function loadGrant(ctx: KoaContextWithOIDC): Promise<OrganizationGrant | undefined> {
  const state = signInState(ctx);
  const { session, client, account, provider } = ctx.oidc;
  if (!state || !session || !client || !account) return undefined;
  const choices = choicesOf(session);
  rememberBrowser(ctx, choices);
  const alias = aliasAsked(ctx.oidc.params?.organization);
  const membership = membershipFor(state.situation, state.application, {
    alias,
    organizationOfSession: choices.organizationId,
  });
  state.membership = membership;
  // Until the organization is chosen, the session keeps the grant that it has.
  if (membership === 'choose' || membership === 'change') return undefined;
  const organizationId = typeof membership === 'object' ? membership.organizationId : undefined;
  if (organizationId !== undefined) choices.organizationId = organizationId;
  const grant =
    (await grantOfSession(ctx, organizationId)) ??
    newGrant(provider, account.accountId, client.clientId, organizationId);
  grant.addOIDCScope([...ctx.oidc.requestParamOIDCScopes].join(' '));
  grant.addOIDCClaims([...ctx.oidc.requestParamClaims]);
  return grant;
}

/** A session remembers the browser in which its password was just typed, and what its key has just signed. */
function rememberBrowser(ctx: KoaContextWithOIDC, session: SessionChoices): void {
  const { browserId, memberships = [] } = signInState(ctx)?.situation ?? {};
  const proof = proofIn(ctx.oidc.result);
  // It holds an address: of who is no member, nothing asks for it.
  if (proof && memberships.length > 0 && proof.browserId === browserId && proof.at > (session.proof?.at ?? 0))
    session.proof = proof;
  if (ctx.oidc.result?.login && browserId !== undefined && browserId !== unknown)
    session.browserId = browserId;
}

async function grantOfSession(
  ctx: KoaContextWithOIDC,
  organizationId: string | undefined,
): Promise<OrganizationGrant | undefined> {
  const { session, client, account, provider } = ctx.oidc;
  const grantId = client && session?.grantIdFor(client.clientId);
  const grant: OrganizationGrant | undefined =
    grantId === undefined ? undefined : await provider.Grant.find(grantId);
  return grant?.accountId === account?.accountId && grant?.organizationId === organizationId
    ? grant
    : undefined;
}

function newGrant(
  provider: KoaContextWithOIDC['oidc']['provider'],
  accountId: string,
  clientId: string,
  organizationId: string | undefined,
): OrganizationGrant {
  const grant: OrganizationGrant = new provider.Grant({ accountId, clientId });
  grant.jti = newId();
  if (organizationId !== undefined) grant.organizationId = organizationId;
  return grant;
}
