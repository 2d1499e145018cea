import { type PlaceFacts, type SignInFacts, type Unknown, unknown } from './facts.ts';
import { type Address, addressOf, beginsAs } from './prefixes.ts';
import type { Range } from './ranges.ts';
import type { Condition, ReadConditions, Rule, UnmetCondition } from './rules.ts';
import { isWithin, minuteOfWeek } from './schedules.ts';

/** `undecided`: every other condition holds, and what this one needs could not be observed. */
export type Match =
  | { readonly kind: 'matches' }
  /** All that it says holds, and the browser has not shown the key that it demands. */
  | { readonly kind: 'unproven' }
  | { readonly kind: 'unmet'; readonly condition: UnmetCondition }
  | { readonly kind: 'undecided'; readonly unknown: Condition };

type Standing = 'met' | 'unmet' | 'unknown';
type Standings = { readonly [Name in Condition]: (wanted: ReadConditions, facts: ReadyFacts) => Standing };

export interface Test {
  readonly condition: Condition;
  readonly standing: Standings[Condition];
}

/** A rule ready to be matched, its words read. */
export interface ReadyRule {
  readonly rule: Rule;
  /** Its place among the rules of its organization, in the order of their ids. */
  readonly position: number;
  readonly wanted: ReadConditions;
  /** Of its own conditions only. */
  readonly tests: readonly Test[];
}

/** Of each kind, the rule whose id comes first. Once one matches, the others may be left out. */
export interface Findings {
  readonly matching?: ReadyRule;
  readonly undecided?: ReadyRule;
  readonly unproven?: ReadyRule;
}

/** Facts, with room for what several rules would each have to work out again. */
export interface ReadyFacts extends SignInFacts {
  readonly workedOut: {
    refusals?: Findings;
    authorizations?: Findings;
    address?: Address | Unknown;
    /** In minutes from Monday 0:00 on the organization's clock. */
    weekMinute?: number | Unknown;
  };
}

/** A new condition is one line here: the type check asks for it. Their order is the one in which they are told. */
const standings: Standings = {
  userId: (wanted, facts) => same(wanted.userId, facts.userId),
  role: ({ role = '' }, { membership }) =>
    membership !== 'none' && membership.roles.includes(role) ? 'met' : 'unmet',
  applicationId: (wanted, { application }) => same(wanted.applicationId, application.id),
  deviceId: (wanted, { device }) => same(wanted.deviceId, device.id),
  browserId: (wanted, facts) => same(wanted.browserId, facts.browserId),
  deviceKind: (wanted, { device }) => same(wanted.deviceKind, device.kind),
  browserFamily: (wanted, facts) => same(wanted.browserFamily, facts.browserFamily),
  placeId: ({ placeId }, { places }) => (places === unknown ? unknown : standingAt(placeId, places)),
  network: ({ network = unknown }, facts) => {
    if (network === unknown || facts.network === unknown) return unknown;
    return typeof network === 'object' ? standingIn(network, facts) : same(network, facts.network);
  },
  region: (wanted, facts) => same(wanted.region, facts.region),
  country: (wanted, facts) => same(wanted.country, facts.country),
  schedule: ({ schedule = unknown }, facts) => {
    const minute = weekMinuteOf(facts);
    if (schedule === unknown || minute === unknown) return unknown;
    return isWithin(schedule, minute) ? 'met' : 'unmet';
  },
};

// Its keys are the names of the conditions, all of them.
const inOrder = (Object.keys(standings) as readonly Condition[]).map(
  (condition): Test => ({ condition, standing: standings[condition] }),
);

/** One list for all the rules that have the same conditions: a decision that reads many rules finds it at hand. */
export function createTests(): (conditions: Rule['conditions']) => readonly Test[] {
  const known = new Map<number, readonly Test[]>();
  return (conditions) => {
    const has = ({ condition }: Test) => conditions[condition] !== undefined;
    const signature = inOrder.reduce((bits, test) => bits * 2 + Number(has(test)), 0);
    const tests = known.get(signature) ?? inOrder.filter(has);
    known.set(signature, tests);
    return tests;
  };
}

/** Ensures that a condition known not to hold is told before one that is not known. */
export function match({ rule, wanted, tests }: ReadyRule, facts: ReadyFacts): Match {
  let undecided: Condition | 'none' = 'none';
  for (const { condition, standing } of tests) {
    const found = standing(wanted, facts);
    if (found === 'unmet') return { kind: 'unmet', condition };
    if (found === 'unknown' && undecided === 'none') undecided = condition;
  }
  if (!hasBegun(rule, facts.at)) return { kind: 'unmet', condition: 'validFrom' };
  if (!stillHolds(rule, facts.at)) return { kind: 'unmet', condition: 'validUntil' };
  const lacksProof = facts.proof !== 'proven' && demandsProof(rule);
  if (undecided === 'none') return { kind: lacksProof ? 'unproven' : 'matches' };
  return lacksProof ? { kind: 'unmet', condition: 'proof' } : { kind: 'undecided', unknown: undecided };
}

export const readyFacts = (facts: SignInFacts): ReadyFacts => ({ ...facts, workedOut: {} });

export function addressIn({ network, workedOut }: ReadyFacts): Address | Unknown {
  workedOut.address ??= network === unknown ? unknown : addressOf(network);
  return workedOut.address;
}

export function weekMinuteOf({ at, timeZone, workedOut }: ReadyFacts): number | Unknown {
  const isKnown = timeZone !== unknown && Number.isFinite(at);
  workedOut.weekMinute ??= isKnown ? minuteOfWeek(at, timeZone) : unknown;
  return workedOut.weekMinute;
}

/** A cookie can be copied, a key cannot: what lets in from anywhere demands the key. */
function demandsProof({ effect, conditions }: Rule): boolean {
  return effect === 'allow' && conditions.placeId === undefined && conditions.network === undefined;
}

function same(wanted: string | undefined, seen: string | Unknown): Standing {
  if (wanted === unknown || seen === unknown) return unknown;
  return wanted === seen ? 'met' : 'unmet';
}

function standingAt(placeId: string | undefined, { inside, perhaps }: PlaceFacts): Standing {
  if (inside.some((id) => id === placeId)) return 'met';
  return perhaps.some((id) => id === placeId) ? unknown : 'unmet';
}

/** A range narrower than a network holds only some of it, and who knows which. */
function standingIn(wanted: Range, facts: ReadyFacts): Standing {
  const address = addressIn(facts);
  if (address === unknown) return unknown;
  if (!beginsAs(wanted, address)) return 'unmet';
  return wanted.prefix > 64 ? unknown : 'met';
}

function hasBegun({ validFrom }: Rule, at: number): boolean {
  return validFrom === 'always' || validFrom <= at;
}

function stillHolds({ validUntil }: Rule, at: number): boolean {
  return validUntil === 'always' || at < validUntil;
}
