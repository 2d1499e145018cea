import { type Network, type Unknown, unknown } from './facts.ts';
import type { Bits, Range } from './ranges.ts';

// Ranges as a decision compares them: the network is read once, whatever the number of ranges.

export interface Address extends Bits {
  readonly family: Range['family'];
}

/** Of an IPv4 address all 32 bits, of an IPv6 network its 64; unknown when it is no network of `networks.ts`. */
export function addressOf(network: Network): Address | Unknown {
  const isIPv6 = network.includes(':');
  const [a = 0, b = 0, c = 0, d = 0] = isIPv6 ? groups(network, ':', 16) : groups(network, '.', 10);
  const address: Address = isIPv6
    ? { family: 6, high: a * 0x10000 + b, low: c * 0x10000 + d }
    : { family: 4, high: a * 0x1000000 + b * 0x10000 + c * 0x100 + d, low: 0 };
  return Number.isNaN(address.high + address.low) ? unknown : address;
}

/** Those that `::` stands for, at the end, are zero. */
const groups = (network: Network, separator: string, radix: number) =>
  network
    .replace('::/64', '')
    .split(separator)
    .map((group) => Number.parseInt(group || '0', radix));

/** How many leading bits of a range can be observed: of IPv6, those of a /64. */
export const observableLength = ({ prefix }: Range): number => Math.min(prefix, 64);

/** Whether an address begins as the range does, as far as that can be observed. */
export function beginsAs(range: Range, { family, high, low }: Address): boolean {
  const length = observableLength(range);
  return (
    family === range.family &&
    sameBits(high, range.bits.high, length) &&
    sameBits(low, range.bits.low, length - 32)
  );
}

/** The first so many of 32 bits. A shift by 32 would shift nothing. */
const sameBits = (one: number, other: number, length: number): boolean =>
  length <= 0 || (one ^ other) >>> Math.max(0, 32 - length) === 0;

/** A number that all addresses of a range share, and few others: at most 53 bits, which a number holds exactly. */
export function fileNumber(family: Range['family'], { high, low }: Bits, length: number): number {
  if (family === 4) return Math.floor(high / 2 ** (32 - length));
  return Math.floor((high * 2 ** 21 + (low >>> 11)) / 2 ** Math.max(0, 53 - length));
}
