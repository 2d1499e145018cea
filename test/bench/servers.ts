import { createServer, type Server } from 'node:http';
import Router from '@koa/router';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Context } from 'koa';
import Provider, { type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { type Database, type DatabaseLocation, openDatabase } from '../../db/open.ts';
import { recordsAdapter } from '../../db/records.ts';
import { findCredentials, findPerson } from '../../db/users.ts';
import type { UserId } from '../../policies/facts.ts';
import { parseConfiguration } from '../../provider/configuration/index.ts';
import { buildHouse, createLog } from '../../provider/house.ts';
import { createApplication } from '../../provider/http/application.ts';
import { fields, form } from '../../provider/http/forms.ts';
import { frameOf } from '../../provider/http/frame.ts';
import { createProblemPages } from '../../provider/http/pages.ts';
import { issuerPath, lifetimes, routes } from '../../provider/oidc/index.ts';
import { createPasswords } from '../../provider/sign-in/index.ts';
import { signInPage } from '../../views/index.ts';
import type { Educator } from './people.ts';

/** The three things that are compared, in the order in which they take turns. */
export const assemblies = ['bare', 'no-gate', 'cadenas'] as const;
export type Assembly = (typeof assemblies)[number];

export interface Order {
  readonly assembly: Assembly;
  readonly port: number;
  readonly redirectUri: string;
  /** None for the bare provider, which keeps everything in memory. */
  readonly location: DatabaseLocation | 'none';
  readonly applicationsFile: string;
  readonly educators: readonly Educator[];
}

export interface Assembled {
  readonly server: Server;
  readonly database: Database | undefined;
}

export const applicationId = 'bench';

export async function assemble(order: Order): Promise<Assembled> {
  switch (order.assembly) {
    case 'bare':
      return bareProvider(order);
    case 'no-gate':
      return ownAdapterWithoutGate(order);
    case 'cadenas':
      return cadenas(order);
  }
}

/** What `npm start` builds, whole and unchanged. */
async function cadenas({ location, port, applicationsFile }: Order): Promise<Assembled> {
  if (location === 'none') throw new Error('Cadenas keeps its records in a database');
  const parsed = parseConfiguration({
    PORT: String(port),
    DATABASE_URL: location.url,
    DATA_DIR: location.dataDirectory,
    APPLICATIONS_FILE: applicationsFile,
    DEMO: '0',
    LOG_LEVEL: 'error',
  });
  if (parsed.kind === 'faulty') throw new Error(parsed.faults.join('\n'));
  return buildHouse(parsed.configuration);
}

/** Our adapter, front and sign-in page around a provider that asks nobody: one user row, no prompts, nothing recorded. */
async function ownAdapterWithoutGate({ location, port, redirectUri }: Order): Promise<Assembled> {
  if (location === 'none') throw new Error('our adapter needs a database');
  const publicUrl = new URL(`http://localhost:${port}`);
  const database = openDatabase(location);
  const passwords = createPasswords();
  const log = createLog('error');
  const frame = (ctx: Context) => frameOf(ctx, false);
  const provider = new Provider(new URL(issuerPath, publicUrl).href, {
    ...plainConfiguration(await newKeys(), redirectUri),
    adapter: recordsAdapter(database, Date.now),
    findAccount: async (_ctx, id) => {
      const person = await findPerson(database, id as UserId); // branded here: the library hands back what we gave it
      return person && accountOf(person);
    },
  });
  const signIn = new Router({ prefix: '/connexion/:uid' })
    .get('/', async (ctx) => {
      const { uid } = await provider.interactionDetails(ctx.req, ctx.res);
      ctx.body = signInPage({
        frame: frame(ctx),
        action: `/connexion/${uid}/mot-de-passe`,
        applicationName: 'Amisgest',
        audience: 'staff',
        challenge: '',
        username: '',
        error: 'none',
        notice: 'none',
      });
    })
    .post('/mot-de-passe', form(publicUrl.origin), async (ctx) => {
      const { username = '', password = '' } = fields(ctx);
      const credentials = await findCredentials(database, username);
      if (!credentials || !(await passwords.matches(credentials.passwordHash, password)))
        return ctx.throw(422);
      const login = { accountId: credentials.id };
      ctx.status = 303;
      ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, { login }));
    });
  const app = createApplication({
    publicUrl,
    cookieKeys,
    log,
    showProblem: createProblemPages({ frame, log }).show,
    health: new Router(),
    provider,
    realm: (_ctx, next) => next(),
    recordAllowed: (_ctx, next) => next(),
    routers: [signIn],
  });
  return { server: createServer(app.callback()), database };
}

