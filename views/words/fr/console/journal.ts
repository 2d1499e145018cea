/** What the journal tells of. */
export const journal = {
  acts: {
    'approval.approved': 'Demande autorisée',
    'approval.refused': 'Demande refusée',
    'approval.withdrawn': 'Autorisation reprise',
    'padlock.closed': 'Cadenas fermé',
    'padlock.opened': 'Cadenas ouvert',
    'padlock.reclosed': 'Cadenas refermé, comme prévu',
    'rule.added': 'Autorisation ou refus ajouté',
    'rule.ended': 'Autorisation ou refus retiré',
    'rule.changed': 'Autorisation ou refus modifié',
    'rule.undone': 'Changement annulé',
    'place.added': 'Endroit ajouté',
    'place.removed': 'Endroit retiré',
    'place.changed': 'Endroit modifié',
    'places.authorized': 'Endroits autorisés',
    'places.withdrawn': 'Endroits retirés des autorisations',
    'places.undone': 'Changement annulé',
    'device.changed': 'Appareil modifié',
    'device.joined': 'Navigateurs réunis sous un même appareil',
    'device.separated': 'Navigateur séparé d’un appareil',
    'device.undone': 'Changement d’appareil annulé',
    'access.changed': 'Accès modifié',
    'connections.authorized': 'Connexions autorisées',
    'connections.withdrawn': 'Connexions retirées',
    'connections.undone': 'Changement annulé',
  },
  about: (act: string, name: string) => `${act} (${name})`,
  by: (name: string) => `par ${name}`,
  byOperator: 'par le service de soutien',
  meanwhile:
    'Rien n’a été enregistré\u00a0: quelqu’un a fait un changement pendant que cette page était ouverte. Voici l’état actuel. Vérifiez, puis recommencez au besoin.',
  meanwhileTitle: 'Depuis l’ouverture de la page',
};

/** The password, again, before something that touches many. */
export const confirm = {
  title: 'Confirmez avec votre mot de passe',
  authorize: (count: number) => `Vous allez autoriser ${count}\u00a0lignes d’un seul coup.`,
  withdraw: (count: number) => `Vous allez retirer ${count}\u00a0lignes d’un seul coup.`,
  undoable: 'Vous pourrez annuler juste après.',
  password: 'Votre mot de passe',
  confirm: 'Confirmer',
  wrong: 'Ce n’est pas le bon mot de passe. Vérifiez, puis réessayez.',
  busy: 'Il y a eu trop d’essais, ou trop de monde en même temps. Attendez quelques minutes, puis réessayez.',
};
