import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isClosed, lockOrganization, readDuePadlocks, readPadlock, setPadlock } from '../../db/padlock.ts';
import type { OrganizationId } from '../../policies/facts.ts';
import { dialects } from '../support/postgres.ts';
import { type Opened, openMigrated } from './fresh.ts';
import { addPapillons, noon } from './people.ts';

const papillons = 'papillons' as OrganizationId;
const hour = 60 * 60_000;

for (const dialect of dialects) {
  const test = suite<{ opened: Opened }>(`padlocks, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.opened = await openMigrated(dialect);
    await addPapillons(scene.opened.database);
  });
  test.after.each(({ opened }) => opened.close());

  test('open until further notice, closed, and open until an instant, after which it is closed', async ({
    opened: { database },
  }) => {
    const state = async (at = noon) => (await readPadlock(database, papillons, at))?.state;
    assert.is(await state(), 'open');
    await setPadlock(database, papillons, { state: 'closed', at: noon });
    assert.is(await state(), 'closed');
    await setPadlock(database, papillons, { state: 'open', relockAt: noon + hour });
    assert.equal(
      [await state(), await state(noon + hour - 1), await state(noon + hour)],
      ['open', 'open', 'closed'],
    );
    assert.is(isClosed({ locked: 0, relock_at: null }, noon), false);
    assert.is(
      isClosed({ locked: 1, relock_at: noon + hour }, noon),
      true,
      'what is written as closed is closed',
    );
  });

  test('the first closing stays the first, and each turn raises the version', async ({
    opened: { database },
  }) => {
    for (const at of [noon, noon + hour]) {
      await setPadlock(database, papillons, { state: 'closed', at });
      await setPadlock(database, papillons, { state: 'open', relockAt: null });
    }
    const padlock = await readPadlock(database, papillons, noon);
    assert.equal([padlock?.firstLockedAt, padlock?.relockAt, padlock?.policyVersion], [noon, null, 5]);
  });

  test('due are those whose hour has come, and no closed or open one', async ({ opened: { database } }) => {
    const due = (at: number) => readDuePadlocks(database, at);
    assert.equal(await due(noon), []);
    await setPadlock(database, papillons, { state: 'open', relockAt: noon });
    assert.equal([await due(noon - 1), await due(noon)], [[], [papillons]]);
    await setPadlock(database, papillons, { state: 'closed', at: noon });
    assert.equal(await due(noon + hour), []);
  });

  test('whoever locks second reads what the first has left, in another process too', async ({ opened }) => {
    const order: string[] = [];
    const first = await opened.database.transaction();
    assert.is((await lockOrganization(first, papillons, noon))?.state, 'open');
    const second = opened.second().transaction(async (transaction) => {
      const padlock = await lockOrganization(transaction, papillons, noon);
      order.push(`second: ${padlock?.state}`);
    });
    // Long enough for the second to have read, were it not to wait.
    const third = opened.second();
    for (let looks = 0; looks < 50; looks++) await third('organizations').first('id');
    await setPadlock(first, papillons, { state: 'closed', at: noon });
    order.push('first: closes');
    await first.commit();
    await second;
    assert.equal(order, ['first: closes', 'second: closed']);
    const none = await lockOrganization(opened.database, 'absent' as OrganizationId, noon);
    assert.is(none, undefined);
  });

  test.run();
}
