import type { Device } from '../../../db/devices.ts';
import type { LostDevicePage } from '../../../views/console/devices/model.ts';
import { lostDevicePage } from '../../../views/index.ts';
import { reportStolen } from '../../acts/index.ts';
import type { Visit } from '../visit.ts';
import { deviceForm } from './change.ts';
import { answerChange } from './done.ts';
import { describedUse, deviceAsked, deviceHref, kindSaid, unrecognised, usesOf } from './found.ts';
import { peopleOf } from './lines.ts';
import { isOwnDevice, shownOf } from './show.ts';

/** What happens when it is reported lost or stolen. */
export async function showLost(visit: Visit): Promise<void> {
  await warn(visit, await deviceAsked(visit), { why: 'report', own: 'seen', hidden: {} });
}

/** Whoever would be out with her next click is told first, whatever page the form came from. */
export async function reportLost(visit: Visit): Promise<void> {
  const { device, given, since, posted } = await deviceForm(visit);
  if (isOwnDevice(visit, device) && posted.own !== 'told')
    return warn(visit, device, { why: 'report', own: 'seen', hidden: {} });
  answerChange(visit, device, await reportStolen(visit.needs.acts, given), 'stolen', since);
}

export async function warn(
  visit: Visit,
  device: Device,
  about: {
    readonly why: LostDevicePage['why'];
    /** `own`: it is another machine of the two that she is using. */
    readonly own: 'seen' | 'own';
    readonly hidden: LostDevicePage['hidden'];
  },
): Promise<void> {
  const { ctx, needs, padlock } = visit;
  const { organizationId } = padlock;
  const uses = await usesOf(visit, [device.id]);
  const describe = await needs.describeIn(organizationId);
  const [last] = uses;
  const recognised = last ? describedUse(describe, last).usedWith : unrecognised;
  const href = deviceHref(device.id);
  ctx.body = lostDevicePage({
    shell: await visit.shell('devices'),
    href,
    action: about.why === 'report' ? `${href}/perdu` : `${href}/joindre`,
    shown: shownOf(visit, device),
    hidden: about.hidden,
    why: about.why,
    name: device.name ?? 'none',
    usedWith: kindSaid(recognised, device.kind),
    own: about.own === 'own' || isOwnDevice(visit, device),
    people: peopleOf(uses),
  });
}
