import type { Arrow } from '../../../policies/arrows.ts';
import type { UserId } from '../../../policies/facts.ts';
import type { Moved } from '../../../views/console/person/model.ts';
import type { Changed, Moved as Written } from '../../acts/index.ts';
import { nothingDone } from '../acting.ts';
import { meanwhileIn } from '../meanwhile.ts';
import type { Visit } from '../visit.ts';
import { personUrl } from './asked.ts';

/** What a move is told as, on the page that it leads to. */
export function saidOf(
  changed: Extract<Changed<Written>, { readonly kind: 'done' | 'locks-out' }>,
  arrow: Arrow,
): Readonly<Record<string, string>> {
  if (changed.kind === 'locks-out') return { fait: nothingDone(changed) };
  const { count, stillRefused, entryId } = changed.result;
  if (stillRefused > 0) return { fait: 'still-refused', nombre: String(stillRefused), annuler: entryId };
  const fait = arrow === 'authorize' ? 'authorized' : 'withdrawn';
  return { fait, nombre: String(count), annuler: entryId };
}

/** What was posted is told once, from the address that it led to: numbers and names in it are checked, not believed. */
export async function movedIn(visit: Visit, userId: UserId): Promise<Moved | 'none'> {
  const { fait, nombre, annuler } = visit.ctx.query;
  const isNamed = typeof annuler === 'string' && /^[\w-]+$/.test(annuler);
  const undoAction = isNamed && annuler !== 'none' ? personUrl(visit, userId, `/annuler/${annuler}`) : 'none';
  switch (fait) {
    case 'stale':
      return { kind: fait, entries: await meanwhileIn(visit) };
    case 'nothing-chosen':
    case 'undone':
    case 'locks-out':
    case 'locks-you-out':
    case 'own-connection':
      return { kind: fait };
    case 'access-changed':
      return { kind: fait, undoAction };
    case 'authorized':
    case 'withdrawn':
    case 'still-refused': {
      const count = Number(nombre);
      if (!Number.isSafeInteger(count) || count < 0 || !isNamed) return 'none';
      return { kind: fait, count, undoAction };
    }
    default:
      return 'none';
  }
}
