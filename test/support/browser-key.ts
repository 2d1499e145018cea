import { generateKeyPairSync, sign } from 'node:crypto';

/** The key that a browser keeps, in the hands of a browser without scripts. */
export interface BrowserKey {
  /** As it is posted and kept: the uncompressed point, base64url. */
  readonly text: string;
  signs(challenge: string): string;
}

export function makeKey(): BrowserKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return {
    text: point.toString('base64url'),
    signs: (challenge) =>
      sign('sha256', Buffer.from(challenge), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString(
        'base64url',
      ),
  };
}

/** What the page would have a key sign; undefined where it asks for none. */
export const challengeOn = (html: string): string | undefined => /data-challenge="([^"]+)"/.exec(html)?.[1];

/** What the page's script would fill in with this key; it leaves empty what it cannot. */
export function shown(key: BrowserKey | 'none', challenge: string): Readonly<Record<string, string>> {
  return key === 'none'
    ? { key: '', signature: '', touch: '' }
    : { key: key.text, signature: key.signs(challenge), touch: '0' };
}
