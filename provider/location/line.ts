import { unknown } from '../../policies/facts.ts';
import type { LineKind } from '../../policies/travel.ts';
import type { Line } from './location.ts';

/** What a database says of the owner of an address. The traits are MaxMind's paid ones, and mostly absent. */
export interface RawLine {
  readonly owner: string | undefined;
  readonly ownerNumber: number | undefined;
  readonly connectionType: string | undefined;
  readonly anonymous: boolean;
}

export function lineOf(raw: RawLine): Line {
  const owner = raw.owner
    ?.replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 80);
  const ownerNumber = Number.isSafeInteger(raw.ownerNumber) ? raw.ownerNumber : undefined;
  return {
    owner: owner ? owner : unknown,
    ownerNumber: ownerNumber ?? unknown,
    kind: kindOf({ ...raw, ownerNumber }),
  };
}

/** An owner's name does not tell its telephones from its cables: only what is certain is said. */
function kindOf({ connectionType, anonymous, ownerNumber }: RawLine): LineKind {
  if (anonymous || (ownerNumber !== undefined && sharedOwners.has(ownerNumber))) return 'shared';
  if (connectionType === 'Cellular') return 'mobile';
  if (connectionType === 'Cable/DSL' || connectionType === 'Corporate') return 'fixed';
  return ownerNumber !== undefined && mobileOwners.has(ownerNumber) ? 'mobile' : unknown;
}

/** Carriers whose number serves telephones alone. */
const mobileOwners: ReadonlySet<number> = new Set([
  36522, // Bell Mobility
  21928, // T-Mobile USA
  20057, // AT&T Mobility
  22394, // Verizon Wireless
  6167, // Verizon Wireless
]);

/** Relays, anonymizing services and machines for hire: behind their addresses stands anyone, from anywhere. */
const sharedOwners: ReadonlySet<number> = new Set([
  13335, // Cloudflare, and what it carries of iCloud Private Relay
  36183, // Akamai, likewise
  54113, // Fastly, likewise
  9009, // M247
  60068, // Datacamp (CDN77)
  212238, // Datacamp
  14061, // DigitalOcean
  16276, // OVH
  24940, // Hetzner
  20473, // Vultr
  63949, // Linode
  14618, // Amazon
  16509, // Amazon
  396982, // Google Cloud
  8075, // Microsoft
  31898, // Oracle Cloud
  45102, // Alibaba Cloud
]);
