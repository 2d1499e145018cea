import type { Context } from 'koa';
import { type ApprovalLink, addLinks, findLinkOf, spendAttempt } from '../../db/approval-links.ts';
import type { ApprovalRequest } from '../../db/approval-requests.ts';
import { type Duration, isRisky, refusedUntil, triesPerLink } from '../../policies/approval.ts';
import type { Scope } from '../../policies/approval-scopes.ts';
import { unknown } from '../../policies/facts.ts';
import { requestClosedPage, requestPage } from '../../views/index.ts';
import type { AnswerError, RequestClosed } from '../../views/model.ts';
import { fields } from '../http/forms.ts';
import { locksOut, notFound } from '../http/problems.ts';
import { seeOther } from '../http/redirect.ts';
import { endOfDay } from '../http/time.ts';
import { offerOf } from './asked.ts';
import type { ApprovalNeeds } from './needs.ts';
import { resolveVisit, type Visit } from './resolve.ts';

const durations: readonly Duration[] = ['always', 'today', '30-days'];
const errors: readonly AnswerError[] = [
  'code-wrong',
  'code-missing',
  'code-incomplete',
  'choose',
  'scope',
  'tick-box',
];

/** The page of a request. It only reads: scanners follow links, run scripts and submit forms. */
export async function showRequest(ctx: Context, needs: ApprovalNeeds): Promise<void> {
  const visit = await resolveVisit(ctx, needs);
  if (visit === 'sign-in') ctx.redirect(needs.signInHref(ctx.path));
  else if (visit.may === 'ok') await showForm(ctx, needs, visit);
  else {
    const state = closedState(ctx, needs, visit, visit.may);
    ctx.body = requestClosedPage({ frame: needs.frame(ctx), state });
  }
}

/** « Autoriser », « Refuser »: posts, writes, and leads back to the page, which says what became of it. */
export async function answerRequest(ctx: Context, needs: ApprovalNeeds): Promise<void> {
  const visit = await resolveVisit(ctx, needs);
  if (visit === 'sign-in') return seeOther(ctx, needs.signInHref(ctx.path));
  const back = `/demandes/${visit.reference}`;
  if (visit.may !== 'ok') return seeOther(ctx, back);
  const { answer } = fields(ctx);
  const error = await errorIn(ctx, needs, visit);
  if (error !== 'none' || (answer !== 'approve' && answer !== 'refuse'))
    return seeOther(
      ctx,
      `${back}?${new URLSearchParams({ erreur: error, duree: durationIn(fields(ctx).duration), portee: fields(ctx).scope ?? '' })}`,
    );
  const at = needs.now();
  const outcome = await needs.answer({
    request: visit.request,
    answer,
    by: visit.administrator,
    how: visit.proof.kind,
    duration: durationIn(fields(ctx).duration),
    scope: scopeIn(fields(ctx).scope, allScopes) ?? 'proposed',
    endOfToday: endOfDay(at, visit.about.timeZone),
    at,
  });
  seeOther(ctx, outcome === 'done' ? `${back}?fait` : back);
}

/** « Annuler », from the page that says it is done; a session is needed, since the link has served. */
export async function withdrawApproval(ctx: Context, needs: ApprovalNeeds): Promise<void> {
  const visit = await resolveVisit(ctx, needs);
  if (visit === 'sign-in') return seeOther(ctx, needs.signInHref(ctx.path.replace(/\/annuler$/, '')));
  if (visit.proof.kind === 'session' && visit.may === 'answered')
    if ((await needs.withdraw(visit.request.id, visit.administrator)) === 'locks-out') throw locksOut();
  seeOther(ctx, `/demandes/${visit.reference}`);
}

/** What is missing from the form; a try of the code is spent before it is compared, and only when it is six digits. */
async function errorIn(ctx: Context, needs: ApprovalNeeds, visit: Visit): Promise<AnswerError> {
  const { request, proof } = visit;
  const { answer, code = '', certain, scope = '' } = fields(ctx);
  if (answer !== 'approve' && answer !== 'refuse') return 'choose';
  if (answer === 'approve' && scope !== '') {
    const { scopes } = await offerOf(needs, request);
    if (scopes.every((offered) => offered !== scope)) return 'scope';
  }
  if (answer === 'refuse') return proof.kind === 'session' || certain === 'yes' ? 'none' : 'tick-box';
  if (proof.kind === 'session' && !(await isAtRisk(needs, request))) return 'none';
  const digits = code.replace(/\D/g, '');
  if (digits === '') return 'code-missing';
  if (digits.length !== 6) return 'code-incomplete';
  const link = await linkOf(needs, visit);
  const spent = await spendAttempt(needs.database, link.id, triesPerLink);
  return spent && needs.derived.isCheckCode(request, digits) ? 'none' : 'code-wrong';
}

