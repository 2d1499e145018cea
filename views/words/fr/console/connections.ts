import { countConnections, counted, written } from './counted.ts';

export const connections = {
  title: 'Connexions',
  closed: 'Cadenas fermé',
  closedMeans: 'Seules les connexions autorisées passent.',
  open: 'Cadenas ouvert',
  openUntil: (until: string) => `Cadenas ouvert ${until}`,
  openMeans: 'Tout le monde peut entrer; chaque connexion est notée.',
  closesByItself: 'Il se refermera tout seul.',
  counts: (people: number, seen: number, toCheck: number) =>
    `${counted(people, 'personne', 'personnes')}, ${countConnections(seen)}, ${
      toCheck === 0 ? 'rien' : written.format(toCheck)
    }\u00a0à\u00a0vérifier.`,
  toCheck: (count: number) => `${written.format(count)}\u00a0à\u00a0vérifier`,
  onlyToCheck:
    'Voici les connexions à vérifier\u00a0: leur dernière tentative n’est pas passée, depuis 60\u00a0jours ou moins. «\u00a0Prochaine fois\u00a0» dit ce qui se passerait maintenant.',
  checklist: 'Avant de fermer le cadenas',
  waiting: 'En attente',
  results: {
    closed: 'Le cadenas est fermé. Toutes les personnes qui ont le rôle Administration sont avisées.',
    opened: 'Le cadenas est ouvert. Toutes les personnes qui ont le rôle Administration sont avisées.',
    'already-closed': 'Le cadenas était déjà fermé.',
    'already-open': 'Le cadenas était déjà ouvert jusqu’à nouvel ordre.',
  },
  toOpen: 'Ouvrir le cadenas',
  toClose: 'Fermer le cadenas',
  filter: 'Choisir les connexions à afficher',
  application: 'Application',
  everyApplication: 'Toutes',
  period: 'Période',
  periods: {
    today: 'Aujourd’hui',
    '7-days': 'Depuis 7\u00a0jours',
    '30-days': 'Depuis 30\u00a0jours',
    all: 'Tout',
  },
  search: 'Chercher une personne, un endroit, une ville',
  show: 'Afficher',
  list: 'Les connexions, la plus récente en premier',
  person: 'Personne',
  usedWith: 'Appareil et navigateur',
  from: 'Endroit',
  lastAttempt: 'Dernière tentative',
  standing: 'Prochaine fois',
  more: 'Détails',
  seeWhere: (name: string) => `Endroits et autorisations\u00a0: ${name}`,
  next: 'Voir les suivantes',
  first: 'Revenir aux plus récentes',
  nobodyTitle: 'Personne ne s’est encore connecté',
  nobody: 'Chaque connexion s’affichera ici, avec l’appareil, l’endroit et l’heure.',
  nothingTitle: 'Aucune connexion ne correspond',
  nothing: 'Essayez une autre période ou une autre application, ou effacez la recherche.',
  showAll: 'Afficher toutes les connexions',
  neverTitle: 'Jamais de connexion',
  never: (count: number): string =>
    count === 1
      ? 'Cette personne fait partie de l’équipe, mais ne s’est jamais connectée.'
      : 'Ces personnes font partie de l’équipe, mais ne se sont jamais connectées.',
  newsOne: 'Une nouvelle tentative',
  newsMany: (count: string) => `${count} nouvelles tentatives`,
};

export const standings = {
  authorized: 'Autorisée',
  'not-authorized': 'Non autorisée',
  refused: 'Refusée',
  open: 'Entrée libre',
};
