import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DryRunStatus,
  type MutantRunOptions,
  MutantRunStatus,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { test } from 'uvu';
import { equal, is, match } from 'uvu/assert';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { createRunner } from './uvu-runner.ts';

// A policy as Stryker would have written it: the mutants `1` to `5` are alive when their number is asked for.
const policy = `
const context = globalThis.__stryker__;
const isAlive = (id: string) => context.activeMutant === id && (context.hitCount += 1) > 0;
const majority: number = isAlive('1') ? 81 : 18;
let known: number | undefined;
export const isAdult = (age: number) => (isAlive('2') ? age > majority : age >= majority);
export const majorityOnce = () => (known ??= isAlive('3') ? 0 : 18);
export const friends = (age: number) => (isAlive('4') ? age : age);
export const forever = () => isAlive('5');
`;
const tests = `
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { forever, friends, isAdult, majorityOnce } from '../../policies/age.ts';
const test = suite('age');
test('Julie is an adult on the day', () => assert.ok(isAdult(18)));
test('the majority is worked out once', () => assert.is(majorityOnce(), 18));
test('the friends of Nadia', () => assert.is(friends(3), 3));
test('and so on', () => { for (let time = 0; time < 9; time += 1) forever(); });
test.run();
`;

const folder = await temporaryFolder('mutation');
for (const [path, text] of [
  ['policies/age.ts', policy],
  ['test/policies/age.test.ts', tests],
] as const) {
  await mkdir(dirname(join(folder.path, path)), { recursive: true });
  await writeFile(join(folder.path, path), text);
}
await writeFile(join(folder.path, 'package.json'), '{ "type": "module" }');
await symlink(
  fileURLToPath(new URL('../../node_modules', import.meta.url)),
  join(folder.path, 'node_modules'),
);
process.chdir(folder.path);
const runner = createRunner();
test.after(folder.remove);

const file = 'test/policies/age.test.ts';
const idOf = (name: string) => `${file} › age › ${name}`;

/** What becomes of a mutant, alive for some tests, or from the first import on. */
function fate(id: string, some: readonly string[] | 'static', hitLimit = 100) {
  const isStatic = some === 'static';
  const options: MutantRunOptions = {
    activeMutant: {
      id,
      fileName: 'policies/age.ts',
      mutatorName: 'by hand',
      replacement: '',
      location: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    },
    sandboxFileName: join(folder.path, 'policies/age.ts'),
    mutantActivation: isStatic ? 'static' : 'runtime',
    reloadEnvironment: isStatic,
    ...(isStatic ? {} : { testFilter: some.map(idOf) }),
    timeout: 10_000,
    disableBail: false,
    hitLimit,
  };
  return runner.mutantRun(options);
}

test('first, every test passes', async () => {
  const found = await runner.dryRun({ timeout: 10_000, disableBail: false, coverageAnalysis: 'perTest' });
  is(found.status, DryRunStatus.Complete);
  const results = found.status === DryRunStatus.Complete ? found.tests : [];
  is(results.length, 4);
  equal([...new Set(results.map(({ status }) => status))], [TestStatus.Success]);
});

test('a mutant is killed by the test that tells', async () => {
  const found = await fate('2', ['Julie is an adult on the day', 'the friends of Nadia']);
  is(found.status, MutantRunStatus.Killed);
  if (found.status === MutantRunStatus.Killed) equal(found.killedBy, [idOf('Julie is an adult on the day')]);
});

test('a mutant that changes nothing survives', async () => {
  is((await fate('4', ['the friends of Nadia'])).status, MutantRunStatus.Survived);
});

test('a mutant of what is worked out while loading lives from the first import on', async () => {
  is((await fate('1', 'static')).status, MutantRunStatus.Killed);
  is((await fate('4', ['the friends of Nadia'])).status, MutantRunStatus.Survived, 'and not longer');
});

test('a mutant of what is worked out once is met though it was worked out before', async () => {
  is((await fate('3', ['the majority is worked out once'])).status, MutantRunStatus.Killed);
});

test('a mutant that is met more often than it should has no end', async () => {
  const found = await fate('5', ['and so on'], 5);
  is(found.status, MutantRunStatus.Timeout);
  if (found.status === MutantRunStatus.Timeout) match(found.reason ?? '', 'Hit limit');
});

test.run();
