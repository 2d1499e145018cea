import type { Context, Middleware } from 'koa';
import { wrongOrigin } from './problems.ts';

const policy = (formAction: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    `form-action 'self'${formAction}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Headers of every answer; pages are never stored, nor framed. */
export const securityHeaders =
  (https: boolean): Middleware =>
  async (ctx, next) => {
    ctx.set('Content-Security-Policy', policy(''));
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.set('Referrer-Policy', 'same-origin');
    ctx.set('Cross-Origin-Opener-Policy', 'same-origin-allow-popups');
    ctx.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
    ctx.set('Cache-Control', 'no-store');
    // Chromium says the model of a telephone or tablet when asked, and only then.
    ctx.set('Accept-CH', 'Sec-CH-UA-Model');
    if (https) ctx.set('Strict-Transport-Security', 'max-age=31536000');
    await next();
  };

/**
 * Chrome applies `form-action` to the whole chain of redirects after a POST.
 * A page whose form leads back to an application must allow that application's origin, or its private scheme.
 */
export function allowReturnTo(ctx: Context, redirectUri: unknown): void {
  const source = sourceOf(redirectUri);
  if (source !== undefined) ctx.set('Content-Security-Policy', policy(` ${source}`));
}

/** As a policy names it. It cannot name an IPv6 address (CSP3, section 2.3.1): that one is allowed by its scheme. */
function sourceOf(address: unknown): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const { protocol, origin, hostname } = new URL(address);
  const named = (protocol === 'https:' || protocol === 'http:') && !hostname.startsWith('[');
  const source = named ? origin : protocol;
  return /^[a-z][a-z0-9+.-]*:(\/\/[\w.:-]+)?$/i.test(source) ? source : undefined;
}

/** A form that changes something must come from a page of ours; a browser that says neither origin nor site is refused. */
export function requireSameOrigin(ctx: Context, publicOrigin: string): void {
  const origin = ctx.get('Origin');
  if (origin !== '' ? origin === publicOrigin : ctx.get('Sec-Fetch-Site') === 'same-origin') return;
  throw wrongOrigin();
}

/** Widens a policy that stands already: the provider's own forms post, or lead, to an address it has checked. */
export function alsoAllowReturnTo(ctx: Context, address: unknown): void {
  const source = sourceOf(address);
  if (source === undefined) return;
  const standing = ctx.response.get('Content-Security-Policy');
  ctx.set('Content-Security-Policy', standing.replace(/form-action 'self'/, `$& ${source}`));
}
