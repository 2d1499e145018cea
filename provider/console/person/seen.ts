import { readDevicesOf } from '../../../db/device-uses.ts';
import type { SeenConnection } from '../../../db/grid.ts';
import type { UserId } from '../../../policies/facts.ts';
import type { PersonPage, SeenPlace } from '../../../views/console/person/model.ts';
import { devicesHref } from '../../../views/places.ts';
import { type SaidOf, type Sayable, spotOf } from '../../rules/index.ts';
import { deviceHref, kindSaid, unrecognised } from '../devices/found.ts';
import { standingOf } from '../standing.ts';
import type { Visit } from '../visit.ts';
import { decideClosed } from './choices.ts';

const mostPlaces = 12;
const mostDevices = 8;

/** Named places and cities where she was seen, the latest first; each once, authorized when something of hers is there. */
export async function placesOf(visit: Visit, seen: readonly SeenConnection[]): Promise<readonly SeenPlace[]> {
  const describe = await visit.needs.describeIn(visit.padlock.organizationId);
  const decided = await decideClosed(visit);
  const places = new Map<string, SeenPlace>();
  for (const one of seen) {
    const spot = spotOf(describe({ ...one, browser: one.labels }));
    if (spot === 'unknown') continue;
    const key = JSON.stringify([spot.where, spot.latitude, spot.longitude]);
    const isAuthorized = standingOf(decided(one)) === 'authorized';
    if (!places.has(key) || isAuthorized)
      places.set(key, { ...spot, tone: isAuthorized ? 'authorized' : 'not-authorized' });
  }
  return [...places.values()].slice(0, mostPlaces);
}

/** Her machines, the last used first; there are more among all devices. */
export async function devicesOf(
  visit: Visit,
  userId: UserId,
  personName: string,
  seen: readonly SeenConnection[],
): Promise<Pick<PersonPage, 'devices' | 'moreDevicesHref'>> {
  const { needs, padlock, moment } = visit;
  const devices = await readDevicesOf(needs.database, padlock.organizationId, userId);
  const describe = await needs.describeIn(padlock.organizationId);
  const latest = latestOf(seen, describe);
  return {
    devices: devices.slice(0, mostDevices).map(({ id, name, kind, lastUsed, shared, stolenAt }) => ({
      href: deviceHref(id),
      name: name ?? 'none',
      usedWith: kindSaid(latest.get(id) ?? unrecognised, kind),
      lastUsed: moment(lastUsed),
      shared,
      stolen: stolenAt !== null,
    })),
    moreDevicesHref:
      devices.length > mostDevices ? `${devicesHref}?${new URLSearchParams({ search: personName })}` : 'none',
  };
}

/** What each machine was recognised as, the last time she used it. */
const latestOf = (seen: readonly SeenConnection[], describe: (request: Sayable) => SaidOf) =>
  new Map(
    seen
      .toReversed()
      .map((one) => [
        String(one.device === 'none' ? one.browserId : one.device.id),
        describe({ ...one, browser: one.labels }).usedWith,
      ]),
  );
