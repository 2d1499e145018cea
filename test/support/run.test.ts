import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import { equal, is, match } from 'uvu/assert';
import { until } from './until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = join(root, 'test', 'output');

const head = `import { suite, test } from 'uvu';\nimport { is } from 'uvu/assert';\n`;
const passing = `${head}test('Julie is let in', () => is(1, 1));\n`;
const failing = `${head}test('Julie is let in', () => is(1, 2));\ntest.run();\n`;

const runs = suite<{ folder: string }>('npm test');

runs.before.each(async (context) => {
  await mkdir(output, { recursive: true });
  context.folder = await mkdtemp(join(output, 'run-'));
});
runs.after.each(({ folder }) => rm(folder, { recursive: true, force: true }));

function start(folder: string, ...more: readonly string[]) {
  const program = join(root, 'test', 'support', 'run.ts');
  const options = ['--without-postgres', '--folder', folder, ...more];
  return spawn(process.execPath, ['--import', 'tsx', program, ...options], { cwd: root });
}

async function run(folder: string, files: Record<string, string>, ...more: readonly string[]) {
  for (const [name, source] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), source);
  }
  const child = start(folder, ...more);
  let written = '';
  child.stdout.on('data', (chunk) => {
    written += chunk;
  });
  child.stderr.on('data', (chunk) => {
    written += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, written, last: written.trimEnd().split('\n').at(-1) };
}

runs('adds up what each file counted, and passes', async ({ folder }) => {
  const two = `${passing}test('Nadia too', () => {});\ntest['skip']('later');\ntest.run();\n`;
  const files = { 'a.test.ts': `${passing}test.run();\n`, 'deep/b.test.tsx': two, 'c.ts': failing };
  const { code, last } = await run(folder, files);
  equal([code, last], [0, '3 passed, 0 failed, 1 skipped']);
});

runs('shows a failing file whole, and fails', async ({ folder }) => {
  const { code, last, written } = await run(folder, {
    'a.test.ts': failing,
    'b.test.ts': `${passing}test.run();`,
  });
  equal([code, last], [1, '1 passed, 1 failed']);
  match(written, '| ');
  match(written, 'Julie is let in');
});

const faults: Readonly<Record<string, readonly [source: string, last: string, words: string]>> = {
  'a file that ends before its tests began': [
    `${passing}test.run();\nprocess.exit(0);`,
    '0 passed, 1 failed',
    'it ended with code 0 before its tests did',
  ],
  'a file that ends in the middle of its tests': [
    `${passing}test('and out', () => process.exit(0));\ntest.run();`,
    '0 passed, 1 failed',
    'before its tests did',
  ],
  'a file that never says run()': [passing, '0 passed, 1 failed', 'before its tests did'],
  'a file without tests': [`${head}test.run();`, '0 passed, 1 failed', 'it holds no test'],
  'a before hook that throws, which uvu swallows': [
    `${head}test.before(() => { throw new Error('no'); });\ntest('a', () => {});\ntest('b', () => {});\ntest.run();`,
    '0 passed, 2 failed',
    '0 passed, 2 failed',
  ],
  'tests in two goes, of which uvu counts some twice': [
    `${passing}test.run();\nawait new Promise((r) => setTimeout(r, 50));\nconst s = suite('s');\ns('b', () => {});\ns.run();`,
    '1 passed, 1 failed',
    'in several goes',
  ],
  'a rejection nobody handles once the tests passed': [
    `${passing}test.run();\nsetTimeout(() => Promise.reject(new Error('late')), 200);`,
    '1 passed, 1 failed',
    'it ended with code 1',
  ],
  'a file killed from outside': [
    `${passing}test.run();\nsetTimeout(() => process.kill(process.pid, 'SIGKILL'), 200);`,
    '1 passed, 1 failed',
    'it was ended by SIGKILL',
  ],
  'a file that cannot even be read': [
    'import { nothing } from "./nowhere.ts";',
    '0 passed, 1 failed',
    'nowhere',
  ],
};

for (const [name, [source, last, words]] of Object.entries(faults)) {
  runs(`counts as failed: ${name}`, async ({ folder }) => {
    const result = await run(folder, { 'a.test.ts': source });
    equal([result.code, result.last], [1, last], result.written);
    match(result.written, words);
  });
}

runs('ends a file that takes too long, with all that it started', async ({ folder }) => {
  const source = `
    import { spawn } from 'node:child_process';
    const child = spawn('sleep', ['60'], { stdio: 'inherit' });
    console.log('sleeper', child.pid);
    ${passing}test.run();`;
  const { code, last, written } = await run(folder, { 'a.test.ts': source }, '--timeout', '2');
  equal([code, last], [1, '1 passed, 1 failed']);
  match(written, 'something was left open');
  const sleeper = Number(/sleeper (\d+)/.exec(written)?.[1]);
  await until(() => !isAlive(sleeper), { what: 'the sleeper is gone' });
});

runs('fails when nothing ran', async ({ folder }) => {
  const nothing = await run(folder, {});
  equal([nothing.code, nothing.last], [1, '0 passed, 0 failed']);
  const filtered = await run(folder, { 'a.test.ts': `${passing}test.run();` }, 'parents');
  equal([filtered.code, filtered.last], [1, '0 passed, 0 failed']);
});

runs('runs only the files that a filter names', async ({ folder }) => {
  const files = { 'gate.test.ts': `${passing}test.run();`, 'mail.test.ts': failing };
  const { code, last } = await run(folder, files, 'gate');
  equal([code, last], [0, '1 passed, 0 failed']);
});

runs('runs two files at once, and one that wants to be alone after them', async ({ folder }) => {
  const noting = (name: string) => `
    import { appendFileSync } from 'node:fs';
    const note = (what) => appendFileSync(new URL('./notes', import.meta.url), what + ' ${name}\\n');
    ${head}test('waits', async () => {
      note('begin');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      note('end');
    });
    test.run();`;
  const files = { 'a.alone.test.ts': noting('alone'), 'b.test.ts': noting('b'), 'c.test.ts': noting('c') };
  const { code, written } = await run(folder, { ...files, notes: '' });
  is(code, 0, written);
  const notes = (await readFile(join(folder, 'notes'), 'utf8')).trim().split('\n');
  equal(notes.slice(0, 2).sort(), ['begin b', 'begin c']);
  equal(notes.slice(-2), ['begin alone', 'end alone']);
});

runs('leaves nothing running when it is interrupted', async ({ folder }) => {
  const source = `
    import { spawn } from 'node:child_process';
    import { writeFileSync } from 'node:fs';
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    writeFileSync(new URL('./pid', import.meta.url), String(child.pid));
    ${passing}test.run();`;
  await writeFile(join(folder, 'a.test.ts'), source);
  const child = start(folder);
  const pid = await until(() => written(join(folder, 'pid')));
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  is(code, 1);
  await until(() => !isAlive(Number(pid)), { what: 'the sleeper is gone' });
});

async function written(file: string): Promise<string | undefined> {
  return existsSync(file) ? (await readFile(file, 'utf8')) || undefined : undefined;
}

/** A process that ended but that its parent has not yet noticed counts as gone. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    return (
      !(error instanceof Error && 'code' in error && error.code === 'ESRCH') && existsSync(`/proc/${pid}`)
    );
  }
}

runs.run();
