import type { OrganizationId } from '../policies/facts.ts';
import type { Connection } from './open.ts';

/** What an organization has ready before its padlock is closed. */
export interface Readiness {
  /** Their names. */
  readonly administrators: readonly string[];
  /** Sites that show no phone of whoever is on call. */
  readonly sitesWithoutPhone: readonly string[];
  readonly namedPlaces: number;
}

export async function readReadiness(
  connection: Connection,
  organizationId: OrganizationId,
  at: number,
): Promise<Readiness> {
  const administrators = await connection('memberships as m')
    .join('membership_roles as r', 'r.membership_id', 'm.id')
    .join('users as u', 'u.id', 'm.user_id')
    .where({ 'm.organization_id': organizationId, 'r.role': 'administration' })
    .whereNot('m.access', 'never')
    .whereNull('u.disabled_at')
    .where((active) => active.whereNull('m.ends_at').orWhere('m.ends_at', '>', at))
    .orderBy(['u.family_name', 'u.given_name', 'u.id'])
    .select('u.given_name', 'u.family_name');
  const sites = await connection('sites')
    .where({ organization_id: organizationId })
    .orderBy(['name', 'id'])
    .select('name', 'on_call_phone');
  const places = await connection('places')
    .where({ organization_id: organizationId })
    .whereNull('removed_at')
    .count('* as count')
    .first();
  return {
    administrators: administrators.map((row) => `${row.given_name} ${row.family_name}`),
    sitesWithoutPhone: sites.filter((row) => !row.on_call_phone).map((row) => row.name),
    namedPlaces: Number(places?.count ?? 0),
  };
}
