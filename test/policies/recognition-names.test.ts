import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknown } from '../../policies/facts.ts';
import {
  type Family,
  type Recognition,
  recognize,
  type System,
  type UserAgentReading,
} from '../../policies/recognition.ts';
import { noHints } from '../../policies/recognition-hints.ts';

const test = suite('names of browsers and systems');

const silent: UserAgentReading = { browser: unknown, system: unknown, machine: unknown, model: unknown };

interface Said {
  readonly userAgent?: string;
  readonly hints?: Partial<typeof noHints>;
  /** What the library makes of it; here it is whatever the sentence needs. */
  readonly reading?: Partial<UserAgentReading>;
}

function seen({ userAgent = '', hints = {}, reading = {} }: Said): Recognition {
  const clientHints = { ...noHints, ...hints };
  const sighting = { userAgent, clientHints, touchPoints: unknown, application: 'browser' } as const;
  return recognize(sighting, () => ({ ...silent, ...reading }));
}

/** As ua-parser-js 1 names them. */
const browsers: Readonly<Partial<Record<Family, readonly string[]>>> = {
  safari: ['Safari', 'Mobile Safari'],
  chrome: ['Chrome', 'Chromium', 'Chrome Headless'],
  edge: ['Edge'],
  firefox: ['Firefox', 'Mobile Firefox', 'Firefox Focus'],
  samsung: ['Samsung Internet'],
  opera: ['Opera', 'Opera Mini', 'Opera Mobi', 'Opera Tablet', 'Opera Touch', 'Opera GX', 'Opera Coast'],
  brave: ['Brave'],
  vivaldi: ['Vivaldi'],
  duckduckgo: ['DuckDuckGo'],
  silk: ['Silk'],
  google: ['GSA'],
  webview: [
    ...['WebKit', 'Chrome WebView', 'iOS WebView', 'Facebook', 'Instagram', 'Snapchat', 'TikTok'],
    ...['LinkedIn', 'Twitter', 'Line', 'WeChat'],
  ],
};

for (const [family, names] of Object.entries(browsers)) {
  for (const browser of names)
    test(`${browser} is ${family}`, () => assert.is(seen({ reading: { browser } }).family, family));
}

/** As they name themselves in `Sec-CH-UA`, beside the engine. */
const brands: Readonly<Partial<Record<Family, readonly string[]>>> = {
  chrome: ['Google Chrome', 'HeadlessChrome'],
  edge: ['Microsoft Edge'],
  opera: ['Opera', 'Opera GX', 'OperaMobile'],
  samsung: ['Samsung Internet'],
  brave: ['Brave'],
  vivaldi: ['Vivaldi'],
  duckduckgo: ['DuckDuckGo'],
  webview: ['Android WebView', 'Microsoft Edge WebView2'],
};

for (const [family, names] of Object.entries(brands)) {
  for (const brand of names) {
    test(`the brand ${brand} is ${family}`, () => {
      const hints = { brands: `"Chromium";v="141", "${brand}";v="141"` };
      assert.is(seen({ hints, reading: { browser: 'Chrome' } }).family, family);
    });
  }
}

/** As ua-parser-js 1 names them. */
const systems: readonly (readonly [name: string, system: System])[] = [
  ['Windows', 'windows'],
  ['Mac OS', 'macos'],
  ['macOS', 'macos'],
  ['iOS', 'ios'],
  ['Android', 'android'],
  ['Android-x86', 'android'],
  ['HarmonyOS', 'android'],
  ['Chrome OS', 'chromeos'],
  ['Chromium OS', 'chromeos'],
];

for (const [name, system] of systems)
  test(`the system ${name} is ${system}`, () =>
    assert.is(seen({ reading: { system: name } }).system, system));

/** As browsers name them in `Sec-CH-UA-Platform`. */
const platforms: readonly (readonly [name: string, system: System])[] = [
  ['Windows', 'windows'],
  ['macOS', 'macos'],
  ['Android', 'android'],
  ['iOS', 'ios'],
  ['Linux', 'linux'],
  ['Chrome OS', 'chromeos'],
  ['Chromium OS', 'chromeos'],
  ['ChromeOS', 'chromeos'],
];

for (const [name, system] of platforms) {
  test(`the platform ${name} is ${system}`, () =>
    assert.is(seen({ hints: { platform: `"${name}"` } }).system, system));
}

const madeOfChrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)';

test('Étienne’s Linux is one, whatever its makers call it', () => {
  assert.is(seen({ userAgent: madeOfChrome, reading: { system: 'Gentoo' } }).system, 'linux');
  assert.is(seen({ userAgent: madeOfChrome }).system, 'linux');
});

for (const other of ['Tizen 7.0', 'Web0S', 'PlayStation 5', 'FreeBSD', 'SmartTV']) {
  test(`${other} is no Linux computer, though it says Linux`, () =>
    assert.is(seen({ userAgent: `Mozilla/5.0 (${other}; Linux x86_64)` }).system, unknown));
}

test('Julie’s iPhone is one though the library does not know its system', () => {
  const userAgent = 'Amisgest/4.2.1 (iPhone; 18.6)';
  assert.equal(seen({ userAgent }), { kind: 'phone', family: unknown, system: 'ios', model: 'iPhone' });
});

for (const word of ['Chromium/141.0', 'HeadlessChrome/141.0', 'Ubuntu', 'Debian', 'Mobile', 'CriOS/141.0']) {
  test(`Chrome that also says ${word} is Chrome`, () => {
    const userAgent = `${madeOfChrome} ${word} Chrome/141.0.0.0 Safari/537.36`;
    assert.is(seen({ userAgent, reading: { browser: 'Chrome' } }).family, 'chrome');
  });
}

test('Chrome and Safari that also name a stranger are neither', () => {
  const stranger = `${madeOfChrome} Chrome/141.0.0.0 Safari/537.36 Stranger/1.0`;
  assert.is(seen({ userAgent: stranger, reading: { browser: 'Chrome' } }).family, unknown);
  assert.is(seen({ userAgent: stranger, reading: { browser: 'Safari' } }).family, unknown);
  assert.is(seen({ userAgent: stranger, reading: { browser: 'Firefox' } }).family, 'firefox');
});

test('a word behind Chrome says Brave, behind Firefox nothing', () => {
  const userAgent = `${madeOfChrome} Chrome/141.0.0.0 Safari/537.36 Brave`;
  assert.is(seen({ userAgent, reading: { browser: 'Chrome' } }).family, 'brave');
  assert.is(seen({ userAgent, reading: { browser: 'Safari' } }).family, 'brave');
  assert.is(seen({ userAgent, reading: { browser: 'Firefox' } }).family, 'firefox');
});

test.run();
