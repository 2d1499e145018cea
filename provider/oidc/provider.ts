import type { JWK } from 'jose';
import type { Context } from 'koa';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Database } from '../../db/open.ts';
import { recordsAdapter } from '../../db/records.ts';
import { endSession } from '../../db/sessions.ts';
import { readParentage } from '../../db/situation.ts';
import type { OrganizationId } from '../../policies/facts.ts';
import { aliasInScope, type Gate, loadGrant, prompts } from '../sign-in/index.ts';
import { setSignInState } from '../sign-in/state.ts';
import type { Application } from './applications.ts';
import { claimsByScope, claimsOf } from './claims.ts';
import { extendModels, type OrganizationGrant } from './models.ts';
import { issuerPath, routes } from './routes.ts';

const hour = 60 * 60;
const day = 24 * hour;

/** Lifetimes in seconds (design, sections 4 and 7). */
export const lifetimes = {
  interaction: 12 * hour,
  sessionIdle: 12 * hour,
  sharedSessionIdle: 15 * 60,
  session: 30 * day,
  accessToken: 5 * 60,
  refreshToken: { web: 12 * hour, native: 30 * day },
  grant: 30 * day,
} as const;

export interface ProviderNeeds {
  readonly database: Database;
  readonly gate: Gate;
  readonly now: () => number;
  readonly publicUrl: URL;
  readonly jwks: { keys: JWK[] };
  readonly cookieKeys: readonly string[];
  readonly applications: ReadonlyMap<string, Application>;
  readonly pages: {
    problem(ctx: Context, error: Error, description: string | undefined): void;
    logout(ctx: Context, xsrf: string, action: string): void;
    loggedOut(ctx: Context): void;
  };
}

export function createProvider(needs: ProviderNeeds): Provider {
  const provider = new Provider(new URL(issuerPath, needs.publicUrl).href, configurationOf(needs));
  // Who signs out is signed out of every application, whatever its tokens' own lives.
  extendModels(provider, (uid) =>
    needs.database.transaction((transaction) =>
      endSession(transaction, uid, needs.now() + lifetimes.session * 1000),
    ),
  );
  provider.on('server_error', (ctx, error) => {
    ctx.state.serverError = error;
  });
  return provider;
}

function configurationOf(needs: ProviderNeeds): Configuration {
  const https = needs.publicUrl.protocol === 'https:';
  const cookie = { signed: true, httpOnly: true, sameSite: 'lax', secure: https, overwrite: true } as const;
  return {
    adapter: recordsAdapter(needs.database, needs.now),
    clients: [...needs.applications.values()].map(clientOf),
    extraClientMetadata: { properties: ['origins'] },
    clientBasedCORS: (_ctx, origin, client) =>
      needs.applications.get(client.clientId)?.origins.includes(origin) ?? false,
    jwks: needs.jwks,
    cookies: {
      keys: [...needs.cookieKeys],
      names: { session: 'cadenas_session', interaction: 'cadenas_interaction', resume: 'cadenas_resume' },
      long: { ...cookie, path: '/' },
      short: cookie,
    },
    routes,
    scopes: ['openid', 'offline_access', 'profile', 'email', 'organization', 'roles'],
    extraParams: { organization: keepOrganizationOfScope },
    claims: claimsByScope,
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    enabledJWA: { idTokenSigningAlgValues: ['ES256', 'RS256'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    findAccount: (ctx, id, token) => findAccount(needs, ctx, id, token !== undefined),
    loadExistingGrant: loadGrant,
    interactions: { policy: prompts(needs.gate, needs.now), url: (_ctx, { uid }) => `/connexion/${uid}` },
    renderError: (ctx, out, error) => needs.pages.problem(ctx, error, out.error_description),
    features: {
      devInteractions: { enabled: false },
      deviceFlow: { enabled: false },
      resourceIndicators: { enabled: false },
      introspection: { enabled: true, allowedPolicy: ownTokensOnly },
      revocation: { enabled: true, allowedPolicy: ownTokensOnly },
      pushedAuthorizationRequests: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx) => logOut(needs, ctx),
        postLogoutSuccessSource: (ctx) => needs.pages.loggedOut(ctx),
      },
    },
    ttl: {
      Interaction: lifetimes.interaction,
      Session: (ctx, session) => sessionTtl(ctx, session.loginTs, needs.now()),
      Grant: lifetimes.grant,
      AccessToken: lifetimes.accessToken,
      AuthorizationCode: 60,
      IdToken: lifetimes.accessToken,
      RefreshToken: (_ctx, _token, client) =>
        client.applicationType === 'native' ? lifetimes.refreshToken.native : lifetimes.refreshToken.web,
    },
  };
}

