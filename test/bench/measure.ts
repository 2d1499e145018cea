import type { Contestant } from './contestant.ts';
import { type Driver, type LoginStep, loginSteps, type Tokens } from './driver.ts';
import type { Educators } from './people.ts';

/** What is asked of every server in every round. */
export const loads = ['login', 'login-hashed', 'refresh'] as const;
export type Load = (typeof loads)[number];

/** How many of each in one block, how many at once. */
export interface Size {
  readonly counts: Readonly<Record<Load, number>>;
  readonly atOnce: number;
}

/** One load on one server in one round; per login or per refresh but for the speed. */
export interface Block {
  readonly perSecond: number;
  readonly cpuMilliseconds: number;
  /** Of PostgreSQL's own processes; not known elsewhere. */
  readonly databaseCpuMilliseconds: number | undefined;
  readonly driverCpuMilliseconds: number;
  readonly latencies: readonly number[];
}

export interface Measured {
  readonly contestant: Contestant;
  readonly driver: Driver;
  readonly databaseCpu: () => Promise<number | undefined>;
}

export async function measure(
  { contestant, driver, databaseCpu }: Measured,
  load: Load,
  { counts, atOnce }: Size,
  educators: Educators,
): Promise<Block> {
  const people = educators[load === 'login-hashed' ? 'hashed' : 'lowest'];
  const each = await workFor(load, driver, people.slice(0, atOnce));
  const before = await spentBy(contestant, databaseCpu);
  const began = performance.now();
  const latencies = await inTurns(counts[load], atOnce, async (worker, index) => {
    // Educators apart from those of the other workers, so that no two logins meet in one row.
    const person = people[worker + atOnce * (index % Math.max(1, Math.floor(people.length / atOnce)))];
    if (!person) throw new Error('there are fewer educators than workers');
    await each(worker, person);
  });
  const seconds = (performance.now() - began) / 1000;
  const after = await spentBy(contestant, databaseCpu);
  driver.rest();
  const per = (name: 'cpu' | 'driver') => (after[name] - before[name]) / counts[load];
  return {
    perSecond: counts[load] / seconds,
    cpuMilliseconds: per('cpu'),
    databaseCpuMilliseconds:
      before.database === undefined || after.database === undefined
        ? undefined
        : (after.database - before.database) / counts[load],
    driverCpuMilliseconds: per('driver'),
    latencies,
  };
}

type Work = (worker: number, educator: Educators['lowest'][number]) => Promise<unknown>;

/** For refreshes, each worker signs in once, before the clock starts, and then follows its own chain of tokens. */
async function workFor(load: Load, driver: Driver, first: Educators['lowest']): Promise<Work> {
  if (load !== 'refresh') return (_worker, educator) => driver.login(educator);
  const chains: Tokens[] = await Promise.all(first.map((educator) => driver.login(educator)));
  return async (worker) => {
    const tokens = chains[worker];
    if (!tokens) throw new Error('there are fewer chains than workers');
    chains[worker] = await driver.refresh(tokens);
  };
}

async function spentBy(contestant: Contestant, databaseCpu: Measured['databaseCpu']) {
  const [{ cpuMilliseconds }, database] = [await contestant.spent(), await databaseCpu()];
  const { user, system } = process.cpuUsage();
  return { cpu: cpuMilliseconds, database, driver: (user + system) / 1000 };
}

/** Milliseconds that each took. */
async function inTurns(
  count: number,
  atOnce: number,
  work: (worker: number, index: number) => Promise<void>,
): Promise<readonly number[]> {
  const latencies: number[] = [];
  const left = Array.from({ length: count }, (_, index) => index).values();
  const worker = async (number: number) => {
    for (const index of left) {
      const began = performance.now();
      await work(number, Math.floor(index / atOnce));
      latencies.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, number) => worker(number)));
  return latencies;
}

export type CountedStep = LoginStep | 'refresh';
export const countedSteps: readonly CountedStep[] = [...loginSteps, 'refresh'];

/** The statements of each request of one login and one refresh. */
export type Census = Readonly<Record<CountedStep, readonly string[]>>;

/** Alone on the server, three times; the fewest count, since jobs run now and then. */
export async function takeCensus({ contestant, driver }: Measured, educators: Educators): Promise<Census> {
  const [person] = educators.lowest;
  if (!person) throw new Error('nobody to count with');
  const seen: { readonly step: CountedStep; readonly texts: readonly string[] }[] = [];
  const note = async (step: CountedStep) => {
    seen.push({ step, texts: await contestant.statements() });
  };
  for (let time = 0; time < 3; time++) {
    driver.rest();
    await contestant.statements();
    const tokens = await driver.login(person, note);
    await driver.refresh(tokens);
    await note('refresh');
  }
  const fewest = (step: CountedStep) =>
    seen
      .filter((one) => one.step === step)
      .map(({ texts }) => texts)
      .reduce((least, texts) => (texts.length < least.length ? texts : least));
  return {
    authorize: fewest('authorize'),
    page: fewest('page'),
    password: fewest('password'),
    resume: fewest('resume'),
    code: fewest('code'),
    refresh: fewest('refresh'),
  };
}

const boundary = /^(begin|commit|rollback)\b/i;

export const statementsOf = (texts: readonly string[]): number =>
  texts.filter((text) => !boundary.test(text)).length;
export const boundariesOf = (texts: readonly string[]): number => texts.length - statementsOf(texts);
