import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { userAgents } from '../../provider/demo/machines.ts';
import { challengeOn, makeKey, shown } from '../support/browser-key.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { addresses } from '../support/geo-cities.ts';
import { arrive, isWaiting, type Machine, machine, takenTo, typePassword } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import type { Answer } from '../support/raw-http.ts';
import { go, people, returned } from '../support/walk.ts';

interface Scene {
  centre: Centre;
  olivier: Machine;
}

const exempt = ['portail-parents', 'cahier-de-communication', 'journal-de-bord'];
const home = addresses.london;
const code = (page: Answer) => returned(page)?.get('code') ?? undefined;

for (const dialect of dialects) {
  const test = suite<Scene>(`what is not observed of parents, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
    scene.olivier = machine({ userAgent: userAgents.olivierPhone, address: home });
  });
  test.after.each(async ({ centre }) => centre.close());

  /** Every row of every table in which this text stands. */
  const kept = async ({ centre }: Scene, text: string): Promise<readonly string[]> => {
    const { database } = centre.home.house;
    const found: string[] = [];
    for (const table of tables)
      for (const row of await database(table))
        if (JSON.stringify(row).includes(text)) found.push(`${table}: ${JSON.stringify(row)}`);
    return found;
  };

  test('no page of a parents’ application asks Olivier for a key, and one that is sent is not read', async (scene) => {
    const { centre, olivier } = scene;
    for (const application of exempt) {
      olivier.browser.cookies.forget('cadenas_session');
      const login = await go(olivier.browser, centre.attempt(application));
      assert.is(challengeOn(login.text), undefined, application);
      assert.not.match(login.text, /proof|name="(key|signature|touch)"/, application);
      const uid = login.url.split('/').at(-1) ?? '';
      const sent = shown(makeKey(), `cadenas proof ${uid}`);
      const fields = { username: people.olivier, password: 'Cadenas-2026', ...sent };
      const posted = await olivier.browser.post(`${login.url}/mot-de-passe`, fields);
      const back = await olivier.browser.follow(posted, ({ pathname }) => pathname.startsWith('/demo/'));
      assert.ok(code(back), application);
      assert.equal(await kept(scene, sent.key ?? ''), []);
    }
    assert.is((await centre.browserOf(olivier)).proofKey, 'none');
  });

  test('Olivier’s address is kept nowhere, whatever he opens and however often', async (scene) => {
    const { centre, olivier } = scene;
    for (const application of exempt)
      assert.ok(code(await arrive(olivier, centre.attempt(application), people.olivier)), application);
    const elsewhere = takenTo(olivier, centre.home.url, addresses.milton);
    assert.ok(code(await arrive(elsewhere, centre.attempt('portail-parents'), people.olivier)));
    assert.equal(await kept(scene, home), []);
    assert.equal(await kept(scene, addresses.milton), []);
    const signIns = await centre.home.house
      .database('sign_ins')
      .where({ user_id: await centre.idOf(people.olivier) });
    assert.is(signIns.length, 4);
    for (const { network, proof, organization_id, outcome } of signIns)
      assert.equal([network, proof, organization_id, outcome], [null, 'unproven', null, 'allow']);
    for (const table of ['sightings', 'connections', 'approval_requests'])
      assert.equal(await centre.home.house.database(table), [], table);
  });

  test('Olivier’s own page, which staff have too, keeps no address either', async (scene) => {
    const { centre, olivier } = scene;
    const redirect_uri = `${centre.home.url}/compte/retour`;
    const page = await arrive(olivier, centre.attempt('compte', { redirect_uri }), people.olivier);
    assert.ok(new URL(page.url).searchParams.get('code'), page.url);
    assert.equal(await kept(scene, home), []);
  });

  test('Olivier, turned away since no child is his any more, leaves no address either', async (scene) => {
    const { centre, olivier } = scene;
    await centre.home.house.database('child_record_parents').where({ email: people.olivier }).delete();
    const page = await arrive(olivier, centre.attempt('portail-parents'), people.olivier);
    assert.is(page.status, 403);
    assert.equal(await kept(scene, home), []);
  });

  test('Olivier’s password, mistyped, leaves no address', async (scene) => {
    const { centre, olivier } = scene;
    const login = await go(olivier.browser, centre.attempt('portail-parents'));
    const again = await typePassword(olivier, login, people.olivier, { password: 'Mauvais-2026' });
    assert.is(again.status, 200);
    assert.equal(await kept(scene, home), []);
  });

  test('Nadia, parent and educator: her evening at home is not kept, and the padlock still asks at Amisgest', async (scene) => {
    const { centre } = scene;
    const nadia = machine({ userAgent: userAgents.nadiaPhone, address: home });
    assert.ok(code(await arrive(nadia, centre.attempt('cahier-de-communication'), people.nadia)));
    assert.equal(await kept(scene, home), []);
    const page = await arrive(nadia, centre.attempt(), people.nadia);
    assert.ok(isWaiting(page), `${page.status} at ${page.url}`);
    assert.is((await centre.request()).network, home, 'here she is asked for as staff');
  });

  test.run();
}

const tables = [
  'approval_requests',
  'browsers',
  'connections',
  'devices',
  'journal',
  'oidc_records',
  'outbox',
  'rules',
  'sightings',
  'sign_ins',
];
