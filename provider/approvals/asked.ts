import type { ApprovalRequest } from '../../db/approval-requests.ts';
import { readAuthorizedPairs } from '../../db/authorized-browsers.ts';
import { readNetworkUses, unusedNetwork } from '../../db/network-use.ts';
import type { Connection } from '../../db/open.ts';
import { countOpenRequests, readAllowedNetworks } from '../../db/risk-history.ts';
import { isRisky } from '../../policies/approval.ts';
import { type AskedFor, ruleOfApproval, type Scope, scopesOf } from '../../policies/approval-scopes.ts';
import { type ApprovalRequestId, type OrganizationId, unknown } from '../../policies/facts.ts';
import { fingerprint } from '../acts/index.ts';
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
  /** How many other requests of this person wait. */
  readonly others: number;
  readonly newCountry: boolean;
  /** Nobody answers it at a glance: the code is typed, whoever answers and however. */
  readonly risky: boolean;
  /** Names what is shown of all this: an answer is given to no other. */
  readonly shown: string;
}

/** The offers of several requests of one organization, in as many statements as for one. */
export async function offersOf(
  { database, whereaboutsOf }: Pick<ApprovalNeeds, 'database' | 'whereaboutsOf'>,
  asking: Asking,
): Promise<ReadonlyMap<ApprovalRequestId, Offer>> {
  const { organizationId, requests, at } = asking;
  const whereabouts = await whereaboutsOf(organizationId);
  const askedFor = await readAsked(database, whereabouts, asking);
  const userIds = [...new Set(requests.map(({ userId }) => userId))];
  const openOf = await countOpenRequests(database, { organizationId, userIds, at });
  const networksOf = await readAllowedNetworks(database, { organizationId, userIds });
  const countryOf = (network: ApprovalRequest['network']) => whereabouts(network).location.country;
  return new Map(
    requests.map((request) => {
      const before = networksOf(request.userId).map(countryOf);
      const here = countryOf(request.network);
      const newCountry = here !== unknown && before.length > 0 && !before.includes(here);
      const others = Math.max(0, openOf(request.userId) - 1);
      return [request.id, offerOf(request, askedFor(request), { others, newCountry })];
    }),
  );
}

export async function offerOfOne(
  needs: Pick<ApprovalNeeds, 'database' | 'whereaboutsOf' | 'now'>,
  request: ApprovalRequest,
): Promise<Offer | undefined> {
  const { organizationId } = request;
  const offers = await offersOf(needs, { organizationId, requests: [request], at: needs.now() });
  return offers.get(request.id);
}

function offerOf(
  request: ApprovalRequest,
  asked: AskedFor,
  person: Pick<Offer, 'others' | 'newCountry'>,
): Offer {
  const { network, reasons, repeats, disputed } = request;
  const offered = scopesOf(asked);
  const scopes = ruleOfApproval(asked, offered[0], 'always') === 'none' ? [] : offered;
  const { place, region, line } = asked;
  const seen = [network, reasons, repeats, disputed, place, region, line, scopes, person.newCountry];
  return {
    ...person,
    asked,
    scopes,
    risky: isRisky({ ...person, reasons, disputed, line }),
    shown: fingerprint(seen),
  };
}
