import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { userAgents } from '../../../provider/demo/machines.ts';
import { type Centre, openCentre, signedInSylvie } from '../../support/centre.ts';
import { wordsOf } from '../../support/forms.ts';
import { addresses } from '../../support/geo-cities.ts';
import { arrive, isWaiting, look, machine, takenTo } from '../../support/machines.ts';
import { dialects } from '../../support/postgres.ts';
import type { Answer, RawBrowser } from '../../support/raw-http.ts';
import { checkCode, people, returned } from '../../support/walk.ts';

interface Scene {
  centre: Centre;
  sylvie: RawBrowser;
}

const office = '198.51.100.24';
const day = 86_400_000;

for (const dialect of dialects) {
  const test = suite<Scene>(`pending requests, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
    await scene.centre.place({ ranges: ['198.51.100.0/26'] });
    scene.sylvie = await signedInSylvie(scene.centre.home.house.database, scene.centre.home.url);
  });
  test.after.each(async ({ centre }) => centre.close());

  const tablet = () => machine({ userAgent: userAgents.nurseryTablet, address: office });
  const waits = async ({ centre }: Scene, email: string, holding = tablet()) => {
    const page = await arrive(holding, centre.attempt('amisgest-sdg'), email);
    assert.ok(isWaiting(page), `${email} waits`);
    return { holding, page, id: (await centre.request()).id };
  };
  const enters = async ({ holding, page }: Awaited<ReturnType<typeof waits>>) =>
    Boolean(returned(await look(holding, page))?.get('code'));
  const list = ({ centre, sylvie }: Scene) => sylvie.get(`${centre.home.url}/reglages`);
  const post = async (scene: Scene, path: string, form: Readonly<Record<string, string>>) =>
    scene.sylvie.follow(await scene.sylvie.post(`${scene.centre.home.url}${path}`, form));
  const choices = ({ text }: Answer): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...text.matchAll(/form="several" name="([^"]+)" value="([^"]+)"/g)].map(([, name, value]) => [
        String(name),
        String(value),
      ]),
    );
  const status = async ({ centre }: Scene, id: string) =>
    (await centre.home.house.database('approval_requests').where({ id }).first('status')).status;
  /** As if Julie had entered in France an hour ago: nobody answers that at a glance. */
  const makeRisky = ({ centre }: Scene, id: string) =>
    centre.home.house
      .database('approval_requests')
      .where({ id })
      .update({ reasons: JSON.stringify([{ kind: 'impossible-travel', kilometers: 5140, hours: 1 }]) });
  /** Somebody else takes the same machine. */
  const signOut = ({ browser }: ReturnType<typeof tablet>) => {
    for (const { name } of browser.cookies.all().filter(({ name }) => name !== 'cadenas_browser'))
      browser.cookies.forget(name);
  };
  const rules = ({ centre }: Scene) => centre.home.house.database('rules').whereNull('ended_at');

  test('a card says who, with what and from where; one tap lets Julie in, the list says so, and « Annuler » takes it back', async (scene) => {
    const julie = await waits(scene, people.julie);
    const page = await list(scene);
    assert.match(
      wordsOf(page.text),
      /Julie Tremblay.*veut entrer dans Amisgest SDG avec un iPad utilisé pour la première fois/,
    );
    const form = page.forms.find(({ action }) => action.endsWith(`/demandes/${julie.id}`));
    assert.ok(form, 'a form of its own');
    const done = await post(scene, `/demandes/${julie.id}`, { answer: 'approve', retour: 'demandes' });
    assert.match(done.url, /\/reglages\?fait=approved/);
    assert.match(wordsOf(done.text), /C’est fait\. Julie peut entrer\..*Annuler/);
    const undo = /action="([^"]+\/annuler\?retour=demandes)"/.exec(done.text)?.[1] ?? '';
    const undone = await post(scene, undo, {});
    assert.match(wordsOf(undone.text), /C’est annulé\s: l’autorisation est retirée\./);
    assert.equal(await rules(scene), []);
    assert.not(await enters(julie));
  });

  test('several at once: Julie and Nadia, each looked at, are let in with what their cards propose', async (scene) => {
    const [julie, nadia] = [await waits(scene, people.julie), await waits(scene, people.nadia)];
    const chosen = choices(await list(scene));
    assert.is(Object.keys(chosen).length, 2);
    const done = await post(scene, '/reglages/demandes/repondre', { ...chosen, answer: 'approve' });
    assert.match(wordsOf(done.text), /2 demandes sont autorisées\./);
    assert.ok(await enters(julie));
    assert.ok(await enters(nadia));
    const written = await rules(scene);
    assert.equal(
      written.map((rule) => Boolean(rule.place_id && rule.user_id && rule.browser_id)),
      [true, true],
    );
  });

  test('one that changed since it was looked at is not answered, nor one that Marc answered, nor one that needs the code', async (scene) => {
    const [julie, nadia] = [await waits(scene, people.julie), await waits(scene, people.nadia)];
    const seen = choices(await list(scene));
    const { database } = scene.centre.home.house;
    await database('approval_requests').where({ id: julie.id }).update({ repeats: 3 });
    await database('approval_requests')
      .where({ id: nadia.id })
      .update({ status: 'refused', decided_at: Date.now() });
    const silent = await waits(scene, people.marc);
    await makeRisky(scene, silent.id);
    const page = await list(scene);
    assert.not(`demande-${silent.id}` in choices(page), 'no box where the code is asked for');
    const forced = /name="demande-/.test(page.text) ? { [`demande-${silent.id}`]: 'guessed' } : {};
    const done = await post(scene, '/reglages/demandes/repondre', { ...seen, ...forced, answer: 'approve' });
    assert.match(
      wordsOf(done.text),
      /Aucune demande n’a été autorisée\. .*changé entre-temps.* Une autre avait déjà sa réponse\./,
    );
    assert.equal(await rules(scene), []);
    assert.is(await status(scene, julie.id), 'pending');
    assert.is(await status(scene, silent.id), 'pending');
  });

  test('a request with a risk takes the code on its own card, and the wrong one is no answer', async (scene) => {
    const silent = await waits(scene, people.julie);
    await makeRisky(scene, silent.id);
    const page = await list(scene);
    assert.ok(page.text.includes(`id="code-${silent.id}"`));
    const right = checkCode(silent.page);
    const wrong = right === '123456' ? '654321' : '123456';
    const tried = await post(scene, `/demandes/${silent.id}`, {
      answer: 'approve',
      code: wrong,
      retour: 'demandes',
    });
    assert.match(wordsOf(tried.text), /Ce n’est pas le bon code/);
    const done = await post(scene, `/demandes/${silent.id}`, {
      answer: 'approve',
      code: right,
      retour: 'demandes',
    });
    assert.match(wordsOf(done.text), /Julie peut entrer/);
    assert.ok(await enters(silent));
  });

  test('one that is gone stops none of the others', async (scene) => {
    const [julie, nadia] = [await waits(scene, people.julie), await waits(scene, people.nadia)];
    const [first, second] = Object.entries(choices(await list(scene)));
    assert.ok(first && second);
    const among = Object.fromEntries([first, ['demande-gone', 'x'], second]);
    const done = await post(scene, '/reglages/demandes/repondre', { ...among, answer: 'approve' });
    assert.match(wordsOf(done.text), /2 demandes sont autorisées\. Une autre avait déjà sa réponse\./);
    assert.equal([await status(scene, julie.id), await status(scene, nadia.id)], ['approved', 'approved']);
  });

  test('two requests in Julie’s name are no coincidence: each takes its own code, and neither a tick', async (scene) => {
    const mine = await waits(scene, people.julie);
    const other = await waits(scene, people.julie);
    const page = await list(scene);
    assert.match(wordsOf(page.text), /Une autre demande attend au même nom\./);
    assert.equal(Object.keys(choices(page)), []);
    const tapped = await post(scene, `/demandes/${other.id}`, { answer: 'approve' });
    assert.match(wordsOf(tapped.text), /Entrez le code à six chiffres/);
    const done = await post(scene, `/demandes/${mine.id}`, { answer: 'approve', code: checkCode(mine.page) });
    assert.match(wordsOf(done.text), /peut entrer/);
    assert.is(await status(scene, other.id), 'pending');
  });

  test('a place that is named between the look and the answer is looked at again', async (scene) => {
    const { centre } = scene;
    const home = machine({ userAgent: userAgents.nurseryTablet, address: '192.0.2.18' });
    const julie = await waits(scene, people.julie, home);
    const seen = choices(await list(scene));
    const shown = Object.values(seen)[0] ?? '';
    await centre.place({ name: 'Tout le quartier', ranges: ['192.0.2.0/24'] });
    await centre.home.house.database('organizations').increment('policy_version', 1);
    const done = await post(scene, '/reglages/demandes/repondre', { ...seen, answer: 'approve' });
    assert.match(wordsOf(done.text), /changé entre-temps/);
    const alone = await post(scene, `/demandes/${julie.id}`, { answer: 'approve', shown });
    assert.match(wordsOf(alone.text), /Cette demande a changé depuis que la page est ouverte/);
    assert.equal(await rules(scene), []);
  });

  test('somebody who was let in from Québec and asks from England takes the code', async (scene) => {
    const { centre } = scene;
    const here = tablet();
    const first = await waits(scene, people.julie, here);
    await post(scene, `/demandes/${first.id}`, { answer: 'approve', scope: 'here' });
    assert.ok(await enters(first));
    await centre.home.house.database('sign_ins').delete();
    const abroad = await waits(scene, people.julie, takenTo(here, centre.home.url, addresses.london));
    const page = await list(scene);
    assert.match(wordsOf(page.text), /Premier essai à partir de ce pays\./);
    assert.ok(page.text.includes(`id="code-${abroad.id}"`));
  });

  test('nothing ticked, no answer, somebody else’s page, another centre’s request: nothing is written', async (scene) => {
    const julie = await waits(scene, people.julie);
    const address = '/reglages/demandes/repondre';
    const [[name, shown] = ['', '']] = Object.entries(choices(await list(scene)));
    assert.match(wordsOf((await post(scene, address, { answer: 'approve' })).text), /Cochez d’abord/);
    assert.is((await post(scene, address, { [String(name)]: shown, answer: 'perhaps' })).status, 400);
    const foreign = await scene.sylvie.post(
      `${scene.centre.home.url}${address}`,
      { [String(name)]: shown, answer: 'approve' },
      { from: 'https://evil.example' },
    );
    assert.is(foreign.status, 403);
    const absent = await post(scene, address, { 'demande-nothing': 'x', answer: 'approve' });
    assert.match(
      wordsOf(absent.text),
      /Aucune demande n’a été autorisée\. Une autre avait déjà sa réponse\./,
    );
    const { database } = scene.centre.home.house;
    const other = await database('organizations').where({ alias: 'arcenciel' }).first('id');
    await database('approval_requests').where({ id: julie.id }).update({ organization_id: other.id });
    const theirs = await post(scene, address, { [String(name)]: shown, answer: 'approve' });
    assert.is(theirs.url, absent.url, 'as if it did not exist');
    assert.equal(await rules(scene), []);
    assert.is(await status(scene, julie.id), 'pending');
  });

  test('until a date: Julie is in until the end of that day in Montréal; a date that is past is told, and what was chosen stays', async (scene) => {
    const julie = await waits(scene, people.julie);
    const past = { answer: 'approve', duration: 'until-date', until: '2020-02-29', scope: 'anywhere' };
    const told = await post(scene, `/demandes/${julie.id}`, past);
    assert.match(wordsOf(told.text), /Choisissez une date à venir/);
    assert.match(told.text, /value="2020-02-29"/);
    for (const until of ['2026-02-31', '9999-12-31', 'tomorrow', ''])
      assert.match(
        (await post(scene, `/demandes/${julie.id}`, { ...past, until })).url,
        /erreur=date/,
        until,
      );
    assert.equal(await rules(scene), []);
    const until = new Date(Date.now() + 10 * day).toISOString().slice(0, 10);
    await post(scene, `/demandes/${julie.id}`, { ...past, until });
    const [rule] = await rules(scene);
    const clock = new Intl.DateTimeFormat('fr-CA', {
      timeZone: 'America/Toronto',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    assert.is(clock.format(Number(rule.valid_until) - 1), `${until} 23 h 59 min 59 s`);
    assert.ok(await enters(julie));
  });

  test('refusing Julie with this tablet until further notice stays; refusing the tablet stops everyone with it', async (scene) => {
    const holding = tablet();
    const julie = await waits(scene, people.julie, holding);
    const refused = await post(scene, `/demandes/${julie.id}`, {
      answer: 'refuse',
      refusal: 'person-device',
    });
    assert.match(wordsOf(refused.text), /Julie ne peut plus entrer avec cet appareil\./);
    const [rule, ...more] = await rules(scene);
    assert.equal(more, []);
    assert.ok(rule.effect === 'deny' && rule.user_id && rule.browser_id && rule.valid_until === null);
    signOut(holding);
    const nadia = await waits(scene, people.nadia, holding);
    const all = await post(scene, `/demandes/${nadia.id}`, { answer: 'refuse', refusal: 'device' });
    assert.match(wordsOf(all.text), /Plus personne ne peut entrer avec cet appareil\./);
    const [machines] = await rules(scene).whereNotNull('device_id');
    assert.ok(machines && machines.user_id === null && machines.effect === 'deny');
    signOut(holding);
    const marc = await arrive(holding, scene.centre.attempt('amisgest-sdg'), people.marc);
    assert.not(isWaiting(marc), 'Marc is turned away with it, and nobody is asked');
  });

  test.run();
}
