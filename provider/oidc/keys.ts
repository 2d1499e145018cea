import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { addSigningKey, readSigningKeys } from '../../db/keys.ts';
import type { Database } from '../../db/open.ts';
import type { Secrets } from '../configuration/index.ts';

/** The first signs by default. RS256 for libraries that know nothing else. */
const algorithms = ['ES256', 'RS256'] as const;

/** The keys made at the first start, kept sealed; processes that start together end with the same ones. */
export async function readOrMakeKeys(
  database: Database,
  secrets: Secrets,
  now: () => number,
): Promise<{ keys: JWK[] }> {
  const known = await readSigningKeys(database);
  for (const algorithm of algorithms) {
    if (known.some((key) => key.algorithm === algorithm)) continue;
    const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
    const id = crypto.randomUUID();
    const jwk = { ...(await exportJWK(privateKey)), kid: id, alg: algorithm, use: 'sig' };
    await addSigningKey(database, {
      id,
      algorithm,
      sealed: secrets.seal(JSON.stringify(jwk)),
      generation: 1,
      at: now(),
    });
  }
  const stored = await readSigningKeys(database);
  return {
    keys: algorithms.flatMap((algorithm) =>
      stored
        .filter((key) => key.algorithm === algorithm)
        .map((key) => JSON.parse(secrets.unseal(key.sealed))),
    ),
  };
}
