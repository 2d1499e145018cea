import { unknown } from './facts.ts';
import type { ReadyRule } from './match.ts';
import { fileNumber, observableLength } from './prefixes.ts';
import type { Range } from './ranges.ts';
import type { Condition } from './rules.ts';
import type { WeekSpan } from './schedules.ts';

/** What rules are filed under, the most selective first. The other conditions are only tested. */
const filings = [
  'userId',
  'browserId',
  'deviceId',
  'network',
  'placeId',
  'role',
  'applicationId',
  'region',
  'country',
  'browserFamily',
  'deviceKind',
  'schedule',
] as const satisfies readonly Condition[];
type Filing = (typeof filings)[number];

/** So few rules are read faster than filed. */
const few = 8;

/**
 * Rules so filed that a search reads only those that may be found.
 * A file may hold some that its name does not promise: what it holds is always matched.
 */
export type Files = Leaf | Branch;

export interface Leaf {
  readonly kind: 'leaf';
  readonly rules: readonly ReadyRule[];
}

export interface Branch {
  readonly kind: 'branch';
  /** The lowest position below: who has found a lower one need not look here. */
  readonly first: number;
  readonly filing: Filing;
  readonly byValue: ReadonlyMap<string, Files>;
  /** For networks: the rules of ranges, apart by their lengths. */
  readonly byRange: readonly RangeFiles[];
  /** For schedules: the rules of the same hours together, for each is tested once. */
  readonly byHours: readonly HoursFiles[];
  /** The rules above as if they had no such condition: where its fact is unknown, any of them may be meant. */
  readonly whereUnknown: () => Files;
  /** The rules without this condition. */
  readonly others: Files;
}

interface HoursFiles {
  readonly spans: readonly WeekSpan[];
  readonly files: Files;
}

interface RangeFiles {
  readonly family: Range['family'];
  readonly length: number;
  readonly byNumber: ReadonlyMap<number, Files>;
}

/** `rules` are in the order of their positions. */
export function file(rules: readonly ReadyRule[], from = 0): Files {
  const at = filings.findIndex((name, place) => place >= from && rules.some((rule) => isFiled(rule, name)));
  const filing = filings[at];
  const [first] = rules;
  if (rules.length <= few || filing === undefined || !first) return { kind: 'leaf', rules };
  const next: Next = (some) => file(some, at + 1);
  const filed = rules.filter((rule) => isFiled(rule, filing));
  let unnamed: Files | undefined;
  return {
    kind: 'branch',
    first: first.position,
    filing,
    byValue: filesBy(filed, (rule) => nameOf(rule, filing), next),
    byRange: filing === 'network' ? rangeFiles(filed, next) : [],
    byHours: filing === 'schedule' ? hoursFiles(filed, next) : [],
    whereUnknown: () => {
      unnamed ??= next(filed);
      return unnamed;
    },
    others: next(rules.filter((rule) => !isFiled(rule, filing))),
  };
}

type Next = (rules: readonly ReadyRule[]) => Files;

/** What could not be read is filed nowhere: it may concern everyone. */
const isFiled = ({ wanted }: ReadyRule, filing: Filing) =>
  wanted[filing] !== undefined && wanted[filing] !== unknown;

function nameOf({ wanted }: ReadyRule, filing: Filing): string | undefined {
  const value = wanted[filing];
  return typeof value === 'object' ? undefined : value;
}

function filesBy<Name>(
  rules: readonly ReadyRule[],
  name: (rule: ReadyRule) => Name | undefined,
  next: Next,
): ReadonlyMap<Name, Files> {
  const files = new Map<Name, Files>();
  for (const [value, some] of Map.groupBy(rules, name)) {
    if (value !== undefined) files.set(value, next(some));
  }
  return files;
}

function rangeFiles(rules: readonly ReadyRule[], next: Next): readonly RangeFiles[] {
  const alike = Map.groupBy(rules, (rule) => {
    const range = rangeOf(rule);
    return range && `${range.family}/${observableLength(range)}`;
  });
  return [...alike.values()].flatMap((some) => {
    const [range] = some.flatMap((rule) => rangeOf(rule) ?? []);
    if (!range) return [];
    const { family } = range;
    const length = observableLength(range);
    const number = (rule: ReadyRule) => {
      const bits = rangeOf(rule)?.bits;
      return bits && fileNumber(family, bits, length);
    };
    return [{ family, length, byNumber: filesBy(some, number, next) }];
  });
}

/** Schedules that read the same are one list: the reader shares them. */
const hoursFiles = (rules: readonly ReadyRule[], next: Next): readonly HoursFiles[] =>
  [...Map.groupBy(rules, ({ wanted }) => wanted.schedule)].flatMap(([spans, some]) =>
    typeof spans === 'object' ? [{ spans, files: next(some) }] : [],
  );

const rangeOf = ({ wanted }: ReadyRule): Range | undefined =>
  typeof wanted.network === 'object' ? wanted.network : undefined;
