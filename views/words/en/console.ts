import type { Words } from '../fr.ts';

const written = new Intl.NumberFormat('en-CA');

function counted(count: number, one: string, several: string): string {
  return `${written.format(count)} ${count === 1 ? one : several}`;
}

const connections = (count: number) => counted(count, 'connection', 'connections');

export const consolePages: Words['console'] = {
  settings: 'Settings',
  waiting: (count) =>
    count === 0 ? 'No pending requests' : counted(count, 'pending request', 'pending requests'),
  toConnections: 'Back to connections',

  connections: {
    title: 'Connections',
    closed: 'Padlock closed',
    closedMeans: 'Only authorized connections get through.',
    open: 'Padlock open',
    openUntil: (until) => `Padlock open ${until}`,
    openMeans: 'Everyone can enter; every connection is recorded.',
    closesByItself: 'It will close again by itself.',
    counts: (people, seen, toCheck) =>
      `${counted(people, 'person', 'people')}, ${connections(seen)}, ${
        toCheck === 0 ? 'nothing' : written.format(toCheck)
      }\u00a0to\u00a0check.`,
    toOpen: 'Open the padlock',
    toClose: 'Close the padlock',
    filter: 'Choose which connections to show',
    application: 'Application',
    everyApplication: 'All',
    period: 'Period',
    periods: {
      today: 'Today',
      '7-days': 'Last 7\u00a0days',
      '30-days': 'Last 30\u00a0days',
      all: 'Everything',
    },
    search: 'Search for a person',
    show: 'Show',
    list: 'The connections, the latest first',
    person: 'Person',
    usedWith: 'Device and browser',
    from: 'Place',
    lastAttempt: 'Last attempt',
    standing: 'Status',
    more: 'Details',
    seeWhere: (name) => `Places and authorizations: ${name}`,
    next: 'See the next ones',
    first: 'Back to the latest',
    nobodyTitle: 'Nobody has signed in yet',
    nobody: 'Every connection will show here, with the device, the place and the time.',
    nothingTitle: 'No connection matches',
    nothing: 'Try another period or another application, or clear the search.',
    showAll: 'Show all connections',
    neverTitle: 'Never signed in',
    never: (count) =>
      count === 1
        ? 'This person is on the team, but has never signed in.'
        : 'These people are on the team, but have never signed in.',
    newsOne: 'One new attempt',
    newsMany: (count) => `${count} new attempts`,
  },

  standings: {
    authorized: 'Authorized',
    'not-authorized': 'Not authorized',
    refused: 'Refused',
    open: 'Free to enter',
  },

  closing: {
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
          : `The ${connections(count)} of the last month will be authorized.`,
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
  },

  opening: {
    title: 'Open the padlock?',
    means: 'Everyone, except those whose access is withdrawn, will be able to sign in from anywhere.',
    told: 'Every connection will still be recorded. Everyone who has the Administration role will be told by e-mail.',
    forAnHour: 'Open for 1\u00a0hour',
    forLong: 'Open until further notice',
    byItself: 'Opened for 1\u00a0hour, it closes again by itself.',
  },

  person: {
    access: 'Access',
    accesses: {
      by_rules: {
        name: 'By the authorizations',
        means: (firstName) => `${firstName} enters with what is authorized. The rest waits for your answer.`,
      },
      always: {
        name: 'Always (full authorization)',
        means: (firstName) =>
          `${firstName} enters with any device, from anywhere, even where a refusal applies.`,
      },
      never: {
        name: 'Withdrawn',
        means: (firstName) => `${firstName} no longer enters this organization, and is signed out at once.`,
      },
    },
    save: 'Save',
    padlockOpen: 'The padlock is open: the authorizations below will apply once it is closed.',
    lists: 'With what and from where',
    listsHint: 'Tick, then choose Authorize or Withdraw.',
    accessDecides: {
      always:
        'Access is “Always”: everything goes through, whatever these lists say. To choose line by line, go back to “By the authorizations”.',
      never:
        'Access is withdrawn: nothing goes through, whatever these lists say. To choose line by line, go back to “By the authorizations”.',
    },
    own: 'This is the connection you are using now.',
    notAuthorized: (count) => `Not authorized (${written.format(count)})`,
    authorized: (count) => `Authorized (${written.format(count)})`,
    authorize: 'Authorize',
    withdraw: 'Withdraw',
    authorizeAll: (count) => `Authorize all (${written.format(count)})`,
    withdrawAll: (count) => `Withdraw all (${written.format(count)})`,
    noneLeft: 'Nothing to authorize.',
    noneYet: 'Nothing is authorized yet.',
    neverTitle: 'No connection yet',
    never: (firstName) => `When ${firstName} signs in, the device, the place and the time will show here.`,
    seen: (when) => `seen ${when}`,
    why: 'Why?',
    network: (address) => `Network address: ${address}`,
    stolen: 'Device lost or stolen',
    refused: 'Refused',
    history: 'History',
    historyNone: 'No attempt yet.',
    outcomes: { allow: 'Authorized', ask: 'Made to wait', deny: 'Refused' },
    inApplication: (application) => `in ${application}`,
  },

  moved: {
    authorized: (count) => `${connections(count)} authorized.`,
    withdrawn: (count) => `${connections(count)} no longer authorized.`,
    inForce: 'It is in force now.',
    'still-refused': (count) =>
      `${connections(count)} still refused: a wider refusal wins over your authorization. That refusal is among your organization’s refusals.`,
    'nothing-chosen': 'Nothing changed. First tick at least one line.',
    'own-connection':
      'Nothing changed: this is the connection you are using now. Somebody else from management can withdraw it.',
    undone: 'Undone: everything is as it was.',
    'locks-out':
      'Nothing changed: nobody with the Administration role could have entered any more. First authorize another person who has this role.',
    'access-changed': 'The access is saved.',
  },
};
