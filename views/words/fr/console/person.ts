import { countConnections, written } from './counted.ts';

export const person = {
  whatIf: 'Et si cette personne se connectait?',
  newRule: 'Ajouter une autorisation ou un refus',
  access: 'Accès',
  accesses: {
    by_rules: {
      name: 'Selon les autorisations',
      means: (firstName: string) =>
        `${firstName} entre avec ce qui est autorisé. Le reste attend votre réponse.`,
    },
    always: {
      name: 'Toujours (autorisation complète)',
      means: (firstName: string) =>
        `${firstName} entre avec n’importe quel appareil, de partout, même si un refus s’applique.`,
    },
    never: {
      name: 'Retiré',
      means: (firstName: string) =>
        `${firstName} n’entre plus dans cette organisation, et ses connexions en cours prennent fin.`,
    },
  },
  save: 'Enregistrer',
  padlockOpen:
    'Le cadenas est ouvert\u00a0: les autorisations ci-dessous s’appliqueront quand il sera fermé.',
  lists: 'Avec quoi et d’où',
  listsHint: 'Cochez, puis choisissez Autoriser ou Retirer.',
  accessDecides: {
    always:
      'L’accès est «\u00a0Toujours\u00a0»\u00a0: tout passe, quoi que disent ces listes. Pour choisir ligne par ligne, revenez à «\u00a0Selon les autorisations\u00a0».',
    never:
      'L’accès est retiré\u00a0: rien ne passe, quoi que disent ces listes. Pour choisir ligne par ligne, revenez à «\u00a0Selon les autorisations\u00a0».',
  },
  own: 'C’est la connexion que vous utilisez en ce moment.',
  notAuthorized: (count: number) => `Non autorisés (${written.format(count)})`,
  authorized: (count: number) => `Autorisés (${written.format(count)})`,
  authorize: 'Autoriser',
  withdraw: 'Retirer',
  authorizeAll: (count: number) => `Tout autoriser (${written.format(count)})`,
  withdrawAll: (count: number) => `Tout retirer (${written.format(count)})`,
  noneLeft: 'Rien à autoriser.',
  noneYet: 'Rien n’est autorisé pour l’instant.',
  neverTitle: 'Aucune connexion pour l’instant',
  never: (firstName: string) =>
    `Quand ${firstName} se connectera, l’appareil, l’endroit et l’heure s’afficheront ici.`,
  notShown: (count: number) =>
    count === 1
      ? 'Une autre ligne sur une autre page.'
      : `${written.format(count)}\u00a0autres lignes sur d’autres pages.`,
  older: 'Voir les lignes plus anciennes',
  newest: 'Revenir aux plus récentes',
  seen: (when: string) => `vu ${when}`,
  why: 'Pourquoi?',
  network: (address: string) => `Adresse du réseau\u00a0: ${address}`,
  stolen: 'Appareil perdu ou volé',
  refused: 'Refusé',
  history: 'Historique',
  historyOf: (name: string) => `Historique\u00a0: ${name}`,
  historyMore: 'Voir plus',
  historyNext: 'Voir ce qui précède',
  toPerson: 'Retour à la personne',
  accessBecame: (act: string, access: string) => `${act}\u00a0: ${access}`,
  ruleBy: (by: string, when: string) => `Par ${by}, ${when}`,
  ruleSince: (when: string) => `Création\u00a0: ${when}`,
  ruleOver: (when: string) => `Fin\u00a0: ${when}`,
  map: 'Où',
  mapOf: (name: string) => `Endroits\u00a0: ${name}`,
  mapNone: 'Aucun endroit connu\u00a0: le réseau ne permet pas de le dire.',
  devices: 'Appareils',
  devicesMore: 'Voir tous ses appareils',
  withdrawing: {
    title: (name: string) => `Retirer l’accès\u00a0: ${name}?`,
    noLonger: (firstName: string) =>
      `${firstName} n’entre plus dans cette organisation, même quand le cadenas est ouvert.`,
    effects: [
      'Ses connexions en cours prennent fin tout de suite.',
      'Ses demandes en attente sont annulées.',
      'Ses autorisations restent écrites\u00a0: elles s’appliqueront de nouveau si vous redonnez l’accès.',
    ],
    own: 'Attention\u00a0: c’est votre propre accès. Dès que vous confirmerez, vous n’aurez plus accès à Réglages. Seule une autre personne de la direction pourra vous le redonner.',
    confirm: 'Retirer l’accès',
  },
  historyNone: 'Aucune tentative pour l’instant.',
  outcomes: { allow: 'Autorisée', ask: 'Mise en attente', deny: 'Refusée' },
  inApplication: (application: string) => `dans ${application}`,
};

export const moved = {
  authorized: (count: number) => `${countConnections(count)} ${count < 2 ? 'autorisée' : 'autorisées'}.`,
  withdrawn: (count: number) =>
    count < 2
      ? `${countConnections(count)} n’est plus autorisée.`
      : `${countConnections(count)} ne sont plus autorisées.`,
  inForce: 'C’est en vigueur maintenant.',
  'still-refused': (count: number) =>
    `${countConnections(count)} ${count < 2 ? 'reste refusée' : 'restent refusées'}\u00a0: un refus plus large l’emporte sur votre autorisation. Ce refus se trouve parmi les refus de votre organisation.`,
  'nothing-chosen': 'Rien n’a changé. Cochez d’abord au moins une ligne.',
  'own-connection':
    'Rien n’a changé\u00a0: c’est la connexion que vous utilisez en ce moment. Une autre personne de la direction peut la retirer.',
  undone: 'C’est annulé\u00a0: tout est comme avant.',
  'locks-out':
    'Rien n’a changé\u00a0: plus personne avec le rôle Administration n’aurait pu entrer. Autorisez d’abord une autre personne qui a ce rôle.',
  'locks-you-out':
    'Rien n’a changé\u00a0: vous ne pourriez plus entrer d’ici avec cet appareil. Une autre personne de la direction peut le faire.',
  'access-changed': 'L’accès est enregistré. C’est en vigueur maintenant.',
};
