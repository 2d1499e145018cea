import type { MarkerTone } from '../../parts/map/model.ts';

const written = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 2 });

/** « 300 m », « 2 km ». */
const distance = (meters: number) =>
  meters < 1000 ? `${written.format(meters)}\u00a0m` : `${written.format(meters / 1000)}\u00a0km`;

const tones: Readonly<Record<MarkerTone, string>> = {
  authorized: 'Autorisé',
  'not-authorized': 'Non autorisé',
  neutral: '',
};

export const map = {
  approximate: 'Approximatif, d’après le réseau',
  named: 'Les endroits nommés sont tracés comme vous les avez donnés.',
  described: (markers: number, circles: number): string =>
    markers + circles === 0
      ? 'Carte du sud du Québec.'
      : markers > 0
        ? 'Carte approximative. La liste qui suit dit la même chose.'
        : 'Carte approximative, avec un cercle.',
  onlyFirst: (count: number) => `Seuls les ${count} premiers endroits de la liste sont sur la carte.`,
  list: 'Endroits de la carte',
  tones,
  here: 'Cette connexion',
  within: (kilometers: number) => `à environ ${distance(kilometers * 1000)} près`,
  distance,
  exonyms: {
    'New York City': 'New York',
    London: 'Londres',
    Köln: 'Cologne',
    Hamburg: 'Hambourg',
    Geneva: 'Genève',
    Tehran: 'Téhéran',
    'Santo Domingo': 'Saint-Domingue',
    Beijing: 'Pékin',
    Moscow: 'Moscou',
    'Mexico City': 'Mexico',
    Algiers: 'Alger',
    Cairo: 'Le Caire',
    Barcelona: 'Barcelone',
    Lisbon: 'Lisbonne',
    Brussels: 'Bruxelles',
    Havana: 'La Havane',
    Philadelphia: 'Philadelphie',
    Edinburgh: 'Édimbourg',
    Vienna: 'Vienne',
    Warsaw: 'Varsovie',
    Copenhagen: 'Copenhague',
    Athens: 'Athènes',
    Beirut: 'Beyrouth',
    Damascus: 'Damas',
    Sevilla: 'Séville',
    Valencia: 'Valence',
    Bucharest: 'Bucarest',
    Seoul: 'Séoul',
    Manila: 'Manille',
    Singapore: 'Singapour',
  } as Readonly<Record<string, string>>,
};

export const circle = {
  address: 'Adresse ou municipalité',
  addressHint: 'Par exemple «\u00a0Longueuil\u00a0» ou «\u00a045.5312, -73.5185\u00a0».',
  find: 'Trouver',
  foundMunicipality: (label: string, precision: string) =>
    `Nous avons trouvé ${label}\u00a0: précision d’environ ${precision}. Ajustez le centre au besoin.`,
  foundCoordinates: 'Le centre est à ces coordonnées.',
  foundNothing:
    'Nous n’avons pas trouvé cet endroit. Essayez avec une municipalité ou des coordonnées. Aucune adresse n’est envoyée à un autre service.',
  others: 'Ou plutôt',
  here: 'Partir de l’endroit où je suis',
  move: 'Déplacer le centre',
  moves: { north: 'Nord', west: 'Ouest', east: 'Est', south: 'Sud' },
  coordinates: 'Coordonnées',
  latitude: 'Latitude',
  longitude: 'Longitude',
  radius: 'Rayon, en mètres',
  radiusRange: 'Rayon',
  draw: 'Redessiner la carte',
  mapTitle: 'Cercle de l’endroit',
  handle: 'Centre du cercle. Les flèches du clavier le déplacent.',
  sketch: 'Tracé simplifié\u00a0: les rives ne sont pas exactes et les rues n’y sont pas.',
  touch: 'Touchez la carte pour déplacer le cercle.',
  faults: {
    latitude: 'La latitude va de -90 à 90, par exemple 45,5312.',
    longitude: 'La longitude va de -180 à 180, par exemple -73,5185.',
    radius: 'Le rayon va de 50 à 100\u00a0000\u00a0mètres.',
  },
};