/** `oidc-provider` alone, its records in memory, with the least sign-in form that works. */
async function bareProvider({ port, redirectUri, educators }: Order): Promise<Assembled> {
  const byEmail = new Map(educators.map((educator) => [educator.email, educator]));
  const byId = new Map(educators.map((educator) => [String(educator.id), educator]));
  const passwords = createPasswords();
  const provider = new Provider(`http://localhost:${port}`, {
    ...plainConfiguration(await newKeys(), redirectUri),
    routes: Object.fromEntries(Object.entries(routes).map(([name, path]) => [name, `${issuerPath}${path}`])),
    findAccount: async (_ctx, id) => {
      const educator = byId.get(id);
      return educator && accountOf({ ...educator, givenName: 'Julie', familyName: 'Tremblay' });
    },
  });
  const least = '<form method="post"><input name="username"><input name="password"></form>';
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/connexion/')) return next();
    if (ctx.method === 'GET') {
      await provider.interactionDetails(ctx.req, ctx.res);
      ctx.body = least;
      return;
    }
    const chunks: Buffer[] = await ctx.req.toArray();
    const sent = new URLSearchParams(Buffer.concat(chunks).toString());
    const educator = byEmail.get(sent.get('username') ?? '');
    if (!educator || !(await passwords.matches(educator.passwordHash, sent.get('password') ?? '')))
      return ctx.throw(422);
    ctx.status = 303;
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, { login: { accountId: educator.id } }));
  });
  return { server: createServer(provider.callback()), database: undefined };
}

const cookieKeys = ['a key of the bench that protects nothing'];

async function newKeys(): Promise<{ keys: JWK[] }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { keys: [{ ...(await exportJWK(privateKey)), kid: 'bench', alg: 'ES256', use: 'sig' }] };
}

/** What both references share: everything that changes the work of a login is as the product has it. */
function plainConfiguration(jwks: { keys: JWK[] }, redirectUri: string): Configuration {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return {
    jwks,
    routes,
    clients: [
      {
        client_id: applicationId,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    cookies: { keys: cookieKeys, long: { signed: true, path: '/' }, short: { signed: true } },
    scopes: ['openid', 'profile', 'email'],
    claims: {
      openid: ['sub'],
      profile: ['given_name', 'family_name', 'name', 'locale'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    loadExistingGrant: grantOfSession,
    clientBasedCORS: () => false,
    interactions: { policy, url: (_ctx, { uid }) => `/connexion/${uid}` },
    features: { devInteractions: { enabled: false }, resourceIndicators: { enabled: false } },
    ttl: {
      Interaction: lifetimes.interaction,
      Session: lifetimes.sessionIdle,
      Grant: lifetimes.grant,
      AccessToken: lifetimes.accessToken,
      AuthorizationCode: 60,
      IdToken: lifetimes.accessToken,
      RefreshToken: lifetimes.refreshToken.web,
    },
  };
}

/** The session's own grant, else a new one: no consent is asked, as between applications of one family. */
async function grantOfSession(ctx: KoaContextWithOIDC) {
  const { session, client, account, provider } = ctx.oidc;
  if (!session || !client || !account) return undefined;
  const known = session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  if (existing) return existing;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope([...ctx.oidc.requestParamOIDCScopes].join(' '));
  await grant.save();
  return grant;
}

interface Named {
  readonly id: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
}

const accountOf = ({ id, email, givenName, familyName }: Named) => ({
  accountId: id,
  claims: async () => ({
    sub: id,
    email,
    email_verified: true,
    given_name: givenName,
    family_name: familyName,
    name: `${givenName} ${familyName}`,
    locale: 'fr-CA',
  }),
});
