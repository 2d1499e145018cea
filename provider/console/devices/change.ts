import type { BrowserId } from '../../../policies/facts.ts';
import { machineKinds } from '../../../policies/recognition.ts';
import { describeDevice, reportFound, separateBrowser, undoDevice } from '../../acts/index.ts';
import { fields } from '../../http/forms.ts';
import { badRequest, notFound } from '../../http/problems.ts';
import { isId } from '../ids.ts';
import { sinceUndoable } from '../meanwhile.ts';
import type { Visit } from '../visit.ts';
import { answerChange, back } from './done.ts';
import { deviceAsked } from './found.ts';

const longestName = 60;

/** Every form of a device's page: whose, by whom, which, and what the page has shown. */
export async function deviceForm(visit: Visit) {
  const { organizationId, userId: by } = visit.administrator;
  const device = await deviceAsked(visit);
  const { shown, depuis, ...posted } = fields(visit.ctx);
  if (shown === undefined) throw badRequest();
  const since = depuis === undefined ? {} : { depuis };
  return { device, given: { organizationId, by, deviceId: device.id, shown }, since, posted };
}

/** Its name and its kind. */
export async function describe(visit: Visit): Promise<void> {
  const { device, given, since, posted } = await deviceForm(visit);
  const name = (posted.name ?? '').trim();
  const kind = [...machineKinds, 'unknown' as const].find((one) => one === posted.kind);
  if (kind === undefined) throw badRequest();
  if (name.length > longestName) return back(visit, device.id, { fait: 'name-too-long' });
  const says = { name: name === '' ? null : name, kind };
  const changed = await describeDevice(visit.needs.acts, { ...given, says });
  answerChange(visit, device, changed, 'described', { ...since, nom: name });
}

/** Whether several people use it: its sessions are short from the next request on. */
export async function share(visit: Visit): Promise<void> {
  const { device, given, since, posted } = await deviceForm(visit);
  if (posted.shared !== 'yes' && posted.shared !== 'no') throw badRequest();
  const shared = posted.shared === 'yes';
  const changed = await describeDevice(visit.needs.acts, { ...given, says: { shared } });
  answerChange(visit, device, changed, shared ? 'shared' : 'not-shared', since);
}

export async function separate(visit: Visit): Promise<void> {
  const { device, given, since, posted } = await deviceForm(visit);
  // Branded here, where it is read: the act knows whether there is such a one.
  const browserId = (posted.browser ?? '') as BrowserId;
  const changed = await separateBrowser(visit.needs.acts, { ...given, browserId });
  answerChange(visit, device, changed, 'separated', since);
}

export async function found(visit: Visit): Promise<void> {
  const { device, given, since } = await deviceForm(visit);
  answerChange(visit, device, await reportFound(visit.needs.acts, given), 'found', since);
}

/** « Annuler ». */
export async function undo(visit: Visit): Promise<void> {
  const { organizationId, userId: by } = visit.administrator;
  const device = await deviceAsked(visit);
  const entryId: unknown = visit.ctx.params.entry;
  if (!isId(entryId)) throw notFound();
  const changed = await undoDevice(visit.needs.acts, { organizationId, by, entryId });
  if (changed.kind === 'not-yours') throw notFound();
  if (changed.kind === 'done') return back(visit, changed.result, { fait: 'undone' });
  back(visit, device.id, { fait: changed.kind, ...(changed.kind === 'stale' && sinceUndoable(visit)) });
}
