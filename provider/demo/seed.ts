import { type DemoPeople, mayHoldOthers, readAliases, saveDemoPeople } from '../../db/demo.ts';
import { newId } from '../../db/ids.ts';
import type { Database } from '../../db/open.ts';
import type { OrganizationId, UserId } from '../../policies/facts.ts';
import type { Passwords } from '../sign-in/hashing.ts';
import { children, demoPassword, organizations, people, timeZone } from './data.ts';

export interface SeedNeeds {
  readonly database: Database;
  readonly passwords: Pick<Passwords, 'hash'>;
  readonly now: () => number;
}

const day = 24 * 60 * 60_000;

/** Fills an empty database, once and whole. Passwords that everyone knows stay away from a database that holds anybody else. */
export async function seedDemo({ database, passwords, now }: SeedNeeds): Promise<void> {
  const aliases = await readAliases(database);
  const own: readonly string[] = organizations.map(({ alias }) => alias);
  const other = aliases.find((alias) => !own.includes(alias));
  if (other !== undefined && !mayHoldOthers(database))
    throw new Error(
      `the demonstration cannot use this \`DATABASE_URL\`: it holds the organization \`${other}\`. Set \`DEMO=0\`, or give the demonstration a database of its own`,
    );
  if (aliases.length > 0) return;
  const seed = peopleOf(await passwords.hash(demoPassword), now());
  await database.transaction(async (transaction) => {
    await saveDemoPeople(transaction, seed);
  });
}

function peopleOf(passwordHash: string, at: number): DemoPeople {
  const createdAt = at - 60 * day;
  const withIds = organizations.map((organization) => ({
    ...organization,
    id: newId<OrganizationId>(),
    timeZone,
    lockedAt: organization.padlock === 'closed' ? at - 9 * day : ('never' as const),
    policyVersion: 1,
    sites: organization.sites.map((site) => ({ ...site, id: newId() })),
  }));
  const organizationOf = new Map(withIds.map((one) => [one.alias, one.id]));
  const siteOf = new Map(withIds.flatMap(({ sites }) => sites.map((site) => [site.key, site.id] as const)));
  const users = people.map((person) => ({
    ...person,
    id: newId<UserId>(),
    cell: person.cell ?? null,
    passwordHash: person.password === 'known' ? passwordHash : null,
  }));
  return {
    createdAt,
    organizations: withIds,
    users,
    memberships: users.flatMap(({ id, membership }) => {
      const organizationId = membership === 'none' ? undefined : organizationOf.get(membership.organization);
      if (membership === 'none' || organizationId === undefined) return [];
      const { role, jobTitle, site } = membership;
      return [
        {
          id: newId(),
          organizationId,
          userId: id,
          role,
          jobTitle,
          siteId: site === 'none' ? site : (siteOf.get(site) ?? 'none'),
        },
      ];
    }),
    children: withIds.flatMap(({ alias, id }) =>
      children[alias].map(([givenName, familyName, ...parents]) => ({
        id: newId(),
        organizationId: id,
        givenName,
        familyName,
        parents,
      })),
    ),
  };
}
