import { type Network, type Unknown, unknown } from './facts.ts';
import { toNetwork } from './networks.ts';

/** A range of addresses (CIDR, RFC 4632 and RFC 4291), as its canonical text and in numbers. */
export interface Range {
  /** `198.51.100.0/24`, `2001:db8::/48`: what is stored and shown. */
  readonly text: string;
  readonly family: 4 | 6;
  /** How many leading bits are fixed: 0 to 32, or 0 to 128. */
  readonly prefix: number;
  /** Those bits: all 32 of an IPv4 address, the first 64 of an IPv6 one. */
  readonly bits: Bits;
}

/** Two times 32 bits, as unsigned numbers: what is left of an IPv4 address is nothing. */
export interface Bits {
  readonly high: number;
  readonly low: number;
}

const widths = { 4: 32, 6: 64 } as const;

/** A single address is the range of itself; bits behind the prefix are left out; anything else is unknown. */
export function parseRange(text: string): Range | Unknown {
  const [address = '', suffix, ...more] = text.trim().split('/');
  const network = toNetwork(address);
  if (network === unknown || more.length > 0 || address.includes('%')) return unknown;
  if (suffix !== undefined && !/^(?:0|[1-9]\d{0,2})$/.test(suffix)) return unknown;
  const written = suffix === undefined ? unknown : Number(suffix);
  if (!isIPv6(network)) return rangeOfIPv4(network, address.includes(':'), written);
  const prefix = written === unknown ? 128 : written;
  if (prefix > 128) return unknown;
  return { text: textOfIPv6(address, prefix), family: 6, prefix, bits: masked(bitsOf(network), prefix) };
}

/** `::ffff:198.51.100.0/120` is `198.51.100.0/24`: the first 96 bits only say that it is IPv4. */
function rangeOfIPv4(network: Network, mapped: boolean, written: number | Unknown): Range | Unknown {
  const prefix = written === unknown ? 32 : mapped ? written - 96 : written;
  if (prefix < 0 || prefix > 32) return unknown;
  const bits = masked(bitsOf(network), prefix);
  const bytes = [24, 16, 8, 0].map((shift) => (bits.high >>> shift) & 255);
  return { text: `${bytes.join('.')}/${prefix}`, family: 4, prefix, bits };
}

/** Whether all of a network lies in a range: what is narrower than a /64 never holds a whole one. */
export function rangeContains(range: Range, network: Network): boolean {
  const family = isIPv6(network) ? 6 : 4;
  if (family !== range.family || range.prefix > widths[family]) return false;
  const { high, low } = masked(bitsOf(network), range.prefix);
  return high === range.bits.high && low === range.bits.low;
}

/** What was said of each range that contains a network, the widest first. */
export type LookUpRanges<Said> = (network: Network | Unknown) => readonly Said[];

/** What was said, by the first 32 bits of a range and by the next. */
type SaidByBits<Said> = Map<number, Map<number, Said[]>>;

/**
 * Answers in one step for each length of prefix in use, however many ranges there are:
 * the bits of the network are cut at each of these lengths and looked up.
 */
export function compileRanges<Said>(
  entries: Iterable<readonly [range: Range, said: Said]>,
): LookUpRanges<Said> {
  const lengths = { 4: new Map<number, SaidByBits<Said>>(), 6: new Map<number, SaidByBits<Said>>() };
  for (const [{ family, prefix, bits }, said] of entries) {
    if (prefix > widths[family]) continue;
    const byHigh = entryOf(lengths[family], prefix, () => new Map<number, Map<number, Said[]>>());
    const byLow = entryOf(byHigh, bits.high, () => new Map<number, Said[]>());
    entryOf(byLow, bits.low, () => []).push(said);
  }
  const inOrder = { 4: byLength(lengths[4]), 6: byLength(lengths[6]) };
  return (network) => {
    if (network === unknown) return [];
    const found: Said[] = [];
    const bits = bitsOf(network);
    for (const [prefix, byHigh] of inOrder[isIPv6(network) ? 6 : 4]) {
      const { high, low } = masked(bits, prefix);
      found.push(...(byHigh.get(high)?.get(low) ?? []));
    }
    return found;
  };
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const made = map.get(key) ?? make();
  map.set(key, made);
  return made;
}

const byLength = <Value>(lengths: ReadonlyMap<number, Value>) =>
  [...lengths].toSorted(([one], [other]) => one - other);

const isIPv6 = (network: Network) => network.includes(':');

/** The 32 bits of an IPv4 address, or the 64 bits of the network that an IPv6 address is in. */
function bitsOf(network: Network): Bits {
  if (!isIPv6(network)) {
    const [a = 0, b = 0, c = 0, d = 0] = network.split('.').map(Number);
    return { high: a * 0x1000000 + b * 0x10000 + c * 0x100 + d, low: 0 };
  }
  const [a = 0, b = 0, c = 0, d = 0] = groupsOf(network.slice(0, -'/64'.length));
  return { high: a * 0x10000 + b, low: c * 0x10000 + d };
}

const masked = ({ high, low }: Bits, prefix: number): Bits => ({
  high: cut(high, prefix),
  low: cut(low, prefix - 32),
});

/** The first bits of 32; a shift by 32 would shift by none. */
function cut(bits: number, kept: number): number {
  if (kept <= 0) return 0;
  return kept >= 32 ? bits : ((bits >>> (32 - kept)) << (32 - kept)) >>> 0;
}

/** Of an address that `toNetwork` has read, and therefore found well formed. */
function groupsOf(address: string): readonly number[] {
  const [left = '', right] = withIPv4AsGroups(address).split('::');
  const before = left === '' ? [] : left.split(':');
  const after = right === undefined || right === '' ? [] : right.split(':');
  const missing = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...missing, ...after].map((group) => Number.parseInt(group, 16));
}

function withIPv4AsGroups(address: string): string {
  return address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(':'),
  );
}

/** RFC 5952: lower case, no leading zeros, the longest run of zero groups, the first of equals, as `::`. */
function textOfIPv6(address: string, prefix: number): string {
  const groups = groupsOf(address).map((group, index) => {
    const kept = Math.min(16, Math.max(0, prefix - 16 * index));
    return ((group >> (16 - kept)) << (16 - kept)).toString(16);
  });
  const text = groups.join(':');
  const runs = text.match(/\b0(?::0)+\b/g) ?? [];
  const longest = runs.reduce((kept, run) => (run.length > kept.length ? run : kept), '');
  if (longest === '') return `${text}/${prefix}`;
  const at = ` ${text} `.search(new RegExp(`(?<=[ :])${longest}(?=[ :])`)) - 1;
  const before = text.slice(0, at).replace(/:$/, '');
  const after = text.slice(at + longest.length).replace(/^:/, '');
  return `${before}::${after}/${prefix}`;
}
