import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../../../policies/decision.ts';
import type { Block, Memory, Order, Question, Reply } from './child.ts';

/** An engine that has its rules and its requests, in its own process. */
export interface Participant {
  readonly loadMilliseconds: number;
  readonly memory: Memory;
  /** What one decision took at first. */
  readonly eachMilliseconds: number;
  answers(count: number): Promise<readonly Outcome[]>;
  block(from: number, count: number): Promise<Block>;
  close(): Promise<void>;
}

export interface TooSlow {
  readonly tooSlow: true;
  readonly limitSeconds: number;
}

const program = fileURLToPath(new URL('child.ts', import.meta.url));

/** An engine that has not loaded its rules within the limit is stopped, which is an answer too. */
export async function startParticipant(order: Order, limitSeconds: number): Promise<Participant | TooSlow> {
  const flags = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx'];
  const child = spawn(process.execPath, [...flags, program, JSON.stringify(order)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const dieWithUs = () => child.kill('SIGKILL');
  process.once('exit', dieWithUs);
  child.once('exit', () => process.off('exit', dieWithUs));

  const limit = AbortSignal.timeout(limitSeconds * 1000);
  try {
    const { loadMilliseconds, memory } = await replyOf(child, 'load', limit);
    const { eachMilliseconds } = await replyOf(child, 'ready', limit);
    return {
      loadMilliseconds,
      memory,
      eachMilliseconds,
      answers: async (count) => (await ask(child, { ask: 'answers', count })).outcomes,
      block: async (from, count) => (await ask(child, { ask: 'block', from, count })).block,
      close: () => end(child),
    };
  } catch (error) {
    await end(child);
    if (limit.aborted) return { tooSlow: true, limitSeconds };
    throw error;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function ask<Asked extends Question['ask']>(
  child: ChildProcess,
  question: Extract<Question, { readonly ask: Asked }>,
): Promise<Extract<Reply, { readonly to: Asked }>> {
  child.send(question);
  return replyOf(child, question.ask, new AbortController().signal);
}

/** One question at a time: the next message is its answer. */
async function replyOf<Asked extends Reply['to']>(
  child: ChildProcess,
  question: Asked,
  limit: AbortSignal,
): Promise<Extract<Reply, { readonly to: Asked }>> {
  const settled = new AbortController();
  const signal = AbortSignal.any([settled.signal, limit]);
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`an engine ended with code ${code}`);
  });
  try {
    const [reply]: Extract<Reply, { readonly to: Asked }>[] = await Promise.race([
      once(child, 'message', { signal }),
      ended,
    ]);
    if (reply?.to !== question) throw new Error(`an engine answered \`${reply?.to}\` to \`${question}\``);
    return reply;
  } finally {
    settled.abort();
  }
}
