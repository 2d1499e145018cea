import { findBrowser } from '../../../db/browsers.ts';
import type { Database } from '../../../db/open.ts';
import { addRule } from '../../../db/rules.ts';
import type { OrganizationId, PlaceId, UserId } from '../../../policies/facts.ts';
import { networks } from '../../../provider/demo/machines.ts';
import { hashOf } from '../../../provider/sign-in/browser-cookie.ts';
import { machine, said, typePassword } from '../../support/machines.ts';
import { desktop } from '../../support/raw-http.ts';
import { people } from '../../support/walk.ts';

export type Actor = 'Sylvie' | 'Marc' | 'Pierre';
export type Cookies = readonly { readonly name: string; readonly value: string; readonly path: string }[];

/** Where each works. */
export const addresses: Readonly<Record<Actor, string>> = {
  Sylvie: networks.longueuil,
  Marc: networks.brossard,
  Pierre: networks.rosemont,
};
const emails = { Sylvie: people.sylvie, Marc: people.marc, Pierre: people.pierre } as const;

/** Everyone enters Réglages by the front door, in a browser that is authorized there from then on. */
export async function signInEveryone(database: Database, url: string): Promise<ReadonlyMap<Actor, Cookies>> {
  const actors: readonly Actor[] = ['Sylvie', 'Marc', 'Pierre'];
  return new Map(
    await Promise.all(actors.map(async (actor) => [actor, await enter(database, url, actor)] as const)),
  );
}

async function enter(database: Database, url: string, actor: Actor): Promise<Cookies> {
  const { id } = await database('users').where({ email: emails[actor] }).first('id');
  const membership = () => database('memberships').where({ user_id: id });
  // Nobody is there yet to let the first one in.
  await membership().update({ access: 'always' });
  const used = machine({ userAgent: desktop, address: addresses[actor], key: 'none' });
  const { browser } = used;
  const page = await browser.follow(await browser.get(`${url}/reglages`));
  const entered = await typePassword(used, page, emails[actor]);
  if (new URL(entered.url).pathname !== '/reglages') throw new Error(`${actor} is not in: ${said(entered)}`);
  const cookies = browser.cookies.all();
  const { organization_id: organizationId } = await membership().first('organization_id');
  if (actor !== 'Pierre')
    await authorize(database, { userId: id, organizationId, cookies, address: addresses[actor] });
  await membership().update({ access: 'by_rules' });
  return cookies;
}

interface Entered {
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly cookies: Cookies;
  readonly address: string;
}

/** This browser, at the place where she works. */
async function authorize(database: Database, { userId, organizationId, cookies, address }: Entered) {
  const token = cookies.find(({ name }) => name === 'cadenas_browser')?.value ?? '';
  const browser = await findBrowser(database, hashOf(token));
  if (!browser) throw new Error('her browser is not known');
  const place: PlaceId = (
    await database('places')
      .join('place_networks', 'place_networks.place_id', 'places.id')
      .where('cidr', 'like', `${address}%`)
      .first('places.id')
  ).id;
  await database.transaction((transaction) =>
    addRule(transaction, {
      organizationId,
      createdBy: null,
      origin: 'console',
      effect: 'allow',
      conditions: { userId, browserId: browser.id, placeId: place },
      validFrom: 'always',
      validUntil: 'always',
      at: Date.now(),
    }),
  );
}
