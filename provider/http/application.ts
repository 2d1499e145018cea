import type Router from '@koa/router';
import Koa, { type Context, type Middleware } from 'koa';
import mount from 'koa-mount';
import type Provider from 'oidc-provider';
import type { Logger } from 'pino';
import { assets } from '../../views/index.ts';
import { issuerPath } from '../oidc/routes.ts';
import { badRequest, notFound, type Problem, toProblem } from './problems.ts';
import { alsoAllowReturnTo, securityHeaders } from './security.ts';

export interface HttpNeeds {
  readonly publicUrl: URL;
  readonly cookieKeys: readonly string[];
  readonly log: Logger;
  readonly showProblem: (ctx: Context, problem: Problem) => void;
  readonly health: Router;
  readonly provider: Provider;
  /** What stands at the issuer's own address. */
  readonly realm: Middleware;
  readonly recordAllowed: Middleware;
  readonly routers: readonly Router[];
}

/** Everything this server answers, from the outside in. */
export function createApplication(needs: HttpNeeds): Koa {
  const app = new Koa({ keys: [...needs.cookieKeys] });
  const https = needs.publicUrl.protocol === 'https:';
  // What a person types is PUBLIC_URL: no header decides whether a cookie is secure or where a link leads.
  Object.defineProperty(app.request, 'protocol', { get: () => needs.publicUrl.protocol.slice(0, -1) });
  Object.defineProperty(app.request, 'host', { get: () => needs.publicUrl.host });
  app.on('error', (error) =>
    needs.log[isGoodbye(error) ? 'debug' : 'warn']({ error }, 'an answer could not be sent'),
  );
  app.use(securityHeaders(https));
  app.use(problems(needs));
  app.use(serveAssets);
  app.use(needs.health.routes());
  app.use(discoveryOfAuthorizationServer);
  app.use(needs.realm);
  app.use(mount(issuerPath, compose(needs.recordAllowed, mount(needs.provider))));
  for (const router of needs.routers) app.use(router.routes()).use(router.allowedMethods({ throw: true }));
  return app;
}

/** The person left before the whole answer did: a page closed, a waiting page that went on. */
const isGoodbye = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'].includes(String(error.code));

const compose =
  (outer: Middleware, inner: Middleware): Middleware =>
  async (ctx, next) => {
    await outer(ctx, async () => inner(ctx, next));
    const oidc = ctx.oidc;
    if (ctx.status !== 200 || !oidc) return;
    if (oidc.redirectUriCheckPerformed) alsoAllowReturnTo(ctx, oidc.params?.redirect_uri);
    if (oidc.route === 'end_session') alsoAllowReturnTo(ctx, oidc.params?.post_logout_redirect_uri);
  };

function problems({ showProblem }: HttpNeeds): Middleware {
  return async (ctx, next) => {
    try {
      if (/%00/.test(ctx.url)) throw badRequest('the address holds a character that no text has');
      await next();
      if (ctx.status === 404 && !ctx.body) throw notFound();
    } catch (error) {
      showProblem(ctx, toProblem(error));
    }
  };
}

const serveAssets: Middleware = async (ctx, next) => {
  const asset = assets.get(ctx.path);
  if (!asset || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next();
  ctx.type = asset.type;
  ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
  ctx.body = asset.body;
};

/** RFC 8414, section 3.1: the well-known part stands before the issuer's path. */
const discoveryOfAuthorizationServer: Middleware = async (ctx, next) => {
  if (ctx.path === `/.well-known/oauth-authorization-server${issuerPath}`)
    ctx.url = `${issuerPath}/.well-known/openid-configuration`;
  await next();
};
