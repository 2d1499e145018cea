import { type Unknown, unknown } from './facts.ts';
import { addressIn, match, type ReadyFacts, type ReadyRule } from './match.ts';
import { fileNumber, observableLength } from './prefixes.ts';
import type { Range } from './ranges.ts';
import type { Condition } from './rules.ts';

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
  /** The rules above as if they had no such condition: where its fact is unknown, any of them may be meant. */
  readonly whereUnknown: () => Files;
  /** The rules without this condition. */
  readonly others: Files;
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

const rangeOf = ({ wanted }: ReadyRule): Range | undefined =>
  typeof wanted.network === 'object' ? wanted.network : undefined;

interface Search {
  readonly facts: ReadyFacts;
  readonly wanted: 'matches' | 'undecided';
}
type Found = ReadyRule | undefined;

/** Of the rules that match, or of those that are undecided, the one whose id comes first. */
export const findRule = (files: Files, facts: ReadyFacts, wanted: Search['wanted']): Found =>
  find(files, { facts, wanted }, undefined);

function find(files: Files, search: Search, found: Found): Found {
  let best = found;
  let part = files;
  while (part.kind === 'branch') {
    if (best && best.position <= part.first) return best;
    best = findFiled(part, search, best);
    part = part.others;
  }
  return findInLeaf(part, search, best);
}

function findInLeaf({ rules }: Leaf, { facts, wanted }: Search, found: Found): Found {
  for (const rule of rules) {
    if (found && found.position <= rule.position) return found;
    if (match(rule, facts).kind === wanted) return rule;
  }
  return found;
}

function findFiled(branch: Branch, search: Search, found: Found): Found {
  const { facts } = search;
  switch (branch.filing) {
    case 'role':
      return findUnderAny(branch, facts.membership === 'none' ? [] : facts.membership.roles, search, found);
    case 'placeId':
      return findUnderPlaces(branch, search, found);
    case 'network':
      return findUnderNetwork(branch, search, found);
    case 'applicationId':
      return findUnder(branch, facts.application.id, search, found);
    case 'deviceId':
      return findUnder(branch, facts.device.id, search, found);
    case 'deviceKind':
      return findUnder(branch, facts.device.kind, search, found);
    default:
      return findUnder(branch, facts[branch.filing], search, found);
  }
}

/** What is unknown makes no rule match, and may leave any rule undecided. */
function findUnder(branch: Branch, value: string | Unknown, search: Search, found: Found): Found {
  if (value === unknown)
    return search.wanted === 'undecided' ? find(branch.whereUnknown(), search, found) : found;
  const part = branch.byValue.get(value);
  return part ? find(part, search, found) : found;
}

function findUnderAny(branch: Branch, values: readonly string[], search: Search, found: Found): Found {
  let best = found;
  for (const value of values) best = findUnder(branch, value, search, best);
  return best;
}

function findUnderPlaces(branch: Branch, search: Search, found: Found): Found {
  const { places } = search.facts;
  if (places === unknown) return findUnder(branch, unknown, search, found);
  return findUnderAny(branch, places.perhaps, search, findUnderAny(branch, places.inside, search, found));
}

function findUnderNetwork(branch: Branch, search: Search, found: Found): Found {
  let best = findUnder(branch, search.facts.network, search, found);
  if (branch.byRange.length === 0) return best;
  const address = addressIn(search.facts);
  if (address === unknown) return findUnder(branch, unknown, search, best);
  for (const { family, length, byNumber } of branch.byRange) {
    const part = family === address.family ? byNumber.get(fileNumber(family, address, length)) : undefined;
    if (part) best = find(part, search, best);
  }
  return best;
}
