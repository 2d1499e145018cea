import { createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import type { Middleware } from 'koa';
import { issuerPath } from './routes.ts';

/** What Keycloak answers at a realm's address: its RSA key, and where its protocol stands. */
export function realmRoute({ keys }: { readonly keys: readonly JWK[] }, issuer: string): Middleware {
  const rsa = keys.find(({ alg }) => alg === 'RS256');
  const publicKey =
    rsa && createPublicKey({ key: { ...rsa }, format: 'jwk' }).export({ type: 'spki', format: 'der' });
  const realm = {
    realm: 'amisgest',
    public_key: publicKey?.toString('base64'),
    'token-service': `${issuer}/protocol/openid-connect`,
    'account-service': `${issuer}/account`,
    'tokens-not-before': 0,
  };
  return async (ctx, next) => {
    if (ctx.path !== issuerPath || ctx.method !== 'GET') return next();
    ctx.set('Access-Control-Allow-Origin', '*');
    ctx.body = realm;
  };
}
