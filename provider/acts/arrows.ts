import { endGrantsOfBrowsers } from '../../db/grants.ts';
import { readConnectionsOf, type SeenConnection } from '../../db/grid.ts';
import { writeJournal } from '../../db/journal.ts';
import { endRules, restoreRules } from '../../db/many-rules.ts';
import { readPlaces } from '../../db/places.ts';
import { addRules, readRules } from '../../db/rules.ts';
import {
  type Arrow,
  authorize,
  endedBy,
  type Movable,
  stillRefused,
  withdraw,
} from '../../policies/arrows.ts';
import { decide } from '../../policies/decide.ts';
import type { Outcome } from '../../policies/decision.ts';
import type { OrganizationId, RuleId, SignInFacts, UserId } from '../../policies/facts.ts';
import type { Rule } from '../../policies/rules.ts';
import { bind, pastFacts } from '../rules/index.ts';
import { type ActNeeds, type Changed, change, NotYours, Stale, type UnderWay } from './change.ts';
import { endingWhatIsLost } from './given.ts';
import { entryToUndo } from './undo.ts';

export interface Moved {
  readonly count: number;
  /** How many of them something broader still refuses. */
  readonly stillRefused: number;
  /** Names this move, so that it can be undone; none when nothing had to be written. */
  readonly entryId: string | 'none';
}

interface MoveGiven {
  readonly organizationId: OrganizationId;
  readonly by: UserId;
  /** Whoever acts, as she is here now: she does not cut herself off. */
  readonly closer?: SignInFacts;
  readonly arrow: Arrow;
  readonly userId: UserId;
  /** Of this person; others are none of hers. */
  readonly connectionIds: readonly string[];
  /** What would be decided of each, as the page that asks for this has shown it. */
  readonly shown?: ReadonlyMap<string, Outcome>;
}

/**
 * The arrows of « Une personne »: afterwards each connection really is on the side that it was moved to.
 * What was given to a connection that is withdrawn ends with it.
 */
export const moveConnections = (needs: ActNeeds, given: MoveGiven): Promise<Changed<Moved>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at } = underWay;
      const { organizationId } = padlock;
      const seen = await readConnectionsOf(transaction, { organizationId, userId: given.userId, at });
      const chosen = Map.groupBy(
        seen.filter(({ connectionId }) => given.connectionIds.includes(connectionId)),
        ({ connectionId }) => connectionId,
      );
      if (chosen.size === 0) throw new NotYours();
      return move(underWay, needs, given, [...chosen.values()]);
    },
  });

async function move(
  underWay: UnderWay,
  { locate, applicationOf }: ActNeeds,
  { arrow, userId, shown }: MoveGiven,
  chosen: readonly (readonly SeenConnection[])[],
): Promise<Moved> {
  const { transaction, padlock, at, by } = underWay;
  const { organizationId, timeZone, policyVersion } = padlock;
  const [rules, places] = [
    await readRules(transaction, organizationId),
    await readPlaces(transaction, organizationId),
  ];
  const rulebookOf = (these: readonly Rule[]) => bind(these, places, policyVersion);
  const standing = rulebookOf(rules);
  const factsOf = (one: SeenConnection) => ({
    ...pastFacts(one, { rulebook: standing, timeZone, locate, applicationOf }),
    at,
  });
  const movables = chosen.flatMap((connection): readonly Movable[] => {
    const [first] = connection;
    const before = first && shown?.get(first.connectionId);
    if (before && before !== decide(factsOf(first), standing.rules).outcome) throw new Stale();
    if (!first || (first.device !== 'none' && first.device.status === 'stolen')) return [];
    // Where access decides alone, a rule would change nothing now and surprise somebody later.
    if (first.access !== 'by_rules') return [];
    const { browserId } = first;
    const hasKey = connection.every(({ proof }) => proof === 'proven');
    return [{ userId, browserId, hasKey, seen: connection.map(factsOf) }];
  });
  const ends = new Set(endedBy(arrow, rules, movables));
  const kept = rules.filter(({ id }) => !ends.has(id));
  const without = rulebookOf(kept).rules;
  const adds = movables.flatMap((movable) =>
    arrow === 'authorize' ? authorize(movable, without) : withdraw(movable, without),
  );
  await endRules(transaction, { organizationId, ids: [...ends], at });
  const createdBy = by === 'operator' || by === 'system' ? null : by;
  const added = await addRules(transaction, { organizationId, origin: 'arrow', createdBy, at }, adds);
  if (arrow === 'withdraw')
    await endGrantsOfBrowsers(
      transaction,
      organizationId,
      movables.map(({ browserId }) => browserId),
      userId,
    );
  const nothing = ends.size === 0 && added.length === 0;
  const entryId = nothing
    ? 'none'
    : await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: arrow === 'authorize' ? 'connections.authorized' : 'connections.withdrawn',
        subject: userId,
        before: { ended: [...ends] },
        after: { added, connections: movables.length },
        at,
      });
  const after = rulebookOf([
    ...kept,
    ...adds.map((terms, index) => ({ ...terms, id: added[index] ?? nobodys })),
  ]).rules;
  return {
    count: movables.length,
    stillRefused: arrow === 'authorize' ? stillRefused(movables, after).length : 0,
    entryId,
  };
}

const nobodys = 'no rule' as RuleId; // branded here, where it is made

/** « Annuler »: the exact rules that were there are there again, and those that the move wrote are not. */
export const undoMove = (
  needs: ActNeeds,
  given: {
    readonly organizationId: OrganizationId;
    readonly by: UserId;
    readonly entryId: string;
    readonly closer?: SignInFacts;
  },
): Promise<Changed<'done'>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at, by } = underWay;
      const { organizationId } = padlock;
      const moves = ['connections.authorized', 'connections.withdrawn'] as const;
      const { id, subject, before, after, at: endedAt } = await entryToUndo(underWay, given.entryId, moves);
      if (subject === 'nobody' || subject === 'organization') throw new NotYours();
      const changed = await endingWhatIsLost(underWay, needs, [subject], async () => {
        const restored = await restoreRules(transaction, { organizationId, ids: before.ended, endedAt });
        return restored + (await endRules(transaction, { organizationId, ids: after.added, at }));
      });
      if (changed === 0) throw new Stale();
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'connections.undone',
        subject,
        before: { ended: after.added },
        after: { restored: before.ended, undoes: id },
        at,
      });
      return 'done' as const;
    },
  });
