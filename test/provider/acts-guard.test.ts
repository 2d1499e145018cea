import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deviceOf } from '../../db/devices.ts';
import type { DeviceId, RuleId, ScheduleText } from '../../policies/facts.ts';
import type { Conditions, Rule } from '../../policies/rules.ts';
import {
  type Changed,
  changeAccess,
  describeDevice,
  endRule,
  forgetPlace,
  joinDevices,
  reportStolen,
  writeRule,
} from '../../provider/acts/index.ts';
import { dialects } from '../support/postgres.ts';
import {
  browser,
  day,
  hour,
  monday,
  network,
  openSmallCentre,
  papillons,
  place,
  type SmallCentre,
  user,
} from '../support/small-centre.ts';

interface Scene {
  centre: SmallCentre;
  /** Sylvie’s only authorization: from her office’s computer, at the centre. */
  sylvies: RuleId;
}

type Act = (scene: Scene) => Promise<Changed<unknown>>;

const here = { organizationId: papillons, by: user('sylvie') };
const sylvieAtTheCentre = {
  userId: user('sylvie'),
  browserId: browser('office'),
  placeId: place('centre'),
};
const lockedOut = { kind: 'locks-out', whom: 'administrators' };

const refuse =
  (conditions: Conditions): Act =>
  ({ centre: { needs } }) =>
    writeRule(needs, {
      ...here,
      terms: { effect: 'deny', conditions, validFrom: 'always', validUntil: 'always' },
    });

const deviceOfTheOffice = ({ centre: { database } }: Scene): Promise<DeviceId> =>
  database.transaction((transaction) =>
    deviceOf(transaction, { organizationId: papillons, browserId: browser('office'), at: monday }),
  );

/** Each of them takes away what lets Sylvie in. */
const changes: Readonly<Record<string, Act>> = {
  'ending her only rule': ({ centre, sylvies }) => endRule(centre.needs, { ...here, ruleId: sylvies }),
  'a refusal of everybody': refuse({}),
  'a refusal of the role Administration': refuse({ role: 'administration' }),
  'a refusal of Réglages': refuse({ applicationId: 'reglages' as NonNullable<Conditions['applicationId']> }),
  'a refusal of the place': refuse({ placeId: place('centre') }),
  'withdrawing her access': ({ centre }) =>
    changeAccess(centre.needs, { ...here, userId: user('sylvie'), access: 'never' }),
  'removing the place': ({ centre }) => forgetPlace(centre.needs, { ...here, placeId: place('centre') }),
  'reporting her computer stolen': async (scene) =>
    reportStolen(scene.centre.needs, { ...here, deviceId: await deviceOfTheOffice(scene) }),
};

