import type { Connection } from '../../db/open.ts';
import { readRecentEntries, readUseOfNetworks } from '../../db/past-sign-ins.ts';
import { readPlaces } from '../../db/places.ts';
import type { RuleTerms } from '../../policies/approval.ts';
import { type OrganizationId, unknown } from '../../policies/facts.ts';
import {
  firstClosingLooksBack,
  type RecentConnection,
  rulesOfFirstClosing,
} from '../../policies/first-closing.ts';
import { compilePlaces } from '../../policies/places.ts';
import type { ActNeeds } from './change.ts';

const unused = { people: 0, days: 0 };

/** What the first closing authorizes in an organization: the connections that let members in within the last month. */
export async function rulesForRecent(
  connection: Connection,
  {
    organizationId,
    at,
    locate,
  }: { readonly organizationId: OrganizationId; readonly at: number } & Pick<ActNeeds, 'locate'>,
): Promise<readonly RuleTerms[]> {
  const since = at - firstClosingLooksBack;
  const placesAt = compilePlaces(await readPlaces(connection, organizationId));
  const uses = await readUseOfNetworks(connection, organizationId, since);
  const entries = await readRecentEntries(connection, { organizationId, since, at });
  const recent = entries
    .filter(({ access }) => access !== 'never')
    .map(({ userId, browserId, network, proof }): RecentConnection => {
      const location = locate(network);
      const places = placesAt(location);
      return {
        userId,
        browserId,
        network,
        place: (places === unknown ? undefined : places.inside[0]) ?? 'none',
        region: location.region,
        line: location.kind,
        use: network === unknown ? unused : (uses.get(network) ?? unused),
        proof,
      };
    });
  return rulesOfFirstClosing(recent);
}
