import type { Family } from '../policies/recognition.ts';
import type { Language, UsedWith } from './model.ts';
import { wordsFor } from './words/index.ts';

/** Brands have one name in every language; our own app and a browser inside another app are in the words. */
const brands: Readonly<Record<Exclude<Family, 'app' | 'webview'>, string>> = {
  safari: 'Safari',
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  samsung: 'Samsung Internet',
  opera: 'Opera',
  brave: 'Brave',
  vivaldi: 'Vivaldi',
  duckduckgo: 'DuckDuckGo',
  silk: 'Silk',
  google: 'Google',
};
const browsers: Readonly<Record<string, string>> = brands;

/** Every family that a browser may be of: those with a brand, our own app, and a browser inside another app. */
export const browserFamilies: readonly string[] = [...Object.keys(brands), 'webview', 'app'];

/** Line breaks and writing-direction marks in a name could forge a line of a mail or turn a sentence around. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

/** A subject longer than a phone shows hides the hour and the device that follow the name. */
export function shortened(text: string, length: number): string {
  const characters = Array.from(oneLine(text));
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}

export function sayBrowser(usedWith: UsedWith, language: Language): string {
  if (usedWith.browser === 'unknown') return '';
  if (usedWith.browser === 'app' || usedWith.browser === 'webview')
    return wordsFor(language).devices[usedWith.browser];
  return browsers[usedWith.browser] ?? usedWith.browser;
}

/** « iPad », « Ordinateur Windows »: the device where there is no room for a sentence. */
export function sayDevice(usedWith: UsedWith, language: Language): string {
  const words = wordsFor(language).devices;
  if (usedWith.model === 'unknown') return words[usedWith.device];
  const name = words.one(usedWith).replace(/^\S+\s/, '');
  return name === usedWith.model ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** « iPad · Safari ». */
export function sayUsedWith(usedWith: UsedWith, language: Language): string {
  return [sayDevice(usedWith, language), sayBrowser(usedWith, language)].filter(Boolean).join('\u00a0· ');
}

/** « 450 555-0123 » for a number of North America; any other is shown as it is written. */
export function sayPhone(phone: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone);
  return parts ? `${parts[1]}\u00a0${parts[2]}-${parts[3]}` : oneLine(phone);
}

/** The first ones by name, the rest by number: « à Sylvie, à Marc et à 3 autres personnes ». */
export function shortList(names: readonly string[], others: (count: number) => string): readonly string[] {
  return names.length <= 4 ? names : [...names.slice(0, 3), others(names.length - 3)];
}

/** This machine, or a network that no other can see (RFC 1918, RFC 3927, RFC 4193, RFC 4291). */
export function isLocalNetwork(network: string): boolean {
  return /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1?(\/|$)|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i.test(
    network,
  );
}
