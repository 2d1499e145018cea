import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { signInPage } from '../../views/index.ts';
import { isLocalNetwork } from '../../views/said.ts';
import { tagsOf, tagWith, textOf } from './markup.ts';
import { everyPage, frameIn } from './samples.ts';

const pages = everyPage('fr');
const page = (name: string): string => {
  const html = pages.get(name);
  if (html === undefined) throw new Error(`no sample is named \`${name}\``);
  return html;
};
const has = (html: string, name: string, attribute: string, value: string) =>
  assert.ok(tagWith(html, name, attribute, value), `${name}[${attribute}="${value}"]`);

test("Julie's password manager knows the two fields of the sign-in", () => {
  const html = page('sign-in');
  const username = tagWith(html, 'input', 'name', 'username');
  assert.is(username?.attributes.get('type'), 'email');
  assert.is(username?.attributes.get('autocomplete'), 'username');
  assert.is(username?.attributes.get('inputmode'), 'email');
  assert.is(username?.attributes.get('autocapitalize'), 'none');
  assert.is(tagWith(html, 'input', 'name', 'password')?.attributes.get('autocomplete'), 'current-password');
});

test('Julie who mistyped reads why at once, and her address stays filled in', () => {
  const html = page('sign-in-mismatch');
  const alert = tagWith(html, 'div', 'role', 'alert');
  assert.ok(alert?.attributes.has('autofocus') && alert.attributes.get('tabindex') === '-1');
  assert.is(tagWith(html, 'input', 'name', 'username')?.attributes.get('value'), 'julie@papillons.test');
  assert.is(tagWith(html, 'input', 'name', 'password')?.attributes.get('value'), undefined);
  assert.ok(html.indexOf('role="alert"') < html.indexOf('name="username"'));
});

test('Olivier, a parent, reads that only the device and the time are recorded', () => {
  assert.match(textOf(page('sign-in-parents')), /nous enregistrons l’appareil et l’heure/);
  assert.not.match(textOf(page('sign-in-parents')), /endroit approximatif/);
});

test('Nadia chooses her organization with one button each, the last choice marked', () => {
  const html = page('organization');
  const values = tagsOf(html)
    .filter((tag) => tag.name === 'button' && tag.attributes.get('name') === 'organization')
    .map((tag) => tag.attributes.get('value'));
  assert.equal(values, ['papillons', 'arcenciel']);
  assert.match(textOf(html), /CPE Les Papillons Dernier choix/);
});

test('Every page of choice, waiting and refusal carries « Ce n’est pas vous? »', () => {
  for (const name of ['organization', 'waiting', 'waiting-own', 'waiting-refused', 'refusal']) {
    assert.match(textOf(page(name)), /Ce n’est pas vous\?/, name);
    has(page(name), 'form', 'action', '/not-you');
  }
  has(page('continue-as'), 'form', 'action', '/not-you');
});

test('Sylvie without a session types a code, and refuses behind a tick box', () => {
  const html = page('request-code');
  assert.is(tagWith(html, 'input', 'name', 'code')?.attributes.get('inputmode'), 'numeric');
  assert.is(tagWith(html, 'input', 'name', 'certain')?.attributes.get('value'), 'yes');
  has(html, 'button', 'value', 'approve');
  has(html, 'button', 'value', 'refuse');
  assert.match(textOf(html), /Refuser cette fois/);
  assert.ok(html.indexOf('value="approve"') < html.indexOf('name="certain"'));
});

test('Sylvie with a session answers with two plain buttons', () => {
  const html = page('request-session');
  assert.not(tagWith(html, 'input', 'name', 'code'));
  assert.not(tagWith(html, 'input', 'name', 'certain'));
  has(html, 'button', 'value', 'approve');
  has(html, 'button', 'value', 'refuse');
});

test('Sylvie reads how many tries are left, and the duration she chose is kept', () => {
  const html = page('request-code-wrong');
  assert.match(textOf(html), /Ce n’est pas le bon code\. .*Il vous reste un seul essai\./);
  const checked = tagsOf(html).filter((tag) => tag.name === 'input' && tag.attributes.has('checked'));
  assert.equal(
    checked.map((tag) => tag.attributes.get('value')),
    ['here', '30-days'],
  );
});

