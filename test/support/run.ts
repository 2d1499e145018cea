import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chmod, glob } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serverVariable, startPostgres } from './postgres.ts';
import { type Ending, judge, type Outcome } from './summary.ts';
import { temporaryFolder } from './temporary-folder.ts';

// npm test [-- [--timeout SECONDS] [--jobs N] FILTER…]: a file runs when its path contains one of the filters.
// A file named `….alone.test.ts` runs when no other does. `bench/` is no test; `soak/` is slower, and has a script of its own.

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: {
    timeout: { type: 'string', default: process.env.CADENAS_TEST_TIMEOUT ?? '420' },
    jobs: { type: 'string', default: '2' },
    folder: { type: 'string', default: 'test' },
    'without-postgres': { type: 'boolean', default: false },
  },
});

const running = new Set<ChildProcess>();
const folder = await temporaryFolder('run');
// PostgreSQL runs as someone else when we are root, and has to get through.
await chmod(folder.path, 0o711);
process.once('exit', () => {
  for (const child of running) endGroup(child);
  rmSync(folder.path, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const files = await testFiles();
const shared = await sharedPostgres();
const outcomes = await runAll(files, shared);
await shared.stop();
conclude(outcomes);

async function testFiles(): Promise<readonly string[]> {
  const found: string[] = [];
  const exclude = ['node_modules', 'bench', 'soak', ...(values.folder === 'test' ? ['output'] : [])];
  for await (const path of glob('**/*.test.{ts,tsx}', { cwd: resolve(root, values.folder), exclude })) {
    found.push(relative(root, resolve(root, values.folder, path)));
  }
  const wanted = (path: string) => filters.length === 0 || filters.some((filter) => path.includes(filter));
  return found.filter(wanted).sort();
}

async function sharedPostgres() {
  const announced = process.env[serverVariable];
  if (announced || values['without-postgres'] || files.length === 0) {
    return { url: announced, stop: async () => {} };
  }
  return startPostgres();
}

async function runAll(all: readonly string[], postgres: { readonly url: string | undefined }) {
  const env = { ...process.env, TMPDIR: folder.path, NO_COLOR: '1', [serverVariable]: postgres.url };
  const alone = all.filter((file) => /\.alone\.test\.tsx?$/.test(file));
  const together = all.filter((file) => !alone.includes(file));
  return [...(await inTurn(together, Number(values.jobs), env)), ...(await inTurn(alone, 1, env))];
}

async function inTurn(queue: readonly string[], jobs: number, env: NodeJS.ProcessEnv) {
  const outcomes: Outcome[] = [];
  const left = queue[Symbol.iterator]();
  const worker = async () => {
    for (const file of left) outcomes.push(await runFile(file, env));
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return outcomes;
}

async function runFile(file: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const began = performance.now();
  // A process group of its own, so that what a file leaves running goes with it.
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const written = { stdout: '', all: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.stdout += text;
    written.all += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.all += text;
  });
  const ending = await endOf(child);
  running.delete(child);
  const outcome = judge({ ...ending, stdout: written.stdout });
  tell(file, outcome, (performance.now() - began) / 1000, written.all);
  return outcome;
}

async function endOf(child: ChildProcess): Promise<Omit<Ending, 'stdout'>> {
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    endGroup(child);
  }, Number(values.timeout) * 1000);
  child.once('exit', () => {
    endGroup(child);
    // Whoever left the group may still hold these; a second is enough for what was written to arrive.
    setTimeout(() => [child.stdout, child.stderr].map((stream) => stream?.destroy()), 1000).unref();
  });
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  return { code, signal, timedOut };
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}

function tell(file: string, { passed, failed, skipped, fault }: Outcome, seconds: number, written: string) {
  const counts = `${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`;
  say(`${failed ? '✘' : '✓'} ${file}: ${counts} in ${seconds.toFixed(1)} s`);
  if (failed) say(`${fault ? `  ${fault}\n` : ''}${written.trimEnd().replace(/^/gm, '  | ')}`);
}

function conclude(all: readonly Outcome[]): void {
  const sum = (count: 'passed' | 'failed' | 'skipped') => all.reduce((so, outcome) => so + outcome[count], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  if (passed + failed === 0) say('no test ran');
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  say(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
