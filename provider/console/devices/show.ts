import { type DeviceUse, readLabelsOf } from '../../../db/device-uses.ts';
import type { Device } from '../../../db/devices.ts';
import { unknown } from '../../../policies/facts.ts';
import { proposeSharing, sharingLooksBackDays } from '../../../policies/sharing.ts';
import type { DevicePage, DeviceUser, LinkedBrowser } from '../../../views/console/devices/model.ts';
import { devicePage } from '../../../views/index.ts';
import { devicesHref } from '../../../views/places.ts';
import { fingerprintOf } from '../../acts/index.ts';
import { usedWith } from '../../recognition/labels.ts';
import type { SaidOf, Sayable } from '../../rules/index.ts';
import { personHref } from '../people.ts';
import type { Visit } from '../visit.ts';
import { doneIn } from './done.ts';
import { describedUse, deviceAsked, deviceHref, kindSaid, unrecognised, usesOf } from './found.ts';

const day = 24 * 60 * 60_000;
const mostUsers = 20;
const longestName = 60;

/** One machine. */
export async function showDevice(visit: Visit): Promise<void> {
  const { ctx, needs, padlock, at, moment } = visit;
  const { organizationId } = padlock;
  const device = await deviceAsked(visit);
  const uses = await usesOf(visit, [device.id]);
  const describe = await needs.describeIn(organizationId);
  const [last] = uses;
  const recognised = last ? describedUse(describe, last).usedWith : unrecognised;
  const kind = kindSaid(recognised, device.kind);
  const lately = uses.filter((use) => use.at > at - sharingLooksBackDays * day);
  const people = new Set(lately.map(({ userId }) => userId)).size;
  const users = usersOf(visit, describe, uses);
  const { shared, name } = device;
  const done = await doneIn(visit, device);
  ctx.body = devicePage({
    shell: await visit.shell('devices'),
    href: deviceHref(device.id),
    backHref: devicesHref,
    done,
    shown: shownOf(visit, device),
    name: name ?? 'none',
    typedName: typedIn(visit, done) ?? name ?? '',
    usedWith: kind,
    saidKind: device.kind,
    shared,
    proposal: proposeSharing({ kind: kind.device, shared, people }),
    stolenAt: device.stolenAt === null ? 'not-stolen' : moment(device.stolenAt),
    own: isOwnDevice(visit, device),
    browsers: await browsersOf(visit, device, uses),
    users: users.slice(0, mostUsers),
    moreUsers: Math.max(0, users.length - mostUsers),
  });
}

export const shownOf = ({ at }: Visit, device: Device): DevicePage['shown'] => ({
  shown: fingerprintOf(device),
  since: at,
});

/** What whoever looks is using at this very request. */
export function isOwnDevice({ administrator }: Visit, { browserIds }: Pick<Device, 'browserIds'>): boolean {
  const { browserId } = administrator.facts;
  return browserId !== unknown && browserIds.includes(browserId);
}

/** What was typed on a page that turned out to be stale is there again. */
function typedIn({ ctx }: Visit, done: DevicePage['done']): string | undefined {
  const { nom } = ctx.query;
  return done !== 'none' && done.kind === 'stale' && typeof nom === 'string'
    ? nom.slice(0, longestName)
    : undefined;
}

/** Each person once, the last one first. */
const usersOf = (
  { moment }: Visit,
  describe: (request: Sayable) => SaidOf,
  uses: readonly DeviceUse[],
): readonly DeviceUser[] =>
  [...Map.groupBy(uses, ({ userId }) => userId).values()].flatMap(([use]) => {
    if (!use) return [];
    const said = describedUse(describe, use);
    const { userId, personName } = use;
    return [
      {
        personHref: personHref(userId),
        personName,
        usedWith: said.usedWith,
        where: said.where,
        at: moment(use.at),
      },
    ];
  });

/** The last used first; those whose people are gone last. */
async function browsersOf(
  { needs, moment, administrator }: Visit,
  { browserIds }: Device,
  uses: readonly DeviceUse[],
): Promise<readonly LinkedBrowser[]> {
  const labels = await readLabelsOf(needs.database, browserIds);
  const lastUse = new Map(uses.toReversed().map(({ browserId, at }) => [browserId, at]));
  return browserIds
    .toSorted((one, other) => (lastUse.get(other) ?? 0) - (lastUse.get(one) ?? 0))
    .map((id) => {
      const known = labels.get(id);
      const at = lastUse.get(id);
      return {
        id,
        usedWith: known ? usedWith(known) : unrecognised,
        lastUsed: at === undefined ? 'never' : moment(at),
        own: administrator.facts.browserId === id,
      };
    });
}
