import { counted, written } from './counted.ts';

const people = (count: number) => counted(count, 'personne', 'personnes');
const lines = (count: number) => counted(count, 'endroit', 'endroits');

export const places = {
  title: 'Tous les endroits',
  lead: 'Chaque ligne est un endroit d’où votre équipe a essayé d’entrer depuis 60\u00a0jours. Un endroit est autorisé quand toutes les personnes de la ligne peuvent y entrer.',
  hint: 'Cochez, puis choisissez Autoriser ou Retirer. Cela vaut pour les personnes de la ligne, à cet endroit, avec n’importe quel appareil. Le reste ne change pas.',
  search: 'Chercher une personne, un endroit, une ville',
  filter: 'Choisir les endroits à afficher',
  show: 'Afficher',
  showAll: 'Afficher tous les endroits',
  lists: 'Les deux listes',
  notAuthorized: (count: number) => `Non autorisés (${written.format(count)})`,
  authorized: (count: number) => `Autorisés (${written.format(count)})`,
  noneLeft: 'Aucun endroit n’attend d’autorisation.',
  noneYet: 'Aucun endroit n’est autorisé pour l’instant.',
  authorizeAll: (count: number) => `Tout autoriser (${written.format(count)})`,
  withdrawAll: (count: number) => `Tout retirer (${written.format(count)})`,
  andOthers: (names: string, count: number) =>
    `${names} et ${counted(count, 'autre personne', 'autres personnes')}`,
  names: (names: readonly string[]) => names.join(', '),
  and: (names: string, last: string) => `${names} et ${last}`,
  cityAndOwner: (city: string, owner: string) => `${city}, ${owner}`,
  seen: (when: string) => `vu ${when}`,
  kinds: { mobile: 'Réseau mobile', shared: 'Réseau partagé par beaucoup de monde' },
  waits: (count: number, total: number): string =>
    total === 1
      ? 'Doit attendre une autorisation'
      : count === total
        ? `Les ${people(total)} doivent attendre`
        : `${people(count)} sur ${written.format(total)} ${count < 2 ? 'doit' : 'doivent'} attendre`,
  /** Under an open padlock nobody waits yet. */
  wouldWait: (count: number, total: number): string =>
    total === 1
      ? 'Devrait attendre une autorisation'
      : count === total
        ? `Les ${people(total)} devraient attendre`
        : `${people(count)} sur ${written.format(total)} ${count < 2 ? 'devrait' : 'devraient'} attendre`,
  refused: (count: number, total: number): string =>
    total === 1
      ? 'Accès refusé ici'
      : `${people(count)} sur ${written.format(total)} ${count < 2 ? 'reçoit' : 'reçoivent'} un refus`,
  everyone: 'Tout le monde ici',
  own: 'Vous êtes ici en ce moment.',
  nothingToMove:
    'Rien à changer ici\u00a0: l’accès est «\u00a0Toujours\u00a0», l’appareil est perdu ou volé, ou l’application n’est pas pour ce rôle.',
  details: 'Qui, et avec quelle adresse',
  standings: {
    'let-in': 'peut entrer',
    always: 'peut toujours entrer (autorisation complète)',
    waits: 'doit attendre',
    refused: 'accès refusé ici',
    apart: 'appareil perdu ou volé, ou application réservée à un autre rôle',
  },
  standingsOpen: { waits: 'devrait attendre' },
  person: (name: string, standing: string) => `${name}\u00a0: ${standing}`,
  morePeople: (count: number) => `et ${counted(count, 'autre personne', 'autres personnes')}`,
  addresses: (list: string) => `Adresse du réseau\u00a0: ${list}`,
  moreAddresses: (list: string, count: number) =>
    `${list} et ${counted(count, 'autre adresse', 'autres adresses')}`,
  nameIt: 'Nommer cet endroit',
  change: 'Modifier cet endroit',
  linkAbout: (action: string, where: string) => `${action}\u00a0: ${where}`,
  since: (when: string) =>
    `Il y a beaucoup de connexions\u00a0: les listes s’arrêtent ${when}, et ne remontent pas plus loin.`,
  unobserved: (count: number): string =>
    count === 1
      ? 'Une personne s’est connectée sans que son adresse puisse être observée\u00a0: elle n’est sur aucune ligne, et aucun endroit ne peut l’autoriser.'
      : `${people(count)} se sont connectées sans que leur adresse puisse être observée\u00a0: elles ne sont sur aucune ligne, et aucun endroit ne peut les autoriser.`,
  padlockOpen:
    'Le cadenas est ouvert\u00a0: les autorisations ci-dessous s’appliqueront quand il sera fermé.',
  next: 'Voir les suivants',
  first: 'Revenir aux plus récents',
  nobodyTitle: 'Aucun endroit pour l’instant',
  nobody: 'Quand quelqu’un se connectera, l’endroit s’affichera ici.',
  nothingTitle: 'Aucun endroit ne correspond',
  nothing: 'Essayez un autre mot, ou effacez la recherche.',
  namedTitle: 'Endroits nommés',
  namedHint: 'Un endroit qui a un nom se reconnaît d’un coup d’œil, et s’autorise pour tout le monde.',
  namedNone: 'Aucun endroit n’a de nom pour l’instant.',
  add: 'Ajouter un endroit',
  toPlaces: 'Retour à tous les endroits',
};

