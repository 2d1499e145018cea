import type { Context } from 'koa';
import { type ApprovalLink, addLinks, findLinkOf, spendAttempt } from '../../db/approval-links.ts';
import { triesPerLink } from '../../policies/approval.ts';
import type { AnswerError } from '../../views/model.ts';
import { fields } from '../http/forms.ts';
import { notFound } from '../http/problems.ts';
import { type Offer, offerOfOne } from './asked.ts';
import { chosenIn, endOf } from './chosen.ts';
import type { ApprovalNeeds } from './needs.ts';
import type { Visit } from './resolve.ts';

/** What is missing from the form; a try of the code is spent before it is compared, and only when it is six digits. */
export async function errorIn(ctx: Context, needs: ApprovalNeeds, visit: Visit): Promise<AnswerError> {
  const { answer, certain } = fields(ctx);
  const isSession = visit.proof.kind === 'session';
  switch (answer) {
    case 'refuse':
      return isSession || certain === 'yes' ? 'none' : 'tick-box';
    case 'approve': {
      const offer = await offerOfOne(needs, visit.request);
      const error = errorInChoices(ctx, needs, visit, offer);
      if (error !== 'none') return error;
      return isSession && offer && !offer.risky ? 'none' : errorInCode(ctx, needs, visit);
    }
    default:
      return 'choose';
  }
}

/** `changed`: what was shown is not what would be authorized now. */
function errorInChoices(
  ctx: Context,
  needs: ApprovalNeeds,
  { about }: Visit,
  offer: Offer | undefined,
): AnswerError {
  const { scope = '', shown } = fields(ctx);
  if (endOf(chosenIn(fields(ctx)), needs.now(), about.timeZone) === 'none') return 'date';
  if (shown !== undefined && shown !== offer?.shown) return 'changed';
  if (scope === '') return 'none';
  return offer?.scopes.some((offered) => offered === scope) ? 'none' : 'scope';
}

async function errorInCode(ctx: Context, needs: ApprovalNeeds, visit: Visit): Promise<AnswerError> {
  const digits = (fields(ctx).code ?? '').replace(/\D/g, '');
  if (digits === '') return 'code-missing';
  if (digits.length !== 6) return 'code-incomplete';
  const link = await linkOf(needs, visit);
  const spent = await spendAttempt(needs.database, link.id, triesPerLink);
  return spent && needs.derived.isCheckCode(visit.request, digits) ? 'none' : 'code-wrong';
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
