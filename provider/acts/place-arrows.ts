import { cancelUnusedApprovals, endGrantsGiven } from '../../db/given-grants.ts';
import { writeJournal } from '../../db/journal.ts';
import { endRules } from '../../db/many-rules.ts';
import { findPlacesEver, readPlaces } from '../../db/places.ts';
import { addRules, readRules } from '../../db/rules.ts';
import type { Arrow } from '../../policies/arrows.ts';
import {
  type Network,
  type OrganizationId,
  type RuleId,
  type SignInFacts,
  type UserId,
  unknown,
} from '../../policies/facts.ts';
import {
  type Area,
  areaKey,
  authorizeThere,
  canMove,
  endedThere,
  isSameArea,
  standingAt,
  type Visitor,
  withdrawThere,
} from '../../policies/place-arrows.ts';
import type { Rule } from '../../policies/rules.ts';
import { bind } from '../rules/index.ts';
import {
  type AreaLine,
  createAreaOf,
  createVisitorOf,
  readAreas,
  type StandingVisitor,
  shownOf,
} from './areas.ts';
import { type ActNeeds, type Changed, change, NotYours, Stale, type UnderWay } from './change.ts';

export interface AreasMoved {
  /** How many lines had somebody to move. */
  readonly lines: number;
  readonly people: number;
  /** How many of them something broader still stops: a refusal, or a fact that nobody could observe. */
  readonly stillStopped: number;
  /** Whether whoever acts was left where she is: she does not cut herself off. */
  readonly keptOwn: boolean;
  /** Names this move, so that it can be undone; none when nothing had to be written. */
  readonly entryId: string | 'none';
}

interface MoveGiven {
  readonly organizationId: OrganizationId;
  readonly by: UserId;
  readonly arrow: Arrow;
  /** What the page has shown of each line, by its area: a line that is no longer so is not moved. */
  readonly chosen: ReadonlyMap<string, string>;
  /** `all`: whoever is refused on purpose is left alone. */
  readonly how: 'chosen' | 'all';
  /** Where whoever acts is at this very request. */
  readonly present: SignInFacts;
}

/**
 * The arrows of « Tous les endroits »: afterwards each line really is on the side that it was moved to.
 * What was given there to people who are withdrawn ends with it.
 */
export const moveAreas = (needs: ActNeeds, given: MoveGiven): Promise<Changed<AreasMoved>> =>
  change(needs, { ...given, act: (underWay) => move(underWay, needs, given) });

async function move(underWay: UnderWay, needs: ActNeeds, given: MoveGiven): Promise<AreasMoved> {
  const { transaction, padlock, at, by } = underWay;
  const { organizationId, timeZone, policyVersion } = padlock;
  const rules = await readRules(transaction, organizationId);
  const places = await readPlaces(transaction, organizationId);
  const standing = bind(rules, places, policyVersion);
  const areaOf = createAreaOf(standing, needs.locate);
  const deciding = { ...needs, timeZone, at, rulebook: standing };
  const { lines } = await readAreas(transaction, { ...deciding, organizationId });
  const chosen = await chosenLines(underWay, lines, given);
  const own = ({ userId, area }: Visitor) =>
    userId === given.by &&
    given.present.network !== unknown &&
    isSameArea(areaOf(given.present.network), area);
  const visitorOf = createVisitorOf(deciding);
  const movable = chosen.flatMap(({ area, visitors }) =>
    visitors.filter(isMoved(given)).map((one) => visitorOf(area, one)),
  );
  const visitors = given.arrow === 'withdraw' ? movable.filter((one) => !own(one)) : movable;

  const ends = new Set(endedThere(given.arrow, standing.rules, visitors, areaOf));
  const kept = rules.filter(({ id }) => !ends.has(id));
  const without = bind(kept, places, policyVersion).rules;
  const written = given.arrow === 'authorize' ? authorizeThere : withdrawThere;
  const adds = visitors.flatMap((visitor) => written(visitor, without));
  await endRules(transaction, { organizationId, ids: [...ends], at });
  const createdBy = by === 'operator' || by === 'system' ? null : by;
  const added = await addRules(transaction, { organizationId, origin: 'console', createdBy, at }, adds);
  if (given.arrow === 'withdraw') await endWhatWasGiven(underWay, visitors, areaOf);

  const withNew = kept.concat(adds.map((terms, index): Rule => ({ ...terms, id: idOf(added[index]) })));
  const after = bind(withNew, places, policyVersion).rules;
  const letIn = visitors.filter((visitor) => standingAt(visitor, after) === 'let-in');
  const nothing = ends.size === 0 && added.length === 0;
  const lineCount = new Set(visitors.map(({ area }) => areaKey(area))).size;
  return {
    lines: lineCount,
    people: new Set(visitors.map(({ userId }) => userId)).size,
    stillStopped: given.arrow === 'authorize' ? visitors.length - letIn.length : 0,
    keptOwn: visitors.length < movable.length,
    entryId: nothing
      ? 'none'
      : await writeJournal(transaction, {
          organizationId,
          actor: by,
          action: given.arrow === 'authorize' ? 'places.authorized' : 'places.withdrawn',
          subject: 'organization',
          before: { ended: [...ends] },
          after: { added, lines: lineCount },
          at,
        }),
  };
}

const isMoved =
  ({ arrow, how }: MoveGiven) =>
  ({ standing }: StandingVisitor): boolean =>
    canMove(arrow, standing) && !(how === 'all' && arrow === 'authorize' && standing === 'refused');

/** The lines that were chosen, as long as they are what the page has shown; another organization's are none. */
async function chosenLines(
  { transaction, padlock: { organizationId } }: UnderWay,
  lines: readonly AreaLine[],
  { chosen }: MoveGiven,
): Promise<readonly AreaLine[]> {
  const found = lines.filter(({ area }) => chosen.has(areaKey(area)));
  const keys = new Set(found.map(({ area }) => areaKey(area)));
  const missing = [...chosen.keys()].filter((key) => !keys.has(key));
  const networks: ReadonlySet<string> = new Set(lines.flatMap((line) => line.networks));
  const others = missing.filter((key) => !networks.has(key));
  const places = await findPlacesEver(transaction, organizationId, others);
  if (places.size < others.length) throw new NotYours();
  if (missing.length > 0 || chosen.size === 0) throw new Stale();
  if (found.some((line) => chosen.get(areaKey(line.area)) !== shownOf(line))) throw new Stale();
  return found;
}

/** A grant keeps the facts that it was given under: those of there end, those of elsewhere stay. */
async function endWhatWasGiven(
  { transaction, padlock: { organizationId } }: UnderWay,
  visitors: readonly Visitor[],
  areaOf: (network: Network) => Area,
): Promise<void> {
  const withdrawn = new Set(visitors.map(({ userId, area }) => `${userId} ${areaKey(area)}`));
  const isThere = (userId: UserId, network: string | null): boolean =>
    network !== null &&
    network !== unknown &&
    withdrawn.has(`${userId} ${areaKey(areaOf(network as Network))}`); // as it was observed
  const userIds = [...new Set(visitors.map(({ userId }) => userId))];
  await endGrantsGiven(transaction, organizationId, userIds, ({ userId, network }) =>
    isThere(userId, network),
  );
  await cancelUnusedApprovals(transaction, organizationId, ({ userId, network }) => isThere(userId, network));
}

function idOf(added: RuleId | undefined): RuleId {
  if (added === undefined) throw new Error('a rule was not written');
  return added;
}
