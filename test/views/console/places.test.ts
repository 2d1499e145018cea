import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { plain, tagsOf, tagWith, textOf } from '../markup.ts';
import { everyPage } from '../samples.ts';

const pages = { fr: everyPage('fr'), en: everyPage('en') };
const page = (name: string, language: keyof typeof pages = 'fr'): string => {
  const html = pages[language].get(name);
  if (html === undefined) throw new Error(`no sample is named \`${name}\``);
  return html;
};
const said = (name: string, language: keyof typeof pages = 'fr') => plain(textOf(page(name, language)));
const valuesOf = (html: string, tag: string, name: string): readonly (string | undefined)[] =>
  tagsOf(html)
    .filter((each) => each.name === tag && each.attributes.get('name') === name)
    .map((each) => each.attributes.get('value'));

test('Sylvie reads in one sentence what a line is, and when a place is authorized', () => {
  assert.match(
    said('places'),
    /Chaque ligne est un endroit d’où votre équipe a essayé d’entrer depuis 60 jours/,
  );
  assert.match(said('places'), /autorisé quand toutes les personnes de la ligne peuvent y entrer/);
  assert.match(said('places', 'en'), /A place is authorized when everyone on its line can enter from there/);
});

test('each line says the city and the owner, who comes there, when, and how many cannot enter', () => {
  const text = said('places');
  assert.match(text, /Montréal, Vidéotron Marc Roy vu hier à 21 h 13 Doit attendre une autorisation/);
  assert.match(
    text,
    /Montréal, Bell Mobilité Julie Tremblay, Nadia Benali et Rosa Hernández .* Réseau mobile 1 personne sur 3 doit attendre 1 personne sur 3 reçoit un refus/,
  );
  assert.match(
    text,
    /CPE Les Papillons Julie Tremblay, Marc Roy, Nadia Benali et 3 autres personnes vu à l’instant/,
  );
  assert.match(text, /Vous êtes ici en ce moment\. Tout le monde ici/);
  assert.match(
    text,
    /Laval \(Pays de la Loire\), Un hébergeur partagé .* Réseau partagé par beaucoup de monde/,
  );
});

test('under an open padlock nobody has to wait: the lines say who would have to', () => {
  const text = said('places-open-waiting');
  assert.match(text, /Marc Roy vu hier à 21 h 13 Devrait attendre une autorisation/);
  assert.match(text, /1 personne sur 3 devrait attendre/);
  assert.not.match(text, /(?:oit|oivent) attendre/);
  assert.match(said('place-open'), /Marc Roy devrait attendre/);
  assert.match(said('places-open-waiting', 'en'), /Would have to wait for an authorization/);
  assert.not.match(said('places-open-waiting', 'en'), /has to wait|have to wait(?<!would have to wait)/i);
});

test('the address is a detail, folded, with everyone who comes and whether each may enter', () => {
  const html = page('places');
  assert.not.match(plain(textOf(html.replace(/<details.*?<\/details>/gs, ''))), /24\.48\.0\.17/);
  assert.match(said('places'), /Adresse du réseau : 198\.51\.100\.24, .* et 2 autres adresses/);
  assert.match(said('places'), /Nadia Benali peut toujours entrer .* et 1 autre personne/);
});

test('checkboxes are native, carry what was shown, and what nothing would change cannot be ticked', () => {
  const boxes = tagsOf(page('places')).filter((tag) => tag.attributes.get('type') === 'checkbox');
  assert.equal(
    boxes.map((tag) => [tag.attributes.get('value'), tag.attributes.has('disabled')]),
    [
      ['shown of 24.48.0.17', false],
      ['shown of 142.118.7.1', false],
      ['shown of 10.0.0.4', true],
      ['shown of centre', false],
      ['shown of 203.0.113.9', false],
    ],
  );
});

