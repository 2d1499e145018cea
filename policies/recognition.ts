import { type Unknown, unknown } from './facts.ts';
import { addedByHints, type ClientHints } from './recognition-hints.ts';
import { familyNamed, isDressedUp, systemNamed } from './recognition-names.ts';

/** What a request says of the browser that made it: claims, every one of them. */
export interface Sighting {
  readonly userAgent: string;
  readonly clientHints: ClientHints;
  /** `navigator.maxTouchPoints`, as the sign-in page tells it. */
  readonly touchPoints: number | Unknown;
  /** How the application is registered, which no request can change. */
  readonly application: 'native-app' | 'browser';
}

export const machineKinds = ['phone', 'tablet', 'computer'] as const;
export type MachineKind = (typeof machineKinds)[number];
export const families = [
  'app',
  'safari',
  'chrome',
  'edge',
  'firefox',
  'samsung',
  'opera',
  'brave',
  'vivaldi',
  'duckduckgo',
  'silk',
  'google',
  'webview',
] as const;
export type Family = (typeof families)[number];
export type System = 'ios' | 'ipados' | 'android' | 'windows' | 'macos' | 'chromeos' | 'linux';

/** Labels for people and rules, never a proof. */
export interface Recognition {
  readonly kind: MachineKind | Unknown;
  readonly family: Family | Unknown;
  readonly system: System | Unknown;
  /** `iPad`, `SM-X200`…: one short printable line. */
  readonly model: string | Unknown;
}

/** What a library of user agents makes of one. Handed in, so that this floor stays without libraries. */
export interface UserAgentReading {
  readonly browser: string | Unknown;
  readonly system: string | Unknown;
  /** `mobile`, `tablet`, or something else again. */
  readonly machine: string | Unknown;
  readonly model: string | Unknown;
}
export type ReadUserAgent = (userAgent: string) => UserAgentReading;

/** Longer than any honest user agent; what comes after names nobody. */
const longestUserAgent = 512;
const longestModel = 40;
/** iPads tell of five touch points; a Mac has none. */
const touchPointsOfAnIPad = 2;

/** Never throws: what contradicts itself, or says nothing, is unknown. */
export function recognize(sighting: Sighting, read: ReadUserAgent): Recognition {
  const userAgent = oneLine(sighting.userAgent).slice(0, longestUserAgent);
  const reading = read(userAgent);
  const system = systemOf(userAgent, reading, sighting.touchPoints);
  const hints = addedByHints(sighting.clientHints, system);
  const knownSystem = system === unknown ? hints.system : system;
  return {
    kind: kindOf(userAgent, reading, knownSystem, hints.mobile),
    family: sighting.application === 'native-app' ? 'app' : familyOf(userAgent, reading, hints.family),
    system: knownSystem,
    model: modelOf(userAgent, reading, knownSystem, hints.model),
  };
}

/**
 * Whether the browser that carries this cookie can be the one it was given to.
 * Versions, models and families change with updates and hints; a Windows machine does not become a phone.
 * One whose system nobody could read yet is what it says from now on.
 * An iPad with scripts off, or before they ran, says it is a Mac: these two are one.
 */
export function sameBrowser(
  before: Pick<Recognition, 'system'>,
  after: Pick<Recognition, 'system'>,
): boolean {
  return before.system === unknown || asOneMac(before.system) === asOneMac(after.system);
}

const asOneMac = (system: Recognition['system']) => (system === 'ipados' ? 'macos' : system);

function systemOf(userAgent: string, reading: UserAgentReading, touchPoints: number | Unknown) {
  if (/\biPad\b|\biPadOS\b/.test(userAgent)) return 'ipados';
  const system = systemNamed(reading.system, userAgent);
  if (system !== 'macos') return system;
  return isIPadInDisguise(userAgent, touchPoints) ? 'ipados' : 'macos';
}

/** Chrome, Edge and Firefox for iPad give themselves away; Safari only by touch. Blink and Gecko run on Macs alone. */
function isIPadInDisguise(userAgent: string, touchPoints: number | Unknown): boolean {
  if (/\b(?:CriOS|FxiOS|EdgiOS|OPT)\/|\bMobile\//.test(userAgent)) return true;
  if (/\b(?:Chrome|Firefox)\//.test(userAgent) || touchPoints === unknown) return false;
  return touchPoints >= touchPointsOfAnIPad;
}

function kindOf(
  userAgent: string,
  reading: UserAgentReading,
  system: Recognition['system'],
  mobile: boolean | Unknown,
): Recognition['kind'] {
  switch (system) {
    case 'ios':
      return 'phone';
    case 'ipados':
      return 'tablet';
    case 'windows':
    case 'macos':
    case 'chromeos':
    case 'linux':
      return 'computer';
    case 'android':
      return kindOnAndroid(userAgent, reading, mobile);
    case unknown:
      return unknown;
  }
}

/** Android browsers say `Mobile` on phones only; some apps on tablets say it all the same, and their model tells. */
function kindOnAndroid(userAgent: string, { machine }: UserAgentReading, mobile: boolean | Unknown) {
  if (machine !== unknown && machine !== 'mobile' && machine !== 'tablet') return unknown;
  if (/\bMobi|\bOpera Mini\b/i.test(userAgent)) return machine === 'tablet' ? 'tablet' : 'phone';
  if (/\bTablet\b|\b(?:AppleWebKit|Gecko)\//i.test(userAgent) || machine === 'tablet') return 'tablet';
  if (mobile === unknown) return machine === 'mobile' ? 'phone' : unknown;
  return mobile ? 'phone' : 'tablet';
}

/** A hint may name the browser behind a plain Chrome, and nothing else: it is as easily forged as the rest. */
function familyOf(userAgent: string, reading: UserAgentReading, hinted: Family | Unknown | 'none') {
  const family = familyNamed(reading.browser);
  if (family === 'chrome' && hinted !== 'none') return hinted;
  if ((family === 'safari' || family === 'chrome') && /\bBrave\b/.test(userAgent)) return 'brave';
  return isDressedUp(userAgent, family) ? unknown : family;
}

function modelOf(
  userAgent: string,
  reading: UserAgentReading,
  system: Recognition['system'],
  hinted: string | Unknown,
): string | Unknown {
  if (system === 'ios') return /\biPod\b/.test(userAgent) ? 'iPod' : 'iPhone';
  if (system === 'ipados') return 'iPad';
  if (system === 'macos') return 'Mac';
  if (system !== 'android') return unknown;
  const [model = unknown] = [hinted, androidModel(userAgent), reading.model].filter(isModel);
  return model;
}

/** `(Linux; Android 14; SM-X200 Build/…)`, `Amisgest/4.2.0 (Android 15; Pixel 7a; Mobile)`. */
function androidModel(userAgent: string): string | Unknown {
  const [, model = unknown] = /\bAndroid [\d.]+; (?:[a-z]{2}[-_][a-z]{2}; )?([^;()]+)/i.exec(userAgent) ?? [];
  return model.replace(/ Build\/.*$/, '').trim();
}

/** What is left when nothing is hidden: Chrome's `K` and words that name no model are none. */
function isModel(text: string): boolean {
  if (/^(?:K|Mobile|Tablet|wv|rv:.*|unknown|Generic.*)$/i.test(text)) return false;
  return /^[\w .+()-]+$/.test(text) && text.length <= longestModel;
}

/** Printable ASCII, in one line. */
const oneLine = (text: string) =>
  text
    .slice(0, 4 * longestUserAgent)
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim();
