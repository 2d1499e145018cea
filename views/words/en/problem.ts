import type { Words } from '../fr.ts';

const fromTheApplication = 'Go back to the application and sign in again.';
const tellSupport = 'Report it to the person who looks after the application, with the reference below.';

export const problem: Words['problem'] = {
  kinds: {
    'not-found': {
      title: 'This page does not exist',
      sentence: 'The address may be incomplete, or the page is gone.',
      advice: 'Check the address, or go back to your application.',
    },
    'bad-request': {
      title: 'We did not understand this request',
      sentence: 'Something is missing, or does not have the right form.',
      advice: 'Go back to the previous page and try again.',
    },
    'too-large': {
      title: 'That is too long for us',
      sentence: 'What was sent is more than this page can receive.',
      advice: 'Go back to the previous page and try again.',
    },
    'wrong-origin': {
      title: 'This form comes from elsewhere',
      sentence: 'For your safety, nothing was done.',
      advice: fromTheApplication,
    },
    'interaction-over': {
      title: 'This sign-in page no longer works',
      sentence: 'It was already used, or it stayed open for too long.',
      advice: fromTheApplication,
    },
    'unknown-client': {
      title: 'This application is not known',
      sentence: 'It is not registered with the sign-in of the Amisgest applications.',
      advice: tellSupport,
    },
    'bad-redirect': {
      title: 'The return address is not the right one',
      sentence: 'The application asks to return to an address that is not registered.',
      advice: tellSupport,
    },
    'bad-authorization-request': {
      title: 'The application asked for the sign-in incorrectly',
      sentence: 'You did nothing wrong.',
      advice: tellSupport,
    },
    unavailable: {
      title: 'Signing in is impossible for the moment',
      sentence: 'Nothing is lost: the service comes back by itself.',
      advice: 'Try again in a few minutes.',
    },
    busy: {
      title: 'Many people are signing in',
      sentence: 'We cannot answer everybody at the same time.',
      advice: 'Wait a few seconds and try again.',
    },
    'locks-out': {
      title: 'This change would leave everyone outside',
      sentence: 'Nobody with the Administration role could enter any more. Nothing was changed.',
      advice: 'First authorize the connection of one of them, or open the padlock, then try again.',
    },
    unexpected: {
      title: 'Something did not work',
      sentence: 'The error is ours and it was noted.',
      advice: 'Try again. If it happens again, give the reference below to your management.',
    },
  },
  reference: (reference) => `Reference: ${reference}`,
  home: 'Go to the home page',
  details: 'For the person who develops the application',
};
