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
import type { Connection } from './open.ts';

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

/** Appends one attempt and refreshes the connection that it belongs to, when there is one. */
export async function recordSignIn(transaction: Connection, signIn: SignIn): Promise<void> {
  await transaction('sign_ins').insert({
    id: newId(),
    organization_id: signIn.organizationId,
    user_id: signIn.userId,
    browser_id: signIn.browserId === 'unknown' ? null : signIn.browserId,
    application_id: signIn.applicationId,
    network: signIn.network === 'unknown' ? null : signIn.network,
    outcome: signIn.decision.outcome,
    reasons: JSON.stringify(signIn.decision.reasons),
    policy_version: signIn.decision.policyVersion,
    approval_request_id: signIn.approvalRequestId,
    at: signIn.at,
  });
  if (signIn.organizationId === null || signIn.browserId === 'unknown') return;
  const [connection] = await transaction('connections')
    .insert({
      id: newId(),
      organization_id: signIn.organizationId,
      user_id: signIn.userId,
      browser_id: signIn.browserId,
      first_seen: signIn.at,
      last_seen: signIn.at,
    })
    .onConflict(['user_id', 'browser_id', 'organization_id'])
    .merge({ last_seen: signIn.at })
    .returning('id');
  await transaction('sightings')
    .insert({
      connection_id: connection.id,
      network: signIn.network,
      application_id: signIn.applicationId,
      first_seen: signIn.at,
      last_seen: signIn.at,
    })
    .onConflict(['connection_id', 'network', 'application_id'])
    .merge({ last_seen: signIn.at });
}