test('« Tout … » names how many lines it moves on every page of the filtered list, and the form says which', () => {
  assert.equal(valuesOf(page('places'), 'button', 'move'), [
    'authorize',
    'withdraw',
    'authorize-all',
    'withdraw-all',
  ]);
  assert.match(said('places-many'), /Non autorisés \(1 204\)/);
  assert.match(said('places-many'), /Tout autoriser \(1 180\) Tout retirer \(26\)/);
  assert.equal(valuesOf(page('places-many'), 'input', 'search'), ['marc', 'marc']);
  assert.equal(valuesOf(page('places'), 'input', 'tout-autoriser'), ['all of them']);
  assert.match(said('places-many'), /Revenir aux plus récents Voir les suivants/);
  assert.match(said('places-many'), /les listes s’arrêtent le vendredi 16 octobre à 19 h 49/);
});

test('a network leads to the page that names it, a place to the one that changes it', () => {
  const html = page('places');
  const name = tagWith(html, 'a', 'href', '/reglages/endroits/nouveau?reseau=24.48.0.17');
  assert.is(plain(name?.attributes.get('aria-label') ?? ''), 'Nommer cet endroit : Montréal, Vidéotron');
  assert.ok(tagWith(html, 'a', 'href', '/reglages/endroits/centre'));
  assert.match(said('places'), /Endroits nommés .* Installation de Brossard Ajouter un endroit/);
});

test('an empty list says why, and what to do', () => {
  assert.match(said('places-nobody'), /Aucun endroit pour l’instant Quand quelqu’un se connectera/);
  assert.match(said('places-nothing'), /Aucun endroit ne correspond .* Afficher tous les endroits/);
  assert.match(said('places-open'), /Aucun endroit n’attend d’autorisation/);
  assert.match(said('places-open'), /Le cadenas est ouvert : les autorisations/);
  assert.match(said('places-open'), /3 personnes se sont connectées sans que leur adresse/);
  assert.match(said('places-none-authorized'), /Aucun endroit n’est autorisé pour l’instant/);
  for (const name of ['places-nobody', 'places-nothing'])
    assert.equal(valuesOf(page(name), 'button', 'move'), []);
});

test('what the last button did is said once, focused, with its undo', () => {
  for (const [name, role, sentence, undone] of [
    [
      'places-authorized',
      'status',
      '2 endroits autorisés, pour 7 personnes. C’est en vigueur maintenant.',
      true,
    ],
    ['places-withdrawn', 'status', 'Votre propre accès ne change pas là où vous êtes en ce moment.', true],
    ['places-still-stopped', 'alert', '2 personnes restent arrêtées : un refus plus large l’emporte', true],
    ['places-nothing-chosen', 'alert', 'Rien n’a changé. Cochez d’abord au moins une ligne.', false],
    ['places-own-connection', 'alert', 'c’est la connexion que vous utilisez en ce moment', false],
    ['places-already-so', 'alert', 'Rien n’a changé : tout était déjà ainsi.', false],
    ['places-removed', 'status', 'L’endroit est retiré', true],
    ['places-undone', 'status', 'C’est annulé : tout est comme avant.', false],
    ['places-already', 'alert', 'c’était déjà annulé', false],
    ['places-locks-out', 'alert', 'plus personne avec le rôle Administration', false],
    ['places-stale', 'alert', 'Endroits autorisés, par Marc Roy', false],
    ['place-place-changed', 'status', 'L’endroit est enregistré.', true],
    ['place-place-added', 'status', 'Choisissez maintenant qui peut y entrer.', false],
    ['place-everyone', 'status', 'Tout le monde peut entrer d’ici', true],
    ['place-no-longer-everyone', 'status', 'Seules les personnes autorisées entrent d’ici.', true],
  ] as const) {
    const html = page(name);
    const result = tagWith(html, 'div', 'id', 'result');
    assert.is(result?.attributes.get('role'), role, name);
    assert.is(result?.attributes.get('tabindex'), '-1', name);
    assert.is(tagsOf(html).filter((tag) => tag.attributes.has('autofocus')).length, 1, name);
    assert.ok(said(name).includes(sentence), `${name}: ${sentence}`);
    assert.is(tagWith(html, 'form', 'action', '/undo') !== undefined, undone, name);
  }
  assert.not.match(said('places-open'), /en vigueur maintenant/);
});

