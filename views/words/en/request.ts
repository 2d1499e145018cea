import type { Words } from '../fr.ts';
import { closed } from '../names.ts';

export const request: Words['request'] = {
  documentTitle: (name) => `Request: ${name}`,
  wants: (application, device, where, when) =>
    closed(`wants to enter ${application} with ${device}, ${where}, ${when}`),
  repeats: (count) => (count === 1 ? 'One more try since.' : `${count} more tries since.`),
  newCountry: 'First try from this country.',
  others: (count) =>
    count === 1
      ? 'Another request is waiting under the same name.'
      : `${count} other requests are waiting under the same name.`,
  present: (firstName) => `Is ${firstName} in front of you?`,
  otherwise: 'If not, call the number you already have; do not trust a call you receive.',
  code: 'Code shown on their screen',
  codeHint: 'Six digits. Have them read to you in person or by voice.',
  orSignIn: 'Or sign in to answer without a code.',
  signInPart: 'sign in',
  approve: 'Authorize',
  refuse: 'Refuse',
  refuseOnce: 'Refuse this time',
  refuseHint: 'The refusal holds for the device that asks, for 15\u00a0minutes.',
  doNotKnow: 'Refuse: I do not recognize this request',
  doNotKnowHelp: (firstName) =>
    `The current sign-in will be refused. If ${firstName} did not ask for anything, somebody else may know the password.`,
  certain: 'I want to refuse this sign-in.',
  authorizes: 'What you authorize:',
  here: { place: 'at this place', network: 'on this network' },
  inThisRegion: 'in this region',
  scopes: {
    here: (firstName, device, here) => `${firstName}, with ${device}, ${here}`,
    region: (firstName, device, inRegion) => `${firstName}, with ${device}, anywhere ${inRegion}`,
    anywhere: (firstName, device) => `${firstName}, with ${device}, anywhere`,
    'person-here': (firstName, here) => `${firstName}, with any device, ${here}`,
    'team-here': (device, here) => `the whole team, with ${device}, ${here}`,
    once: (firstName, device) => `${firstName}, with ${device}`,
  },
  onlyOnce: 'this time only',
  whoAndWhere: 'Who, with what and where?',
  change: 'Change',
  duration: 'For how long?',
  durations: {
    always: 'always',
    today: 'today only',
    '30-days': 'for 30\u00a0days',
    'until-date': 'until a date',
  },
  untilDate: 'Last day',
  refuses: 'If you refuse:',
  whatRefused: 'What do you refuse?',
  refusals: {
    'this-time': (firstName, device) => `${firstName}, with ${device}, for 15\u00a0minutes`,
    'person-device': (firstName, device) => `${firstName}, with ${device}, until further notice`,
    device: (_firstName, device) => `everyone, with ${device}, until further notice`,
  },
  details: 'Technical details',
  organization: 'Organization',
  application: 'Application',
  device: 'Device',
  browser: 'Browser',
  place: 'Approximate place',
  namedPlace: 'Place',
  network: 'Network address',
  owner: 'Network provider',
  asked: 'Request received',
  notObserved: 'not observed',
  localNetwork: 'local network',
  why: 'Why you are asked',
  errors: {
    'code-missing': 'Enter the six-digit code shown on their screen.',
    'code-incomplete': 'It takes six digits. No try was lost.',
    'code-wrong': 'This is not the right code. Have it read again.',
    choose: 'Choose Authorize or Refuse.',
    scope: 'This choice is no longer offered. Choose again what you authorize.',
    date: 'Choose a date to come, within five years.',
    'locks-out':
      'Nothing was refused: without this device, nobody with the Administration role could have entered any more.',
    changed: 'This request has changed since the page was opened. Look at it again.',
    'tick-box': 'Tick the box to confirm that you refuse.',
  },
  triesLeft: (count) =>
    count === 0 ? 'No tries left.' : count === 1 ? 'You have one try left.' : `You have ${count} tries left.`,
};

