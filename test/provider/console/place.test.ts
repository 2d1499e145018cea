import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readPlaces } from '../../../db/places.ts';
import { readRules } from '../../../db/rules.ts';
import { userAgents } from '../../../provider/demo/machines.ts';
import { type Centre, openCentre, signedInSylvie } from '../../support/centre.ts';
import { wordsOf } from '../../support/forms.ts';
import { arrive, isWaiting, leave, machine } from '../../support/machines.ts';
import { dialects } from '../../support/postgres.ts';
import type { Answer, RawBrowser } from '../../support/raw-http.ts';
import { people, returned } from '../../support/walk.ts';

interface Scene {
  centre: Centre;
  sylvie: RawBrowser;
}

type Form = Readonly<Record<string, string>>;

const here = '198.51.100.24';

for (const dialect of dialects) {
  const test = suite<Scene>(`Réglages › one place, on ${dialect.name}`);
  test.before.each(async (scene) => {
    const centre = await openCentre(dialect);
    scene.centre = centre;
    scene.sylvie = await signedInSylvie(centre.home.house.database, centre.home.url);
  });
  test.after.each(({ centre }) => centre.close());

  const page = async ({ centre, sylvie }: Scene, path: string): Promise<Answer> =>
    sylvie.follow(await sylvie.get(`${centre.home.url}/reglages/endroits${path}`));
  const post = async ({ centre, sylvie }: Scene, path: string, form: Form): Promise<Answer> =>
    sylvie.follow(await sylvie.post(`${centre.home.url}/reglages/endroits${path}`, form));
  const said = ({ text }: Answer) => wordsOf(text).replaceAll('\u00a0', ' ');
  const typedIn = ({ forms }: Answer): Form => {
    const form = forms.find(({ fields }) => fields.some(({ name }) => name === 'ranges'));
    return Object.fromEntries(
      (form?.fields ?? [])
        .filter(({ ticked }) => ticked !== false)
        .map(({ name, value }) => [name, value] as const),
    );
  };
  const placesOf = ({ centre }: Scene) => readPlaces(centre.home.house.database, centre.organizationId);
  const rulesOf = async ({ centre }: Scene) =>
    (await readRules(centre.home.house.database, centre.organizationId)).map(({ id }) => id).sort();
  const undoIn = ({ text }: Answer) => String(/action="[^"]*\/endroits(\/annuler\/[^"]+)"/.exec(text)?.[1]);
  /** The tick under « vaudra là aussi ». */
  const tickOf = ({ text }: Answer): Form => {
    const value = /name="aussi" value="([^"]*)"/.exec(text)?.[1];
    return value === undefined ? {} : { aussi: value };
  };
  const changesOf = async ({ centre }: Scene) =>
    (await centre.home.house.database('journal').where({ action: 'place.changed' }).orderBy('at')).map(
      ({ before, after }) => [JSON.parse(before), JSON.parse(after)],
    );
  const comes = (centre: Centre, email: string, address = here) =>
    arrive(machine({ userAgent: userAgents.nadiaPhone, address }), centre.attempt('amisgest-sdg'), email);

  test('« Nommer cet endroit » opens with the network; what is saved is the name of the line', async (scene) => {
    await comes(scene.centre, people.julie);
    const list = await page(scene, '');
    assert.match(list.text, /href="[^"]*\/endroits\/nouveau\?reseau=198\.51\.100\.24"/);
    const asked = await page(scene, '/nouveau?reseau=198.51.100.24');
    assert.equal(typedIn(asked), { name: '', ranges: here, ...siteOf(asked) });
    const saved = await post(scene, '/nouveau', { ...typedIn(asked), name: 'CPE Les Papillons' });
    assert.match(said(saved), /L’endroit a un nom\. Choisissez maintenant qui peut y entrer/);
    assert.match(said(saved), /Qui se connecte d’ici Julie Tremblay doit attendre/);
    assert.match(said(await page(scene, '')), /Non autorisés \(1\) CPE Les Papillons Julie Tremblay/);
    const [place] = await placesOf(scene);
    assert.equal([place?.name, place?.ranges, place?.circle], ['CPE Les Papillons', [here], 'none']);
    assert.equal(typedIn(await page(scene, '/nouveau?reseau=2001:db8:0:7::/64')).ranges, '2001:db8:0:7::/64');
    assert.equal(typedIn(await page(scene, '/nouveau?reseau=<b>')).ranges, '');
  });

  /** The demonstration has two sites, and the form asks which. */
  const siteOf = (asked: Answer): Form => {
    const { site } = typedIn(asked);
    return site === undefined ? {} : { site };
  };

  test('what cannot be a place is told, each in a sentence, and what was typed stays', async (scene) => {
    for (const [form, sentence] of [
      [{ name: ' ', ranges: here }, /Donnez un nom à cet endroit/],
      [{ name: 'x'.repeat(81), ranges: here }, /Ce nom est trop long/],
      [{ name: 'La cour', ranges: '' }, /Indiquez au moins une adresse/],
      [{ name: 'La cour', ranges: '0.0.0.0/0' }, /« 0\.0\.0\.0\/0 » contient beaucoup trop d’adresses/],
      [{ name: 'La cour', ranges: `${here}\nchez-nous` }, /« chez-nous » n’est ni une adresse/],
      [{ name: 'La cour', ranges: '2001:db8::1/128' }, /trop étroit/],
      [
        { name: 'La cour', ranges: '', cercle: 'oui', latitude: 'ici', longitude: '0', radius: '300' },
        /Le cercle est incomplet/,
      ],
    ] as const) {
      const refused = await post(scene, '/nouveau', form);
      assert.is(refused.status, 422);
      assert.match(said(refused), sentence);
      const kept = typedIn(refused);
      assert.is(kept.ranges, form.ranges);
      assert.is(kept.name, form.name.trim());
    }
    const english = await scene.sylvie.post(`${scene.centre.home.url}/reglages/endroits/nouveau?langue=en`, {
      name: 'Yard',
      ranges: 'home',
    });
    assert.match(said(english), /“home” is neither an address|« home »/);
    assert.equal(await placesOf(scene), []);
  });

  test('a wide range is asked once more, and saved when it is meant', async (scene) => {
    const form = { name: 'Le quartier', ranges: '198.51.0.0/16' };
    const asked = await post(scene, '/nouveau', form);
    assert.match(said(asked), /contient 65 536 adresses\. Un service de garde en a rarement plus d’une/);
    assert.equal(await placesOf(scene), []);
    await post(scene, '/nouveau', { ...form, sure: 'yes' });
    assert.equal((await placesOf(scene))[0]?.ranges, ['198.51.0.0/16']);
  });

  test('a circle is found by an address, kept with what was typed, saved and taken away', async (scene) => {
    const found = await page(
      scene,
      '/nouveau?name=La+cour&ranges=&cercle=oui&address=Longueuil&find=address&radius=500',
    );
    const typed = typedIn(found);
    assert.equal([typed.name, typed.radius], ['La cour', '500']);
    assert.match(String(typed.latitude), /^45\.5/);
    await post(scene, '/nouveau', typed);
    const [place] = await placesOf(scene);
    assert.ok(place && place.circle !== 'none' && place.circle.radiusMeters === 500);
    const edited = typedIn(await page(scene, `/${place?.id}`));
    assert.match(String(edited.latitude), /^45\.5/);
    const changed = await post(scene, `/${place?.id}`, { ...edited, ranges: here, 'sans-cercle': 'oui' });
    assert.match(said(changed), /L’endroit est enregistré/);
    assert.equal((await placesOf(scene))[0]?.circle, 'none');
  });

  test('a place that Marc changed meanwhile is not overwritten: what was typed stays, beside what it is now', async (scene) => {
    const placeId = await scene.centre.place({ name: 'Le centre', ranges: [here] });
    const old = typedIn(await page(scene, `/${placeId}`));
    await post(scene, `/${placeId}`, { ...old, name: 'Le pavillon' });
    const late = await post(scene, `/${placeId}`, {
      ...old,
      name: 'La maison',
      ranges: `${here}\n${here}0/24`,
    });
    assert.match(said(late), /Rien n’a été enregistré .*Endroit modifié, par Sylvie Gagnon/);
    assert.match(said(late), /Actuellement : « Le pavillon », 198\.51\.100\.24/);
    assert.equal((await placesOf(scene))[0]?.name, 'Le pavillon');
    assert.is(typedIn(late).name, 'La maison');
    await post(scene, `/${placeId}`, { ...typedIn(late), ranges: here });
    assert.equal((await placesOf(scene))[0]?.name, 'La maison');
  });

  test('before a place becomes larger Sylvie reads what will hold there too; nothing is saved until she agrees to just that', async (scene) => {
    const { centre } = scene;
    const placeId = await centre.place({ name: 'Le centre', ranges: [here] });
    const julie = await centre.idOf(people.julie);
    await centre.rule('allow', { userId: julie, placeId });
    await centre.rule('deny', { userId: await centre.idOf(people.nadia), placeId });
    const phone = machine({ userAgent: userAgents.nadiaPhone, address: '203.0.113.7' });
    const tries = () => arrive(phone, centre.attempt('amisgest-sdg'), people.julie);
    assert.ok(isWaiting(await tries()));
    const [before] = await placesOf(scene);
    const wider = {
      ...typedIn(await page(scene, `/${placeId}`)),
      name: 'Le grand centre',
      ranges: `${here}\n203.0.113.0/24`,
    };
    const asked = await post(scene, `/${placeId}`, wider);
    assert.is(asked.status, 422);
    assert.match(
      said(asked),
      /L’endroit devient plus grand : 1 autorisation et 1 refus le nomment, et vaudront là aussi/,
    );
    assert.is(typedIn(asked).ranges, wider.ranges, 'what she typed stays');
    assert.equal((await placesOf(scene))[0], before);
    await centre.rule('allow', { placeId });
    const more = await post(scene, `/${placeId}`, { ...wider, ...tickOf(asked) });
    assert.match(said(more), /2 autorisations et 1 refus .* « Tout le monde ici » en fait partie/);
    const other = { ...wider, ...tickOf(more), ranges: `${here}\n203.0.0.0/24` };
    assert.is((await post(scene, `/${placeId}`, other)).status, 422, 'she agreed to another range');
    assert.equal((await placesOf(scene))[0], before);

    const saved = await post(scene, `/${placeId}`, { ...wider, ...tickOf(more) });
    assert.match(said(saved), /L’endroit est enregistré\. Annuler/);
    const extent = { siteId: null, circle: 'none' };
    const [[was, is] = []] = await changesOf(scene);
    assert.equal(was, { placeId, ...extent, ranges: [here] });
    const { naming, ...written } = is;
    assert.equal(written, { ...extent, ranges: [here, '203.0.113.0/24'], name: 'changed' });
    assert.type(naming, 'string');
    leave(phone);
    assert.ok(returned(await tries())?.get('code'));
    const undo = String(/action="[^"]*\/endroits(\/[^"]+\/annuler\/[^"]+)"/.exec(saved.text)?.[1]);
    const undone = await post(scene, undo, {});
    assert.match(said(undone), /C’est annulé : tout est comme avant/);
    assert.equal((await placesOf(scene))[0], { ...before, name: 'Le grand centre' });
    leave(phone);
    assert.ok(isWaiting(await tries()), 'what she was given there has ended');
    assert.match(said(await post(scene, undo, {})), /c’était déjà annulé/, 'once');
  });

  test('a place that becomes smaller, or that no rule names, is saved at once; « Annuler » is refused once Marc changed it, or another rule names it', async (scene) => {
    const { centre } = scene;
    const placeId = await centre.place({ name: 'Le centre', ranges: [here, '203.0.113.0/24'] });
    const saves = async (ranges: string, name = 'Le centre') => {
      const saved = await post(scene, `/${placeId}`, {
        ...typedIn(await page(scene, `/${placeId}`)),
        name,
        ranges,
      });
      assert.match(said(saved), /L’endroit est enregistré/, ranges);
      return String(/action="[^"]*\/endroits(\/[^"]+\/annuler\/[^"]+)"/.exec(saved.text)?.[1]);
    };
    await saves(`${here}\n203.0.113.0/24\n203.0.112.0/24`);
    assert.is(
      await saves(`${here}\n203.0.113.0/24\n203.0.112.0/24`, 'Le pavillon'),
      'undefined',
      'a name that is changed has no way back but to be typed',
    );
    const stale = await saves(`${here}\n203.0.112.0/24`);
    await centre.rule('allow', { placeId });
    const smaller = await saves(here);
    assert.match(said(await post(scene, stale, {})), /quelqu’un l’a modifié depuis/);
    await centre.rule('deny', { userId: await centre.idOf(people.nadia), placeId });
    assert.match(said(await post(scene, smaller, {})), /l’a modifié depuis/, 'it would hold elsewhere');
    assert.equal((await placesOf(scene))[0]?.ranges, [here]);
    const other = await centre.place({ name: 'La cour', ranges: ['192.0.2.1'] });
    assert.is((await post(scene, smaller.replace(placeId, other), {})).status, 404);
    assert.is((await post(scene, `/${placeId}/annuler/none`, {})).status, 404);
  });

  test('« Tout le monde ici » lets Nadia in at once, and its opposite has her wait again', async (scene) => {
    const { centre } = scene;
    const placeId = await centre.place({ ranges: [here] });
    const phone = machine({ userAgent: userAgents.nadiaPhone, address: here });
    const tries = () => arrive(phone, centre.attempt('amisgest-sdg'), people.nadia);
    assert.ok(isWaiting(await tries()));
    const opened = await post(scene, `/${placeId}/tout-le-monde`, { everyone: 'enters' });
    assert.match(said(opened), /Tout le monde peut entrer d’ici.*Annuler/);
    assert.match(said(opened), /Autorisation : tout le monde/);
    leave(phone);
    assert.ok(returned(await tries())?.get('code'));
    assert.match(said(await page(scene, '')), /Autorisés \(1\) Le centre .* Tout le monde ici/);
    assert.match(
      said(await post(scene, `/${placeId}/tout-le-monde`, { everyone: 'enters', depuis: '0' })),
      /Rien n’a été enregistré/,
    );
    const closed = await post(scene, `/${placeId}/tout-le-monde`, { everyone: 'no-longer' });
    assert.match(said(closed), /Seules les personnes autorisées entrent d’ici/);
    leave(phone);
    assert.ok(isWaiting(await tries()));
    await post(scene, undoIn(closed), {});
    assert.is((await rulesOf(scene)).length, 1);
    assert.is((await post(scene, `/${placeId}/tout-le-monde`, { everyone: 'maybe' })).status, 400);
  });

  test('removing a place says what ends with it, has its people ask, and can be undone exactly', async (scene) => {
    const { centre } = scene;
    const placeId = await centre.place({ name: 'Le centre', ranges: [here] });
    await centre.rule('allow', { userId: await centre.idOf(people.julie), placeId });
    const phone = machine({ userAgent: userAgents.nadiaPhone, address: here });
    const tries = () => arrive(phone, centre.attempt('amisgest-sdg'), people.julie);
    assert.ok(returned(await tries())?.get('code'));
    const [rules, places] = [await rulesOf(scene), await placesOf(scene)];
    const asked = await page(scene, `/${placeId}/retirer`);
    assert.match(said(asked), /Retirer l’endroit « Le centre »\?.*Autorisation : Julie Tremblay/);
    const shown = Object.fromEntries(
      (asked.forms.find(({ action }) => action.endsWith('/retirer'))?.fields ?? []).map(
        ({ name, value }) => [name, value] as const,
      ),
    );
    const late = await centre.rule('deny', { userId: await centre.idOf(people.nadia), placeId });
    assert.match(said(await post(scene, `/${placeId}/retirer`, shown)), /Rien n’a été enregistré/);
    await centre.home.house.database('rules').where({ id: late }).delete();
    const removed = await post(scene, `/${placeId}/retirer`, shown);
    assert.match(said(removed), /L’endroit est retiré/);
    assert.equal(await placesOf(scene), []);
    assert.equal(await rulesOf(scene), []);
    leave(phone);
    assert.ok(isWaiting(await tries()));
    await post(scene, undoIn(removed), {});
    assert.equal(await rulesOf(scene), rules);
    assert.equal(await placesOf(scene), places);
    leave(phone);
    assert.ok(returned(await tries())?.get('code'));
  });

  test('Sylvie does not take away the place by which she is here', async (scene) => {
    const { centre } = scene;
    const { database } = centre.home.house;
    const placeId = await centre.place({ ranges: [here] });
    const sylvie = await centre.idOf(people.sylvie);
    await database('memberships').where({ user_id: sylvie }).update({ access: 'by_rules' });
    await centre.rule('allow', { userId: sylvie, placeId });
    const office = machine({ userAgent: userAgents.nadiaPhone, address: here });
    const url = `${centre.home.url}/reglages/endroits`;
    const login = await office.browser.follow(await office.browser.get(url));
    const { password } = await import('../../support/walk.ts');
    const entered = await office.browser.follow(
      await office.browser.submit(login, { fill: { username: people.sylvie, password } }),
    );
    assert.is(entered.status, 200);
    scene.sylvie = office.browser;
    const removal = await page(scene, `/${placeId}/retirer`);
    const shown = Object.fromEntries(
      (removal.forms.find(({ action }) => action.endsWith('/retirer'))?.fields ?? []).map(
        ({ name, value }) => [name, value] as const,
      ),
    );
    const elsewhere = { ...typedIn(await page(scene, `/${placeId}`)), ranges: '203.0.113.7' };
    const agreed = { ...elsewhere, ...tickOf(await post(scene, `/${placeId}`, elsewhere)) };
    for (const [path, form] of [
      ['/retirer', shown],
      ['', agreed],
    ] as const) {
      const tried = await post(scene, `/${placeId}${path}`, form);
      assert.match(said(tried), /Rien n’a changé : c’est la connexion que vous utilisez en ce moment/, path);
    }
    assert.equal((await placesOf(scene))[0]?.ranges, [here]);
  });

  test.run();
}
