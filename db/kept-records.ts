import { AsyncLocalStorage } from 'node:async_hooks';
import type { AdapterPayload } from 'oidc-provider';
import type { Connection, Database } from './open.ts';
import { rowId, textOf } from './record-rows.ts';

export interface NewRecord {
  readonly model: string;
  readonly id: string;
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** Codes and tokens are read by later requests only: within their own they may wait until they are known to stand. */
const keptModels: ReadonlySet<string> = new Set(['AuthorizationCode', 'AccessToken', 'RefreshToken']);
const ofThisRequest = new AsyncLocalStorage<NewRecord[]>();

/**
 * Runs a request of the provider and hands back the codes and tokens it made, unwritten.
 * Whoever asked writes them, with what makes them true, or lets them go.
 */
export async function keepingRecords(work: () => Promise<void>): Promise<readonly NewRecord[]> {
  const kept: NewRecord[] = [];
  await ofThisRequest.run(kept, work);
  return kept;
}

export async function saveOrKeep(database: Database, record: NewRecord): Promise<void> {
  const kept = keptModels.has(record.model) ? ofThisRequest.getStore() : undefined;
  if (kept) kept.push(record);
  else await saveRecords(database, [record]);
}

const row = '(?, ?, ?, ?, ?, ?, ?)';
const saveText = (rows: number) => `
  insert into oidc_records (model, id, payload, grant_id, account_id, client_id, expires_at)
  values ${Array.from({ length: rows }, () => row).join(', ')}
  on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
    account_id = excluded.account_id, client_id = excluded.client_id, expires_at = excluded.expires_at`;
const [saveOne, saveTwo] = [saveText(1), saveText(2)];

/** One statement, however many. */
export async function saveRecords(connection: Connection, records: readonly NewRecord[]): Promise<void> {
  if (records.length === 0) return;
  const text = records.length === 1 ? saveOne : records.length === 2 ? saveTwo : saveText(records.length);
  await connection.raw(
    text,
    records.flatMap(({ model, id, payload, expiresAt }) => [
      model,
      rowId(model, id),
      textOf(payload),
      payload.grantId ?? null,
      payload.accountId ?? payload.session?.accountId ?? null,
      payload.clientId ?? null,
      expiresAt,
    ]),
  );
}
