import type { ApprovalRequest } from '../../db/approval-requests.ts';
import { readNetworkUse } from '../../db/network-use.ts';
import type { Connection } from '../../db/open.ts';
import { hasAuthorization } from '../../db/rules.ts';
import { type AskedFor, ruleOfApproval, type Scope, scopesOf } from '../../policies/approval-scopes.ts';
import { type LookUpWhereabouts, ownDevice } from '../rules/index.ts';
import type { ApprovalNeeds } from './needs.ts';

/** What a request asks for, as it stands where it was asked from: what may be offered depends on nothing else. */
export async function askedFor(
  connection: Connection,
  whereabouts: LookUpWhereabouts,
  request: ApprovalRequest,
  at: number,
): Promise<AskedFor> {
  const { organizationId, userId, browserId, network, proof } = request;
  const { location, place } = whereabouts(network);
  return {
    userId,
    browserId,
    deviceId: ownDevice(browserId),
    network,
    place: place === 'none' ? 'none' : place.id,
    region: location.region,
    line: location.kind,
    use: await readNetworkUse(connection, organizationId, network, at),
    proof,
    approvedElsewhere: await hasAuthorization(connection, { organizationId, userId, browserId, at }),
  };
}

/** What an approval of this request may reach, what is proposed first; nothing where it lets in once and writes nothing. */
export async function offerOf(
  { database, whereaboutsOf, now }: Pick<ApprovalNeeds, 'database' | 'whereaboutsOf' | 'now'>,
  request: ApprovalRequest,
): Promise<{ readonly asked: AskedFor; readonly scopes: readonly Scope[] }> {
  const asked = await askedFor(database, await whereaboutsOf(request.organizationId), request, now());
  const offered = scopesOf(asked);
  return { asked, scopes: ruleOfApproval(asked, offered[0], 'always') === 'none' ? [] : offered };
}
