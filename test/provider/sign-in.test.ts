import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wordsOf } from '../support/forms.ts';
import { type OpenHouse, openHouse } from '../support/house.ts';
import { dialects } from '../support/postgres.ts';
import { rawBrowser } from '../support/raw-http.ts';
import { attempt, checkCode, go, password, people, realm, returned, signIn } from '../support/walk.ts';

interface Scene {
  home: OpenHouse;
}

const atDemo = ({ pathname }: URL): boolean => pathname.startsWith('/demo/');
const day = 24 * 60 * 60_000;

for (const dialect of dialects) {
  const test = suite<Scene>(`signing in, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.home = await openHouse(dialect);
  });
  test.after.each(async (scene) => scene.home.close());

  const userId = async ({ home }: Scene, email: string): Promise<string> =>
    (await home.house.database('users').where({ email }).first('id')).id;
  const organizationId = async ({ home }: Scene, alias: string): Promise<string> =>
    (await home.house.database('organizations').where({ alias }).first('id')).id;
  /** Everyone at Les Papillons may enter from anywhere: what a test about something else starts from. */
  const openThePadlock = ({ home }: Scene) =>
    home.house.database('organizations').update({ locked: false }).increment('policy_version', 1);
  const joinBoth = async (scene: Scene, email: string) =>
    scene.home.house.database('memberships').insert({
      id: `second-${email}`,
      user_id: await userId(scene, email),
      organization_id: await organizationId(scene, 'arcenciel'),
      created_at: Date.now(),
    });

  test('a wrong password and an unknown account run the same statements and look the same', async (scene) => {
    const statements: string[][] = [];
    const pages: string[] = [];
    for (const email of [people.julie, 'personne@papillons.test']) {
      const browser = rawBrowser();
      const page = await go(browser, attempt(scene.home.url));
      const heard: string[] = [];
      const hear = ({ sql }: { readonly sql: string }) => heard.push(sql);
      scene.home.house.database.on('query', hear);
      const posted = await browser.submit(page, { fill: { username: email, password: 'Mauvais-2026' } });
      const answer = await browser.follow(posted);
      scene.home.house.database.removeListener('query', hear);
      statements.push(heard.filter((sql) => !sql.includes('outbox')));
      pages.push(
        answer.text.replaceAll(email, 'ADRESSE').replaceAll(/(connexion\/|cadenas proof )[\w-]+/g, '$1UID'),
      );
      assert.is(posted.status, 303, 'Back never sends the form again');
      assert.match(wordsOf(answer.text), /ne correspond pas/);
      assert.ok(answer.text.includes(email), 'the address stays filled in');
    }
    assert.equal(statements[0], statements[1]);
    assert.is(pages[0], pages[1]);
  });

  test('Julie’s address is hers in every spelling', async (scene) => {
    await openThePadlock(scene);
    const back = await signIn(rawBrowser(), attempt(scene.home.url), '  JULIE.Tremblay@Papillons.test ');
    assert.ok(returned(back)?.get('code'));
  });

  test('an empty form, a field sent twice, an endless password and a form from elsewhere are told apart, in words', async (scene) => {
    const browser = rawBrowser();
    const page = await go(browser, attempt(scene.home.url));
    const action = `${page.url}/mot-de-passe`;
    const again = async (fields: Record<string, string>) =>
      wordsOf((await browser.follow(await browser.post(action, fields))).text);
    assert.match(await again({}), /Entrez|Inscrivez|adresse/);
    assert.match(await again({ username: people.julie, password: 'x'.repeat(2000) }), /ne correspond pas/);
    assert.is(
      (await browser.post(action, { username: people.julie, password: 'x'.repeat(20_000) })).status,
      413,
    );
    const foreign = await browser.post(
      action,
      { username: people.julie, password },
      { from: 'https://evil.example' },
    );
    assert.is(foreign.status, 403);
    const another = await rawBrowser().post(action, { username: people.julie, password });
    assert.is(another.status, 400);
    assert.match(wordsOf(another.text), /ne sert plus/);
  });

  test('an unknown application, a bad return address and a request without PKCE are explained in French and in English', async (scene) => {
    const { address } = attempt(scene.home.url);
    const faults = [
      address.replace('client_id=amisgest-mobile', 'client_id=nobody'),
      address.replace(/redirect_uri=[^&]+/, 'redirect_uri=https%3A%2F%2Fevil.example%2F'),
    ];
    for (const language of ['fr-CA', 'en-CA']) {
      for (const fault of faults) {
        const page = await rawBrowser({ language }).get(fault);
        assert.is(page.status, 400);
        assert.ok(page.text.includes(`<html lang="${language}"`));
        assert.not.match(page.text, /at .*\.[jt]s:\d/);
      }
    }
    const withoutPkce = await rawBrowser().get(address.replace(/&code_challenge=[^&]+/, ''));
    assert.is(returned(withoutPkce)?.get('error'), 'invalid_request');
    const plain = await rawBrowser().get(address.replace('=S256', '=plain'));
    assert.is(returned(plain)?.get('error'), 'invalid_request');
  });

  test('an interaction that is over says so, whatever its address', async (scene) => {
    const browser = rawBrowser();
    const page = await go(browser, attempt(scene.home.url));
    await scene.home.house.database('oidc_records').where({ model: 'Interaction' }).delete();
    const over = await browser.get(page.url);
    assert.is(over.status, 400);
    assert.is((await rawBrowser().get(`${scene.home.url}/connexion/nothing`)).status, 400);
  });

  test('Nadia, who works in two places, chooses once, and is not asked again in this session', async (scene) => {
    await openThePadlock(scene);
    await joinBoth(scene, people.nadia);
    const nadia = rawBrowser();
    const choice = await signIn(nadia, attempt(scene.home.url), people.nadia);
    assert.match(wordsOf(choice.text), /Papillons/);
    assert.match(wordsOf(choice.text), /Arc-en-ciel/);
    const papillons = await organizationId(scene, 'papillons');
    const back = await nadia.follow(
      await nadia.post(`${choice.url}/organisation`, { organization: papillons }),
      atDemo,
    );
    assert.ok(returned(back)?.get('code'));
    assert.ok(returned(await go(nadia, attempt(scene.home.url)))?.get('code'));
    const parents = await go(nadia, attempt(scene.home.url, 'portail-parents'));
    assert.ok(returned(parents)?.get('code'), 'the parents’ application never asks');
  });

  test('Nadia’s application names the organization in its scope: she is not asked, and a place where she does not work is denied', async (scene) => {
    await openThePadlock(scene);
    await joinBoth(scene, people.nadia);
    const nadia = rawBrowser();
    const scope = 'openid organization:arcenciel';
    assert.ok(
      returned(await signIn(nadia, attempt(scene.home.url, undefined, { scope }), people.nadia))?.get('code'),
    );
    const elsewhere = attempt(scene.home.url, undefined, { scope: 'openid organization:soleil' });
    assert.is((await go(nadia, elsewhere)).status, 403);
    const silently = attempt(scene.home.url, undefined, {
      scope: 'openid organization:soleil',
      prompt: 'none',
    });
    assert.is(returned(await go(nadia, silently))?.get('error'), 'access_denied');
  });

  test('changing organization ends what Nadia’s first one gave to staff applications, and not her parents’ application', async (scene) => {
    await openThePadlock(scene);
    await joinBoth(scene, people.nadia);
    const nadia = rawBrowser();
    await signIn(
      nadia,
      attempt(scene.home.url, undefined, { scope: 'openid organization:papillons' }),
      people.nadia,
    );
    await go(nadia, attempt(scene.home.url, 'portail-parents'));
    const grants = () =>
      scene.home.house.database('oidc_records').where({ model: 'Grant' }).select('organization_id');
    assert.is((await grants()).length, 2);
    const change = await go(
      nadia,
      attempt(scene.home.url, undefined, { scope: 'openid organization:arcenciel' }),
    );
    assert.match(wordsOf(change.text), /Arc-en-ciel/);
    const arcenciel = await organizationId(scene, 'arcenciel');
    await nadia.follow(await nadia.post(`${change.url}/organisation`, { organization: arcenciel }), atDemo);
    const organizations = (await grants()).map((row) => row.organization_id).sort();
    assert.equal(organizations, [arcenciel, null].sort());
  });

  test('« Ce n’est pas vous? » ends Julie’s session, and Nadia signs in for the same application', async (scene) => {
    const browser = rawBrowser();
    const waiting = await signIn(browser, attempt(scene.home.url), people.julie);
    checkCode(waiting);
    const login = await browser.follow(await browser.post(`${waiting.url}/quelquun-dautre`, {}));
    assert.match(wordsOf(login.text), /Se connecter/);
    const sessions = await scene.home.house.database('oidc_records').where({ model: 'Session' });
    assert.is(sessions.filter(({ account_id }) => account_id !== null).length, 0);
    const page = await browser.follow(
      await browser.submit(login, { fill: { username: people.nadia, password } }),
      atDemo,
    );
    assert.match(wordsOf(page.text), /Bonjour Nadia/);
  });

  test('a session whose browser cookie was cleared, or moved to another browser, wants the password', async (scene) => {
    await openThePadlock(scene);
    const julie = rawBrowser();
    await signIn(julie, attempt(scene.home.url), people.julie);
    const browser = await scene.home.house.database('browsers').orderBy('created_at', 'desc').first();
    await scene.home.house.database('browsers').where({ id: browser.id }).update({ token_hash: 'gone' });
    const page = await go(julie, attempt(scene.home.url));
    assert.match(wordsOf(page.text), /Se connecter/);
  });

  test('Julie’s session ends 30 days after her password, and at once when hers are revoked', async (scene) => {
    await openThePadlock(scene);
    const { database } = scene.home.house;
    const julie = rawBrowser();
    await signIn(julie, attempt(scene.home.url), people.julie);
    const session = await database('oidc_records')
      .where({ model: 'Session', account_id: await userId(scene, people.julie) })
      .first();
    const payload = JSON.parse(session.payload);
    payload.loginTs -= (30 * day) / 1000;
    await database('oidc_records')
      .where({ model: 'Session', id: session.id })
      .update({ payload: JSON.stringify(payload) });
    assert.match(wordsOf((await go(julie, attempt(scene.home.url))).text), /Se connecter/);

    await signIn(julie, attempt(scene.home.url), people.julie);
    await database('users')
      .where({ email: people.julie })
      .update({ sessions_revoked_at: Date.now() + 2000 });
    assert.match(wordsOf((await go(julie, attempt(scene.home.url))).text), /Se connecter/);
  });

  test('a shared tablet asks « Continuer comme Julie? » each time, and forgets her with the browser’s session', async (scene) => {
    await openThePadlock(scene);
    const { database } = scene.home.house;
    const tablet = rawBrowser();
    await signIn(tablet, attempt(scene.home.url), people.julie);
    const papillons = await organizationId(scene, 'papillons');
    const browser = await database('browsers').orderBy('created_at', 'desc').first();
    await database('devices').insert({
      id: 'tablet',
      organization_id: papillons,
      shared: true,
      created_at: Date.now(),
    });
    await database('device_browsers').insert({
      organization_id: papillons,
      browser_id: browser.id,
      device_id: 'tablet',
    });

    const asked = await go(tablet, attempt(scene.home.url));
    assert.match(wordsOf(asked.text), /Continuer comme Julie/);
    const on = await tablet.follow(await tablet.post(`${asked.url}/continuer`, {}), atDemo);
    assert.ok(returned(on)?.get('code'));
    assert.match(wordsOf((await go(tablet, attempt(scene.home.url))).text), /Continuer comme Julie/);
    const session = await database('oidc_records')
      .where({ model: 'Session', account_id: await userId(scene, people.julie) })
      .first();
    assert.ok(session.expires_at - Date.now() <= 15 * 60_000);
  });

  test('an hour after the wait began, Julie’s approval wants her password again, in every tab', async (scene) => {
    const { database } = scene.home.house;
    const julie = rawBrowser();
    const waiting = await signIn(julie, attempt(scene.home.url), people.julie);
    checkCode(waiting);
    const anHourAgo = Date.now() - 61 * 60_000;
    await database('approval_requests')
      .where({ status: 'pending' })
      .update({ status: 'approved', decided_at: Date.now(), waited_since: anHourAgo, opened_at: anHourAgo });
    const sessions = await database('oidc_records').where({ model: 'Session' });
    for (const { id, payload } of sessions) {
      const aged = { ...JSON.parse(payload), loginTs: Math.floor(anHourAgo / 1000) - 1 };
      await database('oidc_records')
        .where({ model: 'Session', id })
        .update({ payload: JSON.stringify(aged) });
    }
    const asked = await julie.follow(await julie.get(waiting.url), atDemo);
    assert.match(wordsOf(asked.text), /C’est autorisé.*mot de passe/);
    const second = await go(julie, attempt(scene.home.url));
    assert.match(wordsOf(second.text), /C’est autorisé.*mot de passe/);
    const on = await julie.follow(
      await julie.submit(second, { fill: { username: people.julie, password } }),
      atDemo,
    );
    assert.ok(returned(on)?.get('code'));
  });

  test('Sylvie’s own connection asks Marc, and the page tells how the operator can approve it', async (scene) => {
    const page = await signIn(rawBrowser(), attempt(scene.home.url), people.sylvie);
    checkCode(page);
    assert.match(wordsOf(page.text), /Marc doit autoriser votre connexion/);
    assert.match(wordsOf(page.text), /Marc/);
    assert.not.match(wordsOf(page.text), /Sylvie et à|à Sylvie/);
  });

  test('a disabled account and a parent without a child are turned away, each with its page', async (scene) => {
    const { database } = scene.home.house;
    await database('child_record_parents').where({ email: people.olivier }).delete();
    const olivier = rawBrowser();
    assert.is(
      (await signIn(olivier, attempt(scene.home.url, 'portail-parents'), people.olivier)).status,
      403,
    );
    await database('users').where({ email: people.julie }).update({ disabled_at: Date.now() });
    assert.is((await signIn(rawBrowser(), attempt(scene.home.url), people.julie)).status, 403);
  });

  test('a parent’s sign-in is recorded without address, organization or connection', async (scene) => {
    const { database } = scene.home.house;
    await signIn(rawBrowser(), attempt(scene.home.url, 'portail-parents'), people.olivier);
    const user_id = await userId(scene, people.olivier);
    const [latest] = await database('sign_ins').where({ user_id }).orderBy('at', 'desc');
    assert.is(latest.network, null);
    assert.is(latest.organization_id, null);
    assert.equal(await database('connections').where({ user_id }), []);
  });

  test('Julie signs out by a link that names her, and her tokens end with her session', async (scene) => {
    await openThePadlock(scene);
    const julie = rawBrowser();
    await signIn(julie, attempt(scene.home.url), people.julie);
    const asked = await julie.get(`${scene.home.url}${realm}/logout?client_id=amisgest-mobile`);
    assert.is(asked.status, 200);
    await julie.follow(await julie.submit(asked, { press: 'yes' }));
    assert.match(wordsOf((await go(julie, attempt(scene.home.url))).text), /Se connecter/);
    assert.equal(await scene.home.house.database('oidc_records').where({ model: 'Grant' }), []);
  });

  test.run();
}
