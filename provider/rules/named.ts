import type { Names } from '../../db/names.ts';
import type { DeviceId } from '../../policies/facts.ts';
import type { Rule } from '../../policies/rules.ts';
import type { Moment, NamedConditions, NamedRule } from '../../views/model.ts';
import { usedWith } from '../recognition/labels.ts';

/** A rule in the names of its organization; what nobody named, or no longer exists, keeps its id. */
export function nameRule(
  {
    effect,
    conditions,
    validFrom,
    validUntil,
  }: Pick<Rule, 'effect' | 'conditions' | 'validFrom' | 'validUntil'>,
  names: Names,
  clock: Pick<Moment, 'now' | 'timeZone'>,
): NamedRule {
  const { userId, deviceId, browserId, placeId, applicationId, ...plain } = conditions;
  const browser = browserId === undefined ? undefined : names.browsers.get(browserId);
  const named: NamedConditions = {
    ...plain,
    ...(userId !== undefined && { person: names.people.get(userId) ?? userId }),
    ...(deviceId !== undefined && deviceNamed(deviceId, names)),
    ...(browserId !== undefined && {
      browser: browser ? usedWith(browser) : { device: 'unknown', browser: 'unknown', model: browserId },
    }),
    ...(placeId !== undefined && { place: names.places.get(placeId) ?? placeId }),
    ...(applicationId !== undefined && {
      application: names.applications.get(applicationId) ?? applicationId,
    }),
  };
  const moment = (at: number | 'always') => (at === 'always' ? at : { ...clock, at });
  return { effect, conditions: named, validFrom: moment(validFrom), validUntil: moment(validUntil) };
}

/** A machine that nobody named is told by what it is. */
function deviceNamed(id: DeviceId, names: Names): NamedConditions {
  const labels = names.unnamedDevices.get(id);
  if (labels === undefined) return { device: names.devices.get(id) ?? id };
  return { browser: { ...usedWith(labels), browser: 'unknown' } };
}
