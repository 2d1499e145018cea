import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'koa';

const tenYears = 10 * 365 * 24 * 60 * 60_000;

/** `__Host-` binds the cookie to this host over https; 256 random bits, of which we keep only a hash. */
const nameOf = (ctx: Context): string => (ctx.secure ? '__Host-cadenas-browser' : 'cadenas_browser');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export function browserTokenHash(ctx: Context): string | undefined {
  const token = ctx.cookies.get(nameOf(ctx), { signed: false });
  return token && /^[\w-]{43}$/.test(token) ? hashOf(token) : undefined;
}

/** Gives this browser a name of its own, after a correct password only; returns its hash. */
export function nameBrowser(ctx: Context, token = randomBytes(32).toString('base64url')): string {
  ctx.cookies.set(nameOf(ctx), token, {
    signed: false,
    httpOnly: true,
    sameSite: 'lax',
    secure: ctx.secure,
    path: '/',
    maxAge: tenYears,
    overwrite: true,
  });
  return hashOf(token);
}

/** Browsers keep no cookie longer than 400 days after they were last given it. */
export function renewBrowserName(ctx: Context): void {
  const token = ctx.cookies.get(nameOf(ctx), { signed: false });
  if (token) nameBrowser(ctx, token);
}
