import { findConnectionOf } from '../../../db/connection-of.ts';
import type { BrowserId, UserId } from '../../../policies/facts.ts';
import { connectionsHref } from '../../../views/places.ts';
import { closePadlock, moveConnections, openPadlock, undoMove, writeRule } from '../../acts/index.ts';
import { fields } from '../../http/forms.ts';
import { badRequest, notFound } from '../../http/problems.ts';
import { seeOther } from '../../http/redirect.ts';
import { acting, nothingDone } from '../acting.ts';
import { sinceUndoable } from '../meanwhile.ts';
import type { Visit } from '../visit.ts';
import { mine } from './mine.ts';

const hour = 60 * 60_000;
const here = '/reglages/cadenas';

/** Closes on what was rehearsed: a change since then is shown first. */
export async function close({ ctx, needs, administrator }: Visit): Promise<void> {
  const { organizationId, userId: by, facts: closer } = administrator;
  const { vu, depuis } = fields(ctx);
  const rehearsed = vu === undefined ? {} : { rehearsed: Number(vu) };
  const changed = await closePadlock(needs.acts, { organizationId, by, closer, ...rehearsed });
  switch (changed.kind) {
    case 'not-yours':
      throw notFound();
    case 'stale':
      return seeOther(ctx, `${here}?${new URLSearchParams({ fait: 'stale', depuis: depuis ?? '' })}`);
    case 'locks-out':
      return seeOther(ctx, `${here}?refus=${changed.whom}`);
    case 'done':
      return seeOther(
        ctx,
        `${connectionsHref}?fait=${changed.result === 'done' ? 'closed' : 'already-closed'}`,
      );
  }
}

export async function open({ ctx, needs, administrator, at }: Visit): Promise<void> {
  const { organizationId, userId: by } = administrator;
  const lasts = fields(ctx).for;
  if (lasts !== '1h' && lasts !== 'open') throw badRequest();
  const relockAt = lasts === '1h' ? at + hour : null;
  const changed = await openPadlock(needs.acts, { organizationId, by, relockAt });
  if (changed.kind !== 'done') throw notFound();
  seeOther(ctx, `${connectionsHref}?fait=${changed.result === 'done' ? 'opened' : 'already-open'}`);
}

/** The remedy of whoever would lock herself out: this person, this browser, where she is now. */
export async function authorizeMine({ ctx, needs, administrator }: Visit): Promise<void> {
  const { organizationId, userId, facts } = administrator;
  const conditions = mine(facts);
  if (conditions === 'none') throw badRequest();
  const terms = {
    effect: 'allow',
    conditions: { userId, ...conditions },
    validFrom: 'always',
    validUntil: 'always',
  } as const;
  await writeRule(needs.acts, { organizationId, by: userId, terms });
  seeOther(ctx, here);
}

/** The remedy beside a line of the rehearsal: this person with this browser, wherever it was seen. */
export async function authorizeLine({ ctx, needs, administrator }: Visit): Promise<void> {
  const { organizationId, userId: by } = administrator;
  const { personne = '', navigateur = '' } = fields(ctx);
  const userId = personne as UserId; // branded here, where it is read: it is looked up next
  const browserId = navigateur as BrowserId; // likewise
  const id = await findConnectionOf(needs.database, { organizationId, userId, browserId });
  if (id === undefined) throw notFound();
  const given = { organizationId, by, arrow: 'authorize', userId, connectionIds: [id] } as const;
  const changed = await moveConnections(needs.acts, given);
  if (changed.kind !== 'done') throw notFound();
  const { stillRefused, entryId } = changed.result;
  const fait = stillRefused > 0 ? 'still-refused' : 'authorized';
  seeOther(ctx, `${here}?${new URLSearchParams({ fait, annuler: entryId })}`);
}

export async function undoLine(visit: Visit): Promise<void> {
  const { ctx, needs } = visit;
  const changed = await undoMove(needs.acts, { ...(await acting(visit)), entryId: ctx.params.entry });
  if (changed.kind === 'not-yours') throw notFound();
  const fait = changed.kind === 'done' ? 'undone' : nothingDone(changed);
  seeOther(ctx, `${here}?${new URLSearchParams({ fait, ...(fait === 'stale' && sinceUndoable(visit)) })}`);
}
