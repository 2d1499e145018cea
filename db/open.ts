import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import { migrationSource } from './migrations/index.ts';
import { openPostgres } from './postgres.ts';

export type Database = Knex;
/** A database or one of its transactions. */
export type Connection = Knex | Knex.Transaction;

export interface DatabaseLocation {
  /** `postgres://…`, or undefined for SQLite in `dataDirectory`. */
  readonly url: string | undefined;
  readonly dataDirectory: string;
  readonly file: string;
}

/** A row as the driver hands it over, as untyped as parsed JSON: only the functions that read rows see it. */
export type Row = Readonly<Record<string, ReturnType<typeof JSON.parse>>>;

/** Opens without connecting: PostgreSQL may come up later than we do. */
export function openDatabase(location: DatabaseLocation): Database {
  return location.url === undefined ? openSqlite(location) : openPostgres(location.url);
}

export const isSqlite = (database: Connection): boolean => database.client.config.client === 'sqlite3';

/** Several processes may start at once: whoever finds the lock taken waits for the one that migrates. */
export async function migrate(database: Database): Promise<void> {
  const patience = Date.now() + 60_000;
  for (;;) {
    try {
      await database.migrate.latest({ migrationSource });
      return;
    } catch (error) {
      const contended = error instanceof Error && /lock|already exists|duplicate key/i.test(error.message);
      if (!contended || Date.now() > patience) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Whether the database has every migration of this version, and nothing is to be done; never writes. */
export async function isMigrated(database: Database): Promise<boolean> {
  if (!(await database.schema.hasTable('knex_migrations'))) return false;
  const [done, all] = [
    await database('knex_migrations').select('name'),
    await migrationSource.getMigrations([]),
  ];
  const names = new Set(done.map(({ name }) => name));
  return all.every((migration) => names.has(migrationSource.getMigrationName(migration)));
}

function openSqlite({ dataDirectory, file }: DatabaseLocation): Database {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  return knex({
    client: 'sqlite3',
    compileSqlOnError: false,
    connection: { filename: join(dataDirectory, file) },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (
        connection: { exec: (sql: string, done: (error?: Error) => void) => void },
        done: (error?: Error) => void,
      ) =>
        connection.exec(
          'pragma journal_mode = wal; pragma foreign_keys = on; pragma synchronous = full; pragma busy_timeout = 5000;',
          done,
        ),
    },
  });
}

/** The rows of a statement written out, the same in both dialects: its text is built once, not at each request. */
export async function rowsOf(
  connection: Connection,
  text: string,
  bindings: readonly (string | number | null)[],
): Promise<readonly Row[]> {
  const result = await connection.raw(text, bindings);
  return isSqlite(connection) ? result : result.rows;
}
