import type { Outcome } from '../../../policies/decision.ts';
import type { Block, Memory } from './child.ts';
import type { EngineName } from './engine.ts';
import { type Participant, startParticipant, type TooSlow } from './participant.ts';

export interface Plan {
  readonly rules: number;
  readonly engines: readonly EngineName[];
  readonly rounds: number;
  /** Different requests at most. */
  readonly requests: number;
  /** What one block of one engine, and its part of the agreement, may take: so many requests does it get. */
  readonly blockSeconds: number;
  readonly agreementSeconds: number;
  /** For loading the rules and making the first decisions. */
  readonly limitSeconds: number;
  readonly seed: number;
}

export interface Ran {
  readonly loadMilliseconds: number;
  readonly memory: Memory;
  /** One a round, in their order. */
  readonly blocks: readonly Block[];
  /** `all`: each block holds every request, in the same order. */
  readonly requests: 'all' | 'some';
}

export interface Size {
  readonly rules: number;
  /** How many of each answer all the engines gave alike. */
  readonly agreed: Readonly<Record<Outcome, number>>;
  readonly engines: ReadonlyMap<EngineName, Ran | TooSlow>;
}

export type Progress = (step: string) => void;

/** All engines with the same rules: first whether they agree, then, in turns, how fast they are. */
export async function compete(plan: Plan, tell: Progress): Promise<Size> {
  const running = new Map<EngineName, Participant>();
  const engines = new Map<EngineName, Ran | TooSlow>();
  try {
    for (const engine of plan.engines) {
      tell(`${engine} takes in ${plan.rules} rules`);
      const { rules, requests, seed, limitSeconds } = plan;
      const started = await startParticipant({ engine, rules, requests, seed }, limitSeconds);
      if ('tooSlow' in started) engines.set(engine, started);
      else running.set(engine, started);
    }
    const agreed = await agree(running, plan, tell);
    const blocks = await takeTurns([...running], plan, tell);
    for (const [name, participant] of running) {
      const { loadMilliseconds, memory } = participant;
      const requests = countOf(participant, plan) === plan.requests ? 'all' : 'some';
      engines.set(name, { loadMilliseconds, memory, blocks: blocks.get(name) ?? [], requests });
    }
    return { rules: plan.rules, agreed, engines };
  } finally {
    for (const participant of running.values()) await participant.close();
  }
}

/** A disagreement ends the run: engines that mean different things cannot be compared. */
async function agree(
  running: ReadonlyMap<EngineName, Participant>,
  { agreementSeconds, requests }: Plan,
  tell: Progress,
): Promise<Size['agreed']> {
  const alike = [...running].filter(([name]) => name !== 'cadenas-unknown');
  const slowest = Math.max(...alike.map(([, { eachMilliseconds }]) => eachMilliseconds));
  const count = Math.min(requests, 2000, Math.max(10, Math.floor((agreementSeconds * 1000) / slowest)));
  tell(`whether they agree on ${count} requests`);
  const agreed = { allow: 0, ask: 0, deny: 0 };
  const [reference, ...others] = await answersOf(alike, count);
  for (const [index, outcome] of (reference?.outcomes ?? []).entries()) {
    const stranger = others.find(({ outcomes }) => outcomes[index] !== outcome);
    if (stranger)
      throw new Error(
        `request ${index}: ${reference?.name} says \`${outcome}\`, ${stranger.name} \`${stranger.outcomes[index]}\``,
      );
    agreed[outcome]++;
  }
  if (count >= 100 && Object.values(agreed).includes(0))
    throw new Error('an answer was never given: the requests do not show that the engines agree on it');
  return agreed;
}

async function answersOf(participants: readonly (readonly [EngineName, Participant])[], count: number) {
  const answers: { readonly name: EngineName; readonly outcomes: readonly Outcome[] }[] = [];
  for (const [name, participant] of participants)
    answers.push({ name, outcomes: await participant.answers(count) });
  return answers;
}

/** A round of warming up, then the rounds that count; each begins with another engine. */
async function takeTurns(
  participants: readonly (readonly [EngineName, Participant])[],
  plan: Plan,
  tell: Progress,
): Promise<ReadonlyMap<EngineName, readonly Block[]>> {
  const blocks = new Map(participants.map(([name]) => [name, [] as Block[]]));
  for (let round = 0; round <= plan.rounds; round++) {
    tell(round === 0 ? 'warming up' : `round ${round} of ${plan.rounds}`);
    for (let turn = 0; turn < participants.length; turn++) {
      const [name, participant] = participants[(turn + round) % participants.length] ?? [];
      if (!name || !participant) continue;
      const count = countOf(participant, plan);
      const block = await participant.block(round * count, count);
      if (round > 0) blocks.get(name)?.push(block);
    }
  }
  return blocks;
}

function countOf({ eachMilliseconds }: Participant, { blockSeconds, requests }: Plan): number {
  return Math.min(requests, Math.max(4, Math.floor((blockSeconds * 1000) / eachMilliseconds)));
}
