import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wordsOf } from '../../support/forms.ts';
import { type OpenHouse, openHouse } from '../../support/house.ts';
import { asksPassword } from '../../support/machines.ts';
import { dialects } from '../../support/postgres.ts';
import { type Answer, type RawBrowser, rawBrowser } from '../../support/raw-http.ts';
import { password, people } from '../../support/walk.ts';

interface Scene {
  home: OpenHouse;
  pierre: RawBrowser;
}

/** Enters Réglages in a browser of her own, wherever that leads. */
async function enter(browser: RawBrowser, url: string, email: string): Promise<Answer> {
  const page = await browser.follow(await browser.get(`${url}/reglages/connexions`));
  if (!asksPassword(page)) throw new Error(`no sign-in page at ${page.url}`);
  return browser.follow(await browser.submit(page, { fill: { username: email, password } }));
}

for (const dialect of dialects) {
  const test = suite<Scene>(`Réglages, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.home = await openHouse(dialect);
    scene.pierre = rawBrowser();
    await enter(scene.pierre, scene.home.url, people.pierre);
  });
  test.after.each(async ({ home }) => home.close());

  const page = async ({ home, pierre }: Scene, path: string) =>
    pierre.follow(await pierre.get(`${home.url}/reglages/${path}`));
  const post = async ({ home, pierre }: Scene, path: string, form: Readonly<Record<string, string>> = {}) =>
    pierre.follow(await pierre.post(`${home.url}/reglages/${path}`, form));
  const padlock = async ({ home }: Scene) =>
    (await home.house.database('organizations').where({ alias: 'arcenciel' }).first('locked')).locked;
  const annie = async ({ home }: Scene) =>
    (await home.house.database('users').where({ email: 'annie.girard@arcenciel.test' }).first('id')).id;

  test('Pierre sees who signed in, the last one first, and nobody of another centre', async (scene) => {
    const words = wordsOf((await page(scene, 'connexions')).text);
    assert.match(words, /Cadenas ouvert/);
    assert.ok(words.indexOf('Pierre Lavoie') < words.indexOf('Annie Girard'));
    assert.not.match(words, /Sylvie Gagnon|Julie Tremblay/);
  });

  test('a search finds a place or a city, too: whoever was last seen there', async (scene) => {
    const all = wordsOf((await page(scene, 'connexions?period=all')).text);
    const cities = ['Montréal', 'Laval', 'Longueuil', 'Québec'].filter((city) => all.includes(city));
    const { database } = scene.home.house;
    const place = await database('places as p')
      .join('organizations as o', 'o.id', 'p.organization_id')
      .where('o.alias', 'arcenciel')
      .first('p.name');
    const found = wordsOf(
      (await page(scene, `connexions?period=all&search=${encodeURIComponent(place.name.toUpperCase())}`))
        .text,
    );
    assert.match(found, /Annie Girard/, `seen at ${place.name}`);
    const nowhere = wordsOf((await page(scene, 'connexions?period=all&search=Gaspé')).text);
    assert.match(nowhere, /Aucune connexion ne correspond/, `seen in ${cities}`);
  });

  test('a search finds Hernández without her accent; a period and an application narrow the list', async (scene) => {
    const searched = wordsOf((await page(scene, 'connexions?search=hernandez&period=all')).text);
    assert.match(searched, /Rosa Hernández/);
    assert.not.match(searched, /Annie Girard/);
    const mobile = wordsOf((await page(scene, 'connexions?application=amisgest-mobile&period=all')).text);
    assert.match(mobile, /Étienne Poirier/);
    assert.not.match(mobile, /Rosa Hernández/);
    assert.match(
      wordsOf((await page(scene, 'connexions?period=century&after=x&application=y')).text),
      /Annie Girard/,
    );
  });

  test('pages follow one another by key: every connection once', async (scene) => {
    const { database } = scene.home.house;
    const [connection] = await database('connections').where({ user_id: await annie(scene) });
    const many = Array.from({ length: 120 }, (_, index) => `many-${index}`);
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
    let path: string | undefined = '/reglages/connexions?period=all';
    while (path !== undefined) {
      const { text }: Answer = await scene.pierre.get(new URL(path, scene.home.url).href);
      seen.push(...(text.match(/<tr[^>]*>/g) ?? []).slice(1));
      path = /href="([^"]*[?&](?:amp;)?after=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    const all = await database('connections').where({ organization_id: connection.organization_id });
    assert.is(seen.length, all.length);
  });

  test('closing authorizes the month and Pierre’s own connection; opening for an hour says until when', async (scene) => {
    const asked = wordsOf((await page(scene, 'cadenas')).text);
    assert.match(asked, /Fermer le cadenas\?/);
    assert.match(asked, /Personne n’aurait eu à attendre/);
    const closed = await post(scene, 'cadenas/fermer');
    assert.match(wordsOf(closed.text), /Cadenas fermé/);
    assert.ok(await padlock(scene));
    assert.ok((await scene.home.house.database('rules').where({ origin: 'first-closing' })).length > 5);
    const opened = await post(scene, 'cadenas/ouvrir', { for: '1h' });
    assert.match(wordsOf(opened.text), /Cadenas ouvert/);
    assert.match(wordsOf((await post(scene, 'cadenas/ouvrir', { for: 'ever' })).text), /pas compris/);
  });

  test('without a session Réglages asks for one, and an educator of the centre is turned away', async (scene) => {
    const nobody = rawBrowser();
    const asked = await nobody.post(`${scene.home.url}/reglages/cadenas/fermer`, {});
    assert.match(String(asked.location), /\/reglages\/connexion\?/);
    assert.not.ok(await padlock(scene));
    const educator = await enter(rawBrowser(), scene.home.url, people.julie);
    assert.is(educator.status, 403);
  });

  test.run();
}
