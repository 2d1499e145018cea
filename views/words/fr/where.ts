import type { ProvinceWords } from '../provinces.ts';

const provinces: ProvinceWords = {
  AB: { name: 'Alberta', inIt: 'en Alberta' },
  BC: { name: 'Colombie-Britannique', inIt: 'en Colombie-Britannique' },
  MB: { name: 'Manitoba', inIt: 'au Manitoba' },
  NB: { name: 'Nouveau-Brunswick', inIt: 'au Nouveau-Brunswick' },
  NL: { name: 'Terre-Neuve-et-Labrador', inIt: 'à Terre-Neuve-et-Labrador' },
  NS: { name: 'Nouvelle-Écosse', inIt: 'en Nouvelle-Écosse' },
  NT: { name: 'Territoires du Nord-Ouest', inIt: 'aux Territoires du Nord-Ouest' },
  NU: { name: 'Nunavut', inIt: 'au Nunavut' },
  ON: { name: 'Ontario', inIt: 'en Ontario' },
  PE: { name: 'Île-du-Prince-Édouard', inIt: 'à l’Île-du-Prince-Édouard' },
  QC: { name: 'Québec', inIt: 'au Québec' },
  SK: { name: 'Saskatchewan', inIt: 'en Saskatchewan' },
  YT: { name: 'Yukon', inIt: 'au Yukon' },
};

/** The countries from which people most often come in, with the article that French wants; the others go without. */
const feminine =
  'AR AT AU BE BF BG BO CF CH CI CN CO DE DO DZ EG ES FI FR GN GR HU IE IN IT NO NZ PL RO RU SE SY TN TR UA';
const masculine = 'BJ BR CA CD CL CM DK GA GB JP KH LB LU MA ML MX NE PE PT SN TD TG VE VN';
const inCountries: ReadonlyMap<string, (name: string) => string> = new Map([
  ...feminine.split(' ').map((code) => [code, (name: string) => `en ${name}`] as const),
  ...masculine.split(' ').map((code) => [code, (name: string) => `au ${name}`] as const),
  ...['US', 'NL', 'PH', 'AE'].map((code) => [code, (name: string) => `aux ${name}`] as const),
  ...['HT', 'CU', 'MG'].map((code) => [code, (name: string) => `à ${name}`] as const),
]);

const apostrophes = (name: string) => name.replaceAll("'", '’');

/** « à Longueuil », « au Gardeur », « aux Cèdres », « à La Prairie ». */
function inCity(city: string): string {
  const name = apostrophes(city);
  if (/^Le /.test(name)) return `au ${name.slice(3)}`;
  if (/^Les /.test(name)) return `aux ${name.slice(4)}`;
  return `à ${name}`;
}

/** A name that begins with the kind of place takes its article; any other stands between quotation marks. */
function atPlace(name: string): string {
  if (/^(CPE|Centre|Bureau|Service de garde|Jardin|Pavillon)\b/i.test(name)) return `au ${name}`;
  if (/^(Garderie|Maison|Pouponnière|Halte|Résidence)(?!\p{L})/iu.test(name)) return `à la ${name}`;
  if (/^(École|Installation)(?!\p{L})/iu.test(name)) return `à l’${name}`;
  return `à l’endroit «\u00a0${name}\u00a0»`;
}

/** Where a connection comes from: alone in a list, and inside a sentence. */
export const where = {
  provinces,
  local: 'réseau local',
  unknown: 'endroit inconnu',
  city: apostrophes,
  cityOf: (city: string, region: string) => `${city} (${region})`,
  inCity,
  atPlace,
  inRegion: (region: string) => `dans la région «\u00a0${region}\u00a0»`,
  inCountry: (code: string, name: string) => inCountries.get(code)?.(name) ?? `dans un autre pays (${name})`,
  onLocal: 'sur le réseau local',
  fromUnknown: 'd’un endroit inconnu',
};
