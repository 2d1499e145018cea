import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { userAgents } from '../../../provider/demo/machines.ts';
import { wordsOf } from '../../support/forms.ts';
import { asksPassword } from '../../support/machines.ts';
import { dialects } from '../../support/postgres.ts';
import { type Answer, type RawBrowser, rawBrowser } from '../../support/raw-http.ts';
import { givePassword, openTwoHouses, type TwoHouses } from '../../support/two-houses.ts';
import { attempt, go, password, people, redeem, refresh, returned, signIn } from '../../support/walk.ts';

interface Scene {
  houses: TwoHouses;
  pierre: RawBrowser;
}

const karine = 'karine.ouellet@arcenciel.test';

for (const dialect of dialects) {
  const test = suite<Scene>(`« Appareils », on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.houses = await openTwoHouses(dialect);
    await givePassword(scene.houses, karine);
    scene.pierre = rawBrowser();
    const { pierre } = scene;
    const login = await pierre.follow(await pierre.get(`${scene.houses.first.url}/reglages/connexions`));
    assert.ok(asksPassword(login));
    await pierre.follow(await pierre.submit(login, { fill: { username: people.pierre, password } }));
  });
  test.after.each(async ({ houses }) => houses.close());

  const databaseOf = ({ houses }: Scene) => houses.first.house.database;
  const page = async ({ houses, pierre }: Scene, path: string) =>
    pierre.follow(await pierre.get(new URL(path, `${houses.first.url}/reglages/`).href));
  const press = async (
    { pierre }: Scene,
    from: Answer,
    under: string,
    fill: Readonly<Record<string, string>> = {},
    button?: string,
  ) =>
    pierre.follow(
      await pierre.submit(
        from,
        { fill, ...(button !== undefined && { press: button }) },
        ({ action, method }) => method === 'POST' && new URL(action).pathname.endsWith(under),
      ),
    );
  const told = ({ text }: Answer) => wordsOf(text).replaceAll('\u00a0', ' ');
  /** The browser of the machine that somebody used in the demonstration. */
  const browserOf = async (scene: Scene, email: string): Promise<string> => {
    const row = await databaseOf(scene)('connections as c')
      .join('users as u', 'u.id', 'c.user_id')
      .where('u.email', email)
      .orderBy('c.last_seen', 'desc')
      .first('c.browser_id');
    return row.browser_id;
  };
  const tablet = async (scene: Scene) => `appareils/${await browserOf(scene, karine)}`;
  const ownBrowser = (scene: Scene) => browserOf(scene, people.pierre);
  const undo = (scene: Scene, from: Answer) => {
    const [action] = /\/reglages\/appareils\/[^"]+\/annuler\/[^"]+/.exec(from.text) ?? [];
    assert.ok(action, 'there is « Annuler »');
    return scene.pierre
      .post(new URL(String(action), from.url).href, {})
      .then((answer) => scene.pierre.follow(answer));
  };
  const devices = (scene: Scene) => databaseOf(scene)('devices').whereNull('joined_into').orderBy('id');
  const journal = async (scene: Scene) => JSON.stringify(await databaseOf(scene)('journal'));

  test('Pierre sees each machine once, the last used first, with who uses it, and none of another centre', async (scene) => {
    const listed = await page(scene, 'appareils');
    const words = told(listed);
    assert.match(words, /iPad · Safari .*(Rosa Hernández|Karine Ouellet|Annie Girard)/);
    assert.not.match(words, /Julie Tremblay|Sylvie Gagnon|Nadia Benali/);
    const rows = [...listed.text.matchAll(/<tr><th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) => wordsOf(row));
    const tablets = rows.filter((row) => row.includes('Annie Girard'));
    assert.is(tablets.length, 1, 'one tablet, whoever uses it');
    assert.match(String(tablets[0]), /Rosa Hernández/);
    assert.match(String(rows[0]), /Pierre Lavoie/, 'he has just come in');
    assert.match(words, new RegExp(`Tous \\(${rows.length}\\)`));
  });

  test('a search finds a machine by whoever uses it, by its name without accents, and by what it is', async (scene) => {
    await press(scene, await page(scene, await tablet(scene)), await tablet(scene), { name: 'Été' });
    for (const search of ['hernandez', 'ete', 'iPad']) {
      const found = told(await page(scene, `appareils?search=${search}`));
      assert.match(found, /Été/, search);
      assert.not.match(found, /Louise Desjardins/, search);
    }
    assert.match(told(await page(scene, 'appareils?search=100%25_')), /Aucun appareil ne correspond/);
  });

  test('machines follow one another by key: each once', async (scene) => {
    const database = databaseOf(scene);
    const [connection] = await database('connections').where({ browser_id: await browserOf(scene, karine) });
    const many = Array.from({ length: 120 }, (_, index) => `many-${String(index).padStart(3, '0')}`);
    const at = Date.now();
    await database.batchInsert(
      'browsers',
      many.map((id) => ({ id, token_hash: `hash ${id}`, user_agent: '', created_at: at })),
      50,
    );
    await database.batchInsert(
      'connections',
      many.map((id) => ({ ...connection, id, browser_id: id, last_seen: at })),
      50,
    );
    const seen: string[] = [];
    let path: string | undefined = 'appareils';
    while (path !== undefined) {
      const { text }: Answer = await page(scene, path);
      seen.push(...[...text.matchAll(/class="whole-card" href="([^"]+)"/g)].map(([, href = '']) => href));
      path = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    assert.ok(seen.length > 120);
    assert.is(new Set(seen).size, seen.length);
  });

  test('he names the tablet and says what it is; nobody’s name stands in the journal', async (scene) => {
    const asked = await page(scene, await tablet(scene));
    const named = await press(scene, asked, await tablet(scene), {
      name: 'iPad des Coccinelles',
      kind: 'computer',
    });
    assert.match(told(named), /C’est enregistré\./);
    const [device] = await devices(scene);
    assert.match(named.url, new RegExp(`/appareils/${device.id}\\?`), 'it is written down by now');
    assert.match(told(await page(scene, 'appareils')), /iPad des Coccinelles Ordinateur/);
    assert.not.match(await journal(scene), /Coccinelles/);
    const long = await press(scene, named, device.id, { name: 'x'.repeat(61) });
    assert.match(told(long), /ce nom est trop long/);
    await press(scene, named, device.id, { name: '  ', kind: 'unknown' });
    const [after] = await devices(scene);
    assert.equal([after.name, after.kind], [null, 'unknown']);
  });

  test('three people used the tablet: it is proposed as shared, and its sessions are short from then on', async (scene) => {
    const held = rawBrowser({ userAgent: userAgents.rainbowTablet });
    const { url } = scene.houses.second;
    const tried = attempt(url);
    assert.ok(returned(await signIn(held, tried, karine))?.get('code'));
    const mine = `appareils/${await browserOf(scene, karine)}`;
    assert.match(told(await page(scene, mine)), /Une tablette sert souvent à plusieurs personnes/);
    const three = await page(scene, `appareils/${await browserOf(scene, 'rosa.hernandez@arcenciel.test')}`);
    assert.match(told(three), /Au moins trois personnes ont utilisé cet appareil/);
    const shared = await press(scene, await page(scene, mine), '/partage', {}, 'Marquer comme partagé');
    assert.match(told(shared), /L’appareil est marqué comme partagé/);
    assert.match(told(await page(scene, 'appareils?appareils=shared')), /Karine Ouellet/);
    const next = await go(held, attempt(url));
    assert.match(told(next), /Continuer comme Karine|Quelqu’un d’autre/);
    const back = await undo(scene, shared);
    assert.match(told(back), /C’est annulé/);
    assert.match(told(await page(scene, 'appareils?appareils=shared')), /Aucun appareil ne correspond/);
    assert.ok(returned(await go(held, attempt(url)))?.get('code'));
  });

  test('two machines are one, and apart again; one browser is separated, and joined again', async (scene) => {
    const mine = await tablet(scene);
    const other = await browserOf(scene, 'louise.desjardins@arcenciel.test');
    const choosing = await page(scene, `${mine}/joindre?search=Louise`);
    assert.match(told(choosing), /Quel autre appareil est-ce\?.*Louise Desjardins/);
    const choice = /name="other" value="([^"]+)"/.exec(choosing.text)?.[1] ?? '';
    assert.ok(choice.startsWith(`${other}.`));
    const joined = await press(scene, choosing, '/joindre', { other: choice }, 'C’est le même appareil');
    assert.match(told(joined), /ses navigateurs sont réunis.* Louise Desjardins/);
    assert.is((await devices(scene)).length, 1);
    const apart = await undo(scene, joined);
    assert.match(told(apart), /C’est annulé/);
    assert.not.match(told(apart), /Louise Desjardins/);
    assert.is((await devices(scene)).length, 2);
    const choosingAgain = await page(scene, `${mine}/joindre?search=Louise`);
    const [, sameAgain = ''] = /name="other" value="([^"]+)"/.exec(choosingAgain.text) ?? [];
    const again = await press(
      scene,
      choosingAgain,
      '/joindre',
      { other: sameAgain },
      'C’est le même appareil',
    );
    const separated = await scene.pierre.follow(
      await scene.pierre.submit(again, {}, ({ buttons }) => buttons.some(({ value }) => value === other)),
    );
    assert.match(
      told(separated),
      /Le navigateur est séparé\. Les autorisations et les refus donnés à l’appareil restent/,
    );
    assert.not.match(told(separated), /Séparer ce navigateur/);
    assert.match(told(await undo(scene, separated)), /Séparer ce navigateur/);
  });

  test('nothing is joined that nobody chose, and a machine is not joined to itself', async (scene) => {
    const mine = await tablet(scene);
    const url = `${scene.houses.first.url}/reglages/${mine}/joindre`;
    const asked = await page(scene, `${mine}/joindre`);
    const shown = /name="shown" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    for (const other of ['', 'nobody', 'nobody.print']) {
      const answer = await scene.pierre.follow(await scene.pierre.post(url, { shown, other }));
      assert.ok(answer.status === 404 || /Choisissez d’abord un appareil/.test(told(answer)), other);
    }
    assert.is((await devices(scene)).length, 0);
    assert.not.match(asked.text, new RegExp(`value="${await browserOf(scene, karine)}\\.`));
  });

  test('reported stolen, Karine’s sessions end with her next request on every process, padlock open or not', async (scene) => {
    const held = rawBrowser({ userAgent: userAgents.etiennePhone });
    const { first, second } = scene.houses;
    const tried = attempt(second.url, 'amisgest-mobile', { scope: 'openid offline_access' });
    const code = returned(await signIn(held, tried, karine))?.get('code');
    assert.ok(code);
    const tokens = await (await redeem(second.url, tried, String(code))).json();
    const mine = `appareils/${await browserOf(scene, karine)}`;
    const asked = await page(scene, `${mine}/perdu`);
    assert.match(told(asked), /prennent fin tout de suite.*même quand le cadenas est ouvert/);
    assert.is((await devices(scene)).length, 0, 'a page changes nothing');
    const reported = await press(scene, asked, '/perdu');
    assert.match(told(reported), /L’appareil est signalé perdu ou volé/);
    assert.is((await refresh(second.url, 'amisgest-mobile', tokens.refresh_token)).status, 400);
    for (const { url } of [first, second]) {
      const answer = await go(held, attempt(url));
      assert.not.ok(returned(answer)?.get('code'), url);
    }
    assert.match(told(await page(scene, 'appareils?appareils=stolen')), /Karine Ouellet .*Perdu ou volé/);
    const found = await press(scene, reported, '/retrouve');
    assert.match(told(found), /L’appareil est retrouvé/);
    assert.ok(returned(await go(held, attempt(second.url)))?.get('code'));
  });

  test('Pierre does not report the machine that he is using without being told; then he is out', async (scene) => {
    const mine = `appareils/${await ownBrowser(scene)}`;
    const asked = await page(scene, mine);
    assert.match(told(asked), /C’est l’appareil que vous utilisez en ce moment/);
    const shown = /name="shown" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    const url = `${scene.houses.first.url}/reglages/${mine}/perdu`;
    const warned = await scene.pierre.post(url, { shown });
    assert.match(told(warned), /Attention.*vous n’aurez plus accès à Réglages d’ici/);
    assert.is((await page(scene, 'connexions')).status, 200);
    await press(scene, warned, '/perdu');
    const next = await page(scene, 'connexions');
    assert.is.not(next.status, 200, told(next));
  });

  test('joined to a stolen machine, his own would be refused too: he is told first', async (scene) => {
    const lost = await tablet(scene);
    await press(scene, await page(scene, `${lost}/perdu`), '/perdu');
    const own = await ownBrowser(scene);
    const choosing = await page(scene, `appareils/${own}/joindre?search=Karine`);
    const other = /name="other" value="([^"]+)"/.exec(choosing.text)?.[1] ?? '';
    const warned = await press(scene, choosing, '/joindre', { other }, 'C’est le même appareil');
    assert.match(told(warned), /Attention.*ils sont refusés|ils sont refusés tous les deux.*Attention/);
    assert.is((await page(scene, 'connexions')).status, 200);
    await press(scene, warned, '/joindre');
    assert.is.not((await page(scene, 'connexions')).status, 200);
  });

  test('a form of a page that is no longer true writes nothing, says who changed what, and keeps what was typed', async (scene) => {
    const mine = await tablet(scene);
    const old = await page(scene, mine);
    const oldChoice = await page(scene, `${mine}/joindre`);
    const oldLost = await page(scene, `${mine}/perdu`);
    await press(scene, await page(scene, mine), '/partage', {}, 'Marquer comme partagé');
    const standing = await devices(scene);
    const stale = /Rien n’a été enregistré.*Appareil modifié, par Pierre Lavoie/;
    const named = await press(scene, old, mine, { name: 'Coccinelles' });
    assert.match(told(named), stale);
    assert.match(named.text, /name="name"[^>]* value="Coccinelles"/);
    assert.match(told(await press(scene, old, '/partage', {}, 'Marquer comme partagé')), stale);
    assert.match(told(await press(scene, oldLost, '/perdu')), stale);
    const other = /name="other" value="([^"]+)"/.exec(oldChoice.text)?.[1] ?? '';
    assert.match(told(await press(scene, oldChoice, '/joindre', { other })), stale);
    assert.equal(await devices(scene), standing);
  });

  test('another centre’s machine answers like one that does not exist, whatever is asked of it', async (scene) => {
    const theirs = await browserOf(scene, people.julie);
    const body = ({ text }: Answer) => wordsOf(text).replace(/[0-9a-f]{8}/g, '…');
    for (const id of ['a%2Fb', 'x'.repeat(70), '%F0%9F%94%92'])
      assert.is((await page(scene, `appareils/${id}`)).status, 404, id);
    for (const under of ['', '/joindre', '/perdu']) {
      const [foreign, absent] = [
        await page(scene, `appareils/${theirs}${under}`),
        await page(scene, `appareils/nobody${under}`),
      ];
      assert.equal([foreign.status, absent.status], [404, 404], under);
      assert.is(body(foreign), body(absent), under);
    }
    for (const under of ['', '/partage', '/joindre', '/separer', '/perdu', '/retrouve', '/annuler/x']) {
      const url = (id: string) => `${scene.houses.first.url}/reglages/appareils/${id}${under}`;
      const form = { shown: 'x', kind: 'phone', shared: 'yes', other: 'a.b' };
      const [foreign, absent] = [
        await scene.pierre.post(url(theirs), form),
        await scene.pierre.post(url('nobody'), form),
      ];
      assert.equal([foreign.status, absent.status], [404, 404], under);
      assert.is(body(foreign), body(absent), under);
    }
    assert.is((await devices(scene)).length, 0);
  });

  test('a form that is none is answered plainly, and nothing is written', async (scene) => {
    const mine = await tablet(scene);
    const asked = await page(scene, mine);
    const shown = /name="shown" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    const url = `${scene.houses.first.url}/reglages/${mine}`;
    for (const [under, form] of [
      ['', { shown, kind: 'toaster' }],
      ['', { kind: 'phone' }],
      ['/partage', { shown, shared: 'maybe' }],
    ] as const)
      assert.is((await scene.pierre.post(`${url}${under}`, form)).status, 400, under);
    assert.is((await scene.pierre.post(`${url}/separer`, { shown, browser: 'x' })).status, 404);
    assert.is((await devices(scene)).length, 0);
  });

  test.run();
}
