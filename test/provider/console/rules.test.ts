import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { userAgents } from '../../../provider/demo/machines.ts';
import { wordsOf } from '../../support/forms.ts';
import { type OpenHouse, openHouse } from '../../support/house.ts';
import { arrive, asksPassword, isWaiting, leave, machine } from '../../support/machines.ts';
import { dialects } from '../../support/postgres.ts';
import { type Answer, type RawBrowser, rawBrowser } from '../../support/raw-http.ts';
import { attempt, password, people, returned } from '../../support/walk.ts';

interface Scene {
  home: OpenHouse;
  sylvie: RawBrowser;
  julie: string;
  place: string;
}

/** As it is read: no-break spaces are spaces, and every answer has a reference of its own. */
const said = (page: string): string =>
  wordsOf(page)
    .replaceAll('\u00a0', ' ')
    .replace(/Référence : \w+/, '');

/** Enters Réglages in a browser of her own; her access lets her in whatever the rules of a test say. */
async function enter({ url, house }: OpenHouse, email: string): Promise<RawBrowser> {
  const { id } = await house.database('users').where({ email }).first('id');
  await house.database('memberships').where({ user_id: id }).update({ access: 'always' });
  const browser = rawBrowser();
  const page = await browser.follow(await browser.get(`${url}/reglages/autorisations`));
  if (!asksPassword(page)) throw new Error(`no sign-in page at ${page.url}`);
  await browser.follow(await browser.submit(page, { fill: { username: email, password } }));
  return browser;
}

