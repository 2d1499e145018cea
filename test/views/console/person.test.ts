import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { tagsOf, tagWith, textOf } from '../markup.ts';
import { everyPage } from '../samples.ts';

const pages = { fr: everyPage('fr'), en: everyPage('en') };
const page = (name: string, language: keyof typeof pages = 'fr'): string => {
  const html = pages[language].get(name);
  if (html === undefined) throw new Error(`no sample is named \`${name}\``);
  return html;
};
const said = (name: string, language: keyof typeof pages = 'fr') => textOf(page(name, language));

test('« Pourquoi? » says which rule decided, as a sentence that leads to it, by whom, and when it ended', () => {
  const html = page('person');
  assert.match(
    textOf(html),
    /Autorisation : Julie Tremblay, avec un iPad \(Safari\), au CPE Les Papillons, jusqu’au 3 décembre 2026 à 6 h 49\. Par Marc Roy, le mardi 3 novembre à 6 h 49\./,
  );
  assert.match(
    textOf(html),
    /Refus : Julie Tremblay, .* Création : le mardi 3 novembre à 6 h 49\. Fin : à 4 h 49\./,
  );
  assert.ok(tagWith(html, 'a', 'href', '/reglages/autorisations/rule'));
  assert.match(said('person', 'en'), /By Marc Roy, .* (a\.m\.|p\.m\.) /);
});

test('Her history tells attempts and what administrators did about her, in the order of time', () => {
  assert.match(
    said('person'),
    /Historique Autorisée à l’instant.* Accès modifié, par Sylvie Gagnon, à 3 h 49 : Selon les autorisations Mise en attente .* Connexions retirées, par le service de soutien, .* Refusée /,
  );
  assert.ok(tagWith(page('person'), 'a', 'href', '/reglages/personnes/1/historique'), '« Voir plus »');
  assert.match(
    said('history'),
    /Historique : Julie Tremblay .* Revenir aux plus récentes Voir ce qui précède/,
  );
  assert.match(said('history-none'), /Aucune tentative pour l’instant\./);
});

test('Her map has a list that says the same, and says that it is approximate', () => {
  assert.match(
    said('person'),
    /Approximatif, d’après le réseau 1 CPE Les Papillons .*Autorisé 2 Sherbrooke \(Québec\) · à environ 20 km près Non autorisé/,
  );
  assert.match(said('person-many'), /Aucun endroit connu/);
});

test('Her devices lead to their pages, marked shared or lost', () => {
  const html = page('person');
  assert.match(textOf(html), /iPad des Coccinelles iPad · Safari · à l’instant Partagé/);
  assert.match(textOf(html), /Téléphone Android · Chrome .* Perdu ou volé/);
  for (const id of ['1', '2']) assert.ok(tagWith(html, 'a', 'href', `/reglages/appareils/${id}`), id);
});

test('Withdrawing her access says what ends; one’s own says what that means', () => {
  assert.match(
    said('withdraw-access'),
    /Retirer l’accès : Julie Tremblay\? .*même quand le cadenas est ouvert\. Ses connexions en cours prennent fin tout de suite\./,
  );
  assert.not.match(said('withdraw-access'), /votre propre accès/);
  assert.match(said('withdraw-access-own'), /c’est votre propre accès/);
  const hidden = tagsOf(page('withdraw-access')).filter((tag) => tag.attributes.get('type') === 'hidden');
  assert.equal(
    hidden.map((tag) => [tag.attributes.get('name'), tag.attributes.get('value')]),
    [
      ['access', 'never'],
      ['shown', 'by_rules'],
      ['confirmed', 'yes'],
    ],
  );
});

test('The way back is to the connections as they were filtered', () => {
  assert.ok(tagWith(page('person'), 'a', 'href', '/reglages/connexions?period=all'));
});

test.run();
