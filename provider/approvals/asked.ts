import type { ApprovalRequest } from '../../db/approval-requests.ts';
import { readAuthorizedPairs } from '../../db/authorized-browsers.ts';
import { readNetworkUses, unusedNetwork } from '../../db/network-use.ts';
import type { Connection } from '../../db/open.ts';
import { type AskedFor, ruleOfApproval, type Scope, scopesOf } from '../../policies/approval-scopes.ts';
import type { ApprovalRequestId, OrganizationId } from '../../policies/facts.ts';
import { type LookUpWhereabouts, ownDevice } from '../rules/index.ts';
import type { ApprovalNeeds } from './needs.ts';

interface Asking {
  readonly organizationId: OrganizationId;
  readonly requests: readonly ApprovalRequest[];
  readonly at: number;
}

/** What requests ask for, as it stands where each was asked from: what may be offered depends on nothing else. */
export async function readAsked(
  connection: Connection,
  whereabouts: LookUpWhereabouts,
  { organizationId, requests, at }: Asking,
): Promise<(request: ApprovalRequest) => AskedFor> {
  const networks = requests.map(({ network }) => network);
  const uses = await readNetworkUses(connection, organizationId, networks, at);
  const isAuthorized = await readAuthorizedPairs(connection, organizationId, requests, at);
  return (request) => {
    const { userId, browserId, network, proof } = request;
    const { location, place } = whereabouts(network);
    return {
      userId,
      browserId,
      deviceId: ownDevice(browserId),
      network,
      place: place === 'none' ? 'none' : place.id,
      region: location.region,
      line: location.kind,
      use: uses.get(network) ?? unusedNetwork,
      proof,
      approvedElsewhere: isAuthorized(request),
    };
  };
}

/** What an approval may reach, what is proposed first; nothing where it lets in once and writes nothing. */
export interface Offer {
  readonly asked: AskedFor;
  readonly scopes: readonly Scope[];
}

/** The offers of several requests of one organization, in as many statements as for one. */
export async function offersOf(
  { database, whereaboutsOf }: Pick<ApprovalNeeds, 'database' | 'whereaboutsOf'>,
  asking: Asking,
): Promise<ReadonlyMap<ApprovalRequestId, Offer>> {
  const askedFor = await readAsked(database, await whereaboutsOf(asking.organizationId), asking);
  return new Map(asking.requests.map((request) => [request.id, offerOf(askedFor(request))]));
}

function offerOf(asked: AskedFor): Offer {
  const offered = scopesOf(asked);
  return { asked, scopes: ruleOfApproval(asked, offered[0], 'always') === 'none' ? [] : offered };
}