/** What the last button did. */
export const placesSaid = {
  authorized: (count: number, who: number) =>
    `${lines(count)} ${count < 2 ? 'autorisé' : 'autorisés'}, pour ${people(who)}.`,
  withdrawn: (count: number, who: number) =>
    `${lines(count)} ${count < 2 ? 'n’est plus autorisé' : 'ne sont plus autorisés'}, pour ${people(who)}.`,
  stillStopped: (count: number) =>
    `${people(count)} ${count < 2 ? 'reste arrêtée' : 'restent arrêtées'}\u00a0: un refus plus large l’emporte sur votre autorisation. Ce refus se trouve parmi les refus de votre organisation.`,
  keptOwn: 'Votre propre accès ne change pas là où vous êtes en ce moment.',
  alreadySo: 'Rien n’a changé\u00a0: tout était déjà ainsi.',
  already:
    'Rien n’a changé\u00a0: c’était déjà annulé, quelqu’un l’a modifié depuis, ou il y a plus de 24\u00a0heures.',
  stale:
    'Rien n’a été enregistré\u00a0: quelqu’un a essayé d’entrer pendant que cette page était ouverte, et la liste n’est plus la même. Voici l’état actuel. Vérifiez, puis recommencez au besoin.',
  'place-added': 'L’endroit a un nom. Choisissez maintenant qui peut y entrer.',
  'place-changed': 'L’endroit est enregistré.',
  'place-removed': 'L’endroit est retiré, avec les autorisations et les refus qui le nommaient.',
  everyone: 'Tout le monde peut entrer d’ici, sauf ce qui est refusé.',
  'no-longer-everyone': 'Seules les personnes autorisées entrent d’ici.',
};

