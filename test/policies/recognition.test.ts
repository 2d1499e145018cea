import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknown } from '../../policies/facts.ts';
import { type Recognition, recognize, type Sighting, sameBrowser } from '../../policies/recognition.ts';
import { type ClientHints, noHints } from '../../policies/recognition-hints.ts';
import { createRecognizer } from '../../provider/recognition/index.ts';
import { readUserAgent } from '../../provider/recognition/read-user-agent.ts';
import { times } from './effort.ts';

const test = suite('recognition');
const often = { numRuns: times(1_000) };

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const macintosh = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const reducedAndroid = 'Mozilla/5.0 (Linux; Android 10; K)';
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X)';
const iPad = 'Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X)';
const chromeOnWindows = `${windows} ${blink} Chrome/141.0.0.0 Safari/537.36`;
const safariOnMac = `${macintosh} ${webKit} Version/26.1 Safari/605.1.15`;
const tabletOfTheRoom = `${reducedAndroid} ${blink} Chrome/141.0.0.0 Safari/537.36`;

/** What browsers of 2026 send, as their makers document it, and what each is. */
const known: readonly (readonly [
  whose: string,
  userAgent: string,
  is: `${Recognition['kind']} ${Recognition['family']} ${Recognition['system']}`,
])[] = [
  ['the office’s Chrome', chromeOnWindows, 'computer chrome windows'],
  ['the office’s Edge', `${chromeOnWindows} Edg/141.0.0.0`, 'computer edge windows'],
  [
    'the office’s Firefox',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0',
    'computer firefox windows',
  ],
  ['the office’s Opera', `${chromeOnWindows} OPR/122.0.0.0`, 'computer opera windows'],
  ['the office’s Vivaldi, that said so', `${chromeOnWindows} Vivaldi/7.6`, 'computer vivaldi windows'],
  ['Marc’s Mac', safariOnMac, 'computer safari macos'],
  ['Marc’s Chrome', `${macintosh} ${blink} Chrome/141.0.0.0 Safari/537.36`, 'computer chrome macos'],
  [
    'Marc’s Firefox',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0',
    'computer firefox macos',
  ],
  [
    'the Chromebook',
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${blink} Chrome/141.0.0.0 Safari/537.36`,
    'computer chrome chromeos',
  ],
  [
    'Étienne’s Linux',
    `Mozilla/5.0 (X11; Linux x86_64) ${blink} Chrome/141.0.0.0 Safari/537.36`,
    'computer chrome linux',
  ],
  [
    'Étienne’s Ubuntu',
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
    'computer firefox linux',
  ],
  ['Julie’s iPhone', `${iPhone} ${webKit} Version/26.1 Mobile/15E148 Safari/604.1`, 'phone safari ios'],
  [
    'Julie’s iPhone with Chrome',
    `${iPhone} ${webKit} CriOS/141.0.0.0 Mobile/15E148 Safari/604.1`,
    'phone chrome ios',
  ],
  [
    'Julie’s iPhone with Edge',
    `${iPhone} ${webKit} Version/18.0 EdgiOS/141.0.0.0 Mobile/15E148 Safari/605.1.15`,
    'phone edge ios',
  ],
  [
    'Julie’s iPhone with Firefox',
    `${iPhone} ${webKit} FxiOS/144.0 Mobile/15E148 Safari/605.1.15`,
    'phone firefox ios',
  ],
  [
    'Julie’s iPhone with Brave',
    `${iPhone} ${webKit} Version/26.1 Mobile/15E148 Safari/604.1 Brave`,
    'phone brave ios',
  ],
  [
    'Julie’s iPhone with DuckDuckGo',
    `${iPhone} ${webKit} Version/26.1 Mobile/15E148 Safari/604.1 Ddg/26.1`,
    'phone duckduckgo ios',
  ],
  [
    'Julie’s iPhone in the app of Google',
    `${iPhone} ${webKit} GSA/390.0 Mobile/15E148 Safari/604.1`,
    'phone google ios',
  ],
  [
    'Julie’s iPhone in the app of Facebook',
    `${iPhone} ${webKit} Mobile/15E148 [FBAN/FBIOS;FBAV/530.0]`,
    'phone webview ios',
  ],
  [
    'the iPad that says so',
    `${iPad} ${webKit} Version/26.1 Mobile/15E148 Safari/604.1`,
    'tablet safari ipados',
  ],
  [
    'the iPad with Chrome',
    `${iPad} ${webKit} CriOS/141.0.0.0 Mobile/15E148 Safari/604.1`,
    'tablet chrome ipados',
  ],
  [
    'the iPad with Chrome that says it is a Mac',
    `${macintosh} ${webKit} CriOS/141.0.0.0 Version/18.0 Safari/605.1.15`,
    'tablet chrome ipados',
  ],
  [
    'Nadia’s telephone',
    `${reducedAndroid} ${blink} Chrome/141.0.0.0 Mobile Safari/537.36`,
    'phone chrome android',
  ],
  [
    'Nadia’s telephone with Firefox',
    'Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0',
    'phone firefox android',
  ],
  [
    'Nadia’s telephone with Samsung Internet',
    `${reducedAndroid} ${blink} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
    'phone samsung android',
  ],
  [
    'Nadia’s telephone with Edge',
    `${reducedAndroid} ${blink} Chrome/141.0.0.0 Mobile Safari/537.36 EdgA/141.0.0.0`,
    'phone edge android',
  ],
  [
    'Nadia’s telephone with Opera',
    `${reducedAndroid} ${blink} Chrome/141.0.0.0 Mobile Safari/537.36 OPR/92.0.0.0`,
    'phone opera android',
  ],
  [
    'Nadia’s telephone in an app',
    `Mozilla/5.0 (Linux; Android 15; SM-S921W; wv) ${blink} Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36`,
    'phone webview android',
  ],
  ['the tablet of the room', tabletOfTheRoom, 'tablet chrome android'],
  [
    'the tablet of the room in an app that says `Mobile` all the same',
    `Mozilla/5.0 (Linux; Android 14; SM-X200 Build/UP1A; wv) ${blink} Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36`,
    'tablet webview android',
  ],
  [
    'the tablet of the room with Firefox',
    'Mozilla/5.0 (Android 14; Tablet; rv:144.0) Gecko/144.0 Firefox/144.0',
    'tablet firefox android',
  ],
  [
    'the tablet of the room with Samsung Internet',
    `Mozilla/5.0 (Linux; Android 14; SM-X200) ${blink} SamsungBrowser/29.0 Chrome/136.0.0.0 Safari/537.36`,
    'tablet samsung android',
  ],
  [
    'the Fire tablet',
    `Mozilla/5.0 (Linux; Android 11; KFTRWI) ${blink} Silk/130.4 like Chrome/130.0.0.0 Safari/537.36`,
    'tablet silk android',
  ],
  ['a browser made of Chrome', `${chromeOnWindows} Whale/4.34`, 'computer unknown windows'],
  [
    'another browser made of Chrome',
    `${windows} ${blink} Chrome/141.0.0.0 Iron Safari/537.36`,
    'computer unknown windows',
  ],
  [
    'a browser made of Safari',
    `${iPhone} ${webKit} Version/26.1 Mobile/15E148 Safari/604.1 (Ecosia ios@11.2)`,
    'phone unknown ios',
  ],
  ['curl', 'curl/8.16.0', 'unknown unknown unknown'],
  [
    'a television',
    `Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) ${blink} SamsungBrowser/4.0 Chrome/108 TV Safari/537.36`,
    'unknown samsung unknown',
  ],
  ['nobody', '', 'unknown unknown unknown'],
];

