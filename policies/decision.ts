import type { ApprovalRequestId, RuleId } from './facts.ts';
import type { Condition } from './rules.ts';

export type Outcome = 'allow' | 'ask' | 'deny';

/** Why a decision is what it is: one member for each way of section 5 of the design. A view puts it into words. */
export type Reason =
  | { readonly kind: 'account-disabled' }
  | { readonly kind: 'parent' }
  | { readonly kind: 'no-child-record' }
  | { readonly kind: 'no-membership' }
  | { readonly kind: 'access-never' }
  | { readonly kind: 'role-missing' }
  | { readonly kind: 'device-stolen' }
  | { readonly kind: 'padlock-open' }
  | { readonly kind: 'own-page' }
  | { readonly kind: 'access-always' }
  | { readonly kind: 'refused'; readonly ruleId: RuleId }
  | { readonly kind: 'approved'; readonly requestId: ApprovalRequestId }
  | { readonly kind: 'impossible-travel'; readonly kilometers: number; readonly hours: number }
  | { readonly kind: 'refusal-undecided'; readonly ruleId: RuleId; readonly unknown: Condition }
  | { readonly kind: 'authorized'; readonly ruleId: RuleId }
  | { readonly kind: 'approved-elsewhere'; readonly requestId: ApprovalRequestId }
  | { readonly kind: 'unproven-browser' }
  | { readonly kind: 'changed-key' }
  | { readonly kind: 'new-browser' }
  | { readonly kind: 'new-network' }
  | { readonly kind: 'not-authorized' };

export type ReasonKind = Reason['kind'];

export interface Decision {
  readonly outcome: Outcome;
  readonly policyVersion: number;
  readonly reasons: readonly [Reason, ...Reason[]];
}
