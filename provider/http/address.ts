import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { type Network, type Unknown, unknown } from '../../policies/facts.ts';
import { toNetwork } from '../../policies/networks.ts';

/** Where a request comes from, or unknown when only a stranger's word says it. */
export type ReadAddress = (peer: string | undefined, forwardedFor: string | undefined) => Network | Unknown;

/**
 * X-Forwarded-For is read from the right, for as long as the speaker is one of our proxies.
 * A header from anyone else makes the location unknown: the peer may be a proxy that nobody configured.
 */
export function addressReader(trustedProxies: readonly string[]): ReadAddress {
  const trusted = new BlockList();
  for (const network of trustedProxies) {
    const [address = '', prefix] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    trusted.addSubnet(
      address,
      prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix),
      family,
    );
  }
  const isTrusted = (address: string): boolean => trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return (peer, forwardedFor) => {
    if (peer === undefined || isIP(peer) === 0) return unknown;
    if (forwardedFor === undefined) return isTrusted(peer) ? unknown : toNetwork(peer);
    if (!isTrusted(peer)) return unknown;
    const chain = forwardedFor.split(',').map((part) => part.trim());
    const client = chain.findLast((address) => isIP(address) === 0 || !isTrusted(address));
    return client === undefined ? unknown : toNetwork(client);
  };
}

/** What a request says of where it was forwarded from; any other such header says that somebody forwarded it, not from where. */
export function forwardedFor({ req }: { readonly req: IncomingMessage }): string | undefined {
  const { 'x-forwarded-for': chain, forwarded, 'x-real-ip': realIp } = req.headers;
  if (chain !== undefined) return String(chain);
  return forwarded !== undefined || realIp !== undefined ? 'unknown' : undefined;
}
