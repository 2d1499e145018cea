import { type Database, openDatabase } from '../../db/open.ts';
import { type Application, ownApplications } from '../../provider/oidc/applications.ts';
import type { Dialect } from './postgres.ts';

const organizationOf = {
  sylvie: 'papillons',
  marc: 'papillons',
  julie: 'papillons',
  nadia: 'papillons',
  pierre: 'arcenciel',
  odile: 'arcenciel',
} as const;
export type Named = keyof typeof organizationOf;
const administrators: readonly Named[] = ['sylvie', 'marc', 'pierre'];

/** By whether they have a key of their own. */
const browsers = {
  office: 'key',
  laptop: 'key',
  tablet: 'no key',
  phone: 'key',
  kitchen: 'no key',
  pierres: 'key',
} as const;
/** The browser of Sylvie's office, Marc's laptop, the nursery's tablet, Julie's phone, the kitchen's, Pierre's. */
export type Spoken = keyof typeof browsers;

/** What it proves itself by. */
export const keyOf = (spoken: Spoken): string | 'none' =>
  browsers[spoken] === 'key' ? `key of ${spoken}` : 'none';

const gated = ownApplications(new URL('http://localhost'));
const reglages = gated.find(({ id }) => id === 'reglages') as Application; // it is one of our own
export const applications = {
  reglages,
  'amisgest-sdg': { ...reglages, id: 'amisgest-sdg' as Application['id'], role: 'any' },
  'amisgest-mobile': {
    ...reglages,
    id: 'amisgest-mobile' as Application['id'],
    role: 'any',
    kind: 'native',
  },
} as const satisfies Record<string, Application>;

/** Room for one database, opened as often as there are processes. */
export async function placeOf(dialect: Dialect) {
  const storage = await dialect.open();
  const location = { url: storage.databaseUrl, dataDirectory: storage.dataDir, file: 'cadenas.sqlite' };
  const opened: Database[] = [];
  return {
    open: (): Database => {
      const database = openDatabase(location);
      opened.push(database);
      return database;
    },
    close: async () => {
      await Promise.all(opened.map((database) => database.destroy()));
      await storage.close();
    },
  };
}

/** Everyone and everything, by name. */
export async function furnish(database: Database, created_at: number): Promise<void> {
  const insert = (table: string, rows: readonly object[]) => database(table).insert(rows);
  await insert('organizations', [
    { id: 'papillons', alias: 'papillons', name: 'CPE Les Papillons', created_at, ...inMontreal },
    { id: 'arcenciel', alias: 'arcenciel', name: 'Garderie L’Arc-en-ciel', created_at, ...inMontreal },
  ]);
  const people = Object.entries(organizationOf);
  await insert(
    'users',
    people.map(([id, organization]) => ({
      id,
      email: `${id}@${organization}.test`,
      given_name: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`,
      family_name: 'Test',
      created_at,
    })),
  );
  await insert(
    'memberships',
    people.map(([user_id, organization_id]) => ({
      id: `of ${user_id}`,
      organization_id,
      user_id,
      created_at,
    })),
  );
  await insert(
    'membership_roles',
    people.map(([id]) => ({
      membership_id: `of ${id}`,
      role: administrators.some((one) => one === id) ? 'administration' : 'educator',
    })),
  );
  await insert(
    'browsers',
    spokenOf(browsers).map((id) => ({
      id,
      token_hash: `hash of ${id}`,
      user_agent: '',
      proof_key: keyOf(id) === 'none' ? null : keyOf(id),
      created_at,
    })),
  );
  await insert('places', [
    { id: 'centre', organization_id: 'papillons', name: 'Le centre', created_at },
    { id: 'garderie', organization_id: 'arcenciel', name: 'La garderie', created_at },
  ]);
  await insert('place_networks', [
    { place_id: 'centre', cidr: '198.51.100.24' },
    { place_id: 'garderie', cidr: '203.0.113.40' },
  ]);
}

const spokenOf = (all: Readonly<Record<Spoken, unknown>>) => Object.keys(all) as readonly Spoken[]; // its keys

const inMontreal = { time_zone: 'America/Toronto' };
