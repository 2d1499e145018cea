import type { Context } from 'koa';
import { spendAttempt } from '../../db/approval-links.ts';
import { type Duration, triesPerLink } from '../../policies/approval.ts';
import { unknown } from '../../policies/facts.ts';
import { requestClosedPage, requestPage } from '../../views/index.ts';
import type { AnswerError, RequestClosed } from '../../views/model.ts';
import { fields } from '../http/forms.ts';
import { endOfDay } from '../http/time.ts';
import type { Answered } from './answer.ts';
import type { ApprovalNeeds } from './needs.ts';
import { resolveVisit, type Visit } from './resolve.ts';

const durations: readonly Duration[] = ['always', 'today', '30-days'];

/** The page of a request. It only reads: scanners follow links, run scripts and submit forms. */
export async function showRequest(ctx: Context, needs: ApprovalNeeds): Promise<void> {
  const visit = await resolveVisit(ctx, needs);
  if (visit === 'sign-in') ctx.redirect(needs.signInHref(ctx.path));
  else show(ctx, needs, visit, 'none');
}

/** « Autoriser », « Refuser »: the code when there is no session, one try spent before it is compared. */
export async function answerRequest(ctx: Context, needs: ApprovalNeeds): Promise<void> {
  const visit = await resolveVisit(ctx, needs);
  if (visit === 'sign-in') {
    ctx.status = 303;
    return ctx.redirect(needs.signInHref(ctx.path));
  }
  if (visit.may !== 'ok') return show(ctx, needs, visit, 'none');
  const { answer, code = '', certain } = fields(ctx);
  if (answer !== 'approve' && answer !== 'refuse') return show(ctx, needs, visit, 'choose');
  if (visit.proof.kind === 'link') {
    if (answer === 'refuse' && certain !== 'yes') return show(ctx, needs, visit, 'tick-box');
    if (answer === 'approve') {
      const error = await checkCode(visit, needs, code);
      if (error !== 'none') return showAgain(ctx, needs, error);
    }
  }
  const { request, administrator, proof } = visit;
  const at = needs.now();
  const given = {
    request,
    answer,
    by: administrator,
    how: proof.kind,
    duration: durationIn(ctx),
    endOfToday: endOfDay(at, visit.about.timeZone),
    at,
  } as const;
  await showOutcome(ctx, needs, visit, await needs.answer(given), answer);
}

/** « Annuler », from the page that says it is done; a session is needed, since the link has served. */
export async function withdrawApproval(ctx: Context, needs: ApprovalNeeds): Promise<void> {
  const visit = await resolveVisit(ctx, needs);
  if (visit !== 'sign-in' && visit.proof.kind === 'session' && visit.may === 'answered')
    await needs.withdraw(visit.request.id, visit.administrator);
  ctx.status = 303;
  ctx.redirect(
    visit === 'sign-in'
      ? needs.signInHref(ctx.path.replace(/\/annuler$/, ''))
      : `/demandes/${visit.reference}`,
  );
}

async function checkCode(
  { request, proof }: Visit,
  needs: ApprovalNeeds,
  typed: string,
): Promise<AnswerError> {
  if (typed.trim() === '') return 'code-missing';
  if (proof.kind !== 'link' || !(await spendAttempt(needs.database, proof.link.id, triesPerLink)))
    return 'code-wrong';
  return needs.derived.isCheckCode(request, typed) ? 'none' : 'code-wrong';
}

/** After a try the link has one less: what may still be done is read again. */
async function showAgain(ctx: Context, needs: ApprovalNeeds, error: AnswerError): Promise<void> {
  const visit = await resolveVisit(ctx, needs);
  if (visit !== 'sign-in') show(ctx, needs, visit, error);
}

async function showOutcome(
  ctx: Context,
  needs: ApprovalNeeds,
  visit: Visit,
  outcome: Answered,
  answer: 'approve' | 'refuse',
): Promise<void> {
  const firstName = visit.about.person.givenName;
  if (outcome === 'late') return showRequest(ctx, needs);
  if (outcome === 'not-yours') return closed(ctx, needs, { kind: 'not-yours' });
  if (answer === 'refuse') return closed(ctx, needs, { kind: 'just-refused', firstName });
  const withdrawAction = visit.proof.kind === 'session' ? `/demandes/${visit.request.id}/annuler` : 'none';
  closed(ctx, needs, { kind: 'just-approved', firstName, withdrawAction });
}

function show(ctx: Context, needs: ApprovalNeeds, visit: Visit, error: AnswerError): void {
  if (visit.may === 'ok') showForm(ctx, needs, visit, error);
  else closed(ctx, needs, closedState(needs, visit, visit.may));
}

function showForm(ctx: Context, needs: ApprovalNeeds, visit: Visit, error: AnswerError): void {
  const { request, about, proof } = visit;
  if (error !== 'none') ctx.status = 422;
  ctx.body = requestPage({
    frame: needs.frame(ctx),
    action: `/demandes/${visit.reference}`,
    person: {
      firstName: about.person.givenName,
      lastName: about.person.familyName,
      jobTitle: about.jobTitle ?? 'none',
    },
    applicationName: about.applicationName,
    organizationName: about.organizationName,
    usedWith: needs.usedWith(about.userAgent),
    firstUse: request.reasons.some(({ kind }) => kind === 'new-browser'),
    network: request.network === unknown ? 'unknown' : request.network,
    openedAt: moment(needs, request.openedAt, about.timeZone),
    repeats: request.repeats,
    reasons: request.reasons.map(({ kind }) => kind),
    proof:
      proof.kind === 'session'
        ? proof
        : {
            kind: 'code',
            triesLeft: triesPerLink - proof.link.attempts,
            signInHref: needs.signInHref(`/demandes/${request.id}`),
          },
    error,
    duration: durationIn(ctx),
  });
}

function closedState(
  needs: ApprovalNeeds,
  { request, about }: Visit,
  may: Exclude<Visit['may'], 'ok'>,
): RequestClosed {
  switch (may) {
    case 'answered':
      return {
        kind: 'answered',
        by: about.deciderName ?? 'operator',
        answer: request.status === 'approved' ? 'approved' : 'refused',
        at: moment(needs, request.decidedAt ?? request.openedAt, about.timeZone),
      };
    case 'worn-out':
    case 'nobody-waiting':
      return { kind: may, signInHref: needs.signInHref(`/demandes/${request.id}`) };
    case 'own-browser':
      return { kind: may, demo: needs.demo };
    case 'not-yours':
    case 'cancelled':
    case 'expired':
    case 'superseded':
      return { kind: may };
  }
}

function closed(ctx: Context, needs: ApprovalNeeds, state: RequestClosed): void {
  ctx.body = requestClosedPage({ frame: needs.frame(ctx), state });
}

function durationIn(ctx: Context): Duration {
  return durations.find((duration) => duration === fields(ctx).duration) ?? 'always';
}

const moment = (needs: ApprovalNeeds, at: number, timeZone: string) => ({ at, now: needs.now(), timeZone });