for (const [whose, userAgent, is] of known) {
  test(`${whose} is ${is}`, () => {
    const { kind, family, system } = seen(userAgent);
    assert.is(`${kind} ${family} ${system}`, is);
  });
}

test('an iPad that says it is a Mac is known by its touch', () => {
  assert.is(seen(safariOnMac, { touchPoints: 5 }).kind, 'tablet');
  assert.is(seen(safariOnMac, { touchPoints: 5 }).system, 'ipados');
  assert.is(seen(safariOnMac, { touchPoints: 0 }).kind, 'computer');
  assert.is(seen(safariOnMac, { touchPoints: unknown }).kind, 'computer');
});

test('a touch screen makes no iPad of a PC, nor of a Mac with Chrome or Firefox', () => {
  const machines = [chromeOnWindows, `${macintosh} ${blink} Chrome/141.0.0.0 Safari/537.36`];
  for (const userAgent of machines) assert.is(seen(userAgent, { touchPoints: 10 }).kind, 'computer');
});

test('the app is the app because its application is one, whatever it sends', () => {
  const app = { application: 'native-app' } as const;
  for (const userAgent of ['', chromeOnWindows, safariOnMac, 'Amisgest/4.2.1 (iPhone; iOS 18.6)'])
    assert.is(seen(userAgent, app).family, 'app');
});

