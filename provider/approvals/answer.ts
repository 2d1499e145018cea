import { answerRequest, setRequestRule, withdrawApproval } from '../../db/answered-requests.ts';
import type { ApprovalRequest } from '../../db/approval-requests.ts';
import { adoptKey, giveUpKey } from '../../db/browser-keys.ts';
import { deviceOf, findDevice } from '../../db/devices.ts';
import { endGrantsOf, endGrantsOfBrowsers } from '../../db/grants.ts';
import { writeJournal } from '../../db/journal.ts';
import type { Connection } from '../../db/open.ts';
import { addNotices } from '../../db/outbox.ts';
import { addRule, endRule } from '../../db/rules.ts';
import { announceAnswer } from '../../db/wake.ts';
import { type Duration, type RefusalScope, type RuleTerms, ruleOfRefusal } from '../../policies/approval.ts';
import { ruleOfApproval, type Scope, scopesOf } from '../../policies/approval-scopes.ts';
import type { UserId } from '../../policies/facts.ts';
import { type ActNeeds, change } from '../acts/index.ts';
import { type LookUpWhereabouts, ownDevice, type WhereaboutsOf } from '../rules/index.ts';
import { readAsked } from './asked.ts';

export interface Answer {
  readonly request: ApprovalRequest;
  readonly answer: 'approve' | 'refuse';
  readonly by: UserId | 'operator';
  readonly how: 'link' | 'session' | 'operator';
  readonly duration: Duration;
  /** How far an approval reaches; `proposed`: what the page would propose. */
  readonly scope: Scope | 'proposed';
  /** The instant at which `duration` ends, in milliseconds UTC. */
  readonly validUntil: number | 'always';
  readonly refusal: RefusalScope;
  readonly at: number;
}

/**
 * `late`: somebody answered first, or the request is over. `not-yours`: the role was withdrawn meanwhile.
 * `locks-out`: a refusal of the machine for everyone would have been the end of every administrator's way in.
 */
export type Answered = 'done' | 'late' | 'not-yours' | 'locks-out';

export interface AnswerNeeds extends ActNeeds {
  readonly whereaboutsOf: WhereaboutsOf;
}

/**
 * One answer wins. The status, the rule, the journal and the notices are written in one transaction, or not at all;
 * the status comes first, so that of two administrators the second writes nothing.
 * No guard holds back an answer about this one person: an authorization locks nobody out, and a stranger must be refused whatever follows.
 */
export async function answer(needs: AnswerNeeds, given: Answer): Promise<Answered> {
  // Looked up before: a transaction may hold the only connection.
  const whereabouts = await needs.whereaboutsOf(given.request.organizationId);
  const outcome = await change<'done' | 'late'>(needs, {
    organizationId: given.request.organizationId,
    by: given.by,
    at: given.at,
    guard: given.answer === 'refuse' && given.refusal === 'device' ? 'guarded' : 'may-lock-out',
    act: async ({ transaction }) => {
      const { request, at, by, how } = given;
      const status = given.answer === 'approve' ? 'approved' : 'refused';
      const decidedBy = by === 'operator' ? null : by;
      if (!(await answerRequest(transaction, request.id, { status, by: decidedBy, how, ruleId: null, at })))
        return 'late';
      const scope = await writeRule(transaction, whereabouts, given);
      await writeJournal(transaction, {
        organizationId: request.organizationId,
        actor: by,
        action: `approval.${status}`,
        subject: request.userId,
        after: { requestId: request.id, how, duration: given.duration, scope },
        at,
      });
      await addNotices(
        transaction,
        [
          {
            kind: `connection-${status}`,
            organizationId: request.organizationId,
            userId: request.userId,
            approvalRequestId: request.id,
          },
        ],
        at,
      );
      await announceAnswer(transaction);
      return 'done';
    },
  });
  if (outcome.kind === 'done') return outcome.result;
  return outcome.kind === 'stale' ? 'late' : outcome.kind;
}

