import { readMembers } from '../../../db/grid.ts';
import { type Names, readBrowsersOf } from '../../../db/names.ts';
import { readNamedDevices, readRolesIn } from '../../../db/rule-choices.ts';
import type { BrowserId, DeviceId, UserId } from '../../../policies/facts.ts';
import type { MachineChoice, RuleChoices, RuleDraft } from '../../../views/console/rules/model.ts';
import { usedWith } from '../../recognition/labels.ts';
import { nameRule, type Rulebook } from '../../rules/index.ts';
import type { Visit } from '../visit.ts';
import type { ReadTerms } from './terms.ts';

const mostBrowsers = 60;
const mostDevices = 200;

/** What each menu of the form offers; what the rule already says is always among it. */
export async function choicesFor(
  visit: Visit,
  given: {
    readonly draft: RuleDraft;
    readonly read: ReadTerms;
    readonly names: Names;
    readonly rulebook: Rulebook;
  },
): Promise<RuleChoices> {
  const { needs, padlock, at } = visit;
  const { draft, names, rulebook } = given;
  const { organizationId } = padlock;
  const members = await readMembers(needs.database, organizationId, at);
  const roles = await readRolesIn(needs.database, organizationId);
  return {
    people: members
      .filter(({ id, active }) => active || id === draft.person)
      .map(({ id, jobTitle, givenName, familyName }) => ({
        value: id,
        label: labelOf(names.people.get(id) ?? `${givenName} ${familyName}`, jobTitle),
      })),
    machines: await machinesFor(
      visit,
      given,
      members.some(({ id }) => id === draft.person),
    ),
    places: [...rulebook.places.values()]
      .map(({ id, name }) => ({ value: id, label: name }))
      .toSorted((one, other) => one.label.localeCompare(other.label, 'fr')),
    roles,
    applications: needs.gatedApplications.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** Whoever was told apart by her work already has it beside her name. */
const labelOf = (name: string, jobTitle: string | null): string =>
  jobTitle === null || name.endsWith(')') ? name : `${name}, ${jobTitle}`;

async function machinesFor(
  { needs, padlock, at, moment }: Visit,
  { draft, read, names }: Parameters<typeof choicesFor>[1],
  isMember: boolean,
): Promise<readonly MachineChoice[]> {
  const { organizationId, timeZone } = padlock;
  const browsers = isMember
    ? // Branded here: she is one of the organization's people.
      (await readBrowsersOf(needs.database, organizationId, draft.person as UserId)).slice(0, mostBrowsers)
    : [];
  const devices = await readNamedDevices(needs.database, organizationId, mostDevices);
  const offered: readonly MachineChoice[] = [
    ...browsers.map(({ id, labels, lastSeen }) => ({
      value: browserValue(id),
      kind: 'browser' as const,
      usedWith: usedWith(labels),
      seen: moment(lastSeen),
    })),
    ...devices.map(({ id, name }) => ({ value: deviceValue(id), kind: 'device' as const, name })),
  ];
  if (read.kind !== 'terms' || draft.machine === '' || offered.some(({ value }) => value === draft.machine))
    return offered;
  const { browserId, deviceId } = read.terms.conditions;
  const isKnown =
    (browserId === undefined || names.browsers.has(browserId)) &&
    (deviceId === undefined || names.devices.has(deviceId) || names.unnamedDevices.has(deviceId));
  if (!isKnown) return offered;
  const conditions = {
    ...(browserId !== undefined && { browserId }),
    ...(deviceId !== undefined && { deviceId }),
  };
  const rule = nameRule({ ...read.terms, conditions }, names, { now: at, timeZone });
  return [{ value: draft.machine, kind: 'kept', rule }, ...offered];
}

const browserValue = (id: BrowserId): string => `browser:${id}`;
const deviceValue = (id: DeviceId): string => `device:${id}`;
