import { createHash } from 'node:crypto';
import type { AdapterPayload } from 'oidc-provider';
import type { Row } from './open.ts';

/** Ids of these are no secrets: nothing opens with them alone. */
const plainIds: ReadonlySet<string> = new Set(['Grant']);

/** What stands in the column `id`: a hash, where the id is a bearer secret. */
export const rowId = (model: string, id: string): string =>
  plainIds.has(model) ? id : createHash('sha256').update(id).digest('base64url');

/** The record of a row; its id, which stands hashed, is known only to who asks for it. */
export function payloadOf(row: Row | undefined, id?: string): AdapterPayload | undefined {
  if (!row) return undefined;
  return {
    ...JSON.parse(row.payload),
    ...(id !== undefined && { jti: id }),
    ...(row.consumed_at !== null && { consumed: Math.floor(row.consumed_at / 1000) }),
  };
}

/** The id stands hashed in its own column; an interaction also carries the session's. PostgreSQL's JSON has no NUL. */
export function textOf(payload: AdapterPayload): string {
  const { jti: _jti, ...rest } = payload;
  return JSON.stringify(withoutSessionId(rest)).replaceAll('\\u0000', '\\ufffd');
}

function withoutSessionId(payload: AdapterPayload): AdapterPayload {
  if (payload.kind !== 'Interaction' || !payload.session) return payload;
  const { cookie: _cookie, ...session } = payload.session;
  return { ...payload, session };
}
