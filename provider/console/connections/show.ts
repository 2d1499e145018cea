import { countAttemptsSince, countGrid, readGrid } from '../../../db/grid.ts';
import type { PadlockState } from '../../../views/console/connections/model.ts';
import { connectionsPage } from '../../../views/index.ts';
import { checklistHref, padlockHref } from '../../../views/places.ts';
import { listPeople } from '../people.ts';
import type { Visit } from '../visit.ts';
import { filterIn, hrefOf, keyIn, sinceOf } from './filter.ts';
import { membersFound, networksFound } from './found.ts';
import { linesOf } from './lines.ts';
import { resultIn } from './result.ts';

const linesPerPage = 50;

/** « Connexions »: everyone who signed in, the last one first. */
export async function showConnections(visit: Visit): Promise<void> {
  const { ctx, needs, padlock, at } = visit;
  const { database } = needs;
  const { organizationId } = padlock;
  const filter = filterIn(visit);
  const members = await membersFound(visit, filter);
  const since = filter.only === 'to-check' ? 0 : sinceOf(filter.period, at, padlock.timeZone);
  const query = {
    organizationId,
    at,
    since,
    applicationId: filter.application,
    among:
      filter.search === ''
        ? ('all' as const)
        : { userIds: members.map(({ id }) => id), networks: await networksFound(visit, filter, since) },
    only: filter.only,
  };
  const after = keyIn(ctx.query.after);
  const [found, counts, shell, result] = await Promise.all([
    readGrid(database, query, { after, most: linesPerPage + 1 }),
    countGrid(database, query),
    visit.shell('connections'),
    resultIn(visit),
  ]);
  const lines = found.slice(0, linesPerPage);
  const last = found.length > linesPerPage ? lines.at(-1) : undefined;
  ctx.body = connectionsPage({
    shell,
    result,
    padlock: padlockOf(visit),
    counts,
    filter,
    toCheckHref: hrefOf({ application: 'all', period: 'all', search: '', only: 'to-check' }),
    applications: needs.gatedApplications,
    lines: await linesOf(visit, lines, hrefOf(filter, after === 'first' ? undefined : after)),
    nextHref: last ? hrefOf(filter, { lastSeen: last.at, id: last.connectionId }) : 'none',
    firstHref: after === 'first' ? 'these' : hrefOf(filter),
    neverSeen: listPeople(
      members.filter(({ seen, active }) => active && !seen),
      members,
    ),
    newsHref: `/reglages/nouvelles?${new URLSearchParams({ since: String(at) })}`,
  });
}

/** « 2 nouvelles tentatives »: how many there were since a page was made. */
export async function tellNews({ ctx, needs, padlock, at }: Visit): Promise<void> {
  const since = Number(ctx.query.since);
  const asked = Number.isSafeInteger(since) && since >= 0 ? since : at;
  ctx.body = { count: await countAttemptsSince(needs.database, padlock.organizationId, asked) };
}

const padlockOf = ({ padlock, moment }: Visit): PadlockState => ({
  state: padlock.state,
  until: padlock.state === 'open' && padlock.relockAt !== null ? moment(padlock.relockAt) : 'further-notice',
  href: padlockHref,
  checklistHref: padlock.firstLockedAt === null ? checklistHref : 'none',
});
