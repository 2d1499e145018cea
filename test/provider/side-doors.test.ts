import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findRequest } from '../../db/approval-requests.ts';
import type { Database } from '../../db/open.ts';
import type { UserId } from '../../policies/facts.ts';
import type { ActNeeds } from '../../provider/acts/index.ts';
import { answer, withdraw } from '../../provider/approvals/index.ts';
import { parseConfiguration } from '../../provider/configuration/index.ts';
import { buildHouse } from '../../provider/house.ts';
import { nowhere } from '../../provider/location/index.ts';
import { wordsOf } from '../support/forms.ts';
import { type OpenHouse, openHouse } from '../support/house.ts';
import { dialects } from '../support/postgres.ts';
import { rawBrowser } from '../support/raw-http.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';
import {
  approvalLink,
  attempt,
  checkCode,
  go,
  password,
  people,
  realm,
  redeem,
  returned,
  signIn,
} from '../support/walk.ts';

interface Scene {
  home: OpenHouse;
  mail: MailServer;
}

const atDemo = ({ pathname }: URL): boolean => pathname.startsWith('/demo/');
const atCompte = ({ pathname }: URL): boolean => pathname === '/compte/retour';
const secret = 's'.repeat(40);

/** What an answer needs of the house, where addresses are nowhere. */
const actsOn = (database: Database): ActNeeds => ({
  database,
  now: Date.now,
  locate: () => nowhere,
  applicationOf: () => undefined,
  onChanged: () => {},
});

/** Where nobody named a place and no database knows the address. */
const nowhereAtAll = { location: nowhere, where: { kind: 'unknown' }, place: 'none' } as const;

