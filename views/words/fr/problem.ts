import type { ProblemKind } from '../../model.ts';

type Said = { readonly title: string; readonly sentence: string; readonly advice: string };

const fromTheApplication = 'Retournez dans l’application, puis connectez-vous de nouveau.';
const tellSupport = 'Signalez-le à la personne qui s’occupe de l’application, avec la référence ci-dessous.';

/** What happened in one sentence, then what to do. */
export const problem = {
  kinds: {
    'not-found': {
      title: 'Cette page n’existe pas',
      sentence: 'L’adresse est peut-être incomplète, ou la page n’est plus là.',
      advice: 'Vérifiez l’adresse, ou retournez dans votre application.',
    },
    'bad-request': {
      title: 'Nous n’avons pas compris cette demande',
      sentence: 'Il manque un renseignement, ou il n’a pas la bonne forme.',
      advice: 'Revenez à la page précédente, puis réessayez.',
    },
    'too-large': {
      title: 'C’est trop long pour nous',
      sentence: 'Ce qui a été envoyé dépasse ce que cette page peut recevoir.',
      advice: 'Revenez à la page précédente, puis réessayez.',
    },
    'wrong-origin': {
      title: 'Ce formulaire vient d’ailleurs',
      sentence: 'Pour votre sécurité, rien n’a été fait.',
      advice: fromTheApplication,
    },
    'interaction-over': {
      title: 'Cette page de connexion ne sert plus',
      sentence: 'Elle a déjà servi, ou elle est restée ouverte trop longtemps.',
      advice: fromTheApplication,
    },
    'unknown-client': {
      title: 'Cette application n’est pas connue',
      sentence: 'Elle n’est pas inscrite à la connexion des applications Amisgest.',
      advice: tellSupport,
    },
    'bad-redirect': {
      title: 'L’adresse de retour n’est pas la bonne',
      sentence: 'L’application demande de revenir à une adresse qui n’est pas inscrite.',
      advice: tellSupport,
    },
    'bad-authorization-request': {
      title: 'L’application a mal demandé la connexion',
      sentence: 'Ce n’est pas une erreur de votre part.',
      advice: tellSupport,
    },
    unavailable: {
      title: 'La connexion est impossible pour le moment',
      sentence: 'Rien n’est perdu\u00a0: le service revient de lui-même.',
      advice: 'Réessayez dans quelques minutes.',
    },
    busy: {
      title: 'Beaucoup de personnes se connectent',
      sentence: 'Nous n’arrivons pas à répondre à tout le monde en même temps.',
      advice: 'Attendez quelques secondes, puis réessayez.',
    },
    'locks-out': {
      title: 'Ce changement laisserait tout le monde dehors',
      sentence: 'Plus aucune personne qui a le rôle Administration ne pourrait entrer. Rien n’a été changé.',
      advice: 'Autorisez d’abord la connexion d’une de ces personnes, ou ouvrez le cadenas, puis réessayez.',
    },
    unexpected: {
      title: 'Quelque chose n’a pas fonctionné',
      sentence: 'L’erreur vient de nous et elle a été notée.',
      advice: 'Réessayez. Si cela se répète, donnez la référence ci-dessous à votre direction.',
    },
  } satisfies Record<ProblemKind, Said>,
  reference: (reference: string) => `Référence\u00a0: ${reference}`,
  home: 'Aller à la page d’accueil',
  details: 'Pour la personne qui développe l’application',
};
