import type { Words } from '../../fr.ts';
import { counted, written } from './counted.ts';

const people = (count: number) => counted(count, 'person', 'people');
const lines = (count: number) => counted(count, 'place', 'places');

export const places: Words['console']['places'] = {
  title: 'All places',
  lead: 'Each line is a place from which your team tried to enter in the last 60\u00a0days. A place is authorized when everyone on its line can enter from there.',
  hint: 'Tick, then choose Authorize or Withdraw. It counts for the people on the line, at that place, with any device. Nothing else changes.',
  search: 'Search for a person, a place, a city',
  filter: 'Choose which places to show',
  show: 'Show',
  showAll: 'Show all places',
  lists: 'Both lists',
  notAuthorized: (count) => `Not authorized (${written.format(count)})`,
  authorized: (count) => `Authorized (${written.format(count)})`,
  noneLeft: 'No place is waiting to be authorized.',
  noneYet: 'No place is authorized yet.',
  authorizeAll: (count) => `Authorize all (${written.format(count)})`,
  withdrawAll: (count) => `Withdraw all (${written.format(count)})`,
  andOthers: (names, count) => `${names} and ${counted(count, 'other', 'others')}`,
  names: (names) => names.join(', '),
  and: (names, last) => `${names} and ${last}`,
  cityAndOwner: (city, owner) => `${city}, ${owner}`,
  seen: (when) => `seen ${when}`,
  kinds: { mobile: 'Mobile network', shared: 'Network shared by many people' },
  waits: (count, total) =>
    total === 1
      ? 'Has to wait for an authorization'
      : count === total
        ? `All ${written.format(total)} have to wait`
        : `${written.format(count)} of ${people(total)} ${count === 1 ? 'has' : 'have'} to wait`,
  wouldWait: (count, total) =>
    total === 1
      ? 'Would have to wait for an authorization'
      : count === total
        ? `All ${written.format(total)} would have to wait`
        : `${written.format(count)} of ${people(total)} would have to wait`,
  refused: (count, total) =>
    total === 1
      ? 'Refused here'
      : `${written.format(count)} of ${people(total)} ${count === 1 ? 'is' : 'are'} refused`,
  everyone: 'Everyone here',
  own: 'You are here now.',
  nothingToMove:
    'Nothing to change here: access is “Always”, the device is lost or stolen, or the application is not for this role.',
  details: 'Who, and with which address',
  standings: {
    'let-in': 'can enter',
    always: 'can always enter (full authorization)',
    waits: 'has to wait',
    refused: 'refused here',
    apart: 'device lost or stolen, or an application for another role',
  },
  standingsOpen: { waits: 'would have to wait' },
  person: (name, standing) => `${name}: ${standing}`,
  morePeople: (count) => `and ${counted(count, 'other', 'others')}`,
  addresses: (list) => `Network address: ${list}`,
  moreAddresses: (list, count) => `${list} and ${counted(count, 'other address', 'other addresses')}`,
  nameIt: 'Name this place',
  change: 'Change this place',
  linkAbout: (action, where) => `${action}: ${where}`,
  since: (when) => `There are many connections: the lists stop ${when} and go no further back.`,
  unobserved: (count) =>
    count === 1
      ? 'One person signed in from an address that could not be observed: they are on no line, and no place can authorize them.'
      : `${people(count)} signed in from an address that could not be observed: they are on no line, and no place can authorize them.`,
  padlockOpen: 'The padlock is open: the authorizations below will apply once it is closed.',
  next: 'Show the next ones',
  first: 'Back to the latest',
  nobodyTitle: 'No place yet',
  nobody: 'When somebody signs in, the place will show here.',
  nothingTitle: 'No place matches',
  nothing: 'Try another word, or clear the search.',
  namedTitle: 'Named places',
  namedHint: 'A place with a name is recognised at a glance, and can be authorized for everyone.',
  namedNone: 'No place has a name yet.',
  add: 'Add a place',
  toPlaces: 'Back to all places',
};

