import type { Decision } from '../policies/decision.ts';
import type {
  ApplicationId,
  ApprovalRequestId,
  BrowserId,
  Network,
  OrganizationId,
  Unknown,
  UserId,
} from '../policies/facts.ts';
import { newId } from './ids.ts';
import { type Connection, rowsOf } from './open.ts';

export interface SignIn {
  readonly organizationId: OrganizationId | null;
  readonly userId: UserId;
  readonly browserId: BrowserId | Unknown;
  readonly applicationId: ApplicationId;
  /** Parents' homes are nobody's business: unknown for exempt applications. */
  readonly network: Network | Unknown;
  readonly decision: Decision;
  readonly approvalRequestId: ApprovalRequestId | null;
  readonly at: number;
}

const signInText = `
  insert into sign_ins (id, organization_id, user_id, browser_id, application_id, network, outcome, reasons,
    policy_version, approval_request_id, at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const connectionText = `
  insert into connections (id, organization_id, user_id, browser_id, first_seen, last_seen) values (?, ?, ?, ?, ?, ?)
  on conflict (user_id, browser_id, organization_id) do update set last_seen = excluded.last_seen returning id`;
const sightingText = `
  insert into sightings (connection_id, network, application_id, first_seen, last_seen) values (?, ?, ?, ?, ?)
  on conflict (connection_id, network, application_id) do update set last_seen = excluded.last_seen`;

/** Appends one attempt and refreshes the connection that it belongs to, when there is one. */
export async function recordSignIn(transaction: Connection, signIn: SignIn): Promise<void> {
  const { organizationId, userId, applicationId, network, decision, at } = signIn;
  const browserId = signIn.browserId === 'unknown' ? null : signIn.browserId;
  await transaction.raw(signInText, [
    newId(),
    organizationId,
    userId,
    browserId,
    applicationId,
    network === 'unknown' ? null : network,
    decision.outcome,
    JSON.stringify(decision.reasons),
    decision.policyVersion,
    signIn.approvalRequestId,
    at,
  ]);
  if (organizationId === null || browserId === null) return;
  const [row] = await rowsOf(transaction, connectionText, [
    newId(),
    organizationId,
    userId,
    browserId,
    at,
    at,
  ]);
  await transaction.raw(sightingText, [row?.id, network, applicationId, at, at]);
}
