import type { Context } from 'koa';
import { refusedUntil } from '../../policies/approval.ts';
import type { RequestClosed } from '../../views/model.ts';
import { chosenIn } from './chosen.ts';
import type { ApprovalNeeds } from './needs.ts';
import type { Visit } from './resolve.ts';

/** What became of a request that cannot be answered here, or that has just been. */
export function closedState(
  ctx: Context,
  needs: ApprovalNeeds,
  visit: Visit,
  may: Exclude<Visit['may'], 'ok'>,
): RequestClosed {
  const signInHref = needs.signInHref(`/demandes/${visit.request.id}`);
  switch (may) {
    case 'answered':
      return 'fait' in ctx.query && visit.request.decidedBy === visit.administrator
        ? justAnswered(ctx, needs, visit, signInHref)
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

function justAnswered(ctx: Context, needs: ApprovalNeeds, visit: Visit, signInHref: string): RequestClosed {
  const { request, about, proof } = visit;
  const firstName = about.person.givenName;
  if (request.withdrawnAt !== null) return answeredBefore(needs, visit);
  if (request.status === 'refused') {
    const refused = chosenIn({ refusal: ctx.query.refus }).refusal;
    if (refused !== 'this-time') return { kind: 'just-refused-for-good', firstName, scope: refused };
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

const moment = (needs: ApprovalNeeds, at: number, timeZone: string) => ({ at, now: needs.now(), timeZone });
