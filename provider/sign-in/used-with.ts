import type { UsedWith } from '../../views/model.ts';

/** A first guess, for words only: recognition, with its library and its corpus, comes with the decision engine. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Amisgest\//, 'Amisgest'],
  [/EdgA?\/|EdgiOS\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const machines: readonly (readonly [RegExp, UsedWith['device'], string])[] = [
  [/iPad/, 'tablet', 'iPad'],
  [/iPhone/, 'phone', 'iPhone'],
  [/Android.*Mobile/, 'phone', 'Android'],
  [/Android/, 'tablet', 'Android'],
  [/Windows NT/, 'computer', 'Windows'],
  [/Macintosh/, 'computer', 'Mac'],
  [/CrOS/, 'computer', 'Chromebook'],
  [/Linux/, 'computer', 'Linux'],
];

export function usedWith(userAgent: string): UsedWith {
  const machine = machines.find(([pattern]) => pattern.test(userAgent));
  const browser = browsers.find(([pattern]) => pattern.test(userAgent));
  return {
    device: machine?.[1] ?? 'unknown',
    model: machine?.[2] ?? 'unknown',
    browser: browser?.[1] ?? 'unknown',
  };
}
