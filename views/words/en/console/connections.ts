import type { Words } from '../../fr.ts';
import { countConnections, counted, written } from './counted.ts';

export const connections: Words['console']['connections'] = {
  title: 'Connections',
  closed: 'Padlock closed',
  closedMeans: 'Only authorized connections get through.',
  open: 'Padlock open',
  openUntil: (until) => `Padlock open ${until}`,
  openMeans: 'Everyone can enter; every connection is recorded.',
  closesByItself: 'It will close again by itself.',
  counts: (people, seen, toCheck) =>
    `${counted(people, 'person', 'people')}, ${countConnections(seen)}, ${
      toCheck === 0 ? 'nothing' : written.format(toCheck)
    }\u00a0to\u00a0check.`,
  toCheck: (count) => `${written.format(count)}\u00a0to\u00a0check`,
  onlyToCheck:
    'These are the connections to check: their last attempt did not get through, in the last 60\u00a0days. “Next time” says what would happen now.',
  checklist: 'Before you close the padlock',
  waiting: 'Waiting',
  results: {
    closed: 'The padlock is closed. Everyone with the Administration role has been told.',
    opened: 'The padlock is open. Everyone with the Administration role has been told.',
    'already-closed': 'The padlock was already closed.',
    'already-open': 'The padlock was already open until further notice.',
  },
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
  search: 'Search for a person, a place, a city',
  show: 'Show',
  list: 'The connections, the latest first',
  person: 'Person',
  usedWith: 'Device and browser',
  from: 'Place',
  lastAttempt: 'Last attempt',
  standing: 'Next time',
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
};

export const standings: Words['console']['standings'] = {
  authorized: 'Authorized',
  'not-authorized': 'Not authorized',
  refused: 'Refused',
  open: 'Free to enter',
};
