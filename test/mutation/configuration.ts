import type { PartialStrykerOptions } from '@stryker-mutator/api/core';

/** `npm run mutation`: each small change made to a policy is told wrong by some test of the policies, or it survives. */
const configuration: PartialStrykerOptions = {
  mutate: ['policies/**/*.ts'],
  testRunner: 'uvu',
  plugins: ['./test/mutation/uvu-runner.ts'],
  coverageAnalysis: 'perTest',
  thresholds: { high: 95, low: 90, break: 85 },
  concurrency: 2,
  // What loops meets the limit of its hits first; a busy machine is not to be taken for a loop.
  timeoutMS: 30_000,
  // A reload keeps what it replaces: Node forgets no module.
  maxTestRunnerReuse: 300,
  // Soon enough for a mutant that fills a list for ever.
  testRunnerNodeArgs: ['--max-old-space-size=1024'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'test/output/mutation.json' },
  ignorePatterns: ['/data', '/db', '/views', '/test/output', '/test/e2e'],
  // Nobody checks the types of a mutant: it is stripped of them.
  disableTypeChecks: false,
  tsconfigFile: 'none',
  cleanTempDir: 'always',
  allowConsoleColors: false,
};

export default configuration;
