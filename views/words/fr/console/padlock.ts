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
    first: 'Une fois ces connexions autorisées, voici qui aurait eu à attendre.',
    again: 'Si le cadenas avait été fermé, voici qui aurait eu à attendre.',
  },
  hadToWait: (when: string, name: string, seenAs: string) =>
    `${when}, ${name} aurait eu à attendre (${seenAs})`,
  wasRefused: (when: string, name: string, seenAs: string) =>
    `${when}, ${name} aurait reçu un refus (${seenAs})`,
  times: (count: number) => `${written.format(count)}\u00a0fois`,
  seeOne: 'Voir ses connexions',
  seeOneOf: (name: string) => `Voir ses connexions\u00a0: ${name}`,
  others: (count: number) => `Et ${counted(count, 'autre connexion', 'autres connexions')}.`,
  nobodyStopped: 'Personne n’aurait eu à attendre.',
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
  toChecklist: 'Avant de fermer le cadenas',
  authorizeLine: 'Autoriser',
  lineAuthorized: 'C’est autorisé. L’essai à blanc ci-dessous en tient compte.',
};

/** « Avant de fermer le cadenas ». */
export const checklist = {
  title: 'Avant de fermer le cadenas',
  left: (count: number) =>
    count === 0
      ? 'Tout est prêt. Vous pouvez fermer le cadenas.'
      : `${counted(count, 'point reste', 'points restent')} à régler. Vous pouvez fermer le cadenas quand même\u00a0: l’essai à blanc vous dira qui devra attendre.`,
  marks: { done: 'Fait', todo: 'À faire', note: 'À savoir' },
  administrators: 'Au moins deux personnes peuvent répondre',
  administratorsAre: (names: readonly string[]) =>
    names.length >= 2
      ? `${counted(names.length, 'personne a', 'personnes ont')} le rôle Administration\u00a0: ${names.join(', ')}.`
      : `Seule cette personne a le rôle Administration\u00a0: ${names.join(', ')}. Si elle est absente, personne ne répond.`,
  own: 'Votre propre connexion est autorisée',
  ownEnters: 'Vous pourrez entrer avec cet appareil, d’ici.',
  ownStopped: 'Avec le cadenas fermé, cette connexion devrait attendre.',
  authorizeOwn: 'Autoriser ma connexion',
  team: 'Toute l’équipe s’est connectée au moins une fois',
  seen: (seen: number, members: number) =>
    seen === members
      ? 'Tout le monde a été vu dans le dernier mois.'
      : `${written.format(seen)}\u00a0sur ${counted(members, 'personne', 'personnes')} dans le dernier mois. Les autres devront attendre une autorisation.`,
  who: 'Voir qui',
  places: 'Votre service de garde a un nom sur la carte',
  placesAre: (count: number) =>
    count === 0
      ? 'Nommez l’endroit où l’équipe travaille\u00a0: les autorisations y seront plus simples.'
      : `${counted(count, 'endroit nommé', 'endroits nommés')}.`,
  seePlaces: 'Voir les endroits',
  shared: 'Les tablettes partagées sont marquées',
  sharedMeans: 'Sur un appareil partagé, la session est courte et chaque entrée demande qui est là.',
  seeDevices: 'Voir les appareils',
  onCall: 'Le numéro de la personne de garde s’affiche',
  everyPhone: 'Chaque installation a son numéro.',
  withoutPhone: (sites: readonly string[]) =>
    `Qui attend ne saura pas qui appeler\u00a0: ${sites.join(', ')}.`,
  rehearsal: 'L’essai à blanc ne retient personne',
  wouldWait: (count: number) =>
    count === 0
      ? 'Personne n’aurait eu à attendre dans le dernier mois.'
      : `${countConnections(count)} du dernier mois ${count < 2 ? 'aurait eu à' : 'auraient eu à'} attendre.`,
  seeRehearsal: 'Voir l’essai à blanc',
  tell: 'L’équipe est prévenue',
  tellMeans:
    'Dites-lui qu’un nouvel appareil devra attendre une autorisation, et que le code affiché se donne de vive voix.',
  toClosing: 'Passer à l’essai à blanc',
};

export const opening = {
  title: 'Ouvrir le cadenas?',
  means: 'Toutes les personnes, sauf celles dont l’accès est retiré, pourront se connecter de partout.',
  told: 'Chaque connexion restera notée. Toutes les personnes qui ont le rôle Administration seront avisées par courriel.',
  forAnHour: 'Ouvrir pendant 1\u00a0h',
  forLong: 'Ouvrir jusqu’à nouvel ordre',
  byItself: 'Ouvert pendant 1\u00a0h, il se referme tout seul.',
};
