import { areaKey } from '../../../policies/place-arrows.ts';
import { confirmPage } from '../../../views/index.ts';
import { placesHref } from '../../../views/places.ts';
import { moveAreas, shownOf, undoPlaces } from '../../acts/index.ts';
import { fields } from '../../http/forms.ts';
import { badRequest } from '../../http/problems.ts';
import { acting } from '../acting.ts';
import { asksPasswordAbove, confirmPassword } from '../confirm.ts';
import { searchIn } from '../search.ts';
import type { Visit } from '../visit.ts';
import { allMoved, fieldPrefix, keyOfField, linesFound, linesPerSide, readSeen } from './lines.ts';
import { tell, toldOfMove, toldOfNothing, toldOfNoUndo } from './said.ts';

const moves = {
  authorize: { arrow: 'authorize', how: 'chosen' },
  withdraw: { arrow: 'withdraw', how: 'chosen' },
  'authorize-all': { arrow: 'authorize', how: 'all' },
  'withdraw-all': { arrow: 'withdraw', how: 'all' },
} as const;
type Move = (typeof moves)[keyof typeof moves];

/** The arrows: those of the ticked lines, and « Tout … », which acts on the list that was filtered and shown. */
export async function moveLines(visit: Visit): Promise<void> {
  const { ctx, needs, administrator } = visit;
  const posted = fields(ctx);
  const move = Object.entries(moves).find(([name]) => name === posted.move)?.[1];
  if (!move) throw badRequest();
  const search = searchIn(posted.search);
  const page = placesHref;
  const told = (said: Readonly<Record<string, string>>) =>
    tell(visit, page, { ...(search !== '' && { search }), ...said });
  const since = posted.depuis ?? '';
  const chosen = move.how === 'chosen' ? ticked(posted) : await shownOfAll(visit, move, search);
  if (chosen === 'stale') return told({ fait: 'stale', depuis: since });
  if (chosen.size === 0) return told({ fait: 'nothing-chosen' });
  if (chosen.size > asksPasswordAbove) {
    const confirmed = await confirmPassword(visit, posted.password);
    if (confirmed !== 'right') return askPassword(visit, move, chosen.size, confirmed);
  }
  const { organizationId, userId: by, facts: present } = administrator;
  const changed = await moveAreas(needs.acts, { organizationId, by, ...move, chosen, present });
  if (changed.kind !== 'done') return told(toldOfNothing(changed, since));
  told(toldOfMove(move.arrow === 'authorize' ? 'authorized' : 'withdrawn', changed.result));
}

/** What the page has shown of each line that is ticked, by its area; no page has more than its lines. */
function ticked(posted: ReturnType<typeof fields>): ReadonlyMap<string, string> {
  const ticks = Object.entries(posted).filter(([name]) => name.startsWith(fieldPrefix));
  if (ticks.length > 2 * linesPerSide) throw badRequest();
  return new Map(ticks.map(([name, shown]) => [keyOfField(name), shown]));
}

/** The whole of the filtered list, as long as it is the one that the page has named and counted. */
async function shownOfAll(
  visit: Visit,
  { arrow }: Move,
  search: string,
): Promise<ReadonlyMap<string, string> | 'stale'> {
  const seen = await readSeen(visit);
  const found = linesFound(visit, seen, search);
  const all = allMoved(visit, seen, found, arrow === 'authorize' ? 'not-authorized' : 'authorized');
  const shown = fields(visit.ctx)[arrow === 'authorize' ? 'tout-autoriser' : 'tout-retirer'];
  if (shownOf(...all) !== shown) return 'stale';
  return new Map(all.map((line) => [areaKey(line.area), shownOf(line)]));
}

/** All that was posted goes on, but for ticks that « Tout … » does not read. */
async function askPassword(
  visit: Visit,
  { arrow, how }: Move,
  count: number,
  error: 'missing' | 'wrong' | 'busy',
): Promise<void> {
  const hidden = Object.entries(fields(visit.ctx)).filter(
    ([name]) => name !== 'password' && (how === 'chosen' || !name.startsWith(fieldPrefix)),
  );
  visit.ctx.status = error === 'missing' ? 200 : 422;
  visit.ctx.body = confirmPage({
    shell: await visit.shell('places'),
    action: `${placesHref}/deplacer`,
    hidden: Object.fromEntries(hidden),
    asked: { kind: arrow, count },
    error: error === 'missing' ? 'none' : error,
    cancelHref: placesHref,
  });
}

export async function undoMoved(visit: Visit): Promise<void> {
  const { ctx, needs } = visit;
  const changed = await undoPlaces(needs.acts, { ...(await acting(visit)), entryId: ctx.params.entry });
  tell(visit, placesHref, changed.kind === 'done' ? { fait: 'undone' } : toldOfNoUndo(changed));
}
