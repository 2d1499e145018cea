import type { ApprovalRequest } from '../../db/approval-requests.ts';
import { readNetworkUse } from '../../db/network-use.ts';
import type { Connection } from '../../db/open.ts';
import { hasAuthorization } from '../../db/rules.ts';
import type { AskedFor } from '../../policies/approval-scopes.ts';
import { type LookUpWhereabouts, ownDevice } from '../rules/index.ts';

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
