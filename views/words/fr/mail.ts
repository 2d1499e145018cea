export const mail = {
  request: {
    subject: (name: string, clock: string, device: string) =>
      `Demande de connexion\u00a0: ${name} – ${clock}, ${device}`,
    preview: {
      first: 'Premier essai avec cet appareil. Vérifiez de vive voix avant d’autoriser.',
      again: 'Vérifiez de vive voix avant d’autoriser.',
    },
    title: (firstName: string) => `Est-ce bien ${firstName}?`,
    who: (name: string, application: string) =>
      `Quelqu’un se présente comme ${name} et vient d’entrer le bon mot de passe dans ${application}.`,
    whatAndWhen: (device: string, when: string) => `Avec ${device}, ${when}.`,
    button: 'Voir la demande',
    code: (firstName: string) =>
      `Le code à taper est à l’écran de l’appareil. Demandez à ${firstName} de vous le lire, en personne ou au numéro que vous avez déjà.`,
    unknown:
      'Vous ne reconnaissez pas cette demande? Ouvrez-la et refusez-la\u00a0: une autre personne connaît peut-être le mot de passe.',
    noLink: 'Vous préférez ne pas suivre de lien? Demandes en attente\u00a0:',
    linkAsText: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur\u00a0:',
  },
  connection: {
    waiting: {
      subject: (clock: string, device: string) =>
        `Votre connexion attend une autorisation – ${clock}, ${device}`,
      preview: 'Gardez la page ouverte\u00a0: elle continue toute seule.',
      title: 'Votre connexion attend une autorisation',
      advice:
        'Votre direction a été avisée. Gardez la page ouverte\u00a0: elle continuera toute seule. Si c’est urgent, n’attendez pas.',
    },
    approved: {
      subject: (clock: string, device: string) => `Votre connexion est autorisée – ${clock}, ${device}`,
      preview: 'Revenez à la page restée ouverte.',
      title: 'Votre connexion est autorisée',
      advice: 'Revenez à la page restée ouverte\u00a0: elle continue toute seule.',
    },
    refused: {
      subject: (clock: string, device: string) =>
        `Votre connexion n’a pas été autorisée – ${clock}, ${device}`,
      preview: 'Parlez-en avec votre direction.',
      title: 'Votre connexion n’a pas été autorisée',
      advice: 'Parlez-en avec votre direction, qui a reçu votre demande.',
    },
    hello: (firstName: string) => `Bonjour ${firstName},`,
    what: (application: string, device: string, when: string) =>
      `Il s’agit de la connexion à ${application} avec ${device}, ${when}.`,
    notYou:
      'Ce n’était pas vous? Quelqu’un connaît votre mot de passe\u00a0: avisez tout de suite votre direction.',
  },
  footer: (organization: string) => `Amisgest – Connexions, pour ${organization}`,
};
