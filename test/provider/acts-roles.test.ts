import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deviceOf } from '../../db/devices.ts';
import { newId } from '../../db/ids.ts';
import type { BrowserId, DeviceId, OrganizationId, PlaceId, RuleId, UserId } from '../../policies/facts.ts';
import type { Conditions } from '../../policies/rules.ts';
import {
  type Changed,
  changeAccess,
  closePadlock,
  describeDevice,
  endRule,
  forgetPlace,
  joinDevices,
  knowDevice,
  openPadlock,
  reportFound,
  reportStolen,
  writePlace,
  writeRule,
} from '../../provider/acts/index.ts';
import { dialects } from '../support/postgres.ts';
import {
  arcenciel,
  browser,
  monday,
  openSmallCentre,
  papillons,
  place,
  type SmallCentre,
  user,
} from '../support/small-centre.ts';

/** What acts are about: in Les Papillons, in L’Arc-en-ciel, or nowhere. */
interface Things {
  readonly userId: UserId;
  readonly browserId: BrowserId;
  readonly deviceId: DeviceId;
  readonly placeId: PlaceId;
  readonly ruleId: RuleId;
  readonly siteId: string;
}
interface Scene {
  centre: SmallCentre;
  ours: Things;
  theirs: Things;
}
interface By {
  readonly organizationId: OrganizationId;
  readonly by: UserId;
}

const absent: Things = {
  userId: newId<UserId>(),
  browserId: newId<BrowserId>(),
  deviceId: newId<DeviceId>(),
  placeId: newId<PlaceId>(),
  ruleId: newId<RuleId>(),
  siteId: newId(),
};
const notYours = { kind: 'not-yours' };
const adds = (conditions: Conditions) => ({
  effect: 'allow' as const,
  conditions,
  validFrom: 'always' as const,
  validUntil: 'always' as const,
});

type Act = (centre: SmallCentre, given: By, things: Things) => Promise<Changed<unknown>>;
/** Each act about one thing that the organization has. */
const about: Readonly<Record<string, Act>> = {
  'a rule to end': ({ needs }, by, { ruleId }) => endRule(needs, { ...by, ruleId }),
  'a rule for a person': ({ needs }, by, { userId }) => writeRule(needs, { ...by, terms: adds({ userId }) }),
  'a rule for a browser': ({ needs }, by, { browserId }) =>
    writeRule(needs, { ...by, terms: adds({ browserId }) }),
  'a rule for a device': ({ needs }, by, { deviceId }) =>
    writeRule(needs, { ...by, terms: adds({ deviceId }) }),
  'a rule for a place': ({ needs }, by, { placeId }) => writeRule(needs, { ...by, terms: adds({ placeId }) }),
  'a person’s access': ({ needs }, by, { userId }) =>
    changeAccess(needs, { ...by, userId, access: 'always' }),
  'a place to remove': ({ needs }, by, { placeId }) => forgetPlace(needs, { ...by, placeId }),
  'a place at a site': ({ needs }, by, { siteId }) =>
    writePlace(needs, { ...by, place: { name: 'La cour', siteId, ranges: [], circle: 'none' } }),
  'a browser to know': ({ needs }, by, { browserId }) => knowDevice(needs, { ...by, browserId }),
  'a device to describe': ({ needs }, by, { deviceId }) =>
    describeDevice(needs, { ...by, deviceId, says: { name: 'La tablette' } }),
  'a stolen device': ({ needs }, by, { deviceId }) => reportStolen(needs, { ...by, deviceId }),
  'a found device': ({ needs }, by, { deviceId }) => reportFound(needs, { ...by, deviceId }),
};
const whole: Readonly<Record<string, Act>> = {
  'the padlock, to close': ({ needs }, by) => closePadlock(needs, by),
  'the padlock, to open': ({ needs }, by) => openPadlock(needs, { ...by, relockAt: null }),
};

