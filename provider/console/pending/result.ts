import { findRequest } from '../../../db/approval-requests.ts';
import { readRequestContext } from '../../../db/request-context.ts';
import type { ApprovalRequestId } from '../../../policies/facts.ts';
import type { PendingResult } from '../../../views/console/pending/model.ts';
import { chosenIn } from '../../approvals/index.ts';
import type { Visit } from '../visit.ts';

/** What the last answer became, from the address that it led to: what it says is checked, not believed. */
export async function resultIn(visit: Visit): Promise<PendingResult | 'none'> {
  const { fait, nombre, change, code, ici, tard } = visit.ctx.query;
  switch (fait) {
    case 'withdrawn':
    case 'nothing-chosen':
      return { kind: fait };
    case 'approved':
    case 'refused':
      return answeredOne(visit, fait);
    case 'several-approved':
    case 'several-refused':
      return {
        kind: fait,
        done: countIn(nombre),
        changed: countIn(change),
        code: countIn(code),
        own: countIn(ici),
        late: countIn(tard),
      };
    default:
      return 'none';
  }
}

const countIn = (text: unknown): number => (/^\d{1,3}$/.test(String(text)) ? Number(text) : 0);

/** Her own answer, of her own organization, and still standing. */
async function answeredOne(
  { ctx, needs, administrator }: Visit,
  kind: 'approved' | 'refused',
): Promise<PendingResult | 'none'> {
  if (typeof ctx.query.demande !== 'string') return 'none';
  const id = ctx.query.demande as ApprovalRequestId; // branded here, where it is read: it is looked up next
  const request = await findRequest(needs.database, id);
  const { organizationId, userId } = administrator;
  if (request?.organizationId !== organizationId || request.decidedBy !== userId) return 'none';
  if (request.status !== kind || request.withdrawnAt !== null) return 'none';
  const about = await readRequestContext(needs.database, request.id);
  const firstName = about?.person.givenName ?? '';
  if (kind === 'refused') return { kind, firstName, scope: chosenIn({ refusal: ctx.query.refus }).refusal };
  return { kind, firstName, undoAction: `/demandes/${request.id}/annuler?retour=demandes` };
}
