/** The demonstration. Its developer’s page may say « jeton »; nothing else does. */
export const demo = {
  title: 'Essayez Cadenas en deux minutes',
  intro:
    'Ceci est une démonstration. Le service de garde et les personnes sont fictifs, et les courriels s’affichent ici.',
  stepsTitle: 'Quoi faire',
  steps: [
    {
      title: 'Entrez dans Amisgest SDG comme Julie.',
      text: 'Sa page attend une autorisation et affiche un code.',
    },
    {
      title: 'Pour être Sylvie, ouvrez une fenêtre privée.',
      text: 'Le navigateur qui demande ne peut pas se répondre. Ouvrez-y cette même page.',
    },
    {
      title: 'Dans cette fenêtre, ouvrez le courriel de Sylvie.',
      text: 'Il arrive dans la boîte de démonstration.',
    },
    {
      title: 'Tapez le code affiché à l’écran de Julie, puis autorisez.',
      text: 'La page de Julie continue toute seule.',
    },
  ],
  signedOut: (application: string) =>
    `Déconnexion faite. La prochaine fois, ${application} demandera de nouveau le mot de passe.`,
  padlocks: 'Les cadenas',
  console:
    'Soyez la direction\u00a0: voyez qui se connecte, fermez ou ouvrez le cadenas (Sylvie, Marc ou Pierre).',
  openConsole: 'Ouvrir Réglages › Connexions',
  papillons: 'Au CPE Les Papillons, le cadenas est fermé\u00a0: seules les connexions autorisées passent.',
  arcenciel: 'À la Garderie L’Arc-en-ciel, le cadenas est ouvert\u00a0: Pierre entre sans attendre.',
  applications: 'Les applications',
  enter: (application: string) => `Entrer dans ${application}`,
  staff: 'Pour le personnel\u00a0: le cadenas s’applique.',
  parents: 'Pour les parents\u00a0: sans autorisation, en tout temps.',
  whoTries:
    'Julie, Sylvie, Marc et Pierre\u00a0: Amisgest SDG. Olivier\u00a0: Portail Parents. Nadia\u00a0: les deux.',
  sylviesMail: 'Ouvrir le courriel de Sylvie',
  mailbox: 'Voir les courriels',
  mailCount: (count: number) =>
    count === 0 ? 'Aucun courriel pour l’instant' : count === 1 ? 'Un courriel' : `${count} courriels`,
  people: 'Les comptes',
  password: 'Le mot de passe de tout le monde\u00a0:',
  name: 'Nom',
  email: 'Courriel',
  role: 'Rôle',
  organizations: 'Organisation',
  none: 'Aucune',
  roles: {
    administration: 'Administration',
    educator: 'Éducation',
    parent: 'Parent',
    'educator-and-parent': 'Éducation et parent',
  },
  ownTitle: 'Et si Sylvie se connecte avec un nouveau navigateur?',
  own: 'Elle attend aussi. Marc reçoit la demande et peut répondre. Sinon, le soutien technique peut l’autoriser avec le code affiché\u00a0:',
  ownCommand: 'npm run cadenas -- approve sylvie.gagnon@papillons.test --code NNNNNN',
};

export const demoApplication = {
  hello: (name: string) => `Bonjour ${name}`,
  signedIn: (application: string) => `Vous êtes dans ${application}.`,
  failedTitle: (application: string) => `${application} n’a pas pu vous laisser entrer`,
  failed: 'Vous pouvez recommencer la connexion.',
  notDoneTitle: 'Vous êtes de retour dans la démonstration',
  notDone: 'La connexion n’a pas eu lieu.',
  staleTitle: 'Cette adresse ne sert plus',
  stale: 'Elle a déjà servi, ou la connexion a commencé dans un autre navigateur.',
  claims: 'Jeton d’identité, en clair',
  userinfo: 'Réponse «\u00a0userinfo\u00a0»',
  developer: 'Ce que l’application a reçu, pour les personnes qui développent',
  again: 'Recommencer la connexion',
  back: 'Retourner à la démonstration',
};

export const mailbox = {
  title: 'Courriels de la démonstration',
  intro: 'Ce que les personnes auraient reçu. Le plus récent est en haut.',
  empty: 'Aucun courriel. Entrez dans une application pour en faire partir un.',
  to: 'À',
  toWhom: (name: string) => `À ${name}`,
  from: 'De',
  sent: 'Envoyé',
  frame: 'Le courriel, tel qu’il s’affiche',
  asText: 'Voir la version texte',
  back: 'Tous les courriels',
};