for (const dialect of dialects) {
  const test = suite<Scene>(`who may change what, on ${dialect.name}`);

  test.before.each(async (scene) => {
    const centre = await openSmallCentre(dialect);
    scene.centre = centre;
    await centre.lock('closed');
    await centre.came('sylvie', 'office', 'centre');
    await centre.came('julie', 'tablet', 'centre');
    await centre.came('odile', 'kitchen', 'garderie', { organization: arcenciel });
    await centre.database('memberships').where({ user_id: 'sylvie' }).update({ access: 'always' });
    const thingsOf = async (organizationId: OrganizationId, names: Partial<Things>): Promise<Things> => {
      const { userId = absent.userId, browserId = absent.browserId, placeId = absent.placeId } = names;
      const siteId = `site of ${organizationId}`;
      await centre
        .database('sites')
        .insert({ id: siteId, organization_id: organizationId, name: 'La cour', created_at: monday });
      const deviceId = await centre.database.transaction((transaction) =>
        deviceOf(transaction, { organizationId, browserId, at: monday }),
      );
      const ruleId = await centre.rule({ userId, browserId }, { organization: organizationId });
      return { userId, browserId, placeId, siteId, deviceId, ruleId };
    };
    scene.ours = await thingsOf(papillons, {
      userId: user('julie'),
      browserId: browser('tablet'),
      placeId: place('centre'),
    });
    scene.theirs = await thingsOf(arcenciel, {
      userId: user('odile'),
      browserId: browser('kitchen'),
      placeId: place('garderie'),
    });
  });
  test.after.each(({ centre }) => centre.close());

  const sylvie = { organizationId: papillons, by: user('sylvie') };

  const strangers: Readonly<Record<string, (scene: Scene) => Promise<By>>> = {
    'Pierre, of the administration of L’Arc-en-ciel': async () => ({ ...sylvie, by: user('pierre') }),
    'Julie, an educator': async () => ({ ...sylvie, by: user('julie') }),
    'Marc, who had the role until now': async ({ centre: { database } }) => {
      await database('membership_roles').where({ membership_id: 'of marc' }).delete();
      return { ...sylvie, by: user('marc') };
    },
    'Marc, who left': async ({ centre: { database } }) => {
      await database('memberships').where({ user_id: 'marc' }).update({ ends_at: monday });
      return { ...sylvie, by: user('marc') };
    },
    'Marc, whose access is withdrawn': async ({ centre: { database } }) => {
      await database('memberships').where({ user_id: 'marc' }).update({ access: 'never' });
      return { ...sylvie, by: user('marc') };
    },
    'Marc, whose account is disabled': async ({ centre: { database } }) => {
      await database('users').where({ id: 'marc' }).update({ disabled_at: monday });
      return { ...sylvie, by: user('marc') };
    },
    'Sylvie, in an organization that does not exist': async () => ({
      ...sylvie,
      organizationId: newId<OrganizationId>(),
    }),
  };
  for (const [name, becoming] of Object.entries(strangers))
    test(`${name} changes nothing`, async (scene) => {
      const { centre, ours } = scene;
      const by = await becoming(scene);
      const before = await centre.everything();
      for (const [what, act] of Object.entries({ ...about, ...whole }))
        assert.equal(await act(centre, by, ours), notYours, what);
      assert.equal(await centre.everything(), before);
    });

  test('a thing of L’Arc-en-ciel is to Sylvie as if it did not exist, whatever she would do with it', async ({
    centre,
    theirs,
  }) => {
    const before = await centre.everything();
    for (const [what, act] of Object.entries(about)) {
      assert.equal(await act(centre, sylvie, theirs), notYours, `${what} of theirs`);
      assert.equal(await act(centre, sylvie, absent), notYours, `${what} that is none`);
    }
    assert.equal(await centre.everything(), before);
  });

  test('neither of two devices that are one may be of another organization', async ({
    centre,
    ours,
    theirs,
  }) => {
    const before = await centre.everything();
    for (const [deviceId, joinedId] of [
      [ours.deviceId, theirs.deviceId],
      [theirs.deviceId, ours.deviceId],
      [ours.deviceId, absent.deviceId],
    ] as const)
      assert.equal(await joinDevices(centre.needs, { ...sylvie, deviceId, joinedId }), notYours);
    assert.equal(await centre.everything(), before);
  });

  test('Sylvie does all of it with what is hers, and each act stands in the journal under a newer version', async ({
    centre,
    ours,
  }) => {
    const { 'a place to remove': remove, 'a rule to end': end, ...others } = about;
    for (const [what, act] of Object.entries({ ...others, ...whole, end, remove }))
      assert.is((await act?.(centre, sylvie, ours))?.kind, 'done', what);
    const journal = await centre.database('journal').orderBy(['policy_version', 'id']);
    const actions = journal.map(({ action }) => action);
    assert.equal([...new Set(actions)].sort(), [
      'access.changed',
      'device.changed',
      'padlock.opened',
      'place.added',
      'place.removed',
      'rule.added',
      'rule.ended',
    ]);
    const versions = journal.map((row) => row.policy_version);
    assert.is(new Set(versions).size, versions.length, 'no two under one version');
    assert.is(versions.at(-1), await centre.version());
  });

  test('a rule that has ended, and a place that was removed, are gone for Sylvie too', async ({
    centre,
    ours,
  }) => {
    for (const what of ['a rule to end', 'a place to remove']) {
      assert.is((await about[what]?.(centre, sylvie, ours))?.kind, 'done', what);
      const before = await centre.everything();
      assert.equal(await about[what]?.(centre, sylvie, ours), notYours, what);
      assert.equal(await centre.everything(), before);
    }
    assert.equal(await about['a rule for a place']?.(centre, sylvie, ours), notYours);
  });

  test.run();
}
