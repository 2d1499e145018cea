import { sentenceOf } from '../../names.ts';
import { counted, written } from './counted.ts';

const list = (names: readonly string[]) => sentenceOf(names, ', ', ' et ');

/** « Autorisations et refus »: every rule, and the form of one. */
export const rules = {
  title: 'Autorisations et refus',
  lead: 'Une autorisation laisse entrer. Un refus l’emporte sur une autorisation, sauf pour qui a l’accès «\u00a0Toujours\u00a0».',
  padlockOpen:
    'Le cadenas est ouvert\u00a0: ces autorisations et ces refus s’appliqueront quand il sera fermé.',
  add: 'Ajouter une autorisation ou un refus',
  filter: 'Choisir ce qui s’affiche',
  show: 'Afficher',
  shows: {
    living: 'Tout ce qui est en vigueur',
    allow: 'Autorisations',
    deny: 'Refus',
    ending: 'Fin prévue d’ici 14\u00a0jours',
    ended: 'Fin depuis 30\u00a0jours ou moins',
  },
  search: 'Personne, endroit ou appareil',
  find: 'Chercher',
  count: (number: number) => `${counted(number, 'résultat', 'résultats')}.`,
  countMore: (number: number) => `Plus de ${written.format(number)}\u00a0résultats.`,
  effects: { allow: 'Autorisation', deny: 'Refus' },
  over: { allow: 'Autorisation terminée', deny: 'Refus terminé' },
  origins: {
    approval: 'Demande autorisée',
    refusal: 'Demande refusée',
    'first-closing': 'Première fermeture du cadenas',
    arrow: 'Choix dans une liste de connexions',
    console: 'Ajout dans cette page',
    unknown: 'Origine inconnue',
  },
  by: (name: string) => `par ${name}`,
  endedAt: (when: string) => `Fin\u00a0: ${when}`,
  next: 'Voir la suite',
  first: 'Revenir au début',
  noneTitle: 'Rien pour l’instant',
  none: 'Les autorisations et les refus s’ajoutent ici quand vous répondez à une demande, quand le cadenas se ferme la première fois, ou quand vous en ajoutez.',
  nothingTitle: 'Rien ne correspond',
  nothing: 'Essayez un autre choix, ou effacez la recherche.',
  showAll: 'Afficher tout ce qui est en vigueur',
  results: {
    added: 'C’est enregistré. C’est en vigueur maintenant.',
    changed: 'Le changement est enregistré. Il est en vigueur maintenant.',
    ended: 'C’est retiré, et plus en vigueur.',
    undone: 'C’est annulé\u00a0: tout est comme avant.',
    'locks-out':
      'Rien n’a changé\u00a0: plus personne avec le rôle Administration n’aurait pu entrer. Autorisez d’abord une autre personne qui a ce rôle.',
    'locks-you-out':
      'Rien n’a changé\u00a0: vous ne pourriez plus entrer d’ici avec cet appareil. Une autre personne de la direction peut le faire.',
    'not-seen':
      'Pas encore enregistré\u00a0: un champ a changé depuis l’aperçu. Relisez ce qui suit, puis enregistrez.',
    'nothing-new': 'Rien n’a changé\u00a0: c’est déjà ce qui est en vigueur.',
  },
  newTitle: 'Ajouter une autorisation ou un refus',
  changeTitle: 'Modifier',
  overTitle: 'Autorisation ou refus terminé',
  back: 'Retour aux autorisations et aux refus',
  isOver: 'C’est terminé\u00a0: il n’y a plus rien à modifier.',
  anew: 'Reprendre ce que vous aviez rempli, comme un ajout',
  retire: { allow: 'Retirer cette autorisation', deny: 'Retirer ce refus' },
  retireHint: 'La fin est immédiate. Vous pourrez annuler juste après.',
};

