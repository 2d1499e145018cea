import type { Context } from 'koa';
import { fields } from '../http/forms.ts';
import { seeOther } from '../http/redirect.ts';
import { type Chosen, chosenIn, endOf } from './chosen.ts';
import { errorIn } from './errors.ts';
import type { ApprovalNeeds } from './needs.ts';
import { resolveVisit, type Visit } from './resolve.ts';

/** « Autoriser », « Refuser »: posts, writes, and leads back to the page it came from, which says what became of it. */
export async function answerRequest(ctx: Context, needs: ApprovalNeeds): Promise<void> {
  const visit = await resolveVisit(ctx, needs, ctx.params.reference);
  if (visit === 'sign-in') return seeOther(ctx, needs.signInHref(ctx.path));
  const here = `/demandes/${visit.reference}`;
  if (visit.may !== 'ok') return seeOther(ctx, here);
  const { answer, retour } = fields(ctx);
  const chosen = chosenIn(fields(ctx));
  const error = await errorIn(ctx, needs, visit);
  if (error !== 'none' || (answer !== 'approve' && answer !== 'refuse'))
    return seeOther(ctx, `${here}?${new URLSearchParams({ erreur: error, ...asQuery(chosen) })}`);
  const outcome = await write(needs, visit, answer, chosen);
  if (outcome === 'locks-out')
    return seeOther(ctx, `${here}?${new URLSearchParams({ erreur: outcome, ...asQuery(chosen) })}`);
  if (retour === 'demandes' && outcome === 'done') {
    const fait = answer === 'approve' ? 'approved' : 'refused';
    return seeOther(
      ctx,
      `/reglages?${new URLSearchParams({ fait, demande: visit.request.id, refus: refusalOf(visit, chosen) })}`,
    );
  }
  const query = new URLSearchParams({ fait: '', refus: refusalOf(visit, chosen) });
  seeOther(ctx, outcome === 'done' ? `${here}?${query}` : here);
}

/** Writes one answer. With the link alone, refusing is for this time, and nothing more. */
export function write(
  needs: Pick<ApprovalNeeds, 'answer' | 'now'>,
  visit: Visit,
  answer: 'approve' | 'refuse',
  chosen: Chosen,
): ReturnType<ApprovalNeeds['answer']> {
  const at = needs.now();
  const end = endOf(chosen, at, visit.about.timeZone);
  return needs.answer({
    request: visit.request,
    answer,
    by: visit.administrator,
    how: visit.proof.kind,
    duration: chosen.duration,
    // A refusal is not held back by a date that it does not use.
    validUntil: end === 'none' ? at : end,
    scope: chosen.scope,
    refusal: refusalOf(visit, chosen),
    at,
  });
}

const refusalOf = ({ proof }: Visit, { refusal }: Chosen): Chosen['refusal'] =>
  proof.kind === 'session' ? refusal : 'this-time';

const asQuery = ({ duration, date, scope, refusal }: Chosen) => ({
  duree: duration,
  date,
  portee: scope,
  refus: refusal,
});
