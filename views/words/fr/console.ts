const written = new Intl.NumberFormat('fr-CA');

/** « 1 personne », « 42 personnes »; French counts nothing in the singular. */
function counted(count: number, one: string, several: string): string {
  return `${written.format(count)}\u00a0${count < 2 ? one : several}`;
}

const connections = (count: number) => counted(count, 'connexion', 'connexions');

/** « Réglages »: who signs in, from where, and who may. */
export const consolePages = {
  settings: 'Réglages',
  waiting: (count: number) =>
    count === 0 ? 'Aucune demande en attente' : counted(count, 'demande en attente', 'demandes en attente'),
  toConnections: 'Retour aux connexions',

  connections: {
    title: 'Connexions',
    closed: 'Cadenas fermé',
    closedMeans: 'Seules les connexions autorisées passent.',
    open: 'Cadenas ouvert',
    openUntil: (until: string) => `Cadenas ouvert ${until}`,
    openMeans: 'Tout le monde peut entrer; chaque connexion est notée.',
    closesByItself: 'Il se refermera tout seul.',
    counts: (people: number, seen: number, toCheck: number) =>
      `${counted(people, 'personne', 'personnes')}, ${connections(seen)}, ${
        toCheck === 0 ? 'rien' : written.format(toCheck)
      }\u00a0à\u00a0vérifier.`,
    toOpen: 'Ouvrir le cadenas',
    toClose: 'Fermer le cadenas',
    filter: 'Choisir les connexions à afficher',
    application: 'Application',
    everyApplication: 'Toutes',
    period: 'Période',
    periods: {
      today: 'Aujourd’hui',
      '7-days': 'Depuis 7\u00a0jours',
      '30-days': 'Depuis 30\u00a0jours',
      all: 'Tout',
    },
    search: 'Chercher une personne',
    show: 'Afficher',
    list: 'Les connexions, la plus récente en premier',
    person: 'Personne',
    usedWith: 'Appareil et navigateur',
    from: 'Endroit',
    lastAttempt: 'Dernière tentative',
    standing: 'État',
    more: 'Détails',
    seeWhere: (name: string) => `Endroits et autorisations\u00a0: ${name}`,
    next: 'Voir les suivantes',
    first: 'Revenir aux plus récentes',
    nobodyTitle: 'Personne ne s’est encore connecté',
    nobody: 'Chaque connexion s’affichera ici, avec l’appareil, l’endroit et l’heure.',
    nothingTitle: 'Aucune connexion ne correspond',
    nothing: 'Essayez une autre période ou une autre application, ou effacez la recherche.',
    showAll: 'Afficher toutes les connexions',
    neverTitle: 'Jamais de connexion',
    never: (count: number): string =>
      count === 1
        ? 'Cette personne fait partie de l’équipe, mais ne s’est jamais connectée.'
        : 'Ces personnes font partie de l’équipe, mais ne se sont jamais connectées.',
    newsOne: 'Une nouvelle tentative',
    newsMany: (count: string) => `${count} nouvelles tentatives`,
  },

  standings: {
    authorized: 'Autorisée',
    'not-authorized': 'Non autorisée',
    refused: 'Refusée',
    open: 'Entrée libre',
  },

  closing: {
    title: 'Fermer le cadenas?',
    means: 'Seules les connexions autorisées passeront. Les autres attendront votre réponse.',
    told: 'Toutes les personnes qui ont le rôle Administration seront avisées par courriel.',
    refused: {
      closer:
        'Le cadenas n’a pas été fermé\u00a0: votre propre connexion n’est pas autorisée, et vous n’auriez plus pu entrer.',
      administrators:
        'Le cadenas n’a pas été fermé\u00a0: plus personne avec le rôle Administration n’aurait pu entrer.',
    },
    mineFirst: 'Votre propre connexion n’est pas encore autorisée. Commencez par elle.',
    authorizeMine: 'Autoriser ma connexion',
    authorizeAnother: 'Autorisez d’abord la connexion d’une personne qui a ce rôle.',
    authorizes: (count: number) =>
      count === 0
        ? 'Aucune connexion du dernier mois ne peut être autorisée d’avance.'
        : count === 1
          ? 'La seule connexion du dernier mois sera autorisée.'
          : `Les ${connections(count)} du dernier mois seront autorisées.`,
    rehearsal: 'Essai à blanc',
    asIf: {
      first: 'Une fois ces connexions autorisées, voici qui aurait dû attendre.',
      again: 'Si le cadenas avait été fermé, voici qui aurait dû attendre.',
    },
    hadToWait: (when: string, name: string, seenAs: string) =>
      `${when}, ${name} aurait dû attendre (${seenAs})`,
    wasRefused: (when: string, name: string, seenAs: string) =>
      `${when}, ${name} aurait reçu un refus (${seenAs})`,
    times: (count: number) => `${written.format(count)}\u00a0fois`,
    seeOne: 'Voir ses connexions',
    seeOneOf: (name: string) => `Voir ses connexions\u00a0: ${name}`,
    others: (count: number) => `Et ${counted(count, 'autre connexion', 'autres connexions')}.`,
    nobodyStopped: 'Personne n’aurait dû attendre.',
    noHistory:
      'Aucune connexion n’a encore été observée\u00a0: chaque personne devra attendre une autorisation.',
    observed: (days: number) =>
      days < 1
        ? 'Observation depuis moins d’un jour.'
        : `Observation depuis ${counted(days, 'jour', 'jours')}.`,
    everyoneSeen: 'Toute l’équipe s’est déjà connectée.',
    neverSeen: (count: number, members: number) =>
      count === 1
        ? `Une personne sur ${written.format(members)} ne s’est jamais connectée\u00a0: elle devra attendre une autorisation.`
        : `${counted(count, 'personne', 'personnes')} sur ${written.format(members)} ne se sont jamais connectées\u00a0: elles devront attendre une autorisation.`,
    who: 'Voir qui',
    close: 'Fermer le cadenas',
  },

  opening: {
    title: 'Ouvrir le cadenas?',
    means: 'Toutes les personnes, sauf celles dont l’accès est retiré, pourront se connecter de partout.',
    told: 'Chaque connexion restera notée. Toutes les personnes qui ont le rôle Administration seront avisées par courriel.',
    forAnHour: 'Ouvrir pendant 1\u00a0h',
    forLong: 'Ouvrir jusqu’à nouvel ordre',
    byItself: 'Ouvert pendant 1\u00a0h, il se referme tout seul.',
  },

  person: {
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
    seen: (when: string) => `vu ${when}`,
    why: 'Pourquoi?',
    network: (address: string) => `Adresse du réseau\u00a0: ${address}`,
    stolen: 'Appareil perdu ou volé',
    refused: 'Refusé',
    history: 'Historique',
    historyNone: 'Aucune tentative pour l’instant.',
    outcomes: { allow: 'Autorisée', ask: 'Mise en attente', deny: 'Refusée' },
    inApplication: (application: string) => `dans ${application}`,
  },

  moved: {
    authorized: (count: number) => `${connections(count)} ${count < 2 ? 'autorisée' : 'autorisées'}.`,
    withdrawn: (count: number) =>
      count < 2
        ? `${connections(count)} n’est plus autorisée.`
        : `${connections(count)} ne sont plus autorisées.`,
    inForce: 'C’est en vigueur maintenant.',
    'still-refused': (count: number) =>
      `${connections(count)} ${count < 2 ? 'reste refusée' : 'restent refusées'}\u00a0: un refus plus large l’emporte sur votre autorisation. Ce refus se trouve parmi les refus de votre organisation.`,
    'nothing-chosen': 'Rien n’a changé. Cochez d’abord au moins une ligne.',
    'own-connection':
      'Rien n’a changé\u00a0: c’est la connexion que vous utilisez en ce moment. Une autre personne de la direction peut la retirer.',
    undone: 'C’est annulé\u00a0: tout est comme avant.',
    'locks-out':
      'Rien n’a changé\u00a0: plus personne avec le rôle Administration n’aurait pu entrer. Autorisez d’abord une autre personne qui a ce rôle.',
    'access-changed': 'L’accès est enregistré.',
  },
};
