import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Path from the root → text. */
export type Texts = ReadonlyMap<string, string>;

/** What git keeps or would keep: tracked files and new ones that are not ignored. */
export async function trackedFiles(): Promise<readonly string[]> {
  // The checkout may belong to someone else than who runs the tests; git would refuse to look.
  const options = ['-c', 'safe.directory=*', 'ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { stdout } = await execute('git', options, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  return stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

/** Pictures, fonts and the like are left out. */
export async function trackedTexts(): Promise<Texts> {
  const paths = await trackedFiles();
  const texts = await Promise.all(
    paths.map(async (path): Promise<[string, string]> => [path, await readFile(join(root, path), 'utf8')]),
  );
  return new Map(texts.filter(([, text]) => !text.includes('\0')));
}

export function sourcesOf(texts: Texts): Texts {
  return new Map([...texts].filter(([path]) => /\.(m?ts|tsx|m?js)$/.test(path)));
}
