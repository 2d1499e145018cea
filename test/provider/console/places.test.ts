import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readRules } from '../../../db/rules.ts';
import { userAgents } from '../../../provider/demo/machines.ts';
import { type Centre, openCentre, signedInSylvie } from '../../support/centre.ts';
import { wordsOf } from '../../support/forms.ts';
import { arrive, isWaiting, leave, look, type Machine, machine } from '../../support/machines.ts';
import { dialects } from '../../support/postgres.ts';
import type { Answer, RawBrowser } from '../../support/raw-http.ts';
import { password, people, returned } from '../../support/walk.ts';

interface Scene {
  centre: Centre;
  sylvie: RawBrowser;
}

const here = '198.51.100.24';
const elsewhere = '198.51.100.99';

for (const dialect of dialects) {
  const test = suite<Scene>(`Réglages › Tous les endroits, on ${dialect.name}`);
  test.before.each(async (scene) => {
    const centre = await openCentre(dialect);
    scene.centre = centre;
    scene.sylvie = await signedInSylvie(centre.home.house.database, centre.home.url);
  });
  test.after.each(({ centre }) => centre.close());

  const page = async ({ centre, sylvie }: Scene, path = ''): Promise<Answer> =>
    sylvie.follow(await sylvie.get(`${centre.home.url}/reglages/endroits${path}`));
  const post = async (
    { centre, sylvie }: Scene,
    path: string,
    form: Readonly<Record<string, string>>,
  ): Promise<Answer> => sylvie.follow(await sylvie.post(`${centre.home.url}/reglages/endroits${path}`, form));
  const said = ({ text }: Answer) => wordsOf(text).replaceAll('\u00a0', ' ');
  /** What a page has shown: its checkboxes, and what goes along with « Tout … ». */
  const shownOn = ({ text }: Answer): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...text.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
        const [, name = '', value = ''] = /name="([^"]*)" value="([^"]*)"/.exec(tag) ?? [];
        return /^(ligne-|tout-|depuis|search)/.test(name) ? [[name, value]] : [];
      }),
    );
  const plain = (shown: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(shown).filter(([name]) => !name.startsWith('ligne-')));
  const fieldOf = (key: string) => `ligne-${Buffer.from(key).toString('base64url')}`;
  const chosen = (shown: Readonly<Record<string, string>>, key: string) => ({
    ...plain(shown),
    [fieldOf(key)]: shown[fieldOf(key)] ?? 'nothing was shown',
  });
  const rulesOf = async ({ centre }: Scene) =>
    (await readRules(centre.home.house.database, centre.organizationId)).map(({ id }) => id).sort();
  const undoIn = ({ text }: Answer) => String(/action="[^"]*\/endroits(\/annuler\/[^"]+)"/.exec(text)?.[1]);

  const julieAt = (address: string): Machine => machine({ userAgent: userAgents.nurseryTablet, address });
  const tries = (centre: Centre, from: Machine, email: string = people.julie) =>
    arrive(from, centre.attempt('amisgest-sdg'), email);
  /** So many networks, each with its own last attempt, without anybody having to sign in. */
  const seeNetworks = async ({ centre }: Scene, count: number, outcome: 'ask' | 'allow' = 'ask') => {
    const { database } = centre.home.house;
    const user = await centre.idOf(people.nadia);
    const at = Date.now() - 60_000;
    await database('browsers').insert({ id: 'many', token_hash: 'many', user_agent: '', created_at: at });
    await database('connections').insert({
      id: 'many',
      organization_id: centre.organizationId,
      user_id: user,
      browser_id: 'many',
      first_seen: at,
      last_seen: at,
    });
    await database.batchInsert(
      'sightings',
      Array.from({ length: count }, (_, index) => ({
        connection_id: 'many',
        network: `203.0.${Math.floor(index / 250)}.${index % 250}`,
        application_id: 'amisgest-sdg',
        first_seen: at,
        last_seen: at - index,
        allowed_at: outcome === 'allow' ? at : null,
      })),
      50,
    );
  };

  test('Julie waits at the centre; an arrow lets her in at once, and the other arrow has her wait again', async (scene) => {
    const { centre } = scene;
    const placeId = await centre.place({ name: 'Le centre', ranges: [here] });
    const tablet = julieAt(here);
    const waiting = await tries(centre, tablet);
    assert.ok(isWaiting(waiting));
    const before = await page(scene);
    assert.match(
      said(before),
      /Non autorisés \(1\) Le centre Julie Tremblay vu à .* Doit attendre une autorisation/,
    );
    const moved = await post(scene, '/deplacer', { ...chosen(shownOn(before), placeId), move: 'authorize' });
    assert.match(said(moved), /1 endroit autorisé, pour 1 personne\. C’est en vigueur maintenant\. Annuler/);
    assert.match(said(moved), /Non autorisés \(0\) .*Autorisés \(1\) Le centre/);
    assert.ok(returned(await look(tablet, waiting))?.get('code'), 'her page goes on');
    const other = machine({ userAgent: userAgents.nadiaPhone, address: here });
    assert.ok(returned(await tries(centre, other))?.get('code'), 'with anything');
    assert.ok(isWaiting(await tries(centre, julieAt(elsewhere))), 'there, and nowhere else');
    assert.ok(isWaiting(await tries(centre, julieAt(here), people.nadia)), 'she, and nobody else');

    const again = await page(scene);
    const back = await post(scene, '/deplacer', { ...chosen(shownOn(again), placeId), move: 'withdraw' });
    assert.match(said(back), /1 endroit n’est plus autorisé, pour 2 personnes/);
    leave(tablet);
    assert.ok(isWaiting(await tries(centre, tablet)), 'her next request obeys');
  });

  test('a line says the city, who came there and when; its address is a detail; withdrawn where she entered, Julie is out', async (scene) => {
    const { centre } = scene;
    await centre.rule('allow', { userId: await centre.idOf(people.julie) });
    const tablet = julieAt('81.2.69.142');
    assert.ok(returned(await tries(centre, tablet))?.get('code'));
    const seen = await page(scene);
    const words = said(seen);
    assert.match(words, /Autorisés \(1\) Londres.* Julie Tremblay|Autorisés \(1\) London.* Julie Tremblay/);
    assert.match(words, /Adresse du réseau : 81\.2\.69\.142 Nommer cet endroit/);
    const grants = async () =>
      (await centre.home.house.database('oidc_records').where({ model: 'Grant' })).filter(
        ({ facts }) => JSON.parse(facts ?? '{}').network === '81.2.69.142',
      ).length;
    assert.is(await grants(), 1);
    const moved = await post(scene, '/deplacer', {
      ...chosen(shownOn(seen), '81.2.69.142'),
      move: 'withdraw',
    });
    assert.match(said(moved), /n’est plus autorisé/);
    assert.is(await grants(), 0, 'what she was given there has ended');
    const refused = await tries(centre, tablet);
    assert.not.ok(isWaiting(refused) || returned(refused)?.get('code'), 'a broader rule let her in: refused');
    assert.match(said(await page(scene)), /Accès refusé ici/);
  });

  test('« Annuler » restores the exact rules that were there', async (scene) => {
    const { centre } = scene;
    const julie = await centre.idOf(people.julie);
    const placeId = await centre.place({ ranges: [here] });
    await centre.rule('deny', { userId: julie, placeId });
    await tries(centre, julieAt(here));
    const before = await rulesOf(scene);
    const moved = await post(scene, '/deplacer', {
      ...chosen(shownOn(await page(scene)), placeId),
      move: 'authorize',
    });
    assert.is.not(String(await rulesOf(scene)), String(before));
    const undone = await post(scene, undoIn(moved), {});
    assert.match(said(undone), /C’est annulé : tout est comme avant\./);
    assert.equal(await rulesOf(scene), before);
    assert.match(said(await post(scene, undoIn(moved), {})), /c’était déjà annulé/);
  });

  test('« Tout autoriser » acts on the list that was filtered, and names its count', async (scene) => {
    await seeNetworks(scene, 3);
    await tries(scene.centre, julieAt(here));
    const filtered = await page(scene, '?search=julie');
    assert.match(said(filtered), /Non autorisés \(1\).*Tout autoriser \(1\)/);
    assert.match(said(await page(scene)), /Tout autoriser \(4\)/);
    const moved = await post(scene, '/deplacer', { ...plain(shownOn(filtered)), move: 'authorize-all' });
    assert.match(said(moved), /1 endroit autorisé, pour 1 personne/);
    assert.match(said(await page(scene)), /Non autorisés \(3\)/);
  });

  test('« Tout … » above 20 asks for the password, and does nothing without it', async (scene) => {
    await seeNetworks(scene, 21);
    const shown = plain(shownOn(await page(scene)));
    const before = await rulesOf(scene);
    const form = { ...shown, move: 'authorize-all' };
    const asked = await post(scene, '/deplacer', form);
    assert.match(said(asked), /Vous allez autoriser 21 lignes d’un seul coup/);
    const wrong = await post(scene, '/deplacer', { ...form, password: 'not hers' });
    assert.match(said(wrong), /Ce n’est pas le bon mot de passe/);
    assert.equal(await rulesOf(scene), before);
    const typed = await scene.sylvie.submit(asked, { fill: { password } }, ({ action }) =>
      action.endsWith('/deplacer'),
    );
    const done = await scene.sylvie.follow(typed);
    assert.match(said(done), /21 endroits autorisés, pour 1 personne/);
    assert.is((await rulesOf(scene)).length, before.length + 21);
  });

  test('more than 20 ticks ask Sylvie for her password like « Tout … » does, and keep what she ticked; more than a page has are refused', async (scene) => {
    await seeNetworks(scene, 60);
    const first = shownOn(await page(scene));
    const ticks = Object.entries(first).filter(([name]) => name.startsWith('ligne-'));
    assert.is(ticks.length, 25);
    const before = await rulesOf(scene);
    const twenty = { ...plain(first), ...Object.fromEntries(ticks.slice(0, 20)) };
    assert.match(
      said(await post(scene, '/deplacer', { ...twenty, move: 'withdraw' })),
      /tout était déjà ainsi/,
      'twenty are moved at once',
    );
    const asked = await post(scene, '/deplacer', { ...first, move: 'authorize' });
    assert.match(said(asked), /Vous allez autoriser 25 lignes d’un seul coup/);
    const withdrawn = await post(scene, '/deplacer', { ...first, move: 'withdraw' });
    assert.match(said(withdrawn), /Vous allez retirer 25 lignes d’un seul coup/);
    assert.equal(await rulesOf(scene), before);
    const typed = await scene.sylvie.submit(asked, { fill: { password } }, ({ action }) =>
      action.endsWith('/deplacer'),
    );
    assert.match(said(await scene.sylvie.follow(typed)), /25 endroits autorisés, pour 1 personne/);
    const gathered = Object.fromEntries(
      Array.from({ length: 51 }, (_, index) => [fieldOf(`203.0.0.${index}`), 'x']),
    );
    const refused = await post(scene, '/deplacer', { ...gathered, move: 'withdraw', password });
    assert.is(refused.status, 400);
  });

  test('pages follow one another by key, each line once, whatever comes meanwhile', async (scene) => {
    await seeNetworks(scene, 60);
    const seen: string[] = [];
    let path: string | undefined = '';
    while (path !== undefined) {
      const answer: Answer = await page(scene, path);
      seen.push(...Object.keys(shownOn(answer)).filter((name) => name.startsWith('ligne-')));
      await scene.centre.home.house
        .database('sightings')
        .where({ network: '203.0.0.59' })
        .update({ last_seen: Date.now() });
      path = /href="[^"]*\/endroits(\?[^"]*apres-gauche=[^"]*)"[^>]*rel="next"/
        .exec(answer.text)?.[1]
        ?.replaceAll('&amp;', '&');
    }
    assert.is(seen.length, 59, 'the one that came again is on the first page, which was read before');
    assert.is(new Set(seen).size, 59);
    assert.match(said(await page(scene)), /Non autorisés \(60\)/);
  });

  test('a page that is stale changes nothing, and tells what Marc did meanwhile', async (scene) => {
    const { centre } = scene;
    const placeId = await centre.place({ ranges: [here] });
    await tries(centre, julieAt(here));
    const old = shownOn(await page(scene));
    await post(scene, '/deplacer', { ...chosen(old, placeId), move: 'authorize' });
    const rules = await rulesOf(scene);
    const late = await post(scene, '/deplacer', { ...chosen(old, placeId), move: 'authorize' });
    assert.match(said(late), /Rien n’a été enregistré .* Endroits autorisés, par Sylvie Gagnon/);
    await tries(centre, julieAt(elsewhere));
    const all = await post(scene, '/deplacer', { ...plain(old), move: 'authorize-all' });
    assert.match(said(all), /Rien n’a été enregistré/);
    assert.equal(await rulesOf(scene), rules);
  });

  test('what is no move, what is not ticked and what is another centre’s is answered plainly', async (scene) => {
    const { database } = scene.centre.home.house;
    const { id: foreign } = await database('organizations').where({ alias: 'arcenciel' }).first('id');
    await database('places').insert({ id: 'garderie', organization_id: foreign, name: 'X', created_at: 1 });
    const { id: entry } = { id: 'entry' };
    await database('journal').insert({
      id: entry,
      organization_id: foreign,
      at: 1,
      actor: 'system',
      action: 'places.authorized',
      subject: 'organization',
      before: '{"ended":[]}',
      after: '{"added":[]}',
    });
    for (const [path, form, status] of [
      ['/deplacer', { move: 'everything' }, 400],
      ['/deplacer', { move: 'authorize' }, 200],
      ['/deplacer', { move: 'authorize', [fieldOf('garderie')]: 'x' }, 404],
      ['/deplacer', { move: 'authorize', [fieldOf('nowhere')]: 'x' }, 404],
      ['/annuler/entry', {}, 404],
      ['/annuler/none', {}, 404],
      ['/garderie', { name: 'À moi', ranges: here }, 404],
      ['/garderie/tout-le-monde', { everyone: 'enters' }, 404],
      ['/garderie/retirer', {}, 404],
      ['/nouveau', { name: 'À moi', ranges: here, site: 'of another' }, 404],
    ] as const)
      assert.is((await post(scene, path, form)).status, status, `${path} ${JSON.stringify(form)}`);
    for (const path of ['/garderie', '/garderie/retirer', '/nobody'])
      assert.is((await page(scene, path)).status, 404, path);
    assert.is((await database('places').where({ id: 'garderie' }).first('removed_at')).removed_at, null);
  });

  test('without a session the lists ask for one', async ({ centre }) => {
    const nobody = machine({ userAgent: userAgents.nadiaPhone, address: here }).browser;
    const asked = await nobody.post(`${centre.home.url}/reglages/endroits/deplacer`, { move: 'authorize' });
    assert.match(String(asked.location), /\/reglages\/connexion\?/);
  });

  test.run();
}
