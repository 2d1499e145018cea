import type { BrowserId, OrganizationId, UserId } from '../policies/facts.ts';
import { newId } from './ids.ts';
import type { SignIn } from './sign-ins.ts';

interface ConnectionRow {
  readonly id: string;
  readonly organization_id: OrganizationId;
  readonly user_id: UserId;
  readonly browser_id: BrowserId;
  readonly first_seen: number;
  readonly last_seen: number;
  readonly latest_network: string;
  readonly latest_application_id: string;
  readonly stopped_at: number | null;
}

interface SightingRow {
  readonly connection_id: string;
  readonly organization_id: OrganizationId;
  readonly network: string;
  readonly application_id: string;
  readonly first_seen: number;
  readonly last_seen: number;
  readonly allowed_at: number | null;
}

/** Every attempt after a correct password is of a connection, and a sighting of it. */
export function seenIn(signIns: readonly SignIn[]) {
  const connections = new Map<string, ConnectionRow>();
  const sightings = new Map<string, SightingRow>();
  for (const { organizationId, userId, browserId, network, applicationId, decision, at } of signIns) {
    if (organizationId === null || browserId === 'unknown') continue;
    const key = `${organizationId} ${userId} ${browserId}`;
    const id = connections.get(key)?.id ?? newId();
    connections.set(key, {
      id,
      organization_id: organizationId,
      user_id: userId,
      browser_id: browserId,
      first_seen: connections.get(key)?.first_seen ?? at,
      last_seen: at,
      latest_network: network,
      latest_application_id: applicationId,
      stopped_at: decision.outcome === 'allow' ? null : at,
    });
    const sighting = `${key} ${network} ${applicationId}`;
    sightings.set(sighting, {
      connection_id: id,
      organization_id: organizationId,
      network,
      application_id: applicationId,
      first_seen: sightings.get(sighting)?.first_seen ?? at,
      last_seen: at,
      allowed_at: decision.outcome === 'allow' ? at : (sightings.get(sighting)?.allowed_at ?? null),
    });
  }
  const all = [...connections.values()];
  return { connections: all, sightings: [...sightings.values()], people: peopleOf(all) };
}

/** How many connections each person has in each organization. */
const peopleOf = (connections: readonly ConnectionRow[]) =>
  [...Map.groupBy(connections, (one) => `${one.organization_id} ${one.user_id}`).values()].flatMap((group) =>
    group
      .slice(0, 1)
      .map(({ organization_id, user_id }) => ({ organization_id, user_id, connections: group.length })),
  );
