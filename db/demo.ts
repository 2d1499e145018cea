import type { OrganizationId, UserId } from '../policies/facts.ts';
import { type Connection, type Database, isSqlite } from './open.ts';

export interface DemoSite {
  readonly id: string;
  readonly name: string;
  readonly onCallPhone: string;
}
export interface DemoOrganization {
  readonly id: OrganizationId;
  readonly alias: string;
  readonly name: string;
  readonly timeZone: string;
  readonly sites: readonly DemoSite[];
  /** When the padlock was closed, or never. */
  readonly lockedAt: number | 'never';
  readonly policyVersion: number;
}
export interface DemoUser {
  readonly id: UserId;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly cell: string | null;
  readonly passwordHash: string | null;
  readonly addressProven: boolean;
}
export interface DemoMembership {
  readonly id: string;
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly role: string;
  readonly jobTitle: string;
  /** None means every site. */
  readonly siteId: string | 'none';
}
export interface DemoChild {
  readonly id: string;
  readonly organizationId: OrganizationId;
  readonly givenName: string;
  readonly familyName: string;
  readonly parents: readonly string[];
}
export interface DemoPeople {
  readonly createdAt: number;
  readonly organizations: readonly DemoOrganization[];
  readonly users: readonly DemoUser[];
  readonly memberships: readonly DemoMembership[];
  readonly children: readonly DemoChild[];
}

/** SQLite takes a limited number of values in one statement. */
export const atOnce = 100;

export async function readAliases(connection: Connection): Promise<readonly string[]> {
  const rows = await connection('organizations').select('alias');
  return rows.map((row) => row.alias);
}

/** A file is the demonstration's own; a PostgreSQL database may be somebody's. */
export const mayHoldOthers = (database: Database): boolean => isSqlite(database);

/** The organizations come first, and only once: of two processes that start together one writes, the other waits and finds them there. */
export async function saveDemoPeople(
  transaction: Connection,
  people: DemoPeople,
): Promise<'saved' | 'already-there'> {
  const { createdAt: created_at, organizations, users, memberships, children } = people;
  const saved = await transaction('organizations')
    .insert(
      organizations.map(({ id, alias, name, timeZone, lockedAt, policyVersion }) => ({
        id,
        alias,
        name,
        time_zone: timeZone,
        locked: lockedAt !== 'never',
        first_locked_at: lockedAt === 'never' ? null : lockedAt,
        policy_version: policyVersion,
        created_at,
      })),
    )
    .onConflict('alias')
    .ignore()
    .returning('id');
  if (saved.length < organizations.length) return 'already-there';
  const insert = (table: string, rows: readonly object[]) =>
    transaction.batchInsert(table, [...rows], atOnce);
  await insert(
    'sites',
    organizations.flatMap(({ id, sites }) =>
      sites.map((site) => ({
        id: site.id,
        organization_id: id,
        name: site.name,
        on_call_phone: site.onCallPhone,
        created_at,
      })),
    ),
  );
  await insert(
    'users',
    users.map(({ id, email, givenName, familyName, cell, passwordHash }) => ({
      id,
      email,
      given_name: givenName,
      family_name: familyName,
      cell,
      password_hash: passwordHash,
      password_changed_at: created_at,
      created_at,
    })),
  );
  await insert(
    'proven_addresses',
    users
      .filter(({ addressProven }) => addressProven)
      .map(({ id, email }) => ({ email, user_id: id, proven_at: created_at })),
  );
  await insert(
    'memberships',
    memberships.map(({ id, organizationId, userId, jobTitle }) => ({
      id,
      organization_id: organizationId,
      user_id: userId,
      job_title: jobTitle,
      created_at,
    })),
  );
  await insert(
    'membership_roles',
    memberships.map(({ id, role }) => ({ membership_id: id, role })),
  );
  await insert(
    'membership_sites',
    memberships
      .filter(({ siteId }) => siteId !== 'none')
      .map(({ id, siteId }) => ({ membership_id: id, site_id: siteId })),
  );
  await insert(
    'child_records',
    children.map(({ id, organizationId, givenName, familyName }) => ({
      id,
      organization_id: organizationId,
      given_name: givenName,
      family_name: familyName,
      created_at,
    })),
  );
  await insert(
    'child_record_parents',
    children.flatMap(({ id, parents }) => parents.map((email) => ({ child_record_id: id, email }))),
  );
  return 'saved';
}
