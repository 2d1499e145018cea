import type { Outcome } from '../../../policies/decision.ts';
import type { SignInFacts } from '../../../policies/facts.ts';
import { median } from '../statistics.ts';
import { createChance } from './chance.ts';
import { type Decide, type EngineName, engineNamed } from './engine.ts';
import { inventOrganization } from './organization.ts';
import { inventRequests, withDoubts } from './requests.ts';
import { inventRules } from './rules.ts';

// One engine with one set of rules in a process of its own, so that its memory is nobody else's.
// The parent asks it over IPC, one question at a time.

export interface Order {
  readonly engine: EngineName;
  readonly rules: number;
  /** How many different requests are made ready at most. */
  readonly requests: number;
  readonly seed: number;
}

/** What came with the rules, in bytes, after the collector ran. */
export interface Memory {
  /** JavaScript's objects, and what lies outside its heap: WebAssembly's memory is there. */
  readonly live: number;
  readonly resident: number;
}

export interface Block {
  readonly perSecond: number;
  /** In microseconds, one of each decision. */
  readonly latencies: readonly number[];
  /** How often the machine gave the core to somebody else meanwhile: each is a decision that had to wait. */
  readonly interruptions: number;
}

export type Question =
  | { readonly ask: 'answers'; readonly count: number }
  | { readonly ask: 'block'; readonly from: number; readonly count: number };
export type Reply =
  | { readonly to: 'load'; readonly loadMilliseconds: number; readonly memory: Memory }
  | { readonly to: 'ready'; readonly eachMilliseconds: number }
  | { readonly to: 'answers'; readonly outcomes: readonly Outcome[] }
  | { readonly to: 'block'; readonly block: Block };

const order: Order = JSON.parse(process.argv[2] ?? 'null');
const reply = (said: Reply): void => {
  process.send?.(said);
};

const load = await engineNamed(order.engine);
const before = memory();
const { loaded, loadMilliseconds } = await timeLoading();
const after = memory();
reply({
  to: 'load',
  loadMilliseconds,
  memory: { live: after.live - before.live, resident: after.resident - before.resident },
});

const requests = inventedRequests();
globalThis.gc?.();
process.on('message', (question: Question) => reply(answer(question)));
process.on('disconnect', () => process.exit(0));
reply({ to: 'ready', eachMilliseconds: calibrate() });

function answer(question: Question): Reply {
  const { ask, count } = question;
  switch (ask) {
    case 'answers':
      return { to: ask, outcomes: some(0, count).map((decide) => decide()) };
    case 'block':
      return { to: ask, block: measure(question.from, count) };
  }
}

/** From there on, and round again. */
function some(from: number, count: number): readonly Decide[] {
  return Array.from({ length: count }, (_, index) => observed(from + index));
}

/** A request as it is when it was just observed: new in memory, and its words too. */
function observed(at: number): Decide {
  const request = requests[at % requests.length];
  if (!request) throw new Error('no request was invented');
  return loaded.prepare(fresh(request));
}

/** The clock costs as much as a tenth of our decisions: where it would be felt, the speed is taken without it. */
function measure(from: number, count: number): Block {
  const before = interruptions();
  const latencies = batches(from, count)
    .flatMap((batch) => batch.map((decide) => microseconds([decide])))
    .toArray();
  const interrupted = interruptions() - before;
  const total = sum(latencies);
  const felt = total / count < 100;
  const withoutClock = () => sum(batches(from, count).map(microseconds));
  return {
    perSecond: (count / (felt ? withoutClock() : total)) * 1e6,
    latencies,
    interruptions: interrupted,
  };
}

/** So few at a time that they stay at hand, while the rules are wherever they lie in memory. */
function* batches(from: number, count: number): Generator<readonly Decide[], void> {
  const most = 50;
  for (let done = 0; done < count; done += most) yield some(from + done, Math.min(most, count - done));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function microseconds(decisions: readonly Decide[]): number {
  const began = performance.now();
  for (const decide of decisions) decide();
  return (performance.now() - began) * 1000;
}

function interruptions(): number {
  return process.resourceUsage().involuntaryContextSwitches;
}

/** What one decision takes, by those of half a second, and at least five. */
function calibrate(): number {
  const began = performance.now();
  const latencies: number[] = [];
  while (latencies.length < 5 || performance.now() - began < 500)
    latencies.push(microseconds([observed(latencies.length)]));
  return median(latencies) / 1000;
}

async function timeLoading() {
  const rules = fresh(invented().rules);
  const began = performance.now();
  const loaded = await load(rules);
  return { loaded, loadMilliseconds: performance.now() - began };
}

/** As it would come out of a database: no two share a word. */
function fresh<Data>(data: Data): Data {
  return structuredClone(data);
}

function invented() {
  const organization = inventOrganization(order.rules, createChance(order.seed));
  return { organization, rules: inventRules(organization, order.rules, createChance(order.seed + 1)) };
}

/** Invented again, so that what they need is no part of the memory that was measured. */
function inventedRequests(): readonly SignInFacts[] {
  const { organization, rules } = invented();
  const requests = inventRequests(organization, rules, order.requests, createChance(order.seed + 2));
  return order.engine === 'cadenas-unknown' ? withDoubts(requests, createChance(order.seed + 3)) : requests;
}

function memory(): Memory {
  for (let time = 0; time < 3; time++) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { live: heapUsed + external, resident: rss };
}
