import { randomBytes } from 'node:crypto';
import type { Context } from 'koa';

const cookieName = 'cadenas_demo_tokens';
const most = 500;

/** The ID tokens that the played applications need to sign out; in memory, under a name that only this browser knows. */
export interface KeptTokens {
  keep(ctx: Context, applicationId: string, idToken: string): void;
  take(ctx: Context, applicationId: string): string | undefined;
}

export function createKeptTokens(): KeptTokens {
  const kept = new Map<string, string>();
  return {
    keep: (ctx, applicationId, idToken) => {
      const name = nameOf(ctx) ?? giveName(ctx);
      kept.delete(`${name} ${applicationId}`);
      kept.set(`${name} ${applicationId}`, idToken);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
    },
    take: (ctx, applicationId) => {
      const key = `${nameOf(ctx)} ${applicationId}`;
      const idToken = kept.get(key);
      kept.delete(key);
      return idToken;
    },
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
