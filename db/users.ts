import type { OrganizationId, UserId } from '../policies/facts.ts';
import type { Connection, Row } from './open.ts';

/** One person has one account for every spelling of an address: trimmed, composed, lower case. */
export const normalizeEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase();

export interface Credentials {
  readonly id: UserId;
  readonly passwordHash: string | null;
}

export async function findCredentials(
  connection: Connection,
  email: string,
): Promise<Credentials | undefined> {
  const row = await connection('users')
    .select('id', 'password_hash')
    .where({ email: normalizeEmail(email) })
    .first();
  return row && { id: row.id, passwordHash: row.password_hash };
}

export async function findPasswordHash(connection: Connection, userId: UserId): Promise<string | null> {
  const row = await connection('users').where({ id: userId }).first('password_hash');
  return row?.password_hash ?? null;
}

export interface Person {
  readonly id: UserId;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: 'fr' | 'en';
  readonly jobTitle: string | null;
}

/** The people who decide in an organization: active, not disabled, their access not withdrawn. */
export async function readAdministrators(
  connection: Connection,
  organizationId: OrganizationId,
  at: number,
): Promise<readonly (Person & { readonly siteIds: readonly string[] })[]> {
  const rows = await connection('memberships as m')
    .join('membership_roles as r', (on) =>
      on.on('r.membership_id', 'm.id').on('r.role', connection.raw('?', ['administration'])),
    )
    .join('users as u', 'u.id', 'm.user_id')
    .leftJoin('membership_sites as s', 's.membership_id', 'm.id')
    .where('m.organization_id', organizationId)
    .whereNot('m.access', 'never')
    .whereNull('u.disabled_at')
    .where((active) => active.whereNull('m.ends_at').orWhere('m.ends_at', '>', at))
    .orderBy(['m.created_at', 'u.id'])
    .select('u.id', 'u.email', 'u.given_name', 'u.family_name', 'u.language', 'm.job_title', 's.site_id');
  const byPerson = Map.groupBy(rows, (row) => row.id);
  return [...byPerson.values()].flatMap(([row, ...others]) =>
    row
      ? [{ ...person(row), siteIds: [row, ...others].map((one) => one.site_id).filter((id) => id !== null) }]
      : [],
  );
}

export async function readSitesOf(
  connection: Connection,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<readonly string[]> {
  const rows = await connection('memberships as m')
    .join('membership_sites as s', 's.membership_id', 'm.id')
    .where({ 'm.organization_id': organizationId, 'm.user_id': userId })
    .select('s.site_id');
  return rows.map((row) => row.site_id);
}

/** The on-call phone of the person's first site, else of the organization's first. */
export async function readOnCallPhone(
  connection: Connection,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<string | undefined> {
  const row = await connection('sites as s')
    .leftJoin('memberships as m', (on) =>
      on.on('m.organization_id', 's.organization_id').on('m.user_id', connection.raw('?', [userId])),
    )
    .leftJoin('membership_sites as x', (on) => on.on('x.membership_id', 'm.id').on('x.site_id', 's.id'))
    .where('s.organization_id', organizationId)
    .whereNotNull('s.on_call_phone')
    .orderByRaw('case when x.site_id is null then 1 else 0 end, s.created_at, s.id')
    .select('s.on_call_phone')
    .first();
  return row?.on_call_phone;
}

export const person = (row: Row): Person => ({
  id: row.id,
  email: row.email,
  givenName: row.given_name,
  familyName: row.family_name,
  language: row.language === 'en' ? 'en' : 'fr',
  jobTitle: row.job_title ?? null,
});

export async function findPerson(connection: Connection, id: UserId): Promise<Person | undefined> {
  const row = await connection('users').where({ id }).first();
  return row && person(row);
}
