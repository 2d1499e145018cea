import { createHash, randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { newId } from '../../db/ids.ts';
import { type DatabaseLocation, migrate, openDatabase } from '../../db/open.ts';
import { addRule } from '../../db/rules.ts';
import type { BrowserId, Network, OrganizationId, UserId } from '../../policies/facts.ts';
import { createPasswords } from '../../provider/sign-in/index.ts';

/**
 * `hashed`: argon2id as the product has it. `lowest`: argon2id with the least work that it can be given.
 * The cost stands in the stored hash, so the servers run unchanged code for both.
 */
export type Hashing = 'hashed' | 'lowest';

export interface Educator {
  readonly id: UserId;
  readonly email: string;
  readonly passwordHash: string;
  /** The value of her browser's cookie, and the row that knows it. */
  readonly browserToken: string;
  readonly browserId: BrowserId;
}

export type Educators = Readonly<Record<Hashing, readonly Educator[]>>;

export const password = 'Cadenas-2026';
const network = '127.0.0.1' as Network; // branded here: where the load comes from
const least = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** As many of each kind as asked; each has a browser of her own, so that nobody waits for another's row. */
export async function inventEducators(each: number): Promise<Educators> {
  const stored = { hashed: await createPasswords().hash(password), lowest: await hash(password, least) };
  const educator = (hashing: Hashing, index: number): Educator => ({
    id: newId<UserId>(),
    email: `educatrice-${hashing}-${index}@bench.test`,
    passwordHash: stored[hashing],
    browserToken: randomBytes(32).toString('base64url'),
    browserId: newId<BrowserId>(),
  });
  const all = (hashing: Hashing) => Array.from({ length: each }, (_, index) => educator(hashing, index));
  return { hashed: all('hashed'), lowest: all('lowest') };
}

/** Fills a new database: one organization, its padlock closed; each educator's browser is authorized by a rule of its own. */
export async function saveEducators(location: DatabaseLocation, educators: Educators): Promise<void> {
  const database = openDatabase(location);
  await migrate(database);
  const created_at = Date.now();
  const organizationId = newId<OrganizationId>();
  const people = [...educators.hashed, ...educators.lowest];
  await database.transaction(async (transaction) => {
    await transaction('organizations').insert({
      id: organizationId,
      alias: 'bench',
      name: 'CPE du Banc d’essai',
      time_zone: 'America/Toronto',
      locked: true,
      first_locked_at: created_at,
      created_at,
    });
    for (const { id, email, passwordHash, browserToken, browserId } of people) {
      const membershipId = newId();
      await transaction('users').insert({
        id,
        email,
        given_name: 'Julie',
        family_name: 'Tremblay',
        password_hash: passwordHash,
        password_changed_at: created_at,
        created_at,
      });
      const membership = { id: membershipId, organization_id: organizationId, user_id: id, created_at };
      await transaction('memberships').insert(membership);
      await transaction('membership_roles').insert({ membership_id: membershipId, role: 'educator' });
      await transaction('browsers').insert({
        id: browserId,
        token_hash: createHash('sha256').update(browserToken).digest('base64url'),
        user_agent: 'bench',
        created_at,
      });
      await addRule(transaction, {
        effect: 'allow',
        conditions: { userId: id, browserId, network },
        validFrom: 'always',
        validUntil: 'always',
        organizationId,
        origin: 'approval',
        createdBy: null,
        at: created_at,
      });
    }
  });
  // What autovacuum does by itself within a minute or so.
  if (location.url !== undefined) await database.raw('analyze');
  await database.destroy();
}
