/** Everyone and everything that the demonstration invents. Addresses end in `.test` or `exemple.test`: no mail can reach anybody. */

export const demoPassword = 'Cadenas-2026';
export const timeZone = 'America/Toronto';

export type Alias = 'papillons' | 'arcenciel';
export type Site = 'longueuil' | 'brossard' | 'rosemont';

export const organizations: readonly {
  readonly alias: Alias;
  readonly name: string;
  readonly padlock: 'open' | 'closed';
  readonly sites: readonly { readonly key: Site; readonly name: string; readonly onCallPhone: string }[];
}[] = [
  {
    alias: 'papillons',
    name: 'CPE Les Papillons',
    padlock: 'closed',
    sites: [
      { key: 'longueuil', name: 'Longueuil', onCallPhone: '+14505550123' },
      { key: 'brossard', name: 'Brossard', onCallPhone: '+14505550124' },
    ],
  },
  {
    alias: 'arcenciel',
    name: 'Garderie L’Arc-en-ciel',
    padlock: 'open',
    sites: [{ key: 'rosemont', name: 'Rosemont', onCallPhone: '+15145550140' }],
  },
];

/** Given name, family name, addresses of the parents. */
type Child = readonly [givenName: string, familyName: string, ...parents: string[]];

export const children: Readonly<Record<Alias, readonly Child[]>> = {
  papillons: [
    ['Inès', 'Benali', 'nadia.benali@papillons.test'],
    ['Léa', 'Côté-Morin', 'olivier.cote@exemple.test', 'catherine.morin@exemple.test'],
    ['Thomas', 'Bélanger', 'melanie.belanger@exemple.test'],
    ['Zoé', 'Gauthier', 'francis.gauthier@exemple.test'],
    ['Adam', 'Traoré', 'awa.traore@exemple.test'],
    ['Florence', 'Leblanc', 'julien.leblanc@exemple.test', 'sara.leblanc@exemple.test'],
  ],
  arcenciel: [
    ['Émile', 'Côté-Morin', 'olivier.cote@exemple.test', 'catherine.morin@exemple.test'],
    ['Rosalie', 'Simard', 'vincent.simard@exemple.test'],
    ['Noah', 'Lefebvre', 'audrey.lefebvre@exemple.test'],
    ['Mila', 'Santos', 'camila.santos@exemple.test'],
  ],
};
