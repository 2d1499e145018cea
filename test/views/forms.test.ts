import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { signInPage } from '../../views/index.ts';
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
    ['30-days'],
  );
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
    /La personne qui exploite Cadenas pour vous peut l’autoriser/,
  );
  assert.match(
    textOf(page('waiting-nobody-asked')),
    /Personne n’a pu recevoir votre demande\. Appelez la direction/,
  );
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
    applicationName: 'Amisgest SDG',
    audience: 'staff',
    username,
    error: 'mismatch',
    notice: 'none',
  });
  assert.is(tagWith(html, 'input', 'name', 'username')?.attributes.get('value'), username);
});

test.run();
