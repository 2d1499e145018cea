import { type OpenHouse, openHouse } from './house.ts';
import type { Dialect } from './postgres.ts';
import { people } from './walk.ts';

export interface TwoHouses {
  readonly first: OpenHouse;
  readonly second: OpenHouse;
  close(): Promise<void>;
}

/** Two processes, as far as a test can tell, on one database: each with its own connections, rulebooks and waiting room. */
export async function openTwoHouses(dialect: Dialect): Promise<TwoHouses> {
  const storage = await dialect.open();
  const shared: Dialect = { ...dialect, open: async () => ({ ...storage, close: async () => {} }) };
  const first = await openHouse(shared);
  const second = await openHouse(shared);
  return {
    first,
    second,
    close: async () => {
      await first.close();
      await second.close();
      await storage.close();
    },
  };
}

/** In the demonstration few people have a password: this one has, by now, the one that all of them share. */
export async function givePassword({ first }: TwoHouses, email: string): Promise<void> {
  const users = () => first.house.database('users');
  const { password_hash } = await users().where({ email: people.pierre }).first('password_hash');
  await users().where({ email }).update({ password_hash });
}
