import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { userAgents } from '../../provider/demo/machines.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { addresses } from '../support/geo-cities.ts';
import { arrive, isWaiting, look, type Machine, machine, said, takenTo } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import type { Answer } from '../support/raw-http.ts';
import { checkCode, people, returned } from '../support/walk.ts';

interface Scene {
  centre: Centre;
  /** Julie's telephone, authorized from anywhere, which has just entered in London. */
  inLondon: Machine;
}

const hour = 3_600_000;
const code = (page: Answer) => returned(page)?.get('code') ?? undefined;
const { london, alsoLondon, boxford, milton, philippines } = addresses;

for (const dialect of dialects) {
  const test = suite<Scene>(`travel, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
    scene.inLondon = machine({ userAgent: userAgents.juliePhone, address: london });
    const waiting = await arrives(scene, scene.inLondon);
    const { id: browserId } = await scene.centre.browserOf(scene.inLondon);
    await scene.centre.rule('allow', { userId: await scene.centre.idOf(people.julie), browserId });
    assert.ok(code(await look(scene.inLondon, waiting)));
  });
  test.after.each(async ({ centre }) => centre.close());

  const arrives = ({ centre }: Scene, holding: Machine) => arrive(holding, centre.attempt(), people.julie);
  const taken = ({ centre, inLondon }: Scene, address: string) => takenTo(inLondon, centre.home.url, address);
  /** So long ago, as far as the record tells. */
  const enteredBefore = async ({ centre }: Scene, milliseconds: number) => {
    const { database } = centre.home.house;
    const entries = database('sign_ins').where({
      user_id: await centre.idOf(people.julie),
      outcome: 'allow',
    });
    await entries.update({ at: database.raw('at - ?', [milliseconds]) });
  };

  test('minutes after London, Julie’s telephone in Milton is asked in spite of its key and its authorization', async (scene) => {
    const { centre } = scene;
    const page = await arrives(scene, taken(scene, milton));
    assert.ok(isWaiting(page), `${page.status} at ${page.url}`);
    assert.equal(await centre.reasons(people.julie), ['impossible-travel']);
    assert.is((await centre.request()).proof, 'proven');
    assert.match(said(page), /Cette connexion vient d’un endroit inattendu/);
    const { text } = await centre.page();
    assert.match(text, /7\s?[67]\d\d\s?km/u, 'Sylvie reads how far');
    assert.ok(code(await arrives(scene, taken(scene, alsoLondon))), 'and London goes on');
  });

  test('once Sylvie approves, Milton is the base: it enters again, and London asks', async (scene) => {
    const { centre } = scene;
    const inMilton = taken(scene, milton);
    const page = await arrives(scene, inMilton);
    const glanced = await centre.approve({ scope: 'anywhere' });
    assert.match(glanced.text, /Entrez le code à six chiffres/, 'a risk is not answered at a glance');
    await centre.approve({ scope: 'anywhere', code: checkCode(page) });
    assert.ok(code(await look(inMilton, page)));
    assert.ok(code(await arrives(scene, inMilton)));
    assert.equal(
      await centre.reasons(people.julie),
      ['authorized'],
      'by her authorization, the approval was used',
    );
    assert.ok(isWaiting(await arrives(scene, taken(scene, london))));
    assert.equal(await centre.reasons(people.julie), ['impossible-travel']);
  });

  test('nine hours after London Julie may be in Milton, eight hours after she may not', async (scene) => {
    await enteredBefore(scene, 8 * hour);
    assert.ok(isWaiting(await arrives(scene, taken(scene, milton))));
    await enteredBefore(scene, hour);
    assert.ok(code(await arrives(scene, taken(scene, milton))));
  });

  test('a neighbouring town, the same line and a country without a city are no travel', async (scene) => {
    for (const address of [boxford, london, philippines, '192.168.1.20'])
      assert.ok(code(await arrives(scene, taken(scene, address))), address);
  });

  test('what was only asked for is no base, nor is what another person did with the same telephone', async (scene) => {
    const { centre } = scene;
    assert.ok(isWaiting(await arrives(scene, taken(scene, milton))));
    const nadias = machine({ userAgent: userAgents.nadiaPhone, address: milton });
    const nadia = await arrive(nadias, centre.attempt(), people.nadia);
    await centre.approve();
    assert.ok(code(await look(nadias, nadia)));
    assert.ok(code(await arrives(scene, taken(scene, alsoLondon))));
  });

  test('a place or a refusal has its say all the same: Milton named is asked, Milton refused is turned away', async (scene) => {
    const { centre } = scene;
    const userId = await centre.idOf(people.julie);
    const placeId = await centre.place({ name: 'Milton', ranges: ['216.160.83.0/24'] });
    await centre.rule('allow', { userId, placeId });
    assert.ok(isWaiting(await arrives(scene, taken(scene, milton))));
    assert.equal(await centre.reasons(people.julie), ['impossible-travel']);
    await centre.rule('deny', { userId, placeId });
    assert.is((await arrives(scene, taken(scene, milton))).status, 403);
  });

  test.run();
}
