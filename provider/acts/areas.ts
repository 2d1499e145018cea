import { createHash } from 'node:crypto';
import type { Connection } from '../../db/open.ts';
import type { PastSignIn } from '../../db/past-sign-ins.ts';
import { readSeenAt } from '../../db/seen-places.ts';
import { type Network, type OrganizationId, type SignInFacts, unknown } from '../../policies/facts.ts';
import {
  type Area,
  areaKey,
  type Side,
  sideOf,
  standingAt,
  type Visitor,
  type VisitorStanding,
} from '../../policies/place-arrows.ts';
import { pastFacts, type Rulebook } from '../rules/index.ts';
import type { ActNeeds } from './change.ts';

/** As long as a request waits (design, section 6): who has not come in that time is on no line. */
export const listedFor = 60 * 24 * 60 * 60_000;

export interface StandingVisitor extends Visitor {
  readonly standing: VisitorStanding;
}

/** One line of « Tous les endroits ». */
export interface AreaLine {
  readonly area: Area;
  /** Where she was seen, the last one first. */
  readonly networks: readonly Network[];
  readonly lastAttempt: number;
  /** Everyone who tried there, let in or not, the last one first. */
  readonly visitors: readonly StandingVisitor[];
  readonly side: Side;
  /** Says the same for as long as the same people stand on the same side: what a page has shown. */
  readonly shown: string;
}

export interface Areas {
  /** The last attempt first. */
  readonly lines: readonly AreaLine[];
  /** How many people came from an address that could not be observed, which no rule can speak of. */
  readonly unobserved: number;
}

/** In which area a network lies: in the first place that holds it, else in none. */
export const createAreaOf =
  ({ placesAt }: Rulebook, locate: ActNeeds['locate']) =>
  (network: Network): Area => {
    const places = placesAt(locate(network));
    const [placeId] = places === unknown ? [] : places.inside;
    return placeId === undefined ? { kind: 'network', network } : { kind: 'place', placeId };
  };

/** Who was seen where in the last 60 days, and how the rules of now would decide of it, were the padlock closed. */
export async function readAreas(
  connection: Connection,
  { locate, applicationOf }: Pick<ActNeeds, 'locate' | 'applicationOf'>,
  given: {
    readonly organizationId: OrganizationId;
    readonly timeZone: string;
    readonly at: number;
    readonly rulebook: Rulebook;
  },
): Promise<Areas> {
  const { organizationId, timeZone, at, rulebook } = given;
  const seen = await readSeenAt(connection, { organizationId, since: at - listedFor, at });
  const areaOf = createAreaOf(rulebook, locate);
  const areas = new Map<Network, Area>();
  const byArea = new Map<string, { readonly area: Area; readonly seen: PastSignIn[] }>();
  for (const one of seen) {
    if (one.network === unknown) continue;
    const area = areas.get(one.network) ?? areaOf(one.network);
    areas.set(one.network, area);
    const line = byArea.get(areaKey(area)) ?? { area, seen: [] };
    line.seen.push(one);
    byArea.set(areaKey(area), line);
  }
  const needs = { rulebook, timeZone, locate, applicationOf };
  const facts = (one: PastSignIn): SignInFacts => ({ ...pastFacts(one, needs), at });
  return {
    lines: [...byArea.values()].map((line) => lineOf(line.area, line.seen, facts, rulebook)),
    unobserved: new Set(seen.flatMap(({ userId, network }) => (network === unknown ? [userId] : []))).size,
  };
}

function lineOf(
  area: Area,
  seen: readonly PastSignIn[],
  facts: (one: PastSignIn) => SignInFacts,
  { rules }: Rulebook,
): AreaLine {
  const byPerson = Map.groupBy(seen, ({ userId }) => userId);
  const visitors = [...byPerson].map(([userId, hers]): StandingVisitor => {
    const visitor = { userId, area, seen: hers.map(facts) };
    return { ...visitor, standing: standingAt(visitor, rules) };
  });
  const side = sideOf(visitors.map(({ standing }) => standing));
  return {
    area,
    networks: [...new Set(seen.flatMap(({ network }) => (network === unknown ? [] : [network])))],
    lastAttempt: seen[0]?.at ?? 0,
    visitors,
    side,
    shown: fingerprint([side, ...visitors.map(({ userId, standing }) => `${userId} ${standing}`).sort()]),
  };
}

/** Short, for a form: it need not keep a secret, only change when what it says does. */
export const fingerprint = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 16);