test('`Amisgest/…` says on what the app runs, and makes no app of a browser', () => {
  const app = { application: 'native-app' } as const;
  const onPhone = { kind: 'phone', family: 'app', system: 'ios', model: 'iPhone' };
  assert.equal(seen('Amisgest/4.2.1 (iPhone; iOS 18.6)', app), onPhone);
  const onPixel = { kind: 'phone', family: 'app', system: 'android', model: 'Pixel 7a' };
  assert.equal(seen('Amisgest/4.2.0 (Android 15; Pixel 7a; Mobile)', app), onPixel);
  const onIPad = { kind: 'tablet', family: 'app', system: 'ipados', model: 'iPad' };
  assert.equal(seen('Amisgest/4.2 (iPad; iPadOS 18.1)', app), onIPad);
  const onTablet = { kind: 'tablet', family: 'app', system: 'android', model: 'SM-X200' };
  assert.equal(seen('Amisgest/4.2 (Android 14; SM-X200)', app), onTablet);
  assert.is(seen('Amisgest/2.0 (Windows NT 10.0; Win64; x64)', app).kind, 'computer');
  assert.is(seen('Amisgest/4.2.1 (iPhone; iOS 18.6)').family, unknown);
});

test('an iPad touches with two fingers at least', () => {
  assert.is(seen(safariOnMac, { touchPoints: 1 }).kind, 'computer');
  assert.is(seen(safariOnMac, { touchPoints: 2 }).kind, 'tablet');
});

test('the app on Nadia’s telephone needs no word `Mobile`; where nothing tells, nothing is told', () => {
  const app = { application: 'native-app' } as const;
  assert.is(seen('Amisgest/4.2.0 (Android 15; Pixel 7a)', app).kind, 'phone');
  assert.is(seen('Amisgest/4.2.0 (Android 15)', app).kind, unknown);
});

test('an Android television is neither telephone nor tablet', () => {
  const television = `Mozilla/5.0 (Linux; Android 12; BRAVIA 4K VH2) ${blink} Chrome/141.0.0.0 Safari/537.36`;
  assert.is(seen(television).kind, unknown);
});

test('what stands behind the longest honest user agent names nobody', () => {
  assert.is(seen(`${'x'.repeat(512)} iPad`).system, unknown);
  assert.is(seen(`${'x'.repeat(500)} iPad`).system, 'ipados');
});

test('Apple’s machines have one name each', () => {
  const iPod = `Mozilla/5.0 (iPod touch; CPU iPhone OS 12_5 like Mac OS X) ${webKit} Version/12.1 Mobile/15E148`;
  assert.is(seen(safariOnMac).model, 'Mac');
  assert.equal([seen(iPod).kind, seen(iPod).model], ['phone', 'iPod']);
  assert.is(seen(`${iPhone} ${webKit} Version/26.1 Mobile/15E148 Safari/604.1`).model, 'iPhone');
});

test('a PC has no model, whatever it says', () => {
  assert.is(seen(chromeOnWindows, { clientHints: hints({ model: '"Surface Pro"' }) }).model, unknown);
});

/** What Android machines say between their parentheses, and the model that is read there without any library. */
const models: readonly (readonly [remark: string, model: string])[] = [
  ['Linux; Android 14; SM-X200', 'SM-X200'],
  ['Linux; Android 14; SM-X200 Build/UP1A.231005.007', 'SM-X200'],
  ['Linux; Android 14; SM-X200 ; wv', 'SM-X200'],
  ['Linux; U; Android 4.0.3; fr-ca; SM-T230 Build/IML74K', 'SM-T230'],
  ['Linux; U; Android 4.0.3; en_US; SM-T230', 'SM-T230'],
  ['Linux; Android 11; KFTRWI', 'KFTRWI'],
  ['Linux; Android 14; Lenovo TB-X606F (Tab M10)', 'Lenovo TB-X606F'],
  ['Linux; Android 14; Aquaris 4K', 'Aquaris 4K'],
  ['Linux; Android 14; SM\r\nX200', 'SM X200'],
  [`Linux; Android 14; ${'x'.repeat(40)}`, 'x'.repeat(40)],
  [`Linux; Android 14; ${'x'.repeat(41)}`, unknown],
  ['Linux; Android 10; K', unknown],
  ['Android 15; Mobile; rv:144.0', unknown],
  ['Linux; Android 15; rv:144.0', unknown],
  ['Linux; Android 9; Generic Android TV', unknown],
  ['Linux; Android 14; SM-X200<b>', unknown],
  ['Linux; Android 14', unknown],
];