test('what is wrong with a place is said above, focused, and stands by its field', () => {
  const html = page('place-new-faults');
  assert.ok(tagWith(html, 'div', 'id', 'faults')?.attributes.has('autofocus'));
  assert.match(
    said('place-new-faults'),
    /Donnez un nom .* « 0\.0\.0\.0\/0 » contient beaucoup trop d’adresses/,
  );
  for (const [tag, name] of [
    ['input', 'name'],
    ['textarea', 'name'],
  ] as const) {
    const field = tagsOf(html).find(
      (one) => one.name === tag && ['name', 'ranges'].includes(String(one.attributes.get(name))),
    );
    assert.is(field?.attributes.get('aria-describedby'), 'faults');
  }
  assert.match(html, /0\.0\.0\.0\/0\nchez-nous\n2001:db8::1\/128<\/textarea>/);
});

test('what may well be meant is asked once more', () => {
  const text = said('place-new-doubts');
  assert.match(text, /« 198\.51\.0\.0\/16 » contient 65 536 adresses/);
  assert.match(text, /\(Bell Mobilité\) est un réseau de téléphones mobiles/);
  assert.match(text, /\(fournisseur inconnu\) est partagé par des milliers de personnes/);
  assert.equal(valuesOf(page('place-new-doubts'), 'input', 'sure'), ['yes']);
  assert.equal(valuesOf(page('place-new'), 'input', 'sure'), []);
  assert.ok(tagWith(page('place-new-doubts'), 'select', 'name', 'site'), 'there are two sites');
  assert.not(tagWith(page('place-new'), 'select', 'name', 'site'));
});

test('a place that becomes larger says what will hold there too, and asks for it', () => {
  const text = said('place-grows');
  assert.match(text, /L’endroit devient plus grand : 3 autorisations et 1 refus le nomment, et vaudront là/);
  assert.match(text, /« Tout le monde ici » en fait partie : toute votre équipe pourra entrer de là/);
  assert.equal(valuesOf(page('place-grows'), 'input', 'aussi'), ['all that would hold']);
  assert.match(said('place-grows', 'en'), /3 authorizations and 1 refusal name it, and will hold there too/);
  assert.ok(tagWith(page('place-grows'), 'div', 'id', 'doubts')?.attributes.has('autofocus'));
  assert.equal(valuesOf(page('place'), 'input', 'aussi'), []);
});

test('Enter in a field of a place saves it while there is no circle', () => {
  const buttons = tagsOf(page('place-new')).filter(
    ({ name, attributes }) => name === 'button' && attributes.get('type') === 'submit',
  );
  const first = buttons.find(({ attributes }) => !/quiet/.test(attributes.get('class') ?? ''));
  assert.not(first?.attributes.has('formaction'));
});

test('one place says who may enter, who comes, which rules name it, and what ends when it goes', () => {
  assert.match(
    said('place'),
    /Tout le monde ici : toutes les personnes .* Ne plus autoriser tout le monde ici/,
  );
  assert.match(said('place'), /Autorisation : tout le monde, au CPE Les Papillons/);
  assert.equal(valuesOf(page('place'), 'button', 'everyone'), ['no-longer']);
  assert.equal(valuesOf(page('place-nobody'), 'button', 'everyone'), ['enters']);
  assert.match(said('place-nobody'), /Personne ne s’est connecté d’ici/);
  assert.match(said('place-stale'), /quelqu’un a essayé d’entrer pendant que cette page était ouverte/);
  assert.match(said('place-stale'), /Actuellement : « Le pavillon », 198\.51\.100\.0\/28/);
  assert.match(said('place-removal'), /Retirer l’endroit .*Ceci prendra fin aussi : .* et 12 autres/);
  assert.match(said('place-removal-nothing'), /personne ne perd d’accès/);
});

test.run();
