import type { RuleTerms } from './approval.ts';
import {
  type BrowserId,
  type DeviceId,
  type Network,
  type PlaceId,
  type Region,
  type SignInFacts,
  type Unknown,
  type UserId,
  unknown,
} from './facts.ts';
import type { Conditions, Rule } from './rules.ts';
import type { LineKind } from './travel.ts';

/**
 * How far an approval reaches (design, section 6). `here`: this person and browser, at this place or on this network;
 * `region`, `anywhere`: this person and browser; `person-here`: this person at this place, with anything;
 * `team-here`: everyone, with this device, at this place.
 */
export type Scope = 'here' | 'region' | 'anywhere' | 'person-here' | 'team-here';

/** What an approval is about, as it was asked and as it stands where it was asked from. */
export interface AskedFor {
  readonly userId: UserId;
  readonly browserId: BrowserId;
  /** What the organization knows the browser's machine as. */
  readonly deviceId: DeviceId;
  readonly network: Network | Unknown;
  readonly place: PlaceId | 'none';
  readonly region: Region | Unknown;
  readonly line: LineKind;
  /** How much the network was used by people who were let in. */
  readonly use: { readonly people: number; readonly days: number };
  readonly proof: SignInFacts['proof'];
  /** Whether an authorization of this person and browser stands for somewhere else. */
  readonly approvedElsewhere: boolean;
}

/** Seen on three days by two people, and no carrier's nor anonymizer's address. */
export function isFixed({ place, line, use }: Pick<AskedFor, 'place' | 'line' | 'use'>): boolean {
  if (place !== 'none') return true;
  if (line === 'mobile' || line === 'shared') return false;
  return use.people >= 2 && use.days >= 3;
}

/** What is on offer, what is proposed first. Nothing wider than a network is offered to a browser that did not prove its key. */
export function scopesOf(asked: AskedFor): readonly [Scope, ...Scope[]] {
  const isProven = asked.proof === 'proven';
  const inRegion = isProven && asked.region !== unknown;
  const proposesRegion = inRegion && (!isFixed(asked) || asked.approvedElsewhere);
  const others: readonly Scope[] = [
    ...(inRegion ? (['region'] as const) : []),
    ...(isProven ? (['anywhere'] as const) : []),
    ...(asked.place === 'none' ? [] : (['person-here', 'team-here'] as const)),
  ];
  return proposesRegion
    ? ['region', 'here', ...others.filter((scope) => scope !== 'region')]
    : ['here', ...others];
}

/** What an approval writes; nothing where it would mean less than what was shown: an unknown network lets in once. */
export function ruleOfApproval(
  asked: AskedFor,
  scope: Scope,
  validUntil: Rule['validUntil'],
): RuleTerms | 'none' {
  const conditions = scopesOf(asked).includes(scope) ? conditionsOf(asked, scope) : 'none';
  return conditions === 'none' ? 'none' : { effect: 'allow', conditions, validFrom: 'always', validUntil };
}

function conditionsOf(asked: AskedFor, scope: Scope): Conditions | 'none' {
  const { userId, browserId, deviceId, place, network, region } = asked;
  switch (scope) {
    case 'here':
      if (place !== 'none') return { userId, browserId, placeId: place };
      return network === unknown ? 'none' : { userId, browserId, network };
    case 'region':
      return region === unknown ? 'none' : { userId, browserId, region };
    case 'anywhere':
      return { userId, browserId };
    case 'person-here':
      return place === 'none' ? 'none' : { userId, placeId: place };
    case 'team-here':
      return place === 'none' ? 'none' : { deviceId, placeId: place };
  }
}
