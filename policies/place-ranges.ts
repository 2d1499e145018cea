import { type Network, unknown } from './facts.ts';
import { toNetwork } from './networks.ts';
import { parseRange, type Range } from './ranges.ts';

/** What is wrong with one line of addresses, as it was typed. */
export interface RangeFault {
  readonly text: string;
  /**
   * `too-wide`: no centre holds so many addresses. `too-narrow`: of an IPv6 address only the first half is ever observed,
   * and a range of less than that holds nobody.
   */
  readonly kind: 'unreadable' | 'too-wide' | 'too-narrow';
}

/** What somebody may well mean, and had better mean. */
export interface RangeDoubt {
  readonly text: string;
  readonly kind: 'wide';
  /** How many addresses it holds, or networks when they are IPv6. */
  readonly holds: number;
}

export interface TypedRanges {
  /** As they are stored: each once, in the order in which they were typed. */
  readonly ranges: readonly string[];
  readonly faults: readonly RangeFault[];
  readonly doubts: readonly RangeDoubt[];
}

export const mostRanges = 50;

/** A provider hands whole streets a /16, and a whole country's subscribers a /32. */
const widest = { 4: 16, 6: 32 } as const;
/** What one centre is given at the most, as a rule. */
const usual = { 4: 24, 6: 48 } as const;

/** Several address ranges, one a line or apart by commas or spaces; what cannot be read is told line by line. */
export function readTypedRanges(typed: string): TypedRanges {
  const texts = [...new Set(typed.split(/[\s,;]+/).filter((text) => text !== ''))];
  const read = texts.map((text) => ({ text, range: readRange(text) }));
  const faults = read.flatMap(({ text, range }): readonly RangeFault[] =>
    typeof range === 'string' ? [{ text, kind: range }] : [],
  );
  const ranges = read.flatMap(({ range }) => (typeof range === 'string' ? [] : [range]));
  return {
    ranges: [...new Set(ranges.map(plainText))],
    faults,
    doubts: ranges.flatMap(doubtOf),
  };
}

function readRange(text: string): Range | RangeFault['kind'] {
  const range = parseRange(text);
  if (range === unknown) return 'unreadable';
  if (range.prefix < widest[range.family]) return 'too-wide';
  if (range.prefix <= 64) return range;
  // A single address stands for its network, which is all that is observed of it.
  const network = text.includes('/') ? unknown : toNetwork(text);
  const whole = network === unknown ? unknown : parseRange(network);
  return whole === unknown ? 'too-narrow' : whole;
}

/** A range of one address is that address. */
const plainText = ({ family, prefix, text }: Range): string =>
  family === 4 && prefix === 32 ? text.replace('/32', '') : text;

function doubtOf(range: Range): readonly RangeDoubt[] {
  const { family, prefix } = range;
  if (prefix >= usual[family]) return [];
  return [{ text: range.text, kind: 'wide', holds: 2 ** ((family === 4 ? 32 : 64) - prefix) }];
}

/** An address of each range, to ask whose it is: the first that it holds. */
export function firstNetworkOf(range: string): Network | undefined {
  const network = toNetwork(range.replace(/\/\d+$/, ''));
  return network === unknown ? undefined : network;
}
