import { readFileSync } from 'node:fs';

/** One browser that visited real sites, as its own scripts saw it. Package `user-agents` (BSD-2-Clause, Intoli). */
export interface Visit {
  readonly userAgent: string;
  /** `navigator.platform`, `navigator.vendor`: the browser tells them beside its user agent. */
  readonly platform: string;
  readonly vendor: string;
  readonly screenWidth: number;
  readonly screenHeight: number;
  readonly deviceCategory: 'desktop' | 'mobile' | 'tablet';
  /** Its share of all visits. */
  readonly weight: number;
}

const file = new URL('../../../node_modules/user-agents/dist/user-agents.json', import.meta.url);

/** Ten thousand visits of the weeks before the package was made. */
export function readTraffic(): readonly Visit[] {
  // The package is pinned, and the tests that read it fail on anything else.
  return JSON.parse(readFileSync(file, 'utf8')) as readonly Visit[];
}

const kinds = { desktop: 'computer', mobile: 'phone', tablet: 'tablet' } as const;
export const kindOfVisit = ({ deviceCategory }: Visit) => kinds[deviceCategory];

/** What a platform can run, from the browser's own word for it. */
export function systemsOfVisit({ platform }: Visit): readonly string[] {
  if (platform === 'iPhone' || platform === 'iPod') return ['ios'];
  if (platform === 'iPad') return ['ipados'];
  if (platform === 'MacIntel') return ['macos', 'ipados'];
  if (platform === 'Win32') return ['windows'];
  return platform.startsWith('Linux') ? ['android', 'linux', 'chromeos'] : [];
}

/** The portrait screens, in points, of the iPads sold since 2017: no Mac has one. */
const iPadScreens = ['768x1024', '810x1080', '820x1180', '834x1112', '834x1194', '834x1210', '744x1133'];
const bigIPadScreens = ['1024x1366', '1032x1376'];

export function hasScreenOfAnIPad({ screenWidth, screenHeight }: Visit): boolean {
  const sides = [screenWidth, screenHeight].toSorted((one, other) => one - other).join('x');
  return [...iPadScreens, ...bigIPadScreens].includes(sides);
}
