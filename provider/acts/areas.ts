import type { Connection } from '../../db/open.ts';
import type { PastSignIn } from '../../db/past-sign-ins.ts';
import { readSeenAt } from '../../db/seen-places.ts';
import {
  type Network,
  type OrganizationId,
  type Unknown,
  type UserId,
  unknown,
} from '../../policies/facts.ts';
import {
  type Area,
  areaKey,
  type Side,
  sideOf,
  standingAt,
  type Visitor,
  type VisitorStanding,
} from '../../policies/place-arrows.ts';
import type { Location } from '../location/index.ts';
import { pastFacts, type Rulebook } from '../rules/index.ts';
import type { ActNeeds } from './change.ts';
import { fingerprint } from './fingerprint.ts';

/** As long as a request waits (design, section 6): who has not come in that time is on no line. */
export const listedFor = 60 * 24 * 60 * 60_000;
/** Of what was seen in that time, so much at the most, the newest. */
const mostSeen = 10_000;

/** One person at one area, as she was seen there, and how she stands. */
export interface StandingVisitor {
  readonly userId: UserId;
  readonly standing: VisitorStanding;
  readonly past: readonly PastSignIn[];
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
}

export interface Areas {
  /** The last attempt first. */
  readonly lines: readonly AreaLine[];
  /** How many people came from an address that could not be observed, which no rule can speak of. */
  readonly unobserved: number;
  /** How far back they go, in milliseconds UTC, when 60 days would be too many; otherwise all of them. */
  readonly since: number | 'all';
}

/** In which area a network lies: in the first place that holds it, else in none. */
export const createAreaOf =
  ({ placesAt }: Rulebook, locate: ActNeeds['locate']) =>
  (network: Network): Area => {
    const places = placesAt(locate(network));
    const [placeId] = places === unknown ? [] : places.inside;
    return placeId === undefined ? { kind: 'network', network } : { kind: 'place', placeId };
  };

/** Between two rounds of so many, other requests are served. */
const atOnce = 500;

/** To be told of all that is done. */
function createPause(rest: () => Promise<unknown>): (done: number) => Promise<void> {
  let sinceRest = 0;
  return async (done) => {
    sinceRest += done;
    if (sinceRest < atOnce) return;
    sinceRest = 0;
    await rest();
  };
}

interface Deciding extends Pick<ActNeeds, 'locate' | 'applicationOf'> {
  readonly timeZone: string;
  readonly at: number;
  readonly rulebook: Rulebook;
}

/** The facts of what somebody used at an area, as they would be decided now: made when they are asked for, for they are many. */
export const createVisitorOf = (given: Deciding) => visitorOfOnce({ ...given, ...onceANetwork(given) });

const visitorOfOnce =
  ({ at, ...needs }: Deciding) =>
  (area: Area, { userId, past }: Pick<StandingVisitor, 'userId' | 'past'>): Visitor => ({
    userId,
    area,
    seen: past.map((one) => pastFacts({ ...one, at }, needs)),
  });

/** Many come from one network: where it is, and in which places, is asked once. */
function onceANetwork({ locate, rulebook }: Pick<Deciding, 'locate' | 'rulebook'>) {
  const places = new Map<string, ReturnType<Rulebook['placesAt']>>();
  const placesAt: Rulebook['placesAt'] = (location) => {
    const known = places.get(location.network) ?? rulebook.placesAt(location);
    places.set(location.network, known);
    return known;
  };
  const locations = new Map<string, Location>();
  return {
    rulebook: { ...rulebook, placesAt },
    locate: (network: Network | Unknown): Location => {
      const known = locations.get(network) ?? locate(network);
      locations.set(network, known);
      return known;
    },
  };
}

/** Who was seen where in the last 60 days, and how the rules of now would decide of it, were the padlock closed. */
export async function readAreas(
  connection: Connection,
  given: Deciding & {
    readonly organizationId: OrganizationId;
    readonly most?: number;
    /** Lets others be served meanwhile; a transaction rests for nobody. */
    readonly rest?: () => Promise<unknown>;
  },
): Promise<Areas> {
  const { organizationId, at, rulebook, rest = async () => undefined } = given;
  const { seen, isAll } = await readSeenAt(connection, {
    organizationId,
    since: at - listedFor,
    at,
    most: given.most ?? mostSeen,
  });
  const once = { ...given, ...onceANetwork(given) };
  const areaOf = createAreaOf(once.rulebook, once.locate);
  const visitorOf = visitorOfOnce(once);
  const pause = createPause(rest);
  const areas = new Map<Network, Area>();
  const byArea = new Map<string, { readonly area: Area; readonly seen: PastSignIn[] }>();
  for (const one of seen) {
    if (one.network === unknown) continue;
    const area = areas.get(one.network) ?? areaOf(one.network);
    areas.set(one.network, area);
    const line = byArea.get(areaKey(area)) ?? { area, seen: [] };
    line.seen.push(one);
    byArea.set(areaKey(area), line);
    await pause(1);
  }
  const standing = (area: Area, userId: UserId, past: readonly PastSignIn[]): StandingVisitor => ({
    userId,
    past,
    standing: standingAt(visitorOf(area, { userId, past }), rulebook.rules),
  });
  const lines: AreaLine[] = [];
  for (const { area, seen } of byArea.values()) lines.push(await lineOf(area, seen, standing, pause));
  return {
    lines,
    since: isAll ? 'all' : (seen.at(-1)?.at ?? at),
    unobserved: new Set(seen.flatMap(({ userId, network }) => (network === unknown ? [userId] : []))).size,
  };
}

async function lineOf(
  area: Area,
  seen: readonly PastSignIn[],
  standing: (area: Area, userId: UserId, past: readonly PastSignIn[]) => StandingVisitor,
  pause: (done: number) => Promise<void>,
): Promise<AreaLine> {
  const byPerson = Map.groupBy(seen, ({ userId }) => userId);
  const visitors: StandingVisitor[] = [];
  for (const [userId, past] of byPerson) {
    visitors.push(standing(area, userId, past));
    await pause(past.length);
  }
  return {
    area,
    networks: [...new Set(seen.flatMap(({ network }) => (network === unknown ? [] : [network])))],
    lastAttempt: seen[0]?.at ?? 0,
    visitors,
    side: sideOf(visitors.map((visitor) => visitor.standing)),
  };
}

/** What a page shows of lines: the same for as long as the same people stand on the same sides. */
export const shownOf = (...lines: readonly AreaLine[]): string =>
  fingerprint(
    lines
      .map(({ area, side, visitors }) => {
        const people = visitors.map(({ userId, standing }) => `${userId} ${standing}`).sort();
        return [areaKey(area), side, ...people].join(' ');
      })
      .sort(),
  );
