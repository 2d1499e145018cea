import type { Knex } from 'knex';
import * as organizationsAndPeople from './0001-organizations-and-people.ts';
import * as connectionsAndPlaces from './0002-connections-and-places.ts';
import * as rulesAndApprovals from './0003-rules-and-approvals.ts';
import * as providerRecords from './0004-provider-records.ts';
import * as observation from './0005-observation.ts';
import * as latestAttempt from './0006-latest-attempt.ts';
import * as joinedDevices from './0007-joined-devices.ts';
import * as rulesListed from './0008-rules-listed.ts';
import * as rulesOfAPerson from './0009-rules-of-a-person.ts';
import * as rulesOfApprovals from './0010-rules-of-approvals.ts';

/** One history for both dialects, forward only. */
const history: readonly { readonly name: string; readonly up: (knex: Knex) => Promise<void> }[] = [
  { name: '0001-organizations-and-people', ...organizationsAndPeople },
  { name: '0002-connections-and-places', ...connectionsAndPlaces },
  { name: '0003-rules-and-approvals', ...rulesAndApprovals },
  { name: '0004-provider-records', ...providerRecords },
  { name: '0005-observation', ...observation },
  { name: '0006-latest-attempt', ...latestAttempt },
  { name: '0007-joined-devices', ...joinedDevices },
  { name: '0008-rules-listed', ...rulesListed },
  { name: '0009-rules-of-a-person', ...rulesOfAPerson },
  { name: '0010-rules-of-approvals', ...rulesOfApprovals },
];

export const migrationSource: Knex.MigrationSource<(typeof history)[number]> = {
  getMigrations: async () => [...history],
  getMigrationName: (migration) => migration.name,
  getMigration: async (migration) => ({ up: migration.up, down: async () => {} }),
};
