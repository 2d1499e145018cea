import { sentenceOf } from '../names.ts';

/** Typographic rule: a no-break space stands before a colon and inside « », and between a number and its unit. */
export const common = {
  lang: 'fr-CA',
  brand: 'Amisgest',
  title: (page: string) => `${page} · Cadenas`,
  otherLanguage: 'English',
  help: 'Aide',
  privacy: 'Renseignements personnels',
  footer: 'Aide et vie privée',
  notYou: 'Ce n’est pas vous?',
  cancel: 'Annuler',
  undo: 'Annuler',
  backTo: (application: string) => `Retourner à ${application}`,
  signOut: 'Se déconnecter',
  demoBanner: 'Démonstration\u00a0: tout est fictif.',
  demoLink: 'Mode d’emploi',
  callOnCall: (phone: string) => `Appelez la personne de garde\u00a0: ${phone}.`,
  callDirection: 'Appelez la direction de votre service de garde.',
  callCentre: 'Écrivez ou téléphonez à votre service de garde.',
};

export const people = {
  toEach: (names: readonly string[]) =>
    sentenceOf(
      names.map((name) => `à ${name}`),
      ', ',
      ' et ',
    ),
  others: (count: number) => (count === 1 ? 'une autre personne' : `${count} autres personnes`),
};

export const moments = {
  justNow: 'à l’instant',
  clock: (hour: number, minute: number) =>
    minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${String(minute).padStart(2, '0')}`,
  at: (clock: string) => `à\u00a0${clock}`,
  yesterday: (clock: string) => `hier à\u00a0${clock}`,
  day: (weekday: string, day: number, month: string, clock: string) =>
    `le ${weekday} ${day === 1 ? '1er' : day}\u00a0${month} à\u00a0${clock}`,
  until: (clock: string) => `jusqu’à\u00a0${clock}`,
  untilDay: (weekday: string, day: number, month: string, clock: string) =>
    `jusqu’au ${weekday} ${day === 1 ? '1er' : day}\u00a0${month} à\u00a0${clock}`,
  earlier: (minutes: number) =>
    minutes < 60
      ? `${Math.max(1, Math.round(minutes))}\u00a0min plus tôt`
      : `${Math.round(minutes / 60)}\u00a0h plus tôt`,
  dayOfYear: (weekday: string, day: number, month: string, year: number, clock: string) =>
    `le ${weekday} ${day === 1 ? '1er' : day}\u00a0${month} ${year} à\u00a0${clock}`,
};
