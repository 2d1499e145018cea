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
const said = (name: string, language: keyof typeof pages = 'fr') => textOf(page(name, language));
const valuesOf = (html: string, tag: string, name: string): readonly (string | undefined)[] =>
  tagsOf(html)
    .filter((each) => each.name === tag && each.attributes.get('name') === name)
    .map((each) => each.attributes.get('value'));
const selected = (html: string) =>
  tagsOf(html).flatMap((tag) => (tag.attributes.has('selected') ? [tag.attributes.get('value')] : []));

test('Sylvie reads whether the padlock is closed, and the button says what it would do', () => {
  assert.match(
    said('connections'),
    /Cadenas fermé Seules les connexions autorisées passent\. 42 personnes, 118 connexions, 3 à vérifier ?\. Ouvrir le cadenas/,
  );
  assert.match(
    said('connections-open'),
    /Cadenas ouvert Tout le monde peut entrer; chaque connexion est notée\. .* Fermer le cadenas/,
  );
  assert.match(
    said('connections-open-until'),
    /Cadenas ouvert jusqu’à 7 h 49 .* Il se refermera tout seul\. 1 personne, 1 connexion, rien à vérifier\./,
  );
  assert.ok(tagWith(page('connections'), 'a', 'href', '/reglages/cadenas/ouvrir'));
  assert.ok(tagWith(page('connections-open'), 'a', 'href', '/reglages/cadenas/fermer'));
});

test('Sylvie always sees how many requests wait, and where she is', () => {
  assert.match(said('connections'), /2 demandes en attente/);
  assert.match(said('connections-open-until'), /1 demande en attente/);
  assert.match(said('connections-open'), /Connexions Demandes Endroits/);
  assert.match(said('connections', 'en'), /2 pending requests/);
  assert.match(page('connections'), /<a class="tab" href="[^"]+" aria-current="page">Connexions<\/a>/);
  assert.not.match(page('person'), /aria-current/);
  assert.match(page('connections-open'), /class="tab" href="[^"]+">Demandes/);
});

test('The filter is a search of three fields that goes with its button, and keeps what was chosen', () => {
  const html = page('connections-second');
  assert.is(tagWith(html, 'form', 'class', 'filter')?.attributes.get('method'), 'get');
  assert.is(tagsOf(html).filter((tag) => tag.name === 'search').length, 1);
  for (const name of ['application', 'period']) assert.ok(tagWith(html, 'select', 'name', name), name);
  assert.equal(selected(html), ['amisgest-mobile', 'all']);
  assert.equal(selected(page('connections')), ['all', '7-days']);
  assert.equal(valuesOf(page('connections-never'), 'input', 'search'), ['anne']);
  assert.match(textOf(html), /Aujourd’hui Depuis 7 jours Depuis 30 jours Tout/);
  for (const label of ['application', 'period', 'search'])
    assert.ok(tagWith(html, 'label', 'for', label), label);
});

test('The grid is a table: a caption, columns with a name, and a row for each connection named by its person', () => {
  const html = page('connections');
  const count = (pattern: RegExp) => (html.match(pattern) ?? []).length;
  assert.is(count(/<caption/g), 1);
  assert.is(count(/<th scope="col"/g), 6);
  assert.is(count(/<th scope="row"/g), 5);
  assert.match(
    textOf(html),
    /Marc Roy directeur adjoint Téléphone Android · Chrome Sherbrooke hier à 21 h 13 Non autorisée Endroits et autorisations : Marc Roy/,
  );
  assert.match(
    html,
    /<time dateTime="2026-11-23T02:13:00\.000Z">|<time datetime="2026-11-23T02:13:00\.000Z">/,
  );
});

