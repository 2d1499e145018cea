import { suite } from 'uvu';
import { allowing, daycare, early, home, hour, julie, nadia, phone, refusing } from './people.ts';
import { approved, authorization, refusal, type Sentence, tell } from './sentences.ts';

const test = suite('steps 6 to 10, what the rules say');
const tooFar = { kind: 'impossible', kilometers: 5500, hours: 1 } as const;
const refusalElsewhere = refusing({ userId: julie, network: home });

const sentences: readonly Sentence[] = [
  // 6
  [
    'a refusal wins over an authorization and over an approval',
    'deny refused',
    { approval: approved },
    [authorization, refusal],
  ],
  ['a refusal of Nadia says nothing of Julie', 'ask not-authorized', {}, [refusing({ userId: nadia })]],
  ['a refusal of everyone is for Julie too', 'deny refused', {}, [refusing({})]],
  [
    'Julie’s phone is refused where her tablet is allowed',
    'deny refused',
    { browserId: phone },
    [allowing({ userId: julie, network: daycare }), refusing({ userId: julie, browserId: phone })],
  ],
  // 7
  ['Julie, approved, enters', 'allow approved', { approval: approved }, [authorization]],
  [
    'an approval holds until the last millisecond of a day',
    'allow approved',
    { approval: { ...approved, decidedAt: early - 24 * hour + 1 } },
  ],
  [
    'an approval is over after a day',
    'ask not-authorized',
    { approval: { ...approved, decidedAt: early - 24 * hour } },
  ],
  [
    'an approval given for the daycare asks again from home, saying so',
    'ask approved-elsewhere not-authorized',
    { approval: approved, network: home },
  ],
  [
    'what the written rule covers passes all the same',
    'allow authorized',
    { approval: approved, network: home },
    [allowing({ userId: julie })],
  ],
  [
    'an approval given while the network could not be seen lets in once from one that cannot be seen',
    'allow approved',
    { approval: { ...approved, network: 'unknown' }, network: 'unknown' },
  ],
  [
    'an approval given for the daycare does not let in from who knows where',
    'ask approved-elsewhere not-authorized',
    { approval: approved, network: 'unknown' },
  ],
  [
    'an approval does not let in a browser that nobody knows',
    'ask approved-elsewhere not-authorized',
    { approval: approved, browserId: 'unknown' },
  ],
  [
    'an approval passes a refusal that cannot be decided',
    'allow approved',
    { approval: { ...approved, network: 'unknown' }, network: 'unknown' },
    [refusing({ network: home })],
  ],
  // 8
  [
    'a refusal that cannot be decided asks, authorization or not',
    'ask refusal-undecided',
    { network: 'unknown' },
    [allowing({ userId: julie }), refusalElsewhere],
  ],
  [
    'a refusal filed under what is unknown asks too',
    'ask refusal-undecided',
    { network: 'unknown' },
    [allowing({ userId: julie }), refusing({ network: home })],
  ],
  [
    'a refusal of Nadia is decided for Julie, whatever else is unknown',
    'allow authorized',
    { network: 'unknown' },
    [allowing({ userId: julie }), refusing({ userId: nadia, network: home })],
  ],
  [
    'an expired refusal is decided, whatever is unknown',
    'allow authorized',
    { network: 'unknown' },
    [allowing({ userId: julie }), refusing({ network: home }, { validUntil: early })],
  ],
  [
    'a journey that nobody can have made asks, authorized or not',
    'ask impossible-travel',
    { travel: tooFar },
    [authorization],
  ],
  [
    'a journey that nobody can have made is told before a refusal that cannot be decided',
    'ask impossible-travel refusal-undecided',
    { travel: tooFar, network: 'unknown' },
    [refusalElsewhere],
  ],
  ['a refusal wins over a journey too', 'deny refused', { travel: tooFar }, [refusal]],
  ['an approval passes such a journey, once', 'allow approved', { travel: tooFar, approval: approved }],
  [
    'nobody asks about the journey of someone who was never seen before',
    'allow authorized',
    { travel: { kind: 'unknown' } },
    [authorization],
  ],
  // 9
  ['Julie, authorized, enters in one page', 'allow authorized', {}, [authorization]],
  [
    'an authorization begins at its first instant',
    'allow authorized',
    {},
    [allowing({ userId: julie }, { validFrom: early, validUntil: early + 1 })],
  ],
  [
    'an authorization is over at its last instant',
    'ask not-authorized',
    {},
    [allowing({ userId: julie }, { validUntil: early })],
  ],
  [
    'an authorization of tomorrow is not one yet',
    'ask not-authorized',
    {},
    [allowing({ userId: julie }, { validFrom: early + 1 })],
  ],
  ['what is unknown matches no authorization', 'ask not-authorized', { network: 'unknown' }, [authorization]],
  [
    'an unknown browser matches no authorization',
    'ask not-authorized',
    { browserId: 'unknown' },
    [authorization],
  ],
  // 10
  ['Julie without any rule waits', 'ask not-authorized', {}],
  [
    'a new browser is told before a new network',
    'ask new-browser',
    { history: { browser: 'new', network: 'new' } },
  ],
  ['a new network is told', 'ask new-network', { history: { browser: 'seen', network: 'new' } }],
  [
    'an approval for elsewhere is told before what is new',
    'ask approved-elsewhere new-network',
    { approval: approved, network: home, history: { browser: 'seen', network: 'new' } },
  ],
];

tell(test, sentences);

test.run();
