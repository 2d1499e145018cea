import type { AdapterPayload } from 'oidc-provider';
import { endGrants } from './grants.ts';
import { type Connection, isSqlite, type Row, rowsOf } from './open.ts';
import { payloadOf, rowId, textOf } from './record-rows.ts';

/**
 * A session takes a new id at each resume while other requests still hold the old one.
 * The old row stays, under a name that no cookie can spell, and receives what they add; reading merges all rows of a uid.
 */
const retired = (id: string): string => `retired:${id}`;

const retireText = `update oidc_records set id = ? where model = 'Session' and id = ?`;

export async function retireSession(connection: Connection, id: string): Promise<void> {
  const hash = rowId('Session', id);
  await connection.raw(retireText, [retired(hash), hash]);
}

/** All rows of one session, unless it ended: a save that met its end on the way may have written one after. */
const rowsText = (uid: string) => `
  select r.id, r.payload, r.consumed_at from oidc_records r left join ended_sessions e on e.uid = r.uid
  where r.model = 'Session' and r.uid = ${uid} and e.uid is null`;
const rowsByUid = rowsText('?');
const rowsById = rowsText(`(select uid from oidc_records where model = 'Session' and id = ?)`);

export async function findSession(connection: Connection, id: string): Promise<AdapterPayload | undefined> {
  const hash = rowId('Session', id);
  return merged(await rowsOf(connection, rowsById, [hash]), hash, id);
}

export async function findSessionByUid(
  connection: Connection,
  uid: string,
): Promise<AdapterPayload | undefined> {
  return merged(await rowsOf(connection, rowsByUid, [uid]));
}

/** A save that met the change of id on its way may have written the old row again: what is retired opens nothing. */
function merged(rows: readonly Row[], hash?: string, id?: string): AdapterPayload | undefined {
  const ids = new Set(rows.map((row) => row.id));
  const live = rows.filter((row) => !row.id.startsWith('retired:') && !ids.has(retired(row.id)));
  const own = payloadOf(hash === undefined ? live[0] : live.find((row) => row.id === hash), id);
  if (!own || rows.length === 1) return own;
  const authorizations = Object.assign(
    {},
    ...rows.map((row) => JSON.parse(row.payload).authorizations),
    own.authorizations,
  );
  return { ...own, authorizations };
}

const saveText = (merge: string, instant: string) => `
  insert into oidc_records (id, model, payload, uid, account_id, expires_at)
  select case when exists (select 1 from oidc_records where model = 'Session' and id = ?) then ? else ? end,
    'Session', ?, ?, ?, ${instant}
  where not exists (select 1 from ended_sessions where uid = ?)
  on conflict (model, id) do update
    set payload = ${merge}, account_id = excluded.account_id, expires_at = excluded.expires_at`;
const saveOnSqlite = saveText('json_patch(oidc_records.payload, excluded.payload)', '?');
const saveOnPostgres = saveText(
  `(oidc_records.payload::jsonb || excluded.payload::jsonb || jsonb_build_object('authorizations',
     coalesce(oidc_records.payload::jsonb->'authorizations', '{}') ||
     coalesce(excluded.payload::jsonb->'authorizations', '{}')))::text`,
  '?::bigint',
);

/** Merged with what a request at the same time has written; what ended stays ended. */
export async function saveSession(
  connection: Connection,
  id: string,
  payload: AdapterPayload,
  expiresAt: number,
): Promise<void> {
  const hash = rowId('Session', id);
  const uid = payload.uid ?? null;
  const text = isSqlite(connection) ? saveOnSqlite : saveOnPostgres;
  const account = payload.accountId ?? null;
  await connection.raw(text, [
    retired(hash),
    retired(hash),
    hash,
    textOf(payload),
    uid,
    account,
    expiresAt,
    uid,
  ]);
}

/**
 * Ends a session whatever its cookie is by now: a request in flight cannot bring it back.
 * Every grant given in it ends too: of two tabs that signed in at once the session remembers one.
 */
export async function endSession(connection: Connection, uid: string, until: number): Promise<void> {
  await connection('ended_sessions').insert({ uid, expires_at: until }).onConflict('uid').ignore();
  await connection('oidc_records').where({ model: 'Session', uid }).delete();
  await endGrants(connection, { uid });
}
