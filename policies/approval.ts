import type { Reason, ReasonKind } from './decision.ts';
import type { ApprovalFacts, BrowserId, DeviceId, UserId } from './facts.ts';
import type { Rule } from './rules.ts';
import type { LineKind } from './travel.ts';

/** Lengths of section 6 of the design unless said otherwise, in milliseconds. */
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long an approval may still let its person in, once (section 5, step 7). */
export const approvalLifetime = 24 * hour;
export const requestLifetime = 60 * day;
/** How long a waiting page continues by itself after its wait began (section 4, step 5). */
export const waitContinuesFor = 60 * minute;
export const waitContinuesOnSharedDeviceFor = 15 * minute;
/** A link answers only while a waiting page was seen this recently. */
export const linkNeedsWaiterWithin = 10 * minute;
export const refusedThisTimeFor = 15 * minute;
export const triesPerLink = 5;
export const openRequestsPerPerson = 3;

export type RequestStatus = 'pending' | 'approved' | 'refused' | 'cancelled' | 'expired' | 'superseded';
export type Duration = 'always' | 'today' | '30-days' | 'until-date';
/** `person-device`: this person with this machine; `device`: everyone with it. Both stay until somebody ends them. */
export type RefusalScope = 'this-time' | 'person-device' | 'device';

/** What a rule says before it has an id. */
export type RuleTerms = Omit<Rule, 'id'>;

export function isFresh({ decidedAt }: ApprovalFacts, at: number): boolean {
  return at - decidedAt < approvalLifetime;
}

/** All instants are milliseconds UTC; days end at midnight in the organization's time zone. */
export function validUntil(
  at: number,
  duration: Duration,
  ends: { readonly ofToday: number; readonly ofDate: number },
): Rule['validUntil'] {
  switch (duration) {
    case 'always':
      return 'always';
    case 'today':
      return ends.ofToday;
    case '30-days':
      return at + 30 * day;
    case 'until-date':
      return ends.ofDate;
  }
}

/** When « Refuser cette fois » ends by itself. */
export const refusedUntil = (decidedAt: number): number => decidedAt + refusedThisTimeFor;

/** « Refuser »: this person with this browser for a quarter of an hour, or for good; or everyone with the machine. */
export function ruleOfRefusal(
  refused: { readonly userId: UserId; readonly browserId: BrowserId; readonly deviceId: DeviceId },
  scope: RefusalScope,
  at: number,
): RuleTerms {
  const { userId, browserId, deviceId } = refused;
  const conditions = scope === 'device' ? { deviceId } : { userId, browserId };
  const until = scope === 'this-time' ? refusedUntil(at) : 'always';
  return { effect: 'deny', conditions, validFrom: 'always', validUntil: until };
}

/** What makes a request one that nobody answers at a glance: the code is typed, whoever answers and however. */
export interface RiskFacts {
  readonly reasons: readonly Reason[];
  /** Perhaps two browsers wait under one name. */
  readonly disputed: boolean;
  readonly line: LineKind;
  /** How many other requests of this person wait. */
  readonly others: number;
  /** Whether this person was let in before, and never from this country. */
  readonly newCountry: boolean;
}

const riskyReasons: readonly ReasonKind[] = ['impossible-travel', 'changed-key', 'unproven-browser'];

export function isRisky({ reasons, disputed, line, others, newCountry }: RiskFacts): boolean {
  if (disputed || line === 'shared' || others > 0 || newCountry) return true;
  return reasons.some(({ kind }) => riskyReasons.includes(kind));
}

export interface AnswerFacts {
  readonly at: number;
  /** The role of whoever answers, now, in the organization of the request. */
  readonly role: 'administration' | 'none';
  readonly askerIsThisBrowser: boolean;
  readonly askerIsThisPerson: boolean;
  readonly requestStatus: RequestStatus;
  readonly expiresAt: number;
  /** When a waiting page of this request was last seen. */
  readonly lastWaitedAt: number;
  /** Wrong codes typed under this link so far. */
  readonly attempts: number;
  readonly proof: 'session' | 'link';
}

export type MayAnswer =
  | 'ok'
  | 'not-yours'
  | 'answered'
  | 'cancelled'
  | 'superseded'
  | 'expired'
  | 'own-browser'
  | 'worn-out'
  | 'nobody-waiting';

/** Ensures that who may not answer learns nothing of the request, and that who may is told what became of it first. */
export function mayAnswer(facts: AnswerFacts): MayAnswer {
  if (facts.role !== 'administration' || facts.askerIsThisPerson) return 'not-yours';
  const open = mayStillBeAnswered(facts);
  if (open !== 'ok') return open;
  if (facts.askerIsThisBrowser) return 'own-browser';
  return facts.proof === 'session' ? 'ok' : mayAnswerByLink(facts);
}

function mayStillBeAnswered({ requestStatus, expiresAt, at }: AnswerFacts): MayAnswer {
  switch (requestStatus) {
    case 'pending':
      return at < expiresAt ? 'ok' : 'expired';
    case 'approved':
    case 'refused':
      return 'answered';
    case 'cancelled':
    case 'superseded':
    case 'expired':
      return requestStatus;
  }
}

function mayAnswerByLink({ attempts, lastWaitedAt, at }: AnswerFacts): MayAnswer {
  if (attempts >= triesPerLink) return 'worn-out';
  return at - lastWaitedAt <= linkNeedsWaiterWithin ? 'ok' : 'nobody-waiting';
}
