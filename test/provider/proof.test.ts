import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { userAgents } from '../../provider/demo/machines.ts';
import { type BrowserKey, makeKey, shown } from '../support/browser-key.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { wordsOf } from '../support/forms.ts';
import {
  arrive,
  asksPassword,
  asksProof,
  copyOf,
  isWaiting,
  look,
  type Machine,
  machine,
  said,
  takenTo,
  typePassword,
} from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import { checkCode, go, people, returned } from '../support/walk.ts';

interface Scene {
  centre: Centre;
  /** Julie's own, which may enter from anywhere. */
  julies: Machine;
}

const office = '198.51.100.24';
const home = '192.0.2.18';
const thiefs = '192.0.2.91';
const session = 'cadenas_session';

for (const dialect of dialects) {
  const test = suite<Scene>(`a stolen cookie, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
    scene.julies = machine({ userAgent: userAgents.sylvieOffice, address: office });
    const waiting = await arrive(scene.julies, scene.centre.attempt(), people.julie);
    assert.ok(isWaiting(waiting));
    const { id: browserId } = await scene.centre.browserOf(scene.julies);
    await scene.centre.rule('allow', { userId: await scene.centre.idOf(people.julie), browserId });
    assert.ok(returned(await look(scene.julies, waiting))?.get('code'));
  });
  test.after.each(async ({ centre }) => centre.close());

  const url = ({ centre }: Scene) => centre.home.url;
  const arrives = ({ centre }: Scene, holding: Machine) => arrive(holding, centre.attempt(), people.julie);
  const code = (page: Awaited<ReturnType<typeof arrive>>) => returned(page)?.get('code') ?? undefined;
  const asked = async (scene: Scene, holding: Machine, why: string) => {
    const page = await arrives(scene, holding);
    assert.ok(isWaiting(page), `${page.status} at ${page.url}`);
    assert.equal(await scene.centre.reasons(people.julie), [why]);
    return page;
  };
  /** Her own browser enters at the office, from where its session is still proven, and from home, where it proves itself anew. */
  const juliesOwnGoesOn = async (scene: Scene) => {
    assert.ok(code(await arrives(scene, scene.julies)), 'at the office');
    assert.ok(code(await arrives(scene, takenTo(scene.julies, url(scene), home))), 'from home');
  };

  const keys: readonly (readonly [string, () => BrowserKey | 'none'])[] = [
    ['without a key', () => 'none'],
    ['with a key of the thief’s own', makeKey],
  ];
  for (const [how, key] of keys) {
    test(`Julie’s cookie and password ${how}, on another line: asked, and why; her own browser goes on`, async (scene) => {
      const thief = copyOf(scene.julies, url(scene), { address: thiefs, key: key(), without: session });
      const page = await asked(scene, thief, 'unproven-browser');
      assert.match(said(page), /Votre navigateur doit être reconnu de nouveau/);
      await juliesOwnGoesOn(scene);
    });

    test(`Julie’s cookie and session ${how}, on another line: asked without her password, and why`, async (scene) => {
      const thief = copyOf(scene.julies, url(scene), { address: thiefs, key: key() });
      assert.ok(asksProof(await go(thief.browser, scene.centre.attempt())));
      await asked(scene, thief, 'unproven-browser');
      await juliesOwnGoesOn(scene);
    });
  }

  test('Julie’s cookie under another operating system is another browser’s, with or without her session', async (scene) => {
    const own = await scene.centre.browserOf(scene.julies);
    for (const without of ['nothing', session]) {
      const changes = { address: thiefs, userAgent: userAgents.juliePhone, key: makeKey(), without };
      const thief = copyOf(scene.julies, url(scene), changes);
      assert.ok(asksPassword(await go(thief.browser, scene.centre.attempt())), 'a session does not help');
      await asked(scene, thief, 'new-browser');
      assert.is.not((await scene.centre.browserOf(thief)).id, own.id);
    }
    assert.is((await scene.centre.browserOf(scene.julies)).id, own.id);
    await juliesOwnGoesOn(scene);
  });

  test('Julie’s cookie in the Firefox of another Windows computer is asked like in its own, with a key or without', async (scene) => {
    for (const [, key] of keys) {
      const changes = { address: thiefs, userAgent: userAgents.danielLaptop, key: key() };
      for (const without of ['nothing', session]) {
        const thief = copyOf(scene.julies, url(scene), { ...changes, without });
        await asked(scene, thief, 'unproven-browser');
      }
    }
    await juliesOwnGoesOn(scene);
  });

  test('Julie’s cookie with the key of a browser that is known: it is that browser, and its key changed', async (scene) => {
    const known = machine({ userAgent: userAgents.sylvieOffice, address: thiefs });
    await arrive(known, scene.centre.attempt(), people.nadia);
    const thief = copyOf(scene.julies, url(scene), { address: thiefs, key: known.key, without: session });
    const page = await asked(scene, thief, 'changed-key');
    assert.match(said(page), /n’est plus celui que nous connaissions/);
    assert.is((await scene.centre.browserOf(thief)).proofKey, known.key !== 'none' && known.key.text);
    await juliesOwnGoesOn(scene);
  });

  test('Julie’s cookie with a signature that is none is a browser never seen, and says that the key changed', async (scene) => {
    const thief = copyOf(scene.julies, url(scene), { address: thiefs, without: session });
    const login = await go(thief.browser, scene.centre.attempt());
    const page = await typePassword(thief, login, people.julie, { signature: 'A'.repeat(86) });
    assert.ok(isWaiting(page));
    assert.equal(await scene.centre.reasons(people.julie), ['changed-key']);
    assert.is.not((await scene.centre.browserOf(thief)).id, (await scene.centre.browserOf(scene.julies)).id);
    await juliesOwnGoesOn(scene);
  });

  test('Julie’s session without the cookie of her browser wants the password, and is a browser never seen', async (scene) => {
    const thief = copyOf(scene.julies, url(scene), {
      address: thiefs,
      key: 'none',
      without: 'cadenas_browser',
    });
    assert.ok(asksPassword(await go(thief.browser, scene.centre.attempt())));
    await asked(scene, thief, 'new-browser');
  });

  test('what the thief’s page offers does not become the key of what Julie herself asks for', async (scene) => {
    const { centre, julies } = scene;
    const travelling = takenTo(julies, url(scene), home);
    // Her authorization is taken away: she waits, her own key proven.
    await centre.home.house.database('rules').update({ ended_at: Date.now() });
    await centre.home.house.database('organizations').increment('policy_version', 1);
    const own = await asked(scene, travelling, 'new-network');
    const thief = copyOf(julies, url(scene), { address: thiefs, without: session, key: makeKey() });
    const { url: waits } = await arrives(scene, thief);
    const challenge = `cadenas proof ${waits.split('/').at(-1)}`;
    await thief.browser.post(`${waits}/cle`, shown(thief.key, challenge));
    await centre.approve({ scope: 'anywhere', code: checkCode(own) });
    assert.ok(code(await look(travelling, own)));
    assert.is(await centre.keyOf(julies), julies.key !== 'none' && julies.key.text, 'her key is still hers');
    assert.not.ok(code(await arrives(scene, thief)), 'the thief does not enter');
    assert.ok(code(await arrives(scene, travelling)));
  });

  test('where Julie’s own page waits, the same cookie elsewhere joins it and is let in by nobody’s answer', async (scene) => {
    const { centre, julies } = scene;
    await centre.home.house.database('rules').update({ ended_at: Date.now() });
    await centre.home.house.database('organizations').increment('policy_version', 1);
    const own = await arrives(scene, julies);
    assert.ok(isWaiting(own));
    const thief = copyOf(julies, url(scene), { address: thiefs, key: 'none', without: session });
    const joined = await arrives(scene, thief);
    assert.ok(isWaiting(joined));
    await centre.approve({ scope: 'here', code: checkCode(own) });
    assert.not.ok(code(await look(thief, joined)), 'another network than the one that was shown');
    assert.ok(code(await look(julies, own)));
  });

  test('Julie’s code does not answer what a thief with her cookie asked for first, from elsewhere', async (scene) => {
    const { centre, julies } = scene;
    await centre.home.house.database('rules').update({ ended_at: Date.now() });
    await centre.home.house.database('organizations').increment('policy_version', 1);
    const thief = copyOf(julies, url(scene), { address: thiefs, without: session, key: makeKey() });
    const thiefsPage = await arrives(scene, thief);
    assert.ok(isWaiting(thiefsPage));
    const own = await arrives(scene, julies);
    assert.match(wordsOf(own.text), /un autre réseau que celui-ci/);
    assert.throws(() => checkCode(own), /no check code/);
    assert.not.ok(code(await look(thief, thiefsPage)));
    assert.is(await centre.keyOf(julies), julies.key !== 'none' && julies.key.text);
  });

  test.run();
}
