import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Database } from '../../db/open.ts';
import {
  addNotices,
  claimNotices,
  type NoticeKind,
  noticeDelivered,
  noticeFailed,
  readBacklog,
} from '../../db/outbox.ts';
import type { ApprovalRequestId, OrganizationId, UserId } from '../../policies/facts.ts';
import { dialects } from '../support/postgres.ts';
import { type Opened, openMigrated } from './fresh.ts';
import { addPapillons, noon, pendingRequest } from './people.ts';

interface Scene {
  opened: Opened;
  database: Database;
}

const minute = 60_000;

// Branded here: the rows that `addPapillons` writes.
const about = {
  organizationId: 'papillons' as OrganizationId,
  approvalRequestId: 'request' as ApprovalRequestId,
};
const julie = 'julie' as UserId;

for (const dialect of dialects) {
  const test = suite<Scene>(`the outbox, on ${dialect.name}`);

  test.before(async (scene) => {
    scene.opened = await openMigrated(dialect);
    scene.database = scene.opened.database;
    await addPapillons(scene.database);
    await scene.database('approval_requests').insert(pendingRequest('request'));
  });
  test.before.each(async ({ database }) => {
    await database('outbox').delete();
  });
  test.after(async ({ opened }) => opened.close());

  const add = (database: Database, many: number, at = noon, kind: NoticeKind = 'connection-approved') =>
    addNotices(
      database,
      Array.from({ length: many }, () => ({ ...about, userId: julie, kind })),
      at,
    );
  const claim = (database: Database, at: number, most = 10) =>
    claimNotices(database, { at, leaseMilliseconds: minute, most });
  const idsOf = async (claimed: ReturnType<typeof claim>) => (await claimed).map(({ id }) => id);

  test('eight workers in two processes claim sixty notices at once, and each notice goes to one', async (scene) => {
    await add(scene.database, 60);
    const both = [scene.database, scene.opened.second()];
    const worker = async (database: Database): Promise<readonly string[]> => {
      const mine = await idsOf(claim(database, noon, 3));
      return mine.length === 0 ? [] : [...mine, ...(await worker(database))];
    };
    const workers = Array.from({ length: 8 }, (_, index) => worker(both[index % 2] ?? scene.database));
    const claimed = (await Promise.all(workers)).flat();
    assert.is(claimed.length, 60);
    assert.is(new Set(claimed).size, 60);
  });

  test('a worker that dies gives its notices back when its lease ends, and not before', async ({
    database,
  }) => {
    await add(database, 2);
    const first = await idsOf(claim(database, noon));
    assert.equal(await idsOf(claim(database, noon + minute - 1)), []);
    assert.equal(await idsOf(claim(database, noon + minute)), first);
  });

  test('notices come in the order of the news, those that are due first', async ({ database }) => {
    await add(database, 1, noon + 2, 'connection-refused');
    await add(database, 3, noon, 'approval-requested');
    await add(database, 1, noon + 1, 'connection-waiting');
    assert.equal(await idsOf(claim(database, noon - 1)), []);
    const claimed = await claim(database, noon + 2);
    assert.equal(
      claimed.map(({ kind }) => kind),
      [
        'approval-requested',
        'approval-requested',
        'approval-requested',
        'connection-waiting',
        'connection-refused',
      ],
    );
    const ids = claimed.slice(0, 3).map(({ id }) => id);
    assert.equal(ids, ids.toSorted(), 'of one instant, in the order they were written');
  });

  test('the oldest are claimed before the newer ones when there are more than a worker takes', async ({
    database,
  }) => {
    await add(database, 1, noon + 1, 'connection-refused');
    await add(database, 1, noon, 'approval-requested');
    assert.is((await claim(database, noon + 1, 1))[0]?.kind, 'approval-requested');
  });

  test('a notice holds references only, and says how often it was tried', async ({ database }) => {
    await add(database, 1);
    for (const attempts of [1, 2]) {
      const [notice] = await claim(database, noon + attempts * minute);
      assert.equal(
        { ...notice, id: '' },
        { ...about, journalId: null, id: '', userId: julie, kind: 'connection-approved', attempts },
      );
    }
  });

  test('a delivery that failed waits for its retry, and its reason is kept', async ({ database }) => {
    await add(database, 1);
    const [id = ''] = await idsOf(claim(database, noon));
    await noticeFailed(database, { id, retryAt: noon + 5000, error: `450 not now ${'.'.repeat(600)}` });
    assert.equal(await idsOf(claim(database, noon + 4999)), []);
    const row = await database('outbox').first();
    assert.match(row.last_error, /^450 not now/);
    assert.is(row.last_error.length, 500);
    assert.equal(await idsOf(claim(database, noon + 5000)), [id]);
  });

  test('what was delivered never comes back', async ({ database }) => {
    await add(database, 1);
    const [id = ''] = await idsOf(claim(database, noon));
    await noticeDelivered(database, id, noon + 1);
    assert.equal(await idsOf(claim(database, noon + 1000 * minute)), []);
    const row = await database('outbox').first();
    assert.equal([row.delivered_at, row.last_error], [noon + 1, null]);
  });

  test('a slow worker whose lease ended cannot bring back what another delivered', async ({ database }) => {
    await add(database, 1);
    const [id = ''] = await idsOf(claim(database, noon));
    await idsOf(claim(database, noon + minute));
    await noticeDelivered(database, id, noon + minute + 1);
    await noticeFailed(database, { id, retryAt: noon + minute + 2, error: 'timed out' });
    assert.equal(await idsOf(claim(database, noon + 1000 * minute)), []);
  });

  test('news whose transaction fails was never news', async ({ database }) => {
    await database
      .transaction(async (transaction) => {
        await add(transaction, 3);
        throw new Error('the answer came too late');
      })
      .catch(() => {});
    assert.equal(await claim(database, noon), []);
    await addNotices(database, [], noon);
  });

  test('the backlog says how many wait, and since when', async ({ database }) => {
    assert.equal(await readBacklog(database), { waiting: 0, oldestAt: null });
    await add(database, 2, noon);
    await add(database, 1, noon - 5);
    assert.equal(await readBacklog(database), { waiting: 3, oldestAt: noon - 5 });
    const [id = ''] = await idsOf(claim(database, noon - 5));
    await noticeDelivered(database, id, noon);
    assert.equal(await readBacklog(database), { waiting: 2, oldestAt: noon });
  });

  test.run();
}
