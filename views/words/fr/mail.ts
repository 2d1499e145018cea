export const mail = {
  request: {
    subject: (name: string, circumstances: string) =>
      `Demande de connexion\u00a0: ${name} – ${circumstances}`,
    preview: {
      first: 'Premier essai avec cet appareil. Vérifiez de vive voix avant d’autoriser.',
      again: 'Vérifiez de vive voix avant d’autoriser.',
    },
    title: (firstName: string) => `Est-ce bien ${firstName}?`,
    who: (name: string, application: string) =>
      `Quelqu’un se présente comme ${name} et vient d’entrer le bon mot de passe dans ${application}.`,
    circumstances: (device: string, where: string, when: string) => `Avec ${device}, ${where}, ${when}.`,
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
      subject: (circumstances: string) => `Votre connexion attend une autorisation – ${circumstances}`,
      preview: 'Gardez la page ouverte\u00a0: elle continue toute seule.',
      title: 'Votre connexion attend une autorisation',
      advice:
        'Votre direction a été avisée. Gardez la page ouverte\u00a0: elle continuera toute seule. Si c’est urgent, n’attendez pas.',
    },
    approved: {
      subject: (circumstances: string) => `Votre connexion est autorisée – ${circumstances}`,
      preview: 'Revenez à la page restée ouverte.',
      title: 'Votre connexion est autorisée',
      advice: 'Revenez à la page restée ouverte\u00a0: elle continue toute seule.',
    },
    refused: {
      subject: (circumstances: string) => `Votre connexion n’a pas été autorisée – ${circumstances}`,
      preview: 'Parlez-en avec votre direction.',
      title: 'Votre connexion n’a pas été autorisée',
      advice: 'Parlez-en avec votre direction, qui a reçu votre demande.',
    },
    hello: (firstName: string) => `Bonjour ${firstName},`,
    what: (application: string, device: string, where: string, when: string) =>
      `Il s’agit de la connexion à ${application} avec ${device}, ${where}, ${when}.`,
    notYou:
      'Ce n’était pas vous? Quelqu’un connaît votre mot de passe\u00a0: avisez tout de suite votre direction.',
  },
  padlock: {
    hello: (firstName: string) => `Bonjour ${firstName},`,
    operator: 'Votre soutien technique',
    closed: {
      title: 'Le cadenas est fermé',
      by: (by: string, when: string) => `${by} a fermé le cadenas ${when}.`,
      byItself: (when: string) => `Le cadenas a été fermé ${when}.`,
      effect: 'Seules les connexions autorisées passent. Les autres attendent votre réponse.',
    },
    opened: {
      title: 'Le cadenas est ouvert',
      titleUntil: (until: string) => `Le cadenas est ouvert ${until}`,
      by: (by: string, when: string) => `${by} a ouvert le cadenas ${when}.`,
      byItself: (when: string) => `Le cadenas a été ouvert ${when}.`,
      effect:
        'Toutes les personnes, sauf celles dont l’accès est retiré, peuvent se connecter de partout, sans attendre.',
      until: (until: string) => `Il reste ouvert ${until}, puis il se referme tout seul.`,
      furtherNotice: 'Il reste ouvert jusqu’à ce qu’une personne le ferme.',
    },
    reclosed: {
      title: 'Le cadenas s’est refermé',
      by: (by: string, when: string) => `${by} a refermé le cadenas ${when}.`,
      byItself: (when: string) => `Le cadenas s’est refermé tout seul ${when}, comme prévu.`,
      effect: 'Seules les connexions autorisées passent. Les autres attendent votre réponse.',
    },
    subject: (title: string, organization: string) => `${title} – ${organization}`,
    button: 'Ouvrir Réglages',
    unexpected: 'Vous ne vous y attendiez pas? Parlez-en tout de suite aux autres personnes de la direction.',
    noLink: 'Vous préférez ne pas suivre de lien? Réglages\u00a0:',
  },
  footer: (organization: string) => `Amisgest – Connexions, pour ${organization}`,
};
