import { figure, table } from '../decisions/table.ts';
import { median, percentile } from '../statistics.ts';
import type { Census } from './fill.ts';
import type { Page } from './served.ts';

export interface Measured {
  readonly what: string;
  readonly pages: readonly Page[];
}

const longest = 50;
const mostTimes = 2;

export function censusTable(all: ReadonlyMap<string, Census>): string {
  const rows = [...all].map(([alias, { people, connections, sightings, rules, signIns }]) => [
    alias,
    ...[people, connections, sightings, rules, signIns].map((count) => count.toLocaleString('en')),
  ]);
  return table([['', 'people', 'connections', 'sightings', 'rules', 'sign-ins'], ...rows]);
}

export interface Summary {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** Without the time that other programs had the cores: at the most what it is where nothing else runs. */
  readonly undisturbed: { readonly p50: number; readonly p95: number };
}

export function summarize({ pages }: Measured): Summary {
  const times = pages.map(({ milliseconds }) => milliseconds);
  const undisturbed = pages.map(({ milliseconds, waitedMilliseconds }) => milliseconds - waitedMilliseconds);
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    max: percentile(times, 1),
    undisturbed: { p50: percentile(undisturbed, 0.5), p95: percentile(undisturbed, 0.95) },
  };
}

export function pageTable(all: readonly Measured[]): string {
  const rows = all.map((measured) => {
    const { p50, p95, max, undisturbed } = summarize(measured);
    const inDatabase = measured.pages.map(({ statements }) =>
      statements.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    );
    const count = measured.pages.length.toLocaleString('en');
    const all = [p50, p95, max, undisturbed.p50, undisturbed.p95, median(inDatabase)];
    return [measured.what, ...all.map(figure), count];
  });
  return table([
    ['server ms', 'p50', 'p95', 'max', 'undisturbed p50', 'p95', 'statements, sum p50', 'timed'],
    ...rows,
  ]);
}

/** Of each statement by its name, both organizations side by side. */
export function statementTable(big: Measured, small: Measured): string {
  const names = [
    ...new Set([...big.pages, ...small.pages].flatMap(({ statements }) => statements.map(nameIn))),
  ];
  const rows = names.map((name) => [name, ...[big, small].flatMap((one) => figuresOf(one, name))]);
  return table([['statement, ms', 'big p50', 'big p95', 'small p50', 'small p95'], ...rows]);
}

const nameIn = ({ name }: Page['statements'][number]): string => name;

function figuresOf({ pages }: Measured, wanted: string): readonly string[] {
  const times = pages.flatMap(({ statements }) =>
    statements.flatMap(({ name, milliseconds }) => (name === wanted ? [milliseconds] : [])),
  );
  return [figure(median(times)), figure(percentile(times, 0.95))];
}

/** What issue 4 asks of the first page. */
export function aims(big: Measured, small: Measured) {
  const [one, other] = [summarize(big), summarize(small)];
  const aim = (text: string, found: string, holds: boolean) => ({
    aim: text,
    found,
    verdict: holds ? 'holds' : 'DOES NOT HOLD',
  });
  const times = (share: 'p50' | 'p95') => one[share] / other[share];
  const undisturbed = (share: 'p50' | 'p95') => one.undisturbed[share] / other.undisturbed[share];
  return [
    aim(
      `p95 under ${longest} ms of server time`,
      `${figure(one.p95)} ms; undisturbed ${figure(one.undisturbed.p95)} ms`,
      one.p95 < longest,
    ),
    ...(['p50', 'p95'] as const).map((share) =>
      aim(
        `at most ${mostTimes} times the page at 1,000 sign-ins, ${share}`,
        `${figure(times(share))} times; undisturbed ${figure(undisturbed(share))} times`,
        times(share) <= mostTimes,
      ),
    ),
  ];
}

export const aimTable = (found: ReturnType<typeof aims>): string =>
  table(found.map(({ aim, found: figures, verdict }) => [aim, figures, verdict]));
