import type { Network, OrganizationId, Unknown } from '../policies/facts.ts';
import { type Connection, rowsOf } from './open.ts';

const day = 86_400_000;

/** How many people were let in from a network, and on how many days (UTC), in the last month. */
export interface NetworkUse {
  readonly people: number;
  readonly days: number;
}

export const unusedNetwork: NetworkUse = { people: 0, days: 0 };

/** Of several networks in one statement; one that nobody used is not among them. */
export async function readNetworkUses(
  connection: Connection,
  organizationId: OrganizationId,
  networks: readonly (Network | Unknown)[],
  at: number,
): Promise<ReadonlyMap<Network | Unknown, NetworkUse>> {
  const known = [...new Set(networks)].filter((network) => network !== 'unknown');
  if (known.length === 0) return new Map();
  const rows = await rowsOf(
    connection,
    `select network, count(distinct user_id) as people, count(distinct at / ${day}) as days from sign_ins
     where organization_id = ? and network in (${known.map(() => '?').join(', ')}) and at > ? and outcome = 'allow'
     group by network`,
    [organizationId, ...known, at - 30 * day],
  );
  return new Map(rows.map((row) => [row.network, { people: Number(row.people), days: Number(row.days) }]));
}
