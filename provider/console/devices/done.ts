import type { Device } from '../../../db/devices.ts';
import type { DeviceDone } from '../../../views/console/devices/model.ts';
import type { Changed, DeviceChanged } from '../../acts/index.ts';
import { notFound } from '../../http/problems.ts';
import { seeOther } from '../../http/redirect.ts';
import { meanwhileIn } from '../meanwhile.ts';
import type { Visit } from '../visit.ts';
import { deviceHref } from './found.ts';

export type DoneKind = DeviceDone['kind'];
const kinds: readonly Exclude<DoneKind, 'stale'>[] = [
  'described',
  'shared',
  'not-shared',
  'joined',
  'separated',
  'stolen',
  'found',
  'undone',
  'locks-out',
  'name-too-long',
  'nothing-chosen',
];
/** Those whose entry of the journal says how to take them back. */
const undoable: readonly DoneKind[] = ['shared', 'not-shared', 'joined', 'separated'];

/** What was posted is told once, from the address that it led to: what stands in it is checked, not believed. */
export async function doneIn(visit: Visit, { id }: Device): Promise<DeviceDone | 'none'> {
  const { fait, annuler } = visit.ctx.query;
  if (fait === 'stale') return { kind: fait, entries: await meanwhileIn(visit) };
  const kind = kinds.find((one) => one === fait);
  if (!kind) return 'none';
  const named = typeof annuler === 'string' && /^[\w-]+$/.test(annuler) && annuler !== 'none';
  return { kind, undoAction: named ? `${deviceHref(id)}/annuler/${annuler}` : 'none' };
}

/** Back to the device, which may have been written down by what was just said of it. */
export function back({ ctx }: Visit, id: string, said: Readonly<Record<string, string>>): void {
  seeOther(ctx, `${deviceHref(id)}?${new URLSearchParams(said)}`);
}

/** Where a change of a device leads, whatever became of it. */
export function answerChange(
  visit: Visit,
  device: Device,
  changed: Changed<DeviceChanged>,
  kind: DoneKind,
  posted: { readonly depuis?: string; readonly nom?: string },
): void {
  if (changed.kind === 'not-yours') throw notFound();
  if (changed.kind === 'done') {
    const { deviceId, entryId } = changed.result;
    back(visit, deviceId, { fait: kind, ...(undoable.includes(kind) && { annuler: entryId }) });
  } else back(visit, device.id, { fait: changed.kind, ...posted });
}
