import type { GridLine } from '../../../db/grid.ts';
import type { ConnectionLine } from '../../../views/console/connections/model.ts';
import { personHref } from '../people.ts';
import { decideSeen, standingOf } from '../standing.ts';
import type { Visit } from '../visit.ts';

/** What the lines of one page say; `here`: where their people's pages lead back to. */
export async function linesOf(
  visit: Visit,
  lines: readonly GridLine[],
  here: string,
): Promise<readonly ConnectionLine[]> {
  const describe = await visit.needs.describeIn(visit.padlock.organizationId);
  const decided = await decideSeen(visit);
  const namesakes = namesakesAmong(lines);
  return lines.map((line) => {
    const { usedWith, where } = describe({ ...line, browser: line.labels });
    return {
      id: line.connectionId,
      personHref: `${personHref(line.userId)}?${new URLSearchParams({ retour: here })}`,
      personName: line.personName,
      jobTitle: line.jobTitle ?? 'none',
      email: namesakes.has(line.personName) ? line.email : 'none',
      usedWith,
      where,
      lastAttempt: visit.moment(line.at),
      standing: line.pendingRequestId === 'none' ? standingOf(decided(line)) : 'waiting',
      requestHref: line.pendingRequestId === 'none' ? 'none' : `/demandes/${line.pendingRequestId}`,
    };
  });
}

/** Names that several people have: an address tells them apart. */
function namesakesAmong(lines: readonly GridLine[]): ReadonlySet<string> {
  const people = Map.groupBy(lines, ({ personName }) => personName);
  return new Set(
    [...people].flatMap(([name, theirs]) =>
      new Set(theirs.map(({ userId }) => userId)).size > 1 ? [name] : [],
    ),
  );
}
