import { suite } from 'uvu';
import { compte, educator, portail, reglages, tabletOfTheRoom } from './people.ts';
import { always, approved, authorization, never, refusal, type Sentence, tell } from './sentences.ts';

const test = suite('steps 1 to 5, who it is');
const stolen = { ...tabletOfTheRoom, status: 'stolen' } as const;
const ended = { ...educator, active: false };

const sentences: readonly Sentence[] = [
  // 1
  ['Julie’s disabled account is denied', 'deny account-disabled', { account: 'disabled' }],
  [
    'a disabled account is denied even to a parent',
    'deny account-disabled',
    { account: 'disabled', application: portail, parent: 'proven' },
  ],
  [
    'a disabled account is denied through an open padlock',
    'deny account-disabled',
    { account: 'disabled', padlock: 'open', membership: always },
  ],
  // 2
  [
    'Olivier, a parent, never notices the closed padlock',
    'allow parent',
    { application: portail, parent: 'proven', membership: 'none' },
  ],
  [
    'Nadia, educator and parent, is a parent there even refused as an educator',
    'allow parent',
    { application: portail, parent: 'proven', membership: never, device: stolen },
    [refusal],
  ],
  [
    'Julie has no child there, whatever her membership and padlock',
    'deny no-child-record',
    { application: portail, membership: always, padlock: 'open' },
  ],
  [
    'Olivier opens his own page',
    'allow own-page',
    { application: compte, parent: 'proven', membership: 'none' },
  ],
  [
    'Marc, whose contract ended, opens his own page as a parent',
    'allow own-page',
    { application: compte, parent: 'proven', membership: ended },
    [refusal],
  ],
  [
    'who is neither member nor parent has no page of one’s own',
    'deny no-child-record',
    { application: compte, membership: 'none', padlock: 'open' },
  ],
  [
    'Julie’s own page is gated like the rest',
    'ask not-authorized',
    { application: compte, parent: 'proven' },
  ],
  [
    'Julie refused is refused her own page, parent or not',
    'deny refused',
    { application: compte, parent: 'proven' },
    [refusal],
  ],
  // 3
  [
    'Olivier has no place in a staff application',
    'deny no-membership',
    { membership: 'none', parent: 'proven' },
  ],
  [
    'Marc’s ended membership denies, padlock open or not, access always or not',
    'deny no-membership',
    { membership: { ...ended, access: 'always' }, padlock: 'open' },
    [authorization],
  ],
  [
    'access withdrawn denies, padlock open or not',
    'deny access-never',
    { membership: never, padlock: 'open', approval: approved },
    [authorization],
  ],
  [
    'Julie, who administers nothing, does not enter the console, padlock open or not, authorized or not',
    'deny role-missing',
    { application: reglages, padlock: 'open' },
    [authorization],
  ],
  [
    'nor with full access',
    'deny role-missing',
    { application: reglages, membership: always, approval: approved },
  ],
  [
    'withdrawn access is told before a missing role',
    'deny access-never',
    { application: reglages, membership: never },
  ],
  [
    'Sylvie, who administers, enters the console by her rules like anyone',
    'allow authorized',
    { application: reglages, membership: { ...educator, roles: ['educator', 'administration'] } },
    [authorization],
  ],
  [
    'a missing role is told before a stolen tablet',
    'deny role-missing',
    { application: reglages, device: stolen },
  ],
  [
    'a stolen tablet is denied, padlock open or not, access always or not',
    'deny device-stolen',
    { device: stolen, padlock: 'open', membership: always },
    [authorization],
  ],
  // 4
  ['an open padlock lets Julie in', 'allow padlock-open', { padlock: 'open' }],
  [
    'an open padlock lets in past a refusal, which waits for the closing',
    'allow padlock-open',
    { padlock: 'open', membership: always },
    [refusal],
  ],
  // 5
  [
    'Sylvie’s full access is the one exception to a refusal',
    'allow access-always',
    { membership: always },
    [refusal],
  ],
];

tell(test, sentences);

test.run();