for (const dialect of dialects) {
  const test = suite<Scene>(`side doors, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.mail = await startMailServer();
    scene.home = await openHouse(dialect, { SMTP_URL: scene.mail.url, CADENAS_SECRETS: secret });
  });
  test.after.each(async (scene) => {
    await scene.home.close();
    await scene.mail.close();
  });

  const idOf = async ({ home }: Scene, email: string): Promise<UserId> =>
    (await home.house.database('users').where({ email }).first('id')).id;
  const pending = async ({ home }: Scene) => {
    const { id } = await home.house.database('approval_requests').where({ status: 'pending' }).first('id');
    const request = await findRequest(home.house.database, id);
    assert.ok(request);
    return request;
  };
  const compte = (url: string, more: Readonly<Record<string, string>> = {}) =>
    attempt(url, 'compte', { redirect_uri: `${url}/compte/retour`, ...more });

  // 1
  test('Nadia, who waits for `compte`, does not pass by naming an organization that is not hers', async (scene) => {
    const { url } = scene.home;
    const nadia = rawBrowser();
    checkCode(await signIn(nadia, compte(url), people.nadia));
    for (const more of [{ organization: 'nulle-part' }, { scope: 'openid organization:arcenciel' }]) {
      const answer = await nadia.follow(await nadia.get(compte(url, more).address), atCompte);
      assert.is(new URL(answer.location ?? answer.url).searchParams.get('code'), null);
    }
  });

  // 3
  test('Sylvie withdraws while Julie’s sign-in is under way: it is decided again', async (scene) => {
    const { database } = scene.home.house;
    const julie = rawBrowser();
    const page = await signIn(julie, attempt(scene.home.url), people.julie);
    const request = await pending(scene);
    const link = await approvalLink(scene.mail, people.sylvie, 'Julie');
    await rawBrowser().post(link, { answer: 'approve', code: checkCode(page) });
    await julie.follow(await julie.get(page.url), atDemo);
    const by = await idOf(scene, people.sylvie);
    let withdrawn: Promise<unknown> | undefined;
    // Her situation is being read: the withdrawal comes right after it, before anything is written.
    database.on('query', ({ sql }: { readonly sql: string }) => {
      if (sql.includes('from users u'))
        withdrawn ??= withdraw(actsOn(database), { request, by, at: Date.now() });
    });
    const tried = attempt(scene.home.url);
    const back = await go(julie, tried);
    assert.is(await withdrawn, 'done');
    const code = returned(back)?.get('code');
    if (code) assert.is((await redeem(scene.home.url, tried, code)).status, 400);
    checkCode(await go(julie, attempt(scene.home.url)));
  });

  // SQLite has one connection: what is asked while the code is written is done before the sign-in is.
  if (dialect.name === 'sqlite')
    test('rules that change between a decision and its record have it made again, and one sign-in recorded', async (scene) => {
      const { database } = scene.home.house;
      const raise = () => database('organizations').increment('policy_version', 1);
      await database('organizations').update({ locked: false });
      await raise();
      let decisions = 0;
      let raised: Promise<unknown> | undefined;
      // The situation is being read: the rules change before the sign-in is written.
      database.on('query-response', (_response: unknown, { sql }: { readonly sql: string }) => {
        if (!sql.includes('from users u')) return;
        decisions++;
        raised ??= raise().then(() => {});
      });
      const since = Date.now();
      const back = await signIn(rawBrowser(), attempt(scene.home.url), people.julie);
      await raised;
      assert.ok(returned(back)?.get('code'));
      assert.is(decisions, 2);
      assert.is(
        await database('oidc_records')
          .where({ model: 'AuthorizationCode' })
          .then((rows) => rows.length),
        1,
      );
      assert.is((await database('sign_ins').where('at', '>=', since)).length, 1);
    });

  test('Julie, who has no Administration role, is turned away from Réglages before anyone is asked', async (scene) => {
    const { database } = scene.home.house;
    const notices = (await database('outbox')).length;
    const julie = rawBrowser();
    const login = await julie.follow(await julie.get(`${scene.home.url}/reglages`));
    const turned = await julie.follow(
      await julie.submit(login, { fill: { username: people.julie, password } }),
    );
    assert.is(turned.status, 403);
    assert.match(wordsOf(turned.text), /réservée à la direction/);
    await database('organizations').update({ locked: false }).increment('policy_version', 1);
    assert.is((await julie.follow(await julie.get(`${scene.home.url}/reglages`))).status, 403);
    assert.is((await database('outbox')).length, notices);
  });

  // 4
  test('an administrator whose role is withdrawn as she answers is told so, and nothing is written', async (scene) => {
    const { database } = scene.home.house;
    await signIn(rawBrowser(), attempt(scene.home.url), people.julie);
    const request = await pending(scene);
    const at = Date.now();
    const outcome = await answer(
      { ...actsOn(database), whereaboutsOf: async () => () => nowhereAtAll },
      {
        request,
        answer: 'approve',
        by: await idOf(scene, people.nadia),
        how: 'link',
        duration: 'always',
        scope: 'proposed',
        validUntil: 'always',
        refusal: 'this-time',
        at,
      },
    );
    assert.is(outcome, 'not-yours');
    assert.is((await findRequest(database, request.id))?.status, 'pending');
  });

  // 5
  test('a character that no text has is a bad request, and breaks no browser’s next sign-in', async (scene) => {
    const { url } = scene.home;
    const browser = rawBrowser();
    const lured = await browser.get(`${url}${realm}/logout?state=%00`, { from: 'https://evil.example' });
    assert.ok(lured.status < 500);
    const page = await go(browser, attempt(url));
    assert.is(page.status, 200, 'the next sign-in');
    const typed = await browser.post(`${page.url}/mot-de-passe`, { username: 'a\0b', password });
    assert.ok(typed.status < 500, `${typed.status}`);
    for (const path of ['/demandes/%00', '/demandes/%00.x', '/demo/courrier/%00'])
      assert.ok((await browser.get(`${url}${path}`)).status < 500, path);
  });

  // 7
  test('a parent’s address stands nowhere: not in the grant, not in a sign-in for one’s own page', async (scene) => {
    const { database } = scene.home.house;
    const olivier = rawBrowser();
    await signIn(olivier, attempt(scene.home.url, 'portail-parents'), people.olivier);
    await olivier.follow(await olivier.get(compte(scene.home.url).address), atCompte);
    const grants = await database('oidc_records').where({ model: 'Grant' });
    assert.is(grants.length, 2);
    for (const { facts } of grants) assert.is(JSON.parse(facts).network, 'unknown');
    const signIns = await database('sign_ins').where({ user_id: await idOf(scene, people.olivier) });
    for (const { network } of signIns) assert.is(network, null);
  });

  // 8
  test('prompt=consent, which libraries send with offline_access, shows no dead end', async (scene) => {
    const more = { scope: 'openid offline_access', prompt: 'consent' };
    const back = await signIn(rawBrowser(), attempt(scene.home.url, 'portail-parents', more), people.olivier);
    assert.ok(returned(back)?.get('code'));
  });

  // 9
  test('after an hour without an answer, the password is asked without saying that it is authorized', async (scene) => {
    const { database } = scene.home.house;
    const julie = rawBrowser();
    await signIn(julie, attempt(scene.home.url), people.julie);
    const anHourAgo = Date.now() - 61 * 60_000;
    await database('approval_requests')
      .where({ status: 'pending' })
      .update({ waited_since: anHourAgo, opened_at: anHourAgo });
    for (const { id, payload } of await database('oidc_records').where({ model: 'Session' })) {
      const aged = { ...JSON.parse(payload), loginTs: Math.floor(anHourAgo / 1000) - 1 };
      await database('oidc_records')
        .where({ model: 'Session', id })
        .update({ payload: JSON.stringify(aged) });
    }
    const page = await go(julie, attempt(scene.home.url));
    assert.match(wordsOf(page.text), /Mot de passe/);
    assert.not.match(wordsOf(page.text), /C’est autorisé/);
  });

  // 10
  test('Sylvie’s link answers on a computer where Nadia, no administrator, opened the console', async (scene) => {
    const { database } = scene.home.house;
    const { url } = scene.home;
    await signIn(rawBrowser(), attempt(url), people.julie);
    const link = await approvalLink(scene.mail, people.sylvie, 'Julie');
    await database('memberships')
      .where({ user_id: await idOf(scene, people.nadia) })
      .update({ access: 'always' });
    const shared = rawBrowser();
    const login = await shared.follow(await shared.get(`${url}/reglages`));
    const refused = await shared.follow(
      await shared.submit(login, { fill: { username: people.nadia, password } }),
    );
    assert.is(refused.status, 403);
    const { id } = await pending(scene);
    assert.is((await shared.follow(await shared.get(`${url}/demandes/${id}`))).status, 403);
    assert.is((await shared.get(link)).status, 200);
  });

  // 11
  test('a strange address makes no link to another site on our page', async (scene) => {
    const page = await rawBrowser().get(`${scene.home.url}//evil.example/x`);
    assert.not.match(page.text, /(href|action)="(https?:)?\/\/evil/);
  });

  // 12
  test('any header of a proxy that nobody configured makes the place unknown', async (scene) => {
    for (const headers of [{ forwarded: 'for=198.51.100.7' }, { 'x-real-ip': '198.51.100.7' }]) {
      await signIn(rawBrowser({ headers }), attempt(scene.home.url), people.julie);
      assert.is((await pending(scene)).network, 'unknown', Object.keys(headers)[0]);
      await scene.home.house
        .database('approval_requests')
        .where({ status: 'pending' })
        .update({ status: 'cancelled' });
    }
  });

  // 13
  test('each password renews the browser’s cookie, which browsers drop 400 days after it was given', async (scene) => {
    const olivier = rawBrowser();
    const given = () => olivier.cookies.all().find(({ name }) => name === 'cadenas_browser');
    await signIn(olivier, attempt(scene.home.url, 'portail-parents'), people.olivier);
    const first = given();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await signIn(olivier, attempt(scene.home.url, 'portail-parents', { prompt: 'login' }), people.olivier);
    assert.is(given()?.value, first?.value);
    assert.ok((given()?.expiresAt ?? 0) > (first?.expiresAt ?? 0));
  });

  // 14
  test('what the database refuses is told without the values that were in the statement', async (scene) => {
    const failed = scene.home.house.database('users').where({ email: people.julie }).select('absent');
    const error: Error = await failed.then(
      () => new Error('it did not fail'),
      (reason) => reason,
    );
    assert.not.match(error.message, /julie/);
  });

  // 15
  test('an unknown method is the caller’s fault', async (scene) => {
    assert.ok((await fetch(`${scene.home.url}/reglages`, { method: 'PROPFIND' })).status < 500);
  });

  // 2
  if (dialect.name === 'postgres')
    test('a database that was the demonstration’s does not open in production', async (scene) => {
      const { client } = scene.home.house.database;
      const result = parseConfiguration({
        PORT: '0',
        PUBLIC_URL: 'https://connexion.cpe.example',
        CADENAS_SECRETS: secret,
        SMTP_URL: scene.mail.url,
        DATABASE_URL: client.config.connection.connectionString,
        LOG_LEVEL: 'silent',
      });
      assert.ok(result.kind === 'valid');
      const house = await buildHouse(result.configuration).then(
        async (opened) => {
          await opened.close();
          return 'opened';
        },
        (error: Error) => error.message,
      );
      assert.match(house, /demonstration/);
    });

  test.run();
}
