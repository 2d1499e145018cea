import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import { match, unreachable } from 'uvu/assert';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { root } from './tracked-files.ts';

/** Runs a program of node_modules in the root; throws what it says when it is not content, shortened. */
function content(program: string, ...options: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const path = join(root, 'node_modules', '.bin', program);
    execFile(path, options, { cwd: root, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error)
        reject(new Error(`${error.message.split('\n')[0]}\n${`${stdout}${stderr}`.slice(0, 4_000)}`));
      else resolve();
    });
  });
}

test('the types agree', async () => {
  await content('tsc', '--noEmit');
});

test('the linter and the formatter have nothing to say', async () => {
  await content('biome', 'check', '.');
});

const complaints = [
  ['tsc', 'export const age: number = "three";\n', 'TS2322'],
  ['biome', 'export const age: any = 3;\n', 'noExplicitAny'],
] as const;

for (const [program, source, says] of complaints) {
  test(`a complaint of ${program} is heard`, async () => {
    const folder = await temporaryFolder('house');
    const file = join(folder.path, 'wrong.ts');
    await writeFile(file, source);
    const options =
      program === 'tsc'
        ? ['--noEmit', '--ignoreConfig']
        : ['check', `--config-path=${root}`, '--vcs-enabled=false'];
    await content(program, ...options, file)
      .then(
        () => unreachable(),
        (error) => match(error.message, says),
      )
      .finally(folder.remove);
  });
}

test.run();
