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
  toChecklist: 'Before you close the padlock',
  authorizeLine: 'Authorize',
  lineAuthorized: 'Authorized. The dry run below takes it into account.',
};

export const checklist: Words['console']['checklist'] = {
  title: 'Before you close the padlock',
  left: (count) =>
    count === 0
      ? 'Everything is ready. You can close the padlock.'
      : `${counted(count, 'point is', 'points are')} left. You can close the padlock anyway: the dry run will tell you who will have to wait.`,
  marks: { done: 'Done', todo: 'To do', note: 'Good to know' },
  administrators: 'At least two people can answer',
  administratorsAre: (names) =>
    names.length >= 2
      ? `${counted(names.length, 'person has', 'people have')} the Administration role: ${names.join(', ')}.`
      : `Only one person has the Administration role: ${names.join(', ')}. If they are away, nobody answers.`,
  own: 'Your own connection is authorized',
  ownEnters: 'You will be able to enter with this device, from here.',
  ownStopped: 'With the padlock closed, this connection would have to wait.',
  authorizeOwn: 'Authorize my connection',
  team: 'The whole team has signed in at least once',
  seen: (seen, members) =>
    seen === members
      ? 'Everyone was seen in the last month.'
      : `${written.format(seen)} out of ${counted(members, 'person', 'people')} in the last month. The others will have to wait for an authorization.`,
  who: 'See who',
  places: 'Your childcare centre has a name on the map',
  placesAre: (count) =>
    count === 0
      ? 'Name the place where the team works: authorizing there becomes simpler.'
      : `${counted(count, 'named place', 'named places')}.`,
  seePlaces: 'See the places',
  shared: 'Shared tablets are marked',
  sharedMeans: 'On a shared device sessions are short, and each entry asks who is there.',
  seeDevices: 'See the devices',
  onCall: 'The number of the person on call is shown',
  everyPhone: 'Every site has its number.',
  withoutPhone: (sites) => `Whoever waits will not know whom to call: ${sites.join(', ')}.`,
  rehearsal: 'The dry run holds nobody back',
  wouldWait: (count) =>
    count === 0
      ? 'Nobody would have had to wait in the last month.'
      : `${countConnections(count)} of the last month would have had to wait.`,
  seeRehearsal: 'See the dry run',
  tell: 'The team knows',
  tellMeans:
    'Tell them that a new device will have to wait for an authorization, and that they read the code on the screen aloud to whoever answers.',
  toClosing: 'Go to the dry run',
};

export const opening: Words['console']['opening'] = {
  title: 'Open the padlock?',
  means: 'Everyone, except those whose access is withdrawn, will be able to sign in from anywhere.',
  told: 'Every connection will still be recorded. Everyone who has the Administration role will be told by e-mail.',
  forAnHour: 'Open for 1\u00a0hour',
  forLong: 'Open until further notice',
  byItself: 'Opened for 1\u00a0hour, it closes again by itself.',
};
