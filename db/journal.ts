import type { OrganizationId, UserId } from '../policies/facts.ts';
import { newId } from './ids.ts';
import type { Connection } from './open.ts';

/** Every act that is recorded: a new one is a line here. */
export type JournalAction =
  | 'approval.approved'
  | 'approval.refused'
  | 'approval.withdrawn'
  | 'padlock.closed'
  | 'padlock.opened'
  | 'padlock.reclosed'
  | 'rule.added'
  | 'rule.ended'
  | 'rule.changed'
  | 'rule.undone'
  | 'place.added'
  | 'place.removed'
  | 'place.changed'
  | 'places.authorized'
  | 'places.withdrawn'
  | 'places.undone'
  | 'device.changed'
  | 'device.joined'
  | 'device.separated'
  | 'device.undone'
  | 'access.changed'
  | 'connections.authorized'
  | 'connections.withdrawn'
  | 'connections.undone';

export interface JournalEntry {
  readonly organizationId: OrganizationId;
  readonly actor: UserId | 'operator' | 'system';
  readonly action: JournalAction;
  /** The person it was done to, or none: it was done to the whole organization. */
  readonly subject: UserId | 'organization';
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** People stand in the journal under pseudonyms, whose mapping erasure deletes. To be called in the act's transaction. */
export async function writeJournal(transaction: Connection, entry: JournalEntry): Promise<string> {
  const actor =
    entry.actor === 'operator' || entry.actor === 'system'
      ? entry.actor
      : await pseudonymOf(transaction, entry.actor);
  const organization = await transaction('organizations')
    .where({ id: entry.organizationId })
    .first('policy_version');
  const id = newId();
  await transaction('journal').insert({
    id,
    organization_id: entry.organizationId,
    at: entry.at,
    actor,
    action: entry.action,
    subject: entry.subject === 'organization' ? entry.subject : await pseudonymOf(transaction, entry.subject),
    before: entry.before === undefined ? null : JSON.stringify(entry.before),
    after: JSON.stringify(entry.after),
    policy_version: organization?.policy_version ?? null,
  });
  return id;
}

async function pseudonymOf(transaction: Connection, userId: UserId): Promise<string> {
  await transaction('pseudonyms')
    .insert({ user_id: userId, pseudonym: newId() })
    .onConflict('user_id')
    .ignore();
  const row = await transaction('pseudonyms').where({ user_id: userId }).first('pseudonym');
  return row.pseudonym;
}

export interface ToldEntry {
  readonly action: JournalAction;
  /** The name of whoever acted, while the pseudonym leads to a person. */
  readonly by: string | 'operator' | 'nobody';
  readonly after: Readonly<Record<string, unknown>>;
  readonly at: number;
  readonly organizationName: string;
  readonly timeZone: string;
}

/** An entry as a notice tells it. */
export async function findJournalEntry(connection: Connection, id: string): Promise<ToldEntry | undefined> {
  const row = await connection('journal as j')
    .join('organizations as o', 'o.id', 'j.organization_id')
    .leftJoin('pseudonyms as p', 'p.pseudonym', 'j.actor')
    .leftJoin('users as u', 'u.id', 'p.user_id')
    .where('j.id', id)
    .first('j.*', 'o.name', 'o.time_zone', 'u.given_name', 'u.family_name');
  if (!row) return undefined;
  return {
    action: row.action,
    by:
      row.given_name !== null
        ? `${row.given_name} ${row.family_name}`
        : row.actor === 'operator'
          ? 'operator'
          : 'nobody',
    after: JSON.parse(row.after),
    at: row.at,
    organizationName: row.name,
    timeZone: row.time_zone,
  };
}

export interface PastAct {
  readonly action: JournalAction;
  /** The name of whoever acted, while the pseudonym leads to a person. */
  readonly by: string | 'operator' | 'system' | 'nobody';
  /** Whom it was done to, while the pseudonym leads to a person. */
  readonly about: string | 'organization' | 'nobody';
  readonly after: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** The last acts in an organization after an instant, the newest first. */
export async function readActsSince(
  connection: Connection,
  organizationId: OrganizationId,
  page: { readonly since: number; readonly most: number },
): Promise<readonly PastAct[]> {
  const rows = await connection('journal as j')
    .leftJoin('pseudonyms as p', 'p.pseudonym', 'j.actor')
    .leftJoin('users as u', 'u.id', 'p.user_id')
    .leftJoin('pseudonyms as q', 'q.pseudonym', 'j.subject')
    .leftJoin('users as about', 'about.id', 'q.user_id')
    .where('j.organization_id', organizationId)
    .where('j.at', '>', page.since)
    .orderBy('j.at', 'desc')
    .limit(page.most)
    .select('j.action', 'j.actor', 'j.subject', 'j.after', 'j.at', 'u.given_name', 'u.family_name', {
      about_given_name: 'about.given_name',
      about_family_name: 'about.family_name',
    });
  return rows.map((row) => ({
    action: row.action,
    by: nameOr(
      row.given_name,
      row.family_name,
      row.actor === 'operator' || row.actor === 'system' ? row.actor : 'nobody',
    ),
    about: nameOr(
      row.about_given_name,
      row.about_family_name,
      row.subject === 'organization' ? row.subject : 'nobody',
    ),
    after: JSON.parse(row.after),
    at: row.at,
  }));
}

const nameOr = <Else extends string>(
  givenName: string | null,
  familyName: string | null,
  otherwise: Else,
): string | Else => (givenName === null ? otherwise : `${givenName} ${familyName}`);
