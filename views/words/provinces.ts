/** ISO 3166-2:CA, without the country. */
export type Province =
  | 'AB'
  | 'BC'
  | 'MB'
  | 'NB'
  | 'NL'
  | 'NS'
  | 'NT'
  | 'NU'
  | 'ON'
  | 'PE'
  | 'QC'
  | 'SK'
  | 'YT';

/** What each language calls it, and how it says that somebody is there. */
export type ProvinceWords = Readonly<Record<Province, { readonly name: string; readonly inIt: string }>>;

/** As databases of addresses write them, in English or in French. */
const written: Readonly<Record<Province, readonly string[]>> = {
  AB: ['Alberta'],
  BC: ['British Columbia', 'Colombie-Britannique'],
  MB: ['Manitoba'],
  NB: ['New Brunswick', 'Nouveau-Brunswick'],
  NL: ['Newfoundland and Labrador', 'Terre-Neuve-et-Labrador'],
  NS: ['Nova Scotia', 'Nouvelle-Écosse'],
  NT: ['Northwest Territories', 'Territoires du Nord-Ouest'],
  NU: ['Nunavut'],
  ON: ['Ontario'],
  PE: ['Prince Edward Island', 'Île-du-Prince-Édouard'],
  QC: ['Québec'],
  SK: ['Saskatchewan'],
  YT: ['Yukon'],
};

const plain = (text: string) => text.normalize('NFD').replace(/\P{L}/gu, '').toLowerCase();

const codes = new Map(
  // Its keys are the codes, all of them.
  (Object.entries(written) as [Province, readonly string[]][]).flatMap(([code, names]) =>
    [code, `CA-${code}`, ...names].map((name) => [plain(name), code] as const),
  ),
);

/** By its code or by a name, accents and capitals aside. */
export function provinceNamed(region: string): Province | 'another' {
  return codes.get(plain(region)) ?? 'another';
}