/** Naming a place, and changing it. */
export const place = {
  newTitle: 'Nommer un endroit',
  newLead:
    'Dites comment vous appelez cet endroit, et à quelles adresses on le reconnaît. Nommer un endroit n’autorise personne.',
  changeTitle: 'Nom et adresses',
  name: 'Nom',
  nameHint: 'Par exemple «\u00a0CPE Les Papillons\u00a0» ou «\u00a0Installation de Brossard\u00a0».',
  site: 'Installation',
  noSite: 'Toutes',
  ranges: 'Adresses du réseau',
  rangesHint:
    'Une par ligne\u00a0: 198.51.100.24, ou une plage comme 198.51.100.0/28. Votre fournisseur Internet vous dira lesquelles sont les vôtres.',
  circleTitle: 'Un cercle sur la carte',
  circleHint:
    'L’endroit approximatif d’une connexion doit tomber tout entier dans le cercle : un cercle étroit reconnaît rarement quelqu’un. Une adresse du réseau est plus sûre.',
  drawCircle: 'Ajouter un cercle sur la carte',
  noCircle: 'Retirer le cercle',
  now: (name: string, ranges: string) => `Actuellement : « ${name} »${ranges === '' ? '' : `, ${ranges}`}.`,
  save: 'Enregistrer',
  sure: 'C’est bien ce que je veux. Enregistrer quand même.',
  faultsTitle: 'L’endroit n’est pas encore enregistré.',
  faults: {
    'no-name': 'Donnez un nom à cet endroit.',
    'long-name': 'Ce nom est trop long\u00a0: 80\u00a0caractères au plus.',
    nowhere: 'Indiquez au moins une adresse, ou tracez un cercle.',
    'too-many-ranges': 'Il y a trop d’adresses\u00a0: 50 au plus.',
    circle: 'Le cercle est incomplet\u00a0: il faut un centre et un rayon.',
  },
  rangeFaults: {
    unreadable: (text: string) => `«\u00a0${text}\u00a0» n’est ni une adresse ni une plage d’adresses.`,
    'too-wide': (text: string) =>
      `«\u00a0${text}\u00a0» contient beaucoup trop d’adresses pour être votre service de garde\u00a0: presque n’importe qui s’y trouverait.`,
    'too-narrow': (text: string) =>
      `«\u00a0${text}\u00a0» est trop étroit\u00a0: de ces adresses, seule la première moitié est observée. Écrivez l’adresse seule, ou une plage qui finit par /64 ou moins.`,
  },
  doubtsTitle: 'Avant d’enregistrer, vérifiez ceci.',
  wide: (text: string, holds: number) =>
    `«\u00a0${text}\u00a0» contient ${written.format(holds)}\u00a0adresses. Un service de garde en a rarement plus d’une.`,
  shared: (text: string, owner: string) =>
    `«\u00a0${text}\u00a0» (${owner}) est partagé par des milliers de personnes\u00a0: vous ne nommez pas votre service de garde, mais tout ce monde.`,
  mobile: (text: string, owner: string) =>
    `«\u00a0${text}\u00a0» (${owner}) est un réseau de téléphones mobiles\u00a0: des milliers de personnes le partagent, où qu’elles soient.`,
  someOwner: 'fournisseur inconnu',
  grows: (authorizations: number, refusals: number): string => {
    const named = [
      ...(authorizations > 0 ? [counted(authorizations, 'autorisation', 'autorisations')] : []),
      ...(refusals > 0 ? [counted(refusals, 'refus', 'refus')] : []),
    ].join(' et ');
    return `L’endroit devient plus grand\u00a0: ${named} ${authorizations + refusals < 2 ? 'le nomme, et vaudra' : 'le nomment, et vaudront'} là aussi.`;
  },
  growsForEveryone:
    '«\u00a0Tout le monde ici\u00a0» en fait partie\u00a0: toute votre équipe pourra entrer de là, sauf ce qui est refusé.',
  holdsThereToo: 'Je veux que cela vaille là aussi.',
  people: 'Qui se connecte d’ici',
  peopleNone: 'Personne ne s’est connecté d’ici depuis 60\u00a0jours.',
  whoMay: 'Qui peut entrer d’ici',
  everyoneIs:
    'Tout le monde ici\u00a0: toutes les personnes de votre équipe entrent d’ici, sauf ce qui est refusé.',
  everyoneIsNot: 'Seules les personnes autorisées entrent d’ici.',
  letEveryoneIn: 'Autoriser tout le monde ici',
  endEveryone: 'Ne plus autoriser tout le monde ici',
  everyoneMeans:
    'Vaut aussi pour les personnes qui se joindront à votre équipe, avec n’importe quel appareil. Réservez-le à vos propres murs.',
  rules: 'Autorisations et refus qui nomment cet endroit',
  rulesNone: 'Aucune autorisation et aucun refus ne nomme cet endroit.',
  moreRules: (count: number) => `et ${counted(count, 'autre', 'autres')}.`,
  remove: 'Retirer cet endroit',
  removeTitle: (name: string) => `Retirer l’endroit «\u00a0${name}\u00a0»?`,
  removeMeans:
    'Le nom disparaît. Les connexions d’ici s’afficheront sous l’adresse de leur réseau. Vous pourrez annuler juste après.',
  removeEnds: 'Ceci prendra fin aussi\u00a0:',
  removeEndsNothing:
    'Aucune autorisation et aucun refus ne nomme cet endroit\u00a0: personne ne perd d’accès.',
};
