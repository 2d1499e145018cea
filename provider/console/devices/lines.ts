import type { DeviceLine } from '../../../views/console/devices/model.ts';
import type { SaidOf, Sayable } from '../../rules/index.ts';
import type { Visit } from '../visit.ts';
import { type DevicePart, describedUse, deviceHref, kindSaid, unrecognised } from './found.ts';

/** A machine as a list tells it: by its last use. */
export const deviceLine =
  ({ moment }: Visit, describe: (request: Sayable) => SaidOf) =>
  ({ device, uses }: DevicePart): DeviceLine => {
    const [last] = uses;
    const said = last && describedUse(describe, last);
    return {
      href: deviceHref(device.id),
      name: device.name ?? 'none',
      usedWith: kindSaid(said?.usedWith ?? unrecognised, device.kind),
      people: peopleOf(uses),
      lastUsed: last ? moment(last.at) : 'never',
      where: said?.where ?? { kind: 'unknown' },
      browsers: device.browserIds.length,
      shared: device.shared,
      stolen: device.stolenAt !== null,
    };
  };

/** Each once, the last one first. */
export const peopleOf = (uses: DevicePart['uses']): readonly string[] => [
  ...new Map(uses.map(({ userId, personName }) => [userId, personName])).values(),
];
