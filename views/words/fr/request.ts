const otherwise = 'Sinon, appelez au numéro que vous avez déjà; ne vous fiez pas à un appel reçu.';

/** The page where an administrator answers. */
export const request = {
  documentTitle: (name: string) => `Demande\u00a0: ${name}`,
  wants: (application: string, device: string, where: string, when: string) =>
    `veut entrer dans ${application} avec ${device}, ${where}, ${when}.`,
  repeats: (count: number) => (count === 1 ? 'Un autre essai depuis.' : `${count} autres essais depuis.`),
  newCountry: 'Premier essai à partir de ce pays.',
  others: (count: number) =>
    count === 1 ? 'Une autre demande attend au même nom.' : `${count} autres demandes attendent au même nom.`,
  present: (firstName: string) => `Avez-vous ${firstName} devant vous?`,
  otherwise,
  code: 'Code affiché à son écran',
  codeHint: 'Six chiffres. Faites-les lire en personne ou de vive voix.',
  orSignIn: 'Ou connectez-vous pour répondre sans code.',
  signInPart: 'connectez-vous',
  approve: 'Autoriser',
  refuse: 'Refuser',
  refuseOnce: 'Refuser cette fois',
  refuseHint: 'Le refus vaut pour l’appareil qui demande, pendant 15\u00a0minutes.',
  doNotKnow: 'Refuser\u00a0: je ne reconnais pas cette demande',
  doNotKnowHelp: (firstName: string) =>
    `La connexion en cours sera refusée. Si ${firstName} n’a rien demandé, une autre personne connaît peut-être son mot de passe.`,
  certain: 'Je veux refuser cette connexion.',
  authorizes: 'Ce que vous autorisez\u00a0:',
  here: { place: 'à cet endroit', network: 'sur ce réseau' },
  inThisRegion: 'dans cette région',
  scopes: {
    here: (firstName: string, device: string, here: string) => `${firstName}, avec ${device}, ${here}`,
    region: (firstName: string, device: string, inRegion: string) =>
      `${firstName}, avec ${device}, partout ${inRegion}`,
    anywhere: (firstName: string, device: string) => `${firstName}, avec ${device}, n’importe où`,
    'person-here': (firstName: string, here: string) => `${firstName}, avec n’importe quel appareil, ${here}`,
    'team-here': (device: string, here: string) => `toute l’équipe, avec ${device}, ${here}`,
    once: (firstName: string, device: string) => `${firstName}, avec ${device}`,
  },
  onlyOnce: 'cette fois seulement',
  whoAndWhere: 'Qui, avec quoi et où?',
  change: 'Modifier',
  duration: 'Pendant combien de temps?',
  durations: {
    always: 'toujours',
    today: 'aujourd’hui seulement',
    '30-days': 'pendant 30\u00a0jours',
    'until-date': 'jusqu’à une date',
  },
  untilDate: 'Dernier jour',
  refuses: 'Si vous refusez\u00a0:',
  whatRefused: 'Qu’est-ce que vous refusez?',
  refusals: {
    'this-time': (firstName: string, device: string) =>
      `${firstName}, avec ${device}, pendant 15\u00a0minutes`,
    'person-device': (firstName: string, device: string) =>
      `${firstName}, avec ${device}, jusqu’à nouvel ordre`,
    device: (_firstName: string, device: string) =>
      `toutes les personnes, avec ${device}, jusqu’à nouvel ordre`,
  },
  details: 'Détails techniques',
  organization: 'Organisation',
  application: 'Application',
  device: 'Appareil',
  browser: 'Navigateur',
  place: 'Endroit approximatif',
  namedPlace: 'Endroit',
  network: 'Adresse du réseau',
  owner: 'Fournisseur du réseau',
  asked: 'Demande reçue',
  notObserved: 'non observé',
  localNetwork: 'réseau local',
  why: 'Pourquoi on vous le demande',
  errors: {
    'code-missing': 'Entrez le code à six chiffres affiché à son écran.',
    'code-incomplete': 'Il faut six chiffres. Aucun essai perdu.',
    'code-wrong': 'Ce n’est pas le bon code. Faites-le lire de nouveau.',
    choose: 'Choisissez Autoriser ou Refuser.',
    scope: 'Ce choix n’est plus offert. Choisissez de nouveau ce que vous autorisez.',
    date: 'Choisissez une date à venir, d’ici cinq ans.',
    'locks-out':
      'Rien n’a été refusé\u00a0: sans cet appareil, plus personne avec le rôle Administration n’aurait pu entrer.',
    changed: 'Cette demande a changé depuis que la page est ouverte. Regardez-la de nouveau.',
    'tick-box': 'Cochez la case pour confirmer que vous refusez.',
  },
  triesLeft: (count: number) =>
    count === 0
      ? 'Il ne reste aucun essai.'
      : count === 1
        ? 'Il vous reste un seul essai.'
        : `Il vous reste ${count} essais.`,
};

