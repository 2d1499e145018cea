import type { Words } from '../fr.ts';
import { closed } from '../names.ts';

export const signIn: Words['signIn'] = {
  title: (application) => `Sign in to ${application}`,
  username: 'E-mail address',
  password: 'Password',
  reveal: 'Show',
  conceal: 'Hide',
  revealLabel: 'Show the password',
  concealLabel: 'Hide the password',
  submit: 'Sign in',
  recorded: {
    staff:
      'To protect the children’s records, we record the device, the browser, the network address and the approximate place of each sign-in.',
    parents: 'To protect your child’s record, we record the device and the time.',
  },
  more: 'Learn more',
  errors: {
    mismatch: 'The address or the password does not match. Check them and try again.',
    incomplete: 'Enter your e-mail address and your password.',
    busy: 'Many people are signing in right now. Wait a few seconds and try again.',
    unavailable: 'Signing in is impossible for the moment. Try again in a few minutes.',
  },
  notices: {
    'wait-over': 'It is authorized. Enter your password again.',
    'session-over': 'Your last visit was a while ago. Enter your password again.',
    'new-browser': 'This is not the browser you started with. Enter your password again.',
    'confirm-it-is-you': 'Enter your password to confirm that it is you.',
  },
};

export const proof: Words['proof'] = {
  title: (firstName) => `One moment, ${firstName}`,
  recognizing: 'Recognizing this browser…',
  stays: 'If this page stays open, press “Continue”.',
  submit: 'Continue',
};

export const organization: Words['organization'] = {
  title: 'Where are you working?',
  hello: (firstName, application) => `Hello ${firstName}. Choose the organization to open in ${application}.`,
  changing: (from) => `A session is open for ${from}. Choosing another organization closes it.`,
  last: 'Last choice',
};

export const continueAs: Words['continueAs'] = {
  title: (firstName) => `Continue as ${firstName}?`,
  explanation: (application) =>
    `Several people use this device. Before opening ${application}, tell us who you are.`,
  submit: (firstName) => `Continue as ${firstName}`,
  somebodyElse: 'Somebody else',
};

export const logout: Words['logout'] = {
  title: 'Sign out?',
  question: 'The Amisgest applications open in this browser will ask for the password again.',
  yes: 'Sign out',
  no: 'No, keep the session open',
  doneTitle: 'Done',
  done: 'The session is closed. You can close this page.',
};

export const refusal: Words['refusal'] = {
  back: (application) => `Back to ${application}`,
  hello: (firstName) => `Hello ${firstName}.`,
  askAgain: (when) => closed(`You can ask again ${when}`),
};
