import type { Alias, Site } from './data.ts';

export interface Membership {
  readonly organization: Alias;
  readonly role: 'administration' | 'educator' | 'kitchen' | 'accounting';
  readonly jobTitle: string;
  readonly site: Site | 'none';
}

export interface Person {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly cell?: string;
  /** `known`: the demonstration says her password. The others are there for the history. */
  readonly password: 'known' | 'none';
  readonly addressProven: boolean;
  readonly membership: Membership | 'none';
}

const administration = (organization: Alias, jobTitle: string): Membership => ({
  organization,
  role: 'administration',
  jobTitle,
  site: 'none',
});
const educator = (organization: Alias, site: Site, jobTitle = 'éducatrice'): Membership => ({
  organization,
  role: 'educator',
  jobTitle,
  site,
});

export const sylviesAddress = 'sylvie.gagnon@papillons.test';

/** The people of the story, in the order in which the demonstration shows them. */
const main: readonly Person[] = [
  {
    email: sylviesAddress,
    givenName: 'Sylvie',
    familyName: 'Gagnon',
    cell: '+15145550101',
    password: 'known',
    addressProven: false,
    membership: administration('papillons', 'directrice'),
  },
  {
    email: 'marc.roy@papillons.test',
    givenName: 'Marc',
    familyName: 'Roy',
    password: 'known',
    addressProven: false,
    membership: administration('papillons', 'directeur adjoint'),
  },
  {
    email: 'julie.tremblay@papillons.test',
    givenName: 'Julie',
    familyName: 'Tremblay',
    password: 'known',
    addressProven: false,
    membership: educator('papillons', 'longueuil'),
  },
  {
    email: 'nadia.benali@papillons.test',
    givenName: 'Nadia',
    familyName: 'Benali',
    password: 'known',
    addressProven: true,
    membership: educator('papillons', 'longueuil'),
  },
  {
    email: 'olivier.cote@exemple.test',
    givenName: 'Olivier',
    familyName: 'Côté',
    password: 'known',
    addressProven: true,
    membership: 'none',
  },
  {
    email: 'pierre.lavoie@arcenciel.test',
    givenName: 'Pierre',
    familyName: 'Lavoie',
    password: 'known',
    addressProven: false,
    membership: administration('arcenciel', 'directeur'),
  },
];

const colleague = (email: string, givenName: string, familyName: string, membership: Membership): Person => ({
  email,
  givenName,
  familyName,
  password: 'none',
  addressProven: false,
  membership,
});

const colleagues: readonly Person[] = [
  colleague('chantal.bouchard@papillons.test', 'Chantal', 'Bouchard', educator('papillons', 'longueuil')),
  colleague('isabelle.pelletier@papillons.test', 'Isabelle', 'Pelletier', educator('papillons', 'longueuil')),
  colleague('fatou.diallo@papillons.test', 'Fatou', 'Diallo', educator('papillons', 'longueuil')),
  colleague('melissa.fortin@papillons.test', 'Mélissa', 'Fortin', educator('papillons', 'brossard')),
  colleague('genevieve.lapointe@papillons.test', 'Geneviève', 'Lapointe', educator('papillons', 'brossard')),
  colleague('samuel.caron@papillons.test', 'Samuel', 'Caron', educator('papillons', 'brossard', 'éducateur')),
  colleague('thi-lan.nguyen@papillons.test', 'Thi Lan', 'Nguyen', {
    organization: 'papillons',
    role: 'kitchen',
    jobTitle: 'responsable de l’alimentation',
    site: 'longueuil',
  }),
  colleague('daniel.bergeron@papillons.test', 'Daniel', 'Bergeron', {
    organization: 'papillons',
    role: 'accounting',
    jobTitle: 'commis comptable',
    site: 'longueuil',
  }),
  colleague('annie.girard@arcenciel.test', 'Annie', 'Girard', educator('arcenciel', 'rosemont')),
  colleague('karine.ouellet@arcenciel.test', 'Karine', 'Ouellet', educator('arcenciel', 'rosemont')),
  colleague('rosa.hernandez@arcenciel.test', 'Rosa', 'Hernández', educator('arcenciel', 'rosemont')),
  colleague(
    'etienne.poirier@arcenciel.test',
    'Étienne',
    'Poirier',
    educator('arcenciel', 'rosemont', 'éducateur'),
  ),
  colleague('louise.desjardins@arcenciel.test', 'Louise', 'Desjardins', {
    organization: 'arcenciel',
    role: 'kitchen',
    jobTitle: 'cuisinière',
    site: 'rosemont',
  }),
];

export const people: readonly Person[] = [...main, ...colleagues];
