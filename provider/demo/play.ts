import type { Context } from 'koa';
import * as client from 'openid-client';
import { demoApplicationPage } from '../../views/index.ts';
import type { DemoApplicationPage, Frame } from '../../views/model.ts';
import { notFound, unavailable } from '../http/problems.ts';
import { seeOther } from '../http/redirect.ts';
import type { Application } from '../oidc/index.ts';
import { type Attempt, startAttempt, takeAttempt } from './attempts.ts';
import type { ClientOf } from './client.ts';
import type { KeptReturn, KeptReturns } from './kept-returns.ts';

export interface PlayNeeds {
  /** By id: those that return to the demonstration. */
  readonly played: ReadonlyMap<string, Application>;
  readonly clientOf: ClientOf;
  readonly returns: KeptReturns;
  readonly publicUrl: URL;
  readonly frame: (ctx: Context) => Frame;
}

export const startHref = (id: string): string => `/demo/${id}/connexion`;
const returnPath = (id: string): string => `/demo/${id}/retour`;
export const returnUrl = (id: string, publicUrl: URL): string => new URL(returnPath(id), publicUrl).href;
/** What makes an address of ours the answer of the provider (RFC 6749, sections 4.1.2 and 4.1.2.1). */
const answers = ['code', 'error', 'state'];

/** An ordinary sign-in, as any application would start it: code, PKCE (RFC 7636), state and nonce. */
export async function startSignIn(ctx: Context, needs: PlayNeeds): Promise<void> {
  const application = applicationOf(ctx, needs);
  const configuration = await clientOf(ctx, application, needs);
  needs.frame(ctx); // remembers the language, when it was just chosen
  const { state, nonce, verifier } = startAttempt(ctx, application.id);
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnUrl(application.id, needs.publicUrl),
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  ctx.redirect(address.href);
}

/** The return: what the provider said becomes tokens or an error, kept for the page at this address without its query. */
export async function finishSignIn(ctx: Context, needs: PlayNeeds): Promise<void> {
  const application = applicationOf(ctx, needs);
  if (!answers.some((name) => name in ctx.query)) return showLastReturn(ctx, needs, application);
  const attempt = takeAttempt(ctx, application.id);
  if (!attempt) return show(ctx, needs, application, stale);
  const configuration = await clientOf(ctx, application, needs);
  needs.returns.keep(ctx, application.id, await receive(ctx, needs, configuration, attempt));
  seeOther(ctx, returnPath(application.id));
}

/** The page of a return survives a reload; once nothing is left of it, the demonstration starts over. */
function showLastReturn(ctx: Context, needs: PlayNeeds, application: Application): void {
  const last = needs.returns.find(ctx, application.id);
  if (last) show(ctx, needs, application, last.outcome);
  else seeOther(ctx, '/demo');
}

async function receive(
  ctx: Context,
  { publicUrl }: PlayNeeds,
  configuration: client.Configuration,
  attempt: Attempt,
): Promise<KeptReturn> {
  try {
    const tokens = await client.authorizationCodeGrant(configuration, new URL(ctx.url, publicUrl), {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    const userinfo = await client.fetchUserInfo(configuration, tokens.access_token, claims?.sub ?? '');
    return {
      idToken: tokens.id_token ?? 'none',
      outcome: {
        kind: 'signed-in',
        name: userinfo.given_name ?? userinfo.name ?? userinfo.sub,
        idTokenClaims: JSON.stringify(claims, null, 2),
        userinfo: JSON.stringify(userinfo, null, 2),
        tokens: tokensOf(tokens),
      },
    };
  } catch (error) {
    return { idToken: 'none', outcome: failureOf(error) };
  }
}

/**
 * OpenID Connect RP-Initiated Logout 1.0. Without its ID token, the provider asks first, and the answer may be no:
 * only with it does the `state` that comes back mean that the session is over.
 */
export async function signOut(ctx: Context, needs: PlayNeeds): Promise<void> {
  const application = applicationOf(ctx, needs);
  const configuration = await clientOf(ctx, application, needs);
  const idToken = needs.returns.find(ctx, application.id)?.idToken ?? 'none';
  needs.returns.forget(ctx, application.id);
  const address = client.buildEndSessionUrl(configuration, {
    post_logout_redirect_uri: new URL('/demo/', needs.publicUrl).href,
    ...(idToken !== 'none' && { id_token_hint: idToken, state: application.id }),
  });
  ctx.redirect(address.href);
}

function applicationOf(ctx: Context, { played }: PlayNeeds): Application {
  const application = played.get(String(ctx.params.applicationId));
  if (!application) throw notFound();
  return application;
}

async function clientOf(
  ctx: Context,
  application: Application,
  needs: PlayNeeds,
): Promise<client.Configuration> {
  try {
    return await needs.clientOf(ctx, application);
  } catch (error) {
    throw unavailable(error);
  }
}

type Outcome = DemoApplicationPage['outcome'];

function show(ctx: Context, { frame }: PlayNeeds, { id, name }: Application, outcome: Outcome): void {
  if (outcome === stale) ctx.status = 400;
  ctx.body = demoApplicationPage({
    frame: frame(ctx),
    applicationName: name,
    outcome,
    againHref: startHref(id),
    logoutHref: `/demo/${id}/deconnexion`,
    demoHref: '/demo',
  });
}

/** For developers, in their language, like every error of the protocol. */
const stale: Outcome = {
  kind: 'failed',
  error: 'stale_return',
  description:
    'this browser has no sign-in of this application under way: the address was opened twice, or too late',
};

function failureOf(error: unknown): Outcome {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError)
    return { kind: 'failed', error: error.error, description: error.error_description ?? '' };
  if (error instanceof client.ClientError)
    return { kind: 'failed', error: error.code ?? 'client_error', description: error.message };
  throw error;
}

const tokensOf = (tokens: client.TokenEndpointResponse) =>
  (['id_token', 'access_token', 'refresh_token'] as const).flatMap((name) => {
    const value = tokens[name];
    return value === undefined ? [] : [{ name, value }];
  });
