import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type DeviceChange, findDevice, findMachine } from '../../db/devices.ts';
import type { DeviceId, OrganizationId } from '../../policies/facts.ts';
import {
  describeDevice,
  endRule,
  fingerprintOf,
  joinDevices,
  knowDevice,
  openPadlock,
  reportFound,
  reportStolen,
  separateBrowser,
  undoDevice,
  writeRule,
} from '../../provider/acts/index.ts';
import { dialects } from '../support/postgres.ts';
import {
  arcenciel,
  browser,
  monday,
  network,
  openSmallCentre,
  papillons,
  place,
  type SmallCentre,
  user,
} from '../support/small-centre.ts';
import type { Spoken } from '../support/small-centre-people.ts';

interface Scene {
  centre: SmallCentre;
}

const here = { organizationId: papillons, by: user('sylvie') };

for (const dialect of dialects) {
  const test = suite<Scene>(`devices, on ${dialect.name}`);

  test.before.each(async (scene) => {
    const centre = await openSmallCentre(dialect);
    scene.centre = centre;
    await centre.lock('closed');
    await centre.came('julie', 'tablet', 'centre');
    await centre.came('julie', 'kitchen', 'centre');
    await centre.came('nadia', 'tablet', 'centre');
  });
  test.after.each(({ centre }) => centre.close());

  const known = async (
    { needs }: SmallCentre,
    spoken: Spoken,
    by: { organizationId: OrganizationId; by: typeof here.by } = here,
  ): Promise<DeviceId> => {
    const told = await knowDevice(needs, { ...by, browserId: browser(spoken) });
    if (told.kind !== 'done') throw new Error(told.kind);
    return told.result;
  };
  const describe = ({ needs }: SmallCentre, deviceId: DeviceId, says: Omit<DeviceChange, 'stolenAt'>) =>
    describeDevice(needs, { ...here, deviceId, says });
  const join = ({ needs }: SmallCentre, deviceId: DeviceId, joinedId: DeviceId) =>
    joinDevices(needs, { ...here, deviceId, joinedId });

  test('the nursery’s tablet is written down once, however often Sylvie asks, and by two at once', async ({
    centre,
  }) => {
    const other = { ...centre, needs: centre.second() };
    const ids = await Promise.all([known(centre, 'tablet'), known(other, 'tablet'), known(centre, 'tablet')]);
    assert.is(new Set(ids).size, 1);
    assert.is((await centre.database('devices')).length, 1);
    assert.equal(await findDevice(centre.database, papillons, ids[0]), {
      id: ids[0],
      name: null,
      kind: 'unknown',
      shared: false,
      stolenAt: null,
      browserIds: ['tablet'],
    });
  });

  test('a name is given and taken away again; the journal says that it changed, and what else', async ({
    centre,
  }) => {
    const deviceId = await known(centre, 'tablet');
    const version = await centre.version();
    await describe(centre, deviceId, { name: 'Pouponnière', shared: true });
    await describe(centre, deviceId, { name: null });
    const device = await findDevice(centre.database, papillons, deviceId);
    assert.equal([device?.name, device?.shared], [null, true]);
    const [first, second] = await centre.database('journal').orderBy('policy_version');
    assert.is(JSON.parse(first.before).shared, false);
    assert.equal(JSON.parse(first.after), { name: 'changed', shared: true });
    assert.is(JSON.parse(second.before).shared, true);
    assert.not.match(JSON.stringify([first, second]), /Pouponnière/, 'a name may be a person’s');
    assert.is(await centre.version(), version + 2);
  });

  test('what Sylvie says the machine is holds over what it was recognised as, in rules too', async ({
    centre,
  }) => {
    await centre.rule({ deviceKind: 'tablet', placeId: place('centre') });
    await centre.database('browsers').where({ id: 'tablet' }).update({ kind: 'computer' });
    const deviceId = await known(centre, 'tablet');
    const told = () => centre.decides('julie', 'tablet', 'centre');
    assert.is(await told(), 'ask: not-authorized');
    await describe(centre, deviceId, { kind: 'tablet' });
    assert.is(await told(), 'allow: authorized');
    assert.is(await centre.decides('nadia', 'kitchen', 'centre'), 'ask: new-browser', 'not every machine');
    await describe(centre, deviceId, { kind: 'phone' });
    assert.is(await told(), 'ask: not-authorized');
    await describe(centre, deviceId, { kind: 'unknown' });
    assert.is(await told(), 'ask: not-authorized', 'recognised again, as nothing here');
  });

  test('two browsers on one machine: rules about either are about both, and its name stays the first’s', async ({
    centre,
  }) => {
    const [tablet, kitchen] = [await known(centre, 'tablet'), await known(centre, 'kitchen')];
    await describe(centre, tablet, { name: 'Pouponnière' });
    await describe(centre, kitchen, { name: 'Cuisine' });
    await centre.rule({ deviceId: tablet, network: network('home') });
    await centre.rule({ deviceId: kitchen, placeId: place('centre') });
    assert.is(await centre.decides('julie', 'tablet', 'centre'), 'ask: not-authorized');
    assert.is((await join(centre, tablet, kitchen)).kind, 'done');
    for (const spoken of ['tablet', 'kitchen'] as const)
      for (const at of ['centre', 'home'] as const)
        assert.is(await centre.decides('julie', spoken, at), 'allow: authorized', `${spoken} ${at}`);
    const device = await findDevice(centre.database, papillons, tablet);
    assert.equal(
      [device?.name, [...(device?.browserIds ?? [])].sort()],
      ['Pouponnière', ['kitchen', 'tablet']],
    );
    assert.is(await findDevice(centre.database, papillons, kitchen), undefined);
    const entry = await centre.database('journal').where({ action: 'device.joined' }).first();
    assert.equal([JSON.parse(entry.before).joined, JSON.parse(entry.after).deviceId], [kitchen, tablet]);
    assert.is(await known(centre, 'kitchen'), tablet);
    const before = await centre.everything();
    assert.is((await join(centre, tablet, tablet)).kind, 'done');
    assert.equal(await centre.everything(), before, 'a device is itself');
  });

  for (const [name, stricter] of [
    ['the first', 'tablet'],
    ['the second', 'kitchen'],
  ] as const)
    test(`when ${name} of two is shared or stolen, the one that they become is`, async ({ centre }) => {
      const [tablet, kitchen] = [await known(centre, 'tablet'), await known(centre, 'kitchen')];
      const strict = stricter === 'tablet' ? tablet : kitchen;
      await describe(centre, strict, { shared: true });
      await reportStolen(centre.needs, { ...here, deviceId: strict });
      assert.is((await join(centre, tablet, kitchen)).kind, 'done');
      const device = await findDevice(centre.database, papillons, tablet);
      assert.equal([device?.shared, device?.stolenAt], [true, monday]);
      for (const spoken of ['tablet', 'kitchen'] as const)
        assert.is(await centre.decides('julie', spoken, 'centre'), 'deny: device-stolen');
    });

  test('shared here, its sessions are short everywhere: a session proves a password to all', async ({
    centre,
  }) => {
    await centre.came('odile', 'tablet', 'garderie', { organization: arcenciel });
    const isShared = async (who: 'julie' | 'odile', spoken: Spoken) =>
      (await centre.asks(who, spoken, 'centre')).situation.sharedDevice;
    const deviceId = await known(centre, 'tablet');
    assert.is(await isShared('julie', 'tablet'), false);
    await describe(centre, deviceId, { shared: true });
    assert.is(await isShared('julie', 'tablet'), true);
    assert.is(await isShared('odile', 'tablet'), true);
    assert.is(await isShared('julie', 'kitchen'), false);
    await describe(centre, deviceId, { shared: false });
    assert.is(await isShared('julie', 'tablet'), false);
  });

  test('stolen, it is refused even with the padlock open, whoever holds it; found, it is what it was', async ({
    centre,
  }) => {
    await centre.rule({ role: 'educator', placeId: place('centre') });
    await centre.database('memberships').where({ user_id: 'nadia' }).update({ access: 'always' });
    const deviceId = await known(centre, 'tablet');
    await describe(centre, deviceId, { name: 'Pouponnière', kind: 'tablet', shared: true });
    const before = await findDevice(centre.database, papillons, deviceId);
    await reportStolen(centre.needs, { ...here, deviceId });
    const refused = async () => {
      for (const who of ['julie', 'nadia'] as const)
        assert.is(await centre.decides(who, 'tablet', 'centre'), 'deny: device-stolen');
      assert.is(await centre.decides('julie', 'kitchen', 'centre'), opened ? open : 'allow: authorized');
    };
    const open = 'allow: padlock-open';
    let opened = false;
    await refused();
    await openPadlock(centre.needs, { ...here, relockAt: null });
    opened = true;
    await refused();
    await reportFound(centre.needs, { ...here, deviceId });
    assert.equal(await findDevice(centre.database, papillons, deviceId), before);
    assert.is(await centre.decides('julie', 'tablet', 'centre'), open);
    await centre.lock('closed');
    assert.is(await centre.decides('julie', 'tablet', 'centre'), 'allow: authorized');
  });

  test('stolen from Les Papillons, it opens L’Arc-en-ciel as before: each says what its devices are', async ({
    centre,
  }) => {
    const there = { organization: arcenciel };
    await centre.came('odile', 'tablet', 'garderie', there);
    const deviceId = await known(centre, 'tablet');
    const theirs = await known(centre, 'tablet', { organizationId: arcenciel, by: user('pierre') });
    assert.is.not(theirs, deviceId);
    await reportStolen(centre.needs, { ...here, deviceId });
    assert.is(await centre.decides('odile', 'tablet', 'garderie', there), 'allow: padlock-open');
    assert.is((await findDevice(centre.database, arcenciel, theirs))?.stolenAt, null);
  });

  test('on a stolen device what waits waits no more, and what was approved and not used opens nothing when it is found', async ({
    centre,
  }) => {
    const julies = await centre.waits('julie', 'tablet', 'home');
    const nadias = await centre.waits('nadia', 'tablet', 'home');
    const elsewhere = await centre.waits('julie', 'kitchen', 'home');
    const requests = () => centre.database('approval_requests');
    await requests().where({ id: nadias }).update({ status: 'approved', decided_at: monday });
    const tells = () => centre.decides('nadia', 'tablet', 'home');
    assert.is(await tells(), 'allow: approved');
    const deviceId = await known(centre, 'tablet');
    await reportStolen(centre.needs, { ...here, deviceId });
    assert.equal(await Promise.all([julies, nadias, elsewhere].map(centre.statusOf)), [
      'cancelled',
      'cancelled',
      'pending',
    ]);
    await reportFound(centre.needs, { ...here, deviceId });
    assert.is(await tells(), 'ask: new-network');
  });

  const done = async <Result>(changed: Promise<{ kind: string; result?: Result }>): Promise<Result> => {
    const { kind, result } = await changed;
    if (kind !== 'done' || result === undefined) throw new Error(kind);
    return result;
  };
  const apart = (rows: readonly { readonly [key: string]: unknown }[]) =>
    rows.map((row) => JSON.stringify(row)).sort();
  const machines = async ({ database }: SmallCentre) => ({
    devices: apart(
      await database('devices').select('id', 'name', 'kind', 'shared', 'stolen_at', 'joined_into'),
    ),
    links: apart(await database('device_browsers')),
    rules: apart(await database('rules')),
  });

  test('a browser that nobody has linked is a machine of its own, written down by the first thing said of it', async ({
    centre,
  }) => {
    const alone = await findMachine(centre.database, papillons, 'kitchen');
    assert.equal([alone?.id, alone?.browserIds], ['kitchen', ['kitchen']]);
    assert.is(await findMachine(centre.database, papillons, 'phone'), undefined, 'never seen here');
    assert.is(await findMachine(centre.database, arcenciel, 'kitchen'), undefined);
    assert.is((await centre.database('devices')).length, 0);
    const kitchen = 'kitchen' as DeviceId;
    const { deviceId } = await done(describe(centre, kitchen, { name: 'Cuisine' }));
    assert.is.not(deviceId, kitchen);
    const named = await findMachine(centre.database, papillons, 'kitchen');
    assert.equal([named?.id, named?.name], [deviceId, 'Cuisine']);
  });

  test('Marc has changed it since Sylvie’s page: nothing of hers is written, and she is told', async ({
    centre,
  }) => {
    const deviceId = 'tablet' as DeviceId;
    const device = await findMachine(centre.database, papillons, deviceId);
    assert.ok(device);
    const shown = device && fingerprintOf(device);
    assert.is(
      (await describeDevice(centre.needs, { ...here, deviceId, shown, says: { shared: true } })).kind,
      'done',
    );
    const before = await centre.everything();
    const stale = { kind: 'stale' };
    const late = { ...here, deviceId, ...(shown !== undefined && { shown }) };
    assert.equal(await describeDevice(centre.needs, { ...late, says: { name: 'Pouponnière' } }), stale);
    assert.equal(await reportStolen(centre.needs, late), stale);
    assert.equal(await reportFound(centre.needs, late), stale);
    assert.equal(await joinDevices(centre.needs, { ...late, joinedId: 'kitchen' as DeviceId }), stale);
    assert.equal(
      await joinDevices(centre.needs, {
        ...here,
        deviceId: 'kitchen' as DeviceId,
        joinedId: deviceId,
        ...(shown !== undefined && { joinedShown: shown }),
      }),
      stale,
    );
    assert.equal(await separateBrowser(centre.needs, { ...late, browserId: browser('tablet') }), stale);
    assert.equal(await centre.everything(), before);
  });

  test('a join is undone exactly: browsers, rules and marks go back to the one they were of', async ({
    centre,
  }) => {
    const [tablet, kitchen] = [await known(centre, 'tablet'), await known(centre, 'kitchen')];
    await describe(centre, kitchen, { name: 'Cuisine', shared: true });
    await reportStolen(centre.needs, { ...here, deviceId: kitchen });
    await centre.rule({ deviceId: tablet });
    await centre.rule({ deviceId: kitchen });
    const before = await machines(centre);
    const { entryId } = await done(join(centre, tablet, kitchen));
    assert.is((await findMachine(centre.database, papillons, kitchen))?.id, tablet, 'its old page leads on');
    assert.is(await done(undoDevice(centre.needs, { ...here, entryId })), tablet);
    assert.equal(await machines(centre), before);
    assert.is(await centre.decides('julie', 'tablet', 'centre'), 'ask: unproven-browser');
    assert.is(await centre.decides('julie', 'kitchen', 'centre'), 'deny: device-stolen');
    assert.equal(await undoDevice(centre.needs, { ...here, entryId }), { kind: 'stale' }, 'once');
  });

  test('a join is not undone once the machine is stolen, refused, shared or joined again: no half of it enters', async ({
    centre,
  }) => {
    const [tablet, kitchen] = [await known(centre, 'tablet'), await known(centre, 'kitchen')];
    await centre.rule({ userId: user('julie'), placeId: place('centre') });
    const refusal = {
      effect: 'deny',
      conditions: { deviceId: tablet },
      validFrom: 'always',
      validUntil: 'always',
    } as const;
    const since: Readonly<Record<string, () => Promise<() => Promise<unknown>>>> = {
      stolen: async () => {
        await done(reportStolen(centre.needs, { ...here, deviceId: tablet }));
        assert.is(await centre.decides('julie', 'kitchen', 'centre'), 'deny: device-stolen');
        return () => done(reportFound(centre.needs, { ...here, deviceId: tablet }));
      },
      refused: async () => {
        const { ruleId } = await done(writeRule(centre.needs, { ...here, terms: refusal }));
        return () => done(endRule(centre.needs, { ...here, ruleId }));
      },
      shared: async () => {
        await done(describe(centre, tablet, { shared: true }));
        return () => done(describe(centre, tablet, { shared: false }));
      },
      joined: async () => {
        await centre.came('nadia', 'phone', 'centre');
        const phone = await known(centre, 'phone');
        const again = await done(join(centre, tablet, phone));
        return () => done(undoDevice(centre.needs, { ...here, entryId: again.entryId }));
      },
    };
    const { entryId } = await done(join(centre, tablet, kitchen));
    for (const [name, act] of Object.entries(since)) {
      const back = await act();
      const before = await centre.everything();
      assert.equal(await undoDevice(centre.needs, { ...here, entryId }), { kind: 'stale' }, name);
      assert.equal(await centre.everything(), before, name);
      await back();
    }
    await done(undoDevice(centre.needs, { ...here, entryId }));
  });

  test('a separation is not undone once another machine has joined what was separated, or something was said of it', async ({
    centre,
  }) => {
    await centre.came('nadia', 'phone', 'centre');
    const tablet = await known(centre, 'tablet');
    const [kitchen, phone] = [await known(centre, 'kitchen'), await known(centre, 'phone')];
    await done(join(centre, tablet, kitchen));
    const away = { ...here, deviceId: tablet, browserId: browser('kitchen') };
    const { entryId } = await done(separateBrowser(centre.needs, away));
    const alone = await known(centre, 'kitchen');
    const isStale = async (name: string) => {
      const before = await centre.everything();
      assert.equal(await undoDevice(centre.needs, { ...here, entryId }), { kind: 'stale' }, name);
      assert.equal(await centre.everything(), before, name);
    };
    const joined = await done(join(centre, alone, phone));
    await isStale('joined');
    await done(undoDevice(centre.needs, { ...here, entryId: joined.entryId }));
    await done(reportStolen(centre.needs, { ...here, deviceId: alone }));
    await isStale('stolen');
    await done(reportFound(centre.needs, { ...here, deviceId: alone }));
    await done(undoDevice(centre.needs, { ...here, entryId }));
  });

  test('a day later neither a join nor a mark is undone', async ({ centre }) => {
    const [tablet, kitchen] = [await known(centre, 'tablet'), await known(centre, 'kitchen')];
    const { entryId } = await done(join(centre, tablet, kitchen));
    const shared = await done(describe(centre, tablet, { shared: true }));
    centre.clock.now += 24 * 60 * 60_000 + 1;
    for (const late of [entryId, shared.entryId])
      assert.equal(await undoDevice(centre.needs, { ...here, entryId: late }), { kind: 'stale' });
  });

  test('a browser is separated: rules about the device stay with it, its marks go along, and « Annuler » joins them again', async ({
    centre,
  }) => {
    const [tablet, kitchen] = [await known(centre, 'tablet'), await known(centre, 'kitchen')];
    await join(centre, tablet, kitchen);
    await describe(centre, tablet, { shared: true });
    await centre.rule({ deviceId: tablet, placeId: place('centre') });
    assert.is(await centre.decides('julie', 'kitchen', 'centre'), 'allow: authorized');
    const away = { ...here, deviceId: tablet, browserId: browser('kitchen') };
    const { entryId } = await done(separateBrowser(centre.needs, away));
    assert.is(await centre.decides('julie', 'kitchen', 'centre'), 'ask: not-authorized');
    assert.is(await centre.decides('julie', 'tablet', 'centre'), 'allow: authorized');
    const alone = await findMachine(centre.database, papillons, 'kitchen');
    assert.equal([alone?.name, alone?.shared], [null, true]);
    assert.equal(await separateBrowser(centre.needs, away), { kind: 'not-yours' }, 'it has left');
    const last = { ...here, deviceId: tablet, browserId: browser('tablet') };
    assert.equal(await separateBrowser(centre.needs, last), { kind: 'stale' }, 'alone on its machine');
    assert.is(await done(undoDevice(centre.needs, { ...here, entryId })), tablet);
    assert.is(await centre.decides('julie', 'kitchen', 'centre'), 'allow: authorized');
  });

  test('what was separated from a stolen machine is refused until it is said to be found', async ({
    centre,
  }) => {
    const [tablet, kitchen] = [await known(centre, 'tablet'), await known(centre, 'kitchen')];
    await join(centre, tablet, kitchen);
    await reportStolen(centre.needs, { ...here, deviceId: tablet });
    await separateBrowser(centre.needs, { ...here, deviceId: tablet, browserId: browser('kitchen') });
    assert.is(await centre.decides('julie', 'kitchen', 'centre'), 'deny: device-stolen');
    await done(reportFound(centre.needs, { ...here, deviceId: 'kitchen' as DeviceId }));
    assert.is(await centre.decides('julie', 'kitchen', 'centre'), 'ask: not-authorized');
    assert.is(await centre.decides('julie', 'tablet', 'centre'), 'deny: device-stolen');
  });

  test('« partagé » is undone, once, and by nobody of another centre', async ({ centre }) => {
    const { entryId, deviceId } = await done(describe(centre, 'tablet' as DeviceId, { shared: true }));
    const theirs = { organizationId: arcenciel, by: user('pierre'), entryId };
    assert.equal(await undoDevice(centre.needs, theirs), { kind: 'not-yours' });
    assert.is(await done(undoDevice(centre.needs, { ...here, entryId })), deviceId);
    assert.is((await findDevice(centre.database, papillons, deviceId))?.shared, false);
    assert.equal(await undoDevice(centre.needs, { ...here, entryId }), { kind: 'stale' });
    const named = await done(describe(centre, deviceId, { name: 'Pouponnière' }));
    assert.equal(await undoDevice(centre.needs, { ...here, entryId: named.entryId }), { kind: 'not-yours' });
  });

  test('nobody of another centre, and no educator, separates a browser or undoes what Sylvie did', async ({
    centre,
  }) => {
    const [tablet, kitchen] = [await known(centre, 'tablet'), await known(centre, 'kitchen')];
    const { entryId } = await done(join(centre, tablet, kitchen));
    const before = await centre.everything();
    for (const by of [
      { organizationId: papillons, by: user('pierre') },
      { organizationId: papillons, by: user('julie') },
      { organizationId: arcenciel, by: user('pierre') },
    ]) {
      const given = { ...by, deviceId: tablet, browserId: browser('kitchen') };
      assert.equal(await separateBrowser(centre.needs, given), { kind: 'not-yours' });
      assert.equal(await undoDevice(centre.needs, { ...by, entryId }), { kind: 'not-yours' });
    }
    assert.equal(await centre.everything(), before);
  });

  test('Sylvie and Marc change the same machine at once, from the same page: one of them is told', async ({
    centre,
  }) => {
    const deviceId = 'tablet' as DeviceId;
    const device = await findMachine(centre.database, papillons, deviceId);
    if (!device) throw new Error('the tablet was seen');
    const asked = { organizationId: papillons, deviceId, shown: fingerprintOf(device) };
    const outcomes = await Promise.all([
      describeDevice(centre.needs, { ...asked, by: user('sylvie'), says: { name: 'Pouponnière' } }),
      describeDevice(centre.second(), { ...asked, by: user('marc'), says: { name: 'Cuisine' } }),
    ]);
    assert.equal(outcomes.map(({ kind }) => kind).sort(), ['done', 'stale']);
    assert.is((await centre.database('devices')).length, 1, 'written down once');
  });

  test.run();
}
