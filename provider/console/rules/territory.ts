import type { Country, Region } from '../../../policies/facts.ts';
import { countries } from '../../../views/words/countries.ts';
import type { Read } from './read.ts';

// What is no country and no region is nowhere: a refusal of it would refuse nobody.

const known: ReadonlySet<string> = new Set(countries);
const ofCanada = /^(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT)$/;

/** Two letters of ISO 3166-1, typed as anybody types them. */
export function countryIn(typed: string): Read<Country> {
  if (typed === '') return 'unset';
  const code = typed.toUpperCase();
  // Branded here: it was read.
  return known.has(code) ? { value: code as Country } : { fault: 'gone' };
}

/** A country, and what it calls its part (ISO 3166-2): of Canada, a province or a territory that there is. */
export function regionIn(typed: string): Read<Region> {
  if (typed === '') return 'unset';
  const code = typed.toUpperCase();
  const [, country = '', part = ''] = /^([A-Z]{2})-([A-Z0-9]{1,3})$/.exec(code) ?? [];
  const isRegion = known.has(country) && (country !== 'CA' || ofCanada.test(part));
  return isRegion ? { value: code as Region } : { fault: 'gone' };
}
