import type { AdapterPayload } from 'oidc-provider';
import { type Connection, rowsOf } from './open.ts';
import { textOf } from './record-rows.ts';

/** A grant with what our row adds to it (design, section 7). */
export interface GivenGrant {
  readonly id: string;
  readonly payload: AdapterPayload;
  readonly organizationId: string | null;
  /** The facts it was given under, as JSON. */
  readonly facts: string;
  readonly policyVersion: number;
  /** The session it was given in, and ends with. */
  readonly sessionUid: string | null;
  readonly expiresAt: number;
}

const saveText = `
  insert into oidc_records
    (model, id, payload, uid, account_id, client_id, organization_id, facts, policy_version, expires_at)
  select 'Grant', ?, ?, ?, ?, ?, ?, ?, cast(? as integer), cast(? as bigint)
  where not exists (select 1 from ended_sessions where uid = ?)
  on conflict (model, id) do update set payload = excluded.payload, uid = excluded.uid, facts = excluded.facts,
    policy_version = excluded.policy_version, expires_at = excluded.expires_at
  returning id`;

/** The session that a grant was to be given in ended on the way. */
export class SessionEnded extends Error {}

export async function saveGrant(transaction: Connection, grant: GivenGrant): Promise<void> {
  const written = await rowsOf(transaction, saveText, [
    grant.id,
    textOf(grant.payload),
    grant.sessionUid,
    grant.payload.accountId ?? null,
    grant.payload.clientId ?? null,
    grant.organizationId,
    grant.facts,
    grant.policyVersion,
    grant.expiresAt,
    grant.sessionUid,
  ]);
  if (written.length === 0) throw new SessionEnded();
}

interface GrantColumns {
  readonly uid?: string;
  readonly account_id?: string;
  readonly organization_id?: string;
}

/** Ends the grants of these columns, with the codes and tokens they carry. */
export async function endGrants(
  connection: Connection,
  columns: GrantColumns,
  besidesOrganization?: string,
): Promise<void> {
  const query = connection('oidc_records').where({ model: 'Grant', ...columns });
  if (besidesOrganization !== undefined)
    query.whereNotNull('organization_id').whereNot({ organization_id: besidesOrganization });
  await endGrantsById(
    connection,
    (await query.select('id')).map(({ id }) => id),
  );
}

/** Ends these, with the codes and tokens they carry. */
export async function endGrantsById(connection: Connection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await connection('oidc_records')
    .whereIn('grant_id', [...ids])
    .delete();
  await connection('oidc_records')
    .where({ model: 'Grant' })
    .whereIn('id', [...ids])
    .delete();
}

/** Ends what a session gave for other organizations than this one; exempt applications' grants belong to none, and stay. */
export const endGrantsOfOtherOrganizations = (
  transaction: Connection,
  sessionUid: string,
  organizationId: string,
): Promise<void> => endGrants(transaction, { uid: sessionUid }, organizationId);

/** Ends what was given in these browsers for one organization: a grant keeps the facts that it was given under. */
export async function endGrantsOfBrowsers(
  transaction: Connection,
  organizationId: string,
  browserIds: readonly string[],
  /** Of this person only, or of everyone. */
  userId?: string,
): Promise<void> {
  const grants = await transaction('oidc_records')
    .where({ model: 'Grant', organization_id: organizationId })
    .whereIn(
      'account_id',
      transaction('connections')
        .where({ organization_id: organizationId })
        .whereIn('browser_id', [...browserIds])
        .where(userId === undefined ? {} : { user_id: userId })
        .select('user_id'),
    )
    .select('id', 'facts');
  const theirs = grants.filter(({ facts }) => browserIds.includes(JSON.parse(facts).browserId));
  await endGrantsById(
    transaction,
    theirs.map(({ id }) => id),
  );
}

/** Ends what one person was given for one organization, in every application. */
export const endGrantsOf = (transaction: Connection, userId: string, organizationId: string): Promise<void> =>
  endGrants(transaction, { account_id: userId, organization_id: organizationId });
