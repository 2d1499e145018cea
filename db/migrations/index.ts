import type { Knex } from 'knex';
import * as organizationsAndPeople from './0001-organizations-and-people.ts';
import * as connectionsAndPlaces from './0002-connections-and-places.ts';
import * as rulesAndApprovals from './0003-rules-and-approvals.ts';
import * as providerRecords from './0004-provider-records.ts';
import * as observation from './0005-observation.ts';

/** One history for both dialects, forward only. */
const history: readonly { readonly name: string; readonly up: (knex: Knex) => Promise<void> }[] = [
  { name: '0001-organizations-and-people', ...organizationsAndPeople },
  { name: '0002-connections-and-places', ...connectionsAndPlaces },
  { name: '0003-rules-and-approvals', ...rulesAndApprovals },
  { name: '0004-provider-records', ...providerRecords },
  { name: '0005-observation', ...observation },
];

export const migrationSource: Knex.MigrationSource<(typeof history)[number]> = {
  getMigrations: async () => [...history],
  getMigrationName: (migration) => migration.name,
  getMigration: async (migration) => ({ up: migration.up, down: async () => {} }),
};
