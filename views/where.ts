import type { Language, Where } from './model.ts';
import { oneLine } from './said.ts';
import { wordsFor } from './words/index.ts';
import { provinceNamed } from './words/provinces.ts';

/** « Longueuil », « CPE Les Papillons », « réseau local »: where there is no room for a sentence. */
export function sayWhere(where: Where, language: Language): string {
  const words = wordsFor(language).where;
  switch (where.kind) {
    case 'place':
      return oneLine(where.name);
    case 'city':
      return cityAbroad(words.city(oneLine(where.city)), where.region, language);
    case 'region':
      return sayRegion(where.region, language);
    case 'country':
      return sayCountry(where.country, language);
    case 'local':
      return words.local;
    case 'unknown':
      return words.unknown;
  }
}

/** « à Longueuil », « au CPE Les Papillons », « en Ontario », inside a sentence. */
export function sayInWhere(where: Where, language: Language): string {
  const words = wordsFor(language).where;
  switch (where.kind) {
    case 'place':
      return words.atPlace(oneLine(where.name));
    case 'city':
      return cityAbroad(words.inCity(words.city(oneLine(where.city))), where.region, language);
    case 'region': {
      const province = provinceNamed(where.region);
      return province === 'another' ? words.inRegion(oneLine(where.region)) : words.provinces[province].inIt;
    }
    case 'country':
      return words.inCountry(where.country, sayCountry(where.country, language));
    case 'local':
      return words.onLocal;
    case 'unknown':
      return words.fromUnknown;
  }
}

/** « Longueuil (Québec) », where there is room. */
export function sayWhereInFull(where: Where, language: Language): string {
  if (where.kind !== 'city' || where.region === 'unknown') return sayWhere(where, language);
  const words = wordsFor(language).where;
  return words.cityOf(words.city(oneLine(where.city)), sayRegion(where.region, language));
}

/** « Québec », « Nouveau-Brunswick », in the language of the page; regions of other countries as they are written. */
export function sayRegion(region: string, language: Language): string {
  const province = provinceNamed(region);
  return province === 'another' ? oneLine(region) : wordsFor(language).where.provinces[province].name;
}

/** There is a Laval in Mayenne too: a city outside Québec is told with its region. */
function cityAbroad(city: string, region: string | 'unknown', language: Language): string {
  if (region === 'unknown' || provinceNamed(region) === 'QC') return city;
  return wordsFor(language).where.cityOf(city, sayRegion(region, language));
}

const names = new Map<Language, Intl.DisplayNames>();

export function sayCountry(code: string, language: Language): string {
  const lang = wordsFor(language).common.lang;
  const known = names.get(language) ?? new Intl.DisplayNames([lang], { type: 'region' });
  names.set(language, known);
  // What is no code of a country is no reason to show no page.
  return /^[A-Z]{2}$/.test(code) ? (known.of(code) ?? code) : oneLine(code);
}
