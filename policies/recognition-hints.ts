import { type Unknown, unknown } from './facts.ts';
import type { Family, System } from './recognition.ts';
import { brandFamily, platformSystem } from './recognition-names.ts';

/** The request headers as they came (User-Agent Client Hints), or unknown. */
export interface ClientHints {
  /** `Sec-CH-UA` */
  readonly brands: string | Unknown;
  /** `Sec-CH-UA-Platform` */
  readonly platform: string | Unknown;
  /** `Sec-CH-UA-Mobile` */
  readonly mobile: string | Unknown;
  /** `Sec-CH-UA-Model` */
  readonly model: string | Unknown;
}

export const noHints: ClientHints = { brands: unknown, platform: unknown, mobile: unknown, model: unknown };

export interface AddedByHints {
  /** `none`: the hints do not say more than the user agent. */
  readonly family: Family | Unknown | 'none';
  readonly system: System | Unknown;
  readonly mobile: boolean | Unknown;
  readonly model: string | Unknown;
}

const nothing: AddedByHints = { family: 'none', system: unknown, mobile: unknown, model: unknown };
const longestHint = 256;

/** Hints complete what the user agent leaves open; those that contradict it are all left aside. */
export function addedByHints(hints: ClientHints, system: System | Unknown): AddedByHints {
  const platform = platformSystem(textOf(hints.platform));
  if (system !== unknown && platform !== unknown && platform !== system) return nothing;
  return {
    family: familyOf(hints.brands),
    system: platform,
    mobile: hints.mobile === '?1' ? true : hints.mobile === '?0' ? false : unknown,
    model: textOf(hints.model),
  };
}

/** The one brand that is neither the engine nor the noise that browsers add on purpose. */
function familyOf(brands: string | Unknown): AddedByHints['family'] {
  const named = [...brands.slice(0, longestHint).matchAll(/"([^"\\]*)"\s*;\s*v="/g)]
    .map(([, brand = '']) => brand)
    .filter((brand) => brand !== 'Chromium' && !/not.*brand/i.test(brand));
  const [brand, ...more] = named;
  return brand === undefined || more.length > 0 ? 'none' : brandFamily(brand);
}

/** A structured header's string (RFC 8941, section 3.3.3): text between quotes. */
function textOf(header: string | Unknown): string | Unknown {
  const [, text = unknown] = /^"([^"\\]*)"$/.exec(header.slice(0, longestHint)) ?? [];
  return text;
}
