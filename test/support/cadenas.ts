import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Database, openDatabase } from '../../db/open.ts';
import { run } from '../../provider/cli/run.ts';
import type { Dialect } from './postgres.ts';
import { type RunningServer, startServer } from './server.ts';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface CommandOutcome {
  readonly status: number;
  readonly said: string;
  readonly complained: string;
}

/** `npm run cadenas -- …`, with these settings and none of ours. */
export async function cadenas(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<CommandOutcome> {
  const options = { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } };
  const program = ['--import', tsx, 'provider/cli/main.ts', ...args];
  try {
    const { stdout, stderr } = await execute(process.execPath, program, options);
    return { status: 0, said: stdout, complained: stderr };
  } catch (error) {
    const failed = Object(error);
    return { status: Number(failed.code), said: String(failed.stdout), complained: String(failed.stderr) };
  }
}

/** The demonstration as a process of its own behind a proxy of ours, its database at hand, and its operator. */
export interface Operated {
  readonly server: RunningServer;
  readonly database: Database;
  /** As a process of its own. */
  spawn(...args: readonly string[]): Promise<CommandOutcome>;
  /** The same in this process, which takes a tenth of the time; one at a time. */
  run(...args: readonly string[]): Promise<CommandOutcome>;
  close(): Promise<void>;
}

export async function openOperated(dialect: Dialect): Promise<Operated> {
  const storage = await dialect.open();
  const env = {
    DATABASE_URL: storage.databaseUrl,
    DATA_DIR: storage.dataDir,
    TRUSTED_PROXIES: '127.0.0.1/32,::1/128',
  };
  const server = await startServer({ env });
  const location = { url: storage.databaseUrl, dataDirectory: storage.dataDir, file: 'demo.sqlite' };
  const database = openDatabase(location);
  return {
    server,
    database,
    spawn: (...args) => cadenas(args, { ...env, PUBLIC_URL: server.url }),
    run: (...args) => inThisProcess(args, { ...env, PUBLIC_URL: server.url }),
    close: async () => {
      await database.destroy();
      await server.close();
      await storage.close();
    },
  };
}

async function inThisProcess(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<CommandOutcome> {
  const [said, complained]: [string[], string[]] = [[], []];
  const before = { ...process.env };
  for (const [name, value] of Object.entries(env)) if (value !== undefined) process.env[name] = value;
  try {
    const terminal = {
      say: (line: string) => void said.push(line),
      complain: (line: string) => void complained.push(line),
    };
    const status = await run(args, terminal);
    return { status, said: said.join('\n'), complained: complained.join('\n') };
  } finally {
    for (const name of Object.keys(env)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
