import type {
  BrowserId,
  DeviceFacts,
  DeviceId,
  Network,
  NetworkRange,
  PlaceId,
  Region,
  UserId,
} from '../../../policies/facts.ts';
import type { Family, MachineKind } from '../../../policies/recognition.ts';
import { browser, device, network, person, place, range, region } from '../../policies/people.ts';
import type { Chance } from './chance.ts';

export interface InventedPlace {
  readonly id: PlaceId;
  readonly network: Network;
  /** Holds the network above. */
  readonly range: NetworkRange;
  readonly region: Region;
  /** Those of the rooms, which everyone there may hold. */
  readonly tablets: readonly InventedBrowser[];
}

export interface InventedBrowser {
  readonly id: BrowserId;
  readonly family: Family;
  readonly device: DeviceFacts & { readonly id: DeviceId };
}

export interface InventedPerson {
  readonly id: UserId;
  readonly role: string;
  readonly place: InventedPlace;
  /** Her own. */
  readonly browsers: readonly InventedBrowser[];
  readonly home: Network;
}

export interface InventedOrganization {
  readonly places: readonly InventedPlace[];
  readonly people: readonly InventedPerson[];
}

export const roles = [
  'educator',
  'educator',
  'educator',
  'kitchen',
  'replacement',
  'office',
  'administration',
];
const regions = ['CA-QC', 'CA-QC', 'CA-QC', 'CA-ON', 'CA-NB'];
const phoneFamilies: readonly Family[] = ['app', 'app', 'safari', 'chrome', 'samsung'];
const computerFamilies: readonly Family[] = ['chrome', 'edge', 'firefox', 'safari'];

/** So many people and places that each person has about five rules, and a place a few hundred. */
export function inventOrganization(rules: number, chance: Chance): InventedOrganization {
  const count = Math.min(200, Math.max(3, Math.round(rules / 500)));
  const places = Array.from({ length: count }, (_, number) => inventPlace(number, chance));
  const people = Array.from({ length: Math.max(10, Math.round(rules / 5)) }, (_, number) =>
    inventPerson(number, places, chance),
  );
  return { places, people };
}

/** One line in four speaks IPv6. */
function inventPlace(number: number, chance: Chance): InventedPlace {
  const hex = number.toString(16);
  const line =
    number % 4 === 3
      ? { network: network(`2607:fa48:${hex}:7::/64`), range: range(`2607:fa48:${hex}::/48`) }
      : { network: network(`24.48.${number}.7`), range: range(`24.48.${number}.0/24`) };
  const name = `place-${number}`;
  return {
    id: place(name),
    ...line,
    region: region(chance.pick(regions)),
    tablets: [1, 2, 3].map((room) => inventBrowser(`${name}-tablet-${room}`, 'safari', 'tablet')),
  };
}

function inventPerson(number: number, places: readonly InventedPlace[], chance: Chance): InventedPerson {
  const name = `person-${number}`;
  return {
    id: person(name),
    role: chance.pick(roles),
    place: chance.pick(places),
    browsers: [
      inventBrowser(`${name}-phone`, chance.pick(phoneFamilies), 'phone'),
      inventBrowser(`${name}-computer`, chance.pick(computerFamilies), 'computer'),
    ],
    home: network(`${64 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}.${1 + chance.below(250)}`),
  };
}

const inventBrowser = (name: string, family: Family, kind: MachineKind): InventedBrowser => ({
  id: browser(name),
  family,
  device: { id: device(`${name}-machine`), kind, status: 'ordinary' },
});
