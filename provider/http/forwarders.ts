import type { Context } from 'koa';
import { type Network, type Unknown, unknown } from '../../policies/facts.ts';
import { forwardedFor, type ReadAddress } from './address.ts';

export interface Forwarders {
  readonly networkOf: (ctx: Context) => Network | Unknown;
  /** Whether, within the last hour, a peer that is no proxy of ours sent a forwarding header. */
  warning(): 'untrusted-forwarder' | 'none';
}

const hour = 60 * 60_000;

/**
 * Reads where requests come from, and notices a proxy that nobody configured: everybody behind it is nowhere.
 * It is logged once an hour: anyone can send such a header, as often as they like.
 */
export function createForwarders(needs: {
  readonly readAddress: ReadAddress;
  readonly now: () => number;
  readonly log: { warn(details: object, message: string): void };
}): Forwarders {
  let seenAt = Number.NEGATIVE_INFINITY;
  let toldAt = Number.NEGATIVE_INFINITY;
  const notice = (peer: string | undefined) => {
    const at = needs.now();
    seenAt = at;
    if (at - toldAt < hour) return;
    toldAt = at;
    needs.log.warn({ peer }, 'a forwarding header came from a peer that is not among `TRUSTED_PROXIES`');
  };
  return {
    networkOf: (ctx) => {
      const peer = ctx.req.socket.remoteAddress;
      const forwarded = forwardedFor(ctx);
      const network = needs.readAddress(peer, forwarded);
      if (network === unknown && forwarded !== undefined && needs.readAddress(peer, undefined) !== unknown)
        notice(peer);
      return network;
    },
    warning: () => (needs.now() - seenAt < hour ? 'untrusted-forwarder' : 'none'),
  };
}
