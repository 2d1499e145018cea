import { type Unknown, unknown } from './facts.ts';
import type { Family, System } from './recognition.ts';

/** The names that ua-parser-js gives, in lower case. */
const families: ReadonlyMap<string, Family> = new Map<string, Family>([
  ['safari', 'safari'],
  ['mobile safari', 'safari'],
  ['chrome', 'chrome'],
  ['chromium', 'chrome'],
  ['chrome headless', 'chrome'],
  ['edge', 'edge'],
  ['firefox', 'firefox'],
  ['mobile firefox', 'firefox'],
  ['firefox focus', 'firefox'],
  ['samsung internet', 'samsung'],
  ['opera', 'opera'],
  ['opera mini', 'opera'],
  ['opera mobi', 'opera'],
  ['opera tablet', 'opera'],
  ['opera touch', 'opera'],
  ['opera gx', 'opera'],
  ['opera coast', 'opera'],
  ['brave', 'brave'],
  ['vivaldi', 'vivaldi'],
  ['duckduckgo', 'duckduckgo'],
  ['silk', 'silk'],
  ['gsa', 'google'],
  ['webkit', 'webview'],
  ['chrome webview', 'webview'],
  ['ios webview', 'webview'],
  ['facebook', 'webview'],
  ['instagram', 'webview'],
  ['snapchat', 'webview'],
  ['tiktok', 'webview'],
  ['linkedin', 'webview'],
  ['twitter', 'webview'],
  ['line', 'webview'],
  ['wechat', 'webview'],
]);

const brands: ReadonlyMap<string, Family> = new Map<string, Family>([
  ['google chrome', 'chrome'],
  ['headlesschrome', 'chrome'],
  ['microsoft edge', 'edge'],
  ['opera', 'opera'],
  ['opera gx', 'opera'],
  ['operamobile', 'opera'],
  ['samsung internet', 'samsung'],
  ['brave', 'brave'],
  ['vivaldi', 'vivaldi'],
  ['duckduckgo', 'duckduckgo'],
  ['android webview', 'webview'],
  ['microsoft edge webview2', 'webview'],
]);

const platforms: ReadonlyMap<string, System> = new Map<string, System>([
  ['windows', 'windows'],
  ['macos', 'macos'],
  ['android', 'android'],
  ['ios', 'ios'],
  ['linux', 'linux'],
  ['chrome os', 'chromeos'],
  ['chromium os', 'chromeos'],
  ['chromeos', 'chromeos'],
]);

const systems: ReadonlyMap<string, System> = new Map<string, System>([
  ['windows', 'windows'],
  ['mac os', 'macos'],
  ['macos', 'macos'],
  ['ios', 'ios'],
  ['android', 'android'],
  ['android-x86', 'android'],
  ['harmonyos', 'android'],
  ['chrome os', 'chromeos'],
  ['chromium os', 'chromeos'],
]);

export const familyNamed = (name: string): Family | Unknown => families.get(name.toLowerCase()) ?? unknown;
export const brandFamily = (name: string): Family | Unknown => brands.get(name.toLowerCase()) ?? unknown;
export const platformSystem = (name: string): System | Unknown =>
  platforms.get(name.toLowerCase()) ?? unknown;

/** Distributions of Linux have too many names to list; a system that has a name of its own is not one of them. */
export function systemNamed(name: string, userAgent: string): System | Unknown {
  const system = systems.get(name.toLowerCase());
  if (system) return system;
  if (/\biPhone\b/.test(userAgent)) return 'ios';
  const others = /Tizen|Web0S|webOS|KAIOS|Sailfish|SmartTV|SMART-TV|PlayStation|Nintendo|Roku|BSD|SunOS/i;
  return /\bLinux\b/.test(userAgent) && !others.test(userAgent) ? 'linux' : unknown;
}

const webKit = ['Mozilla', 'AppleWebKit', 'Version', 'Mobile', 'Safari'];
const usual: { readonly [Name in Family]?: readonly string[] } = {
  chrome: [...webKit, 'Chrome', 'CriOS', 'Chromium', 'HeadlessChrome', 'Ubuntu', 'Debian'],
  safari: webKit,
};

/** Whether a user agent that reads as Chrome or Safari also names a stranger: then it is something made of them. */
export function isDressedUp(userAgent: string, family: Family | Unknown): boolean {
  const known = family === unknown ? undefined : usual[family];
  if (!known) return false;
  const words = withoutRemarks(userAgent).match(/[^\s;,]+/g) ?? [];
  return userAgent.endsWith(')') || words.some((word) => !known.includes(word.replace(/\/.*$/, '')));
}

/** What stands between parentheses tells of the machine, and may hold parentheses itself. */
function withoutRemarks(userAgent: string): string {
  const shorter = userAgent.replace(/\([^()]*\)/g, ' ');
  return shorter === userAgent ? userAgent : withoutRemarks(shorter);
}