export const placesSaid: Words['console']['placesSaid'] = {
  authorized: (count, who) => `${lines(count)} authorized, for ${people(who)}.`,
  withdrawn: (count, who) => `${lines(count)} no longer authorized, for ${people(who)}.`,
  stillStopped: (count) =>
    `${people(count)} still stopped: a wider refusal wins over your authorization. That refusal is among your organization’s refusals.`,
  keptOwn: 'Your own access where you are now does not change.',
  alreadySo: 'Nothing changed: it was so already.',
  already:
    'Nothing changed: it was undone already, somebody has changed it since, or more than 24\u00a0hours have passed.',
  stale:
    'Nothing was saved: somebody tried to enter while this page was open, and the list is no longer the same. This is how it stands now. Check, then do it again if you need to.',
  'place-added': 'The place has a name. Now choose who may enter from there.',
  'place-changed': 'The place is saved.',
  'place-removed': 'The place is removed, with the authorizations and refusals that named it.',
  everyone: 'Everyone can enter from here, except for what is refused.',
  'no-longer-everyone': 'Only authorized people enter from here.',
};

export const place: Words['console']['place'] = {
  newTitle: 'Name a place',
  newLead:
    'Say what you call this place, and by which addresses it is recognised. Naming a place authorizes nobody.',
  changeTitle: 'Name and addresses',
  name: 'Name',
  nameHint: 'For example “CPE Les Papillons” or “Brossard site”.',
  site: 'Site',
  noSite: 'All',
  ranges: 'Network addresses',
  rangesHint:
    'One per line: 198.51.100.24, or a range such as 198.51.100.0/28. Your Internet provider will tell you which ones are yours.',
  circleTitle: 'A circle on the map',
  circleHint:
    'The approximate place of a connection must fall wholly inside the circle: a narrow circle rarely recognises anybody. A network address is safer.',
  drawCircle: 'Add a circle on the map',
  noCircle: 'Take the circle away',
  now: (name, ranges) => `At present: “${name}”${ranges === '' ? '' : `, ${ranges}`}.`,
  save: 'Save',
  sure: 'This is what I want. Save it anyway.',
  faultsTitle: 'The place is not saved yet.',
  faults: {
    'no-name': 'Give this place a name.',
    'long-name': 'This name is too long: 80\u00a0characters at the most.',
    nowhere: 'Give at least one address, or draw a circle.',
    'too-many-ranges': 'There are too many addresses: 50 at the most.',
    circle: 'The circle is incomplete: it needs a centre and a radius.',
  },
  rangeFaults: {
    unreadable: (text) => `“${text}” is neither an address nor a range of addresses.`,
    'too-wide': (text) =>
      `“${text}” holds far too many addresses to be your centre: almost anybody would be in it.`,
    'too-narrow': (text) =>
      `“${text}” is too narrow: of these addresses, only the first half is observed. Write the address alone, or a range that ends with /64 or less.`,
  },
  doubtsTitle: 'Before you save, check this.',
  wide: (text, holds) =>
    `“${text}” holds ${written.format(holds)} addresses. A centre rarely has more than one.`,
  shared: (text, owner) =>
    `“${text}” (${owner}) is shared by thousands of people: you are not naming your centre, but all of them.`,
  mobile: (text, owner) =>
    `“${text}” (${owner}) is a network of mobile phones: thousands of people share it, wherever they are.`,
  someOwner: 'unknown provider',
  grows: (authorizations, refusals) => {
    const named = [
      ...(authorizations > 0 ? [counted(authorizations, 'authorization', 'authorizations')] : []),
      ...(refusals > 0 ? [counted(refusals, 'refusal', 'refusals')] : []),
    ].join(' and ');
    return `The place becomes larger: ${named} ${authorizations + refusals < 2 ? 'names' : 'name'} it, and will hold there too.`;
  },
  growsForEveryone:
    '“Everyone here” is one of them: your whole team will be able to enter from there, except for what is refused.',
  holdsThereToo: 'I want this to hold there too.',
  people: 'Who signs in from here',
  peopleNone: 'Nobody has signed in from here in the last 60\u00a0days.',
  whoMay: 'Who may enter from here',
  everyoneIs: 'Everyone here: all the people of your team enter from here, except for what is refused.',
  everyoneIsNot: 'Only authorized people enter from here.',
  letEveryoneIn: 'Authorize everyone here',
  endEveryone: 'Stop authorizing everyone here',
  everyoneMeans:
    'This also counts for people who will join your team, with any device. Use it only for a place that is yours.',
  rules: 'Authorizations and refusals that name this place',
  rulesNone: 'No authorization and no refusal names this place.',
  moreRules: (count) => `and ${counted(count, 'more', 'more')}.`,
  remove: 'Remove this place',
  removeTitle: (name) => `Remove the place “${name}”?`,
  removeMeans:
    'The name goes away. Connections from here will show under the address of their network. You can undo this right after.',
  removeEnds: 'This will end as well:',
  removeEndsNothing: 'No authorization and no refusal names this place: nobody loses any access.',
};