export const requestClosed: Words['requestClosed'] = {
  approvedTitle: 'Done',
  approved: (firstName) => `${firstName} can enter. Their page continues by itself.`,
  withdraw: 'Undo this authorization',
  withdrawSignIn: 'A mistake? Sign in to withdraw this authorization.',
  withdrawSignInPart: 'Sign in',
  withdrawnTitle: 'The authorization is withdrawn',
  withdrawn: (firstName) => `${firstName} will have to ask again.`,
  withdrawnBy: (by, when) => closed(`${by} withdrew this authorization ${when}`),
  withdrawnByYou: (when) => closed(`You withdrew this authorization ${when}`),
  refusedTitle: 'Sign-in refused',
  refused: (firstName, clock) => closed(`${firstName} cannot enter with this device before ${clock}`),
  refusedForGood: {
    'person-device': (firstName) => `${firstName} can no longer enter with this device.`,
    device: (_firstName) => 'Nobody can enter with this device any more.',
  },
  endRefusal: 'You can remove this refusal at any time in Authorizations and refusals.',
  endRefusalPart: 'Authorizations and refusals',
  worried: (firstName) => `If this try worries you, reach ${firstName} without delay.`,
  answeredTitle: 'This request already has its answer',
  answeredApproved: (by, when) => closed(`${by} authorized this request ${when}`),
  answeredRefused: (by, when) => closed(`${by} refused this request ${when}`),
  youApproved: (when) => closed(`You authorized this request ${when}`),
  youRefused: (when) => closed(`You refused this request ${when}`),
  operator: 'Your technical support',
  closePage: 'You can close this page.',
  seePending: 'See the pending requests',
  cancelledTitle: 'Request cancelled',
  cancelled: 'The person withdrew the request. There is nothing for you to do.',
  expiredTitle: 'This request is no longer valid',
  expired: 'It went unanswered for too long. At the next try, you will receive a new e-mail.',
  supersededTitle: 'This request is no longer needed',
  superseded: 'Another decision replaced it. There is nothing for you to do.',
  wornOutTitle: 'This link no longer works',
  wornOut: 'The code was mistyped too many times. Sign in to answer.',
  nobodyTitle: 'Nobody is waiting right now',
  nobody:
    'The page that shows the code is no longer open. Ask the person to open it again, or sign in to answer.',
  signIn: 'Sign in to answer',
  ownTitle: 'Answer from another device',
  own: 'This browser is the one asking: it cannot answer itself.',
  ownDemo: (mailbox) =>
    `To be Sylvie, open a private window. Paste the link from the e-mail there, or open ${mailbox} there.`,
  notYoursTitle: 'This request is not addressed to you',
  notYours:
    'Only people who have the Administration role in this organization can answer. If you have that role, talk to your management.',
};

export const pending: Words['pending'] = {
  title: 'Pending requests',
  hello: (firstName) => `Hello ${firstName}.`,
  count: (count) =>
    count === 0
      ? 'Nobody is waiting right now. The next requests will show here.'
      : count === 1
        ? 'One person is waiting for your answer.'
        : `${count} requests are waiting for your answer.`,
  line: (application, device) => `wants to enter ${application} with ${device}`,
  padlockOpen: 'The padlock is open: everyone enters, and nobody has to wait.',
  toPadlock: 'Close the padlock',
  newsOne: 'One new request',
  newsMany: (count) => `${count} new requests`,
  show: 'Show',
  choose: 'Answer together with others',
  seeOne: 'See all the details',
  own: 'This is your own request: another administrator answers it.',
  'own-browser': 'This browser is the one asking: answer from another device.',
  several: 'Answer several at once',
  severalHint:
    'Check each request, then tick “Answer together with others” on its card. Each one gets what its card proposes.',
  approveSeveral: 'Authorize the ticked ones',
  refuseSeveral: 'Refuse the ticked ones',
  results: {
    approved: (firstName) => `Done. ${firstName} can enter.`,
    refused: {
      'this-time': (firstName) => `Refused. ${firstName} cannot enter with this device for 15\u00a0minutes.`,
      'person-device': (firstName) => `Refused. ${firstName} can no longer enter with this device.`,
      device: (_firstName) => 'Refused. Nobody can enter with this device any more.',
    },
    withdrawn: 'Undone: the authorization is withdrawn.',
    'nothing-chosen': 'Nothing changed. Tick at least one request first.',
    'several-approved': (count) =>
      count === 0
        ? 'No request was authorized.'
        : count === 1
          ? 'One request is authorized.'
          : `${count} requests are authorized.`,
    'several-refused': (count) =>
      count === 0
        ? 'No request was refused.'
        : count === 1
          ? 'One request is refused.'
          : `${count} requests are refused.`,
    changed: (count) =>
      count === 1
        ? 'Another one changed meanwhile: look at it again.'
        : `${count} others changed meanwhile: look at them again.`,
    code: (count) =>
      count === 1
        ? 'Another one needs the code shown on the screen.'
        : `${count} others need the code shown on the screen.`,
    own: (count) =>
      count === 1
        ? 'Another one is asked for with this browser: answer from another device.'
        : `${count} others are asked for with this browser: answer from another device.`,
    late: (count) =>
      count === 1 ? 'Another one already had its answer.' : `${count} others already had their answer.`,
  },
  next: 'See the next ones',
  first: 'Back to the latest',
  older: 'Older',
  olderHint: 'The page of these requests is no longer open. You can still answer.',
};
