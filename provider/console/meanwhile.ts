import { readActsSince } from '../../db/journal.ts';
import type { SaidEntry } from '../../views/console/model.ts';
import type { Visit } from './visit.ts';

const mostEntries = 8;
const longest = 24 * 60 * 60_000;

/** An « Annuler » that came too late: what was done within the day that it may be pressed in explains it. */
export const sinceUndoable = ({ at }: Visit): { readonly depuis: string } => ({
  depuis: String(at - longest),
});

/** What was done in this organization since the page was made that turned out to be stale; `depuis` says when. */
export async function meanwhileIn(visit: Visit): Promise<readonly SaidEntry[]> {
  const { ctx, needs, padlock, at, moment } = visit;
  const since = Number(ctx.query.depuis);
  if (!Number.isSafeInteger(since) || since > at) return [];
  const acts = await readActsSince(needs.database, padlock.organizationId, {
    since: Math.max(since, at - longest),
    most: mostEntries,
  });
  return acts.map(({ action, by, about, at: when }) => ({ act: action, by, about, at: moment(when) }));
}
