import { sentenceOf } from '../names.ts';
import type { DayRun, WordsOfDay } from '../week.ts';

const days: WordsOfDay = {
  mon: 'lundi',
  tue: 'mardi',
  wed: 'mercredi',
  thu: 'jeudi',
  fri: 'vendredi',
  sat: 'samedi',
  sun: 'dimanche',
};

function run({ first, last }: DayRun): string {
  return first === last ? `le ${days[first]}` : `du ${days[first]} au ${days[last]}`;
}

/** A rule as one sentence: what it does, to whom, with what, where, when. */
export const rules = {
  effects: { allow: 'Autorisation', deny: 'Refus' },
  sentence: (effect: string, parts: readonly string[]) => `${effect}\u00a0: ${parts.join(', ')}.`,
  terms: (parts: readonly string[]) => `${parts.join(', ')}.`,
  everyone: 'tout le monde',
  role: (role: string) => `toute personne qui a le rôle ${role}`,
  personWithRole: (person: string, role: string) => `${person} (rôle ${role})`,
  roles: {
    administration: 'Administration',
    educator: 'Éducation',
    kitchen: 'Cuisine',
    accounting: 'Comptabilité',
  },
  application: (application: string) => `dans ${application}`,
  device: (name: string) => `avec l’appareil «\u00a0${name}\u00a0»`,
  kind: (device: string) => `avec ${device}`,
  kindAndBrowser: (device: string, browser: string) => `avec ${device} (${browser})`,
  browser: (browser: string) => `avec le navigateur ${browser}`,
  ownApp: 'avec l’application Amisgest',
  network: (network: string) => `sur le réseau ${network}`,
  everyDay: 'tous les jours',
  days: (runs: readonly DayRun[]) => sentenceOf(runs.map(run), ', ', ' et '),
  hours: (from: string, to: string) => `de\u00a0${from} à\u00a0${to}`,
  nextDay: (to: string) => `${to} le lendemain`,
  midnight: 'minuit',
  allDay: 'toute la journée',
  period: (dayNames: string, hours: string) => `${dayNames} ${hours}`,
  periods: (periods: readonly string[]) => sentenceOf(periods, ', ', ' et '),
  unreadable: (text: string) => `à l’horaire «\u00a0${text}\u00a0»`,
  from: (date: string) => `à partir du ${date}`,
  until: (date: string) => `jusqu’au ${date}`,
  date: (day: number, month: string, year: number) => `${day === 1 ? '1er' : day}\u00a0${month} ${year}`,
  dateAndClock: (date: string, clock: string) => `${date} à\u00a0${clock}`,
};
