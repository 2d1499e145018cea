import type { Words } from '../../fr.ts';
import { counted } from './counted.ts';

export const whatIf: Words['console']['whatIf'] = {
  title: 'What if…',
  lead: 'Try a connection without anyone connecting. Nothing changes.',
  person: 'Who?',
  choosePerson: 'Choose a person',
  application: 'In which application?',
  machine: 'With what?',
  hers: 'Their devices and browsers',
  neverSeen: 'A device never seen before',
  kinds: {
    phone: 'A phone never seen before',
    tablet: 'A tablet never seen before',
    computer: 'A computer never seen before',
  },
  from: 'From where?',
  wasSeen: 'Where the person was seen',
  places: 'Your organization’s places',
  others: 'Where others signed in from',
  network: (where, address) => `${where}\u00a0· ${address}`,
  nowhere: 'From who knows where',
  address: 'Or a network address',
  addressHint: 'If you fill it in, it replaces the choice above.',
  when: 'When?',
  whenHint: 'Leave it empty for now.',
  padlock: 'The padlock',
  padlocks: { 'as-is': 'As it is', closed: 'Closed' },
  ask: 'See the answer',
  answer: 'The answer',
  outcomes: { allow: 'Enters without waiting', ask: 'Has to wait for an authorization', deny: 'Is refused' },
  asked: (name, application, seenAs, when) => `${name}, in ${application} (${seenAs}), ${when}.`,
  now: 'now',
  padlockIs: { open: 'The padlock is open.', closed: 'The padlock is closed.' },
  rules: 'What authorizations and refusals say',
  noRules: 'No authorization and no refusal is about this person, this device or this place.',
  decided: 'This is what decided.',
  untold: (count) =>
    count === 1
      ? 'One other authorization or refusal has nothing to do with this connection.'
      : `${counted(count, 'other', 'others')} have nothing to do with this connection.`,
  seePerson: 'See their connections',
  faults: {
    gone: 'This choice does not exist, or no longer does. Choose another one.',
    address: 'This is not an address. Example: 192.0.2.18.',
    date: 'This date or time does not exist.',
  },
};
