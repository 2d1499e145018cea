import type { OrganizationId, UserId } from '../policies/facts.ts';
import { type Connection, type Database, isSqlite } from './open.ts';
import type { NamedPlace } from './places.ts';

export interface DemoSite {
  readonly id: string;
  readonly name: string;
  readonly onCallPhone: string;
}
export interface DemoOrganization {
  readonly id: OrganizationId;
  readonly alias: string;
  readonly name: string;
  readonly timeZone: string;
  readonly sites: readonly DemoSite[];
  /** When the padlock was closed, or never. */
  readonly lockedAt: number | 'never';
}
export interface DemoUser {
  readonly id: UserId;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly cell: string | null;
  readonly passwordHash: string | null;
  readonly addressProven: boolean;
}
export interface DemoMembership {
  readonly id: string;
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly role: string;
  readonly jobTitle: string;
  /** None means every site. */
  readonly siteId: string | 'none';
}
export interface DemoChild {
  readonly id: string;
  readonly organizationId: OrganizationId;
  readonly givenName: string;
  readonly familyName: string;
  readonly parents: readonly string[];
}
export interface DemoPlaceRow extends NamedPlace {
  readonly organizationId: OrganizationId;
}
export interface DemoPeople {
  readonly createdAt: number;
  readonly places: readonly DemoPlaceRow[];
  readonly organizations: readonly DemoOrganization[];
  readonly users: readonly DemoUser[];
  readonly memberships: readonly DemoMembership[];
  readonly children: readonly DemoChild[];
}

/** SQLite takes a limited number of values in one statement. */
export const atOnce = 100;

export async function readAliases(connection: Connection): Promise<readonly string[]> {
  const rows = await connection('organizations').select('alias');
  return rows.map((row) => row.alias);
}

/** A file is the demonstration's own; a PostgreSQL database may be somebody's. */
export const mayHoldOthers = (database: Database): boolean => isSqlite(database);
