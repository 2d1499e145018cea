import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addPlace,
  changePlace,
  findPlacesEver,
  isSiteOf,
  readPlaces,
  readSites,
  removePlace,
  restorePlace,
} from '../../db/places.ts';
import { addRule, ownsAll, readRules } from '../../db/rules.ts';
import type { DeviceId, OrganizationId, PlaceId, UserId } from '../../policies/facts.ts';
import { dialects } from '../support/postgres.ts';
import { type Opened, openMigrated } from './fresh.ts';
import { addPapillons, noon } from './people.ts';

const papillons = 'papillons' as OrganizationId;
const lutins = 'lutins' as OrganizationId;

for (const dialect of dialects) {
  const test = suite<{ opened: Opened }>(`places, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.opened = await openMigrated(dialect);
    const { database } = scene.opened;
    await addPapillons(database);
    await database('organizations').insert({
      id: lutins,
      alias: lutins,
      name: 'Les Lutins',
      time_zone: 'America/Toronto',
      created_at: noon,
    });
  });
  test.after.each(({ opened }) => opened.close());

  const circle = { latitude: 45.53, longitude: -73.52, radiusMeters: 120 };
  const add = ({ database }: Opened, name: string, more: Partial<Parameters<typeof addPlace>[1]> = {}) =>
    addPlace(database, {
      organizationId: papillons,
      name,
      siteId: null,
      ranges: [],
      circle: 'none',
      at: noon,
      ...more,
    });

  test('places come back as they were written, the oldest first, their ranges in order', async ({
    opened,
  }) => {
    const yard = await add(opened, 'La cour', { at: noon + 1, circle });
    const centre = await add(opened, 'Le centre', { ranges: ['2001:db8::/64', '198.51.100.0/26'] });
    await add(opened, 'Chez les Lutins', { organizationId: lutins });
    assert.equal(await readPlaces(opened.database, papillons), [
      {
        id: centre,
        name: 'Le centre',
        siteId: null,
        ranges: ['198.51.100.0/26', '2001:db8::/64'],
        circle: 'none',
      },
      { id: yard, name: 'La cour', siteId: null, ranges: [], circle },
    ]);
  });

  test('a place that is removed takes its rules along, once, and no other’s', async ({ opened }) => {
    const { database } = opened;
    const [placeId, other] = [await add(opened, 'Le centre'), await add(opened, 'La cour')];
    const rule = (conditions: { placeId?: PlaceId; userId?: UserId }) =>
      addRule(database, {
        organizationId: papillons,
        effect: 'allow',
        conditions,
        validFrom: 'always',
        validUntil: 'always',
        origin: 'console',
        createdBy: null,
        at: noon,
      });
    await rule({ placeId });
    const kept = [await rule({ placeId: other }), await rule({ userId: 'julie' as UserId })];
    assert.is(await removePlace(database, { organizationId: lutins, id: placeId, at: noon }), false);
    assert.is((await readRules(database, papillons)).length, 3);
    assert.is(await removePlace(database, { organizationId: papillons, id: placeId, at: noon }), true);
    assert.is(await removePlace(database, { organizationId: papillons, id: placeId, at: noon }), false);
    assert.equal((await readRules(database, papillons)).map(({ id }) => id).sort(), kept.sort());
    assert.equal(
      (await readPlaces(database, papillons)).map(({ id }) => id),
      [other],
    );
  });

  test('what is another organization’s, removed or nothing at all is not owned', async ({ opened }) => {
    const { database } = opened;
    const [ours, theirs] = [
      await add(opened, 'Le centre'),
      await add(opened, 'Là', { organizationId: lutins }),
    ];
    const removed = await add(opened, 'La cour');
    await removePlace(database, { organizationId: papillons, id: removed, at: noon });
    const owns = (placeId: PlaceId) => ownsAll(database, papillons, { placeId });
    assert.equal(await Promise.all([ours, theirs, removed, 'none' as PlaceId].map(owns)), [
      true,
      false,
      false,
      false,
    ]);
    assert.is(await ownsAll(database, papillons, { role: 'educator' }), true);
    const deviceId = 'none' as DeviceId;
    assert.is(await ownsAll(database, papillons, { placeId: ours, deviceId }), false);
    await database('sites').insert({ id: 'site', organization_id: lutins, name: 'Là', created_at: noon });
    assert.equal(
      [await isSiteOf(database, lutins, 'site'), await isSiteOf(database, papillons, 'site')],
      [true, false],
    );
  });

  test('a place is changed whole, and no other’s is', async ({ opened }) => {
    const { database } = opened;
    const id = await add(opened, 'Le centre', { ranges: ['198.51.100.24', '198.51.100.25'], circle });
    const changed = {
      id,
      name: 'Le pavillon',
      siteId: null,
      ranges: ['203.0.113.0/28'],
      circle: 'none',
    } as const;
    assert.not.ok(await changePlace(database, lutins, changed));
    const [before] = await database('organizations').where({ id: papillons });
    assert.ok(await changePlace(database, papillons, changed));
    assert.equal(await readPlaces(database, papillons), [changed]);
    const [after] = await database('organizations').where({ id: papillons });
    assert.is(after.policy_version, before.policy_version + 1);
  });

  test('a place that was removed comes back as it was, once, and is its organization’s all along', async ({
    opened,
  }) => {
    const { database } = opened;
    const id = await add(opened, 'Le centre', { ranges: ['198.51.100.24'], circle });
    const before = await readPlaces(database, papillons);
    assert.not.ok(await restorePlace(database, papillons, id), 'it is there');
    await removePlace(database, { organizationId: papillons, id, at: noon });
    assert.equal([...(await findPlacesEver(database, papillons, [id, 'no place', 'nor this']))], [id]);
    assert.equal([...(await findPlacesEver(database, lutins, [id]))], []);
    const nothing = { id, name: 'X', siteId: null, ranges: [], circle: 'none' } as const;
    assert.not.ok(await changePlace(database, papillons, nothing), 'what was removed is not changed');
    assert.not.ok(await restorePlace(database, lutins, id));
    assert.ok(await restorePlace(database, papillons, id));
    assert.equal(await readPlaces(database, papillons), before);
  });

  test('sites are read in their order, and none of another organization', async ({
    opened: { database },
  }) => {
    await database('sites').delete();
    const site = (id: string, created_at: number, organization_id: string = papillons) => ({
      id,
      organization_id,
      name: `Site ${id}`,
      created_at,
    });
    await database('sites').insert([site('b', 2), site('a', 1), site('c', 0, lutins)]);
    assert.equal(await readSites(database, papillons), [
      { id: 'a', name: 'Site a' },
      { id: 'b', name: 'Site b' },
    ]);
  });

  test.run();
}
