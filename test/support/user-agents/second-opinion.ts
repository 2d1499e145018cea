import { readFileSync } from 'node:fs';

// The rules that Browserscope's successors keep by hand (package `uap-core`, Apache-2.0): nobody of ours wrote them,
// and the library that we read with shares nothing with them.

const file = new URL('../../../node_modules/uap-core/regexes.yaml', import.meta.url);

interface Rule {
  readonly pattern: RegExp;
  readonly family: string | undefined;
}

/** The family that uap-core names, in its own words: `Mobile Safari`, `Chrome Mobile iOS`… */
export function secondOpinion(): (userAgent: string) => string {
  const rules = readRules();
  return (userAgent) => {
    for (const { pattern, family } of rules) {
      const found = pattern.exec(userAgent);
      if (found) return family?.replace('$1', found[1] ?? '') ?? found[1] ?? 'Other';
    }
    return 'Other';
  };
}

/** This file of YAML is plain enough to be read by the line: `- regex: '…'`, then what replaces its first group. */
function readRules(): readonly Rule[] {
  const [browsers = ''] = readFileSync(file, 'utf8').split(/^os_parsers:/m);
  return browsers
    .split(/^\s*- regex: /m)
    .slice(1)
    .map((entry) => {
      const [first = '', ...rest] = entry.split('\n');
      const family = rest.join('\n').match(/^\s*family_replacement: '(.*)'/m)?.[1];
      return { pattern: new RegExp(unquoted(first)), family };
    });
}

const unquoted = (text: string) =>
  text
    .trim()
    .replace(/^(['"])(.*)\1$/s, '$2')
    .replaceAll("''", "'");

const families: Readonly<Record<string, string>> = {
  Safari: 'safari',
  'Mobile Safari': 'safari',
  Chrome: 'chrome',
  Chromium: 'chrome',
  'Chrome Mobile': 'chrome',
  'Chrome Mobile iOS': 'chrome',
  Edge: 'edge',
  'Edge Mobile': 'edge',
  Firefox: 'firefox',
  'Firefox Mobile': 'firefox',
  'Firefox iOS': 'firefox',
  'Samsung Internet': 'samsung',
  Opera: 'opera',
  'Opera Mobile': 'opera',
  'Opera Touch': 'opera',
  'Opera Mini': 'opera',
};

/** uap-core's word in ours; the many that we do not tell apart are `another`. */
export const familyInOurWords = (theirs: string) => families[theirs] ?? 'another';
