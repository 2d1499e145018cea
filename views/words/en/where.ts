import type { Words } from '../fr.ts';

/** Countries whose name wants « the ». */
const withArticle = new Set('AE BS CF DO GB GM NL PH US'.split(' '));

export const where: Words['where'] = {
  provinces: {
    AB: { name: 'Alberta', inIt: 'in Alberta' },
    BC: { name: 'British Columbia', inIt: 'in British Columbia' },
    MB: { name: 'Manitoba', inIt: 'in Manitoba' },
    NB: { name: 'New Brunswick', inIt: 'in New Brunswick' },
    NL: { name: 'Newfoundland and Labrador', inIt: 'in Newfoundland and Labrador' },
    NS: { name: 'Nova Scotia', inIt: 'in Nova Scotia' },
    NT: { name: 'Northwest Territories', inIt: 'in the Northwest Territories' },
    NU: { name: 'Nunavut', inIt: 'in Nunavut' },
    ON: { name: 'Ontario', inIt: 'in Ontario' },
    PE: { name: 'Prince Edward Island', inIt: 'in Prince Edward Island' },
    QC: { name: 'Québec', inIt: 'in Québec' },
    SK: { name: 'Saskatchewan', inIt: 'in Saskatchewan' },
    YT: { name: 'Yukon', inIt: 'in Yukon' },
  },
  local: 'local network',
  unknown: 'unknown place',
  city: (city) => city.replaceAll("'", '’'),
  cityOf: (city, region) => `${city}, ${region}`,
  inCity: (city) => `in ${city}`,
  atPlace: (name) => `at ${name}`,
  inRegion: (region) => `in ${region}`,
  inCountry: (code, name) => (withArticle.has(code) ? `in the ${name}` : `in ${name}`),
  onLocal: 'on the local network',
  fromUnknown: 'from an unknown place',
};
