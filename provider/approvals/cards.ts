import type { ApprovalRequest } from '../../db/approval-requests.ts';
import { readRequestContexts } from '../../db/request-context.ts';
import type { ApprovalRequestId, OrganizationId } from '../../policies/facts.ts';
import type { AskedPage } from '../../views/model.ts';
import { offersOf } from './asked.ts';
import type { ApprovalNeeds } from './needs.ts';
import { askedOf } from './said.ts';

/** One request as a list shows it, whole: a look at each is all that a decision needs. */
export interface Card {
  readonly id: ApprovalRequestId;
  readonly asked: AskedPage;
  readonly code: 'asked' | 'not-asked';
  /** Names what was shown: an answer to several is given to no other. */
  readonly shown: string;
}

export type CardsOf = (
  organizationId: OrganizationId,
  requests: readonly ApprovalRequest[],
) => Promise<readonly Card[]>;

/** Cards of requests of one organization, in as many statements as one card takes. */
export const createCards =
  (needs: Pick<ApprovalNeeds, 'database' | 'now' | 'describeIn' | 'whereaboutsOf'>): CardsOf =>
  async (organizationId, requests) => {
    if (requests.length === 0) return [];
    const at = needs.now();
    const ids = requests.map(({ id }) => id);
    const contexts = await readRequestContexts(needs.database, ids);
    const describe = await needs.describeIn(organizationId);
    const offers = await offersOf(needs, { organizationId, requests, at });
    return requests.flatMap((request) => {
      const about = contexts.get(request.id);
      if (!about) return [];
      const offer = offers.get(request.id);
      if (!offer) return [];
      return [
        {
          id: request.id,
          asked: askedOf({ request, about, said: describe(about), offer, at }),
          code: offer.risky ? 'asked' : 'not-asked',
          shown: offer.shown,
        } as const,
      ];
    });
  };
