import type { Connection } from './open.ts';

export interface SealedKey {
  readonly id: string;
  readonly algorithm: string;
  readonly sealed: string;
}

/** Newest generation first. */
export async function readSigningKeys(connection: Connection): Promise<readonly SealedKey[]> {
  return connection('signing_keys').select('id', 'algorithm', 'sealed').orderBy('generation', 'desc');
}

/** Of several processes that start at once, the first to write a generation wins; the others read its key. */
export async function addSigningKey(
  connection: Connection,
  key: SealedKey & { readonly generation: number; readonly at: number },
): Promise<void> {
  await connection('signing_keys')
    .insert({
      id: key.id,
      algorithm: key.algorithm,
      sealed: key.sealed,
      generation: key.generation,
      created_at: key.at,
    })
    .onConflict(['algorithm', 'generation'])
    .ignore();
}
