/** What is known of one sign-in at the instant it is decided. Plain data, handed in: nothing here looks anything up. */

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type OrganizationId = Id<'Organization'>;
export type UserId = Id<'User'>;
export type BrowserId = Id<'Browser'>;
export type ApplicationId = Id<'Application'>;
export type RuleId = Id<'Rule'>;
export type ApprovalRequestId = Id<'ApprovalRequest'>;

/** An IPv4 address or an IPv6 /64, normalized by `networks.ts`. */
export type Network = Id<'Network'>;

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

export interface SignInFacts {
  /** The instant of the decision, in milliseconds UTC. */
  readonly at: number;
  readonly policyVersion: number;
  readonly account: 'active' | 'disabled';
  readonly userId: UserId;
  readonly application: { readonly id: ApplicationId; readonly gate: Gate };
  /** Whether a proven address of this person stands on a child record. */
  readonly parent: 'proven' | 'none';
  readonly membership: MembershipFacts | 'none';
  readonly padlock: 'open' | 'closed';
  readonly browserId: BrowserId | Unknown;
  readonly device: 'stolen' | 'ordinary' | Unknown;
  readonly network: Network | Unknown;
  readonly approval: ApprovalFacts | 'none';
  readonly history: HistoryFacts;
}
