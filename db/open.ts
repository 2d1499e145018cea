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

const patienceMilliseconds = 60_000;
const lookAgainMilliseconds = 200;

/** Several processes may start at once: whoever finds the turn taken waits for the one that migrates. */
export async function migrate(database: Database): Promise<void> {
  const patience = Date.now() + patienceMilliseconds;
  while (!(await migrateInTurn(database))) {
    if (Date.now() > patience) throw new Error('another process has been migrating for a minute');
    await new Promise((resolve) => setTimeout(resolve, lookAgainMilliseconds));
  }
}

/** Knex makes the row of its own lock in a race, and two rows lock everybody out for ever: on PostgreSQL the turn is ours. */
async function migrateInTurn(database: Database): Promise<boolean> {
  if (isSqlite(database)) return migrateUnlessContended(database);
  const connection = await database.client.acquireConnection();
  try {
    const { rows } = await connection.query('select pg_try_advisory_lock($1) as mine', [migrationTurn]);
    if (!rows[0].mine) return false;
    try {
      // A turn ends with its process; the row that a killed one left taken would stay so for ever.
      await database.migrate.forceFreeMigrationsLock({ migrationSource });
      await database.migrate.latest({ migrationSource });
      return true;
    } finally {
      await connection.query('select pg_advisory_unlock($1)', [migrationTurn]);
    }
  } finally {
    await database.client.releaseConnection(connection);
  }
}

/** « cadenas » on a telephone's keys; within one database it is nobody else's. */
const migrationTurn = 2_233_627;

const lockTable =
  'create table if not exists knex_migrations_lock (`index` integer not null primary key autoincrement, is_locked integer)';
const lockRow =
  'insert into knex_migrations_lock (is_locked) select 0 where not exists (select 1 from knex_migrations_lock)';

/** A file has one writer at a time: written in one statement, the row of knex's lock is one. */
async function migrateUnlessContended(database: Database): Promise<boolean> {
  try {
    await database.raw(lockTable);
    await database.raw(lockRow);
    await database.migrate.latest({ migrationSource });
    return true;
  } catch (error) {
    if (error instanceof Error && /lock|busy|already exists|duplicate key|unique/i.test(error.message))
      return false;
    throw error;
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