/** The form. */
export const ruleForm = {
  effect: 'Que voulez-vous faire?',
  effects: {
    allow: { name: 'Autoriser', means: 'Laisser entrer sans demander.' },
    deny: { name: 'Refuser', means: 'Ne pas laisser entrer, même s’il y a une autorisation.' },
  },
  person: 'Qui?',
  everyone: 'Tout le monde',
  machine: 'Avec quoi?',
  anyMachine: 'N’importe quel appareil',
  hers: 'Ses appareils et navigateurs',
  named: 'Les appareils qui ont un nom',
  kept: 'Comme maintenant',
  seen: (what: string, when: string) => `${what} (vu ${when})`,
  showMachines: 'Montrer ses appareils',
  machineHint: 'Choisissez d’abord une personne, puis «\u00a0Montrer ses appareils\u00a0».',
  place: 'D’où?',
  anywhere: 'De n’importe où',
  until: 'Jusqu’à quand?',
  untilHint: 'Jusqu’à la fin de cette journée. Laissez vide pour ne pas fixer de fin.',
  date: 'Date',
  time: 'Heure (facultatif)',
  hours: 'À certaines heures seulement',
  hoursHint: (zone: string) =>
    `À l’heure de votre organisation (${zone}). Sans heures, c’est toute la journée. Une fin plus tôt que le début tombe le lendemain.`,
  span: (number: number) => `Plage ${number}`,
  from: 'De',
  to: 'À',
  days: { mon: 'Lun', tue: 'Mar', wed: 'Mer', thu: 'Jeu', fri: 'Ven', sat: 'Sam', sun: 'Dim' },
  dayNames: {
    mon: 'lundi',
    tue: 'mardi',
    wed: 'mercredi',
    thu: 'jeudi',
    fri: 'vendredi',
    sat: 'samedi',
    sun: 'dimanche',
  },
  addSpan: 'Ajouter une plage',
  more: 'Plus de précisions',
  role: 'Rôle',
  anyRole: 'N’importe quel rôle',
  application: 'Application',
  anyApplication: 'Toutes les applications',
  deviceKind: 'Sorte d’appareil',
  anyKind: 'N’importe laquelle',
  browserFamily: 'Navigateur',
  anyFamily: 'N’importe lequel',
  network: 'Réseau',
  networkHint: 'Une adresse ou une plage d’adresses, par exemple 192.0.2.0/24.',
  region: 'Province ou région',
  anyRegion: 'N’importe laquelle',
  country: 'Pays',
  anyCountry: 'N’importe lequel',
  begins: 'À partir de quand?',
  beginsHint: 'Laissez vide pour commencer tout de suite.',
  preview: 'Voir ce que ça change',
  save: 'Enregistrer',
  gone: 'Ce choix n’existe plus',
  faults: {
    gone: 'Ce choix n’existe pas, ou n’existe plus. Choisissez-en un autre.',
    'no-effect': 'Choisissez d’abord entre une autorisation et un refus.',
    network: 'Ce n’est pas une adresse ni une plage d’adresses. Exemple\u00a0: 192.0.2.0/24.',
    'narrow-network': 'Cette plage est trop petite pour être observée. Allez jusqu’à /64.',
    'no-days': 'Cochez au moins un jour pour chaque plage.',
    'no-time': 'Indiquez les deux heures de la plage, comme 6\u00a0h\u00a030, ou aucune.',
    'no-length': 'La plage commence et finit à la même heure. Changez l’une des deux.',
    date: 'Cette date ou cette heure n’existe pas.',
    over: 'Cette fin est déjà passée. Choisissez une date à venir.',
    order: 'La fin doit venir après le début.',
    everyone: 'Cochez la case pour confirmer que vous le voulez aussi large.',
  },
  faultsTitle: 'Il reste quelque chose à corriger.',
  fault: (field: string, fault: string) => `${field.replace(/\?$/, '')}\u00a0: ${fault}`,
};

/** What would be written, and what it would have changed. */
export const rulePreview = {
  title: 'Ce qui sera enregistré',
  changesTitle: 'Ce que ça change',
  asIf: 'Si le cadenas avait été fermé depuis 30\u00a0jours\u00a0:',
  nothing: 'Rien n’aurait été différent.',
  noHistory: 'Personne ne s’est connecté depuis 30\u00a0jours\u00a0: on ne peut rien prévoir.',
  letIn: (count: number) =>
    count === 1
      ? 'Une connexion serait passée sans attendre.'
      : `${counted(count, 'connexion', 'connexions')} seraient passées sans attendre.`,
  stopped: (count: number) =>
    count === 1
      ? 'Une connexion aurait été arrêtée.'
      : `${counted(count, 'connexion', 'connexions')} auraient été arrêtées.`,
  times: (count: number) => `${written.format(count)}\u00a0fois`,
  outcomes: { ask: 'aurait eu à attendre', deny: 'aurait reçu un refus' },
  others: (count: number) => `Et ${counted(count, 'autre', 'autres')}.`,
  warnings: {
    'needs-key':
      'Sans endroit ni réseau, cette autorisation vaut seulement pour un navigateur qui prouve que c’est bien lui (par sa clé). Les autres devront attendre. Pour l’éviter, choisissez un endroit.',
    'own-connection': 'Ce refus arrête aussi la connexion que vous utilisez en ce moment.',
    'wide-network':
      'Ce réseau compte un très grand nombre d’adresses\u00a0: presque n’importe qui peut s’y trouver.',
    'padlock-open':
      'Le cadenas est ouvert\u00a0: tout le monde entre. Ceci s’appliquera quand il sera fermé.',
    'always-refused': (names: readonly string[]) =>
      `Ce refus n’arrête pas les personnes dont l’accès est «\u00a0Toujours\u00a0»\u00a0: ${list(names)}.`,
    'always-allowed': (names: readonly string[]) =>
      `L’accès est déjà «\u00a0Toujours\u00a0»\u00a0: ${list(names)}. Cette autorisation n’ajoute rien pour l’instant.`,
    'never-allowed': (names: readonly string[]) =>
      `L’accès est retiré\u00a0: ${list(names)}. Cette autorisation ne laissera pas entrer tant que l’accès est retiré.`,
  },
  everyone: 'Je sais que c’est très large, et je le veux ainsi.',
};
