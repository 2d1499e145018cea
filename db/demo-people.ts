import type { OrganizationId } from '../policies/facts.ts';
import { atOnce, type DemoPeople } from './demo.ts';
import type { Connection } from './open.ts';

/**
 * The organizations come first, and only once:
 * of two processes that start together one writes, the other waits and finds them there.
 */
export async function saveDemoPeople(
  transaction: Connection,
  people: DemoPeople,
  policyVersions: ReadonlyMap<OrganizationId, number>,
): Promise<'saved' | 'already-there'> {
  const { organizations, createdAt } = people;
  const saved = await transaction('organizations')
    .insert(
      organizations.map(({ id, alias, name, timeZone, lockedAt }) => ({
        id,
        alias,
        name,
        time_zone: timeZone,
        locked: lockedAt !== 'never',
        first_locked_at: lockedAt === 'never' ? null : lockedAt,
        policy_version: policyVersions.get(id) ?? 1,
        created_at: createdAt,
      })),
    )
    .onConflict('alias')
    .ignore()
    .returning('id');
  if (saved.length < organizations.length) return 'already-there';
  for (const [table, rows] of [...ofOrganizations(people), ...ofPeople(people), ...ofChildren(people)])
    await transaction.batchInsert(table, [...rows], atOnce);
  return 'saved';
}

type Rows = readonly (readonly [table: string, rows: readonly object[]])[];

const ofOrganizations = ({ organizations, places, createdAt: created_at }: DemoPeople): Rows => [
  [
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
  ],
  [
    'places',
    places.map(({ id, organizationId, siteId, name }) => ({
      id,
      organization_id: organizationId,
      site_id: siteId,
      name,
      created_at,
    })),
  ],
  ['place_networks', places.flatMap(({ id, ranges }) => ranges.map((cidr) => ({ place_id: id, cidr })))],
];

const ofPeople = ({ users, memberships, createdAt: created_at }: DemoPeople): Rows => [
  [
    'users',
    users.map(({ id, email, givenName, familyName, cell, passwordHash }) => ({
      id,
      email,
      given_name: givenName,
      family_name: familyName,
      cell,
      password_hash: passwordHash,
      password_changed_at: passwordHash === null ? null : created_at,
      created_at,
    })),
  ],
  [
    'proven_addresses',
    users
      .filter(({ addressProven }) => addressProven)
      .map(({ id, email }) => ({ email, user_id: id, proven_at: created_at })),
  ],
  [
    'memberships',
    memberships.map(({ id, organizationId, userId, jobTitle }) => ({
      id,
      organization_id: organizationId,
      user_id: userId,
      job_title: jobTitle,
      created_at,
    })),
  ],
  ['membership_roles', memberships.map(({ id, role }) => ({ membership_id: id, role }))],
  [
    'membership_sites',
    memberships
      .filter(({ siteId }) => siteId !== 'none')
      .map(({ id, siteId }) => ({ membership_id: id, site_id: siteId })),
  ],
];

const ofChildren = ({ children, createdAt: created_at }: DemoPeople): Rows => [
  [
    'child_records',
    children.map(({ id, organizationId, givenName, familyName }) => ({
      id,
      organization_id: organizationId,
      given_name: givenName,
      family_name: familyName,
      created_at,
    })),
  ],
  [
    'child_record_parents',
    children.flatMap(({ id, parents }) => parents.map((email) => ({ child_record_id: id, email }))),
  ],
];
