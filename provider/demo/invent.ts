import type { DemoPeople } from '../../db/demo.ts';
import type { DemoHistory } from '../../db/demo-history.ts';
import { newId } from '../../db/ids.ts';
import {
  type ApplicationId,
  type BrowserId,
  type OrganizationId,
  type UserId,
  unknown,
} from '../../policies/facts.ts';
import { toNetwork } from '../../policies/networks.ts';
import { noHints } from '../../policies/recognition-hints.ts';
import { nowhere } from '../location/index.ts';
import { createRecognizer } from '../recognition/index.ts';
import { children, organizations, timeZone } from './data.ts';
import { refusedBrowser } from './habits.ts';
import { type Arrival, arrivalsUntil, closingBefore } from './history.ts';
import type { PastOrganization, Visit } from './ledger.ts';
import { type BrowserKey, networks, userAgents } from './machines.ts';
import { people } from './people.ts';
import { inventPlaces, locateInDemo } from './places.ts';
import { type Replayed, replay } from './replay.ts';

const day = 24 * 60 * 60_000;

/** Gives everyone in `data.ts` an id and a past that began two months ago. */
export function inventPeople(passwordHash: string, at: number): DemoPeople {
  const withIds = organizations.map((organization) => ({
    ...organization,
    id: newId<OrganizationId>(),
    timeZone,
    lockedAt: organization.padlock === 'closed' ? closingBefore(at, timeZone) : ('never' as const),
    sites: organization.sites.map((site) => ({ ...site, id: newId() })),
  }));
  const organizationOf = new Map(withIds.map((one) => [one.alias, one.id]));
  const siteOf = new Map(withIds.flatMap(({ sites }) => sites.map((site) => [site.key, site.id] as const)));
  const users = people.map((person) => ({
    ...person,
    id: newId<UserId>(),
    cell: person.cell ?? null,
    passwordHash: person.password === 'known' ? passwordHash : null,
  }));
  const places = inventPlaces(siteOf).map((place) => ({
    ...place,
    organizationId: known(organizationOf, place.organization),
  }));
  return {
    createdAt: at - 60 * day,
    places,
    organizations: withIds,
    users,
    memberships: users.flatMap(({ id, membership }) => {
      if (membership === 'none') return [];
      const { organization, role, jobTitle, site } = membership;
      const siteId = site === 'none' ? site : known(siteOf, site);
      return [
        {
          id: newId(),
          organizationId: known(organizationOf, organization),
          userId: id,
          role,
          jobTitle,
          siteId,
        },
      ];
    }),
    children: withIds.flatMap(({ alias, id: organizationId }) =>
      children[alias].map(([givenName, familyName, ...parents]) => ({
        id: newId(),
        organizationId,
        givenName,
        familyName,
        parents,
      })),
    ),
  };
}

/** What these people did until `at`. */
export function inventMonth(
  everyone: DemoPeople,
  at: number,
): { readonly history: DemoHistory; readonly policyVersions: Replayed['policyVersions'] } {
  const arrivals = arrivalsUntil(at, timeZone);
  const firstArrivals = new Map(arrivals.toReversed().map((one) => [one.browser, one.at]));
  const browsers = [...firstArrivals].map(([key, first]) => ({
    key,
    id: newId<BrowserId>(),
    userAgent: userAgents[key],
    labels: labelsOf(userAgents[key]),
    at: first,
  }));
  const visits = arrivals.map(visitOf(everyone, new Map(browsers.map(({ key, id }) => [key, id]))));
  const { policyVersions, ...left } = replay(visits, everyone.organizations.map(pastOf(everyone)), at);
  return { history: { ...left, browsers }, policyVersions };
}

const recognizer = createRecognizer();

const labelsOf = (userAgent: string) =>
  recognizer({ userAgent, clientHints: noHints, touchPoints: unknown, application: 'browser' });

const pastOf =
  ({ memberships, places }: DemoPeople) =>
  ({ id, lockedAt }: DemoPeople['organizations'][number]): PastOrganization => ({
    id,
    lockedAt,
    places: places.filter(({ organizationId }) => organizationId === id),
    administrators: memberships
      .filter(({ organizationId, role }) => organizationId === id && role === 'administration')
      .map(({ userId }) => userId),
  });

function visitOf({ users, organizations: own }: DemoPeople, browsers: ReadonlyMap<BrowserKey, BrowserId>) {
  const userOf = new Map(users.map(({ email, id }) => [email, id]));
  const organizationOf = new Map<string, OrganizationId>(own.map(({ alias, id }) => [alias, id]));
  return ({ at, email, organization, browser, network, application }: Arrival): Visit => ({
    at,
    organizationId: organization === 'none' ? organization : known(organizationOf, organization),
    userId: known(userOf, email),
    browserId: known(browsers, browser),
    network: networkOf(networks[network]),
    location: locateInDemo(() => nowhere)(networkOf(networks[network])),
    labels: labelsOf(userAgents[browser]),
    applicationId: application as ApplicationId, // branded here: our own data names it
    proof: 'unproven',
    answer: browser === refusedBrowser ? 'refused' : 'approved',
  });
}

function networkOf(address: string): Visit['network'] {
  const network = toNetwork(address);
  if (network === unknown) throw new Error(`\`${address}\` is not an address`);
  return network;
}

function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demonstration does not know \`${String(key)}\``);
  return value;
}
