import { median, percentile } from '../statistics.ts';
import type { Block } from './child.ts';
import type { Ran, Size } from './compete.ts';
import { type EngineName, engineNames } from './engine.ts';
import type { LookUp } from './look-ups.ts';
import type { TooSlow } from './participant.ts';
import { figure, table } from './table.ts';

export interface Aim {
  readonly aim: string;
  readonly found: string;
  readonly verdict: 'holds' | 'DOES NOT HOLD' | 'not measured';
}

const names: Readonly<Record<EngineName, string>> = {
  cadenas: 'Cadenas',
  'cadenas-unknown': 'Cadenas, something unknown',
  cedar: 'Cedar (wasm)',
  casbin: 'casbin',
};

interface Summary {
  readonly perSecond: number;
  readonly count: number;
  readonly interruptions: number;
  /** In microseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  /** Of each request, its quickest round: what it costs where nobody else has the core or empties its caches. */
  readonly undisturbed99: number;
}

/** The median speed of the rounds; percentiles over every single decision. */
export function summarize({ blocks, requests }: Pick<Ran, 'blocks' | 'requests'>): Summary {
  const latencies = blocks.flatMap((block) => block.latencies);
  return {
    perSecond: median(blocks.map(({ perSecond }) => perSecond)),
    count: latencies.length,
    interruptions: blocks.reduce((sum, block) => sum + block.interruptions, 0),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    p999: percentile(latencies, 0.999),
    undisturbed99: requests === 'all' ? percentile(quickest(blocks), 0.99) : Number.NaN,
  };
}

const quickest = ([first, ...more]: readonly Block[]): readonly number[] =>
  (first?.latencies ?? []).map((latency, request) =>
    more.reduce((least, { latencies }) => Math.min(least, latencies[request] ?? least), latency),
  );

/** How many times faster ours is, compared within each round: the machine drifts for all alike. */
const timesFaster = (ours: Ran, other: Ran): number =>
  median(
    ours.blocks.flatMap(({ perSecond }, round) => {
      const against = other.blocks[round];
      return against ? [perSecond / against.perSecond] : [];
    }),
  );

const timesShorter = (ours: Ran, other: Ran): number => summarize(other).p99 / summarize(ours).p99;

const header = [
  '',
  'load ms',
  'live MB',
  'resident MB',
  'decisions/s',
  'ours ×',
  'p50 µs',
  'p99 µs',
  'ours ×',
  'p99.9 µs',
  'undisturbed p99 µs',
  'timed',
  'interrupted',
];

export function sizeTable({ rules, agreed, engines }: Size): string {
  const ours = ranOf(engines.get('cadenas'));
  const rows = engineNames.flatMap((name) => {
    const ran = engines.get(name);
    return ran ? [[names[name], ...cells(ran, ours)]] : [];
  });
  const { allow, ask, deny } = agreed;
  const title = `${rules.toLocaleString('en')} rules`;
  const sample = `the engines agree on ${allow + ask + deny} requests: ${allow} allow, ${ask} ask, ${deny} deny`;
  return `${title}; ${sample}\n${table([header, ...rows])}`;
}

function cells(ran: Ran | TooSlow, ours: Ran | undefined): readonly string[] {
  if ('tooSlow' in ran) return [`not finished within ${ran.limitSeconds} s`];
  const { perSecond, count, interruptions, p50, p99, p999, undisturbed99 } = summarize(ran);
  return [
    figure(ran.loadMilliseconds),
    figure(ran.memory.live / 1e6),
    figure(ran.memory.resident / 1e6),
    figure(perSecond),
    ours ? figure(timesFaster(ours, ran)) : '–',
    figure(p50),
    figure(p99),
    ours ? figure(timesShorter(ours, ran)) : '–',
    // Of fewer, the last one alone would be told.
    count >= 1000 ? figure(p999) : '–',
    figure(undisturbed99),
    count.toLocaleString('en'),
    interruptions.toLocaleString('en'),
  ];
}

const ranOf = (ran: Ran | TooSlow | undefined): Ran | undefined =>
  ran === undefined || 'tooSlow' in ran ? undefined : ran;

export function lookUpTable(lookUps: readonly LookUp[]): string {
  const rows = lookUps.map(({ name, latencies }) => [
    name,
    figure(percentile(latencies, 0.5)),
    figure(percentile(latencies, 0.99)),
    latencies.length.toLocaleString('en'),
  ]);
  return `Look-ups\n${table([['', 'p50 µs', 'p99 µs', 'timed'], ...rows])}`;
}

const longestDecision = 20;
const longestWarmLookUp = 5;
const timesAhead = 10;

export function aims(sizes: readonly Size[], lookUps: readonly LookUp[]): readonly Aim[] {
  const largest = sizes.find(({ rules }) => rules === 100_000);
  return [
    ...(largest ? decisionAims(largest) : []),
    ...lookUps
      .filter(({ name }) => /^location.*warm$/.test(name))
      .map(({ name, latencies }) => within(name, percentile(latencies, 0.99), longestWarmLookUp)),
  ];
}

function decisionAims({ engines }: Size): readonly Aim[] {
  const ours = ranOf(engines.get('cadenas'));
  if (!ours) return [];
  return engineNames.flatMap((name) => {
    const ran = ranOf(engines.get(name));
    switch (name) {
      case 'cadenas':
      case 'cadenas-unknown':
        return ran ? [p99Aim(name, summarize(ran))] : [];
      default:
        return [
          ahead(`${names[name]}, decisions per second`, ran && timesFaster(ours, ran)),
          ahead(`${names[name]}, p99`, ran && timesShorter(ours, ran)),
        ];
    }
  });
}

function p99Aim(name: EngineName, { p99, undisturbed99 }: Summary): Aim {
  const aim = within(names[name], p99, longestDecision);
  return { ...aim, found: `${aim.found}; undisturbed ${figure(undisturbed99)} µs` };
}

const within = (name: string, found: number, most: number): Aim => ({
  aim: `${name}: p99 under ${most} µs`,
  found: `${figure(found)} µs`,
  verdict: found < most ? 'holds' : 'DOES NOT HOLD',
});

const ahead = (name: string, found: number | undefined): Aim => ({
  aim: `ahead of ${name}: at least ${timesAhead} times`,
  found: found === undefined ? '–' : `${figure(found)} times`,
  verdict: found === undefined ? 'not measured' : found >= timesAhead ? 'holds' : 'DOES NOT HOLD',
});

export const aimTable = (all: readonly Aim[]): string =>
  `Aims, at 100,000 rules\n${table(all.map(({ aim, found, verdict }) => [aim, found, verdict]))}`;
