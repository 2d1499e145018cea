import type { BrowserId, OrganizationId, SignInFacts, UserId } from '../policies/facts.ts';
import type { Connection } from './open.ts';

export interface ConsoleSession {
  readonly tokenHash: string;
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly applicationId: string;
  readonly grantId: string;
  readonly expiresAt: number;
}

/** With what its grant was given under. */
export interface LiveConsoleSession extends ConsoleSession {
  readonly browserId: BrowserId;
  readonly network: string;
  readonly proof: SignInFacts['proof'];
  /** The key that signed, when one did. */
  readonly proofKey: string | 'none';
  /** Whether an approval let in, that once. */
  readonly approved: boolean;
}

export async function addConsoleSession(connection: Connection, session: ConsoleSession): Promise<void> {
  await connection('console_sessions').insert({
    token_hash: session.tokenHash,
    user_id: session.userId,
    organization_id: session.organizationId,
    application_id: session.applicationId,
    grant_id: session.grantId,
    expires_at: session.expiresAt,
  });
}

/** A session of our own pages lives as long as the grant that its application was given. */
export async function findConsoleSession(
  connection: Connection,
  tokenHash: string,
  at: number,
): Promise<LiveConsoleSession | undefined> {
  const row = await connection('console_sessions as s')
    .join('oidc_records as g', (on) =>
      on.on('g.id', 's.grant_id').on('g.model', connection.raw('?', ['Grant'])),
    )
    .where('s.token_hash', tokenHash)
    .where('s.expires_at', '>', at)
    .where('g.expires_at', '>', at)
    .first('s.*', 'g.facts');
  if (!row) return undefined;
  const { browserId, network, proof, proofKey = 'none', approval } = JSON.parse(row.facts);
  return {
    tokenHash,
    userId: row.user_id,
    organizationId: row.organization_id,
    applicationId: row.application_id,
    grantId: row.grant_id,
    expiresAt: row.expires_at,
    browserId,
    network,
    proof,
    proofKey,
    approved: approval !== 'none',
  };
}

export async function endConsoleSession(connection: Connection, tokenHash: string): Promise<void> {
  await connection('console_sessions').where({ token_hash: tokenHash }).delete();
}

export async function sweepConsoleSessions(connection: Connection, at: number): Promise<void> {
  await connection('console_sessions').where('expires_at', '<', at).delete();
}
