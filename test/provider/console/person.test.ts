import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wordsOf } from '../../support/forms.ts';
import { asksPassword } from '../../support/machines.ts';
import { dialects } from '../../support/postgres.ts';
import { type Answer, type RawBrowser, rawBrowser } from '../../support/raw-http.ts';
import { givePassword, openTwoHouses, type TwoHouses } from '../../support/two-houses.ts';
import { attempt, go, password, people, returned, signIn } from '../../support/walk.ts';

interface Scene {
  houses: TwoHouses;
  pierre: RawBrowser;
  id: string;
}

const annie = 'annie.girard@arcenciel.test';

for (const dialect of dialects) {
  const test = suite<Scene>(`« Une personne », on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.houses = await openTwoHouses(dialect);
    await givePassword(scene.houses, annie);
    scene.pierre = rawBrowser();
    const { pierre } = scene;
    const login = await pierre.follow(await pierre.get(`${scene.houses.first.url}/reglages/connexions`));
    assert.ok(asksPassword(login));
    await pierre.follow(await pierre.submit(login, { fill: { username: people.pierre, password } }));
    scene.id = await idOf(scene, annie);
  });
  test.after.each(async ({ houses }) => houses.close());

  const databaseOf = ({ houses }: Scene) => houses.first.house.database;
  const idOf = async (scene: Scene, email: string): Promise<string> =>
    (await databaseOf(scene)('users').where({ email }).first('id')).id;
  const page = async ({ houses, pierre }: Scene, path: string) =>
    pierre.follow(await pierre.get(new URL(path, `${houses.first.url}/reglages/`).href));
  const post = async ({ houses, pierre }: Scene, path: string, form: Readonly<Record<string, string>> = {}) =>
    pierre.follow(await pierre.post(new URL(path, `${houses.first.url}/reglages/`).href, form));
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
  const close = (scene: Scene) => post(scene, 'cadenas/fermer');
  const her = (scene: Scene) => page(scene, `personnes/${scene.id}`);
  const line = ({ text }: Answer) => {
    const [, field = '', standing = ''] = /name="(connexion-[^"]+)" value="([^"]+)"/.exec(text) ?? [];
    return { [field]: standing };
  };
  const undo = async (scene: Scene, from: Answer) => {
    const [action] = /\/reglages\/personnes\/[^"]+\/annuler\/[^"]+/.exec(from.text) ?? [];
    assert.ok(action, 'there is « Annuler »');
    return post(scene, String(action).replaceAll('&amp;', '&'));
  };
  const rules = (scene: Scene) =>
    databaseOf(scene)('rules').where({ user_id: scene.id }).whereNull('ended_at').orderBy('id').select('id');
  const access = async (scene: Scene) =>
    (await databaseOf(scene)('memberships').where({ user_id: scene.id }).first('access')).access;
  /** So many more browsers of hers, none of them authorized. */
  const withBrowsers = async (scene: Scene, count: number) => {
    const database = databaseOf(scene);
    const [connection] = await database('connections').where({ user_id: scene.id });
    const [sighting] = await database('sightings').where({ connection_id: connection.id });
    const many = Array.from({ length: count }, (_, index) => `many-${String(index).padStart(3, '0')}`);
    const at = Date.now();
    await database.batchInsert(
      'browsers',
      many.map((id) => ({ id, token_hash: `hash ${id}`, user_agent: '', created_at: at })),
      50,
    );
    await database.batchInsert(
      'connections',
      many.map((id, index) => ({ ...connection, id, browser_id: id, last_seen: at - index })),
      50,
    );
    await database.batchInsert(
      'sightings',
      many.map((id, index) => ({ ...sighting, connection_id: id, last_seen: at - index })),
      50,
    );
  };

  test('an arrow refuses Annie’s tablet to her, and « Annuler » gives back the exact rules', async (scene) => {
    await close(scene);
    const standing = await rules(scene);
    const moved = await press(scene, await her(scene), '/deplacer', line(await her(scene)), 'withdraw');
    assert.match(told(moved), /1 connexion n’est plus autorisée.*Autorisés \(0\)/);
    assert.match(told(await undo(scene, moved)), /C’est annulé.*Autorisés \(1\)/);
    assert.equal(await rules(scene), standing);
    const again = told(await undo(scene, moved));
    assert.match(again, /quelqu’un a fait un changement.*Depuis l’ouverture/, 'once, and she is told');
    assert.match(again, /Autorisés \(1\)/);
  });

  test('« Pourquoi? » names the rule as a sentence, who wrote it and its end, living or not', async (scene) => {
    await close(scene);
    const words = told(await her(scene));
    assert.match(words, /Pourquoi\? .*Autorisation : Annie Girard, avec un iPad/);
    const held = rawBrowser();
    const waits = await signIn(held, attempt(scene.houses.second.url), annie);
    assert.not.ok(returned(waits)?.get('code'));
    const before = await her(scene);
    const field = [...before.text.matchAll(/name="(connexion-[^"]+)" value="not-authorized"/g)][0]?.[1] ?? '';
    await press(scene, before, '/deplacer', { [field]: 'not-authorized' }, 'authorize');
    assert.ok(returned(await go(held, attempt(scene.houses.second.url)))?.get('code'), 'at once, elsewhere');
    const after = await her(scene);
    assert.match(told(after), /Historique .*Une autorisation .*Par Pierre Lavoie, à/);
    await press(scene, after, '/deplacer', { [field]: 'authorized' }, 'withdraw');
    assert.match(told(await her(scene)), /Par Pierre Lavoie, à [^.]+\. Fin : /);
  });

  test('her history tells what administrators did about her, in its place, eight events and then all by key', async (scene) => {
    await press(scene, await her(scene), '/acces', { access: 'always' });
    const words = told(await her(scene));
    assert.match(
      words,
      /Historique Accès modifié, par Pierre Lavoie, à l’instant : Toujours \(autorisation complète\)/,
    );
    assert.is(
      (/<ol class="history">[\s\S]*?<\/ol>/.exec((await her(scene)).text)?.[0].match(/<li/g) ?? []).length,
      8,
    );
    const all =
      (await databaseOf(scene)('sign_ins').where({ user_id: scene.id }).whereNotNull('organization_id'))
        .length + 1;
    let seen = 0;
    let path: string | undefined = `personnes/${scene.id}/historique`;
    while (path !== undefined) {
      const { text }: Answer = await page(scene, path);
      seen += (/<ol class="history">[\s\S]*?<\/ol>/.exec(text)?.[0].match(/<li/g) ?? []).length;
      path = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    assert.is(seen, all);
  });

  test('withdrawing says first what ends; then her next request is refused on every process, and « Annuler » gives it back', async (scene) => {
    const held = rawBrowser();
    const { first, second } = scene.houses;
    assert.ok(returned(await signIn(held, attempt(second.url), annie))?.get('code'));
    const asked = await press(scene, await her(scene), '/acces', { access: 'never' });
    assert.match(told(asked), /Retirer l’accès : Annie Girard\?.*prennent fin tout de suite/);
    assert.is(await access(scene), 'by_rules', 'nothing is written before it is confirmed');
    const withdrawn = await press(scene, asked, '/acces');
    assert.match(told(withdrawn), /L’accès est enregistré.*Annuler/);
    for (const { url } of [first, second])
      assert.not.ok(returned(await go(held, attempt(url)))?.get('code'), url);
    assert.match(told(await undo(scene, withdrawn)), /C’est annulé/);
    assert.is(await access(scene), 'by_rules');
    assert.ok(returned(await go(held, attempt(second.url)))?.get('code'));
  });

  test('her own access says so, and the last way in of the last administrator stays', async (scene) => {
    await close(scene);
    const own = await idOf(scene, people.pierre);
    const asked = await press(scene, await page(scene, `personnes/${own}`), '/acces', { access: 'never' });
    assert.match(told(asked), /Attention.*c’est votre propre accès/);
    assert.match(told(await press(scene, asked, '/acces')), /plus personne avec le rôle Administration/);
  });

  test('from a stale page no access and no line is changed: Pierre reads what was changed, and by whom', async (scene) => {
    await close(scene);
    const old = await her(scene);
    const stale =
      /Rien n’a été enregistré.*(Connexions retirées|Accès modifié) \(Annie Girard\), par Pierre Lavoie/;
    await press(scene, old, '/deplacer', line(old), 'withdraw');
    const standing = await rules(scene);
    assert.match(told(await press(scene, old, '/deplacer', line(old), 'withdraw')), stale);
    assert.match(told(await press(scene, old, '/deplacer', {}, 'withdraw-all')), stale);
    assert.equal(await rules(scene), standing);
    await press(scene, await her(scene), '/acces', { access: 'always' });
    const refused = await press(scene, old, '/acces', { access: 'by_rules' });
    assert.match(told(refused), stale);
    assert.is(await access(scene), 'always');
    const confirmed = await press(scene, old, '/acces', { access: 'never' });
    assert.match(told(await press(scene, confirmed, '/acces')), stale, 'nor once it is confirmed');
    assert.is(await access(scene), 'always');
  });

  test('« Tout autoriser » of 21 lines asks for the password; one line more meanwhile, and nothing is written', async (scene) => {
    await close(scene);
    await withBrowsers(scene, 21);
    const asked = await her(scene);
    assert.match(told(asked), /Tout autoriser \(21\)/);
    const standing = await rules(scene);
    const confirm = await press(scene, asked, '/deplacer', {}, 'authorize-all');
    assert.match(told(confirm), /Vous allez autoriser 21 lignes/);
    assert.match(
      told(await press(scene, confirm, '/deplacer', { password: 'wrong' })),
      /Ce n’est pas le bon mot de passe/,
    );
    assert.equal(await rules(scene), standing);
    const done = await press(scene, confirm, '/deplacer', { password });
    assert.match(told(done), /21 connexions autorisées/);
    await undo(scene, done);
    assert.equal(await rules(scene), standing);
    await databaseOf(scene)('connections').where({ id: 'many-020' }).delete();
    assert.match(
      told(await press(scene, asked, '/deplacer', {}, 'authorize-all')),
      /Rien n’a été enregistré/,
    );
    assert.equal(await rules(scene), standing);
    const twenty = await press(scene, await her(scene), '/deplacer', {}, 'authorize-all');
    assert.match(told(twenty), /20 connexions autorisées/);
  });

  test('« Tout autoriser » leaves alone what was refused on purpose, and what was reported stolen', async (scene) => {
    await close(scene);
    await withBrowsers(scene, 3);
    const refused = { 'connexion-many-000': 'not-authorized' };
    await press(scene, await her(scene), '/deplacer', refused, 'authorize');
    await databaseOf(scene)('rules').where({ browser_id: 'many-000' }).update({ effect: 'deny' });
    await databaseOf(scene)('organizations').increment('policy_version', 1);
    await page(scene, 'appareils/many-001/perdu').then((asked) => press(scene, asked, '/perdu'));
    assert.match(told(await her(scene)), /Tout autoriser \(1\)/);
    await press(scene, await her(scene), '/deplacer', {}, 'authorize-all');
    const after = await her(scene);
    assert.match(told(after), /Non autorisés \(2\)/);
    assert.match(after.text, /name="connexion-many-000" value="refused"/);
  });

  test('very many lines come a page at a time, each once', async (scene) => {
    await close(scene);
    await withBrowsers(scene, 130);
    const fields = new Set<string>();
    let path: string | undefined = `personnes/${scene.id}`;
    while (path !== undefined) {
      const { text }: Answer = await page(scene, path);
      const found = [...text.matchAll(/name="(connexion-[^"]+)"/g)].map(([, field = '']) => field);
      assert.ok(found.length <= 60);
      for (const field of found) {
        assert.not.ok(fields.has(field), field);
        fields.add(field);
      }
      path = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    assert.is(fields.size, 131);
  });

  test('her map and her devices: the centre where she signs in, and the tablet that leads to its page', async (scene) => {
    const shown = await her(scene);
    assert.match(told(shown), /Où .*Garderie L’Arc-en-ciel.*Appareils .*iPad/);
    assert.match(shown.text, /<svg[^>]*role="img"/);
    const href = /class="card-link" href="(\/reglages\/appareils\/[^"]+)"/.exec(shown.text)?.[1];
    assert.ok(href);
    const device = await page(scene, String(href));
    assert.match(told(device), /Qui l’a utilisé .*Annie Girard/);
    await press(scene, device, '/partage', {}, 'Marquer comme partagé');
    assert.match(told(await her(scene)), /Appareils .*Partagé/);
  });

  test('the way back keeps the filters that she was found with, and only that', async (scene) => {
    const filters = '/reglages/connexions?application=all&period=all&search=gir%C3%A9';
    const at = (retour: string) => page(scene, `personnes/${scene.id}?${new URLSearchParams({ retour })}`);
    const backFrom = ({ text }: Answer) =>
      /<a href="([^"]+)">Retour aux connexions/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    assert.is(backFrom(await at(filters)), filters);
    assert.is(backFrom(await press(scene, await at(filters), '/acces', { access: 'always' })), filters);
    for (const evil of [
      'https://evil.test/',
      '//evil.test',
      '/reglages/connexions.evil',
      '/reglages/connexions?x="><b>',
    ])
      assert.is(backFrom(await at(evil)), '/reglages/connexions', evil);
  });

  test('where access decides alone there is nothing to move, and no hidden refusal is written', async (scene) => {
    await close(scene);
    const field = line(await her(scene));
    const standing = await rules(scene);
    for (const wanted of ['always', 'never']) {
      const shown = await access(scene);
      await post(scene, `personnes/${scene.id}/acces`, { access: wanted, shown, confirmed: 'yes' });
      for (const move of ['withdraw', 'authorize', 'withdraw-all'])
        await post(scene, `personnes/${scene.id}/deplacer`, { ...field, move });
      assert.not.match((await her(scene)).text, /name="move"/);
    }
    assert.equal(await rules(scene), standing);
  });

  test('Pierre does not take from himself the connection that he is using', async (scene) => {
    await close(scene);
    const own = await idOf(scene, people.pierre);
    assert.match(told(await page(scene, `personnes/${own}`)), /la connexion que vous utilisez en ce moment/);
    const [connection] = await databaseOf(scene)('connections')
      .where({ user_id: own })
      .orderBy('last_seen', 'desc');
    const tried = await post(scene, `personnes/${own}/deplacer`, {
      [`connexion-${connection.id}`]: 'authorized',
      move: 'withdraw',
    });
    assert.match(told(tried), /Rien n’a changé/);
    assert.is((await page(scene, 'connexions')).status, 200);
  });

  test('Pierre does not leave his own access to rules that would not let him in, nor undo what does', async (scene) => {
    await close(scene);
    const own = await idOf(scene, people.pierre);
    const his = () => databaseOf(scene)('memberships').where({ user_id: own }).first('access');
    await press(scene, await page(scene, `personnes/${own}`), '/acces', { access: 'always' });
    await databaseOf(scene)('rules').where({ user_id: own }).update({ ended_at: 1 });
    await databaseOf(scene)('organizations').increment('policy_version');
    const tried = await press(scene, await page(scene, `personnes/${own}`), '/acces', { access: 'by_rules' });
    assert.match(told(tried), /vous ne pourriez plus entrer d’ici avec cet appareil/);
    assert.is((await his()).access, 'always');
    const { id } = await databaseOf(scene)('journal').where({ action: 'access.changed' }).first('id');
    const undone = await post(scene, `personnes/${own}/annuler/${id}`);
    assert.match(told(undone), /vous ne pourriez plus entrer d’ici avec cet appareil/);
    assert.is((await his()).access, 'always');
  });

  test('a person of another centre, a name that is nobody’s and a form that is none are answered plainly', async (scene) => {
    const julie = await idOf(scene, people.julie);
    const body = ({ text }: Answer) => wordsOf(text).replace(/[0-9a-f]{8}/g, '…');
    for (const under of ['', '/historique']) {
      const [foreign, absent] = [
        await page(scene, `personnes/${julie}${under}`),
        await page(scene, `personnes/nobody${under}`),
      ];
      assert.equal([foreign.status, absent.status], [404, 404]);
      assert.is(body(foreign), body(absent));
    }
    const count = async () => (await databaseOf(scene)('rules')).length;
    const standing = await count();
    for (const form of [{ move: 'everything' }, {}, { move: 'authorize', 'connexion-x': 'yes' }])
      assert.is((await post(scene, `personnes/${scene.id}/deplacer`, form)).status, 400);
    assert.is((await post(scene, `personnes/${scene.id}/acces`, { access: 'always' })).status, 400);
    assert.is((await post(scene, `personnes/${scene.id}/annuler/%F0%9F%94%92`)).status, 404);
    for (const under of ['/deplacer', '/acces', '/annuler/x'])
      assert.is(
        (
          await post(scene, `personnes/${julie}${under}`, {
            move: 'withdraw-all',
            access: 'never',
            shown: 'always',
          })
        ).status,
        404,
      );
    assert.is(await count(), standing);
  });

  test.run();
}
