import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { userAgents } from '../../provider/demo/machines.ts';
import { proofLasts } from '../../provider/sign-in/proof.ts';
import { challengeOn, makeKey, shown } from '../support/browser-key.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import {
  arrive,
  asksPassword,
  asksProof,
  isWaiting,
  look,
  type Machine,
  machine,
  prove,
  said,
  takenTo,
} from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import type { Answer } from '../support/raw-http.ts';
import { attempt, go, people, redeem, returned } from '../support/walk.ts';

interface Scene {
  centre: Centre;
  /** Julie's browser, which may enter from anywhere; her session is proven at the office. */
  office: Machine;
  /** The same browser, taken home: its session is to be proven anew. */
  home: Machine;
}

const code = (page: Answer) => returned(page)?.get('code') ?? undefined;

for (const dialect of dialects) {
  const test = suite<Scene>(`a session that shows its key again, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
    scene.office = machine({ userAgent: userAgents.sylvieOffice, address: '198.51.100.24' });
    const waiting = await arrive(scene.office, scene.centre.attempt(), people.julie);
    const { id: browserId } = await scene.centre.browserOf(scene.office);
    await scene.centre.rule('allow', { userId: await scene.centre.idOf(people.julie), browserId });
    assert.ok(code(await look(scene.office, waiting)));
    scene.home = takenTo(scene.office, scene.centre.home.url, '192.0.2.18');
  });
  test.after.each(async ({ centre }) => centre.close());

  const codes = async ({ centre }: Scene) =>
    (await centre.home.house.database('oidc_records').where({ model: 'AuthorizationCode' })).length;
  /** The session ended, wherever its cookie is: only a password goes on. */
  const sessionEnded = async (scene: Scene, page: Answer) => {
    assert.ok(asksPassword(page), `${page.status} at ${page.url}`);
    assert.ok(asksPassword(await go(scene.home.browser, scene.centre.attempt())));
    assert.ok(asksPassword(await go(scene.office.browser, scene.centre.attempt())));
    assert.is(await codes(scene), 0, 'and what it was given ended with it');
  };
  const proofPage = async ({ centre, home }: Scene) => {
    const page = await go(home.browser, centre.attempt());
    assert.ok(asksProof(page), `${page.status} at ${page.url}`);
    return page;
  };

  test('Julie’s session passes without the page at the office, and through it from home, once for that network', async (scene) => {
    const { centre, office, home } = scene;
    assert.ok(code(await go(office.browser, centre.attempt())), 'proven there');
    const page = await proofPage(scene);
    assert.match(said(page), /Un instant, Julie/);
    const tried = attempt(centre.home.url);
    const back = await prove(home, await go(home.browser, tried));
    const tokens = await redeem(centre.home.url, tried, code(back) ?? '');
    assert.is(tokens.status, 200);
    assert.ok(code(await go(home.browser, centre.attempt())), 'and then without it');
  });

  test('after twelve hours Julie’s session shows its key again, and a minute before it does not', async (scene) => {
    const { centre, office } = scene;
    const { database } = centre.home.house;
    const age = async (milliseconds: number) => {
      for (const { id, payload } of await database('oidc_records').where({ model: 'Session' })) {
        const session = JSON.parse(payload);
        if (!session.proof) continue;
        session.proof.at = Date.now() - milliseconds;
        await database('oidc_records')
          .where({ model: 'Session', id })
          .update({ payload: JSON.stringify(session) });
      }
    };
    await age(proofLasts - 60_000);
    assert.ok(code(await go(office.browser, centre.attempt())));
    await age(proofLasts);
    const page = await go(office.browser, centre.attempt());
    assert.ok(asksProof(page));
    assert.ok(code(await prove(office, page)));
    assert.ok(code(await go(office.browser, centre.attempt())), 'for another twelve hours');
  });

  test('prompt=none from home gives interaction_required, opens nothing and leaves the session as it is', async (scene) => {
    const { centre, home } = scene;
    const { database } = centre.home.house;
    const requests = () => database('approval_requests').select('status', 'repeats');
    const before = await requests();
    const silent = await go(home.browser, centre.attempt(undefined, { prompt: 'none' }));
    assert.is(returned(silent)?.get('error'), 'interaction_required');
    assert.equal(await requests(), before);
    assert.ok(code(await prove(home, await proofPage(scene))));
    const then = await go(home.browser, centre.attempt(undefined, { prompt: 'none' }));
    assert.ok(code(then), 'once proven, it is silent');
  });

  test('an empty proof goes on unproven: asked, and why; and the office, proven before, shows its key again', async (scene) => {
    const { centre, home, office } = scene;
    const page = await prove({ ...home, key: 'none' }, await proofPage(scene));
    assert.ok(isWaiting(page), `${page.status} at ${page.url}`);
    assert.equal(await centre.reasons(people.julie), ['unproven-browser']);
    const again = await go(office.browser, centre.attempt());
    assert.ok(asksProof(again));
    assert.ok(code(await prove(office, again)));
  });

  test('an empty proof is enough where the rule is of a place', async (scene) => {
    const { centre, home } = scene;
    const placeId = await centre.place({ name: 'Chez Julie', ranges: ['192.0.2.0/26'] });
    await centre.rule('allow', { userId: await centre.idOf(people.julie), placeId });
    assert.ok(code(await prove({ ...home, key: 'none' }, await proofPage(scene))));
  });

  test('a signature of another interaction’s challenge ends the session', async (scene) => {
    const { home } = scene;
    const one = await proofPage(scene);
    const other = await proofPage(scene);
    assert.is.not(challengeOn(one.text), challengeOn(other.text));
    const replayed = shown(home.key, challengeOn(one.text) ?? '');
    await sessionEnded(scene, await prove(home, other, replayed));
  });

  test('a signature by the key of another known browser ends the session', async (scene) => {
    const { centre, home } = scene;
    const nadias = machine({ userAgent: userAgents.sylvieOffice, address: '192.0.2.91' });
    await arrive(nadias, centre.attempt(), people.nadia);
    const page = await proofPage(scene);
    await sessionEnded(scene, await prove({ ...home, key: nadias.key }, page));
  });

  const key = makeKey();
  const garbage: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['words', { key: 'une clé', signature: 'une signature' }],
    ['a key without a signature', { key: key.text, signature: '' }],
    ['a signature without a key', { key: '', signature: key.signs('cadenas proof') }],
    ['a point that is not on the curve', { key: `B${'A'.repeat(86)}`, signature: 'A'.repeat(86) }],
    ['zeroes', { key: 'A'.repeat(87), signature: 'A'.repeat(86) }],
    ['ten thousand characters', { key: 'B'.repeat(5_000), signature: 'A'.repeat(5_000) }],
  ];
  test('garbage ends the session, whatever it is, and is no fault of ours', async (scene) => {
    const { centre, office } = scene;
    for (const [what, fields] of garbage) {
      const answer = await prove(scene.home, await proofPage(scene), fields);
      assert.is(answer.status, 200, what);
      await sessionEnded(scene, answer);
      // Julie types her password where the thief could not.
      const back = await arrive(office, centre.attempt(), people.julie);
      assert.ok(code(back), what);
      scene.home = takenTo(office, centre.home.url, '192.0.2.18');
    }
  });

  test('a proof is taken of nobody’s page but one’s own, nor from another site', async (scene) => {
    const { home } = scene;
    const page = await proofPage(scene);
    const fields = shown(home.key, challengeOn(page.text) ?? '');
    const action = `${page.url}/preuve`;
    const stranger = machine({ userAgent: userAgents.sylvieOffice, address: '192.0.2.91' });
    assert.is((await stranger.browser.post(action, fields)).status, 400);
    const lured = await home.browser.post(action, fields, { from: 'https://evil.example' });
    assert.is(lured.status, 403);
    assert.ok(code(await prove(home, page)), 'and the page still serves');
    const over = await home.browser.post(action, fields);
    assert.is(over.status, 400, 'once');
  });

  test.run();
}
