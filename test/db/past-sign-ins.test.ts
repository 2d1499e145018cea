import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  readNeverSeen,
  readPastSignIns,
  readPendingAttempts,
  readRecentEntries,
  readUseOfNetworks,
} from '../../db/past-sign-ins.ts';
import { dialects } from '../support/postgres.ts';
import {
  arcenciel,
  day,
  hour,
  monday,
  network,
  openSmallCentre,
  papillons,
  type SmallCentre,
} from '../support/small-centre.ts';

interface Scene {
  centre: SmallCentre;
}

const recently = { organizationId: papillons, since: monday - 30 * day, at: monday };

for (const dialect of dialects) {
  const test = suite<Scene>(`past sign-ins, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
  });
  test.after.each(({ centre }) => centre.close());

  const entries = async ({ database }: SmallCentre, role?: string) =>
    (await readRecentEntries(database, { ...recently, ...(role !== undefined && { role }) }))
      .map(({ userId, browserId, at }) => `${userId} ${browserId} ${(monday - at) / day}`)
      .sort();

  test('of a connection, one line a network and application, the last time that it let in', async ({
    centre,
  }) => {
    await centre.came('julie', 'tablet', 'centre', { at: monday - 3 * day });
    await centre.came('julie', 'tablet', 'centre', { at: monday - 2 * day });
    await centre.came('julie', 'tablet', 'centre', { outcome: 'ask' });
    await centre.came('julie', 'tablet', 'home', { outcome: 'ask' });
    await centre.came('sylvie', 'office', 'centre', { application: 'reglages' });
    await centre.came('sylvie', 'office', 'centre');
    assert.equal(await entries(centre), ['julie tablet 2', 'sylvie office 1', 'sylvie office 1']);
    assert.equal(await entries(centre, 'administration'), ['sylvie office 1', 'sylvie office 1']);
    assert.equal(await entries(centre, 'educator'), ['julie tablet 2']);
  });

  test('with the membership, the roles and the device as they are now', async ({ centre }) => {
    const { database } = centre;
    await centre.came('julie', 'tablet', 'centre');
    await database('memberships').where({ user_id: 'julie' }).update({ access: 'always' });
    await database('membership_roles').insert({ membership_id: 'of julie', role: 'cook' });
    const device = { id: 'd', organization_id: papillons, kind: 'tablet', stolen_at: monday };
    await database('devices').insert({ ...device, created_at: monday });
    const link = { organization_id: papillons, browser_id: 'tablet', device_id: 'd' };
    await database('device_browsers').insert(link);
    const [one] = await readRecentEntries(database, recently);
    assert.equal([one?.access, one?.roles], ['always', ['cook', 'educator']]);
    assert.equal(one?.device, { id: 'd', kind: 'tablet', status: 'stolen' });
    assert.equal([one?.network, one?.proof], [network('centre'), 'unproven']);
  });

  test('those who left, are disabled, are of elsewhere or came too long ago are not read', async ({
    centre,
  }) => {
    const { database } = centre;
    for (const who of ['julie', 'nadia', 'sylvie'] as const) await centre.came(who, 'tablet', 'centre');
    await centre.came('marc', 'laptop', 'centre', { at: recently.since });
    await centre.came('pierre', 'pierres', 'garderie', { organization: arcenciel });
    await database('memberships').where({ user_id: 'julie' }).update({ ends_at: monday });
    await database('users').where({ id: 'nadia' }).update({ disabled_at: monday });
    assert.equal(await entries(centre), ['sylvie tablet 1']);
    await database('memberships')
      .where({ user_id: 'julie' })
      .update({ ends_at: monday + 1 });
    assert.equal(await entries(centre), ['julie tablet 1', 'sylvie tablet 1']);
  });

  test('the last attempts that let in, the newest first and no more than asked for', async ({ centre }) => {
    for (const hours of [5, 1, 3])
      await centre.came('julie', 'tablet', 'centre', { at: monday - hours * hour });
    await centre.came('julie', 'tablet', 'centre', { at: monday - 2 * hour, outcome: 'deny' });
    const read = async (most: number) =>
      (await readPastSignIns(centre.database, { ...recently, most })).map(({ at }) => (monday - at) / hour);
    assert.equal(
      [await read(10), await read(2)],
      [
        [1, 3, 5],
        [1, 3],
      ],
    );
  });

  test('how many people a network let in, and on how many days', async ({ centre }) => {
    for (const days of [1, 2, 2, 3])
      await centre.came('julie', 'tablet', 'centre', { at: monday - days * day });
    await centre.came('nadia', 'tablet', 'centre', { at: monday - day });
    await centre.came('nadia', 'tablet', 'home', { outcome: 'ask' });
    const uses = await readUseOfNetworks(centre.database, papillons, recently.since);
    assert.equal([...uses], [[network('centre'), { people: 2, days: 3 }]]);
  });

  test('who is to enter by rules and was never let in, by name', async ({ centre }) => {
    await centre.came('julie', 'tablet', 'centre');
    await centre.came('nadia', 'tablet', 'centre', { outcome: 'ask' });
    await centre.database('memberships').where({ user_id: 'marc' }).update({ access: 'always' });
    const never = await readNeverSeen(centre.database, recently);
    assert.equal(
      never.map(({ givenName }) => givenName),
      ['Nadia', 'Sylvie'],
    );
  });

  test('what waits, with why: a journey that was impossible stays so', async ({ centre }) => {
    const journey = { kind: 'impossible-travel', kilometers: 5200, hours: 2 } as const;
    const far = await centre.waits('julie', 'phone', 'home', { proof: 'proven', reasons: [journey] });
    const near = await centre.waits('nadia', 'tablet', 'centre');
    const over = await centre.waits('sylvie', 'office', 'centre');
    await centre.database('approval_requests').where({ id: over }).update({ expires_at: monday });
    const pending = await readPendingAttempts(centre.database, papillons, monday);
    const told = new Map(pending.map(({ requestId, proof, travel }) => [requestId, { proof, travel }]));
    assert.is(told.size, 2);
    assert.equal(told.get(far), {
      proof: 'proven',
      travel: { kind: 'impossible', kilometers: 5200, hours: 2 },
    });
    assert.equal(told.get(near), { proof: 'unproven', travel: { kind: 'unknown' } });
  });

  test.run();
}