test('What is not authorized shows its padlock, and is never told by colour alone', () => {
  for (const word of ['Non autorisée', 'Refusée'])
    assert.match(
      page('connections'),
      new RegExp(`<svg class="padlock padlock-closed"[^>]*>.*?</svg>${word}`),
      word,
    );
  assert.match(page('connections-open'), /padlock-open"[^>]*>.*?<\/svg>Entrée libre/);
  assert.not.match(said('connections-open'), /Non autorisée|Refusée/);
});

test('Sylvie goes to the next lines, and back to the first', () => {
  assert.ok(tagWith(page('connections'), 'a', 'href', '/reglages/connexions?apres=5'));
  assert.not.match(said('connections'), /Revenir aux plus récentes/);
  assert.match(said('connections-second'), /Revenir aux plus récentes Voir les suivantes/);
  assert.is(
    tagWith(page('connections-second'), 'main', 'data-first', '/reglages/connexions?period=all')?.name,
    'main',
  );
});

test('An empty list says why, and what to do', () => {
  assert.match(said('connections-nobody'), /Personne ne s’est encore connecté/);
  assert.not.match(said('connections-nobody'), /0 personne|0 connexion/);
  assert.match(
    said('connections-nothing'),
    /Aucune connexion ne correspond .*effacez la recherche\. Afficher toutes/,
  );
  assert.match(said('connections-never'), /Ces personnes font partie de l’équipe, .* Anne-Sophie Gélinas/);
  assert.not.match(said('connections-never'), /Aucune connexion ne correspond/);
  for (const name of ['connections-nobody', 'connections-nothing', 'connections-never'])
    assert.not(
      tagsOf(page(name)).some((tag) => tag.name === 'table'),
      name,
    );
});

test('Before the first closing Sylvie reads what it authorizes, who would have waited, and who was never seen', () => {
  const text = said('closing');
  assert.match(text, /Les 118 connexions du dernier mois seront autorisées\./);
  assert.match(
    text,
    /Le vendredi 20 novembre à 6 h 49, Julie Tremblay aurait eu à attendre \(iPad, Longueuil\), 3 fois\./,
  );
  assert.match(text, /Hier à 21 h 13, Marc Roy aurait eu à attendre \(Téléphone Android, Sherbrooke\)\. /);
  assert.match(text, /Olivier Côté aurait reçu un refus .*, 12 fois\./);
  assert.match(
    text,
    /Observation depuis 3 jours\. 2 personnes sur 42 ne se sont jamais connectées : elles devront attendre une autorisation\./,
  );
  assert.is(
    plain(tagWith(page('closing'), 'a', 'href', '/reglages/personnes/2')?.attributes.get('aria-label') ?? ''),
    'Voir ses connexions : Marc Roy',
  );
});

test('A closing that is not the first promises nothing of the last month, and the rest is a number', () => {
  assert.not.match(said('closing-again'), /dernier mois/);
  assert.match(said('closing-again'), /Et 12 autres connexions\./);
  assert.match(
    said('closing-calm'),
    /Personne n’aurait eu à attendre\. .*Toute l’équipe s’est déjà connectée\./,
  );
  assert.match(said('closing-calm'), /La seule connexion du dernier mois sera autorisée\./);
  assert.match(said('closing-unobserved'), /Aucune connexion n’a encore été observée/);
  assert.not.match(said('closing-unobserved'), /Observation|sur 42/);
});

const mainButtons = (html: string): readonly string[] =>
  [...html.matchAll(/<(?:button|a)[^>]*button-main[^>]*>(.*?)<\/(?:button|a)>/gs)].map((match) =>
    textOf(match[1] ?? '').trim(),
  );

test('A refused closing says why, focused, and its remedy is the one obvious button', () => {
  for (const [name, why, remedy] of [
    ['closing-refused-closer', /votre propre connexion n’est pas autorisée/, 'Autoriser ma connexion'],
    ['closing-refused-administrators', /plus personne avec le rôle Administration/, 'Autoriser ma connexion'],
    ['closing-refused-others', /Autorisez d’abord la connexion d’une personne/, 'Retour aux connexions'],
  ] as const) {
    assert.ok(tagWith(page(name), 'div', 'role', 'alert')?.attributes.has('autofocus'), name);
    assert.match(said(name), why, name);
    assert.equal(mainButtons(page(name)), [remedy], name);
  }
  assert.equal(mainButtons(page('closing')), ['Fermer le cadenas']);
  assert.ok(tagWith(page('closing-refused-closer'), 'form', 'action', '/reglages/cadenas/moi'));
});

test('Sylvie who is not authorized herself is told before she closes', () => {
  assert.match(said('closing-mine'), /Votre propre connexion n’est pas encore autorisée\./);
  assert.ok(tagWith(page('closing-mine'), 'form', 'action', '/reglages/cadenas/moi'));
  assert.not.match(said('closing'), /Votre propre connexion/);
});

test('Sylvie opens for an hour or until further notice, or does nothing', () => {
  assert.equal(valuesOf(page('opening'), 'button', 'for'), ['1h', 'open']);
  assert.match(said('opening'), /sauf celles dont l’accès est retiré, pourront se connecter de partout\./);
  assert.is(tagWith(page('opening'), 'a', 'href', '/reglages/connexions')?.name, 'a');
});

test('The access of a person is one choice of three, each with its consequence', () => {
  const html = page('person');
  assert.equal(valuesOf(html, 'input', 'access'), ['by_rules', 'always', 'never']);
  const checked = (name: string) =>
    tagsOf(page(name)).flatMap((tag) => (tag.attributes.has('checked') ? [tag.attributes.get('value')] : []));
  assert.equal(checked('person'), ['by_rules']);
  assert.equal(checked('person-always'), ['always']);
  assert.equal(checked('person-never-allowed'), ['never']);
  assert.match(
    textOf(html),
    /Julie entre avec n’importe quel appareil, de partout, même si un refus s’applique\./,
  );
});

test('Two lists of native checkboxes, the arrows between; what was stolen cannot be ticked', () => {
  const html = page('person');
  const boxes = tagsOf(html).filter((tag) => tag.attributes.get('type') === 'checkbox');
  assert.equal(
    boxes.map((tag) => [
      tag.attributes.get('name'),
      tag.attributes.get('value'),
      tag.attributes.has('disabled'),
    ]),
    [
      ['c1', 'not-authorized', false],
      ['c2', 'refused', false],
      ['c3', 'refused', true],
      ['c4', 'authorized', false],
      ['c5', 'authorized', false],
    ],
  );
  const parts = [
    '<legend>Non autorisés (3)',
    'value="authorize"',
    'value="withdraw"',
    '<legend>Autorisés (2)',
  ];
  const order = parts.map((part) => html.indexOf(part));
  assert.not(order.includes(-1));
  assert.equal(
    order.toSorted((one, other) => one - other),
    order,
  );
  assert.equal(valuesOf(html, 'button', 'move'), ['authorize', 'withdraw', 'authorize-all', 'withdraw-all']);
  assert.match(textOf(html), /Appareil perdu ou volé/);
});

test('« Tout … » names how many it moves: neither what is refused nor what was stolen', () => {
  assert.match(said('person'), /Tout autoriser \(1\) Tout retirer \(2\)/);
  assert.match(said('person-many'), /Tout autoriser \(13\) Tout retirer \(64\)/);
  assert.match(
    said('person-many'),
    /Une autre ligne sur une autre page\..*34 autres lignes sur d’autres pages\./,
  );
  assert.equal(valuesOf(page('person-own'), 'button', 'move'), ['authorize', 'authorize-all']);
  for (const name of ['person-always', 'person-never-allowed'])
    assert.equal(valuesOf(page(name), 'button', 'move'), [], 'an access that decides alone leaves no arrow');
});

test('Each line says why, in words, and keeps the address as a detail', () => {
  const html = page('person');
  assert.is((html.match(/<summary>Pourquoi\?<\/summary>/g) ?? []).length, 8);
  assert.match(textOf(html), /Premier essai avec cet appareil .* Adresse du réseau : 24\.48\.0\.17/);
  assert.match(textOf(html), /Adresse du réseau : réseau local/);
  assert.match(textOf(html), /Mise en attente .*À 1 540 km de sa dernière connexion/);
  assert.not.match(html.replace(/<details.*?<\/details>/gs, ''), /24\.48\.0\.17/);
});

test('What the last button did is said once, focused, with its undo', () => {
  for (const [name, role, sentence] of [
    ['authorized', 'status', '2 connexions autorisées. C’est en vigueur maintenant. Annuler'],
    ['withdrawn', 'status', '1 connexion n’est plus autorisée. C’est en vigueur maintenant. Annuler'],
    ['still-refused', 'alert', '2 connexions restent refusées : un refus plus large l’emporte'],
    ['nothing-chosen', 'alert', 'Rien n’a changé. Cochez d’abord au moins une ligne.'],
    ['undone', 'status', 'C’est annulé : tout est comme avant.'],
    ['locks-out', 'alert', 'Rien n’a changé : plus personne avec le rôle Administration'],
    ['locks-you-out', 'alert', 'Rien n’a changé : vous ne pourriez plus entrer d’ici avec cet appareil.'],
    ['access-changed', 'status', 'L’accès est enregistré. C’est en vigueur maintenant. Annuler'],
    ['stale', 'alert', 'Rien n’a été enregistré : quelqu’un a fait un changement'],
  ] as const) {
    const html = page(`person-${name}`);
    const result = tagWith(html, 'div', 'id', 'result');
    assert.is(result?.attributes.get('role'), role, name);
    assert.is(result?.attributes.get('tabindex'), '-1', name);
    assert.is(tagsOf(html).filter((tag) => tag.attributes.has('autofocus')).length, 1, name);
    assert.ok(textOf(html).includes(sentence), `${name}: ${sentence}`);
    const undone = ['authorized', 'withdrawn', 'still-refused', 'access-changed'].includes(name);
    assert.is(tagWith(html, 'form', 'action', '/undo') !== undefined, undone, name);
  }
  assert.not(tagWith(page('person'), 'div', 'id', 'result'));
});

test('A person who never signed in has no list to sort, and the page says what will come', () => {
  assert.match(said('person-unseen'), /Aucune connexion pour l’instant Quand Julie se connectera/);
  assert.equal(valuesOf(page('person-unseen'), 'button', 'move'), []);
  assert.match(said('person-unseen'), /Historique Aucune tentative pour l’instant\./);
});

test('Under an open padlock the lists say that they wait for it', () => {
  assert.match(said('person-always'), /Le cadenas est ouvert : les autorisations ci-dessous s’appliqueront/);
  assert.not.match(said('person'), /Le cadenas est ouvert : les/);
});

test.run();