for (const dialect of dialects) {
  const test = suite<Scene>(`Réglages › Autorisations et refus, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.home = await openHouse(dialect, { TRUSTED_PROXIES: '127.0.0.1/32,::1/128' });
    scene.sylvie = await enter(scene.home, people.sylvie);
    const { database } = scene.home.house;
    scene.julie = (await database('users').where({ email: people.julie }).first('id')).id;
    scene.place = (await database('places').where({ name: 'CPE Les Papillons' }).first('id')).id;
  });
  test.after.each(({ home }) => home.close());

  type Fields = Readonly<Record<string, string>>;
  /** What the form has chosen unless somebody chooses. */
  const allow = { effect: 'allow' };
  const list = '/reglages/autorisations';
  const anew = `${list}/nouvelle`;
  const get = async ({ home, sylvie }: Scene, path: string, query: Fields = {}) =>
    sylvie.follow(
      await sylvie.get(`${home.url}${path}?${new URLSearchParams({ ...(query.step && allow), ...query })}`),
    );
  const post = async ({ home, sylvie }: Scene, path: string, form: Fields = {}) =>
    sylvie.follow(await sylvie.post(new URL(path, home.url).href, { ...allow, ...form }));
  const seenIn = (page: Answer) => /name="seen" value="([^"]+)"/.exec(page.text)?.[1] ?? 'nothing';
  /** As a person does: reads what it would change, then saves. */
  const save = async (scene: Scene, path: string, fields: Fields): Promise<Answer> => {
    const preview = await get(scene, path, { ...fields, step: 'preview' });
    return post(scene, path, { ...fields, seen: seenIn(preview) });
  };
  const living = ({ home }: Scene) =>
    home.house.database('rules').whereNull('ended_at').orderBy('id').select('id', 'effect', 'user_id');
  const newest = async ({ home }: Scene) =>
    home.house.database('rules').orderBy('created_at', 'desc').orderBy('id', 'desc').first();
  const undoIn = (page: Answer) => String(/action="([^"]+\/annuler\/[^"]+)"/.exec(page.text)?.[1]);

  test('every authorization is a sentence with its origin and its author, and nobody of another centre is there', async (scene) => {
    const words = said((await get(scene, list)).text);
    assert.match(
      words,
      /Julie Tremblay, avec un iPad \(Safari\), au CPE Les Papillons\. Première fermeture du cadenas, par Sylvie Gagnon,/,
    );
    assert.match(words, /Demande autorisée, par Sylvie Gagnon/);
    assert.not.match(words, /Pierre Lavoie|Annie Girard/);
    const refusals = said((await get(scene, list, { show: 'deny' })).text);
    assert.not.match(refusals, /Première fermeture/);
  });

  test('a search finds Julie without her capitals, the place and nothing for a name that is nobody’s', async (scene) => {
    const julies = said((await get(scene, list, { search: 'tremblay jul' })).text);
    assert.match(julies, /Julie Tremblay, avec un iPad/);
    assert.not.match(julies, /Marc Roy/);
    assert.match(said((await get(scene, list, { search: 'brossard' })).text), /Marc Roy, .* Brossard/);
    assert.match(said((await get(scene, list, { search: 'nobody' })).text), /Rien ne correspond/);
    assert.is((await get(scene, list, { search: '%\'"<x>', show: 'century', after: '1.2.3' })).status, 200);
  });

  test('pages follow one another by key, with a number that says when there are more than anybody counts', async (scene) => {
    const { database } = scene.home.house;
    const { id: _id, ...one } = await database('rules')
      .where({ user_id: scene.julie })
      .whereNull('ended_at')
      .first();
    const many = Array.from({ length: 1100 }, (_, index) => ({
      ...one,
      id: `many-${index}`,
      created_at: Date.now(),
    }));
    await database.batchInsert('rules', many, 50);
    const first = await get(scene, list, { search: 'julie' });
    assert.match(said(first.text), /Plus de 1 000 résultats/);
    const seen = new Set<string>();
    let path: string | undefined = `${list}?search=julie`;
    while (path !== undefined) {
      const { text }: Answer = await scene.sylvie.get(new URL(path, scene.home.url).href);
      for (const [, id] of text.matchAll(/class="card-link" href="\/reglages\/autorisations\/([^"]+)"/g)) {
        assert.not.ok(seen.has(String(id)), `${id} twice`);
        seen.add(String(id));
      }
      path = /href="([^"]*[?&](?:amp;)?after=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    const all = await database('rules').where({ user_id: scene.julie }).whereNull('ended_at');
    assert.is(seen.size, all.length);
  });

  test('Sylvie refuses Julie’s evenings: she reads the sentence and whom it stops, saves it, and undoes it', async (scene) => {
    const standing = await living(scene);
    const fields = {
      effect: 'deny',
      person: scene.julie,
      'mon-0': 'yes',
      'from-0': '6 h 30',
      'to-0': '18:00',
    };
    const preview = await get(scene, anew, { ...fields, step: 'preview' });
    const words = said(preview.text);
    assert.match(words, /Ce qui sera enregistré Refus Julie Tremblay, le lundi de 6 h 30 à 18 h\./);
    assert.match(words, /auraient été arrêtées\. Julie Tremblay \(/);
    assert.equal(await living(scene), standing, 'nothing is written by looking');
    const saved = await save(scene, anew, fields);
    assert.match(said(saved.text), /C’est enregistré\. C’est en vigueur maintenant\./);
    assert.match(
      said((await get(scene, list, { show: 'deny' })).text),
      /Julie Tremblay, le lundi de 6 h 30 à 18 h\. Ajout dans cette page, par Sylvie Gagnon, à l’instant/,
    );
    const undone = await post(scene, undoIn(saved));
    assert.match(said(undone.text), /C’est annulé/);
    assert.equal(await living(scene), standing);
  });

  test('Julie’s new tablet waits, is let in once that is written, and turned away once it is refused, at each next request', async (scene) => {
    const tablet = machine({ userAgent: userAgents.danielLaptop, address: '198.51.100.24' });
    const tries = async () => {
      const page = await arrive(tablet, attempt(scene.home.url, 'amisgest-sdg'), people.julie);
      leave(tablet);
      return returned(page)?.get('code') ? 'in' : isWaiting(page) ? 'waits' : `refused ${page.status}`;
    };
    assert.is(await tries(), 'waits');
    const here = { person: scene.julie, deviceKind: 'computer', network: '198.51.100.0/24' };
    await save(scene, anew, here);
    assert.is(await tries(), 'in');
    const refusal = await save(scene, anew, { ...here, effect: 'deny' });
    assert.match(await tries(), /^refused/);
    await post(scene, undoIn(refusal));
    assert.is(await tries(), 'in');
    const authorization = (
      await scene.home.house.database('rules').where({ device_kind: 'computer', effect: 'allow' }).first('id')
    ).id;
    await post(scene, `${list}/${authorization}/retirer`);
    assert.is(await tries(), 'waits');
  });

  test('what cannot be is said beside its field, in French and in English, and nothing that was typed is lost', async (scene) => {
    const wrong = {
      person: scene.julie,
      network: 'chez nous',
      validUntil: '2020-01-01',
      'from-0': '06:30',
      'to-0': '18:00',
    };
    const standing = await living(scene);
    const page = await post(scene, anew, wrong);
    const words = said(page.text);
    assert.match(words, /Il reste quelque chose à corriger/);
    assert.match(words, /Réseau : Ce n’est pas une adresse/);
    assert.match(words, /Cette fin est déjà passée/);
    assert.match(words, /Cochez au moins un jour/);
    assert.match(page.text, /value="chez nous"/);
    assert.match(page.text, /value="06:30"/);
    assert.match(page.text, new RegExp(`<option value="${scene.julie}" selected`));
    assert.match(page.text, /aria-invalid="true" aria-describedby="network-fault"/);
    assert.not.match(page.text, /name="seen"/);
    assert.equal(await living(scene), standing);
    const english = await get(scene, anew, { ...wrong, step: 'preview', lang: 'en' });
    assert.match(said(english.text), /neither an address nor a range|Ce n’est pas une adresse/);
  });

  test('what was changed after it was read is read again before it is written', async (scene) => {
    const standing = await living(scene);
    const preview = await get(scene, anew, { person: scene.julie, place: scene.place, step: 'preview' });
    const sly = await post(scene, anew, { person: scene.julie, seen: seenIn(preview) });
    assert.match(said(sly.text), /Pas encore enregistré/);
    assert.match(said(sly.text), /Julie Tremblay\. Sans endroit ni réseau/);
    const straight = await post(scene, anew, { person: scene.julie, place: scene.place });
    assert.match(said(straight.text), /Pas encore enregistré/);
    assert.equal(await living(scene), standing);
  });

  test('everyone, everywhere asks for a tick; a refusal that locks everybody out says so above what was filled in', async (scene) => {
    const standing = await living(scene);
    const unticked = await save(scene, anew, {});
    assert.match(said(unticked.text), /Cochez la case pour confirmer/);
    assert.equal(await living(scene), standing);
    const ticked = await save(scene, anew, { everyone: 'yes' });
    assert.match(said(ticked.text), /C’est enregistré/);
    const { id } = await newest(scene);
    const kept = await get(scene, `${list}/${id}`);
    assert.match(said(kept.text), /Modifier Autorisation Tout le monde\./);
    const locked = await get(scene, anew, { effect: 'deny', step: 'preview', fait: 'locks-out' });
    assert.match(said(locked.text), /plus personne avec le rôle Administration/);
  });

  test('a director is warned: a refusal of her own connection, of « Toujours », an authorization that needs a key', async (scene) => {
    const warned = async (fields: Fields) =>
      said((await get(scene, anew, { ...fields, step: 'preview' })).text);
    assert.match(await warned({ person: scene.julie }), /vaut seulement pour un navigateur qui prouve/);
    assert.not.match(await warned({ person: scene.julie, place: scene.place }), /prouve/);
    assert.match(
      await warned({ effect: 'deny', role: 'administration' }),
      /Ce refus n’arrête pas les personnes dont l’accès est « Toujours » : Sylvie Gagnon\./,
    );
    assert.match(await warned({ network: '0.0.0.0/4' }), /très grand nombre d’adresses/);
    const { database } = scene.home.house;
    await database('memberships').where({ user_id: scene.julie }).update({ access: 'never' });
    assert.match(await warned({ person: scene.julie }), /L’accès est retiré : Julie Tremblay/);
    await database('organizations').where({ alias: 'papillons' }).update({ locked: false });
    const sylvie = (await database('users').where({ email: people.sylvie }).first('id')).id;
    await database('memberships').where({ user_id: sylvie }).update({ access: 'by_rules' });
    assert.match(
      await warned({ effect: 'deny', person: sylvie }),
      /arrête aussi la connexion que vous utilisez .* Le cadenas est ouvert/,
    );
  });

  test('a rule is changed where it stands, with the same form, and « Annuler » gives back the one that was there', async (scene) => {
    const { id } = await scene.home.house
      .database('rules')
      .where({ user_id: scene.julie, place_id: scene.place })
      .whereNull('ended_at')
      .first('id');
    const standing = await living(scene);
    const form = await get(scene, `${list}/${id}`);
    const words = said(form.text);
    assert.match(
      words,
      /Modifier Autorisation Julie Tremblay, avec .*, au CPE Les Papillons\. Première fermeture/,
    );
    const machine = String(/<option value="(browser:[^"]+)" selected/.exec(form.text)?.[1]);
    const same = { effect: 'allow', person: scene.julie, machine, place: scene.place };
    assert.match(said((await save(scene, `${list}/${id}`, same)).text), /Rien n’a changé/);
    const changed = await save(scene, `${list}/${id}`, { ...same, validUntil: '2099-12-31' });
    assert.match(said(changed.text), /Le changement est enregistré/);
    assert.match(said(changed.text), /jusqu’au 31 décembre 2099/);
    const over = await get(scene, `${list}/${id}`);
    assert.match(said(over.text), /Autorisation terminée/);
    assert.not.match(over.text, /name="person"/);
    await post(scene, undoIn(changed));
    assert.equal(await living(scene), standing);
  });

  test('a stale page writes nothing: it says what was done meanwhile, and keeps what was filled in', async (scene) => {
    const { id } = await scene.home.house
      .database('rules')
      .where({ user_id: scene.julie })
      .whereNull('ended_at')
      .first('id');
    const fields = { person: scene.julie, place: scene.place, 'mon-0': 'yes' };
    const preview = await get(scene, `${list}/${id}`, { ...fields, step: 'preview' });
    const depuis = String(/name="depuis" value="(\d+)"/.exec(preview.text)?.[1]);
    await post(scene, `${list}/${id}/retirer`, { depuis });
    const standing = await living(scene);
    const late = await post(scene, `${list}/${id}`, { ...fields, depuis, seen: seenIn(preview) });
    assert.match(said(late.text), /Rien n’a été enregistré/);
    assert.match(said(late.text), /Autorisation ou refus retiré, par Sylvie Gagnon/);
    const again = String(/href="([^"]*nouvelle\?[^"]+)"/.exec(late.text)?.[1]).replaceAll('&amp;', '&');
    const anew = await scene.sylvie.get(new URL(again, scene.home.url).href);
    assert.match(said(anew.text), /Julie Tremblay, au CPE Les Papillons, le lundi toute la journée\./);
    const twice = await post(scene, `${list}/${id}/retirer`, { depuis });
    assert.match(said(twice.text), /Rien n’a été enregistré/);
    assert.equal(await living(scene), standing);
  });

  test('another centre’s rule answers like one that is nobody’s, and its people, places and devices like choices that are gone', async (scene) => {
    const { database } = scene.home.house;
    const arcenciel = (await database('organizations').where({ alias: 'arcenciel' }).first('id')).id;
    const pierre = (await database('users').where({ email: people.pierre }).first('id')).id;
    await database('places').insert({
      id: 'their-place',
      organization_id: arcenciel,
      name: 'Leur endroit',
      created_at: 1,
    });
    await database('devices').insert({
      id: 'their-device',
      organization_id: arcenciel,
      name: 'Leur appareil',
      created_at: 1,
    });
    await database('rules').insert({
      id: 'their-rule',
      organization_id: arcenciel,
      effect: 'allow',
      origin: 'console',
      created_at: 1,
    });
    const theirBrowser = (await database('connections').where({ user_id: pierre }).first('browser_id'))
      .browser_id;
    const standing = await living(scene);
    const pages = async (id: string) => {
      const answers = [
        await get(scene, `${list}/${id}`),
        await post(scene, `${list}/${id}`, { person: scene.julie }),
        await post(scene, `${list}/${id}/retirer`),
        await post(scene, `${list}/annuler/${id}`),
      ];
      return answers.map(({ status, text }) => `${status} ${said(text)}`);
    };
    const foreign = await pages('their-rule');
    assert.equal(foreign, await pages('no-rule'));
    assert.equal(foreign, await pages('no%27rule'));
    assert.ok(foreign.every((answer) => answer.startsWith('404')));
    for (const [field, theirs] of [
      ['person', pierre],
      ['place', 'their-place'],
      ['machine', 'device:their-device'],
      ['machine', `browser:${theirBrowser}`],
    ] as const) {
      const [shown, absent] = [
        await get(scene, anew, { [field]: theirs, step: 'preview' }),
        await get(scene, anew, {
          [field]: field === 'machine' ? 'device:nothing' : 'nothing',
          step: 'preview',
        }),
      ];
      assert.match(said(shown.text), /Ce choix n’existe pas, ou n’existe plus/, field);
      assert.is(said(shown.text), said(absent.text), field);
      assert.not.match(shown.text, /Leur|Pierre Lavoie/);
      await post(scene, anew, { [field]: theirs, seen: 'x' });
    }
    assert.equal(await living(scene), standing);
  });

  test('a form from elsewhere is refused, and an educator sees none of it', async (scene) => {
    const { home, sylvie } = scene;
    const standing = await living(scene);
    const forged = await sylvie.post(
      `${home.url}${anew}`,
      { person: scene.julie },
      { from: 'https://elsewhere.test' },
    );
    assert.is(forged.status, 403);
    assert.equal(await living(scene), standing);
    assert.match(String((await rawBrowser().get(`${home.url}${list}`)).location), /\/reglages\/connexion\?/);
  });

  test.run();
}
