import type { GridKey } from '../../../db/grid.ts';
import type { ConnectionsPage, Period } from '../../../views/console/connections/model.ts';
import { connectionsHref } from '../../../views/places.ts';
import { startOfDay } from '../../http/time.ts';
import { pageKeyIn } from '../page-key.ts';
import { searchIn } from '../search.ts';
import type { Visit } from '../visit.ts';

export type Filter = ConnectionsPage['filter'];

const day = 24 * 60 * 60_000;
const periods: readonly Period[] = ['today', '7-days', '30-days', 'all'];

/** What was not chosen, or cannot be chosen, is the first choice. */
export function filterIn({ ctx, needs }: Visit): Filter {
  const { application, period, search, only } = ctx.query;
  return {
    application: needs.gatedApplications.find(({ id }) => id === application)?.id ?? 'all',
    period: periods.find((one) => one === period) ?? '7-days',
    search: searchIn(search),
    only: only === 'to-check' ? only : 'all',
  };
}

export function hrefOf({ application, period, search, only }: Filter, after?: GridKey): string {
  const query = new URLSearchParams({
    application,
    period,
    search,
    ...(only === 'to-check' && { only }),
    ...(after && { after: `${after.lastSeen}.${after.id}` }),
  });
  return `${connectionsHref}?${query}`;
}

export function keyIn(text: unknown): GridKey | 'first' {
  const key = pageKeyIn(text);
  return key === 'none' ? 'first' : { lastSeen: key.at, id: key.id };
}

export function sinceOf(period: Period, at: number, timeZone: string): number {
  switch (period) {
    case 'today':
      return startOfDay(at, timeZone);
    case '7-days':
      return at - 7 * day;
    case '30-days':
      return at - 30 * day;
    case 'all':
      return 0;
  }
}
