import { type Device, findMachine } from '../../../db/devices.ts';
import { joinDevicePage } from '../../../views/index.ts';
import { fingerprintOf, joinDevices } from '../../acts/index.ts';
import { notFound } from '../../http/problems.ts';
import { searchIn } from '../search.ts';
import type { Visit } from '../visit.ts';
import { deviceForm } from './change.ts';
import { answerChange } from './done.ts';
import {
  describedUse,
  deviceAsked,
  deviceHref,
  deviceKeyIn,
  devicesFound,
  keyText,
  kindSaid,
  pageOfDevices,
  unrecognised,
  usesOf,
} from './found.ts';
import { deviceLine } from './lines.ts';
import { warn } from './lost.ts';
import { isOwnDevice, shownOf } from './show.ts';

const devicesPerPage = 25;

/** « C’est le même appareil »: the other machines, by their last use. */
export async function showJoin(visit: Visit): Promise<void> {
  await choose(visit, await deviceAsked(visit), 'asked');
}

export async function join(visit: Visit): Promise<void> {
  const { device, given, since, posted } = await deviceForm(visit);
  const [, otherId, joinedShown] = /^([\w-]{1,64})\.([\w-]{1,32})$/.exec(posted.other ?? '') ?? [];
  if (otherId === undefined || joinedShown === undefined) return choose(visit, device, 'nothing-chosen');
  const { organizationId } = given;
  const other = await findMachine(visit.needs.database, organizationId, otherId);
  if (!other) throw notFound();
  const stolen = device.stolenAt !== null || other.stolenAt !== null;
  const own = isOwnDevice(visit, device) || isOwnDevice(visit, other);
  if (stolen && (posted.own === undefined || (own && posted.own !== 'told')))
    return warn(visit, device, {
      why: 'join',
      own: own ? 'own' : 'seen',
      hidden: { other: posted.other ?? '' },
    });
  const changed = await joinDevices(visit.needs.acts, { ...given, joinedId: other.id, joinedShown });
  answerChange(visit, device, changed, 'joined', since);
}

async function choose(visit: Visit, device: Device, how: 'asked' | 'nothing-chosen'): Promise<void> {
  const { ctx, needs, padlock } = visit;
  const { organizationId } = padlock;
  const search = searchIn(ctx.query.search);
  const { parts, next } = await pageOfDevices(
    visit,
    { only: 'all', found: await devicesFound(visit, search) },
    { after: deviceKeyIn(ctx.query.apres), most: devicesPerPage },
  );
  const describe = await needs.describeIn(organizationId);
  const line = deviceLine(visit, describe);
  const [last] = await usesOf(visit, [device.id]);
  const href = deviceHref(device.id);
  ctx.body = joinDevicePage({
    shell: await visit.shell('devices'),
    href,
    action: `${href}/joindre`,
    shown: shownOf(visit, device),
    name: device.name ?? 'none',
    usedWith: kindSaid(last ? describedUse(describe, last).usedWith : unrecognised, device.kind),
    search,
    nothingChosen: how === 'nothing-chosen',
    others: parts
      .filter((part) => part.device.id !== device.id)
      .map((part) => ({ value: `${part.device.id}.${fingerprintOf(part.device)}`, device: line(part) })),
    nextHref:
      next === 'none' ? 'none' : `${href}/joindre?${new URLSearchParams({ search, apres: keyText(next) })}`,
  });
}
