import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Question, Reply, Spent } from './child.ts';
import type { Order } from './servers.ts';

/** A server that runs, and what it says of itself. */
export interface Contestant {
  spent(): Promise<Spent>;
  /** What it ran since this was last asked; the first question begins the list. */
  statements(): Promise<readonly string[]>;
  /** Everything it wrote, both streams. */
  output(): string;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('child.ts', import.meta.url));

/** `profileFolder`: where the process leaves its CPU profile when it ends. */
export async function startContestant(order: Order, profileFolder: string | undefined): Promise<Contestant> {
  const profile =
    profileFolder === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`, `--cpu-prof-name=${nameOf(order)}.cpuprofile`];
  const child = spawn(process.execPath, [...profile, '--import', 'tsx', program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  const dieWithUs = () => child.kill('SIGKILL');
  process.once('exit', dieWithUs);
  child.once('exit', () => process.off('exit', dieWithUs));
  await answerOf(child, 'start').catch((error) => {
    throw new Error(written, { cause: error });
  });
  return {
    spent: () => ask(child, 'spent'),
    statements: async () => (await ask(child, 'statements')).texts,
    output: () => written,
    close: async () => {
      const ended = once(child, 'exit');
      child.send('close' satisfies Question);
      await ended;
    },
  };
}

const nameOf = ({ assembly, location }: Order): string =>
  location === 'none' ? assembly : `${assembly}-${location.url === undefined ? 'sqlite' : 'postgres'}`;

function ask<Asked extends 'spent' | 'statements'>(child: ChildProcess, question: Asked) {
  child.send(question);
  return answerOf(child, question);
}

/** One question at a time: the next message is its answer. */
async function answerOf<Asked extends Reply['to']>(
  child: ChildProcess,
  question: Asked,
): Promise<Extract<Reply, { readonly to: Asked }>> {
  const settled = new AbortController();
  const { signal } = settled;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`a server ended with code ${code}`);
  });
  try {
    const [reply]: Extract<Reply, { readonly to: Asked }>[] = await Promise.race([
      once(child, 'message', { signal }),
      ended,
    ]);
    if (reply?.to !== question) throw new Error(`a server answered \`${reply?.to}\` to \`${question}\``);
    return reply;
  } finally {
    settled.abort();
  }
}
