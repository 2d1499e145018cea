import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'koa';
import type Provider from 'oidc-provider';
import {
  addConsoleSession,
  endConsoleSession,
  findConsoleSession,
  type LiveConsoleSession,
} from '../../db/console-sessions.ts';
import type { Database } from '../../db/open.ts';
import { type OrganizationId, type UserId, unknown } from '../../policies/facts.ts';
import type { SignedIn } from '../approvals/index.ts';
import { badRequest } from '../http/problems.ts';
import type { Application } from '../oidc/applications.ts';
import type { OrganizationGrant } from '../oidc/models.ts';
import { routes } from '../oidc/routes.ts';
import type { Gate } from '../sign-in/index.ts';
import type { Observed } from '../sign-in/observe.ts';
import type { SessionProof } from '../sign-in/proof.ts';

export interface ConsoleNeeds {
  readonly provider: Provider;
  readonly database: Database;
  readonly gate: Gate;
  readonly now: () => number;
  /** `reglages`: an ordinary gated client of our own provider. */
  readonly application: Application;
}

const sessionLasts = 12 * 60 * 60_000;
const attemptLasts = 30 * 60_000;
const cookie = (ctx: Context, name: string): string =>
  ctx.secure ? `__Host-cadenas-${name}` : `cadenas_${name}`;
const options = (ctx: Context) =>
  ({ httpOnly: true, sameSite: 'lax', secure: ctx.secure, path: '/', overwrite: true }) as const;
const hash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** It travels in a cookie. */
const longestReturn = 1500;

/** Only our own pages, with what was asked of them: a return address is never somebody else's. */
export function isOwnPath(address: string): boolean {
  const [, path] = /^(\/(?:reglages|demandes)(?:\/[\w./-]*)?)(?:\?[\w%&=.~*+-]*)?$/.exec(address) ?? [];
  if (path === undefined || address.length > longestReturn) return false;
  return !path.includes('//') && !path.includes('..');
}

/** Starts a sign-in of the console: code and PKCE like any other client (RFC 7636). */
export function startSignIn(ctx: Context, { provider, application }: ConsoleNeeds): void {
  const returnTo =
    typeof ctx.query.retour === 'string' && isOwnPath(ctx.query.retour) ? ctx.query.retour : '/reglages';
  const [state, verifier] = [randomBytes(16).toString('base64url'), randomBytes(32).toString('base64url')];
  ctx.cookies.set(
    cookie(ctx, 'attempt'),
    `${state}.${verifier}.${Buffer.from(returnTo).toString('base64url')}`,
    {
      ...options(ctx),
      signed: true,
      maxAge: attemptLasts,
    },
  );
  const address = new URL(`${provider.issuer}${routes.authorization}`);
  address.search = new URLSearchParams({
    client_id: application.id,
    response_type: 'code',
    scope: 'openid profile email',
    redirect_uri: redirectUri(application),
    state,
    code_challenge: hash(verifier),
    code_challenge_method: 'S256',
  }).toString();
  ctx.redirect(address.href);
}

/** The return of that sign-in: the code is redeemed here, in the process that issued it, under the checks of RFC 6749, section 4.1.3. */
export async function finishSignIn(ctx: Context, needs: ConsoleNeeds): Promise<void> {
  const [state, verifier, returnTo] = (ctx.cookies.get(cookie(ctx, 'attempt'), { signed: true }) ?? '').split(
    '.',
  );
  ctx.cookies.set(cookie(ctx, 'attempt'), null, options(ctx));
  if (!state || !verifier || !returnTo || ctx.query.state !== state) throw badRequest();
  if (typeof ctx.query.error === 'string') return ctx.redirect('/reglages/refus');
  const { provider, database, application, now } = needs;
  const code =
    typeof ctx.query.code === 'string' ? await provider.AuthorizationCode.find(ctx.query.code) : undefined;
  if (!code || code.clientId !== application.id || code.redirectUri !== redirectUri(application))
    throw badRequest();
  if (code.codeChallenge !== hash(verifier)) throw badRequest();
  await code.consume();
  const grant: OrganizationGrant | undefined =
    code.grantId === undefined ? undefined : await provider.Grant.find(code.grantId);
  if (!grant?.organizationId || !code.accountId) throw badRequest();
  const token = randomBytes(32).toString('base64url');
  await addConsoleSession(database, {
    tokenHash: hash(token),
    userId: code.accountId as UserId, // branded here: the provider's account ids are our users'
    organizationId: grant.organizationId as OrganizationId, // likewise
    applicationId: application.id,
    grantId: grant.jti,
    expiresAt: now() + sessionLasts,
  });
  ctx.cookies.set(cookie(ctx, 'console'), token, { ...options(ctx), signed: false });
  ctx.redirect(Buffer.from(returnTo, 'base64url').toString());
}

/** An administrator with a session: its grant lives, and the gate decided again, on this very request. */
export async function signedInAdministrator(
  ctx: Context,
  needs: ConsoleNeeds,
): Promise<SignedIn | undefined> {
  const token = ctx.cookies.get(cookie(ctx, 'console'), { signed: false });
  const session = token && (await findConsoleSession(needs.database, hash(token), needs.now()));
  if (!session || session.applicationId !== needs.application.id) return undefined;
  const observed = needs.gate.observe(ctx);
  const situation = await needs.gate.recall(session.userId, observed);
  const membership = situation?.memberships.find((one) => one.organizationId === session.organizationId);
  if (!situation || !membership) return undefined;
  const { application } = needs;
  const proof = proofOfGrant(session, observed, needs.now());
  const { decision, facts } = await needs.gate.decide({
    situation,
    application,
    membership,
    observed,
    proof,
  });
  // An approval from who knows where writes no rule and lets in once: what it gave goes on there, while its grant lives.
  const asGiven =
    session.approved &&
    session.browserId === situation.browserId &&
    session.network === unknown &&
    observed.network === unknown;
  if (decision.outcome === 'deny' || (decision.outcome === 'ask' && !asGiven)) return undefined;
  return {
    userId: situation.userId,
    organizationId: membership.organizationId,
    firstName: situation.givenName,
    facts,
  };
}

/** Browser and proof are the grant's (design, section 7), for as long as the browser keeps the key that it was proven by. */
function proofOfGrant(
  { browserId, proof, proofKey }: LiveConsoleSession,
  { network }: Observed,
  at: number,
): SessionProof | 'none' {
  if (proof !== 'proven') return 'none';
  return { browserId, key: proofKey, network, at, standing: 'same' };
}

export async function signOut(ctx: Context, { database }: ConsoleNeeds): Promise<void> {
  const token = ctx.cookies.get(cookie(ctx, 'console'), { signed: false });
  if (token) await endConsoleSession(database, hash(token));
  ctx.cookies.set(cookie(ctx, 'console'), null, options(ctx));
}

function redirectUri({ redirectUris: [uri] }: Application): string {
  if (uri === undefined) throw new Error('the console has no return address');
  return uri;
}
