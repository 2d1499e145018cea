import { type Adapter, errors } from 'oidc-provider';
import { saveOrKeep } from './kept-records.ts';
import { type Database, rowsOf } from './open.ts';
import { payloadOf, rowId } from './record-rows.ts';
import { findSession, findSessionByUid, retireSession, saveSession } from './sessions.ts';

/** `oidc-provider` speaks in epoch seconds; rows hold milliseconds. */
const milliseconds = (seconds: number): number => seconds * 1000;

const findText = 'select payload, consumed_at from oidc_records where model = ? and id = ?';
const findByUidText = 'select payload, consumed_at from oidc_records where model = ? and uid = ?';
const destroyText = 'delete from oidc_records where model = ? and id = ?';
const revokeText = 'delete from oidc_records where model = ? and grant_id = ?';
const consumeText =
  'update oidc_records set consumed_at = ? where model = ? and id = ? and consumed_at is null returning id';
/**
 * The adapter of `oidc-provider` on our tables.
 * One winner: `consume` throws when the row was consumed already. Ids that are bearer secrets are stored hashed.
 */
export const recordsAdapter =
  (database: Database, now: () => number) =>
  (model: string): Adapter => {
    const expiry = (expiresInSeconds = 0) => now() + milliseconds(expiresInSeconds);
    if (model === 'Session') return sessionsAdapter(database, expiry);
    return {
      ...never,
      upsert: (id, payload, expiresIn) =>
        saveOrKeep(database, { model, id, payload, expiresAt: expiry(expiresIn) }),
      find: async (id) => payloadOf((await rowsOf(database, findText, [model, rowId(model, id)]))[0], id),
      findByUid: async (uid) => payloadOf((await rowsOf(database, findByUidText, [model, uid]))[0]),
      destroy: async (id) => database.raw(destroyText, [model, rowId(model, id)]),
      revokeByGrantId: async (grantId) => database.raw(revokeText, [model, grantId]),
      consume: async (id) => {
        const won = await rowsOf(database, consumeText, [now(), model, rowId(model, id)]);
        if (won.length === 1) return;
        if (model === 'PushedAuthorizationRequest') throw new errors.InvalidRequestUri('already used');
        throw new errors.InvalidGrant('already used');
      },
    };
  };

const nothing = async (): Promise<undefined> => undefined;
/** The device flow stays off, and a session is neither consumed nor revoked with a grant. */
const never = { findByUserCode: nothing, consume: nothing, revokeByGrantId: nothing };

const sessionsAdapter = (database: Database, expiry: (expiresInSeconds?: number) => number): Adapter => ({
  ...never,
  upsert: (id, payload, expiresIn) => saveSession(database, id, payload, expiry(expiresIn)),
  find: (id) => findSession(database, id),
  findByUid: (uid) => findSessionByUid(database, uid),
  destroy: (id) => retireSession(database, id),
});

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
