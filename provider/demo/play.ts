import type { Context } from 'koa';
import * as client from 'openid-client';
import { demoApplicationPage } from '../../views/index.ts';
import type { DemoApplicationPage, Frame } from '../../views/model.ts';
import { notFound, unavailable } from '../http/problems.ts';
import type { Application } from '../oidc/index.ts';
import { startAttempt, takeAttempt } from './attempts.ts';
import type { ClientOf } from './client.ts';
import type { KeptTokens } from './kept-tokens.ts';

export interface PlayNeeds {
  /** By id: those that return to the demonstration. */
  readonly played: ReadonlyMap<string, Application>;
  readonly clientOf: ClientOf;
  readonly tokens: KeptTokens;
  readonly publicUrl: URL;
  readonly frame: (ctx: Context) => Frame;
}

export const startHref = (id: string): string => `/demo/${id}/connexion`;
export const returnUrl = (id: string, publicUrl: URL): string =>
  new URL(`/demo/${id}/retour`, publicUrl).href;

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

/** The return: what the provider said becomes tokens, or a page that says what the application was told. */
export async function finishSignIn(ctx: Context, needs: PlayNeeds): Promise<void> {
  const application = applicationOf(ctx, needs);
  const attempt = takeAttempt(ctx, application.id);
  if (!attempt) return show(ctx, needs, application, stale);
  const configuration = await clientOf(ctx, application, needs);
  try {
    const tokens = await client.authorizationCodeGrant(configuration, new URL(ctx.url, needs.publicUrl), {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    const userinfo = await client.fetchUserInfo(configuration, tokens.access_token, claims?.sub ?? '');
    if (tokens.id_token !== undefined) needs.tokens.keep(ctx, application.id, tokens.id_token);
    show(ctx, needs, application, {
      kind: 'signed-in',
      name: userinfo.given_name ?? userinfo.name ?? userinfo.sub,
      idTokenClaims: JSON.stringify(claims, null, 2),
      userinfo: JSON.stringify(userinfo, null, 2),
      tokens: tokensOf(tokens),
    });
  } catch (error) {
    show(ctx, needs, application, failureOf(error));
  }
}

/** OpenID Connect RP-Initiated Logout 1.0. Without its ID token, the provider asks first. */
export async function signOut(ctx: Context, needs: PlayNeeds): Promise<void> {
  const application = applicationOf(ctx, needs);
  const configuration = await clientOf(ctx, application, needs);
  const idToken = needs.tokens.take(ctx, application.id);
  const address = client.buildEndSessionUrl(configuration, {
    post_logout_redirect_uri: new URL('/demo/', needs.publicUrl).href,
    ...(idToken !== undefined && { id_token_hint: idToken }),
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
  const { language, demo } = frame(ctx);
  ctx.body = demoApplicationPage({
    // A return is taken once: in the other language, the sign-in starts again.
    frame: { language, demo, otherLanguageHref: `${startHref(id)}?lang=${language === 'fr' ? 'en' : 'fr'}` },
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
