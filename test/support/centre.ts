import { findBrowser, type KnownBrowser } from '../../db/browsers.ts';
import type { Database } from '../../db/open.ts';
import { addPlace, type NewPlace } from '../../db/places.ts';
import { addRule } from '../../db/rules.ts';
import type { ReasonKind } from '../../policies/decision.ts';
import type { OrganizationId, PlaceId, RuleId, UserId } from '../../policies/facts.ts';
import type { Conditions, Rule } from '../../policies/rules.ts';
import { hashOf } from '../../provider/sign-in/browser-cookie.ts';
import { freshCities } from './geo-cities.ts';
import { type OpenHouse, openHouse } from './house.ts';
import { asksPassword, type Machine } from './machines.ts';
import type { Dialect } from './postgres.ts';
import { type Answer, type RawBrowser, rawBrowser } from './raw-http.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { type Attempt, attempt, password, people } from './walk.ts';

/** « CPE Les Papillons », its padlock closed, and nothing in it yet but its people: no rule, no place, no past. */
export interface Centre {
  readonly home: OpenHouse;
  readonly organizationId: OrganizationId;
  attempt(application?: string, more?: Readonly<Record<string, string>>): Attempt;
  idOf(email: string): Promise<UserId>;
  /** What is kept of the browser that this machine's cookie names. */
  browserOf(machine: Machine): Promise<KnownBrowser>;
  /** The key that proves this machine's browser here: what an approval has adopted, else its own. */
  keyOf(machine: Machine): Promise<string | 'none'>;
  rule(effect: Rule['effect'], conditions: Conditions): Promise<RuleId>;
  place(given: Partial<Pick<NewPlace, 'name' | 'ranges' | 'circle'>>): Promise<PlaceId>;
  /** Why this person's last sign-in was decided as it was. */
  reasons(email: string): Promise<readonly ReasonKind[]>;
  request(status?: string): Promise<Readonly<Record<string, unknown>> & { readonly id: string }>;
  /** What Sylvie, signed in to the console, is shown of what waits. */
  page(): Promise<Answer>;
  /** Sylvie, signed in to the console, answers what waits; returns the page that says what became of it. */
  approve(fields?: Readonly<Record<string, string>>): Promise<Answer>;
  warnings(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A house behind a proxy on this machine, which knows the cities of MaxMind's test database. */
export async function openCentre(
  dialect: Dialect,
  env: Readonly<Record<string, string>> = {},
): Promise<Centre> {
  const folder = await temporaryFolder('cities');
  const home = await openHouse(dialect, {
    TRUSTED_PROXIES: '127.0.0.1/32,::1/128',
    GEOIP_CITY_DB: await freshCities(folder.path),
    ...env,
  });
  const { database } = home.house;
  for (const table of [
    'approval_requests',
    'rules',
    'sign_ins',
    'sightings',
    'connections',
    'seen_people',
    'places',
  ])
    await database(table).delete();
  const organizationId = (await database('organizations').where({ alias: 'papillons' }).first('id')).id;
  const idOf = async (email: string) => (await database('users').where({ email }).first('id')).id;
  let signedIn: Promise<RawBrowser> | undefined;
  const sylvie = () => {
    signedIn ??= signedInSylvie(database, home.url);
    return signedIn;
  };

  const request: Centre['request'] = async (status = 'pending') =>
    database('approval_requests')
      .where({ status })
      .orderBy('opened_at', 'desc')
      .orderBy('id', 'desc')
      .first();
  const address = async () => `${home.url}/demandes/${(await request()).id}`;
  const terms = { organizationId, createdBy: null, origin: 'console' } as const;
  const browserOf: Centre['browserOf'] = async ({ browser }) => {
    const token = browser.cookies.all().find(({ name }) => name === 'cadenas_browser')?.value ?? '';
    const known = await findBrowser(database, hashOf(token));
    if (!known) throw new Error('no browser has this cookie');
    return known;
  };
  return {
    home,
    organizationId,
    browserOf,
    keyOf: async (machine) => {
      const { id, proofKey } = await browserOf(machine);
      const here = { browser_id: id, organization_id: organizationId };
      return (await database('browser_keys').where(here).first('proof_key'))?.proof_key ?? proofKey;
    },
    attempt: (application, more) => attempt(home.url, application, more),
    idOf,
    rule: (effect, conditions) =>
      database.transaction((transaction) =>
        addRule(transaction, {
          ...terms,
          effect,
          conditions,
          validFrom: 'always',
          validUntil: 'always',
          at: Date.now(),
        }),
      ),
    place: ({ name = 'Le centre', ranges = [], circle = 'none' }) =>
      database.transaction((transaction) =>
        addPlace(transaction, { name, ranges, circle, siteId: null, organizationId, at: Date.now() }),
      ),
    reasons: async (email) => {
      const latest = database('sign_ins').where({ user_id: await idOf(email) });
      const row = await latest.orderBy('at', 'desc').orderBy('id', 'desc').first('reasons');
      return JSON.parse(row?.reasons ?? '[]').map(({ kind }: { readonly kind: ReasonKind }) => kind);
    },
    request,
    page: async () => (await sylvie()).get(await address()),
    approve: async (fields = {}) => {
      const browser = await sylvie();
      return browser.follow(await browser.post(await address(), { answer: 'approve', ...fields }));
    },
    warnings: async () => {
      const answer = await fetch(`${home.url}/readyz`);
      if (answer.status !== 200) throw new Error(`/readyz answers ${answer.status}`);
      return (await answer.json()).warnings;
    },
    close: async () => {
      await home.close();
      await folder.remove();
    },
  };
}

/** She may always enter, and her browser is none of those that a test is about. */
export async function signedInSylvie(database: Database, url: string): Promise<RawBrowser> {
  const { id } = await database('users').where({ email: people.sylvie }).first('id');
  await database('memberships').where({ user_id: id }).update({ access: 'always' });
  const browser = rawBrowser();
  const login = await browser.follow(await browser.get(`${url}/reglages`));
  if (!asksPassword(login)) throw new Error(`no sign-in page at ${login.url}`);
  const fill = { username: people.sylvie, password };
  const console = await browser.follow(await browser.submit(login, { fill }));
  if (console.status !== 200) throw new Error(`Sylvie is not in: ${console.status} at ${console.url}`);
  return browser;
}
