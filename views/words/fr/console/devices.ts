import { counted, written } from './counted.ts';

/** « Appareils »: what people sign in with. */
export const devices = {
  title: 'Appareils',
  lead: 'Chaque appareil qui a servi à se connecter ici. Un navigateur que personne n’a relié compte pour un appareil.',
  filter: 'Choisir les appareils à afficher',
  show: 'Afficher',
  shown: {
    all: (count: number) => `Tous (${written.format(count)})`,
    shared: (count: number) => `Partagés (${written.format(count)})`,
    stolen: (count: number) => `Perdus ou volés (${written.format(count)})`,
  },
  which: 'Appareils',
  search: 'Chercher un appareil ou une personne',
  list: 'Les appareils, le dernier utilisé en premier',
  device: 'Appareil',
  people: 'Qui l’utilise',
  where: 'Dernier endroit',
  lastUsed: 'Dernière utilisation',
  marks: 'À noter',
  otherPeople: (count: number) =>
    count === 1 ? 'une autre personne' : `${written.format(count)} autres personnes`,
  nobody: 'plus personne',
  never: 'jamais',
  browsers: (count: number) => counted(count, 'navigateur', 'navigateurs'),
  shared: 'Partagé',
  stolen: 'Perdu ou volé',
  next: 'Voir les suivants',
  first: 'Revenir aux plus récents',
  noneTitle: 'Aucun appareil pour l’instant',
  none: 'Chaque appareil s’affichera ici dès la première connexion.',
  nothingTitle: 'Aucun appareil ne correspond',
  nothing: 'Essayez un autre nom, ou effacez la recherche.',
  showAll: 'Afficher tous les appareils',

  back: 'Retour aux appareils',
  own: 'C’est l’appareil que vous utilisez en ce moment.',
  what: 'Cet appareil',
  name: 'Nom',
  nameHint: 'Par exemple\u00a0: iPad des Coccinelles.',
  kind: 'Genre d’appareil',
  kinds: {
    phone: 'Téléphone',
    tablet: 'Tablette',
    computer: 'Ordinateur',
    unknown: 'Comme il a été reconnu',
  },
  save: 'Enregistrer',
  sharing: 'Plusieurs personnes l’utilisent',
  sharedMeans:
    'Sur un appareil partagé, la session se ferme après 15\u00a0minutes sans activité ou avec le navigateur, et chaque connexion demande «\u00a0Continuer comme…\u00a0» ou «\u00a0Quelqu’un d’autre\u00a0».',
  isShared: 'Cet appareil est marqué comme partagé.',
  isNotShared: 'Cet appareil n’est pas marqué comme partagé.',
  share: 'Marquer comme partagé',
  unshare: 'Ne plus marquer comme partagé',
  proposals: {
    'several-people':
      'Au moins trois personnes ont utilisé cet appareil depuis 30\u00a0jours. Est-il partagé? Les sessions y seraient plus courtes.',
    tablet:
      'Une tablette sert souvent à plusieurs personnes. Est-elle partagée? Les sessions y seraient plus courtes.',
  },
  linked: 'Navigateurs de cet appareil',
  usedLast: (when: string) => `utilisé ${when}`,
  ownBrowser: 'celui que vous utilisez',
  separate: 'Séparer ce navigateur',
  separateOf: (browser: string) => `Séparer ce navigateur\u00a0: ${browser}`,
  separateMeans:
    'Un navigateur séparé redevient un appareil à lui seul. Les autorisations et les refus donnés à l’appareil restent à l’appareil; les marques «\u00a0partagé\u00a0» et «\u00a0perdu ou volé\u00a0» le suivent.',
  join: 'C’est le même appareil qu’un autre…',
  joinMeans:
    'Deux navigateurs de la même machine comptent d’abord pour deux appareils. Réunissez-les\u00a0: ce que vous autorisez vaut alors pour les deux.',
  users: 'Qui l’a utilisé',
  usersNone: 'Plus personne\u00a0: les comptes qui l’ont utilisé n’existent plus.',
  moreUsers: (count: number) => `Et ${counted(count, 'autre personne', 'autres personnes')}.`,
  stolenSince: (when: string) => `Signalé perdu ou volé ${when}`,
  stolenMeans: 'Il est refusé partout, même quand le cadenas est ouvert.',
  found: 'Il est retrouvé',
  foundMeans:
    'Une fois retrouvé, il est ce qu’il était\u00a0: ses autorisations et ses refus s’appliquent de nouveau. Ce qui a pris fin ne reprend pas.',
  lost: 'Perdu ou volé',
  lostMeans: 'Signalez-le\u00a0: les connexions en cours prennent fin tout de suite.',
  report: 'Signaler perdu ou volé…',

  joinTitle: 'Quel autre appareil est-ce?',
  joinLead: (device: string) => `Choisissez l’appareil qui est la même machine que «\u00a0${device}\u00a0».`,
  joinEffects: [
    'Les navigateurs, les autorisations et les refus de l’appareil choisi deviennent ceux de celui-ci.',
    'Le nom et le genre de celui-ci restent.',
    'Si l’un des deux est partagé, ou perdu ou volé, l’appareil réuni l’est aussi.',
  ],
  joinNone: 'Aucun autre appareil ne correspond.',
  joinChoose: 'Choisissez d’abord un appareil.',
  joinNow: 'C’est le même appareil',
  joinOthers: 'Autres appareils',

  lostTitle: (device: string) => `Signaler «\u00a0${device}\u00a0» perdu ou volé?`,
  lostEffects: [
    'Les connexions en cours sur cet appareil prennent fin tout de suite.',
    'L’appareil est refusé partout, même quand le cadenas est ouvert et pour les personnes dont l’accès est «\u00a0Toujours\u00a0».',
    'Les demandes en attente qui viennent de cet appareil sont annulées.',
    'Si vous le retrouvez, vous pourrez le dire ici\u00a0: il redeviendra ce qu’il était.',
  ],
  lostPeople: (people: string) => `Utilisé par ${people}`,
  lostOwn:
    'Attention\u00a0: c’est l’appareil que vous utilisez en ce moment. Dès que vous confirmerez, vous n’aurez plus accès à Réglages d’ici; il vous faudra un autre appareil autorisé.',
  joinStolenTitle: 'Réunir avec un appareil perdu ou volé?',
  joinStolen:
    'L’un des deux est signalé perdu ou volé\u00a0: une fois réunis, ils sont refusés tous les deux.',
  reportNow: 'Signaler perdu ou volé',
  reportOwn: 'Signaler, et perdre l’accès d’ici',

  done: {
    described: 'C’est enregistré.',
    shared: 'L’appareil est marqué comme partagé. C’est en vigueur maintenant.',
    'not-shared': 'L’appareil n’est plus marqué comme partagé.',
    joined: 'C’est le même appareil\u00a0: ses navigateurs sont réunis.',
    separated:
      'Le navigateur est séparé. Les autorisations et les refus donnés à l’appareil restent à l’appareil.',
    stolen:
      'L’appareil est signalé perdu ou volé. Les connexions en cours ont pris fin; il est refusé partout.',
    found: 'L’appareil est retrouvé\u00a0: il est ce qu’il était.',
    undone: 'C’est annulé\u00a0: tout est comme avant.',
    'locks-out':
      'Rien n’a changé\u00a0: plus personne avec le rôle Administration n’aurait pu entrer. Autorisez d’abord une autre connexion d’une personne qui a ce rôle.',
    'name-too-long':
      'Rien n’a été enregistré\u00a0: ce nom est trop long. Gardez-le sous 60\u00a0caractères.',
    'nothing-chosen': 'Rien n’a changé. Choisissez d’abord un appareil.',
  },
};