for (const [remark, model] of models) {
  test(`\`${JSON.stringify(remark).slice(1, -1)}\` is a machine of model ${model}`, () => {
    const nothing = { browser: unknown, system: 'Android', machine: unknown, model: unknown };
    assert.is(recognize(sighting(`Mozilla/5.0 (${remark})`), () => nothing).model, model);
  });
}

test('hints name the browser behind a plain Chrome', () => {
  const brave = hints({ brands: '"Chromium";v="141", "Brave";v="141", "Not?A_Brand";v="8"' });
  assert.is(seen(chromeOnWindows, { clientHints: brave }).family, 'brave');
  const chrome = hints({ brands: '"Google Chrome";v="141", "Not?A_Brand";v="8", "Chromium";v="141"' });
  assert.is(seen(chromeOnWindows, { clientHints: chrome }).family, 'chrome');
  const stranger = hints({ brands: '"Chromium";v="141", "Avast Secure Browser";v="141"' });
  assert.is(seen(chromeOnWindows, { clientHints: stranger }).family, unknown);
  const noiseOnly = hints({ brands: '"Chromium";v="141", "Not)A;Brand";v="24"' });
  assert.is(seen(chromeOnWindows, { clientHints: noiseOnly }).family, 'chrome');
});

test('hints name the model that the user agent hides', () => {
  const tablet = hints({ model: '"SM-X200"', platform: '"Android"', mobile: '?0' });
  assert.is(seen(tabletOfTheRoom, { clientHints: tablet }).model, 'SM-X200');
  assert.is(seen(tabletOfTheRoom).model, unknown);
});

test('hints speak for a browser without a user agent', () => {
  const phone = hints({ platform: '"Android"', mobile: '?1', model: '"Pixel 9"' });
  const { kind, system, model } = seen('', { clientHints: phone });
  assert.equal([kind, system, model], ['phone', 'android', 'Pixel 9']);
  assert.is(seen('', { clientHints: hints({ platform: '"Android"', mobile: '?0' }) }).kind, 'tablet');
  assert.is(seen('', { clientHints: hints({ platform: '"Windows"', mobile: '?0' }) }).kind, 'computer');
});

test('hints that contradict the user agent change nothing', () => {
  const forged = hints({ platform: '"Android"', mobile: '?1', model: '"Pixel 9"', brands: '"Brave";v="1"' });
  assert.equal(seen(chromeOnWindows, { clientHints: forged }), seen(chromeOnWindows));
  const mobile = hints({ mobile: '?1' });
  assert.is(seen(chromeOnWindows, { clientHints: mobile }).kind, 'computer');
  assert.is(seen(tabletOfTheRoom, { clientHints: mobile }).kind, 'tablet');
  const edge = `${chromeOnWindows} Edg/141.0.0.0`;
  assert.is(seen(edge, { clientHints: hints({ brands: '"Google Chrome";v="141"' }) }).family, 'edge');
});

test('an update keeps the same browser: nothing of it changes but versions', () => {
  for (const [whose, userAgent] of known) {
    const updated = userAgent.replace(
      /(?<=(?:Chrome|Version|Firefox|CriOS|FxiOS|Edg|OPR|rv)[/:])\d+/g,
      '199',
    );
    assert.equal(seen(updated), seen(userAgent), whose);
    assert.ok(sameBrowser(seen(userAgent), seen(updated)), whose);
  }
});

test('Julie’s cookie on another operating system is another browser', () => {
  const systems = [
    chromeOnWindows,
    safariOnMac,
    tabletOfTheRoom,
    known.find(([whose]) => whose === 'Julie’s iPhone')?.[1] ?? '',
  ];
  for (const before of systems)
    for (const after of systems) assert.is(sameBrowser(seen(before), seen(after)), before === after);
});

test('a browser that hides its system is not the one that told it', () => {
  assert.not(sameBrowser(seen(chromeOnWindows), seen('')));
  assert.ok(sameBrowser(seen(''), seen('curl/8.16.0')));
});

test('an iPad is the same browser before and after it tells of its touch', () => {
  assert.ok(sameBrowser(seen(safariOnMac), seen(safariOnMac, { touchPoints: 5 })));
  assert.not(sameBrowser(seen(chromeOnWindows), seen(safariOnMac, { touchPoints: 5 })));
});

