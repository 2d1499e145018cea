import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deviceOf } from '../../db/devices.ts';
import { linkBrowsersOf } from '../../db/linked-browsers.ts';
import type { DeviceId } from '../../policies/facts.ts';
import { userAgents } from '../../provider/demo/machines.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { arrive, isWaiting, leave, type Machine, machine, takenTo } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import { people, returned } from '../support/walk.ts';

interface Scene {
  centre: Centre;
}

const atTheCentre = '198.51.100.24';
const atHome = '192.0.2.18';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0';

for (const dialect of dialects) {
  const test = suite<Scene>(`the examples of the guide, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
  });
  test.after.each(async ({ centre }) => centre.close());

  const enters = async ({ centre }: Scene, holding: Machine, email: string = people.julie) =>
    returned(await arrive(holding, centre.attempt('amisgest-sdg'), email))?.get('code');
  const asks = async ({ centre }: Scene, holding: Machine, email: string = people.julie) =>
    isWaiting(await arrive(holding, centre.attempt('amisgest-sdg'), email));
  /** Signs in once, which asks, so that the organization knows the machine; then names its device. */
  const deviceIn = async (scene: Scene, holding: Machine): Promise<DeviceId> => {
    assert.ok(await asks(scene, holding), 'an unknown machine asks');
    const { id: browserId } = await scene.centre.browserOf(holding);
    const { organizationId, home } = scene.centre;
    return home.house.database.transaction((transaction) =>
      deviceOf(transaction, { organizationId, browserId, at: Date.now() }),
    );
  };

  test('Julie enters with the centre’s tablet at the centre, not with her phone at the same place, nor with the tablet taken home', async (scene) => {
    const { centre } = scene;
    const placeId = await centre.place({ ranges: ['198.51.100.0/26'] });
    const tablet = machine({ userAgent: userAgents.nurseryTablet, address: atTheCentre });
    const deviceId = await deviceIn(scene, tablet);
    await centre.rule('allow', { role: 'educator', deviceId, placeId });
    assert.ok(await enters(scene, tablet));
    const phone = machine({ userAgent: userAgents.juliePhone, address: atTheCentre });
    assert.ok(await asks(scene, phone), 'her phone asks');
    assert.ok(await asks(scene, takenTo(tablet, centre.home.url, atHome)), 'the tablet at home asks');
    assert.ok(await enters(scene, tablet), 'and the tablet goes on at the centre');
  });

  test('Nadia, an educator, enters with the same tablet; Marc of the administration asks', async (scene) => {
    const { centre } = scene;
    const placeId = await centre.place({ ranges: ['198.51.100.0/26'] });
    const tablet = machine({ userAgent: userAgents.nurseryTablet, address: atTheCentre });
    const deviceId = await deviceIn(scene, tablet);
    await centre.rule('allow', { role: 'educator', deviceId, placeId });
    for (const email of [people.nadia, people.julie]) {
      leave(tablet);
      assert.ok(await enters(scene, tablet, email), email);
    }
    leave(tablet);
    assert.ok(await asks(scene, tablet, people.marc));
  });

  test('Julie enters with the centre’s computer by Chrome and by Edge, not by its Firefox, nor by the Chrome of her phone', async (scene) => {
    const { centre } = scene;
    const { database } = centre.home.house;
    const chrome = machine({ userAgent: userAgents.sylvieOffice, address: atTheCentre });
    const edge = machine({ userAgent: userAgents.marcLaptop, address: atTheCentre });
    const deviceId = await deviceIn(scene, chrome);
    const other = await deviceIn(scene, edge);
    await database.transaction((transaction) =>
      linkBrowsersOf(transaction, centre.organizationId, deviceId, other),
    );
    const userId = await centre.idOf(people.julie);
    await centre.rule('allow', { userId, deviceId, browserFamily: 'chrome' });
    await centre.rule('allow', { userId, deviceId, browserFamily: 'edge' });
    assert.ok(await enters(scene, chrome), 'by Chrome');
    assert.ok(await enters(scene, edge), 'by Edge');
    assert.ok(await asks(scene, machine({ userAgent: firefox, address: atTheCentre })), 'by Firefox');
    const phone = machine({ userAgent: userAgents.juliePhone, address: atTheCentre });
    assert.ok(await asks(scene, phone), 'by her phone');
    assert.ok(await enters(scene, takenTo(chrome, centre.home.url, atHome)), 'from anywhere, with its key');
  });

  test('the computer’s Firefox does not enter by saying that it is Chrome, even linked to the same device', async (scene) => {
    const { centre } = scene;
    const { database } = centre.home.house;
    const chrome = machine({ userAgent: userAgents.sylvieOffice, address: atTheCentre });
    const stranger = machine({ userAgent: userAgents.sylvieOffice, address: atTheCentre });
    const deviceId = await deviceIn(scene, chrome);
    await centre.rule('allow', {
      userId: await centre.idOf(people.julie),
      deviceId,
      browserFamily: 'chrome',
    });
    assert.ok(await asks(scene, stranger), 'the same words, and another browser');
    const linked = machine({ userAgent: firefox, address: atTheCentre });
    const other = await deviceIn(scene, linked);
    await database.transaction((transaction) =>
      linkBrowsersOf(transaction, centre.organizationId, deviceId, other),
    );
    assert.ok(await asks(scene, linked), 'Firefox is not what the rule says');
  });

  test('a tablet reported stolen is turned away where it used to enter', async (scene) => {
    const { centre } = scene;
    const { database } = centre.home.house;
    const placeId = await centre.place({ ranges: ['198.51.100.0/26'] });
    const tablet = machine({ userAgent: userAgents.nurseryTablet, address: atTheCentre });
    const deviceId = await deviceIn(scene, tablet);
    await centre.rule('allow', { role: 'educator', deviceId, placeId });
    assert.ok(await enters(scene, tablet));
    await database('devices').where({ id: deviceId }).update({ stolen_at: Date.now() });
    const turned = await arrive(tablet, centre.attempt('amisgest-sdg'), people.julie);
    assert.is(turned.status, 403);
  });

  test.run();
}