/** The rule of an answer, and the key that goes with an approval; says how far it reaches. What a refusal is about ends. */
async function writeRule(
  transaction: Connection,
  whereabouts: LookUpWhereabouts,
  given: Answer,
): Promise<Scope | RefusalScope | 'once'> {
  const { request, by, at } = given;
  const { organizationId, browserId, offeredKey } = request;
  const { scope, terms } =
    given.answer === 'refuse'
      ? await termsOfRefusal(transaction, given)
      : await termsOfApproval(transaction, whereabouts, given);
  // What is allowed for a while gives no key for ever.
  if (given.answer === 'approve' && given.duration === 'always' && offeredKey !== 'none')
    await adoptKey(transaction, { organizationId, browserId, key: offeredKey, requestId: request.id, at });
  if (terms === 'none') return 'once';
  const ruleId = await addRule(transaction, {
    ...terms,
    organizationId,
    origin: given.answer === 'approve' ? 'approval' : 'refusal',
    createdBy: by === 'operator' ? null : by,
    at,
  });
  await setRequestRule(transaction, request.id, ruleId);
  return scope;
}

async function termsOfRefusal(
  transaction: Connection,
  { request, refusal, at }: Answer,
): Promise<{ readonly scope: RefusalScope; readonly terms: RuleTerms }> {
  const { organizationId, userId, browserId } = request;
  // A rule names a device that is written down.
  const deviceId =
    refusal === 'device'
      ? await deviceOf(transaction, { organizationId, browserId, at })
      : ownDevice(browserId);
  if (refusal === 'person-device')
    await endGrantsOfBrowsers(transaction, organizationId, [browserId], userId);
  if (refusal === 'device') {
    const device = await findDevice(transaction, organizationId, deviceId);
    await endGrantsOfBrowsers(transaction, organizationId, device?.browserIds ?? [browserId]);
  }
  return { scope: refusal, terms: ruleOfRefusal({ userId, browserId, deviceId }, refusal, at) };
}

async function termsOfApproval(
  transaction: Connection,
  whereabouts: LookUpWhereabouts,
  { request, at, validUntil, scope: wanted }: Answer,
): Promise<{ readonly scope: Scope; readonly terms: RuleTerms | 'none' }> {
  const { organizationId, browserId } = request;
  const askedFor = await readAsked(transaction, whereabouts, { organizationId, requests: [request], at });
  const asked = askedFor(request);
  const offered = scopesOf(asked);
  // What is no longer on offer is nothing wider than here.
  const scope = wanted === 'proposed' ? offered[0] : offered.includes(wanted) ? wanted : 'here';
  // A rule names a device that is written down.
  const deviceId =
    scope === 'team-here' ? await deviceOf(transaction, { organizationId, browserId, at }) : asked.deviceId;
  const terms = ruleOfApproval({ ...asked, deviceId }, scope, validUntil);
  return { scope, terms };
}

/** `locks-out`: it was some administrator's only way in, and stands. */
export type Withdrawn = Answered;

/** « Annuler », after an approval: the authorization ends, and with it what was given under it. */
export async function withdraw(
  needs: ActNeeds,
  withdrawal: { readonly request: ApprovalRequest; readonly by: UserId; readonly at: number },
): Promise<Withdrawn> {
  const { request, by, at } = withdrawal;
  const { organizationId, userId } = request;
  const outcome = await change<'done' | 'late'>(needs, {
    organizationId,
    by,
    at,
    act: async ({ transaction }) => {
      const withdrawn = await withdrawApproval(transaction, request.id, { by, at });
      if (withdrawn === 'late') return 'late';
      await giveUpKey(transaction, request.id);
      if (withdrawn.ruleId !== null) await endRule(transaction, { id: withdrawn.ruleId, organizationId, at });
      await endGrantsOf(transaction, userId, organizationId);
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'approval.withdrawn',
        subject: userId,
        after: { requestId: request.id },
        at,
      });
      return 'done';
    },
  });
  if (outcome.kind === 'done') return outcome.result;
  return outcome.kind === 'stale' ? 'late' : outcome.kind;
}
