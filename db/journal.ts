import type { OrganizationId, UserId } from '../policies/facts.ts';
import { newId } from './ids.ts';
import type { Connection } from './open.ts';

export interface JournalEntry {
  readonly organizationId: OrganizationId;
  readonly actor: UserId | 'operator' | 'system';
  readonly action: 'approval.approved' | 'approval.refused' | 'approval.withdrawn';
  readonly subject: UserId;
  readonly after: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** People stand in the journal under pseudonyms, whose mapping erasure deletes. To be called in the act's transaction. */
export async function writeJournal(transaction: Connection, entry: JournalEntry): Promise<void> {
  const actor =
    entry.actor === 'operator' || entry.actor === 'system'
      ? entry.actor
      : await pseudonymOf(transaction, entry.actor);
  const organization = await transaction('organizations')
    .where({ id: entry.organizationId })
    .first('policy_version');
  await transaction('journal').insert({
    id: newId(),
    organization_id: entry.organizationId,
    at: entry.at,
    actor,
    action: entry.action,
    subject: await pseudonymOf(transaction, entry.subject),
    after: JSON.stringify(entry.after),
    policy_version: organization?.policy_version ?? null,
  });
}

async function pseudonymOf(transaction: Connection, userId: UserId): Promise<string> {
  await transaction('pseudonyms')
    .insert({ user_id: userId, pseudonym: newId() })
    .onConflict('user_id')
    .ignore();
  const row = await transaction('pseudonyms').where({ user_id: userId }).first('pseudonym');
  return row.pseudonym;
}
