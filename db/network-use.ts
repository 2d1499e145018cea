import type { Network, OrganizationId, Unknown } from '../policies/facts.ts';
import { type Connection, rowsOf } from './open.ts';

const day = 86_400_000;
const useText = `
  select count(distinct user_id) as people, count(distinct at / ${day}) as days from sign_ins
  where organization_id = ? and network = ? and at > ? and outcome = 'allow'`;

/** How many people were let in from a network, and on how many days (UTC), in the last month. */
export async function readNetworkUse(
  connection: Connection,
  organizationId: OrganizationId,
  network: Network | Unknown,
  at: number,
): Promise<{ readonly people: number; readonly days: number }> {
  if (network === 'unknown') return { people: 0, days: 0 };
  const [row] = await rowsOf(connection, useText, [organizationId, network, at - 30 * day]);
  return { people: Number(row?.people ?? 0), days: Number(row?.days ?? 0) };
}
