import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Region } from '../../policies/facts.ts';
import { userAgents } from '../../provider/demo/machines.ts';
import { type BrowserKey, challengeOn, makeKey, shown } from '../support/browser-key.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { addresses } from '../support/geo-cities.ts';
import {
  arrive,
  asksPassword,
  copyOf,
  isWaiting,
  leave,
  look,
  type Machine,
  machine,
  offer,
  typePassword,
} from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import type { Answer } from '../support/raw-http.ts';
import { checkCode, go, people, returned } from '../support/walk.ts';

interface Scene {
  centre: Centre;
  /** Julie's iPad, in London; its first visit asked, and its key is kept. */
  ipad: Machine;
  waits: Answer;
}

const code = (page: Answer) => returned(page)?.get('code') ?? undefined;
const text = (key: BrowserKey | 'none') => (key === 'none' ? key : key.text);

for (const dialect of dialects) {
  const test = suite<Scene>(`keys that browsers forget, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
    scene.ipad = machine({ userAgent: userAgents.nurseryTablet, address: addresses.london });
    scene.waits = await arrive(scene.ipad, scene.centre.attempt(), people.julie);
    assert.ok(isWaiting(scene.waits));
  });
  test.after.each(async ({ centre }) => centre.close());

  /** Safari forgets what a page kept when it was not opened for a week; the cookie stays, the session may be over. */
  const forgetful = ({ centre, ipad }: Scene, key: BrowserKey | 'none') =>
    copyOf(ipad, centre.home.url, { key, without: 'cadenas_session' });
  const arrives = ({ centre }: Scene, holding: Machine) => arrive(holding, centre.attempt(), people.julie);
  const again = async (scene: Scene, holding: Machine) => {
    leave(holding);
    return arrives(scene, holding);
  };
  const who = async ({ centre, ipad }: Scene) => ({
    userId: await centre.idOf(people.julie),
    browserId: (await centre.browserOf(ipad)).id,
  });
  const inEngland = async (scene: Scene) => ({ ...(await who(scene)), region: 'GB-ENG' as Region });
  const atTheCentre = async (scene: Scene) => ({
    ...(await who(scene)),
    placeId: await scene.centre.place({ ranges: ['81.2.69.128/27'] }),
  });

  test('a first visit keeps the key that was shown; one with scripts off keeps none', async (scene) => {
    assert.is((await scene.centre.browserOf(scene.ipad)).proofKey, text(scene.ipad.key));
    assert.is((await scene.centre.request()).proof, 'proven');
    const silent = machine({ userAgent: userAgents.juliePhone, address: addresses.london, key: 'none' });
    await arrives(scene, silent);
    assert.is((await scene.centre.browserOf(silent)).proofKey, 'none');
    assert.is((await scene.centre.request()).proof, 'unproven');
  });

  test('Julie’s iPad with a new key is the same browser: her place opens, her region asks, an approval makes the key its own', async (scene) => {
    const { centre, ipad } = scene;
    const own = await centre.browserOf(ipad);
    await centre.rule('allow', await atTheCentre(scene));
    const forgot = forgetful(scene, makeKey());
    assert.ok(code(await arrives(scene, forgot)), 'at the centre');
    assert.equal(await centre.browserOf(forgot), own, 'the same browser, with its old key');

    await centre.home.house.database('rules').delete();
    await centre.rule('allow', await inEngland(scene));
    const page = await again(scene, forgot);
    assert.ok(isWaiting(page));
    assert.equal(await centre.reasons(people.julie), ['unproven-browser']);
    await centre.approve({ code: checkCode(page) });
    assert.is(await centre.keyOf(forgot), text(forgot.key), 'the key that was shown');
    assert.ok(code(await look(forgot, page)));
    await centre.home.house.database('rules').whereNull('region').delete();
    await centre.home.house.database('organizations').increment('policy_version', 1);
    assert.ok(code(await again(scene, forgot)), 'her region opens');
    assert.ok(
      isWaiting(await again(scene, forgetful(scene, ipad.key))),
      'and not to the key that was forgotten',
    );
  });

  test('a refusal leaves Julie’s iPad the key that it had', async (scene) => {
    const { centre, ipad } = scene;
    await centre.rule('allow', await inEngland(scene));
    assert.ok(code(await look(ipad, scene.waits)));
    assert.ok(isWaiting(await arrives(scene, forgetful(scene, makeKey()))));
    await centre.approve({ answer: 'refuse' });
    assert.is(await centre.keyOf(ipad), text(ipad.key));
  });

  test('scripts that come on while the page waits offer a key, and an approval makes it the browser’s own', async (scene) => {
    const { centre } = scene;
    const phone = machine({ userAgent: userAgents.juliePhone, address: addresses.london, key: 'none' });
    const page = await arrives(scene, phone);
    const withScripts = { ...phone, key: makeKey() };
    await offer(withScripts, page);
    assert.is(await centre.keyOf(phone), 'none', 'not before the answer');
    assert.is((await centre.request()).offered_key, text(withScripts.key));
    await centre.approve({ code: checkCode(page) });
    assert.is(await centre.keyOf(phone), text(withScripts.key));
    assert.ok(code(await look(phone, page)));
  });

  test('the first key that a waiting page shows stands, and a signature that is none offers nothing', async (scene) => {
    const { centre } = scene;
    const phone = machine({ userAgent: userAgents.juliePhone, address: addresses.london, key: 'none' });
    const page = await arrives(scene, phone);
    const action = `${page.url}/cle`;
    const challenge = challengeOn(page.text) ?? '';
    const wrong = { ...shown(makeKey(), challenge), signature: 'A'.repeat(86) };
    assert.is((await phone.browser.post(action, wrong)).status, 204);
    assert.is((await phone.browser.post(action, shown(scene.ipad.key, challenge))).status, 204);
    assert.is((await centre.request()).offered_key, null, 'nor does another browser’s key');
    const [first, second] = [makeKey(), makeKey()];
    for (const key of [first, second]) await phone.browser.post(action, shown(key, challenge));
    assert.is((await centre.request()).offered_key, first.text);
  });

  test('Julie’s iPad whose cookies were cleared, and whose key was kept, is the same browser again', async (scene) => {
    const { centre, ipad } = scene;
    const own = await centre.browserOf(ipad);
    await centre.rule('allow', await inEngland(scene));
    const cleared = machine(ipad);
    assert.ok(code(await arrives(scene, cleared)), 'her region opens');
    assert.is((await centre.browserOf(cleared)).id, own.id);
    assert.ok(asksPassword(await go(ipad.browser, centre.attempt())), 'what the old cookie named is gone');
    const stale = copyOf(ipad, centre.home.url, { key: 'none', without: 'cadenas_session' });
    assert.ok(isWaiting(await arrives(scene, stale)));
    assert.is.not((await centre.browserOf(stale)).id, own.id, 'the old cookie names nobody');
  });

  test('Julie, then Nadia, on one iPad: one browser, one key, and each her own authorization', async (scene) => {
    const { centre, ipad } = scene;
    await centre.rule('allow', await inEngland(scene));
    leave(ipad);
    const page = await arrive(ipad, centre.attempt(), people.nadia);
    assert.ok(isWaiting(page), 'what opens to Julie does not open to Nadia');
    const rows = centre.home.house.database('browsers').where({ proof_key: text(ipad.key) });
    assert.is((await rows).length, 1);
    assert.ok(code(await again(scene, ipad)));
  });

  test('two pages of one new browser sign in at once: one browser, one key', async (scene) => {
    const { centre } = scene;
    const phone = machine({ userAgent: userAgents.juliePhone, address: addresses.london });
    const other = machine(phone);
    const pages = await Promise.all([phone, other].map((one) => go(one.browser, centre.attempt())));
    await Promise.all(
      [phone, other].map((one, index) => typePassword(one, pages[index] as Answer, people.julie)),
    );
    const rows = await centre.home.house.database('browsers').where({ proof_key: text(phone.key) });
    assert.is(rows.length, 1);
  });

  test.run();
}
