/** The way in: sign-in, choice of an organization, sign-out. */
export const signIn = {
  title: (application: string) => `Connexion à ${application}`,
  username: 'Adresse courriel',
  password: 'Mot de passe',
  reveal: 'Afficher',
  conceal: 'Masquer',
  revealLabel: 'Afficher le mot de passe',
  concealLabel: 'Masquer le mot de passe',
  submit: 'Se connecter',
  recorded: {
    staff:
      'Pour protéger les dossiers des enfants, nous enregistrons l’appareil, le navigateur, l’adresse du réseau et l’endroit approximatif de chaque connexion.',
    parents: 'Pour protéger le dossier de votre enfant, nous enregistrons l’appareil et l’heure.',
  },
  more: 'En savoir plus',
  errors: {
    mismatch: 'L’adresse ou le mot de passe ne correspond pas. Vérifiez, puis réessayez.',
    incomplete: 'Entrez votre adresse courriel et votre mot de passe.',
    busy: 'Beaucoup de personnes se connectent en ce moment. Attendez quelques secondes, puis réessayez.',
    unavailable: 'La connexion est impossible pour le moment. Réessayez dans quelques minutes.',
  },
  notices: {
    'wait-over': 'C’est autorisé. Entrez de nouveau votre mot de passe.',
    'session-over': 'Votre dernière visite remonte à un certain temps. Entrez de nouveau votre mot de passe.',
    'new-browser': 'Ce navigateur n’est pas celui du début. Entrez de nouveau votre mot de passe.',
    'confirm-it-is-you': 'Entrez votre mot de passe pour confirmer que c’est bien vous.',
  },
};

export const proof = {
  title: (firstName: string) => `Un instant, ${firstName}`,
  recognizing: 'Nous reconnaissons ce navigateur…',
  stays: 'Si cette page reste affichée, appuyez sur «\u00a0Continuer\u00a0».',
  submit: 'Continuer',
};

export const organization = {
  title: 'Où travaillez-vous?',
  hello: (firstName: string, application: string) =>
    `Bonjour ${firstName}. Choisissez l’organisation à ouvrir dans ${application}.`,
  changing: (from: string) =>
    `Une session est ouverte pour ${from}. En choisissant une autre organisation, vous la fermez.`,
  last: 'Dernier choix',
};

export const continueAs = {
  title: (firstName: string) => `Continuer comme ${firstName}?`,
  explanation: (application: string) =>
    `Cet appareil sert à plusieurs personnes. Avant d’ouvrir ${application}, dites-nous qui vous êtes.`,
  submit: (firstName: string) => `Continuer comme ${firstName}`,
  somebodyElse: 'Quelqu’un d’autre',
};

export const logout = {
  title: 'Se déconnecter?',
  question: 'Les applications Amisgest ouvertes dans ce navigateur demanderont de nouveau le mot de passe.',
  yes: 'Se déconnecter',
  no: 'Non, ne pas fermer la session',
  doneTitle: 'C’est fait',
  done: 'La session est fermée. Vous pouvez fermer cette page.',
};

export const refusal = {
  back: (application: string) => `Retourner à ${application}`,
  hello: (firstName: string) => `Bonjour ${firstName}.`,
  askAgain: (when: string) => `Vous pourrez redemander ${when}.`,
};
