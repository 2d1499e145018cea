import { mayHoldOthers, readAliases } from '../../db/demo.ts';
import { saveDemoHistory } from '../../db/demo-history.ts';
import { saveDemoPeople } from '../../db/demo-people.ts';
import type { Database } from '../../db/open.ts';
import type { Passwords } from '../sign-in/index.ts';
import { demoPassword, organizations } from './data.ts';
import { inventMonth, inventPeople } from './invent.ts';

export interface SeedNeeds {
  readonly database: Database;
  readonly passwords: Pick<Passwords, 'hash'>;
  readonly now: () => number;
}

/** Fills an empty database, once and whole. Passwords that everyone knows stay away from a database that holds anybody else. */
export async function seedDemo({ database, passwords, now }: SeedNeeds): Promise<void> {
  const aliases = await readAliases(database);
  const own: readonly string[] = organizations.map(({ alias }) => alias);
  const other = aliases.find((alias) => !own.includes(alias));
  if (other !== undefined && !mayHoldOthers(database))
    throw new Error(
      `the demonstration cannot use this \`DATABASE_URL\`: it holds the organization \`${other}\`; set \`DEMO=0\`, or give the demonstration a database of its own`,
    );
  if (aliases.length > 0) return;
  const at = now();
  const people = inventPeople(await passwords.hash(demoPassword), at);
  const { history, policyVersions } = inventMonth(people, at);
  await database.transaction(async (transaction) => {
    if ((await saveDemoPeople(transaction, people, policyVersions)) === 'saved')
      await saveDemoHistory(transaction, history);
  });
}
