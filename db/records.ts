import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { type Connection, type Database, isSqlite } from './open.ts';

/** `oidc-provider` speaks in epoch seconds; rows hold milliseconds. */
const milliseconds = (seconds: number): number => seconds * 1000;

/** Ids of these are no secrets: nothing opens with them alone. */
const plainIds: ReadonlySet<string> = new Set(['Grant']);

const rowId = (model: string, id: string): string =>
  plainIds.has(model) ? id : createHash('sha256').update(id).digest('base64url');

/** What a row adds to the payload of a grant (design, section 7). */
export interface GrantFacts {
  readonly organizationId: string | null;
  readonly facts: string;
  readonly policyVersion: number | null;
  /** The session it was given in, and ends with. */
  readonly sessionUid?: string;
}

/**
 * The adapter of `oidc-provider` on our tables.
 * One winner: `consume` throws when the row was consumed already. Ids that are bearer secrets are stored hashed.
 */
export const recordsAdapter =
  (database: Database, now: () => number) =>
  (model: string): Adapter => ({
    upsert: (id, payload, expiresInSeconds = 0) =>
      saveRecord(database, model, id, payload, now() + milliseconds(expiresInSeconds)),
    find: async (id) =>
      model === 'Session'
        ? findSession(database, id)
        : read(
            await database('oidc_records')
              .where({ model, id: rowId(model, id) })
              .first(),
            id,
          ),
    findByUid: async (uid) => mergedSession(await sessionRows(database, database.raw('?', [uid]))),
    findByUserCode: async () => undefined, // the device flow stays off
    destroy: async (id) => {
      if (model === 'Session') return retireSession(database, id);
      await database('oidc_records')
        .where({ model, id: rowId(model, id) })
        .delete();
    },
    revokeByGrantId: async (grantId) => {
      await database('oidc_records').where({ model, grant_id: grantId }).delete();
    },
    consume: async (id) => {
      const changed = await database('oidc_records')
        .where({ model, id: rowId(model, id) })
        .whereNull('consumed_at')
        .update({ consumed_at: now() });
      if (changed === 1) return;
      if (model === 'PushedAuthorizationRequest') throw new errors.InvalidRequestUri('already used');
      throw new errors.InvalidGrant('already used');
    },
  });

/** Writes one record; a session is merged with what a request at the same time has written, and stays ended once ended. */
export async function saveRecord(
  connection: Connection,
  model: string,
  id: string,
  payload: AdapterPayload,
  expiresAt: number,
  grant?: GrantFacts,
): Promise<void> {
  const row = {
    model,
    id: rowId(model, id),
    payload: JSON.stringify(withoutSecrets(payload)),
    ...(model === 'Session' && { uid: payload.uid ?? null }),
    grant_id: payload.grantId ?? null,
    account_id: payload.accountId ?? accountOf(payload) ?? null,
    client_id: payload.clientId ?? null,
    expires_at: expiresAt,
    ...(grant && {
      organization_id: grant.organizationId,
      facts: grant.facts,
      policy_version: grant.policyVersion,
      uid: grant.sessionUid ?? null,
    }),
  };
  if (model === 'Session') return saveSession(connection, row);
  await connection('oidc_records').insert(row).onConflict(['model', 'id']).merge();
}

type Columns = Readonly<Record<string, string | number | null>>;
interface StoredRecord {
  readonly id: string;
  readonly payload: string;
  readonly consumed_at: number | null;
}

/**
 * A session takes a new id at each resume while other requests still hold the old one.
 * The old row stays, under a name that no cookie can spell, and receives what they add; reading merges all rows of a uid.
 */
const retired = (id: string): string => `retired:${id}`;

async function retireSession(connection: Connection, id: string): Promise<void> {
  const hash = rowId('Session', id);
  await connection('oidc_records')
    .where({ model: 'Session', id: hash })
    .update({ id: retired(hash) });
}

async function findSession(connection: Connection, id: string): Promise<AdapterPayload | undefined> {
  const hash = rowId('Session', id);
  const uid = connection.raw(`(select uid from oidc_records where model = 'Session' and id = ?)`, [hash]);
  return mergedSession(await sessionRows(connection, uid), hash, id);
}

/** All rows of one session, unless it ended: a save that met its end on the way may have written one after. */
const sessionRows = (connection: Connection, uid: Knex.Raw): Promise<readonly StoredRecord[]> =>
  connection('oidc_records as r')
    .leftJoin('ended_sessions as e', 'e.uid', 'r.uid')
    .where('r.model', 'Session')
    .where('r.uid', '=', uid)
    .whereNull('e.uid')
    .select('r.id', 'r.payload', 'r.consumed_at');

/** A save that met the change of id on its way may have written the old row again: what is retired opens nothing. */
function mergedSession(
  rows: readonly StoredRecord[],
  hash?: string,
  id?: string,
): AdapterPayload | undefined {
  const ids = new Set(rows.map((row) => row.id));
  const live = rows.filter((row) => !row.id.startsWith('retired:') && !ids.has(retired(row.id)));
  const own = read(hash === undefined ? live[0] : live.find((row) => row.id === hash), id);
  if (!own || rows.length === 1) return own;
  const authorizations = Object.assign(
    {},
    ...rows.map((row) => JSON.parse(row.payload).authorizations),
    own.authorizations,
  );
  return { ...own, authorizations };
}

