/** The two pages that are read rather than answered. */
export const privacy = {
  title: 'Vos renseignements personnels',
  intro:
    'Les applications Amisgest contiennent des dossiers d’enfants. Pour les protéger, nous notons qui entre, avec quoi et quand. Voici le détail, en mots simples.',
  sections: [
    {
      title: 'Ce que nous enregistrons pour le personnel',
      items: [
        'Votre nom, votre adresse courriel et votre rôle dans chaque organisation.',
        'À chaque connexion\u00a0: la date et l’heure, l’application, la sorte d’appareil et le navigateur tels que le navigateur les décrit, l’adresse du réseau, et la décision prise.',
        'L’endroit approximatif, déduit de l’adresse du réseau\u00a0: la ville ou la région, ou l’endroit que votre direction a nommé. Nous n’utilisons jamais la position exacte de votre appareil.',
        'La partie publique d’une clé que votre navigateur fabrique, pour le reconnaître d’une fois à l’autre. Elle ne dit rien de vous ni de ce que vous faites ailleurs.',
        'Les demandes d’autorisation, et qui y a répondu.',
      ],
    },
    {
      title: 'Ce que nous enregistrons pour les parents',
      items: [
        'Votre adresse courriel, et le fait qu’elle figure au dossier d’un enfant.',
        'À chaque connexion\u00a0: la date et l’heure, l’application et l’appareil. Ni l’adresse du réseau, ni l’endroit, ni la clé du navigateur.',
      ],
    },
    {
      title: 'Pourquoi',
      items: [
        'Reconnaître vos appareils, pour ne pas vous faire attendre.',
        'Permettre à la direction d’arrêter une personne qui aurait volé un mot de passe.',
        'Répondre à une question si un incident touche le dossier d’un enfant.',
      ],
    },
    {
      title: 'Dans votre navigateur',
      items: [
        'Des témoins (cookies) nécessaires\u00a0: votre connexion en cours, votre session, ce navigateur et la langue choisie.',
        'Pour le personnel seulement\u00a0: une clé, gardée par le navigateur (dans IndexedDB). Sa partie secrète n’en sort jamais.',
        'Aucune publicité, aucune mesure d’audience, aucun service d’un tiers.',
      ],
    },
    {
      title: 'Qui peut le voir, et combien de temps',
      items: [
        'Les personnes qui ont le rôle Administration dans votre service de garde, en tout temps\u00a0: les connexions de l’équipe, les appareils, les endroits approximatifs et les adresses de réseau.',
        'La personne qui exploite le service, lorsque c’est nécessaire pour le faire fonctionner.',
        'Nous prévoyons garder les connexions 12\u00a0mois, et le registre des autorisations 5\u00a0ans.',
      ],
    },
    {
      title: 'Vos droits',
      items: [
        'La Loi\u00a025 du Québec vous permet de consulter vos renseignements, de les faire corriger et d’en demander une copie ou l’effacement.',
        'Si la réponse ne vous convient pas, vous pouvez porter plainte à la Commission d’accès à l’information.',
      ],
    },
  ],
  contactTitle: 'À qui écrire',
  contact:
    'À la personne responsable de la protection des renseignements personnels de votre service de garde. La direction vous donnera ses coordonnées.',
};

export const help = {
  title: 'Aide',
  intro:
    'Cadenas vérifie qui entre dans les applications Amisgest. Voici quoi faire quand une page vous arrête.',
  sections: [
    {
      title: 'Votre connexion attend une autorisation',
      items: [
        'Gardez la page ouverte\u00a0: elle continue toute seule dès que votre direction répond. Vous pouvez mettre l’appareil en veille.',
        'La page dit à qui la demande a été envoyée. Si c’est urgent, allez voir une de ces personnes ou téléphonez-lui.',
        'Donnez le code à six chiffres à votre direction, en personne ou de vive voix. Ne le donnez à personne d’autre, et ne l’écrivez ni dans un courriel ni dans un texto.',
        'Une fois la connexion autorisée, le même navigateur du même appareil n’attend plus, là où votre direction l’a permis et aussi longtemps qu’elle le permet.',
        'La navigation privée, ou l’effacement des données du navigateur, en fait un nouveau navigateur\u00a0: il faudra une nouvelle autorisation.',
      ],
    },
    {
      title: 'Vous êtes à la direction et vous recevez une demande',
      items: [
        'Assurez-vous que c’est bien la personne\u00a0: elle est devant vous, ou vous l’appelez au numéro que vous avez déjà. Ne vous fiez pas à un appel reçu.',
        'Ouvrez le courriel, choisissez «\u00a0Voir la demande\u00a0», puis tapez le code que la personne vous lit.',
        'L’endroit affiché est approximatif\u00a0: il est déduit du réseau, et un téléphone peut sembler venir d’une autre ville.',
        'Sous le bouton, lisez ce que vous autorisez\u00a0: qui, avec quel appareil, où et pendant combien de temps. «\u00a0Modifier\u00a0» le change.',
        'Choisissez «\u00a0Autoriser\u00a0». Sa page continue toute seule, et vous n’avez plus rien à faire.',
        'Vous ne reconnaissez pas la demande? Refusez-la\u00a0: une autre personne connaît peut-être le mot de passe.',
      ],
    },
    {
      title: 'Vous êtes à la direction et c’est vous qui attendez',
      items: [
        'Une autre personne qui a le rôle Administration peut répondre à votre demande.',
        'Sinon, donnez votre adresse courriel et le code affiché à votre soutien technique, qui peut l’autoriser.',
      ],
    },
    {
      title: 'Vous êtes un parent',
      items: [
        'Vous n’avez jamais besoin d’autorisation\u00a0: il suffit que votre adresse courriel figure au dossier de votre enfant.',
        'Si votre adresse n’est pas acceptée, demandez au service de garde de la vérifier.',
      ],
    },
  ],
};
