import Router from '@koa/router';
import type { ApprovalRequest } from '../../db/approval-requests.ts';
import type { RequestStatus } from '../../policies/approval.ts';
import type { ApprovalRequestId } from '../../policies/facts.ts';
import { form } from '../http/forms.ts';
import type { ApprovalNeeds } from './needs.ts';
import type { Wait } from './open.ts';
import { showRequest, withdrawApproval } from './page.ts';
import { answerRequest } from './take-answer.ts';

export { type Answer, type Answered, answer, withdraw } from './answer.ts';
export { type Card, type CardsOf, createCards } from './cards.ts';
export { chosenIn } from './chosen.ts';
export { createDerived, type Derived } from './derived.ts';
export type { ApprovalNeeds, SignedIn } from './needs.ts';
export { openOrJoin } from './open.ts';
export { type AnsweredSeveral, type AnswerSeveral, createAnswerSeveral } from './several.ts';
export { createWaitingRoom, type WaitingRoom } from './waiting.ts';

/** What a waiting page asks of the approvals. */
export interface Waiting {
  openOrJoin(wait: Wait): Promise<ApprovalRequest>;
  /** Six digits; dashes when the secret they derive from was taken away. */
  checkCode(request: ApprovalRequest): string;
  watch(id: ApprovalRequestId, listener: (status: RequestStatus) => void): () => void;
}

/** The pages of a request: read, answer, take the answer back. */
export function approvalRoutes(needs: ApprovalNeeds): Router {
  const posted = form(needs.publicOrigin);
  return new Router({ prefix: '/demandes/:reference' })
    .get('/', (ctx) => showRequest(ctx, needs))
    .post('/', posted, (ctx) => answerRequest(ctx, needs))
    .post('/annuler', posted, (ctx) => withdrawApproval(ctx, needs));
}
