import { type Block, boundariesOf, type Census, countedSteps, type Load, statementsOf } from './measure.ts';
import type { Assembly } from './servers.ts';
import { median, percentile } from './statistics.ts';

export type Storage = 'memory' | 'sqlite' | 'postgres';

export interface Result {
  readonly assembly: Assembly;
  readonly storage: Storage;
  readonly census: Census | undefined;
  /** One block a round, in the order of the rounds. */
  readonly blocks: Readonly<Record<Load, readonly Block[]>>;
}

export interface Summary {
  readonly perSecond: number;
  readonly cpuMilliseconds: number;
  readonly databaseCpuMilliseconds: number | undefined;
  readonly driverCpuMilliseconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Medians over the rounds; percentiles over every single one. */
export function summarize(blocks: readonly Block[]): Summary {
  const latencies = blocks.flatMap((block) => block.latencies);
  const database = blocks.flatMap(({ databaseCpuMilliseconds }) => databaseCpuMilliseconds ?? []);
  return {
    perSecond: median(blocks.map(({ perSecond }) => perSecond)),
    cpuMilliseconds: median(blocks.map(({ cpuMilliseconds }) => cpuMilliseconds)),
    databaseCpuMilliseconds: database.length === 0 ? undefined : median(database),
    driverCpuMilliseconds: median(blocks.map(({ driverCpuMilliseconds }) => driverCpuMilliseconds)),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
  };
}

/** CPU of one against the other's, compared within each round: the machine drifts for both alike. */
export const cpuRatio = (one: Result, other: Result, load: Load): number =>
  median(
    one.blocks[load].flatMap(({ cpuMilliseconds }, round) => {
      const against = other.blocks[load][round];
      return against ? [cpuMilliseconds / against.cpuMilliseconds] : [];
    }),
  );

const names: Readonly<Record<Assembly, string>> = {
  bare: 'bare oidc-provider',
  'no-gate': 'our adapter, no gate',
  cadenas: 'Cadenas',
};
const nameOf = ({ assembly, storage }: Result): string => `${names[assembly]}, ${storage}`;

const titles: Readonly<Record<Load, string>> = {
  login: 'Full logins without password hashing (argon2 with the least work it can be given)',
  'login-hashed': 'Full logins with password hashing (argon2id, 19 MiB, two passes)',
  refresh: 'Refreshes, each with rotation',
};

export function loadTable(results: readonly Result[], load: Load): string {
  const bare = results.find(({ assembly }) => assembly === 'bare');
  const header = [
    '',
    'per second',
    'CPU ms each',
    '× bare',
    '× no gate',
    'PostgreSQL CPU',
    'p50 ms',
    'p95',
    'p99',
  ];
  const rows = results.map((result) => {
    const { perSecond, cpuMilliseconds, databaseCpuMilliseconds, p50, p95, p99 } = summarize(
      result.blocks[load],
    );
    const withoutGate = counterpart(results, result);
    return [
      nameOf(result),
      perSecond.toFixed(perSecond < 100 ? 1 : 0),
      cpuMilliseconds.toFixed(2),
      bare ? cpuRatio(result, bare, load).toFixed(2) : '–',
      withoutGate ? cpuRatio(result, withoutGate, load).toFixed(2) : '–',
      databaseCpuMilliseconds?.toFixed(2) ?? '–',
      ...[p50, p95, p99].map((milliseconds) => milliseconds.toFixed(1)),
    ];
  });
  return `${titles[load]}\n${table([header, ...rows])}`;
}

const counterpart = (results: readonly Result[], { assembly, storage }: Result): Result | undefined =>
  assembly === 'cadenas'
    ? results.find((one) => one.assembly === 'no-gate' && one.storage === storage)
    : undefined;

export function statementTable(results: readonly Result[]): string {
  const header = ['', ...countedSteps, 'login, whole'];
  const rows = results.flatMap((result) => {
    const { census } = result;
    if (!census) return [];
    const all = loginStatements(census);
    return [[nameOf(result), ...countedSteps.map((step) => counted(census[step])), counted(all)]];
  });
  return `Statements by request (+ BEGIN and COMMIT)\n${table([header, ...rows])}`;
}

const loginStatements = (census: Census): readonly string[] =>
  countedSteps.filter((step) => step !== 'refresh').flatMap((step) => census[step]);

function counted(texts: readonly string[]): string {
  const boundaries = boundariesOf(texts);
  return `${statementsOf(texts)}${boundaries === 0 ? '' : ` + ${boundaries}`}`;
}

/** Every statement of every request, for whoever wants to save one. */
export function statementList(result: Result): string {
  const { census } = result;
  if (!census) return '';
  const lines = countedSteps.flatMap((step) => [
    `  ${step}`,
    ...census[step].map((text) => `    ${text.replace(/\s+/g, ' ').slice(0, 160)}`),
  ]);
  return [nameOf(result), ...lines].join('\n');
}

export interface Aim {
  readonly aim: string;
  readonly found: string;
  readonly holds: boolean;
}

/** What issue 2 aims at, each with what was found. */
export function aims(results: readonly Result[]): readonly Aim[] {
  const bare = results.find(({ assembly }) => assembly === 'bare');
  return results.flatMap((cadenas) => {
    const withoutGate = counterpart(results, cadenas);
    if (!withoutGate) return [];
    return [
      ...statementAim(cadenas, withoutGate),
      ...(['login', 'login-hashed'] as const).map((load) => cpuAim(cadenas, withoutGate, load)),
      ...(bare && cadenas.storage === 'postgres'
        ? (['login', 'login-hashed'] as const).map((load) => bareAim(cadenas, bare, load))
        : []),
    ];
  });
}

function statementAim(cadenas: Result, withoutGate: Result): readonly Aim[] {
  if (!cadenas.census || !withoutGate.census) return [];
  const [whole, plain] = [loginStatements(cadenas.census), loginStatements(withoutGate.census)];
  const added = statementsOf(whole) - statementsOf(plain);
  const boundaries = boundariesOf(whole) - boundariesOf(plain);
  return [
    {
      aim: `${cadenas.storage}: the gate adds at most 4 statements to a login`,
      found: `${added}, and ${boundaries} of BEGIN and COMMIT`,
      holds: added <= 4,
    },
  ];
}

const suffix = (load: Load): string => (load === 'login-hashed' ? 'with hashing' : 'without hashing');

function cpuAim(cadenas: Result, withoutGate: Result, load: Load): Aim {
  const added = (cpuRatio(cadenas, withoutGate, load) - 1) * 100;
  return {
    aim: `${cadenas.storage}, ${suffix(load)}: the gate adds at most 25 % CPU to a login`,
    found: `${added.toFixed(0)} %`,
    holds: added <= 25,
  };
}

function bareAim(cadenas: Result, bare: Result, load: Load): Aim {
  const share = 100 / cpuRatio(cadenas, bare, load);
  return {
    aim: `${cadenas.storage}, ${suffix(load)}: at least 40 % of the bare provider’s logins per CPU second`,
    found: `${share.toFixed(0)} %`,
    holds: share >= 40,
  };
}

export const aimTable = (all: readonly Aim[]): string =>
  `Aims\n${table(all.map(({ aim, found, holds }) => [aim, found, holds ? 'holds' : 'DOES NOT HOLD']))}`;

/** The first column to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}
