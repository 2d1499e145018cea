import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { RulesChanged, recordSignIn, type SignIn } from '../../db/sign-ins.ts';
import type { ApplicationId, BrowserId, Network, OrganizationId, UserId } from '../../policies/facts.ts';
import { dialects } from '../support/postgres.ts';
import { type Opened, openMigrated } from './fresh.ts';
import { noon } from './people.ts';

for (const dialect of dialects) {
  const test = suite<{ opened: Opened }>(`sign-ins, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.opened = await openMigrated(dialect);
    const { database } = scene.opened;
    const created_at = noon;
    await database('organizations').insert({
      id: 'papillons',
      alias: 'papillons',
      name: 'CPE Les Papillons',
      time_zone: 'America/Toronto',
      policy_version: 17,
      created_at,
    });
    await database('users').insert({
      id: 'julie',
      email: 'julie@papillons.test',
      given_name: 'Julie',
      family_name: 'Tremblay',
      created_at,
    });
    await database('browsers').insert({ id: 'tablet', token_hash: 'hash', user_agent: 'Safari', created_at });
  });
  test.after.each(async ({ opened }) => opened.close());

  /** Julie on the tablet, allowed under version 17; its ids are branded here, where they are made. */
  const julies: SignIn = {
    organizationId: 'papillons' as OrganizationId,
    userId: 'julie' as UserId,
    browserId: 'tablet' as BrowserId,
    applicationId: 'amisgest-sdg' as ApplicationId,
    network: '198.51.100.7' as Network,
    decision: { outcome: 'allow', policyVersion: 17, reasons: [{ kind: 'padlock-open' }] },
    proof: 'unproven',
    approvalRequestId: null,
    at: noon,
  };

  test('Julie’s sign-in refreshes her connection, which it makes the first time', async ({
    opened: { database },
  }) => {
    await recordSignIn(database, julies, { onlyAtVersion: 17 });
    await recordSignIn(database, { ...julies, at: noon + 1000 });
    const [connection, ...others] = await database('connections');
    assert.equal([connection.first_seen, connection.last_seen, others.length], [noon, noon + 1000, 0]);
    assert.is((await database('sign_ins')).length, 2);
    assert.is((await database('sightings')).length, 1);
  });

  test('a sign-in decided on older rules is not recorded', async ({ opened: { database } }) => {
    await database('organizations').increment('policy_version', 1);
    await recordSignIn(database, julies, { onlyAtVersion: 17 }).then(
      () => assert.unreachable('it was recorded'),
      (error) => assert.instance(error, RulesChanged),
    );
    for (const table of ['sign_ins', 'connections', 'sightings'])
      assert.is((await database(table)).length, 0);
  });

  test('a parent’s sign-in belongs to no organization, and makes no connection', async ({
    opened: { database },
  }) => {
    await recordSignIn(
      database,
      { ...julies, organizationId: null, network: 'unknown' },
      { onlyAtVersion: 0 },
    );
    assert.is((await database('connections')).length, 0);
    const [row] = await database('sign_ins');
    assert.equal([row.organization_id, row.network], [null, null]);
  });

  test.run();
}