const hostile: readonly (readonly [what: string, text: string])[] = [
  ['16 KB of letters', 'A'.repeat(16_384)],
  ['16 KB of parentheses', '('.repeat(16_384)],
  ['16 KB of closed parentheses', '()'.repeat(8_192)],
  ['16 KB after a browser', `${chromeOnWindows}${' x/1'.repeat(4_096)}`],
  ['a forged line of the log', 'Mozilla/5.0\r\nINFO julie signed in\u001b[2J\u0000'],
  ['markup in a model', 'Mozilla/5.0 (Linux; Android 14; <img src=x onerror=alert(1)> Build/1) Mobile'],
  ['a model that turns its line around', 'Mozilla/5.0 (Linux; Android 14; \u202eelgooG Build/1) Mobile'],
  ['a very long model', `Mozilla/5.0 (Linux; Android 14; ${'SM-'.repeat(90)} Build/1) Mobile`],
  ['names of a prototype', '__proto__/1 constructor/2 toString/3'],
];

for (const [what, text] of hostile) {
  test(`${what} yields one clean line`, () => {
    const began = performance.now();
    const found = seen(text, { clientHints: { brands: text, platform: text, mobile: text, model: text } });
    assert.ok(performance.now() - began < 2_000, 'it takes no time');
    cleanLine(found);
  });
}

test('never throws, whatever is sent, and yields words of ours and a short model', () => {
  const pieces = fc.constantFrom(
    'Mozilla/5.0',
    ' (',
    ')',
    '; ',
    'Android 14',
    'Mobile',
    'iPad',
    'Macintosh',
    'Chrome/1',
    '\0',
    'é',
    '"',
    ';v="1"',
    '?1',
    'Windows NT 10.0',
    'SM-X200',
    '\n',
    'Linux',
    'wv',
  );
  const anything = fc.nat(0xffff).map((code) => String.fromCharCode(code));
  const text = fc.oneof(
    fc.string({ unit: anything, maxLength: 600 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  );
  const sighting: fc.Arbitrary<Sighting> = fc.record({
    userAgent: text,
    clientHints: fc.record({ brands: text, platform: text, mobile: text, model: text }),
    touchPoints: fc.oneof(fc.constant(unknown), fc.double()),
    application: fc.constantFrom('native-app', 'browser'),
  });
  fc.assert(
    fc.property(sighting, (given) => cleanLine(recognize(given, readUserAgent))),
    often,
  );
});

test('the recognizer answers as recognition does, from memory as well', () => {
  const remembered = createRecognizer(3);
  for (const [, userAgent] of [...known, ...known]) {
    const given = sighting(userAgent);
    assert.equal(remembered(given), recognize(given, readUserAgent));
  }
  const [, userAgent = ''] = known[0] ?? [];
  assert.is(remembered(sighting(userAgent)), remembered(sighting(userAgent)), 'the very same answer');
  assert.is.not(remembered(sighting(userAgent)), remembered(sighting(userAgent, { touchPoints: 5 })));
});

test('the recognizer forgets the least recently asked, and never more than it may keep', () => {
  const remembered = createRecognizer(2);
  const [one, two, three] = ['one/1', 'two/1', 'three/1'].map((userAgent) => sighting(userAgent));
  if (!one || !two || !three) throw new Error('three sightings');
  const first = remembered(one);
  const second = remembered(two);
  assert.is(remembered(one), first);
  remembered(three);
  assert.is(remembered(one), first);
  assert.is.not(remembered(two), second);
});

test('the recognizer keeps nothing that is too long to be honest', () => {
  const remembered = createRecognizer();
  const long = sighting('x'.repeat(16_384));
  assert.is.not(remembered(long), remembered(long));
});

function cleanLine(found: Recognition): void {
  assert.ok(['phone', 'tablet', 'computer', unknown].includes(found.kind), found.kind);
  for (const word of [found.kind, found.family, found.system]) assert.match(word, /^[a-z]+$/);
  assert.match(found.model, /^[\w .+()-]{1,40}$/);
}

function hints(more: Partial<ClientHints>): ClientHints {
  return { ...noHints, ...more };
}

function sighting(userAgent: string, more: Partial<Sighting> = {}): Sighting {
  return { userAgent, clientHints: noHints, touchPoints: unknown, application: 'browser', ...more };
}

function seen(userAgent: string, more: Partial<Sighting> = {}): Recognition {
  return recognize(sighting(userAgent, more), readUserAgent);
}

test.run();
