import type { Context } from 'koa';
import { triesPerLink } from '../../policies/approval.ts';
import { requestClosedPage, requestPage } from '../../views/index.ts';
import type { AnswerError } from '../../views/model.ts';
import { locksOut } from '../http/problems.ts';
import { seeOther } from '../http/redirect.ts';
import { offerOfOne } from './asked.ts';
import { chosenIn } from './chosen.ts';
import { closedState } from './closed.ts';
import type { ApprovalNeeds } from './needs.ts';
import { resolveVisit, type Visit } from './resolve.ts';
import { askedOf } from './said.ts';

const errors: readonly AnswerError[] = [
  'code-wrong',
  'code-missing',
  'code-incomplete',
  'choose',
  'scope',
  'date',
  'locks-out',
  'changed',
  'tick-box',
];

/** The page of a request. It only reads: scanners follow links, run scripts and submit forms. */
export async function showRequest(ctx: Context, needs: ApprovalNeeds): Promise<void> {
  const visit = await resolveVisit(ctx, needs, ctx.params.reference);
  if (visit === 'sign-in') ctx.redirect(needs.signInHref(ctx.path));
  else if (visit.may === 'ok') await showForm(ctx, needs, visit);
  else {
    const state = closedState(ctx, needs, visit, visit.may);
    ctx.body = requestClosedPage({ frame: needs.frame(ctx), state });
  }
}

async function showForm(ctx: Context, needs: ApprovalNeeds, visit: Visit): Promise<void> {
  const { request, about, proof } = visit;
  const { organizationId } = request;
  const at = needs.now();
  const offer = await offerOfOne(needs, request);
  const describe = await needs.describeIn(organizationId);
  const { duree: duration, date: until, portee: scope, refus: refusal } = ctx.query;
  ctx.body = requestPage({
    ...askedOf({ request, about, said: describe(about), offer, at }),
    frame: needs.frame(ctx),
    action: `/demandes/${visit.reference}`,
    chosen: chosenIn({ duration, until, scope, refusal }),
    proof:
      proof.kind === 'session'
        ? { kind: 'session', code: offer?.risky === false ? 'not-asked' : 'asked' }
        : {
            kind: 'code',
            triesLeft: triesPerLink - proof.link.attempts,
            signInHref: needs.signInHref(`/demandes/${request.id}`),
          },
    error: errors.find((one) => one === ctx.query.erreur) ?? 'none',
    returnTo: 'here',
    cardId: '',
    shown: offer?.shown ?? '',
  });
}

/** « Annuler », from the page that says it is done; a session is needed, since the link has served. */
export async function withdrawApproval(ctx: Context, needs: ApprovalNeeds): Promise<void> {
  const visit = await resolveVisit(ctx, needs, ctx.params.reference);
  if (visit === 'sign-in') return seeOther(ctx, needs.signInHref(ctx.path.replace(/\/annuler$/, '')));
  if (visit.proof.kind === 'session' && visit.may === 'answered')
    if ((await needs.withdraw(visit.request.id, visit.administrator)) === 'locks-out') throw locksOut();
  seeOther(
    ctx,
    ctx.query.retour === 'demandes' ? '/reglages?fait=withdrawn' : `/demandes/${visit.reference}`,
  );
}
