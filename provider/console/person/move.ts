import { findEntry } from '../../../db/undoable-entries.ts';
import type { Arrow } from '../../../policies/arrows.ts';
import type { Outcome } from '../../../policies/decision.ts';
import type { Access, UserId } from '../../../policies/facts.ts';
import { confirmPage } from '../../../views/index.ts';
import { moveConnections, undoAccess, undoMove } from '../../acts/index.ts';
import { type Fields, fields } from '../../http/forms.ts';
import { badRequest, notFound } from '../../http/problems.ts';
import { acting, nothingDone } from '../acting.ts';
import { asksPasswordAbove, confirmPassword } from '../confirm.ts';
import { isId } from '../ids.ts';
import { sinceUndoable } from '../meanwhile.ts';
import type { Visit } from '../visit.ts';
import { back, memberAsked, personUrl } from './asked.ts';
import { type Choice, choicesOf, movedByAll, prefix, seenOf, shownOf } from './choices.ts';
import { saidOf } from './result.ts';

const outcomes: Readonly<Record<string, Outcome>> = {
  authorized: 'allow',
  'not-authorized': 'ask',
  refused: 'deny',
};

/** The arrows: what was ticked, or the whole of the other side, as the page has shown it. */
export async function move(visit: Visit): Promise<void> {
  const { needs, ctx } = visit;
  const { id: userId, access } = await memberAsked(visit);
  const posted = fields(ctx);
  const { arrow, all } = arrowIn(posted);
  // An access that decides alone leaves nothing to move: the page says so.
  if (access !== 'by_rules') return back(visit, userId, {});
  const choices = await choicesOf(visit, await seenOf(visit, userId));
  const shown = all ? wholeSide(choices, arrow, posted) : ticked(posted);
  if (shown === 'stale') return back(visit, userId, stale(posted));
  if (shown.size === 0) return back(visit, userId, { fait: 'nothing-chosen' });
  const takesOwn = choices.some(({ own, seen }) => own && shown.has(seen.connectionId));
  if (arrow === 'withdraw' && takesOwn) return back(visit, userId, { fait: 'own-connection' });
  if (shown.size > asksPasswordAbove && !(await isConfirmed(visit, userId, arrow, shown.size))) return;
  const connectionIds = [...shown.keys()];
  const given = { ...(await acting(visit)), arrow, userId, connectionIds, shown };
  const changed = await moveConnections(needs.acts, given);
  if (changed.kind === 'not-yours') throw notFound();
  back(visit, userId, changed.kind === 'stale' ? stale(posted) : saidOf(changed, arrow));
}

function arrowIn({ move = '' }: Fields): { readonly arrow: Arrow; readonly all: boolean } {
  const arrow = (['authorize', 'withdraw'] as const).find((one) => move === one || move === `${one}-all`);
  if (arrow === undefined) throw badRequest();
  return { arrow, all: move !== arrow };
}

const stale = ({ depuis }: Fields) => ({ fait: 'stale', ...(depuis !== undefined && { depuis }) });

/** What was ticked, each with what the page has shown of it. */
function ticked(posted: Fields): ReadonlyMap<string, Outcome> {
  return new Map(
    Object.entries(posted)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, standing]) => {
        const outcome = outcomes[standing];
        if (outcome === undefined) throw badRequest();
        return [name.slice(prefix.length), outcome];
      }),
  );
}

/** « Tout … », of the lines whose number the button has named; stale when there are others by now. */
function wholeSide(
  choices: readonly Choice[],
  arrow: Arrow,
  posted: Fields,
): ReadonlyMap<string, Outcome> | 'stale' {
  const side = movedByAll(choices, arrow);
  if (posted[`${arrow}-all`] !== shownOf(side)) return 'stale';
  return new Map(side.map(({ seen, decision }) => [seen.connectionId, decision.outcome]));
}

/** Many at once ask for the password again; what was posted comes with it. */
async function isConfirmed(visit: Visit, userId: UserId, arrow: Arrow, count: number): Promise<boolean> {
  const { password, ...hidden } = fields(visit.ctx);
  const confirmed = await confirmPassword(visit, password);
  if (confirmed === 'right') return true;
  visit.ctx.body = confirmPage({
    shell: await visit.shell('person'),
    action: personUrl(visit, userId, '/deplacer'),
    hidden,
    asked: { kind: arrow, count },
    error: confirmed === 'missing' ? 'none' : confirmed,
    cancelHref: personUrl(visit, userId),
  });
  return false;
}

/** « Annuler »: a move, or a change of access. */
export async function undo(visit: Visit): Promise<void> {
  const { ctx, needs, administrator } = visit;
  const { organizationId } = administrator;
  const { id: userId } = await memberAsked(visit);
  const entryId: unknown = ctx.params.entry;
  if (!isId(entryId)) throw notFound();
  const entry = await findEntry(needs.database, organizationId, entryId);
  if (entry?.subject !== userId) throw notFound();
  const given = async (access?: Access) => ({ ...(await acting(visit, access)), entryId });
  const own = userId === administrator.userId;
  const changed =
    entry.action === 'access.changed'
      ? await undoAccess(needs.acts, await given(own ? entry.before.access : undefined))
      : await undoMove(needs.acts, await given());
  if (changed.kind === 'not-yours') throw notFound();
  const fait = changed.kind === 'done' ? 'undone' : nothingDone(changed);
  back(visit, userId, { fait, ...(fait === 'stale' && sinceUndoable(visit)) });
}
