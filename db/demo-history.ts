import type { ApprovalRequestId, BrowserId, RuleId, UserId } from '../policies/facts.ts';
import type { NewRequest } from './approval-requests.ts';
import type { BrowserLabels } from './browsers.ts';
import { atOnce } from './demo.ts';
import { seenIn } from './demo-connections.ts';
import { newId } from './ids.ts';
import type { JournalEntry } from './journal.ts';
import type { Connection } from './open.ts';
import type { NewRule } from './rules.ts';
import type { SignIn } from './sign-ins.ts';

export interface DemoBrowser {
  readonly id: BrowserId;
  readonly userAgent: string;
  readonly labels: BrowserLabels;
  readonly at: number;
}
export interface DemoRule extends NewRule {
  readonly id: RuleId;
}
/** A request that was answered. */
export interface DemoRequest extends NewRequest {
  readonly id: ApprovalRequestId;
  readonly asked: readonly UserId[];
  readonly status: 'approved' | 'refused';
  readonly decidedAt: number;
  readonly decidedBy: UserId;
  readonly ruleId: RuleId | null;
  readonly usedAt: number | null;
}
export interface DemoHistory {
  readonly browsers: readonly DemoBrowser[];
  /** Oldest first. */
  readonly signIns: readonly SignIn[];
  readonly rules: readonly DemoRule[];
  readonly requests: readonly DemoRequest[];
  readonly journal: readonly JournalEntry[];
}

/** What a month of sign-ins left, in a few statements; people and organizations are there already. */
export async function saveDemoHistory(transaction: Connection, history: DemoHistory): Promise<void> {
  const insert = (table: string, rows: readonly object[]) =>
    transaction.batchInsert(table, [...rows], atOnce);
  const { connections, sightings, people } = seenIn(history.signIns);
  await insert('browsers', history.browsers.map(browserRow));
  await insert('connections', connections);
  await insert('sightings', sightings);
  await insert('seen_people', people);
  await insert('rules', history.rules.map(ruleRow));
  await insert('approval_requests', history.requests.map(requestRow));
  await insert('approval_links', history.requests.flatMap(linkRows));
  await insert('sign_ins', history.signIns.map(signInRow));
  const pseudonyms = pseudonymsFor(history.journal);
  await insert(
    'pseudonyms',
    [...pseudonyms].map(([user_id, pseudonym]) => ({ user_id, pseudonym })),
  );
  await insert('journal', history.journal.map(journalRow(pseudonyms)));
}

/** No cookie has this hash: these browsers are in the past. */
const browserRow = ({ id, userAgent, labels, at }: DemoBrowser) => ({
  id,
  token_hash: `seed ${id}`,
  user_agent: userAgent,
  ...labels,
  created_at: at,
});

const ruleRow = (rule: DemoRule) => ({
  id: rule.id,
  organization_id: rule.organizationId,
  effect: rule.effect,
  user_id: rule.conditions.userId ?? null,
  browser_id: rule.conditions.browserId ?? null,
  network: rule.conditions.network ?? null,
  place_id: rule.conditions.placeId ?? null,
  region: rule.conditions.region ?? null,
  valid_from: rule.validFrom === 'always' ? null : rule.validFrom,
  valid_until: rule.validUntil === 'always' ? null : rule.validUntil,
  origin: rule.origin,
  created_by: rule.createdBy,
  created_at: rule.at,
});

const requestRow = (request: DemoRequest) => ({
  id: request.id,
  organization_id: request.organizationId,
  user_id: request.userId,
  browser_id: request.browserId,
  application_id: request.applicationId,
  status: request.status,
  network: request.network === 'unknown' ? null : request.network,
  proof: request.proof,
  reasons: JSON.stringify(request.reasons),
  code_key_id: request.codeKeyId,
  opened_at: request.at,
  waited_since: request.at,
  last_waited_at: request.decidedAt,
  expires_at: request.expiresAt,
  decided_at: request.decidedAt,
  decided_by: request.decidedBy,
  decided_how: 'session',
  rule_id: request.ruleId,
  used_at: request.usedAt,
});

const linkRows = ({ id, asked, codeKeyId }: DemoRequest) =>
  asked.map((userId) => ({ id: newId(), approval_request_id: id, user_id: userId, key_id: codeKeyId }));

const signInRow = ({ browserId, network, decision, ...signIn }: SignIn) => ({
  id: newId(),
  organization_id: signIn.organizationId,
  user_id: signIn.userId,
  browser_id: browserId === 'unknown' ? null : browserId,
  application_id: signIn.applicationId,
  network: network === 'unknown' ? null : network,
  outcome: decision.outcome,
  reasons: JSON.stringify(decision.reasons),
  policy_version: decision.policyVersion,
  approval_request_id: signIn.approvalRequestId,
  proof: signIn.proof,
  at: signIn.at,
});

const pseudonymsFor = (journal: readonly JournalEntry[]): ReadonlyMap<string, string> =>
  new Map(journal.flatMap(({ actor, subject }) => [actor, subject]).map((userId) => [userId, newId()]));

const journalRow =
  (pseudonyms: ReadonlyMap<string, string>) =>
  ({ organizationId, actor, action, subject, after, at }: JournalEntry) => ({
    id: newId(),
    organization_id: organizationId,
    at,
    actor: pseudonyms.get(actor),
    action,
    subject: pseudonyms.get(subject),
    after: JSON.stringify(after),
  });
