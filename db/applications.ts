import type { Connection } from './open.ts';

/** Keeps the names of the applications that this server knows, for what refers to them. */
export async function saveApplications(
  connection: Connection,
  applications: readonly { readonly id: string; readonly name: string; readonly gate: string }[],
  at: number,
): Promise<void> {
  await connection('applications')
    .insert(applications.map(({ id, name, gate }) => ({ id, name, gate, created_at: at })))
    .onConflict('id')
    .merge(['name', 'gate']);
}
