/** « Demandes en attente »: who waits, a card each. */
export const pending = {
  title: 'Demandes en attente',
  hello: (firstName: string) => `Bonjour ${firstName}.`,
  count: (count: number) =>
    count === 0
      ? 'Personne n’attend en ce moment. Les prochaines demandes s’afficheront ici.'
      : count === 1
        ? 'Une personne attend votre réponse.'
        : `${count} demandes attendent votre réponse.`,
  line: (application: string, device: string) => `veut entrer dans ${application} avec ${device}`,
  padlockOpen: 'Le cadenas est ouvert\u00a0: tout le monde entre, et personne n’a à attendre.',
  toPadlock: 'Fermer le cadenas',
  newsOne: 'Une nouvelle demande',
  newsMany: (count: string) => `${count} nouvelles demandes`,
  show: 'Afficher',
  choose: 'Répondre avec d’autres',
  seeOne: 'Voir tous les détails',
  own: 'C’est votre propre demande\u00a0: une autre personne de la direction y répond.',
  'own-browser': 'C’est ce navigateur qui demande\u00a0: répondez à partir d’un autre appareil.',
  several: 'Répondre à plusieurs à la fois',
  severalHint:
    'Vérifiez chaque demande, puis cochez «\u00a0Répondre avec d’autres\u00a0» sur sa carte. Chacune reçoit ce qui est proposé sur sa carte.',
  approveSeveral: 'Autoriser celles qui sont cochées',
  refuseSeveral: 'Refuser celles qui sont cochées',
  results: {
    approved: (firstName: string) => `C’est fait. ${firstName} peut entrer.`,
    refused: {
      'this-time': (firstName: string) =>
        `C’est refusé. ${firstName} ne peut pas entrer avec cet appareil pendant 15\u00a0minutes.`,
      'person-device': (firstName: string) =>
        `C’est refusé. ${firstName} ne peut plus entrer avec cet appareil.`,
      device: (_firstName: string) => 'C’est refusé. Plus personne ne peut entrer avec cet appareil.',
    },
    withdrawn: 'C’est annulé\u00a0: l’autorisation est retirée.',
    'nothing-chosen': 'Rien n’a changé. Cochez d’abord au moins une demande.',
    'several-approved': (count: number) =>
      count === 0
        ? 'Aucune demande n’a été autorisée.'
        : count === 1
          ? 'Une demande est autorisée.'
          : `${count} demandes sont autorisées.`,
    'several-refused': (count: number) =>
      count === 0
        ? 'Aucune demande n’a été refusée.'
        : count === 1
          ? 'Une demande est refusée.'
          : `${count} demandes sont refusées.`,
    changed: (count: number) =>
      count === 1
        ? 'Une autre a changé entre-temps\u00a0: regardez-la de nouveau.'
        : `${count} autres ont changé entre-temps\u00a0: regardez-les de nouveau.`,
    code: (count: number) =>
      count === 1
        ? 'Une autre demande le code affiché à l’écran.'
        : `${count} autres demandent le code affiché à l’écran.`,
    own: (count: number) =>
      count === 1
        ? 'Une autre est demandée avec ce navigateur\u00a0: répondez à partir d’un autre appareil.'
        : `${count} autres sont demandées avec ce navigateur\u00a0: répondez à partir d’un autre appareil.`,
    late: (count: number) =>
      count === 1 ? 'Une autre avait déjà sa réponse.' : `${count} autres avaient déjà leur réponse.`,
  },
  next: 'Voir les suivantes',
  first: 'Revenir aux plus récentes',
  older: 'Plus anciennes',
  olderHint: 'La page de ces demandes n’est plus ouverte. Vous pouvez encore répondre.',
};
