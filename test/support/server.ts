import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort } from './free-port.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ServerOptions {
  /** On top of PORT, PUBLIC_URL and DATA_DIR, which are chosen here unless said. Undefined takes a setting away. */
  readonly env?: Environment;
  readonly withinMilliseconds?: number;
  /** The program and its arguments, for the test of this helper. */
  readonly program?: readonly string[];
}

export interface RunningServer {
  readonly url: string;
  readonly dataDir: string;
  /** Of the process that runs now. */
  pid(): number | undefined;
  /** Sends the signal (SIGTERM unless said) and waits until the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Ends the process if it still runs, and starts another on the same port and data. */
  restart(changes?: Environment): Promise<void>;
  /** Everything it wrote since its first start, both streams. */
  output(): string;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const cadenas = [join(root, 'provider', 'cli', 'main.ts'), 'serve'];

/**
 * Starts Cadenas as `npm start` does, as a process of its own, and waits until it can serve.
 * It runs in an empty folder with none of our environment, so that no `.env` file or shell setting reaches it.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const folder = await temporaryFolder('server');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = options.env?.DATA_DIR ?? join(folder.path, 'data');
  const own = { PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir };
  let env: Environment = { ...machine(), ...own, ...options.env };
  let written = '';
  let child: ChildProcess | undefined;

  const start = async () => {
    const started = launch(options.program ?? cadenas, env, folder.path, (text) => {
      written += text;
    });
    child = started;
    const ready = async () => {
      if (hasEnded(started)) throw new Error(`the server ended with ${ending(started)}:\n${written}`);
      return answersReady(`http://localhost:${env.PORT}`);
    };
    const { withinMilliseconds = 30_000 } = options;
    await until(ready, { withinMilliseconds, every: 50, what: () => `/readyz answers 200:\n${written}` });
  };
  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child) await end(child, signal);
  };
  const close = async () => {
    await kill();
    await folder.remove();
  };
  await start().catch(async (error) => {
    await kill('SIGKILL');
    await folder.remove();
    throw error;
  });
  return {
    url: env.PUBLIC_URL ?? url,
    dataDir,
    pid: () => child?.pid,
    kill,
    restart: async (changes = {}) => {
      await kill();
      env = { ...env, ...changes };
      await start();
    },
    output: () => written,
    close,
  };
}

/** What any program needs from the machine, and nothing that configures Cadenas. */
function machine(): Environment {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return { PATH, HOME, TMPDIR, LANG, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') };
}

function launch(
  program: readonly string[],
  env: Environment,
  cwd: string,
  note: (text: string) => void,
): ChildProcess {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', tsx, ...program], {
    cwd,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', note);
  const dieWithUs = () => child.kill('SIGKILL');
  process.once('exit', dieWithUs);
  child.once('close', () => process.off('exit', dieWithUs));
  return child;
}

async function answersReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** SIGKILL follows after ten seconds: no test is held up by a server that does not stop. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'close');
  child.kill(signal);
  const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(impatience);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function ending(child: ChildProcess): string {
  return child.signalCode ?? `code ${child.exitCode}`;
}
