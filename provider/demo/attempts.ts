import type { Context } from 'koa';
import * as client from 'openid-client';

/** What the played application remembers between its request and the return. */
export interface Attempt {
  readonly applicationId: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const cookieName = 'cadenas_demo_attempts';
/** As long as the sign-in that it starts may wait. */
const lasts = 12 * 60 * 60_000;
/** Tabs that wait at the same time. */
const most = 5;

export function startAttempt(ctx: Context, applicationId: string): Attempt {
  const attempt = {
    applicationId,
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  write(ctx, [...read(ctx), attempt].slice(-most));
  return attempt;
}

/** A return is taken once: the same one again finds nothing. */
export function takeAttempt(ctx: Context, applicationId: string): Attempt | undefined {
  const attempts = read(ctx);
  const taken = attempts.find((one) => one.applicationId === applicationId && one.state === ctx.query.state);
  if (taken)
    write(
      ctx,
      attempts.filter((one) => one !== taken),
    );
  return taken;
}

function read(ctx: Context): readonly Attempt[] {
  const written = ctx.cookies.get(cookieName, { signed: true }) ?? '';
  return written.split('~').flatMap((text) => {
    const [applicationId, state, nonce, verifier] = text.split('.');
    return applicationId && state && nonce && verifier ? [{ applicationId, state, nonce, verifier }] : [];
  });
}

function write(ctx: Context, attempts: readonly Attempt[]): void {
  const value = attempts
    .map((one) => [one.applicationId, one.state, one.nonce, one.verifier].join('.'))
    .join('~');
  ctx.cookies.set(cookieName, value || null, {
    signed: true,
    httpOnly: true,
    sameSite: 'lax',
    secure: ctx.secure,
    path: '/demo',
    overwrite: true,
    ...(value && { maxAge: lasts }),
  });
}
