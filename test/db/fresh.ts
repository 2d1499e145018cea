import { type Database, migrate, openDatabase } from '../../db/open.ts';
import type { Dialect } from '../support/postgres.ts';

export interface Opened {
  readonly database: Database;
  /** Another process' view of the same data. */
  second(): Database;
  close(): Promise<void>;
}

/** An empty database of this dialect; `second` opens it once more, with connections of its own. */
export async function openFresh(dialect: Dialect): Promise<Opened> {
  const storage = await dialect.open();
  const location = { url: storage.databaseUrl, dataDirectory: storage.dataDir, file: 'cadenas.sqlite' };
  const opened: Database[] = [];
  const open = () => {
    const database = openDatabase(location);
    opened.push(database);
    return database;
  };
  return {
    database: open(),
    second: open,
    close: async () => {
      await Promise.all(opened.map((database) => database.destroy()));
      await storage.close();
    },
  };
}

export async function openMigrated(dialect: Dialect): Promise<Opened> {
  const opened = await openFresh(dialect);
  await migrate(opened.database);
  return opened;
}
