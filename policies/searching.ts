import { type PlaceFacts, type Unknown, unknown } from './facts.ts';
import type { Branch, Files, Leaf } from './filing.ts';
import { addressIn, type Findings, match, type ReadyFacts, type ReadyRule, weekMinuteOf } from './match.ts';
import { type Address, fileNumber } from './prefixes.ts';
import { isWithin } from './schedules.ts';

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
