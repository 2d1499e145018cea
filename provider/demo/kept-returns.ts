import { randomBytes } from 'node:crypto';
import type { Context } from 'koa';
import type { DemoApplicationPage } from '../../views/model.ts';

const cookieName = 'cadenas_demo_returns';
const most = 500;

/** What an application received at its last return, and the ID token that it needs to sign out. */
export interface KeptReturn {
  readonly outcome: DemoApplicationPage['outcome'];
  readonly idToken: string | 'none';
}

/** In memory, under a name that only this browser knows: the page of a return survives a reload, not a restart. */
export interface KeptReturns {
  keep(ctx: Context, applicationId: string, kept: KeptReturn): void;
  find(ctx: Context, applicationId: string): KeptReturn | undefined;
  forget(ctx: Context, applicationId: string): void;
}

export function createKeptReturns(): KeptReturns {
  const all = new Map<string, KeptReturn>();
  return {
    keep: (ctx, applicationId, kept) => {
      const key = `${nameOf(ctx) ?? giveName(ctx)} ${applicationId}`;
      all.delete(key);
      all.set(key, kept);
      for (const oldest of all.keys()) {
        if (all.size <= most) break;
        all.delete(oldest);
      }
    },
    find: (ctx, applicationId) => all.get(`${nameOf(ctx)} ${applicationId}`),
    forget: (ctx, applicationId) => all.delete(`${nameOf(ctx)} ${applicationId}`),
  };
}

const nameOf = (ctx: Context): string | undefined => ctx.cookies.get(cookieName, { signed: true });

function giveName(ctx: Context): string {
  const name = randomBytes(16).toString('base64url');
  ctx.cookies.set(cookieName, name, {
    signed: true,
    httpOnly: true,
    sameSite: 'lax',
    secure: ctx.secure,
    path: '/demo',
    overwrite: true,
  });
  return name;
}
