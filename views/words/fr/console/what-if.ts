import { counted } from './counted.ts';

/** « Et si… »: what would be decided of a sign-in that nobody makes. */
export const whatIf = {
  title: 'Et si…',
  lead: 'Essayez une connexion sans que personne se connecte. Rien ne change.',
  person: 'Qui?',
  choosePerson: 'Choisissez une personne',
  application: 'Dans quelle application?',
  machine: 'Avec quoi?',
  hers: 'Ses appareils et navigateurs',
  neverSeen: 'Un appareil jamais vu',
  kinds: {
    phone: 'Un téléphone jamais vu',
    tablet: 'Une tablette jamais vue',
    computer: 'Un ordinateur jamais vu',
  },
  from: 'D’où?',
  wasSeen: 'Où la personne a été vue',
  places: 'Les endroits de votre organisation',
  others: 'D’où d’autres se sont connectés',
  network: (where: string, address: string) => `${where}\u00a0· ${address}`,
  nowhere: 'On ne sait pas d’où',
  address: 'Ou une adresse de réseau',
  addressHint: 'Si vous la remplissez, elle remplace le choix du dessus.',
  when: 'Quand?',
  whenHint: 'Laissez vide pour maintenant.',
  padlock: 'Le cadenas',
  padlocks: { 'as-is': 'Comme il est', closed: 'Fermé' },
  ask: 'Voir la réponse',
  answer: 'La réponse',
  outcomes: { allow: 'Entre sans attendre', ask: 'Doit attendre une autorisation', deny: 'Reçoit un refus' },
  asked: (name: string, application: string, seenAs: string, when: string) =>
    `${name}, dans ${application} (${seenAs}), ${when}.`,
  now: 'maintenant',
  padlockIs: { open: 'Cadenas ouvert.', closed: 'Cadenas fermé.' },
  rules: 'Ce que disent les autorisations et les refus',
  noRules: 'Aucune autorisation et aucun refus ne vise cette personne, cet appareil ou cet endroit.',
  decided: 'C’est ce qui a décidé.',
  untold: (count: number) =>
    count === 1
      ? 'Une autre autorisation ou un autre refus ne concerne pas cette connexion.'
      : `${counted(count, 'autre', 'autres')} ne concernent pas cette connexion.`,
  seePerson: 'Voir ses connexions',
  faults: {
    gone: 'Ce choix n’existe pas, ou n’existe plus. Choisissez-en un autre.',
    address: 'Ce n’est pas une adresse. Exemple\u00a0: 192.0.2.18.',
    date: 'Cette date ou cette heure n’existe pas.',
  },
};
