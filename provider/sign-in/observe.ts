import type { Context } from 'koa';
import { type Network, type Unknown, unknown } from '../../policies/facts.ts';
import type { Sighting } from '../../policies/recognition.ts';
import type { ClientHints } from '../../policies/recognition-hints.ts';
import type { Location } from '../location/index.ts';
import { browserTokenHash } from './browser-cookie.ts';

/** The live request, never what an earlier one claimed. */
export interface Observed {
  readonly browserTokenHash: string | undefined;
  readonly network: Network | Unknown;
  readonly location: Location;
  /** One clean line. */
  readonly userAgent: string;
  readonly clientHints: ClientHints;
}

export interface Observers {
  readonly networkOf: (ctx: Context) => Network | Unknown;
  readonly locate: (network: Network | Unknown) => Location;
}

export function observe(ctx: Context, { networkOf, locate }: Observers): Observed {
  const network = networkOf(ctx);
  return {
    browserTokenHash: browserTokenHash(ctx),
    network,
    location: locate(network),
    userAgent: printable(ctx.get('User-Agent')),
    clientHints: {
      brands: hint(ctx, 'Sec-CH-UA'),
      platform: hint(ctx, 'Sec-CH-UA-Platform'),
      mobile: hint(ctx, 'Sec-CH-UA-Mobile'),
      model: hint(ctx, 'Sec-CH-UA-Model'),
    },
  };
}

/** Which browser this says it is: `touchPoints` comes from its sign-in page, the rest from the request. */
export const sightingOf = (
  { userAgent, clientHints }: Pick<Observed, 'userAgent' | 'clientHints'>,
  touchPoints: number | Unknown,
  application: Sighting['application'],
): Sighting => ({ userAgent, clientHints, touchPoints, application });

const hint = (ctx: Context, name: string): string | Unknown => printable(ctx.get(name)) || unknown;

/** A header as one clean line: what is kept of a hostile one cannot break a log or a page. */
const printable = (header: string): string => header.slice(0, 512).replace(/[^\x20-\x7e]/g, '?');