const optionsOf = (html: string): readonly (string | undefined)[] =>
  tagsOf(html)
    .filter((tag) => tag.name === 'input' && tag.attributes.get('name') === 'scope')
    .map((tag) => `${tag.attributes.get('type')} ${tag.attributes.get('value')}`);

test('Sylvie chooses how far her authorization reaches, among what is offered', () => {
  assert.equal(optionsOf(page('request-session')), [
    'radio here',
    'radio region',
    'radio anywhere',
    'radio person-here',
    'radio team-here',
  ]);
  assert.match(textOf(page('request-session')), /Toute l’équipe, avec cet iPad, à cet endroit/);
  assert.equal(optionsOf(page('request-far')), ['radio region', 'radio here', 'radio anywhere']);
  assert.is(tagWith(page('request-far'), 'input', 'value', 'anywhere')?.attributes.has('checked'), true);
  assert.match(page('request-far'), /<details class="scope" open>/);
  assert.match(page('request-session'), /<details class="scope">/);
});

test('Sylvie is asked nothing about reach when one is offered, and what she read is what is sent', () => {
  const html = page('request-on-a-network');
  assert.equal(optionsOf(html), ['hidden here']);
  assert.match(textOf(html), /Ce que vous autorisez : Julie, avec cet iPad, sur ce réseau ·/);
});

test('Sylvie reads that an authorization lasts once where nothing else can be written', () => {
  const html = page('request-code-tick-box');
  assert.equal(optionsOf(html), []);
  assert.match(textOf(html), /Ce que vous autorisez : Julie, avec cet iPad · cette fois seulement/);
  assert.not.match(textOf(html), /toujours/);
});

test('Sylvie reads where the request comes from, and how far that is', () => {
  assert.match(
    textOf(page('request-code')),
    /avec un iPad utilisé pour la première fois, au CPE Les Papillons, à 6 h 47\./,
  );
  assert.match(textOf(page('request-code')), /Endroit CPE Les Papillons .*Fournisseur du réseau Vidéotron/);
  assert.match(textOf(page('request-on-a-network')), /Endroit approximatif Longueuil \(Québec\)/);
  assert.match(textOf(page('request-far')), /avec un iPad, à Laval \(Pays de la Loire\), à 6 h 47\./);
  assert.match(textOf(page('request-far')), /À 5 140 km de sa dernière connexion, 1 h plus tôt\./);
  assert.match(textOf(page('request-code-tick-box')), /, d’un endroit inconnu, à 6 h 47\./);
  assert.match(textOf(page('pending')), /pour la première fois, au CPE Les Papillons, à 6 h 47\./);
});

test('Julie sees the city that her network is said to be in, beside her device', () => {
  assert.match(textOf(page('waiting')), /iPad · Safari · Longueuil/);
});

test("Julie's code is shown in two groups and spoken digit by digit, in the only status that starts empty", () => {
  const html = page('waiting');
  assert.match(html, /<output id="check-code"[^>]*>482 913<\/output>/);
  assert.is(tagWith(html, 'output', 'id', 'check-code')?.attributes.get('aria-label'), '4 8 2 9 1 3');
  assert.match(html, /<div role="status"><\/div>/);
  assert.is(tagsOf(html).filter((tag) => tag.attributes.get('role') === 'status').length, 1);
});

test('Julie without scripts finds « Vérifier maintenant »', () => {
  has(page('waiting'), 'a', 'href', '/waiting');
  assert.match(textOf(page('waiting')), /Vérifier maintenant/);
});

test('Julie on a native application opens it by hand; elsewhere it opens by itself', () => {
  assert.match(textOf(page('waiting-approved-by-hand')), /Ouvrir Amisgest SDG/);
  assert.not.match(page('waiting-approved-by-hand'), /data-continue/);
  assert.is(tagWith(page('waiting-approved'), 'main', 'data-continue', '/continue')?.name, 'main');
});

test('Sylvie, alone to administrate, reads who else can let her in', () => {
  assert.match(
    textOf(page('waiting-own-alone')),
    /Votre soutien technique peut l’autoriser.* Appelez la personne de garde : 450 555-0123/,
  );
  assert.match(
    textOf(page('waiting-nobody-asked')),
    /Personne n’a pu recevoir votre demande\. Appelez la direction/,
  );
});