export const requestClosed = {
  approvedTitle: 'C’est fait',
  approved: (firstName: string) => `${firstName} peut entrer. Sa page continue toute seule.`,
  withdraw: 'Annuler cette autorisation',
  withdrawSignIn: 'Une erreur? Connectez-vous pour retirer cette autorisation.',
  withdrawSignInPart: 'Connectez-vous',
  withdrawnTitle: 'L’autorisation est retirée',
  withdrawn: (firstName: string) => `${firstName} devra demander de nouveau.`,
  withdrawnBy: (by: string, when: string) => `${by} a retiré cette autorisation ${when}.`,
  withdrawnByYou: (when: string) => `Vous avez retiré cette autorisation ${when}.`,
  refusedTitle: 'Connexion refusée',
  refused: (firstName: string, clock: string) =>
    `${firstName} ne peut pas entrer avec cet appareil avant ${clock}.`,
  refusedForGood: {
    'person-device': (firstName: string) => `${firstName} ne peut plus entrer avec cet appareil.`,
    device: (_firstName: string) => 'Plus personne ne peut entrer avec cet appareil.',
  },
  endRefusal: 'Vous pouvez retirer ce refus en tout temps dans Autorisations et refus.',
  endRefusalPart: 'Autorisations et refus',
  worried: (firstName: string) => `Si cet essai vous inquiète, communiquez avec ${firstName} sans attendre.`,
  answeredTitle: 'Cette demande a déjà sa réponse',
  answeredApproved: (by: string, when: string) => `${by} a autorisé cette demande ${when}.`,
  answeredRefused: (by: string, when: string) => `${by} a refusé cette demande ${when}.`,
  youApproved: (when: string) => `Vous avez autorisé cette demande ${when}.`,
  youRefused: (when: string) => `Vous avez refusé cette demande ${when}.`,
  operator: 'Votre soutien technique',
  closePage: 'Vous pouvez fermer cette page.',
  seePending: 'Voir les demandes en attente',
  cancelledTitle: 'Demande annulée',
  cancelled: 'La personne a retiré sa demande. Vous n’avez rien à faire.',
  expiredTitle: 'Cette demande n’est plus valide',
  expired:
    'Elle est restée trop longtemps sans réponse. Au prochain essai, vous recevrez un nouveau courriel.',
  supersededTitle: 'Cette demande n’est plus nécessaire',
  superseded: 'Une autre décision l’a remplacée. Vous n’avez rien à faire.',
  wornOutTitle: 'Ce lien ne sert plus',
  wornOut: 'Le code a été mal entré trop de fois. Connectez-vous pour répondre.',
  nobodyTitle: 'Personne n’attend en ce moment',
  nobody:
    'La page qui affiche le code n’est plus ouverte. Demandez à la personne de la rouvrir, ou connectez-vous pour répondre.',
  signIn: 'Se connecter pour répondre',
  ownTitle: 'Répondez à partir d’un autre appareil',
  own: 'C’est ce navigateur qui demande\u00a0: il ne peut pas se répondre à lui-même.',
  ownDemo: (mailbox: string) =>
    `Pour être Sylvie, ouvrez une fenêtre privée. Collez-y le lien du courriel, ou ouvrez-y ${mailbox}.`,
  notYoursTitle: 'Cette demande ne vous est pas adressée',
  notYours:
    'Seules les personnes qui ont le rôle Administration dans cette organisation peuvent répondre. Si vous avez ce rôle, parlez-en à votre direction.',
};