/** The tries of a code are counted under the administrator's own link, whether she came by it or not. */
async function linkOf(
  { database }: ApprovalNeeds,
  { proof, request, administrator }: Visit,
): Promise<ApprovalLink> {
  if (proof.kind === 'link') return proof.link;
  await addLinks(database, request.id, [administrator], request.codeKeyId);
  const link = await findLinkOf(database, request.id, administrator);
  if (!link) throw notFound();
  return link;
}

async function isAtRisk({ whereaboutsOf }: ApprovalNeeds, request: ApprovalRequest): Promise<boolean> {
  const { location } = (await whereaboutsOf(request.organizationId))(request.network);
  return isRisky({ reasons: request.reasons, disputed: request.disputed, line: location.kind });
}

async function showForm(ctx: Context, needs: ApprovalNeeds, visit: Visit): Promise<void> {
  const { request, about, proof } = visit;
  const said = (await needs.describeIn(request.organizationId))(about);
  const { asked, scopes } = await offerOf(needs, request);
  const error = errors.find((one) => one === ctx.query.erreur) ?? 'none';
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
    usedWith: said.usedWith,
    where: said.where,
    owner: said.location.owner,
    regionName: said.location.regionName,
    hereIs: asked.place === 'none' ? 'network' : 'place',
    scopes,
    scope: scopeIn(ctx.query.portee, scopes) ?? scopes[0] ?? 'here',
    firstUse: request.reasons.some(({ kind }) => kind === 'new-browser'),
    network: request.network === unknown ? 'unknown' : request.network,
    openedAt: moment(needs, request.openedAt, about.timeZone),
    repeats: request.repeats,
    reasons: request.reasons,
    proof:
      proof.kind === 'session'
        ? { kind: 'session', code: (await isAtRisk(needs, request)) ? 'asked' : 'not-asked' }
        : {
            kind: 'code',
            triesLeft: triesPerLink - proof.link.attempts,
            signInHref: needs.signInHref(`/demandes/${request.id}`),
          },
    error,
    duration: durationIn(ctx.query.duree),
  });
}

function closedState(
  ctx: Context,
  needs: ApprovalNeeds,
  visit: Visit,
  may: Exclude<Visit['may'], 'ok'>,
): RequestClosed {
  const signInHref = needs.signInHref(`/demandes/${visit.request.id}`);
  switch (may) {
    case 'answered':
      return 'fait' in ctx.query && visit.request.decidedBy === visit.administrator
        ? justAnswered(needs, visit, signInHref)
        : answeredBefore(needs, visit);
    case 'worn-out':
    case 'nobody-waiting':
      return { kind: may, signInHref };
    case 'own-browser':
      return { kind: may, demo: needs.demo };
    case 'not-yours':
    case 'cancelled':
    case 'expired':
    case 'superseded':
      return { kind: may };
  }
}

function justAnswered(needs: ApprovalNeeds, visit: Visit, signInHref: string): RequestClosed {
  const { request, about, proof } = visit;
  const firstName = about.person.givenName;
  if (request.withdrawnAt !== null) return answeredBefore(needs, visit);
  if (request.status === 'refused') {
    const until = moment(needs, refusedUntil(request.decidedAt ?? needs.now()), about.timeZone);
    return { kind: 'just-refused', firstName, until };
  }
  const action = `/demandes/${request.id}/annuler`;
  const withdraw =
    proof.kind === 'session'
      ? { kind: 'post' as const, action }
      : { kind: 'sign-in' as const, href: signInHref };
  return { kind: 'just-approved', firstName, withdraw };
}

function answeredBefore(needs: ApprovalNeeds, { request, about, administrator }: Visit): RequestClosed {
  const at = (instant: number | null) => moment(needs, instant ?? request.openedAt, about.timeZone);
  if (request.withdrawnAt !== null)
    return {
      kind: 'withdrawn',
      firstName: about.person.givenName,
      by: request.withdrawnBy === administrator ? 'you' : (about.withdrawerName ?? about.organizationName),
      at: at(request.withdrawnAt),
    };
  return {
    kind: 'answered',
    by: request.decidedBy === administrator ? 'you' : (about.deciderName ?? 'operator'),
    answer: request.status === 'approved' ? 'approved' : 'refused',
    at: at(request.decidedAt),
  };
}

const allScopes: readonly Scope[] = ['here', 'region', 'anywhere', 'person-here', 'team-here'];

const scopeIn = (given: unknown, among: readonly Scope[]): Scope | undefined =>
  among.find((scope) => scope === given);

const durationIn = (given: unknown): Duration => durations.find((duration) => duration === given) ?? 'always';

const moment = (needs: ApprovalNeeds, at: number, timeZone: string) => ({ at, now: needs.now(), timeZone });
