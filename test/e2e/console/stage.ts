import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import type { JournalAction } from '../../../db/journal.ts';
import type { Database } from '../../../db/open.ts';
import { parseConfiguration } from '../../../provider/configuration/index.ts';
import { networks, userAgents } from '../../../provider/demo/machines.ts';
import { buildHouse, type House } from '../../../provider/house.ts';
import { launchChromium } from '../../support/chromium.ts';
import { freePort } from '../../support/free-port.ts';
import { freshCities, geo } from '../../support/geo-cities.ts';
import { arrive, isWaiting, type Machine, machine, said } from '../../support/machines.ts';
import type { Answer } from '../../support/raw-http.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { until } from '../../support/until.ts';
import { attempt, go, returned } from '../../support/walk.ts';
import { type Actor, addresses, type Cookies, signInEveryone } from './actors.ts';
import { type Hand, type HandKind, openWardrobe } from './hands.ts';

/** The demonstration as it was when the theatre opened, for one row alone. */
export interface Stage {
  readonly url: string;
  readonly database: Database;
  /** A browser of this administrator, signed in where she works, with the same kind of hand. */
  as(actor: Actor, from?: keyof typeof networks): Promise<Hand>;
  idOf(email: string): Promise<string>;
  /** What somebody holds, somewhere: not yet seen by anybody. */
  holds(what: keyof typeof userAgents, where: keyof typeof networks): Machine;
  /** The same at an address that the demonstration has not invented. */
  holdsAt(what: keyof typeof userAgents, address: string): Machine;
  /** Somebody enters an application with her password, and goes as far as it leads. */
  tries(email: string, with_: Machine, application?: string): Promise<Tried>;
  /** The last acts of this organization, the last first. */
  acts(alias?: Alias): Promise<readonly JournalAction[]>;
  /** The text of the mail to this address with this subject, once it has come. */
  mailTo(email: string, subject: RegExp): Promise<string>;
  organization(
    alias?: Alias,
  ): Promise<{ readonly id: string; readonly locked: boolean; readonly relock_at: number | null }>;
  close(): Promise<void>;
}

export type Alias = 'papillons' | 'arcenciel';
export interface Tried {
  readonly outcome: 'in' | 'waits' | 'refused';
  readonly words: string;
  readonly page: Answer;
}

export interface Theatre {
  open(): Promise<Stage>;
  close(): Promise<void>;
}

/** Seeds the demonstration and signs its administrators in, once; each stage is a copy of it on the same port. */
export async function openTheatre(kind: HandKind): Promise<Theatre> {
  const [folder, around, port, browser] = await Promise.all([
    temporaryFolder('theatre'),
    temporaryFolder('cities'),
    freePort(),
    launchChromium(),
  ]);
  const url = `http://localhost:${port}`;
  const cities = await freshCities(around.path);
  const first = await openDoors(folder.path, port, cities);
  const cookies = await signInEveryone(first.database, url);
  await first.close();
  const dress = openWardrobe(kind, browser, url);
  return {
    open: async () => {
      const copy = await temporaryFolder('stage');
      await cp(folder.path, copy.path, { recursive: true });
      const house = await openDoors(copy.path, port, cities);
      const stage = stageOn({ house, url, dress, cookies });
      const close = async () => {
        await stage.close();
        await house.close();
        await copy.remove();
      };
      return { ...stage, close };
    },
    close: async () => {
      await browser.close();
      await folder.remove();
      await around.remove();
    },
  };
}

async function openDoors(dataDir: string, port: number, cities: string): Promise<House> {
  const result = parseConfiguration({
    GEOIP_CITY_DB: cities,
    GEOIP_ASN_DB: geo('GeoLite2-ASN-Test.mmdb'),
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    TRUSTED_PROXIES: '127.0.0.1/32,::1/128',
  });
  if (result.kind === 'faulty') throw new Error(result.faults.join('\n'));
  const house = await buildHouse(result.configuration);
  house.server.listen(port);
  await once(house.server, 'listening');
  return house;
}

interface Props {
  readonly house: House;
  readonly url: string;
  readonly dress: ReturnType<typeof openWardrobe>;
  readonly cookies: ReadonlyMap<Actor, Cookies>;
}

function stageOn({ house: { database }, url, dress, cookies }: Props): Stage {
  const hands: Hand[] = [];
  const organization: Stage['organization'] = async (alias = 'papillons') =>
    database('organizations').where({ alias }).first('id', 'locked', 'relock_at');
  return {
    url,
    database,
    as: async (actor, from) => {
      const hand = await dress({
        address: from === undefined ? addresses[actor] : networks[from],
        cookies: cookies.get(actor) ?? [],
      });
      hands.push(hand);
      return hand;
    },
    idOf: async (email) => (await database('users').where({ email }).first('id')).id,
    holds: (what, where) => machine({ userAgent: userAgents[what], address: networks[where] }),
    holdsAt: (what, address) => machine({ userAgent: userAgents[what], address }),
    tries: async (email, with_, application = 'amisgest-mobile') =>
      told(await arrive(with_, attempt(url, application), email)),
    acts: async (alias) => {
      const { id } = await organization(alias);
      const rows = database('journal')
        .where({ organization_id: id })
        .orderBy('at', 'desc')
        .orderBy('id', 'desc');
      return (await rows.select('action')).map(({ action }) => action);
    },
    mailTo: async (email, subject) => {
      const find = async () => {
        const kept = await database('demo_messages').where({ to_address: email }).select('subject', 'text');
        return kept.find((one) => subject.test(one.subject))?.text;
      };
      return until(find, { what: `a mail to ${email} about ${subject}` });
    },
    organization,
    close: async () => {
      for (const { page } of hands) await page.close();
    },
  };
}

export function told(page: Answer): Tried {
  const parameters = returned(page);
  const outcome = parameters?.has('code') ? 'in' : isWaiting(page) ? 'waits' : 'refused';
  return { outcome, words: said(page), page };
}

/** The same application again, from where she stands: what her next request says. */
export const again = async (
  stage: Stage,
  { browser }: Machine,
  application = 'amisgest-mobile',
): Promise<Tried> => told(await go(browser, attempt(stage.url, application)));
