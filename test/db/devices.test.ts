import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { changeDevice, deviceOf, findDevice, findMachine } from '../../db/devices.ts';
import { endGrantsOfBrowsers } from '../../db/grants.ts';
import { linkBrowsersOf } from '../../db/linked-browsers.ts';
import type { DeviceId } from '../../policies/facts.ts';
import { dialects } from '../support/postgres.ts';
import {
  arcenciel,
  browser,
  monday,
  openSmallCentre,
  papillons,
  type SmallCentre,
} from '../support/small-centre.ts';
import type { Spoken } from '../support/small-centre-people.ts';

interface Scene {
  centre: SmallCentre;
}

for (const dialect of dialects) {
  const test = suite<Scene>(`kept devices, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
  });
  test.after.each(({ centre }) => centre.close());

  const device = ({ database }: SmallCentre, spoken: Spoken, organizationId = papillons) =>
    database.transaction((transaction) =>
      deviceOf(transaction, { organizationId, browserId: browser(spoken), at: monday }),
    );

  test('a browser has one device in each organization, which only that one finds or changes', async ({
    centre,
  }) => {
    const [ours, theirs] = [await device(centre, 'tablet'), await device(centre, 'tablet', arcenciel)];
    assert.is.not(ours, theirs);
    assert.is(await device(centre, 'tablet'), ours);
    assert.is(await findDevice(centre.database, arcenciel, ours), undefined);
    await changeDevice(centre.database, arcenciel, ours, { name: 'Volée', stolenAt: monday });
    const kept = await findDevice(centre.database, papillons, ours);
    assert.equal([kept?.name, kept?.stolenAt], [null, null]);
    await changeDevice(centre.database, papillons, ours, {});
    assert.equal(await findDevice(centre.database, papillons, ours), kept, 'nothing said, nothing changed');
  });

  test('joining is of two devices of one organization, or nothing', async ({ centre }) => {
    const [ours, theirs] = [await device(centre, 'tablet'), await device(centre, 'tablet', arcenciel)];
    const before = await centre.everything();
    await linkBrowsersOf(centre.database, papillons, ours, theirs);
    await linkBrowsersOf(centre.database, papillons, theirs, ours);
    await linkBrowsersOf(centre.database, papillons, ours, 'none' as DeviceId);
    await linkBrowsersOf(centre.database, papillons, ours, ours);
    assert.equal(await centre.everything(), before);
  });

  test('three become one: every browser, every rule, and the earlier theft', async ({ centre }) => {
    const [one, two, three] = [
      await device(centre, 'tablet'),
      await device(centre, 'kitchen'),
      await device(centre, 'phone'),
    ];
    await changeDevice(centre.database, papillons, two, { stolenAt: monday - 1 });
    for (const deviceId of [one, two, three]) await centre.rule({ deviceId });
    await linkBrowsersOf(centre.database, papillons, two, three);
    await linkBrowsersOf(centre.database, papillons, one, two);
    const kept = await findDevice(centre.database, papillons, one);
    assert.equal([...(kept?.browserIds ?? [])].sort(), ['kitchen', 'phone', 'tablet']);
    assert.is(kept?.stolenAt, monday - 1);
    assert.equal(
      (await centre.database('rules')).map((row) => row.device_id),
      [one, one, one],
    );
    assert.is((await centre.database('devices').whereNull('joined_into')).length, 1);
    for (const id of [one, two, three])
      assert.is((await findMachine(centre.database, papillons, id))?.id, one, 'the pages of all lead here');
    assert.is(await findMachine(centre.database, arcenciel, two), undefined);
  });

  test('grants end by browser and organization: others of the same people stay', async ({ centre }) => {
    const { database } = centre;
    await centre.came('julie', 'tablet', 'centre');
    await centre.came('julie', 'phone', 'centre');
    const grant = (id: string, account_id: string, spoken: Spoken, organization_id: string | null) => ({
      model: 'Grant',
      id,
      payload: '{}',
      account_id,
      organization_id,
      facts: JSON.stringify({ browserId: spoken }),
      expires_at: monday * 2,
    });
    await database('oidc_records').insert([
      grant('hers', 'julie', 'tablet', papillons),
      grant('on her phone', 'julie', 'phone', papillons),
      grant('there', 'julie', 'tablet', arcenciel),
      grant('as a parent', 'julie', 'tablet', null),
      { model: 'AccessToken', id: 'token', payload: '{}', grant_id: 'hers', expires_at: monday * 2 },
      { model: 'AccessToken', id: 'other', payload: '{}', grant_id: 'there', expires_at: monday * 2 },
    ]);
    await endGrantsOfBrowsers(database, papillons, [browser('tablet'), browser('kitchen')]);
    const left = (await database('oidc_records')).map(({ id }) => id).sort();
    assert.equal(left, ['as a parent', 'on her phone', 'other', 'there']);
    await endGrantsOfBrowsers(database, papillons, []);
    assert.is((await database('oidc_records')).length, 4);
  });

  test.run();
}