test('Sylvie who waits for Marc reads his name before anything else', () => {
  assert.match(page('waiting-own'), /<h1>Marc doit autoriser votre connexion<\/h1>/);
  assert.match(page('waiting-own-alone'), /<h1>Une autre personne doit autoriser votre connexion<\/h1>/);
});

test('Julie without scripts is never told that the page goes on by itself', () => {
  assert.not.match(textOf(page('waiting')), /toute seule/);
  assert.match(textOf(page('waiting')), /appuyez sur « Vérifier maintenant »/);
});

const focused = (html: string): readonly (string | undefined)[] =>
  tagsOf(html)
    .filter((tag) => tag.attributes.has('autofocus'))
    .map((tag) => tag.attributes.get('id'));

test('Julie types at once: in the first field that is empty, unless an error has to be read', () => {
  assert.equal(focused(page('sign-in')), ['username']);
  assert.equal(focused(page('sign-in-known')), ['password']);
  assert.equal(focused(page('sign-in-mismatch')), ['error']);
});

test('Sylvie who typed four digits reads that no try was lost', () => {
  const html = page('request-code-incomplete');
  assert.match(textOf(html), /Il faut six chiffres\. Aucun essai perdu\./);
  assert.is(tagWith(html, 'input', 'name', 'code')?.attributes.get('aria-invalid'), 'true');
  assert.is(tagWith(html, 'input', 'name', 'code')?.attributes.get('maxlength'), '30');
});

test('Sylvie who refuses reads for how long before, and until when after', () => {
  for (const name of ['request-code', 'request-session'])
    assert.match(textOf(page(name)), /pendant 15 minutes/, name);
  assert.match(
    textOf(page('closed-just-refused')),
    /Julie ne peut pas entrer avec cet appareil avant 7 h 04\./,
  );
  assert.match(textOf(page('refusal-until')), /Vous pourrez redemander à 7 h 04\./);
});

test('Sylvie takes back what she just authorized, or signs in to do it', () => {
  has(page('closed-just-approved'), 'form', 'action', '/withdraw');
  has(page('closed-just-approved-by-link'), 'a', 'href', '/reglages/connexion');
  assert.not(tagsOf(page('closed-just-approved-by-link')).some((tag) => tag.name === 'form'));
});

test('A request that was taken back shows who did it, beside a padlock that is closed', () => {
  for (const [name, who] of [
    ['closed-withdrawn', /Marc Tremblay a retiré cette autorisation à 6 h 46\./],
    ['closed-withdrawn-by-you', /Vous avez retiré cette autorisation à 6 h 46\./],
  ] as const) {
    assert.match(textOf(page(name)), /L’autorisation est retirée Julie devra demander de nouveau\./, name);
    assert.match(textOf(page(name)), who, name);
    assert.match(page(name), /emblem tone-honey"><svg class="padlock padlock-closed/, name);
  }
});

test('Whoever answered is told « Vous avez », and where the other requests are', () => {
  assert.match(textOf(page('closed-answered-by-you')), /Vous avez autorisé cette demande à 6 h 48\./);
  assert.match(textOf(page('closed-refused-by-you')), /Vous avez refusé cette demande à 6 h 48\./);
  for (const name of ['just-approved', 'just-refused', 'answered-by-you', 'answered-approved', 'withdrawn'])
    has(page(`closed-${name}`), 'a', 'href', '/reglages');
});

test('Sylvie sees first who waits now, each whole; the requests whose page was closed are folded', () => {
  const html = page('pending');
  const folded = html.indexOf('Plus anciennes');
  assert.ok(html.indexOf('/demandes/1') < folded && folded < html.indexOf('/demandes/5'));
  assert.match(textOf(html), /Réglages · CPE Les Papillons .* 4 demandes attendent votre réponse\./);
  assert.is(
    html.match(/value="approve"/g)?.length,
    4,
    'three cards that she may answer, and one form for several',
  );
});

