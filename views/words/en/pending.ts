import type { Words } from '../fr.ts';

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
