import {
  countAttemptsSince,
  countGrid,
  type GridKey,
  type GridLine,
  type Member,
  readGrid,
  readMembers,
} from '../../../db/grid.ts';
import type { ConnectionLine, ConnectionsPage, Period } from '../../../views/console/connections/model.ts';
import type { MemberFound } from '../../../views/console/model.ts';
import { connectionsPage } from '../../../views/index.ts';
import { endOfDay } from '../../http/time.ts';
import { decideSeen, standingOf } from '../standing.ts';
import type { Visit } from '../visit.ts';

export const connectionsHref = '/reglages/connexions';

const day = 24 * 60 * 60_000;
const linesPerPage = 50;
const longestSearch = 80;

/** « Connexions »: everyone who signed in, the last one first. */
export async function showConnections(visit: Visit): Promise<void> {
  const { ctx, needs, padlock, at, moment } = visit;
  const { database } = needs;
  const { organizationId } = padlock;
  const filter = filterIn(visit);
  const members =
    filter.search === ''
      ? []
      : (await readMembers(database, organizationId, at)).filter(isNamed(filter.search));
  const query = {
    organizationId,
    at,
    since: sinceOf(filter.period, at, padlock.timeZone),
    applicationId: filter.application,
    userIds: filter.search === '' ? ('all' as const) : members.map(({ id }) => id),
  };
  const after = keyIn(ctx.query.after);
  const found = await readGrid(database, query, { after, most: linesPerPage + 1 });
  const lines = found.slice(0, linesPerPage);
  const last = found.length > linesPerPage ? lines.at(-1) : undefined;
  ctx.body = connectionsPage({
    shell: await visit.shell('connections'),
    padlock: {
      state: padlock.state,
      until:
        padlock.state === 'open' && padlock.relockAt !== null ? moment(padlock.relockAt) : 'further-notice',
      href: '/reglages/cadenas',
    },
    counts: await countGrid(database, { ...query, since: 0, applicationId: 'all', userIds: 'all' }),
    filter,
    applications: needs.gatedApplications,
    lines: await linesOf(visit, lines),
    nextHref: last ? hrefOf(filter, { lastSeen: last.at, id: last.connectionId }) : 'none',
    firstHref: after === 'first' ? 'these' : hrefOf(filter),
    neverSeen: members.filter(({ seen, active }) => active && !seen).map(memberFound),
    newsHref: `/reglages/nouvelles?${new URLSearchParams({ since: String(at) })}`,
  });
}

/** « 2 nouvelles tentatives »: how many there were since a page was made. */
export async function tellNews({ ctx, needs, padlock, at }: Visit): Promise<void> {
  const since = Number(ctx.query.since);
  const asked = Number.isSafeInteger(since) && since >= 0 ? since : at;
  ctx.body = { count: await countAttemptsSince(needs.database, padlock.organizationId, asked) };
}

async function linesOf(visit: Visit, lines: readonly GridLine[]): Promise<readonly ConnectionLine[]> {
  const describe = await visit.needs.describeIn(visit.padlock.organizationId);
  const decided = await decideSeen(visit);
  return lines.map((line) => {
    const { usedWith, where } = describe({ ...line, browser: line.labels });
    return {
      id: line.connectionId,
      personHref: personHref(line.userId),
      personName: line.personName,
      jobTitle: line.jobTitle ?? 'none',
      usedWith,
      where,
      lastAttempt: visit.moment(line.at),
      standing: standingOf(decided(line)),
    };
  });
}

export const personHref = (userId: string): string => `/reglages/personnes/${userId}`;

export const memberFound = ({
  id,
  givenName,
  familyName,
  jobTitle,
}: Pick<Member, 'id' | 'givenName' | 'familyName'> & { readonly jobTitle?: string | null }): MemberFound => ({
  personHref: personHref(id),
  personName: `${givenName} ${familyName}`,
  jobTitle: jobTitle ?? 'none',
});

type Filter = ConnectionsPage['filter'];
const periods: readonly Period[] = ['today', '7-days', '30-days', 'all'];

/** What was not chosen, or cannot be chosen, is the first choice. */
function filterIn({ ctx, needs }: Visit): Filter {
  const wanted = ctx.query;
  return {
    application: needs.gatedApplications.find(({ id }) => id === wanted.application)?.id ?? 'all',
    period: periods.find((period) => period === wanted.period) ?? '7-days',
    search: typeof wanted.search === 'string' ? wanted.search.trim().slice(0, longestSearch) : '',
  };
}

const hrefOf = ({ application, period, search }: Filter, after?: GridKey): string =>
  `${connectionsHref}?${new URLSearchParams({
    application,
    period,
    search,
    ...(after && { after: `${after.lastSeen}.${after.id}` }),
  })}`;

function keyIn(text: unknown): GridKey | 'first' {
  const [, lastSeen, id] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(String(text)) ?? [];
  return lastSeen === undefined || id === undefined ? 'first' : { lastSeen: Number(lastSeen), id };
}

function sinceOf(period: Period, at: number, timeZone: string): number {
  switch (period) {
    case 'today':
      return endOfDay(at, timeZone) - day;
    case '7-days':
      return at - 7 * day;
    case '30-days':
      return at - 30 * day;
    case 'all':
      return 0;
  }
}

/** Accents and capitals aside, in any order: « melissa », « fortin mel ». */
const isNamed = (search: string) => {
  const words = plain(search).split(/\s+/);
  return ({ givenName, familyName, email }: Member): boolean => {
    const name = plain(`${givenName} ${familyName} ${email}`);
    return words.every((word) => name.includes(word));
  };
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
