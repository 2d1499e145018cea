import { countConnections, counted, written } from './counted.ts';

export const closing = {
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
        : `Les ${countConnections(count)} du dernier mois seront autorisées.`,
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
};

export const opening = {
  title: 'Ouvrir le cadenas?',
  means: 'Toutes les personnes, sauf celles dont l’accès est retiré, pourront se connecter de partout.',
  told: 'Chaque connexion restera notée. Toutes les personnes qui ont le rôle Administration seront avisées par courriel.',
  forAnHour: 'Ouvrir pendant 1\u00a0h',
  forLong: 'Ouvrir jusqu’à nouvel ordre',
  byItself: 'Ouvert pendant 1\u00a0h, il se referme tout seul.',
};
