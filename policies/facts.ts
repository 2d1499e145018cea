/** What is known of one sign-in at the instant it is decided. Plain data, handed in: nothing here looks anything up. */

import type { Family, MachineKind } from './recognition.ts';
import type { Travel } from './travel.ts';

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type OrganizationId = Id<'Organization'>;
export type UserId = Id<'User'>;
export type BrowserId = Id<'Browser'>;
export type DeviceId = Id<'Device'>;
export type PlaceId = Id<'Place'>;
export type ApplicationId = Id<'Application'>;
export type RuleId = Id<'Rule'>;
export type ApprovalRequestId = Id<'ApprovalRequest'>;

/** An IPv4 address or an IPv6 /64, normalized by `networks.ts`. */
export type Network = Id<'Network'>;
/** Addresses that begin alike (CIDR, RFC 4632): `192.0.2.0/24`, as somebody wrote it. */
export type NetworkRange = Id<'NetworkRange'>;
/** Hours of the week, as `schedules.ts` writes them: `mon-fri 06:30-18:00`. */
export type ScheduleText = Id<'Schedule'>;

/** ISO 3166-1 alpha-2: `CA`. */
export type Country = Id<'Country'>;
/** ISO 3166-2, its country included: `CA-QC`. */
export type Region = Id<'Region'>;

/** What could not be observed. It never matches an authorization. */
export const unknown = 'unknown';
export type Unknown = typeof unknown;

/** `enforced`: the gate decides. `exempt`: parents' applications. `members`: one's own page, open to every account. */
export type Gate = 'enforced' | 'exempt' | 'members';
export type Access = 'by_rules' | 'always' | 'never';

export interface MembershipFacts {
  readonly active: boolean;
  readonly access: Access;
  readonly roles: readonly string[];
}

/** The approval of this person and browser that has not let anyone in yet. */
export interface ApprovalFacts {
  readonly requestId: ApprovalRequestId;
  /** Instant of the answer, in milliseconds UTC. */
  readonly decidedAt: number;
  /** The network shown to whoever approved. */
  readonly network: Network | Unknown;
}

/** What earlier sign-ins say of this one; they explain a question, they never answer it. */
export interface HistoryFacts {
  readonly browser: 'new' | 'seen';
  readonly network: 'new' | 'seen';
}

export interface DeviceFacts {
  readonly id: DeviceId | Unknown;
  readonly kind: MachineKind | Unknown;
  readonly status: 'stolen' | 'ordinary' | Unknown;
}

export interface PlaceFacts {
  /** Places that hold the whole of where this may be. */
  readonly inside: readonly PlaceId[];
  /** Places that hold only some of it. */
  readonly perhaps: readonly PlaceId[];
}

export interface SignInFacts {
  /** The instant of the decision, in milliseconds UTC. */
  readonly at: number;
  readonly policyVersion: number;
  readonly account: 'active' | 'disabled';
  readonly userId: UserId;
  /** `role`: the one without which nobody enters, padlock open or not. */
  readonly application: { readonly id: ApplicationId; readonly gate: Gate; readonly role: string | 'any' };
  /** Whether a proven address of this person stands on a child record. */
  readonly parent: 'proven' | 'none';
  readonly membership: MembershipFacts | 'none';
  readonly padlock: 'open' | 'closed';
  readonly browserId: BrowserId | Unknown;
  readonly browserFamily: Family | Unknown;
  /** Whether this browser's key signed a fresh challenge; `changed`: another key did, and it is another browser. */
  readonly proof: 'proven' | 'unproven' | 'changed';
  readonly device: DeviceFacts;
  readonly network: Network | Unknown;
  readonly places: PlaceFacts | Unknown;
  readonly region: Region | Unknown;
  readonly country: Country | Unknown;
  /** The organization's, as the IANA names it. */
  readonly timeZone: string | Unknown;
  /** From where this person last entered to here. */
  readonly travel: Travel;
  readonly approval: ApprovalFacts | 'none';
  readonly history: HistoryFacts;
}

/** Where nothing could be observed. */
export const unobserved = {
  browserFamily: unknown,
  proof: 'unproven',
  device: { id: unknown, kind: unknown, status: unknown },
  network: unknown,
  places: unknown,
  region: unknown,
  country: unknown,
  timeZone: unknown,
  travel: { kind: unknown },
} as const satisfies Partial<SignInFacts>;
