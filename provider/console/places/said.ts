import type { PlacesSaid } from '../../../views/console/places/model.ts';
import { placesHref } from '../../../views/places.ts';
import type { AreasMoved, Changed } from '../../acts/index.ts';
import { notFound } from '../../http/problems.ts';
import { seeOther } from '../../http/redirect.ts';
import { meanwhileIn } from '../meanwhile.ts';
import type { Visit } from '../visit.ts';

export type Told = Readonly<Record<string, string>>;

/** Back to a page, which says once what was done. */
export const tell = ({ ctx }: Visit, page: string, told: Told): void =>
  seeOther(ctx, `${page}?${new URLSearchParams(told)}`);

/** What became of a change, but for its own result. */
export function toldOfNothing(
  changed: Exclude<Changed<unknown>, { readonly kind: 'done' }>,
  since: string,
): Told {
  switch (changed.kind) {
    case 'not-yours':
      throw notFound();
    case 'stale':
      return { fait: 'stale', depuis: since };
    case 'locks-out':
      return { fait: changed.whom === 'closer' ? 'own-connection' : 'locks-out' };
  }
}

/** It was undone already, changed since, or done too long ago. */
export const toldOfNoUndo = (changed: Exclude<Changed<unknown>, { readonly kind: 'done' }>): Told =>
  changed.kind === 'stale' ? { fait: 'already' } : toldOfNothing(changed, '');

export const toldOfMove = (
  kind: 'authorized' | 'withdrawn',
  { lines, people, stillStopped, keptOwn, entryId }: AreasMoved,
): Told => ({
  fait: kind,
  nombre: String(lines),
  personnes: String(people),
  arretees: String(stillStopped),
  moi: keptOwn ? 'oui' : 'non',
  annuler: entryId,
});

/** Numbers and names in an address are checked, not believed. */
export async function saidIn(visit: Visit): Promise<PlacesSaid | 'none'> {
  const { fait, annuler, moi } = visit.ctx.query;
  switch (fait) {
    case 'nothing-chosen':
    case 'undone':
    case 'already':
    case 'locks-out':
    case 'own-connection':
    case 'place-added':
      return { kind: fait };
    case 'stale':
      return { kind: fait, entries: await meanwhileIn(visit) };
    case 'place-changed':
      return isEntry(annuler) ? { kind: fait, undoAction: undoActionOf(annuler, visit.ctx.path) } : 'none';
    case 'place-removed':
    case 'everyone':
    case 'no-longer-everyone':
      return isEntry(annuler) ? { kind: fait, undoAction: undoActionOf(annuler) } : 'none';
    case 'authorized':
    case 'withdrawn': {
      const { nombre, personnes, arretees } = visit.ctx.query;
      const [lines = -1, people = -1, stillStopped = -1] = [nombre, personnes, arretees].map(countIn);
      if (lines < 0 || people < 0 || stillStopped < 0 || !isEntry(annuler)) return 'none';
      const undoAction = undoActionOf(annuler);
      return { kind: fait, lines, people, stillStopped, keptOwn: moi === 'oui', undoAction };
    }
    default:
      return 'none';
  }
}

const isEntry = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{1,64}$/.test(text);

const undoActionOf = (entryId: string | 'none', page = placesHref): string | 'none' =>
  entryId === 'none' ? entryId : `${page}/annuler/${entryId}`;

function countIn(text: unknown): number {
  const count = typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : -1;
  return count;
}
