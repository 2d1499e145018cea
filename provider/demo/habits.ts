import {
  arcenciel,
  clock,
  evening,
  type Habit,
  leaving,
  morning,
  nap,
  opening,
  papillons,
  parent,
} from './habit.ts';
import type { BrowserKey } from './machines.ts';

/** Who comes when, with what, from where. */
export const habits: readonly Habit[] = [
  ...papillons(
    'sylvie.gagnon',
    { browser: 'sylvieOffice', network: 'longueuil' },
    [opening, 0.9],
    [nap, 0.5],
  ),
  ...papillons('sylvie.gagnon', { browser: 'sylvieOffice', network: 'longueuil', application: 'reglages' }, [
    morning,
    0.4,
  ]),
  ...papillons('sylvie.gagnon', { browser: 'sylviePhone', network: 'sylvieHome', application: 'reglages' }, [
    evening,
    0.3,
  ]),
  ...papillons('marc.roy', { browser: 'marcLaptop', network: 'longueuil' }, [opening, 0.5], [nap, 0.3]),
  ...papillons('marc.roy', { browser: 'marcLaptop', network: 'brossard' }, [morning, 0.4]),
  ...papillons('marc.roy', { browser: 'marcPhone', network: 'marcHome', application: 'reglages' }, [
    evening,
    0.25,
  ]),
  ...papillons(
    'julie.tremblay',
    { browser: 'nurseryTablet', network: 'longueuil' },
    [opening, 0.9],
    [nap, 0.5],
  ),
  ...papillons(
    'julie.tremblay',
    { browser: 'juliePhone', network: 'longueuil', application: 'amisgest-mobile' },
    [leaving, 0.3],
  ),
  ...papillons(
    'nadia.benali',
    { browser: 'nurseryTablet', network: 'longueuil' },
    [morning, 0.8],
    [leaving, 0.5],
  ),
  ...papillons(
    'isabelle.pelletier',
    { browser: 'nurseryTablet', network: 'longueuil' },
    [nap, 0.6],
    [leaving, 0.4],
  ),
  ...papillons(
    'chantal.bouchard',
    { browser: 'preschoolTablet', network: 'longueuil' },
    [opening, 0.9],
    [nap, 0.6],
  ),
  ...papillons(
    'fatou.diallo',
    { browser: 'preschoolTablet', network: 'longueuil' },
    [morning, 0.8],
    [leaving, 0.6],
  ),
  ...papillons(
    'melissa.fortin',
    { browser: 'brossardTablet', network: 'brossard' },
    [opening, 0.9],
    [nap, 0.5],
  ),
  ...papillons(
    'genevieve.lapointe',
    { browser: 'brossardTablet', network: 'brossard' },
    [morning, 0.8],
    [leaving, 0.5],
  ),
  ...papillons(
    'samuel.caron',
    { browser: 'brossardTablet', network: 'brossard' },
    [nap, 0.6],
    [leaving, 0.5],
  ),
  ...papillons('thi-lan.nguyen', { browser: 'kitchenTablet', network: 'longueuil' }, [opening, 0.8]),
  ...papillons(
    'daniel.bergeron',
    { browser: 'danielLaptop', network: 'longueuil', application: 'amisgest-bureau' },
    [morning, 0.6],
  ),
  ...papillons(
    'daniel.bergeron',
    { browser: 'danielLaptop', network: 'danielHome', application: 'amisgest-bureau' },
    [evening, 0.2],
  ),
  // New since the padlock was closed: these ask.
  ...papillons(
    'chantal.bouchard',
    { browser: 'chantalPhone', network: 'longueuil', application: 'amisgest-mobile' },
    [leaving, 0.9],
  ).map((habit) => ({ ...habit, since: 6 })),
  ...papillons('genevieve.lapointe', { browser: 'genevieveLaptop', network: 'genevieveHome' }, [
    evening,
    1,
  ]).map((habit) => ({ ...habit, days: 'every-day' as const, since: 4, until: 3 })),
  ...papillons('marc.roy', { browser: 'stranger', network: 'elsewhere' }, [
    [clock(21, 12), clock(21, 19)],
    1,
  ]).map((habit) => ({ ...habit, days: 'every-day' as const, since: 5, until: 5 })),
  ...arcenciel('pierre.lavoie', { browser: 'pierreOffice', network: 'rosemont' }, [opening, 0.9], [nap, 0.5]),
  ...arcenciel('pierre.lavoie', { browser: 'pierrePhone', network: 'pierreHome', application: 'reglages' }, [
    evening,
    0.3,
  ]),
  ...arcenciel('annie.girard', { browser: 'rainbowTablet', network: 'rosemont' }, [opening, 0.9], [nap, 0.4]),
  ...arcenciel(
    'karine.ouellet',
    { browser: 'rainbowTablet', network: 'rosemont' },
    [morning, 0.8],
    [leaving, 0.5],
  ),
  ...arcenciel(
    'rosa.hernandez',
    { browser: 'rainbowTablet', network: 'rosemont' },
    [nap, 0.7],
    [leaving, 0.6],
  ),
  ...arcenciel(
    'etienne.poirier',
    { browser: 'etiennePhone', network: 'mobile', application: 'amisgest-mobile' },
    [opening, 0.7],
  ),
  ...arcenciel('louise.desjardins', { browser: 'rainbowKitchen', network: 'rosemont' }, [morning, 0.7]),
  parent('olivier.cote@exemple.test', 'olivierPhone', 'portail-parents', 0.5),
  parent('olivier.cote@exemple.test', 'olivierLaptop', 'journal-de-bord', 0.2),
  parent('nadia.benali@papillons.test', 'nadiaPhone', 'cahier-de-communication', 0.4),
];

/** Whoever uses this browser is not who they say: the answer was no. */
export const refusedBrowser: BrowserKey = 'stranger';
