import { sentenceOf } from '../names.ts';

/** The page of somebody who waits for an answer. */
export const waiting = {
  title: 'Votre direction doit autoriser cette connexion',
  titleOwn: (asked: readonly string[]) =>
    asked.length > 0 && asked.length < 4
      ? `${sentenceOf(asked, ', ', ' ou ')} doit autoriser votre connexion`
      : 'Une autre personne doit autoriser votre connexion',
  hello: (firstName: string) => `Bonjour ${firstName}. Vous n’avez rien à refaire.`,
  helloOwn: (firstName: string) => `Bonjour ${firstName}. Cet appareil n’est pas encore autorisé.`,
  keepOpen: 'Gardez cette page ouverte et appuyez sur «\u00a0Vérifier maintenant\u00a0».',
  goesOn: 'Cette page continuera toute seule.',
  cut: 'La connexion au serveur est coupée. Cette page réessaie toute seule.',
  steps: 'Où en est votre connexion',
  done: 'Fait',
  now: 'En cours',
  toCome: 'À venir',
  passwordChecked: 'Mot de passe vérifié',
  asked: (people: string, when: string) => `Demande envoyée ${people}, ${when}`,
  askedNobody: (when: string) => `Demande enregistrée ${when}`,
  reminded: (when: string) => `Rappel envoyé ${when}`,
  opening: (application: string) => `Entrée dans ${application}`,
  code: 'Votre code',
  codeAdvice: (asked: readonly string[]) =>
    asked.length > 0 && asked.length < 4
      ? `Si ${sentenceOf(asked, ', ', ' ou ')} vous le demande, donnez-lui ce code en personne ou de vive voix. Ne le donnez à personne d’autre.`
      : 'Si votre direction vous le demande, donnez-lui ce code en personne ou de vive voix. Ne le donnez à personne d’autre.',
  own: (asked: readonly string[]) =>
    asked.length === 0
      ? 'Votre soutien technique peut l’autoriser avec votre adresse courriel et le code ci-dessous.'
      : `${sentenceOf(asked, ', ', ' ou ')} peut l’autoriser à partir du courriel reçu. Sinon, votre soutien technique peut l’autoriser avec votre adresse courriel et le code ci-dessous.`,
  fromElsewhere:
    'Cette demande a été faite à partir d’un autre réseau que celui-ci. Pour demander d’ici, appuyez sur «\u00a0Annuler\u00a0», puis recommencez.',
  nobodyAsked: 'Personne n’a pu recevoir votre demande.',
  nobodyAnswered: 'Personne n’a encore répondu.',
  why: 'Pourquoi?',
  check: 'Vérifier maintenant',
  titleApproved: 'C’est autorisé',
  approved: (application: string) => `C’est autorisé. ${application} s’ouvre…`,
  opens: (application: string) => `${application} s’ouvre…`,
  approvedByHand: (application: string) => `Il ne reste qu’à ouvrir ${application}.`,
  open: (application: string) => `Ouvrir ${application}`,
  openNow: 'Continuer maintenant',
  titleRefused: 'Cette connexion n’a pas été autorisée',
  refused: 'Vous pouvez en parler avec votre direction, qui a reçu votre demande.',
  titleCancelled: 'Demande annulée',
  cancelled: 'La demande a été retirée. Vous pouvez recommencer quand vous voulez.',
  titleExpired: 'Cette demande n’est plus valide',
  expired: 'Elle est restée trop longtemps sans réponse. Vous pouvez recommencer quand vous voulez.',
};
