import type { Names } from '../../db/names.ts';
import type { Rule } from '../../policies/rules.ts';
import type { Moment, NamedConditions, NamedRule } from '../../views/model.ts';
import { usedWith } from '../recognition/labels.ts';
import type { Rulebook } from './rulebook.ts';

/** A rule in the names of its organization; what nobody named, or no longer exists, keeps its id. */
export function nameRule(
  { effect, conditions, validFrom, validUntil }: Rule,
  names: Names,
  { places }: Rulebook,
  clock: Pick<Moment, 'now' | 'timeZone'>,
): NamedRule {
  const { userId, deviceId, browserId, placeId, applicationId, ...plain } = conditions;
  const browser = browserId === undefined ? undefined : names.browsers.get(browserId);
  const named: NamedConditions = {
    ...plain,
    ...(userId !== undefined && { person: names.people.get(userId) ?? userId }),
    ...(deviceId !== undefined && { device: names.devices.get(deviceId) ?? deviceId }),
    ...(browserId !== undefined && {
      browser: browser ? usedWith(browser) : { device: 'unknown', browser: 'unknown', model: browserId },
    }),
    ...(placeId !== undefined && { place: places.get(placeId)?.name ?? placeId }),
    ...(applicationId !== undefined && {
      application: names.applications.get(applicationId) ?? applicationId,
    }),
  };
  const moment = (at: number | 'always') => (at === 'always' ? at : { ...clock, at });
  return { effect, conditions: named, validFrom: moment(validFrom), validUntil: moment(validUntil) };
}