async function saveSession(connection: Connection, row: Columns): Promise<void> {
  const { id, uid = null, ...rest } = row;
  const columns = Object.keys(rest);
  const hash = String(id);
  const merged = isSqlite(connection)
    ? 'json_patch(oidc_records.payload, excluded.payload)'
    : `(oidc_records.payload::jsonb || excluded.payload::jsonb || jsonb_build_object('authorizations',
        coalesce(oidc_records.payload::jsonb->'authorizations', '{}') || coalesce(excluded.payload::jsonb->'authorizations', '{}')))::text`;
  const value = (column: string) => (column === 'expires_at' && !isSqlite(connection) ? '?::bigint' : '?');
  await connection.raw(
    `insert into oidc_records (id, uid, ${columns.join(', ')})
     select case when exists (select 1 from oidc_records where model = 'Session' and id = ?) then ? else ? end, ?,
       ${columns.map(value).join(', ')}
     where not exists (select 1 from ended_sessions where uid = ?)
     on conflict (model, id) do update set payload = ${merged}, account_id = excluded.account_id, expires_at = excluded.expires_at`,
    [retired(hash), retired(hash), hash, uid, ...columns.map((column) => rest[column] ?? null), uid],
  );
}

/**
 * Ends a session whatever its cookie is by now: a request in flight cannot bring it back.
 * Every grant given in it ends too: of two tabs that signed in at once the session remembers one.
 */
export async function endSession(connection: Connection, uid: string, until: number): Promise<void> {
  await connection('ended_sessions').insert({ uid, expires_at: until }).onConflict('uid').ignore();
  await connection('oidc_records').where({ model: 'Session', uid }).delete();
  const grants = await connection('oidc_records').where({ model: 'Grant', uid }).select('id');
  await endGrants(
    connection,
    grants.map(({ id }) => id),
  );
}

/** Ends grants with the codes and tokens they carry. */
export async function endGrants(connection: Connection, grantIds: readonly string[]): Promise<void> {
  if (grantIds.length === 0) return;
  await connection('oidc_records')
    .whereIn('grant_id', [...grantIds])
    .delete();
  await connection('oidc_records')
    .where({ model: 'Grant' })
    .whereIn('id', [...grantIds])
    .delete();
}

const clockToleranceMilliseconds = 15_000;
const pushedRequestsKeptMilliseconds = 24 * 60 * 60_000;

/**
 * Deletes one batch of what has expired; returns how many rows.
 * A pushed request is kept a day longer: a pause may still look it up to consume it.
 */
export async function sweepRecords(database: Database, now: number, batch = 500): Promise<number> {
  const expired = database('oidc_records')
    .select('model', 'id')
    .where('expires_at', '<', now - clockToleranceMilliseconds)
    .where((either) =>
      either
        .whereNot('model', 'PushedAuthorizationRequest')
        .orWhere('expires_at', '<', now - pushedRequestsKeptMilliseconds),
    )
    .limit(batch);
  const swept = await database('oidc_records').whereIn(['model', 'id'], expired).delete();
  await database('ended_sessions').where('expires_at', '<', now).delete();
  return swept;
}

function read(row: StoredRecord | undefined, id?: string): AdapterPayload | undefined {
  if (!row) return undefined;
  return {
    ...JSON.parse(row.payload),
    ...(id !== undefined && { jti: id }),
    ...(row.consumed_at !== null && { consumed: Math.floor(row.consumed_at / 1000) }),
  };
}

/** The id stands hashed in its own column; an interaction also carries the session's. */
function withoutSecrets(payload: AdapterPayload): AdapterPayload {
  const { jti: _jti, ...rest } = payload;
  if (rest.kind !== 'Interaction' || !rest.session) return rest;
  const { cookie: _cookie, ...session } = rest.session;
  return { ...rest, session };
}

const accountOf = (payload: AdapterPayload): string | undefined => payload.session?.accountId;

/** Ends what a session gave for other organizations than this one; exempt applications' grants belong to none, and stay. */
export async function endGrantsOfOtherOrganizations(
  transaction: Connection,
  sessionUid: string,
  besides: string,
): Promise<void> {
  const rows = await transaction('oidc_records')
    .where({ model: 'Grant', uid: sessionUid })
    .whereNotNull('organization_id')
    .whereNot({ organization_id: besides })
    .select('id');
  await endGrants(
    transaction,
    rows.map(({ id }) => id),
  );
}

/** Ends what one person was given for one organization, in every application. */
export async function endGrantsOf(
  transaction: Connection,
  userId: string,
  organizationId: string,
): Promise<void> {
  const rows = await transaction('oidc_records')
    .where({ model: 'Grant', account_id: userId, organization_id: organizationId })
    .select('id');
  await endGrants(
    transaction,
    rows.map(({ id }) => id),
  );
}
