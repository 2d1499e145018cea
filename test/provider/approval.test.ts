import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wordsOf } from '../support/forms.ts';
import { type OpenHouse, openHouse } from '../support/house.ts';
import { dialects } from '../support/postgres.ts';
import { type RawBrowser, rawBrowser } from '../support/raw-http.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';
import { until } from '../support/until.ts';
import {
  approvalLink,
  attempt,
  checkCode,
  go,
  password,
  people,
  redeem,
  returned,
  signIn,
} from '../support/walk.ts';

interface Scene {
  home: OpenHouse;
  mail: MailServer;
}

const atDemo = ({ pathname }: URL): boolean => pathname.startsWith('/demo/');

for (const dialect of dialects) {
  const test = suite<Scene>(`approvals, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.mail = await startMailServer();
    scene.home = await openHouse(dialect, { SMTP_URL: scene.mail.url });
  });
  test.after.each(async (scene) => {
    await scene.home.close();
    await scene.mail.close();
  });

  /** Julie in a browser that nobody has seen, as far as her waiting page. */
  const julieWaits = async ({ home }: Scene) => {
    const julie = rawBrowser();
    const tried = attempt(home.url);
    const page = await signIn(julie, tried, people.julie);
    return { julie, tried, page, code: checkCode(page) };
  };
  /** Those that this test opened, not the history of the demonstration. */
  const requests = ({ home }: Scene) =>
    home.house.database('approval_requests').where({ network: '127.0.0.1' });
  const statuses = async (scene: Scene) =>
    (await requests(scene).select('status')).map(({ status }) => status);
  const many = async (scene: Scene, table: string) =>
    Number((await scene.home.house.database(table).count('* as n').first())?.n);

  /** Posts an answer and goes where it leads: the page that says what became of it. */
  const answered = async (browser: RawBrowser, address: string, fields: Readonly<Record<string, string>>) =>
    browser.follow(await browser.post(address, fields));

  test('Sylvie approves with the code, and Julie’s page goes on to tokens that name her organization', async (scene) => {
    const { julie, tried, page, code } = await julieWaits(scene);
    const link = await approvalLink(scene.mail, people.sylvie, 'Julie');
    const sylvie = rawBrowser();
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    const done = await sylvie.follow(
      await sylvie.submit(await sylvie.get(link), { fill: { code: spaced }, press: 'approve' }),
    );
    assert.match(wordsOf(done.text), /Julie peut entrer/);

    const back = returned(await julie.follow(await julie.get(page.url), atDemo));
    const tokens = await (await redeem(scene.home.url, tried, back?.get('code') ?? '')).json();
    const claims = JSON.parse(Buffer.from(tokens.id_token.split('.')[1], 'base64url').toString());
    assert.equal(claims.realm_access, { roles: ['educator'] });
    assert.equal(Object.keys(claims.organization), ['papillons']);
    assert.is(claims.preferred_username, people.julie);

    const next = await go(julie, attempt(scene.home.url));
    assert.ok(returned(next)?.get('code'), 'the next sign-in passes without asking');
  });

  test('GET and HEAD of the mail’s link leave Julie waiting, and so does a form without the code', async (scene) => {
    await julieWaits(scene);
    const link = await approvalLink(scene.mail, people.sylvie, 'Julie');
    const scanner = rawBrowser();
    await scanner.head(link);
    const scanned = await scanner.submit(await scanner.get(link), { press: 'approve' });
    assert.match((await scanner.follow(scanned)).url, /erreur=code-missing/);
    const foreign = await scanner.post(
      link,
      { answer: 'refuse', certain: 'yes' },
      { from: 'https://evil.example' },
    );
    assert.is(foreign.status, 403);
    assert.equal(await statuses(scene), ['pending']);
  });

  test('five wrong codes wear Sylvie’s link out, and Marc’s goes on', async (scene) => {
    const { code } = await julieWaits(scene);
    const wrong = code === '123456' ? '654321' : '123456';
    const link = await approvalLink(scene.mail, people.sylvie, 'Julie');
    for (let tries = 0; tries < 5; tries++) await rawBrowser().post(link, { answer: 'approve', code: wrong });
    const worn = await answered(rawBrowser(), link, { answer: 'approve', code });
    assert.match(wordsOf(worn.text), /Ce lien ne sert plus/);
    assert.equal(await statuses(scene), ['pending']);
    const marcs = await approvalLink(scene.mail, people.marc, 'Julie');
    const done = await answered(rawBrowser(), marcs, { answer: 'approve', code });
    assert.match(wordsOf(done.text), /peut entrer/);
  });

  test('two digits are no try, and a wrong code is told how many are left', async (scene) => {
    const { code } = await julieWaits(scene);
    const link = await approvalLink(scene.mail, people.sylvie, 'Julie');
    for (let slips = 0; slips < 6; slips++) await rawBrowser().post(link, { answer: 'approve', code: '12' });
    const links = scene.home.house
      .database('approval_links')
      .whereIn('id', [link.split('/demandes/')[1]?.split('.')[0] ?? '']);
    assert.is((await links.first()).attempts, 0);
    const wrong = await answered(rawBrowser(), link, {
      answer: 'approve',
      code: code === '123456' ? '654321' : '123456',
    });
    assert.match(wordsOf(wrong.text), /4 essais|quatre essais/);
  });

  test('Sylvie, signed in, takes her approval back: it says so, the rule ends, and Julie is asked again', async (scene) => {
    const { database } = scene.home.house;
    await database('memberships')
      .update({ access: 'always' })
      .where({
        user_id: (await database('users').where({ email: people.sylvie }).first()).id,
      });
    const { julie, page } = await julieWaits(scene);
    const sylvie = rawBrowser();
    const login = await sylvie.follow(await sylvie.get(`${scene.home.url}/reglages`));
    await sylvie.follow(await sylvie.submit(login, { fill: { username: people.sylvie, password } }));
    const { id } = await requests(scene).first();
    const address = `${scene.home.url}/demandes/${id}`;
    assert.match(wordsOf((await answered(sylvie, address, { answer: 'approve' })).text), /peut entrer/);
    await julie.follow(await julie.get(page.url), atDemo);
    assert.match(wordsOf((await answered(sylvie, `${address}/annuler`, {})).text), /retiré/);
    assert.match(wordsOf((await sylvie.get(address)).text), /retiré/);
    assert.ok(
      (await database('rules').where({ origin: 'approval' }).orderBy('created_at', 'desc').first()).ended_at,
    );
    checkCode(await go(julie, attempt(scene.home.url)));
  });

  test('the browser that asks never answers, even with the link and the code', async (scene) => {
    const { julie, code } = await julieWaits(scene);
    const link = await approvalLink(scene.mail, people.sylvie, 'Julie');
    const tried = await answered(julie, link, { answer: 'approve', code });
    assert.not.match(wordsOf(tried.text), /peut entrer/);
    assert.equal(await statuses(scene), ['pending']);
  });

  test('a link changed by one letter, and a link that never was, answer like nothing at all', async (scene) => {
    await julieWaits(scene);
    const link = await approvalLink(scene.mail, people.sylvie, 'Julie');
    const changed = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    const unknown = link.replace(/demandes\/[^.]+/, 'demandes/01a2035e-0000-7000-8000-000000000000');
    for (const address of [changed, unknown]) assert.is((await rawBrowser().get(address)).status, 404);
  });

  test('Marc, who answers second, is told what Sylvie decided', async (scene) => {
    const { code } = await julieWaits(scene);
    const marcs = await approvalLink(scene.mail, people.marc, 'Julie');
    await rawBrowser().post(await approvalLink(scene.mail, people.sylvie, 'Julie'), {
      answer: 'approve',
      code,
    });
    const told = await answered(rawBrowser(), marcs, { answer: 'refuse', certain: 'yes' });
    assert.match(wordsOf(told.text), /Sylvie Gagnon a autorisé/);
    assert.equal(await statuses(scene), ['approved']);
  });

  test('Julie, refused once, is told; the application gets access_denied; the next attempt asks nobody', async (scene) => {
    const { julie, page } = await julieWaits(scene);
    const link = await approvalLink(scene.mail, people.sylvie, 'Julie');
    const ticked = await rawBrowser().post(link, { answer: 'refuse' });
    assert.match(ticked.location ?? '', /erreur=tick-box/);
    await rawBrowser().post(link, { answer: 'refuse', certain: 'yes' });
    assert.match(wordsOf((await julie.get(page.url)).text), /n’a pas été autorisée/);
    const back = await julie.follow(await julie.get(`${page.url}/retour`), atDemo);
    assert.is(returned(back)?.get('error'), 'access_denied');
    const again = await go(julie, attempt(scene.home.url));
    assert.is(again.status, 403);
    assert.equal(await statuses(scene), ['refused']);
  });

  test('prompt=none while Julie waits gives interaction_required, opens nothing and mails nobody', async (scene) => {
    const { julie } = await julieWaits(scene);
    const notices = await many(scene, 'outbox');
    const silent = await go(julie, attempt(scene.home.url, undefined, { prompt: 'none' }));
    assert.is(returned(silent)?.get('error'), 'interaction_required');
    assert.is(await many(scene, 'outbox'), notices);
    assert.equal(await statuses(scene), ['pending']);
  });

  test('finishing the interaction by hand while Julie waits leads back to waiting', async (scene) => {
    const { julie, page, code } = await julieWaits(scene);
    const resumed = await julie.follow(await julie.get(`${page.url}/suite`));
    assert.is(checkCode(resumed), code);
    assert.equal(await statuses(scene), ['pending']);
  });

  test('Julie’s second tab joins the same request, and both tabs go on', async (scene) => {
    const { julie, page, code } = await julieWaits(scene);
    const second = await go(julie, attempt(scene.home.url));
    assert.is(checkCode(second), code);
    await rawBrowser().post(await approvalLink(scene.mail, people.sylvie, 'Julie'), {
      answer: 'approve',
      code,
    });
    for (const tab of [page, second]) {
      const back = await julie.follow(await julie.get(tab.url), atDemo);
      assert.ok(returned(back)?.get('code'));
    }
  });

  test('Julie is told by mail that she waits, and that she may enter', async (scene) => {
    const { code } = await julieWaits(scene);
    await scene.mail.waitFor(({ to }) => to.includes(people.julie));
    await rawBrowser().post(await approvalLink(scene.mail, people.sylvie, 'Julie'), {
      answer: 'approve',
      code,
    });
    await until(async () => scene.mail.messages.filter(({ to }) => to.includes(people.julie)).length === 2);
  });

  test('Pierre of the other organization signs in, and Julie’s request is to him as if it did not exist', async (scene) => {
    await julieWaits(scene);
    const pierre = rawBrowser();
    const login = await pierre.follow(await pierre.get(`${scene.home.url}/reglages`));
    const console = await pierre.follow(
      await pierre.submit(login, { fill: { username: people.pierre, password } }),
    );
    assert.is(console.status, 200);
    assert.not.match(console.text, /Julie/);
    const { id } = await requests(scene).first();
    for (const number of [id, '01a2035e-0000-7000-8000-000000000000']) {
      const address = `${scene.home.url}/demandes/${number}`;
      assert.is((await pierre.get(address)).status, 404);
      assert.is((await pierre.post(address, { answer: 'approve' })).status, 404);
    }
    assert.equal(await statuses(scene), ['pending']);
  });

  test.run();
}
