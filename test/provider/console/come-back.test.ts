import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { asksPassword } from '../../support/machines.ts';
import { dialects } from '../../support/postgres.ts';
import { type RawBrowser, rawBrowser } from '../../support/raw-http.ts';
import { openTwoHouses, type TwoHouses } from '../../support/two-houses.ts';
import { password, people } from '../../support/walk.ts';

interface Scene {
  houses: TwoHouses;
  pierre: RawBrowser;
}

for (const dialect of dialects) {
  const test = suite<Scene>(`a session of Réglages that ended meanwhile, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.houses = await openTwoHouses(dialect);
    scene.pierre = rawBrowser();
    const { pierre } = scene;
    const login = await pierre.follow(await pierre.get(`${scene.houses.first.url}/reglages`));
    assert.ok(asksPassword(login));
    await pierre.follow(await pierre.submit(login, { fill: { username: people.pierre, password } }));
  });
  test.after.each(({ houses }) => houses.close());

  const ended = ({ houses }: Scene) => houses.first.house.database('console_sessions').del();

  test('Pierre, who asked for a page or sent a form, comes back to it, with his filters', async (scene) => {
    const { pierre, houses } = scene;
    const at = (path: string) => `${houses.first.url}${path}`;
    const { database } = houses.first.house;
    const { id } = await database('users').where({ email: people.pierre }).first('id');
    const filtered = at('/reglages/connexions?application=all&period=all&search=gir%C3%A9+x');
    await ended(scene);
    assert.is((await pierre.follow(await pierre.get(filtered))).url, filtered);
    await ended(scene);
    const form = { access: 'always', shown: 'by_rules' };
    const sent = await pierre.follow(await pierre.post(at(`/reglages/personnes/${id}/acces`), form));
    assert.is(sent.url, at(`/reglages/personnes/${id}`));
    assert.is(sent.status, 200);
    assert.is((await database('memberships').where({ user_id: id }).first('access')).access, 'by_rules');
    await ended(scene);
    const closing = await pierre.follow(await pierre.post(at('/reglages/cadenas/fermer'), {}));
    assert.is(closing.url, at('/reglages/cadenas'));
  });

  test('the other language of « Retirer l’accès? » is the page of the person, which is there', async (scene) => {
    const { pierre, houses } = scene;
    const { id } = await houses.first.house.database('users').where({ email: people.pierre }).first('id');
    const page = `${houses.first.url}/reglages/personnes/${id}`;
    const asked = await pierre.post(`${page}/acces`, { access: 'never', shown: 'by_rules' });
    const [, href = ''] = /href="([^"]*lang=en[^"]*)"/.exec(asked.text) ?? [];
    const other = await pierre.get(new URL(href.replaceAll('&amp;', '&'), asked.url).href);
    assert.is(new URL(other.url).pathname, new URL(page).pathname);
    assert.is(other.status, 200);
    assert.match(other.text, /<html lang="en/);
  });

  test.run();
}
