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

for (const dialect of dialects) {
  const test = suite<Scene>(`closing the padlock, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.home = await openHouse(dialect);
    scene.pierre = await entered(scene, people.pierre);
  });
  test.after.each(async ({ home }) => home.close());

  async function entered({ home }: Pick<Scene, 'home'>, email: string): Promise<RawBrowser> {
    const browser = rawBrowser();
    const page = await browser.follow(await browser.get(`${home.url}/reglages/connexions`));
    if (!asksPassword(page)) throw new Error(`no sign-in page at ${page.url}`);
    await browser.follow(await browser.submit(page, { fill: { username: email, password } }));
    return browser;
  }
  const page = ({ home, pierre }: Scene, path: string) => pierre.get(`${home.url}/reglages/${path}`);
  const post = async ({ home, pierre }: Scene, path: string, form: Readonly<Record<string, string>> = {}) =>
    pierre.follow(await pierre.post(new URL(path, `${home.url}/reglages/`).href, form));
  const arcenciel = async ({ home }: Scene) =>
    home.house.database('organizations').where({ alias: 'arcenciel' }).first();
  const lines = ({ text }: Answer) => text.match(/name="navigateur" value="[^"]+"/g) ?? [];
  /** As if the padlock had been closed once: no closing authorizes the month any more. */
  const closedBefore = async (scene: Scene) =>
    scene.home.house
      .database('organizations')
      .where({ alias: 'arcenciel' })
      .update({ first_locked_at: Date.now() - 60_000 });
  const rules = ({ home }: Scene) =>
    home.house.database('rules').whereNull('ended_at').select('id').orderBy('id');
  const remedy = ({ text }: Answer): Readonly<Record<string, string>> => ({
    personne: /name="personne" value="([^"]+)"/.exec(text)?.[1] ?? '',
    navigateur: /name="navigateur" value="([^"]+)"/.exec(text)?.[1] ?? '',
  });

  test('the remedy beside a line authorizes that connection: the line is gone, and « Annuler » brings it back', async (scene) => {
    await closedBefore(scene);
    const before = await page(scene, 'cadenas');
    const standing = await rules(scene);
    assert.ok(lines(before).length > 3, 'nothing is authorized, so everyone would have had to wait');
    const after = await post(scene, 'cadenas/autoriser-ligne', remedy(before));
    assert.match(
      wordsOf(after.text),
      /C’est autorisé\. L’essai à blanc ci-dessous en tient compte\. Annuler/,
    );
    assert.not.equal(remedy(after), remedy(before));
    const undo = /action="([^"]+\/cadenas\/annuler\/[^"]+)"/.exec(after.text)?.[1] ?? '';
    const undone = await post(scene, undo);
    assert.match(wordsOf(undone.text), /tout est comme avant/);
    assert.equal(await rules(scene), standing);
    assert.equal(remedy(undone), remedy(before));
  });

  test('a remedy for a person or a browser of another centre is not found, and writes nothing', async (scene) => {
    await closedBefore(scene);
    const shown = remedy(await page(scene, 'cadenas'));
    const standing = await rules(scene);
    const { database } = scene.home.house;
    const papillons = await database('organizations').where({ alias: 'papillons' }).first('id');
    const theirs = await database('connections').where({ organization_id: papillons.id }).first();
    const foreign = { personne: theirs.user_id, navigateur: theirs.browser_id };
    const nothing = { ...shown, navigateur: 'nothing' };
    const answers = [];
    for (const form of [foreign, nothing, {}])
      answers.push(await post(scene, 'cadenas/autoriser-ligne', form));
    assert.equal(
      answers.map(({ status }) => status),
      [404, 404, 404],
    );
    assert.equal(await rules(scene), standing);
  });

  test('what changed since the rehearsal was shown is told, and the padlock stays open until Pierre has seen it', async (scene) => {
    const shown = await page(scene, 'cadenas');
    const form = {
      vu: /name="vu" value="(\d+)"/.exec(shown.text)?.[1] ?? '',
      depuis: /name="depuis" value="(\d+)"/.exec(shown.text)?.[1] ?? '',
    };
    await post(scene, 'cadenas/autoriser-ligne', await anyConnection(scene));
    const told = await post(scene, 'cadenas/fermer', form);
    assert.match(
      wordsOf(told.text),
      /Rien n’a été enregistré\s: quelqu’un a fait un changement .* Connexions autorisées \(.+\), par Pierre Lavoie/,
    );
    assert.not((await arcenciel(scene)).locked);
    const seen = { vu: /name="vu" value="(\d+)"/.exec(told.text)?.[1] ?? '', depuis: '0' };
    assert.match(wordsOf((await post(scene, 'cadenas/fermer', seen)).text), /Cadenas fermé/);
    assert.ok((await arcenciel(scene)).locked);
  });

  test('« Avant de fermer le cadenas » says what is ready and what is not, and leads there', async (scene) => {
    const { database } = scene.home.house;
    const { id } = await arcenciel(scene);
    await database('places').where({ organization_id: id }).update({ removed_at: Date.now() });
    const words = wordsOf((await page(scene, 'avant-de-fermer')).text);
    assert.match(words, /Seule cette personne a le rôle Administration\s: Pierre Lavoie\./);
    assert.match(words, /Nommez l’endroit où l’équipe travaille/);
    assert.match(words, /points restent à régler/);
    await database('places').where({ organization_id: id }).update({ removed_at: null });
    assert.not.match(wordsOf((await page(scene, 'avant-de-fermer')).text), /Nommez l’endroit/);
  });

  async function anyConnection(scene: Scene): Promise<Readonly<Record<string, string>>> {
    const { database } = scene.home.house;
    const annie = await database('users').where({ email: 'annie.girard@arcenciel.test' }).first('id');
    const seen = await database('connections').where({ user_id: annie.id }).first();
    await database('rules').where({ user_id: annie.id }).update({ ended_at: Date.now() });
    return { personne: annie.id, navigateur: seen.browser_id };
  }

  test.run();
}
