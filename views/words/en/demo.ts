import type { Words } from '../fr.ts';

export const demo: Words['demo'] = {
  title: 'Try Cadenas in two minutes',
  intro:
    'This is a demonstration. The childcare centre and the people are fictitious, and the e-mails show here.',
  stepsTitle: 'What to do',
  steps: [
    { title: 'Enter Amisgest SDG as Julie.', text: 'Her page waits for an authorization and shows a code.' },
    {
      title: 'To be Sylvie, open a private window.',
      text: 'The browser that asks cannot answer itself. Open this same page there.',
    },
    { title: 'In that window, open Sylvie’s e-mail.', text: 'It arrives in the demonstration mailbox.' },
    {
      title: 'Type the code shown on Julie’s screen, then authorize.',
      text: 'Julie’s page continues by itself.',
    },
  ],
  signedOut: (application) => `Signed out. Next time, ${application} will ask for the password again.`,
  console: 'Play the director: see who signs in, close or open the padlock (Sylvie, Marc or Pierre).',
  openConsole: 'Open Settings › Connections',
  padlocks: 'The padlocks',
  papillons: 'At CPE Les Papillons, the padlock is closed: only authorized sign-ins pass.',
  arcenciel: 'At Garderie L’Arc-en-ciel, the padlock is open: Pierre enters without waiting.',
  applications: 'The applications',
  enter: (application) => `Enter ${application}`,
  staff: 'For the staff: the padlock applies.',
  parents: 'For parents: no authorization needed, at any time.',
  whoTries: 'Julie, Sylvie, Marc and Pierre: Amisgest SDG. Olivier: Portail Parents. Nadia: both.',
  sylviesMail: 'Open Sylvie’s e-mail',
  mailbox: 'See the e-mails',
  mailCount: (count) => (count === 0 ? 'No e-mail yet' : count === 1 ? 'One e-mail' : `${count} e-mails`),
  people: 'The accounts',
  password: 'Everybody’s password:',
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  organizations: 'Organization',
  none: 'None',
  roles: {
    administration: 'Administration',
    educator: 'Educator',
    parent: 'Parent',
    'educator-and-parent': 'Educator and parent',
  },
  ownTitle: 'What if Sylvie signs in with a new browser?',
  own: 'She waits too. Marc receives the request and can answer. Otherwise, technical support can authorize it with the code shown:',
  ownCommand: 'npm run cadenas -- approve sylvie.gagnon@papillons.test --code NNNNNN',
};

export const demoApplication: Words['demoApplication'] = {
  hello: (name) => `Hello ${name}`,
  signedIn: (application) => `You are in ${application}.`,
  failedTitle: (application) => `${application} could not let you in`,
  failed: 'You can start the sign-in again.',
  notDoneTitle: 'You are back in the demonstration',
  notDone: 'The sign-in did not take place.',
  staleTitle: 'This address no longer works',
  stale: 'It was already used, or the sign-in began in another browser.',
  claims: 'ID token, decoded',
  userinfo: 'Answer from userinfo',
  developer: 'What the application received, for developers',
  again: 'Sign in again',
  back: 'Back to the demonstration',
};

export const mailbox: Words['mailbox'] = {
  title: 'E-mails of the demonstration',
  intro: 'What people would have received. The newest is at the top.',
  empty: 'No e-mail. Enter an application to make one leave.',
  to: 'To',
  toWhom: (name) => `To ${name}`,
  from: 'From',
  sent: 'Sent',
  frame: 'The e-mail, as it shows',
  asText: 'See the text version',
  back: 'All e-mails',
};
