import type { OrganizationId } from '../policies/facts.ts';
import type { Connection } from './open.ts';

export interface Organization {
  readonly id: OrganizationId;
  readonly alias: string;
  readonly name: string;
  readonly timeZone: string;
  readonly policyVersion: number;
}

export async function findOrganization(
  connection: Connection,
  alias: string,
): Promise<Organization | undefined> {
  const row = await connection('organizations').where({ alias }).first('id');
  return row && readOrganization(connection, row.id);
}

export async function readOrganization(
  connection: Connection,
  id: OrganizationId,
): Promise<Organization | undefined> {
  const row = await connection('organizations').where({ id }).first();
  return (
    row && {
      id: row.id,
      alias: row.alias,
      name: row.name,
      timeZone: row.time_zone,
      policyVersion: row.policy_version,
    }
  );
}
