import type { Context } from 'koa';
import * as client from 'openid-client';
import type { Application } from '../oidc/index.ts';
import { issuerPath } from '../oidc/routes.ts';

/** Reads the configuration of one application from our own discovery document, once, when it is first used. */
export type ClientOf = (ctx: Context, application: Application) => Promise<client.Configuration>;

export function createClients(publicUrl: URL): ClientOf {
  const known = new Map<string, Promise<client.Configuration>>();
  return (ctx, application) => {
    const { id } = application;
    const found = known.get(id) ?? discover(ctx, application, publicUrl);
    known.set(id, found);
    found.catch(() => known.delete(id));
    return found;
  };
}

function discover(ctx: Context, { id, secret }: Application, publicUrl: URL): Promise<client.Configuration> {
  return client.discovery(
    new URL(issuerPath, publicUrl),
    id,
    undefined,
    secret === undefined ? client.None() : client.ClientSecretBasic(secret),
    {
      // The demonstration runs on a loopback address only: there is no wire to listen on.
      execute: publicUrl.protocol === 'http:' ? [client.allowInsecureRequests] : [],
      [client.customFetch]: fetchFrom(ownAddress(ctx, publicUrl)),
    },
  );
}

/**
 * The public address may be a name that this machine does not resolve, or a port that only its host knows:
 * the server reaches itself where the browser's request reached it.
 */
function ownAddress(ctx: Context, publicUrl: URL): string {
  const { localAddress, localPort } = ctx.req.socket;
  if (localAddress === undefined || localPort === undefined) return publicUrl.origin;
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  return `http://${address.includes(':') ? `[${address}]` : address}:${localPort}`;
}

const fetchFrom =
  (origin: string): client.CustomFetch =>
  (url, { body, ...options }) => {
    const { pathname, search } = new URL(url);
    // The library's forms are text; `fetch` does not take every kind of bytes that its type allows.
    const text = body instanceof URLSearchParams || typeof body === 'string' ? { body } : {};
    return fetch(new URL(`${pathname}${search}`, origin), { ...options, ...text });
  };
