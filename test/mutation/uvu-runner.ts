import { glob } from 'node:fs/promises';
import { basename } from 'node:path';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type CompleteDryRunResult,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { type Modules, modulesOf } from './modules.ts';
import { takeRegistered } from './uvu.ts';

// Stryker knows no runner for uvu. This one loads the tests of the policies once, into the process that Stryker gives
// it, and runs those that reach a mutant again for each.

/** What the instrumented policies look at: which mutant is alive, and which test is running. */
const context: InstrumenterContext = {};
Object.assign(globalThis, { __stryker__: context });

/** Shares of real traffic are measured there, from memory, which would remember what no mutant did. */
const measurements = ['**/recognition-corpus.test.ts'];

interface LoadedTest {
  readonly id: string;
  readonly file: string;
  readonly run: () => unknown;
}
type Tests = Iterable<LoadedTest> | AsyncIterable<LoadedTest>;

export function createRunner(): TestRunner {
  // The same few cases for every mutant, and no search for the smallest one that fails.
  process.env.CADENAS_TEST_EFFORT = '0.01';
  fc.configureGlobal({ seed: 17, endOnFailure: true });
  const modules = modulesOf(process.cwd());
  let loaded: readonly LoadedTest[] = [];

  return {
    capabilities: () => ({ reloadEnvironment: true }),
    dryRun: async () => {
      const mutantCoverage = { static: {}, perTest: {} };
      Object.assign(context, { activeMutant: undefined, mutantCoverage });
      loaded = await all(loadTests(modules, await testFiles()));
      const { tests } = await runTests(loaded, true);
      return { status: DryRunStatus.Complete, tests, mutantCoverage };
    },
    mutantRun: async (options) => {
      if (options.mutantActivation === 'static') return toMutantRunResult(await runBorn(options));
      const found = await runAwoken(options);
      // Where nothing reached it, what it changes was worked out earlier, once and for good.
      return toMutantRunResult(context.hitCount === 0 ? await runBorn(options) : found);
    },
  };

  /** The mutant awakes once everything is loaded, for the tests that are known to reach it. */
  async function runAwoken({ testFilter = [], ...options }: MutantRunOptions): Promise<DryRunResult> {
    if (options.reloadEnvironment || loaded.length === 0)
      loaded = await all(loadTests(modules, await testFiles()));
    const some = loaded.filter(({ id }) => testFilter.includes(id));
    return runWithMutant(options, namesakesFirst(some, options.activeMutant.fileName));
  }

  /** The mutant is there before anything is loaded, for all tests. What it leaves behind is not used again. */
  async function runBorn(options: MutantRunOptions): Promise<DryRunResult> {
    loaded = [];
    const files = (await testFiles()).map((file) => ({ file }));
    const inOrder = namesakesFirst(files, options.activeMutant.fileName).map(({ file }) => file);
    return runWithMutant(options, loadTests(modules, inOrder));
  }
}

async function runWithMutant(options: MutantRunOptions, tests: Tests): Promise<DryRunResult> {
  const { activeMutant, disableBail, hitLimit = Number.POSITIVE_INFINITY } = options;
  Object.assign(context, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
  const result = await runTests(tests, disableBail);
  context.activeMutant = 'none';
  return determineHitLimitReached(context.hitCount, hitLimit) ?? result;
}

async function testFiles(): Promise<readonly string[]> {
  return (await all(glob('test/policies/**/*.test.ts', { exclude: measurements }))).sort();
}

/** Afresh, each file once the tests of the one before were run. */
async function* loadTests(modules: Modules, files: readonly string[]): AsyncGenerator<LoadedTest> {
  modules.renew();
  for (const file of files) {
    takeRegistered();
    const fault = await faultOf(() => modules.load(file));
    // A file that cannot be loaded is one test that fails.
    if (fault !== 'none') yield { id: `${file} is loaded`, file, run: () => Promise.reject(fault) };
    for (const { name, handler } of takeRegistered())
      yield { id: `${file} › ${name}`, file, run: () => handler({}) };
  }
}

/** Those of `networks.test.ts` know best what is wrong in `networks.ts`. */
function namesakesFirst<Part extends { readonly file: string }>(parts: readonly Part[], mutated: string) {
  const name = basename(mutated, '.ts');
  const isNamesake = ({ file }: Part) => name.startsWith(basename(file, '.test.ts'));
  return [...parts.filter(isNamesake), ...parts.filter((part) => !isNamesake(part))];
}

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const found: Value[] = [];
  for await (const value of values) found.push(value);
  return found;
}

async function runTests(tests: Tests, disableBail: boolean): Promise<CompleteDryRunResult> {
  const results: TestResult[] = [];
  for await (const test of tests) {
    const result = await runTest(test);
    results.push(result);
    if (result.status === TestStatus.Failed && !disableBail) break;
  }
  return { status: DryRunStatus.Complete, tests: results };
}

async function runTest({ id, run, file }: LoadedTest): Promise<TestResult> {
  const began = performance.now();
  context.currentTestId = id;
  const fault = await faultOf(async () => run());
  delete context.currentTestId;
  const test = { id, name: id, fileName: file, timeSpentMs: Math.round(performance.now() - began) };
  if (fault === 'none') return { ...test, status: TestStatus.Success };
  return { ...test, status: TestStatus.Failed, failureMessage: String(fault) };
}

function faultOf(run: () => Promise<unknown>): Promise<unknown> {
  return run().then(
    () => 'none',
    (error: unknown) => error,
  );
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'uvu', createRunner)];
