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
import { modulesOf } from './modules.ts';
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

function createRunner(): TestRunner {
  // The same few cases for every mutant, and no search for the smallest one that fails.
  process.env.CADENAS_TEST_EFFORT = '0.01';
  fc.configureGlobal({ seed: 17, endOnFailure: true });
  const modules = modulesOf(process.cwd());
  let loaded: readonly LoadedTest[] | undefined;

  const load = async () => {
    modules.renew();
    loaded = await loadTests(modules.load);
    return loaded;
  };

  return {
    capabilities: () => ({ reloadEnvironment: true }),
    dryRun: async () => {
      const mutantCoverage = { static: {}, perTest: {} };
      Object.assign(context, { activeMutant: undefined, mutantCoverage });
      const { tests } = await runTests(await load(), true);
      return { status: DryRunStatus.Complete, tests, mutantCoverage };
    },
    mutantRun: async (options) => {
      const first = await runMutant(options, options.mutantActivation);
      // Nothing reached it: what it changes was worked out earlier, once and for good.
      const isUnmet = first.status === DryRunStatus.Complete && context.hitCount === 0;
      return toMutantRunResult(isUnmet ? await runMutant(options, 'static') : first);
    },
  };

  async function runMutant(
    options: MutantRunOptions,
    activation: 'static' | 'runtime',
  ): Promise<DryRunResult> {
    const { activeMutant, disableBail, hitLimit = Number.POSITIVE_INFINITY } = options;
    const alive = { activeMutant: activeMutant.id, hitCount: 0, hitLimit };
    if (activation === 'static') Object.assign(context, alive);
    const tests =
      activation === 'static' || options.reloadEnvironment ? await load() : (loaded ?? (await load()));
    Object.assign(context, alive);
    const some = activation === 'static' ? tests : tests.filter(({ id }) => options.testFilter?.includes(id));
    const result = await runTests(namesakesFirst(some, activeMutant.fileName), disableBail);
    context.activeMutant = 'none';
    return determineHitLimitReached(context.hitCount, hitLimit) ?? result;
  }
}

async function loadTests(load: (path: string) => Promise<unknown>): Promise<readonly LoadedTest[]> {
  const files: string[] = [];
  for await (const file of glob('test/policies/**/*.test.ts', { exclude: measurements })) files.push(file);
  const tests: LoadedTest[] = [];
  for (const file of files.sort()) {
    takeRegistered();
    const fault = await faultOf(() => load(file));
    // A file that cannot be loaded is one test that fails.
    if (fault !== 'none') tests.push({ id: `${file} is loaded`, file, run: () => Promise.reject(fault) });
    for (const { name, handler } of takeRegistered())
      tests.push({ id: `${file} › ${name}`, file, run: () => handler({}) });
  }
  return tests;
}

/** Those of `networks.test.ts` know best what is wrong in `networks.ts`. */
function namesakesFirst(tests: readonly LoadedTest[], mutated: string): readonly LoadedTest[] {
  const name = basename(mutated, '.ts');
  const isNamesake = ({ file }: LoadedTest) => name.startsWith(basename(file, '.test.ts'));
  return [...tests.filter(isNamesake), ...tests.filter((test) => !isNamesake(test))];
}

async function runTests(tests: readonly LoadedTest[], disableBail: boolean): Promise<CompleteDryRunResult> {
  const results: TestResult[] = [];
  for (const test of tests) {
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
