import { suite } from 'uvu';
import {
  allowing,
  browser,
  centre,
  computerOfTheOffice,
  device,
  home,
  julie,
  network,
  ownPhone,
  phone,
  tablet,
  tabletOfTheRoom,
} from './people.ts';
import { type Sentence, tell } from './sentences.ts';

const test = suite('the examples of the guide');

const withTablet = { browserId: tablet, device: tabletOfTheRoom, browserFamily: 'safari' } as const;
const withPhone = { browserId: phone, device: ownPhone, browserFamily: 'chrome' } as const;
const withComputer = { device: computerOfTheOffice } as const;
const byChrome = { browserId: browser('chrome on the computer'), browserFamily: 'chrome' } as const;
const byEdge = { browserId: browser('edge on the computer'), browserFamily: 'edge' } as const;
const byFirefox = { browserId: browser('firefox on the computer'), browserFamily: 'firefox' } as const;
const atHome = { places: { inside: [], perhaps: [] }, network: home } as const;

const tabletHere = [allowing({ role: 'educator', deviceId: device('tablet'), placeId: centre })];
const computerByTwo = [
  allowing({ userId: julie, deviceId: device('computer'), browserFamily: 'chrome' }, { id: 'chrome' }),
  allowing({ userId: julie, deviceId: device('computer'), browserFamily: 'edge' }, { id: 'edge' }),
];

const sentences: readonly Sentence[] = [
  ['Julie enters with the centre’s tablet, at the centre', 'allow authorized', withTablet, tabletHere],
  ['not with her phone at the same place', 'ask not-authorized', withPhone, tabletHere],
  ['nor with the tablet taken home', 'ask not-authorized', { ...withTablet, ...atHome }, tabletHere],
  [
    'nor with the tablet on a line that may be the centre’s, and may not',
    'ask not-authorized',
    { ...withTablet, places: { inside: [], perhaps: [centre] }, network: network('203.0.113.9') },
    tabletHere,
  ],
  [
    'she enters with the centre’s computer by Chrome',
    'allow authorized',
    { ...withComputer, ...byChrome },
    computerByTwo,
  ],
  ['and by Edge', 'allow authorized', { ...withComputer, ...byEdge }, computerByTwo],
  ['not by Firefox', 'ask not-authorized', { ...withComputer, ...byFirefox }, computerByTwo],
  ['nor by the Chrome of her phone', 'ask not-authorized', withPhone, computerByTwo],
];

tell(test, sentences);

test.run();
