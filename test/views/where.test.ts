import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Where } from '../../views/model.ts';
import { sayInWhere, sayWhere, sayWhereInFull } from '../../views/where.ts';
import { plain } from './markup.ts';

const city = (name: string, region = 'Québec'): Where => ({ kind: 'city', city: name, region });
const inFrench = (where: Where) => plain(sayInWhere(where, 'fr'));
const inEnglish = (where: Where) => plain(sayInWhere(where, 'en'));

test("Sylvie reads the article that a city's name wants", () => {
  for (const [name, said] of [
    ['Longueuil', 'à Longueuil'],
    ['Le Gardeur', 'au Gardeur'],
    ['Les Cèdres', 'aux Cèdres'],
    ['La Prairie', 'à La Prairie'],
    ["L'Assomption", 'à L’Assomption'],
    ['Lévis', 'à Lévis'],
  ] as const)
    assert.is(inFrench(city(name)), said);
  assert.is(inEnglish(city('Les Cèdres')), 'in Les Cèdres');
});

test('A city outside Québec is told with its region, for there is a Laval in Mayenne', () => {
  assert.is(inFrench(city('Laval', 'Quebec')), 'à Laval');
  assert.is(inFrench(city('Laval', 'CA-QC')), 'à Laval');
  assert.is(inFrench(city('Laval', 'unknown')), 'à Laval');
  assert.is(inFrench(city('Laval', 'Pays de la Loire')), 'à Laval (Pays de la Loire)');
  assert.is(inFrench(city('Moncton', 'New Brunswick')), 'à Moncton (Nouveau-Brunswick)');
  assert.is(sayWhere(city('Laval'), 'fr'), 'Laval');
  assert.is(sayWhere(city('Moncton', 'Nouveau-Brunswick'), 'en'), 'Moncton, New Brunswick');
  assert.is(sayWhereInFull(city('Laval'), 'fr'), 'Laval (Québec)');
});

test('Every province is told with the words that French and English want', () => {
  for (const [region, french, english] of [
    ['AB', 'en Alberta', 'in Alberta'],
    ['British Columbia', 'en Colombie-Britannique', 'in British Columbia'],
    ['Manitoba', 'au Manitoba', 'in Manitoba'],
    ['Newfoundland and Labrador', 'à Terre-Neuve-et-Labrador', 'in Newfoundland and Labrador'],
    ['Northwest Territories', 'aux Territoires du Nord-Ouest', 'in the Northwest Territories'],
    ['Nova Scotia', 'en Nouvelle-Écosse', 'in Nova Scotia'],
    ['Nunavut', 'au Nunavut', 'in Nunavut'],
    ['CA-ON', 'en Ontario', 'in Ontario'],
    ['Ile-du-Prince-Edouard', 'à l’Île-du-Prince-Édouard', 'in Prince Edward Island'],
    ['quebec', 'au Québec', 'in Québec'],
    ['Saskatchewan', 'en Saskatchewan', 'in Saskatchewan'],
    ['Yukon', 'au Yukon', 'in Yukon'],
    ['New Brunswick', 'au Nouveau-Brunswick', 'in New Brunswick'],
  ] as const) {
    assert.is(inFrench({ kind: 'region', region }), french);
    assert.is(inEnglish({ kind: 'region', region }), english);
  }
  assert.is(inFrench({ kind: 'region', region: 'New York' }), 'dans la région « New York »');
  assert.is(inEnglish({ kind: 'region', region: 'New York' }), 'in New York');
});

test('A country is told by its name, and by a neutral sentence where its article is not known', () => {
  for (const [country, french, english] of [
    ['FR', 'en France', 'in France'],
    ['MA', 'au Maroc', 'in Morocco'],
    ['US', 'aux États-Unis', 'in the United States'],
    ['HT', 'à Haïti', 'in Haiti'],
    ['ZM', 'dans un autre pays (Zambie)', 'in Zambia'],
    ['12', 'dans un autre pays (12)', 'in 12'],
  ] as const) {
    assert.is(inFrench({ kind: 'country', country }), french);
    assert.is(inEnglish({ kind: 'country', country }), english);
  }
  assert.is(sayWhere({ kind: 'country', country: 'MX' }, 'fr'), 'Mexique');
});

test('A place is told as it was named, with an article where its kind begins the name', () => {
  for (const [name, said] of [
    ['CPE Les Papillons', 'au CPE Les Papillons'],
    ['Garderie L’Arc-en-ciel', 'à la Garderie L’Arc-en-ciel'],
    ['École Saint-Jude', 'à l’École Saint-Jude'],
    ['Chez Olivier', 'à l’endroit « Chez Olivier »'],
    ['Maisonneuve', 'à l’endroit « Maisonneuve »'],
  ] as const)
    assert.is(inFrench({ kind: 'place', name }), said);
  assert.is(inEnglish({ kind: 'place', name: 'CPE Les Papillons' }), 'at CPE Les Papillons');
});

test('What could not be observed, and what nobody else can see, are told too', () => {
  assert.is(inFrench({ kind: 'local' }), 'sur le réseau local');
  assert.is(inFrench({ kind: 'unknown' }), 'd’un endroit inconnu');
  assert.is(sayWhere({ kind: 'local' }, 'fr'), 'réseau local');
  assert.is(sayWhere({ kind: 'unknown' }, 'en'), 'unknown place');
});

test('A name with line breaks stays on its line', () => {
  assert.is(sayWhere(city('Longueuil\r\nBcc: x'), 'fr'), 'Longueuil Bcc: x');
  assert.is(sayWhere({ kind: 'place', name: 'CPE\u2028\u202eX' }, 'fr'), 'CPE X');
});

test.run();
