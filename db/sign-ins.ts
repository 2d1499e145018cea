import type { Decision } from '../policies/decision.ts';
import type {
  ApplicationId,
  ApprovalRequestId,
  BrowserId,
  Network,
  OrganizationId,
  SignInFacts,
  Unknown,
  UserId,
} from '../policies/facts.ts';
import { newId } from './ids.ts';
import { type Connection, isSqlite, rowsOf } from './open.ts';

export interface SignIn {
  readonly organizationId: OrganizationId | null;
  readonly userId: UserId;
  readonly browserId: BrowserId | Unknown;
  readonly applicationId: ApplicationId;
  /** Parents' homes are nobody's business: unknown for exempt applications. */
  readonly network: Network | Unknown;
  readonly proof: SignInFacts['proof'];
  readonly decision: Decision;
  readonly approvalRequestId: ApprovalRequestId | null;
  readonly at: number;
}

/** Rules changed between a decision and its record. */
export class RulesChanged extends Error {}

const columns = `id, organization_id, user_id, browser_id, application_id, network, outcome, reasons,
    policy_version, approval_request_id, proof, at`;
const values = '?, ?, ?, ?, ?, ?, ?, ?, cast(? as integer), ?, ?, cast(? as bigint)';
const signInText = `insert into sign_ins (${columns}) values (${values})`;
/** The lock holds a change of rules back until the sign-in is written, or makes this wait for it and write nothing. */
const decidedSignInText = (lock: string) => `
  insert into sign_ins (${columns})
  select ${values} from (select policy_version from organizations where id = ? ${lock}) o where o.policy_version = ?
  returning id`;
const decidedOnSqlite = decidedSignInText('');
const decidedOnPostgres = decidedSignInText('for share');

/** What arrives late, of two at once or by another process's clock, is not the latest. */
const laterOf = (table: string, column: string, by: string): string =>
  `${column} = case when excluded.${by} < ${table}.${by} then ${table}.${column} else excluded.${column} end`;
const latest = ['last_seen', 'latest_network', 'latest_application_id', 'stopped_at'];
const connectionText = `
  insert into connections (id, organization_id, user_id, browser_id, first_seen, last_seen, latest_network,
    latest_application_id, stopped_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as bigint))
  on conflict (user_id, browser_id, organization_id) do update
    set ${latest.map((column) => laterOf('connections', column, 'last_seen')).join(', ')}
  returning id`;
const seenPersonText = `
  insert into seen_people (organization_id, user_id, connections) values (?, ?, 1)
  on conflict (organization_id, user_id) do update set connections = seen_people.connections + 1`;
const isNoLaterEntry = 'excluded.allowed_at is null or excluded.allowed_at < sightings.allowed_at';
const sightingText = `
  insert into sightings (connection_id, organization_id, network, application_id, first_seen, last_seen, allowed_at, proof)
  values (?, ?, ?, ?, ?, ?, cast(? as bigint), ?)
  on conflict (connection_id, network, application_id) do update
    set ${laterOf('sightings', 'last_seen', 'last_seen')},
      allowed_at = case when ${isNoLaterEntry} then sightings.allowed_at else excluded.allowed_at end,
      proof = case when ${isNoLaterEntry} then sightings.proof else excluded.proof end`;

/**
 * Appends one attempt and refreshes the connection that it belongs to, when there is one.
 * With `onlyAtVersion`, throws `RulesChanged` and writes nothing unless the organization's rules are still of that version.
 */
export async function recordSignIn(
  transaction: Connection,
  signIn: SignIn,
  condition?: { readonly onlyAtVersion: number },
): Promise<void> {
  const { organizationId, userId, applicationId, network, at } = signIn;
  const allowedAt = signIn.decision.outcome === 'allow' ? at : null;
  const browserId = signIn.browserId === 'unknown' ? null : signIn.browserId;
  await append(transaction, signIn, condition);
  if (organizationId === null || browserId === null) return;
  const fresh = newId();
  const [row] = await rowsOf(transaction, connectionText, [
    fresh,
    organizationId,
    userId,
    browserId,
    at,
    at,
    network,
    applicationId,
    allowedAt === null ? at : null,
  ]);
  if (row?.id === fresh) await transaction.raw(seenPersonText, [organizationId, userId]);
  const { proof } = signIn;
  const sighting = [row?.id, organizationId, network, applicationId, at, at, allowedAt, proof];
  await transaction.raw(sightingText, sighting);
}

async function append(
  transaction: Connection,
  signIn: SignIn,
  condition: { readonly onlyAtVersion: number } | undefined,
): Promise<void> {
  const { organizationId, decision } = signIn;
  const bindings = [
    newId(),
    organizationId,
    signIn.userId,
    signIn.browserId === 'unknown' ? null : signIn.browserId,
    signIn.applicationId,
    signIn.network === 'unknown' ? null : signIn.network,
    decision.outcome,
    JSON.stringify(decision.reasons),
    decision.policyVersion,
    signIn.approvalRequestId,
    signIn.proof,
    signIn.at,
  ];
  if (!condition || organizationId === null) {
    await transaction.raw(signInText, bindings);
    return;
  }
  const text = isSqlite(transaction) ? decidedOnSqlite : decidedOnPostgres;
  const written = await rowsOf(transaction, text, [...bindings, organizationId, condition.onlyAtVersion]);
  if (written.length === 0) throw new RulesChanged();
}
