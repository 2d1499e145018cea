import { createPublicKey, verify } from 'node:crypto';
import type { MembershipSituation, Situation } from '../../db/situation.ts';
import {
  type BrowserId,
  type Network,
  type SignInFacts,
  type Unknown,
  unknown,
} from '../../policies/facts.ts';
import type { Application } from '../oidc/applications.ts';
import type { Observed } from './observe.ts';

/** What a session remembers of the last time that its browser's key signed. */
export interface SessionProof {
  readonly browserId: BrowserId;
  /** The public key that signed, or none: scripts are off, or the browser forgot it. */
  readonly key: string | 'none';
  readonly network: Network | Unknown;
  /** Milliseconds UTC. */
  readonly at: number;
  /** `changed`: the cookie was one browser's and the key another's. */
  readonly standing: 'same' | 'changed';
}

/** Read from where the steps of a sign-in wrote it. */
export const proofIn = (result: object | undefined): SessionProof | undefined => {
  const proof: unknown = result && Reflect.get(result, 'proof');
  return typeof proof === 'object' && proof !== null ? (proof as SessionProof) : undefined;
};

/** How often the key was asked for in this request. */
export const turnsOf = (result: object | undefined): number => {
  const turns: unknown = result && Reflect.get(result, 'proofTurns');
  return typeof turns === 'number' ? turns : 0;
};

/** Somebody whose address changes with every request is not sent around for ever. */
export const mostTurns = 3;

export const proofLasts = 12 * 60 * 60_000;

/** Where nobody can tell one network from another, a proof is of its moment only. */
const proofLastsNowhere = 10 * 60_000;

/** One browser in one organization, on the request under way. */
export interface Proving {
  readonly browserId: BrowserId | Unknown;
  readonly proofKey: string | 'none';
  readonly network: Network | Unknown;
  readonly at: number;
}

/** Whether this browser was asked for its key on this network, within twelve hours: whatever came of it. */
export function wasAsked(
  proof: SessionProof | 'none',
  { browserId, network, at }: Proving,
): proof is SessionProof {
  if (proof === 'none' || proof.browserId !== browserId || proof.network !== network) return false;
  return at - proof.at < (network === unknown ? proofLastsNowhere : proofLasts);
}

/** A proof holds for the browser, the key and the network that it was given in, for as long as it need not be asked again. */
export function proofStanding(proof: SessionProof | 'none', proving: Proving): SignInFacts['proof'] {
  if (proof !== 'none' && proof.browserId === proving.browserId && proof.standing === 'changed')
    return 'changed';
  if (!wasAsked(proof, proving) || proving.proofKey === 'none') return 'unproven';
  return proof.key === proving.proofKey ? 'proven' : 'unproven';
}

/** Where rules decide, a browser that has a key shows it again from another network, or after twelve hours. */
export function isProofDue(
  proof: SessionProof | 'none',
  {
    situation,
    membership,
    observed,
    at,
  }: {
    readonly situation: Situation;
    readonly membership: MembershipSituation;
    readonly observed: Pick<Observed, 'network'>;
    readonly at: number;
  },
): boolean {
  const { padlock, access, proofKey } = membership;
  if (padlock === 'open' || access !== 'by_rules' || proofKey === 'none') return false;
  return !wasAsked(proof, { browserId: situation.browserId, proofKey, network: observed.network, at });
}

/** What the page has the key sign: it belongs to one interaction, which only this browser holds the cookie of. */
export const challengeOf = (uid: string): string => `cadenas proof ${uid}`;

/** Of parents' browsers no key is asked, and none that is sent is read. */
export const showsKey = ({ application }: { readonly application: Pick<Application, 'gate'> }): boolean =>
  application.gate !== 'exempt';

/** `absent`: no key was shown. `wrong`: what was shown is no signature by that key. */
export type ShownKey =
  | { readonly kind: 'absent' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'signed'; readonly key: string };

/** ECDSA over P-256 with SHA-256 (FIPS 186-5), the signature as r and s (IEEE P1363), the key as an uncompressed point (SEC 1). */
export function readShownKey(
  uid: string,
  shown: { readonly key?: string; readonly signature?: string },
): ShownKey {
  const { key = '', signature = '' } = shown;
  if (key === '' && signature === '') return { kind: 'absent' };
  if (!/^[\w-]{87}$/.test(key) || !/^[\w-]{86}$/.test(signature)) return { kind: 'wrong' };
  const point = Buffer.from(key, 'base64url');
  try {
    const publicKey = createPublicKey({ format: 'jwk', key: jwkOf(point) });
    const isSigned = verify(
      'sha256',
      Buffer.from(challengeOf(uid)),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    // Spelled anew: two spellings of the same bytes must not pass for two keys.
    return isSigned ? { kind: 'signed', key: point.toString('base64url') } : { kind: 'wrong' };
  } catch {
    return { kind: 'wrong' };
  }
}

function jwkOf(point: Buffer) {
  const [x, y] = [point.subarray(1, 33), point.subarray(33, 65)].map((part) => part.toString('base64url'));
  if (point[0] !== 4 || point.length !== 65 || !x || !y) throw new Error('not an uncompressed point');
  return { kty: 'EC', crv: 'P-256', x, y };
}
