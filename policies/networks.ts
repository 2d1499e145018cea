import { type Network, type Unknown, unknown } from './facts.ts';

/** No address is longer: 45 characters, and the name of an interface behind a `%`. */
const longest = 80;

/** An IPv4 address as it is, an IPv6 address as its /64 (RFC 5952 text); what is not strictly an address is unknown. */
export function toNetwork(address: string): Network | Unknown {
  if (address.length > longest) return unknown;
  const bytes = parseIPv4(address);
  if (bytes) return branded(bytes.join('.'));
  const groups = parseIPv6(withoutZone(address));
  if (!groups) return unknown;
  return branded(mappedIPv4(groups)?.join('.') ?? `${prefixText(groups)}/64`);
}

/** Loopback, private (RFC 1918, RFC 4193) or link-local: an address that says nothing of a place. */
export function isLocal(network: Network): boolean {
  const bytes = parseIPv4(network);
  if (bytes) return isLocalIPv4(bytes);
  const [first] = parseIPv6(network.replace('/64', '')) ?? [];
  if (first === undefined) return false;
  return network === '::/64' || (first & 0xffc0) === 0xfe80 || (first & 0xfe00) === 0xfc00;
}

function isLocalIPv4([first, second = 0]: readonly number[]): boolean {
  if (first === 10 || first === 127) return true;
  if (first === 172) return second >= 16 && second <= 31;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}

/** Four decimal numbers; a leading zero, which some read as octal, is no number. */
function parseIPv4(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return undefined;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

/** Eight groups of sixteen bits (RFC 4291, section 2.2). */
function parseIPv6(address: string): readonly number[] | undefined {
  const text = withIPv4AsGroups(address);
  const [left = '', right, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const before = toGroups(left);
  const after = toGroups(right ?? '');
  if (!before || !after) return undefined;
  const missing = 8 - before.length - after.length;
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...before, ...Array<number>(missing).fill(0), ...after];
}

function toGroups(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  if (!parts.every((part) => /^[\da-f]{1,4}$/i.test(part))) return undefined;
  return parts.map((part) => Number.parseInt(part, 16));
}

/** `::ffff:1.2.3.4` becomes `::ffff:102:304`; anything else stays, and fails where it must. */
function withIPv4AsGroups(text: string): string {
  const start = text.lastIndexOf(':') + 1;
  const [a, b, c, d] = parseIPv4(text.slice(start)) ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return text;
  return `${text.slice(0, start)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

/** `fe80::1%eth0` is `fe80::1` seen through one of the machine's interfaces (RFC 4007, section 11). */
function withoutZone(text: string): string {
  return text.replace(/%[^%]+$/, '');
}

function mappedIPv4(groups: readonly number[]): readonly number[] | undefined {
  const [high = 0, low = 0] = groups.slice(6);
  if (groups[5] !== 0xffff || groups.slice(0, 5).some((group) => group !== 0)) return undefined;
  return [high >> 8, high & 255, low >> 8, low & 255];
}

/** The four zero groups at the end are always the longest run, the one that `::` stands for. */
function prefixText(groups: readonly number[]): string {
  const prefix = groups.slice(0, 4);
  while (prefix.at(-1) === 0) prefix.pop();
  return `${prefix.map((group) => group.toString(16)).join(':')}::`;
}

/** The one place where a network is made. */
function branded(text: string): Network {
  // A brand has no value of its own: only an assertion can put it on.
  return text as Network;
}
