import type { Conditions, Rule } from '../../../policies/rules.ts';
import { country, hours, ruleId, sdg } from '../../policies/people.ts';
import type { Chance } from './chance.ts';
import type { InventedOrganization, InventedPerson, InventedPlace } from './organization.ts';

/** A Monday at midnight in Montréal: the rules and the requests lie around it. */
export const monday = Date.UTC(2026, 2, 2, 5);
export const day = 86_400_000;

interface Draw {
  readonly person: InventedPerson;
  /** Mostly hers. */
  readonly place: InventedPlace;
  readonly chance: Chance;
}

/** So many in a thousand rules of an organization are of this form. */
interface Recipe {
  readonly share: number;
  readonly effect: Rule['effect'];
  readonly conditions: (draw: Draw) => Conditions;
}

const openHours = [
  'mon-fri 06:30-18:00',
  'mon-fri 07:00-17:30',
  'mon-thu 06:45-15:15',
  'tue-fri 09:00-18:30',
  'mon-fri 06:00-12:00',
  'mon-fri 12:00-18:30',
  'sat 08:00-16:00',
].map(hours);
const closedHours = ['mon-fri 18:30-24:00', 'sat-sun 00:00-24:00', 'mon-sun 00:00-05:30'].map(hours);

/** What the gate writes when an administrator approves comes first; what she writes by hand comes after. */
const recipes: readonly Recipe[] = [
  allowing(360, (draw) => ({ userId: draw.person.id, browserId: someBrowser(draw), placeId: draw.place.id })),
  allowing(180, (draw) => ({
    userId: draw.person.id,
    browserId: ownBrowser(draw),
    network: draw.person.home,
  })),
  allowing(90, (draw) => ({
    userId: draw.person.id,
    browserId: ownBrowser(draw),
    region: draw.place.region,
  })),
  allowing(60, ({ person, place }) => ({ userId: person.id, placeId: place.id })),
  allowing(40, ({ person, place }) => ({ userId: person.id, deviceKind: 'tablet', placeId: place.id })),
  allowing(30, ({ chance, place }) => ({ browserId: chance.pick(place.tablets).id, placeId: place.id })),
  allowing(90, ({ person, place, chance }) => ({
    role: person.role,
    placeId: place.id,
    schedule: chance.pick(openHours),
  })),
  allowing(30, ({ person, place }) => ({ role: person.role, deviceKind: 'tablet', placeId: place.id })),
  allowing(20, ({ person, place }) => ({ role: person.role, applicationId: sdg.id, placeId: place.id })),
  allowing(20, ({ person, place }) => ({ role: person.role, browserFamily: 'app', network: place.range })),
  allowing(20, ({ person, place, chance }) => ({
    role: person.role,
    network: place.range,
    schedule: chance.pick(openHours),
  })),
  refusing(40, (draw) => ({ userId: draw.person.id, browserId: someBrowser(draw) })),
  refusing(8, ({ person, chance }) => ({ deviceId: chance.pick(person.browsers).device.id })),
  refusing(4, ({ person }) => ({ userId: person.id, country: country('US') })),
  refusing(5, ({ place, person, chance }) => ({
    role: person.role,
    deviceKind: 'phone',
    placeId: place.id,
    schedule: chance.pick(closedHours),
  })),
  refusing(3, ({ place }) => ({ browserFamily: 'firefox', network: place.range })),
];

function allowing(share: number, conditions: Recipe['conditions']): Recipe {
  return { share, effect: 'allow', conditions };
}

function refusing(share: number, conditions: Recipe['conditions']): Recipe {
  return { share, effect: 'deny', conditions };
}

const ownBrowser = ({ person, chance }: Draw) => chance.pick(person.browsers).id;
const someBrowser = (draw: Draw) =>
  draw.chance.happens(0.4) ? draw.chance.pick(draw.place.tablets).id : ownBrowser(draw);

/** Every recipe once in the deck for each of its thousandths. */
const deck = recipes.flatMap((recipe) => Array<Recipe>(recipe.share).fill(recipe));

export function inventRules(organization: InventedOrganization, count: number, chance: Chance): Rule[] {
  return Array.from({ length: count }, (_, number) => {
    const { effect, conditions } = chance.pick(deck);
    const person = chance.pick(organization.people);
    const place = chance.happens(0.9) ? person.place : chance.pick(organization.places);
    return {
      id: ruleId(`${chance.below(2 ** 32).toString(16)}-${number}`),
      effect,
      conditions: conditions({ person, place, chance }),
      validFrom: 'always',
      // One in twelve was given until a date, which may be over.
      validUntil: chance.below(12) === 0 ? monday + (chance.below(120) - 60) * day : 'always',
    };
  });
}
