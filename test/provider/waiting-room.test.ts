import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Database } from '../../db/open.ts';
import type { ApprovalRequestId } from '../../policies/facts.ts';
import { createWaitingRoom, type WaitingRoom } from '../../provider/approvals/waiting.ts';
import { type Opened, openMigrated } from '../db/fresh.ts';
import { addPapillons, noon, pendingRequest } from '../db/people.ts';
import { dialects } from '../support/postgres.ts';
import { until } from '../support/until.ts';

interface Scene {
  opened: Opened;
  database: Database;
  room: WaitingRoom;
  /** The clock of the room. */
  at: number;
  errors: unknown[];
  /** Statements about requests, since the test began. */
  statements: string[];
}

const second = 1000;
const julies = 'request' as ApprovalRequestId; // branded here: the rows that the tests write
const nadias = 'another' as ApprovalRequestId;

for (const dialect of dialects) {
  const test = suite<Scene>(`the waiting room, on ${dialect.name}`);

  test.before(async (scene) => {
    scene.opened = await openMigrated(dialect);
    scene.database = scene.opened.database;
    await addPapillons(scene.database);
    await scene
      .database('browsers')
      .insert({ id: 'phone', token_hash: 'p', user_agent: '', created_at: noon });
    scene.database.on('query', ({ sql }: { readonly sql: string }) => {
      if (sql.includes('approval_requests')) scene.statements.push(sql);
    });
  });
  test.before.each(async (scene) => {
    scene.statements = [];
    scene.errors = [];
    scene.at = noon;
    await scene.database('approval_requests').delete();
    await scene
      .database('approval_requests')
      .insert([pendingRequest(julies), pendingRequest(nadias, { browser_id: 'phone' })]);
    scene.room = createWaitingRoom({
      database: scene.database,
      now: () => scene.at,
      onError: (error) => scene.errors.push(error),
    });
  });
  test.after.each(({ room }) => room.close());
  test.after(async ({ opened }) => opened.close());

  const answer = ({ database }: Scene, status: string, id: ApprovalRequestId = julies) =>
    database('approval_requests').where({ id }).update({ status });
  const looks = ({ statements }: Scene): number =>
    statements.filter((sql) => /^select .*status/.test(sql)).length;
  /** Another look has begun and ended since this was called. */
  const nextLook = async (scene: Scene): Promise<void> => {
    const before = looks(scene);
    scene.room.wake();
    await until(() => looks(scene) > before);
    await scene.database('organizations').first();
  };
  const page = (scene: Scene, id: ApprovalRequestId = julies) => {
    const heard: string[] = [];
    const leave = scene.room.watch(id, (status) => heard.push(status));
    return { heard, leave };
  };

  test('Julie’s page hears nothing while nobody has answered', async (scene) => {
    const { heard } = page(scene);
    await nextLook(scene);
    await nextLook(scene);
    assert.equal([heard, scene.errors], [[], []]);
  });

  for (const status of ['approved', 'refused', 'cancelled', 'expired', 'superseded']) {
    test(`Julie’s page hears that her request was ${status}`, async (scene) => {
      const { heard } = page(scene);
      await answer(scene, status);
      scene.room.wake();
      await until(() => heard[0] === status);
    });
  }

  test('without being woken, the room looks by itself within seconds', async (scene) => {
    const { heard } = page(scene);
    await until(() => looks(scene) > 0);
    await answer(scene, 'approved');
    await until(() => heard[0] === 'approved', { withinMilliseconds: 5 * second });
  });

  test('a page that comes after the answer hears it too', async (scene) => {
    await answer(scene, 'approved');
    const { heard } = page(scene);
    await until(() => heard[0] === 'approved', {
      withinMilliseconds: 900,
      what: 'a look as the page arrives',
    });
  });

  test('an answer that comes while the room looks is not missed', async (scene) => {
    const { heard } = page(scene);
    scene.room.wake();
    const answered = answer(scene, 'approved');
    scene.room.wake();
    await answered;
    scene.room.wake();
    await until(() => heard[0] === 'approved');
  });

  test('who wakes the room while it looks makes it look again at once, not at the next second', async (scene) => {
    await answer(scene, 'approved');
    scene.room.watch(julies, () => scene.room.wake());
    await until(() => looks(scene) >= 10, { withinMilliseconds: 5 * second });
  });

  test('a request that no longer exists counts as cancelled', async (scene) => {
    const { heard } = page(scene);
    await scene.database('approval_requests').where({ id: julies }).delete();
    scene.room.wake();
    await until(() => heard[0] === 'cancelled');
  });

  test('both of Julie’s tabs hear the answer, Nadia’s page does not, nor one that left', async (scene) => {
    const [first, other, gone, nadia] = [page(scene), page(scene), page(scene), page(scene, nadias)];
    gone.leave();
    await answer(scene, 'approved');
    scene.room.wake();
    await until(() => first.heard.length > 0 && other.heard.length > 0);
    assert.equal([first.heard[0], other.heard[0]], ['approved', 'approved']);
    assert.equal([gone.heard, nadia.heard], [[], []]);
  });

  test('a tab that leaves twice takes no other with it', async (scene) => {
    const [first, other] = [page(scene), page(scene)];
    first.leave();
    first.leave();
    await answer(scene, 'approved');
    scene.room.wake();
    await until(() => other.heard.length > 0);
    assert.equal(first.heard, []);
  });

  test('a tab that leaves again after everybody left does not silence one that came since', async (scene) => {
    const first = page(scene);
    first.leave();
    const later = page(scene);
    first.leave();
    await answer(scene, 'approved');
    scene.room.wake();
    await until(() => later.heard.length > 0);
  });

  test('a page that fails while it is told does not silence the others', async (scene) => {
    scene.room.watch(julies, () => {
      throw new Error('this page is broken');
    });
    const other = page(scene);
    await answer(scene, 'approved');
    scene.room.wake();
    await until(() => other.heard.length > 0, { withinMilliseconds: 3 * second });
  });

  test('fifty pages cost one statement a look, and an empty room none', async (scene) => {
    const pages = Array.from({ length: 50 }, (_, index) => page(scene, index % 2 === 0 ? julies : nadias));
    await nextLook(scene);
    await nextLook(scene);
    scene.statements.length = 0;
    await nextLook(scene);
    assert.is(scene.statements.length, 1);
    assert.equal(scene.errors, []);
    for (const { leave } of pages) leave();
    await scene.database('organizations').first();
    scene.statements.length = 0;
    for (let round = 0; round < 5; round++) scene.room.wake();
    await scene.database('organizations').first();
    assert.equal(scene.statements, []);
  });

  test('that a page was seen is written at once, then every thirty seconds, while the request is pending', async (scene) => {
    const seenAt = async (id = julies): Promise<number> =>
      (await scene.database('approval_requests').where({ id }).first('last_waited_at')).last_waited_at;
    scene.at = noon + second;
    page(scene);
    await until(async () => (await seenAt()) === noon + second);
    scene.at = noon + 30 * second;
    await nextLook(scene);
    assert.is(await seenAt(), noon + second);
    scene.at = noon + 31 * second;
    await nextLook(scene);
    assert.is(await seenAt(), noon + 31 * second);
    assert.is(await seenAt(nadias), noon, 'nobody waits there');
    await answer(scene, 'approved');
    scene.at = noon + 100 * second;
    await nextLook(scene);
    assert.is(await seenAt(), noon + 31 * second);
  });

  test('a database that fails is reported, and the room goes on when it is back', async (scene) => {
    const { heard } = page(scene);
    await nextLook(scene);
    await scene.database.schema.renameTable('approval_requests', 'elsewhere');
    try {
      scene.room.wake();
      await until(() => scene.errors.length > 0);
    } finally {
      await scene.database.schema.renameTable('elsewhere', 'approval_requests');
    }
    await answer(scene, 'approved');
    scene.room.wake();
    await until(() => heard[0] === 'approved');
  });

  test('a room that is closed tells nobody anything', async (scene) => {
    const { heard } = page(scene);
    await nextLook(scene);
    scene.room.close();
    await answer(scene, 'approved');
    scene.statements.length = 0;
    scene.room.wake();
    await scene.database('organizations').first();
    assert.equal(heard, []);
    assert.equal(scene.statements, []);
  });

  test.run();
}
