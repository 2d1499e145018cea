import type { Words } from '../../fr.ts';
import { countConnections, counted, written } from './counted.ts';

export const closing: Words['console']['closing'] = {
  title: 'Close the padlock?',
  means: 'Only authorized connections will get through. The others will wait for your answer.',
  told: 'Everyone who has the Administration role will be told by e-mail.',
  refused: {
    closer:
      'The padlock was not closed: your own connection is not authorized, and you could no longer have entered.',
    administrators:
      'The padlock was not closed: nobody with the Administration role could have entered any more.',
  },
  mineFirst: 'Your own connection is not authorized yet. Start with it.',
  authorizeMine: 'Authorize my connection',
  authorizeAnother: 'First authorize the connection of someone who has this role.',
  authorizes: (count) =>
    count === 0
      ? 'No connection of the last month can be authorized in advance.'
      : count === 1
        ? 'The only connection of the last month will be authorized.'
        : `The ${countConnections(count)} of the last month will be authorized.`,
  rehearsal: 'Dry run',
  asIf: {
    first: 'With these connections authorized, here is who would have had to wait.',
    again: 'Had the padlock been closed, here is who would have had to wait.',
  },
  hadToWait: (when, name, seenAs) => `${when}, ${name} would have had to wait (${seenAs})`,
  wasRefused: (when, name, seenAs) => `${when}, ${name} would have been refused (${seenAs})`,
  times: (count) => counted(count, 'time', 'times'),
  seeOne: 'See their connections',
  seeOneOf: (name) => `See their connections: ${name}`,
  others: (count) => `And ${counted(count, 'other connection', 'other connections')}.`,
  nobodyStopped: 'Nobody would have had to wait.',
  noHistory: 'No connection has been observed yet: everyone will have to wait for an authorization.',
  observed: (days) =>
    days < 1 ? 'Observed for less than a day.' : `Observed for ${counted(days, 'day', 'days')}.`,
  everyoneSeen: 'The whole team has already signed in.',
  neverSeen: (count, members) =>
    count === 1
      ? `One person out of ${written.format(members)} has never signed in: they will have to wait for an authorization.`
      : `${counted(count, 'person', 'people')} out of ${written.format(members)} have never signed in: they will have to wait for an authorization.`,
  who: 'See who',
  close: 'Close the padlock',
};

export const opening: Words['console']['opening'] = {
  title: 'Open the padlock?',
  means: 'Everyone, except those whose access is withdrawn, will be able to sign in from anywhere.',
  told: 'Every connection will still be recorded. Everyone who has the Administration role will be told by e-mail.',
  forAnHour: 'Open for 1\u00a0hour',
  forLong: 'Open until further notice',
  byItself: 'Opened for 1\u00a0hour, it closes again by itself.',
};
