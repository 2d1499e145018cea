import type { Words } from '../../fr.ts';
import { countConnections, written } from './counted.ts';

export const person: Words['console']['person'] = {
  whatIf: 'What if this person signed in?',
  newRule: 'Add an authorization or a refusal',
  access: 'Access',
  accesses: {
    by_rules: {
      name: 'As authorized',
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
      'Access is “Always”: everything goes through, whatever these lists say. To choose line by line, go back to “As authorized”.',
    never:
      'Access is withdrawn: nothing goes through, whatever these lists say. To choose line by line, go back to “As authorized”.',
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
  notShown: (count) =>
    count === 1 ? 'One more line on another page.' : `${written.format(count)} more lines on other pages.`,
  older: 'See older lines',
  newest: 'Back to the latest',
  seen: (when) => `seen ${when}`,
  why: 'Why?',
  network: (address) => `Network address: ${address}`,
  stolen: 'Device lost or stolen',
  refused: 'Refused',
  history: 'History',
  historyOf: (name) => `History: ${name}`,
  historyMore: 'See more',
  historyNext: 'See what came before',
  toPerson: 'Back to the person',
  accessBecame: (act, access) => `${act}: ${access}`,
  ruleBy: (by, when) => `By ${by}, ${when}`,
  ruleSince: (when) => `Created ${when}`,
  ruleOver: (when) => `Ended ${when}`,
  map: 'Where',
  mapOf: (name) => `Places: ${name}`,
  mapNone: 'No known place: the network does not tell.',
  devices: 'Devices',
  devicesMore: 'See all of their devices',
  withdrawing: {
    title: (name) => `Withdraw access: ${name}?`,
    noLonger: (firstName) =>
      `${firstName} no longer enters this organization, even when the padlock is open.`,
    effects: [
      'Their current sessions end at once.',
      'Their pending requests are cancelled.',
      'Their authorizations stay written: they apply again if you give access back.',
    ],
    own: 'Careful: this is your own access. As soon as you confirm, you lose access to Settings. Only another administrator can give it back to you.',
    confirm: 'Withdraw access',
  },
  historyNone: 'No attempt yet.',
  outcomes: { allow: 'Authorized', ask: 'Had to wait', deny: 'Refused' },
  inApplication: (application) => `in ${application}`,
};

export const moved: Words['console']['moved'] = {
  authorized: (count) => `${countConnections(count)} authorized.`,
  withdrawn: (count) => `${countConnections(count)} no longer authorized.`,
  inForce: 'It is in force now.',
  'still-refused': (count) =>
    `${countConnections(count)} still refused: a wider refusal wins over your authorization. That refusal is among your organization’s refusals.`,
  'nothing-chosen': 'Nothing changed. First tick at least one line.',
  'own-connection':
    'Nothing changed: this is the connection you are using now. Somebody else from management can withdraw it.',
  undone: 'Undone: everything is as it was.',
  'locks-out':
    'Nothing changed: nobody with the Administration role could have entered any more. First authorize another person who has this role.',
  'locks-you-out':
    'Nothing changed: you could no longer enter from here with this device. Somebody else from management can do it.',
  'access-changed': 'Access saved. It is in force now.',
};