/** An application hears of its own tokens, and ends its own. */
const ownTokensOnly = async (
  _ctx: unknown,
  client: { readonly clientId: string },
  token: { readonly clientId?: string | undefined },
) => token.clientId === client.clientId;

/** The library drops scopes that it does not know: the organization named there is kept as a parameter of its own. */
function keepOrganizationOfScope(ctx: KoaContextWithOIDC, named: string | undefined): void {
  const alias = aliasInScope(ctx.oidc.body?.scope ?? ctx.query.scope);
  if (named === undefined && alias !== undefined && ctx.oidc.params) ctx.oidc.params.organization = alias;
}

function clientOf(application: Application) {
  const confidential = application.secret !== undefined;
  return {
    client_id: application.id,
    client_name: application.name,
    application_type: application.kind,
    redirect_uris: [...application.redirectUris],
    post_logout_redirect_uris: [...application.postLogoutRedirectUris],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const],
    token_endpoint_auth_method: confidential ? ('client_secret_basic' as const) : ('none' as const),
    ...(application.secret !== undefined && { client_secret: application.secret }),
  };
}

/** 12 hours idle, 30 days from the password, 15 minutes idle on a shared device. */
function sessionTtl(ctx: Context, loginTs: number | undefined, now: number): number {
  const shared = ctx.state.signIn?.situation.sharedDevice === true;
  const idle = shared ? lifetimes.sharedSessionIdle : lifetimes.sessionIdle;
  if (loginTs === undefined) return idle;
  return Math.max(1, Math.min(idle, loginTs + lifetimes.session - Math.floor(now / 1000)));
}

/** The person as the database has her now; an authorization request keeps what was read, and decides on it. */
async function findAccount(needs: ProviderNeeds, ctx: KoaContextWithOIDC, id: string, forToken: boolean) {
  const observed = needs.gate.observe(ctx);
  const situation = await needs.gate.recall(id, observed);
  const application = needs.applications.get(ctx.oidc.client?.clientId ?? '');
  if (!situation || !application) return undefined;
  if (forToken && situation.account === 'disabled') return undefined;
  if (!forToken) setSignInState(ctx, { observed, application, situation });
  return {
    accountId: situation.userId,
    claims: async (use: string) => {
      const grant: OrganizationGrant | undefined = ctx.oidc.entities.Grant;
      // Branded here: a grant's organization was written from one of ours.
      const organizationId = grant?.organizationId as OrganizationId | undefined;
      const parentage =
        organizationId === undefined
          ? await readParentage(needs.database, situation.userId)
          : { organizations: [] };
      return {
        ...claimsOf({ situation, application, organizationId, parentage }),
        ...(use === 'id_token' && { typ: 'ID' }),
      };
    },
  };
}

/** No second question when the hint names whoever is signed in (OpenID Connect RP-Initiated Logout 1.0, section 2). */
async function logOut(needs: ProviderNeeds, ctx: KoaContextWithOIDC): Promise<void> {
  const { session, entities, provider } = ctx.oidc;
  const { secret, postLogoutRedirectUri, state } = session?.state ?? {};
  if (!session || entities.IdTokenHint?.payload.sub !== session.accountId)
    return needs.pages.logout(ctx, String(secret ?? ''), ctx.oidc.urlFor('end_session_confirm'));
  await session.destroy();
  ctx.cookies.set(provider.cookieName('session'), null, { path: '/', overwrite: true });
  const address = new URL(
    typeof postLogoutRedirectUri === 'string'
      ? postLogoutRedirectUri
      : ctx.oidc.urlFor('end_session_success'),
  );
  if (typeof postLogoutRedirectUri === 'string' && typeof state === 'string')
    address.searchParams.set('state', state);
  ctx.status = 303;
  ctx.redirect(address.href);
}
