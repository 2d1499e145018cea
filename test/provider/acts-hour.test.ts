import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findOrganization } from '../../db/organizations.ts';
import { closePadlock, openPadlock, recloseDuePadlocks } from '../../provider/acts/index.ts';
import { dialects } from '../support/postgres.ts';
import {
  arcenciel,
  hour,
  minute,
  monday,
  openSmallCentre,
  papillons,
  place,
  type SmallCentre,
  user,
} from '../support/small-centre.ts';

interface Scene {
  centre: SmallCentre;
}

const here = { organizationId: papillons, by: user('sylvie') };
const result = (is: string) => ({ kind: 'done', result: is });

for (const dialect of dialects) {
  const test = suite<Scene>(`opening for an hour, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
    await scene.centre.lock('closed');
    await scene.centre.came('sylvie', 'office', 'centre');
  });
  test.after.each(({ centre }) => centre.close());

  const opensForAnHour = ({ needs, clock }: SmallCentre) =>
    openPadlock(needs, { ...here, relockAt: clock.now + hour });
  const julieIsTold = (centre: SmallCentre) => centre.decides('julie', 'phone', 'home');
  const actions = async ({ database }: SmallCentre) =>
    (await database('journal').orderBy('at')).map(({ action, actor, after }) => [
      action,
      actor === 'system' ? actor : 'somebody',
      JSON.parse(after),
    ]);

  test('Julie enters for an hour, and asks from its last millisecond on, though no job has run', async ({
    centre,
  }) => {
    assert.is(await julieIsTold(centre), 'ask: new-browser');
    assert.equal(await opensForAnHour(centre), result('done'));
    assert.is(await julieIsTold(centre), 'allow: padlock-open');
    centre.clock.now = monday + hour - 1;
    assert.is(await julieIsTold(centre), 'allow: padlock-open');
    centre.clock.now = monday + hour;
    assert.is(await julieIsTold(centre), 'ask: new-browser');
    const row = await centre.database('organizations').where({ id: papillons }).first();
    assert.equal([Boolean(row.locked), row.relock_at], [false, monday + hour], 'nobody has written it down');
  });

  test('two processes write it down at once: it is written once, all are told once, and the version rises once', async ({
    centre,
  }) => {
    await opensForAnHour(centre);
    const version = await centre.version();
    centre.clock.now = monday + hour - 1;
    await recloseDuePadlocks(centre.needs);
    assert.is(await centre.version(), version, 'the hour is not over');
    centre.clock.now = monday + hour + minute;
    const processes = [centre.needs, centre.second(), centre.second()];
    await Promise.all(processes.map(recloseDuePadlocks));
    await recloseDuePadlocks(centre.needs);
    assert.equal(await actions(centre), [
      ['padlock.opened', 'somebody', { until: monday + hour }],
      ['padlock.reclosed', 'system', {}],
    ]);
    assert.is(await centre.version(), version + 1);
    const notices = await centre.database('outbox').where({ created_at: centre.clock.now });
    assert.equal(notices.map((one) => one.user_id).sort(), ['marc', 'sylvie']);
    const row = await centre.database('organizations').where({ id: papillons }).first();
    assert.equal([Boolean(row.locked), row.relock_at], [true, null]);
    assert.is(row.first_locked_at, monday - 40 * 24 * hour);
    const other = await centre.database('organizations').where({ id: arcenciel }).first();
    assert.equal([Boolean(other.locked), other.policy_version], [false, 1], 'L’Arc-en-ciel stays as it was');
  });

  test('it closes whoever may enter then: nobody asks the guard', async ({ centre }) => {
    await centre.database('sightings').delete();
    await opensForAnHour(centre);
    centre.clock.now += hour;
    await recloseDuePadlocks(centre.needs);
    assert.is((await actions(centre)).at(-1)?.[0], 'padlock.reclosed');
  });

  test('an hour asked for does not shorten what is open until further notice, and nobody is told', async ({
    centre,
  }) => {
    assert.equal(await openPadlock(centre.needs, { ...here, relockAt: null }), result('done'));
    const before = await centre.everything();
    assert.equal(await opensForAnHour(centre), result('already-open'));
    assert.equal(await openPadlock(centre.needs, { ...here, relockAt: null }), result('already'));
    assert.equal(await centre.everything(), before);
    assert.is(await findOrganization(centre.database, 'papillons').then((one) => one?.policyVersion), 2);
  });

  test('another hour follows the first, and « jusqu’à nouvel ordre » follows both', async ({ centre }) => {
    await opensForAnHour(centre);
    assert.equal(await opensForAnHour(centre), result('already'), 'the same hour');
    centre.clock.now += 30 * minute;
    assert.equal(await opensForAnHour(centre), result('done'));
    centre.clock.now = monday + hour;
    await recloseDuePadlocks(centre.needs);
    assert.is(await julieIsTold(centre), 'allow: padlock-open');
    assert.equal(await openPadlock(centre.needs, { ...here, relockAt: null }), result('done'));
    centre.clock.now += 24 * hour;
    await recloseDuePadlocks(centre.needs);
    assert.is(await julieIsTold(centre), 'allow: padlock-open');
    assert.is((await actions(centre)).length, 3);
  });

  test('after the hour, opening again is opening: it says so and holds', async ({ centre }) => {
    await opensForAnHour(centre);
    centre.clock.now += 2 * hour;
    assert.equal(await opensForAnHour(centre), result('done'));
    assert.is(await julieIsTold(centre), 'allow: padlock-open');
    assert.equal(JSON.parse((await centre.database('journal').orderBy('at', 'desc').first()).before), {
      state: 'closed',
      relockAt: monday + hour,
    });
  });

  test('Sylvie closes before the hour is over; the job finds nothing to do', async ({ centre }) => {
    await centre.rule({ userId: user('sylvie'), placeId: place('centre') });
    await opensForAnHour(centre);
    centre.clock.now += minute;
    assert.equal(await closePadlock(centre.needs, here), result('done'));
    assert.is(await julieIsTold(centre), 'ask: new-browser');
    centre.clock.now += 2 * hour;
    const before = await centre.everything();
    await recloseDuePadlocks(centre.needs);
    assert.equal(await closePadlock(centre.needs, here), result('already'));
    assert.equal(await centre.everything(), before);
  });

  test('closing after the hour, before the job ran, writes down that it is closed', async ({ centre }) => {
    await opensForAnHour(centre);
    centre.clock.now += hour;
    assert.equal(await closePadlock(centre.needs, here), result('done'));
    await recloseDuePadlocks(centre.needs);
    assert.equal(
      (await actions(centre)).map(([action]) => action),
      ['padlock.opened', 'padlock.closed'],
    );
    assert.equal(JSON.parse((await centre.database('journal').orderBy('at', 'desc').first()).after), {
      authorized: 0,
    });
  });

  test.run();
}