test('A card with a risk asks for its own code, and is not answered together with others', () => {
  const html = page('pending');
  assert.ok(tagWith(html, 'input', 'id', 'code-3'));
  assert.not(tagWith(html, 'input', 'id', 'code-1'));
  assert.ok(tagWith(html, 'input', 'name', 'demande-1'));
  assert.not(tagWith(html, 'input', 'name', 'demande-3'));
  assert.match(textOf(html), /Une autre demande attend au même nom\./);
});

test('Sylvie does not answer her own request; each choice belongs to the form of several', () => {
  const html = page('pending');
  assert.not(tagWith(html, 'form', 'action', '/demandes/4'));
  assert.match(textOf(html), /C’est votre propre demande : une autre personne de la direction y répond\./);
  assert.is(tagWith(html, 'input', 'name', 'demande-1')?.attributes.get('form'), 'several');
  assert.not.match(page('pending-none'), /id="several"/);
});

test('What became of several is told in one sentence each', () => {
  assert.match(
    textOf(page('pending-several')),
    /2 demandes sont autorisées\. Une autre a changé entre-temps : regardez-la de nouveau\. Une autre demande le code affiché à l’écran\. Une autre est demandée avec ce navigateur : répondez à partir d’un autre appareil\. 2 autres avaient déjà leur réponse\./,
  );
  assert.match(textOf(page('pending-answered')), /C’est fait\. Nadia peut entrer\. Annuler/);
});

test('An address that nobody else can see is named, not shown', () => {
  for (const network of [
    '127.0.0.1',
    '::/64',
    '10.1.2.3',
    '192.168.0.7',
    '172.31.0.1',
    'fd12:3::/64',
    'fe80::/64',
  ])
    assert.ok(isLocalNetwork(network), network);
  for (const network of ['24.48.0.17', '172.32.0.1', '2607:f2c0::/64', '100.64.0.1', '110.0.0.1'])
    assert.not(isLocalNetwork(network), network);
});

test('A page that does not exist leads to the front door, and to no mail', () => {
  has(page('problem-not-found'), 'a', 'href', '/');
  assert.not.match(textOf(page('problem-not-found')), /courriel/);
});

test('The demonstration says which padlock is closed, leads to Sylvie’s mail, and says that one signed out', () => {
  assert.match(
    textOf(page('demo')),
    /le cadenas est fermé.*le cadenas est ouvert : Pierre entre sans attendre/,
  );
  has(page('demo'), 'a', 'href', '/demo/courrier/2');
  assert.not.match(textOf(page('demo')), /Déconnexion faite/);
  assert.match(textOf(page('demo-signed-out')), /Déconnexion faite\./);
});

test('A sign-in that did not take place is said in French; what the developer needs is folded', () => {
  for (const name of ['demo-application-failed', 'demo-application-stale', 'demo-application-error']) {
    const shown = page(name).replace(/<details>.*?<\/details>/s, '');
    assert.not.match(shown, /access_denied|refused|stale|opened twice|server_error/, name);
  }
  assert.match(textOf(page('demo-application-failed')), /La connexion n’a pas eu lieu\./);
});

test('Marc signs out with the token of the form, or stays with the other button', () => {
  const html = page('logout-confirm');
  assert.is(tagWith(html, 'input', 'name', 'xsrf')?.attributes.get('type'), 'hidden');
  assert.is(tagWith(html, 'button', 'name', 'logout')?.attributes.get('value'), 'yes');
  assert.is(tagsOf(html).filter((tag) => tag.name === 'button').length, 2);
});

test('The mail shown to Sylvie in the demonstration is in a frame that can only open its link beside the page', () => {
  const html = page('mailbox-message');
  assert.is(
    tagsOf(html)
      .find((tag) => tag.name === 'iframe')
      ?.attributes.get('sandbox'),
    'allow-popups allow-popups-to-escape-sandbox',
  );
  has(html, 'a', 'href', 'https://connexion.amisgest.test/demandes/1/2/qD8x-mZ1k2v3');
});

test('An address with quotes in it stays inside its field', () => {
  const username = `"><b>'`;
  const html = signInPage({
    frame: frameIn('fr'),
    action: '/sign-in',
    challenge: 'fresh',
    applicationName: 'Amisgest SDG',
    audience: 'staff',
    username,
    error: 'mismatch',
    notice: 'none',
  });
  assert.is(tagWith(html, 'input', 'name', 'username')?.attributes.get('value'), username);
});

test.run();
