import { type DeviceUse, readUsesOf } from '../../../db/device-uses.ts';
import { type Device, findMachine } from '../../../db/devices.ts';
import { readMembers } from '../../../db/grid.ts';
import { readPeople } from '../../../db/names.ts';
import {
  type DeviceKey,
  type DeviceQuery,
  type DevicesFound,
  readDeviceNames,
  readDevices,
  type SeenDevice,
} from '../../../db/seen-devices.ts';
import type { UsedWith } from '../../../views/model.ts';
import { devicesHref } from '../../../views/places.ts';
import { notFound } from '../../http/problems.ts';
import type { SaidOf, Sayable } from '../../rules/index.ts';
import { isId } from '../ids.ts';
import { pageKeyIn } from '../page-key.ts';
import { isNamed, matcher, plain } from '../search.ts';
import type { Visit } from '../visit.ts';

export const deviceHref = (id: string): string => `${devicesHref}/${encodeURIComponent(id)}`;

/** Another organization's is answered like one that does not exist. */
export async function deviceAsked({ ctx, needs, padlock }: Visit): Promise<Device> {
  const id: unknown = ctx.params.device;
  const device = isId(id) ? await findMachine(needs.database, padlock.organizationId, id) : undefined;
  if (!device) throw notFound();
  return device;
}

/** What a search for a person or a name finds: people, names of devices, and what browsers were recognised as. */
export async function devicesFound(
  { needs, padlock, at }: Visit,
  search: string,
): Promise<DevicesFound | 'all'> {
  if (search === '') return 'all';
  const { organizationId } = padlock;
  const members = await readMembers(needs.database, organizationId, at);
  const names = await readDeviceNames(needs.database, organizationId);
  const called = matcher(search);
  return {
    userIds: members.filter(isNamed(search)).map(({ id }) => id),
    deviceIds: names.filter(({ name }) => called(name)).map(({ id }) => id),
    label: plain(search),
  };
}

export interface DevicePart {
  readonly device: SeenDevice;
  readonly uses: readonly DeviceUse[];
}

/** A page of machines with who used each: a few statements, however many there are. */
export async function pageOfDevices(
  visit: Visit,
  query: Omit<DeviceQuery, 'organizationId'>,
  page: { readonly after: DeviceKey | 'first'; readonly most: number },
): Promise<{ readonly parts: readonly DevicePart[]; readonly next: DeviceKey | 'none' }> {
  const { needs, padlock } = visit;
  const { organizationId } = padlock;
  const found = await readDevices(
    needs.database,
    { ...query, organizationId },
    { ...page, most: page.most + 1 },
  );
  const devices = found.slice(0, page.most);
  const ids = devices.map(({ id }) => id);
  const uses = Map.groupBy(await usesOf(visit, ids), ({ deviceId }) => deviceId);
  const last = found.length > page.most ? devices.at(-1) : undefined;
  return {
    parts: devices.map((device) => ({ device, uses: uses.get(device.id) ?? [] })),
    next: last ?? 'none',
  };
}

/** Who used these machines; two people of the same name are told apart. */
export async function usesOf(
  { needs, padlock }: Visit,
  deviceIds: readonly string[],
): Promise<readonly DeviceUse[]> {
  const { organizationId } = padlock;
  const uses = await readUsesOf(needs.database, organizationId, deviceIds);
  const people = await readPeople(needs.database, organizationId);
  return uses.map((use) => ({ ...use, personName: people.get(use.userId) ?? use.personName }));
}

export function deviceKeyIn(text: unknown): DeviceKey | 'first' {
  const key = pageKeyIn(text);
  return key === 'none' ? 'first' : { lastUsed: key.at, id: key.id };
}

export const keyText = ({ lastUsed, id }: DeviceKey): string => `${lastUsed}.${id}`;

export const describedUse = (describe: (request: Sayable) => SaidOf, use: DeviceUse): SaidOf =>
  describe({ ...use, browser: use.labels });

export const unrecognised: UsedWith = { device: 'unknown', browser: 'unknown', model: 'unknown' };

/** What an administrator said that it is holds over what it was recognised as. */
export const kindSaid = (usedWith: UsedWith, kind: SeenDevice['kind']): UsedWith =>
  kind === 'unknown' || kind === usedWith.device ? usedWith : { ...usedWith, device: kind, model: 'unknown' };
