import { type SignInFacts, type UserId, unknown, unobserved } from '../../../policies/facts.ts';
import type { Rule } from '../../../policies/rules.ts';
import {
  browser,
  canada,
  country,
  device,
  hour,
  julieAtWork,
  network,
  region,
} from '../../policies/people.ts';
import type { Chance } from './chance.ts';
import type { InventedBrowser, InventedOrganization, InventedPerson, InventedPlace } from './organization.ts';
import { day, monday } from './rules.ts';

type Spot = Pick<SignInFacts, 'network' | 'places' | 'region' | 'country'>;

/** Sign-ins of a month: most as a rule expects them, some from home or elsewhere, some of strangers. */
export function inventRequests(
  organization: InventedOrganization,
  rules: readonly Rule[],
  count: number,
  chance: Chance,
): readonly SignInFacts[] {
  const rulesOf = Map.groupBy(rules, ({ conditions }) => conditions.userId);
  const places = new Map(organization.places.map((place) => [place.id, place]));
  return Array.from({ length: count }, () => {
    const person = chance.pick(organization.people);
    const how = chance.below(100);
    if (how < 60) return asExpected(person, rulesOf, places, chance);
    if (how < 75) return request(person, chance.pick(person.browsers), atHome(person), chance);
    if (how < 85)
      return request(person, chance.pick(person.browsers), atPlace(chance.pick(organization.places)), chance);
    return request(person, strangeBrowser(chance), abroad(chance), chance);
  });
}

/** The same sign-ins, of each of which something could not be observed: the other engines have no word for it. */
export function withDoubts(requests: readonly SignInFacts[], chance: Chance): readonly SignInFacts[] {
  const { network, places, region, country, device, timeZone } = unobserved;
  const doubts: readonly Partial<SignInFacts>[] = [
    { network, places, region, country },
    { places, region, country },
    { browserId: unknown, device, proof: 'unproven' },
    { device },
    { timeZone },
  ];
  return requests.map((facts) => ({ ...facts, ...chance.pick(doubts) }));
}

function asExpected(
  person: InventedPerson,
  rulesOf: ReadonlyMap<UserId | undefined, readonly Rule[]>,
  places: ReadonlyMap<string, InventedPlace>,
  chance: Chance,
): SignInFacts {
  const own: readonly Pick<Rule, 'conditions'>[] = rulesOf.get(person.id) ?? [{ conditions: {} }];
  const { conditions } = chance.pick(own);
  const { browserId, network, placeId = person.place.id, region, country } = conditions;
  const place = places.get(placeId) ?? person.place;
  const known = [...person.browsers, ...place.tablets];
  const used = known.find(({ id }) => id === browserId) ?? chance.pick(known);
  const fromHome = network !== undefined || region !== undefined;
  const spot = country !== undefined ? abroad(chance) : fromHome ? atHome(person) : atPlace(place);
  return request(person, used, spot, chance);
}

/** Four in five between six and six. */
function request(
  person: InventedPerson,
  { id, family, device }: InventedBrowser,
  spot: Spot,
  chance: Chance,
): SignInFacts {
  const minutes = chance.happens(0.8) ? 360 + chance.below(720) : chance.below(1440);
  return julieAtWork({
    at: monday + chance.below(28) * day + (minutes * hour) / 60,
    userId: person.id,
    membership: { active: true, access: 'by_rules', roles: [person.role] },
    browserId: id,
    browserFamily: family,
    device,
    proof: chance.happens(0.9) ? 'proven' : 'unproven',
    ...spot,
  });
}

const atPlace = ({ id, network, region }: InventedPlace): Spot => ({
  network,
  region,
  places: { inside: [id], perhaps: [] },
  country: canada,
});

const atHome = ({ home, place }: InventedPerson): Spot => ({
  network: home,
  region: place.region,
  places: { inside: [], perhaps: [] },
  country: canada,
});

const abroad = (chance: Chance): Spot => ({
  network: network(`198.18.${chance.below(256)}.${chance.below(256)}`),
  region: region('US-NY'),
  places: { inside: [], perhaps: [] },
  country: country('US'),
});

function strangeBrowser(chance: Chance): InventedBrowser {
  const name = `strange-${chance.below(2 ** 32).toString(16)}`;
  return {
    id: browser(name),
    family: 'chrome',
    device: { id: device(`${name}-machine`), kind: 'computer', status: 'ordinary' },
  };
}
