import type { Words } from '../fr.ts';
import { closed, sentenceOf } from '../names.ts';
import type { DayRun, WordsOfDay } from '../week.ts';

const days: WordsOfDay = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

function run({ first, last }: DayRun): string {
  return first === last ? `on ${days[first]}` : `${days[first]} to ${days[last]}`;
}

export const rules: Words['rules'] = {
  effects: { allow: 'Authorization', deny: 'Refusal' },
  sentence: (effect, parts) => closed(`${effect}: ${parts.join(', ')}`),
  terms: (parts) => closed(parts.join(', ')),
  everyone: 'everyone',
  role: (role) => `anyone who has the ${role} role`,
  personWithRole: (person, role) => `${person} (${role} role)`,
  roles: {
    administration: 'Administration',
    educator: 'Education',
    kitchen: 'Kitchen',
    accounting: 'Accounting',
  },
  application: (application) => `in ${application}`,
  device: (name) => `with the device “${name}”`,
  kind: (device) => `with ${device}`,
  kindAndBrowser: (device, browser) => `with ${device} (${browser})`,
  browser: (browser) => `with the browser ${browser}`,
  ownApp: 'with the Amisgest app',
  network: (network) => `on the network ${network}`,
  everyDay: 'every day',
  days: (runs) => sentenceOf(runs.map(run), ', ', ' and '),
  hours: (from, to) => `from ${from} to ${to}`,
  nextDay: (to) => `${to} the next day`,
  midnight: 'midnight',
  allDay: 'all day',
  period: (dayNames, hours) => `${dayNames} ${hours}`,
  periods: (periods) => sentenceOf(periods, ', ', ' and '),
  unreadable: (text) => `at the hours “${text}”`,
  from: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  date: (day, month, year) => `${month}\u00a0${day}, ${year}`,
  dateAndClock: (date, clock) => `${date} at ${clock}`,
};
