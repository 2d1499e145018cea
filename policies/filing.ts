import { type PlaceFacts, type Unknown, unknown } from './facts.ts';
import { addressIn, type Findings, match, type ReadyFacts, type ReadyRule, weekMinuteOf } from './match.ts';
import { type Address, fileNumber, observableLength } from './prefixes.ts';
import type { Range } from './ranges.ts';
import type { Condition } from './rules.ts';
import { isWithin, type WeekSpan } from './schedules.ts';

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

interface Leaf {
  readonly kind: 'leaf';
  readonly rules: readonly ReadyRule[];
}

interface Branch {
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

/** `known`: where a fact is unknown, the rules that need it are left out. `undecided`: nothing below can match. */
interface Search {
  readonly facts: ReadyFacts;
  readonly among: 'all' | 'known' | 'undecided';
  readonly findings: { -readonly [Kind in keyof Findings]: Findings[Kind] };
}

/** Reads the rules once for everything that a decision asks of them. */
export function search(files: Files, facts: ReadyFacts, among: 'all' | 'known'): Findings {
  const findings = {};
  find(files, { facts, among, findings });
  return findings;
}

function find(files: Files, search: Search): void {
  let part = files;
  while (part.kind === 'branch') {
    if (isBeaten(part.first, search)) return;
    findFiled(part, search);
    part = part.others;
  }
  findInLeaf(part, search);
}

/** Of those that match, the lowest is told; once one does, what is undecided matters to nobody. */
function isBeaten(position: number, { among, findings: { matching, undecided } }: Search): boolean {
  if (matching) return among === 'undecided' || matching.position <= position;
  return among === 'undecided' && undecided !== undefined && undecided.position <= position;
}

function findInLeaf({ rules }: Leaf, search: Search): void {
  const { facts, findings } = search;
  for (const rule of rules) {
    if (isBeaten(rule.position, search)) return;
    const { kind } = match(rule, facts);
    if (kind !== 'unmet') findings[findingOf[kind]] = first(findings[findingOf[kind]], rule);
  }
}

const findingOf = { matches: 'matching', undecided: 'undecided', unproven: 'unproven' } as const;

const first = (one: ReadyRule | undefined, other: ReadyRule): ReadyRule =>
  one && one.position < other.position ? one : other;

function findFiled(branch: Branch, search: Search): void {
  const { facts } = search;
  switch (branch.filing) {
    case 'role':
      if (facts.membership !== 'none') findUnderAny(branch, facts.membership.roles, search);
      break;
    case 'placeId':
      findUnderPlaces(branch, search);
      break;
    case 'network':
      findUnderNetwork(branch, search);
      break;
    case 'schedule':
      findUnderHours(branch, search);
      break;
    case 'applicationId':
      findUnder(branch, facts.application.id, search);
      break;
    case 'deviceId':
      findUnder(branch, facts.device.id, search);
      break;
    case 'deviceKind':
      findUnder(branch, facts.device.kind, search);
      break;
    default:
      findUnder(branch, facts[branch.filing], search);
  }
}

/** What is unknown makes no rule match, and may leave any rule undecided. */
function findUnder(branch: Branch, value: string | Unknown, search: Search): void {
  const part = value === unknown ? partWhereUnknown(branch, search) : branch.byValue.get(value);
  if (part) find(part, value === unknown ? { ...search, among: 'undecided' } : search);
}

const partWhereUnknown = (branch: Branch, { among }: Search): Files | undefined =>
  among === 'known' ? undefined : branch.whereUnknown();

function findUnderAny(branch: Branch, values: readonly string[], search: Search): void {
  for (const value of values) findUnder(branch, value, search);
}

function findUnderPlaces(branch: Branch, search: Search): void {
  const { places } = search.facts;
  if (places === unknown) findUnder(branch, unknown, search);
  else findUnderAny(branch, search.among === 'known' ? places.inside : everywhere(places), search);
}

const everywhere = ({ inside, perhaps }: PlaceFacts) => [...inside, ...perhaps];

function findUnderHours(branch: Branch, search: Search): void {
  const minute = weekMinuteOf(search.facts);
  if (minute === unknown) findUnder(branch, unknown, search);
  else for (const { spans, files } of branch.byHours) if (isWithin(spans, minute)) find(files, search);
}

function findUnderNetwork(branch: Branch, search: Search): void {
  const { network } = search.facts;
  findUnder(branch, network, search);
  const address = branch.byRange.length === 0 || network === unknown ? 'not needed' : addressIn(search.facts);
  if (address === unknown) findUnder(branch, unknown, search);
  if (typeof address === 'object') findUnderRanges(branch, address, search);
}

function findUnderRanges({ byRange }: Branch, address: Address, search: Search): void {
  for (const { family, length, byNumber } of byRange) {
    const part = family === address.family ? byNumber.get(fileNumber(family, address, length)) : undefined;
    if (part) find(part, search);
  }
}
