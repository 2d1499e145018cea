import type { BrowserId, DeviceId, OrganizationId, UserId } from '../policies/facts.ts';
import { type BrowserLabels, labelsOf } from './browsers.ts';
import type { Connection } from './open.ts';

/** What an organization calls those that its rules are about. */
export interface Names {
  readonly people: ReadonlyMap<UserId, string>;
  readonly devices: ReadonlyMap<DeviceId, string | null>;
  readonly browsers: ReadonlyMap<BrowserId, BrowserLabels>;
  readonly applications: ReadonlyMap<string, string>;
}

/** In four statements, whatever the number of rules; nobody of another organization is named. */
export async function readNames(connection: Connection, organizationId: OrganizationId): Promise<Names> {
  const people = await connection('memberships as m')
    .join('users as u', 'u.id', 'm.user_id')
    .where('m.organization_id', organizationId)
    .select('u.id', 'u.given_name', 'u.family_name');
  const devices = await connection('devices').where({ organization_id: organizationId }).select('id', 'name');
  const browsers = await connection('browsers as b')
    .whereIn(
      'b.id',
      connection('connections').where({ organization_id: organizationId }).select('browser_id'),
    )
    .select('b.id', 'b.kind', 'b.family', 'b.system', 'b.model');
  const applications = await connection('applications').select('id', 'name');
  return {
    people: new Map(people.map((row) => [row.id, `${row.given_name} ${row.family_name}`])),
    devices: new Map(devices.map((row) => [row.id, row.name])),
    browsers: new Map(browsers.map((row) => [row.id, labelsOf(row)])),
    applications: new Map(applications.map((row) => [row.id, row.name])),
  };
}

/** The browsers that this person was seen with in this organization, the last one first. */
export async function readBrowsersOf(
  connection: Connection,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<readonly { readonly id: BrowserId; readonly labels: BrowserLabels }[]> {
  const rows = await connection('connections as c')
    .join('browsers as b', 'b.id', 'c.browser_id')
    .where({ 'c.organization_id': organizationId, 'c.user_id': userId })
    .orderBy('c.last_seen', 'desc')
    .select('b.id', 'b.kind', 'b.family', 'b.system', 'b.model');
  return rows.map((row) => ({ id: row.id, labels: labelsOf(row) }));
}