for (const dialect of dialects) {
  const test = suite<Scene>(`the guard, on ${dialect.name}`);

  test.before.each(async (scene) => {
    const centre = await openSmallCentre(dialect);
    scene.centre = centre;
    await centre.lock('closed');
    await centre.came('sylvie', 'office', 'centre', { application: 'reglages' });
    scene.sylvies = await centre.rule(sylvieAtTheCentre);
    await deviceOfTheOffice(scene);
  });
  test.after.each(({ centre }) => centre.close());

  const marcHasAWayIn = async ({ centre }: Scene) => {
    await centre.came('marc', 'laptop', 'home');
    await centre.rule({ userId: user('marc'), browserId: browser('laptop'), network: network('home') });
  };

  for (const [name, act] of Object.entries(changes)) {
    test(`${name} would leave no administrator a way in: it is refused, nothing is written, and it passes once the padlock is open`, async (scene) => {
      const before = await scene.centre.everything();
      assert.equal(await act(scene), lockedOut);
      assert.equal(await scene.centre.everything(), before);
      assert.is(
        await scene.centre.decides('sylvie', 'office', 'centre', { application: 'reglages' }),
        'allow: authorized',
      );
      await scene.centre.database('organizations').where({ id: papillons }).update({ locked: false });
      assert.is((await act(scene)).kind, 'done');
    });
  }

  for (const name of ['ending her only rule', 'withdrawing her access', 'reporting her computer stolen'])
    test(`${name} passes while Marc keeps a way in`, async (scene) => {
      await marcHasAWayIn(scene);
      assert.is((await changes[name]?.(scene))?.kind, 'done');
      assert.not.match(
        await scene.centre.decides('sylvie', 'office', 'centre', { application: 'reglages' }),
        /allow/,
      );
      assert.is(await scene.centre.decides('marc', 'laptop', 'home'), 'allow: authorized');
    });

  test('Marc’s way in counts only when it is his: used within the month, of an active administrator, to Réglages', async (scene) => {
    const { centre, sylvies } = scene;
    const end = () => endRule(centre.needs, { ...here, ruleId: sylvies });
    const ofMarc = { userId: user('marc'), browserId: browser('laptop'), network: network('home') };
    await centre.rule(ofMarc);
    assert.equal(await end(), lockedOut, 'authorized, and never seen');
    await centre.came('marc', 'laptop', 'home', { at: monday - 31 * day });
    assert.equal(await end(), lockedOut, 'seen a month ago');
    await centre.came('marc', 'laptop', 'home', { outcome: 'ask' });
    assert.equal(await end(), lockedOut, 'only asked since');
    await centre.came('marc', 'laptop', 'home');
    const memberships = () => centre.database('memberships').where({ user_id: 'marc' });
    await memberships().update({ ends_at: monday - hour });
    assert.equal(await end(), lockedOut, 'he left');
    await memberships().update({ ends_at: null });
    await centre
      .database('membership_roles')
      .where({ membership_id: 'of marc' })
      .update({ role: 'educator' });
    assert.equal(await end(), lockedOut, 'an educator now');
    await centre.database('membership_roles').where({ membership_id: 'of marc' }).delete();
    await centre.database('membership_roles').insert({ membership_id: 'of marc', role: 'administration' });
    assert.is((await end()).kind, 'done');
  });

  test('a padlock open for an hour guards as if it were closed: nobody is asked again before it closes', async (scene) => {
    const { centre } = scene;
    const ours = () => centre.database('organizations').where({ id: papillons });
    await ours().update({ locked: false, relock_at: monday + hour });
    for (const [name, act] of Object.entries(changes)) assert.equal(await act(scene), lockedOut, name);
    await ours().update({ relock_at: null });
    assert.is((await endRule(centre.needs, { ...here, ruleId: scene.sylvies })).kind, 'done');
  });

  test('a rule that lets Marc into another application than Réglages is no way in', async (scene) => {
    const { centre, sylvies } = scene;
    await centre.came('marc', 'laptop', 'home');
    const applicationId = 'amisgest-sdg' as NonNullable<Conditions['applicationId']>;
    await centre.rule({ userId: user('marc'), network: network('home'), applicationId });
    assert.equal(await endRule(centre.needs, { ...here, ruleId: sylvies }), lockedOut);
  });

  test('Marc whose access is « toujours » keeps a way in, whatever refuses', async (scene) => {
    await scene.centre.came('marc', 'laptop', 'home');
    await scene.centre.database('memberships').where({ user_id: 'marc' }).update({ access: 'always' });
    for (const name of ['a refusal of everybody', 'ending her only rule'])
      assert.is((await changes[name]?.(scene))?.kind, 'done', name);
  });

  test('when nobody could enter before, no change is refused: it may be the first step of the remedy', async (scene) => {
    await scene.centre.database('rules').update({ ended_at: monday - hour });
    const { centre } = scene;
    const other = await centre.rule({ userId: user('julie'), placeId: place('centre') });
    for (const act of [
      () => endRule(centre.needs, { ...here, ruleId: other }),
      () => refuse({})(scene),
      () => changeAccess(centre.needs, { ...here, userId: user('julie'), access: 'never' }),
    ])
      assert.is((await act()).kind, 'done');
  });

  test('joining her computer to one that was stolen, and calling it a telephone under a rule for computers, are refused', async (scene) => {
    const { centre, sylvies } = scene;
    const at = monday - hour;
    await centre
      .database('devices')
      .insert({ id: 'stolen', organization_id: papillons, stolen_at: at, created_at: at });
    const deviceId = await deviceOfTheOffice(scene);
    const before = await centre.everything();
    for (const [kept, joined] of [
      [deviceId, 'stolen' as DeviceId],
      ['stolen' as DeviceId, deviceId],
    ] as const)
      assert.equal(await joinDevices(centre.needs, { ...here, deviceId: kept, joinedId: joined }), lockedOut);
    assert.equal(await centre.everything(), before);
    await centre.database('rules').where({ id: sylvies }).update({ device_kind: 'computer' });
    await centre.database('devices').where({ id: deviceId }).update({ kind: 'computer' });
    const says = { kind: 'phone' } as const;
    assert.equal(await describeDevice(centre.needs, { ...here, deviceId, says }), lockedOut);
  });

  const replacedBy = async ({ centre, sylvies }: Scene, more: Conditions, how: Partial<Rule>) => {
    await centre.rule({ ...sylvieAtTheCentre, ...more }, how);
    return endRule(centre.needs, { ...here, ruleId: sylvies });
  };
  const officeHours = { schedule: 'mon-fri 06:30-18:00' as ScheduleText };

  test('on a Saturday night, a rule for the hours at which Sylvie comes is a way in', async (scene) => {
    await scene.centre.came('sylvie', 'office', 'centre', { at: monday });
    scene.centre.clock.now = Date.UTC(2026, 2, 15, 3);
    assert.is((await replacedBy(scene, officeHours, {})).kind, 'done');
  });

  test('a rule for hours at which she never came is none, unless they are now', async (scene) => {
    // She came on a Sunday.
    scene.centre.clock.now = Date.UTC(2026, 2, 15, 3);
    assert.equal(await replacedBy(scene, { schedule: 'tue 06:30-18:00' as ScheduleText }, {}), lockedOut);
    scene.centre.clock.now = Date.UTC(2026, 2, 17, 14);
    assert.is((await endRule(scene.centre.needs, { ...here, ruleId: scene.sylvies })).kind, 'done');
  });

  test('a rule that has expired, ends before a week is over or begins only later is no way in', async (scene) => {
    assert.equal(await replacedBy(scene, {}, { validUntil: monday }), lockedOut);
    assert.equal(await replacedBy(scene, {}, { validFrom: monday + 20 * day }), lockedOut);
    assert.equal(await replacedBy(scene, {}, { validUntil: monday + 5 * day }), lockedOut);
    assert.is((await replacedBy(scene, {}, { validUntil: monday + 8 * day })).kind, 'done');
  });

  test.run();
}
