import { sentenceOf } from '../names.ts';

export const common = {
  lang: 'en-CA',
  brand: 'Amisgest',
  title: (page: string) => `${page} · Cadenas`,
  otherLanguage: 'Français',
  help: 'Help',
  privacy: 'Personal information',
  footer: 'Help and privacy',
  notYou: 'Not you?',
  cancel: 'Cancel',
  undo: 'Undo',
  backTo: (application: string) => `Back to ${application}`,
  signOut: 'Sign out',
  demoBanner: 'Demo: everything is fictitious.',
  demoLink: 'How it works',
  callOnCall: (phone: string) => `Call the person on duty: ${phone}.`,
  callDirection: 'Call the management of your childcare centre.',
  callCentre: 'Write to or call your childcare centre.',
};

export const people = {
  toEach: (names: readonly string[]) => {
    const all = sentenceOf(names, ', ', ' and ');
    return all === '' ? '' : `to ${all}`;
  },
  others: (count: number) => (count === 1 ? 'one other person' : `${count} other people`),
};

export const moments = {
  justNow: 'just now',
  clock: (hour: number, minute: number) =>
    `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}\u00a0${hour < 12 ? 'a.m.' : 'p.m.'}`,
  at: (clock: string) => `at ${clock}`,
  yesterday: (clock: string) => `yesterday at ${clock}`,
  day: (weekday: string, day: number, month: string, clock: string) =>
    `on ${weekday}, ${month}\u00a0${day} at ${clock}`,
  until: (clock: string) => `until ${clock}`,
  untilDay: (weekday: string, day: number, month: string, clock: string) =>
    `until ${weekday}, ${month}\u00a0${day} at ${clock}`,
  earlier: (minutes: number) =>
    minutes < 60
      ? `${Math.max(1, Math.round(minutes))}\u00a0min earlier`
      : `${Math.round(minutes / 60)}\u00a0h earlier`,
  dayOfYear: (weekday: string, day: number, month: string, year: number, clock: string) =>
    `on ${weekday}, ${month}\u00a0${day}, ${year} at ${clock}`,
};
