import { type BrowserKey, challengeOn, makeKey, shown } from './browser-key.ts';
import { wordsOf } from './forms.ts';
import { type Answer, type RawBrowser, rawBrowser } from './raw-http.ts';
import { type Attempt, go, password } from './walk.ts';

/** A browser on somebody's machine, somewhere: what it says it is, its address behind our proxy, the key it keeps. */
export interface Machine {
  readonly browser: RawBrowser;
  readonly key: BrowserKey | 'none';
  readonly userAgent: string;
  readonly address: string;
}

export interface MachineOptions {
  readonly userAgent: string;
  /** What the proxy says of where it is; `direct`: there is no proxy. */
  readonly address: string;
  /** `none`: scripts are off. Made unless said. */
  readonly key?: BrowserKey | 'none';
  readonly headers?: Readonly<Record<string, string>>;
}

export const machine = ({ userAgent, address, key = makeKey(), headers }: MachineOptions): Machine => ({
  browser: rawBrowser({
    userAgent,
    headers: { ...(address !== 'direct' && { 'x-forwarded-for': address }), ...headers },
  }),
  key,
  userAgent,
  address,
});

/** All of its cookies, in the same machine or another, here or elsewhere; the two jars part from here on. */
export function copyOf(
  from: Machine,
  url: string,
  changes: Partial<MachineOptions> & { readonly without?: string } = {},
): Machine {
  const copy = machine({ ...from, ...changes });
  const lines = from.browser.cookies
    .all()
    .filter(({ name }) => changes.without === undefined || !name.startsWith(changes.without))
    .map(
      ({ name, value, path, httpOnly }) => `${name}=${value}; path=${path}${httpOnly ? '; httponly' : ''}`,
    );
  copy.browser.cookies.take(new URL(url), lines);
  return copy;
}

/** Whoever comes next finds the browser as it is, and nobody signed in. */
export function leave({ browser: { cookies } }: Machine): void {
  for (const { name } of cookies.all()) if (!name.startsWith('cadenas_browser')) cookies.forget(name);
}

/** Its own cookies and key, on another line. */
export const takenTo = (from: Machine, url: string, address: string): Machine =>
  copyOf(from, url, { address });

const atTheApplication = ({ pathname }: URL): boolean =>
  pathname.startsWith('/demo/') && pathname.endsWith('/retour');

export const asksPassword = (page: Answer): boolean =>
  page.forms.some(({ fields }) => fields.some(({ name }) => name === 'password'));
export const asksProof = (page: Answer): boolean =>
  page.forms.some(({ action }) => action.endsWith('/preuve'));
export const isWaiting = (page: Answer): boolean => page.text.includes('data-events=');

/**
 * Goes to the application and as far as it leads, as a browser would whose scripts show its key wherever it is asked:
 * with the password, on the page that only proves, and on the page that waits.
 */
export async function arrive(machine: Machine, tried: Attempt, email: string): Promise<Answer> {
  let page = await go(machine.browser, tried);
  if (asksPassword(page)) page = await typePassword(machine, page, email);
  if (asksProof(page)) page = await prove(machine, page);
  if (isWaiting(page)) await offer(machine, page);
  return page;
}

export async function typePassword(
  { browser, key }: Machine,
  page: Answer,
  email: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const challenge = challengeOn(page.text);
  const fill = {
    username: email,
    password,
    ...(challenge === undefined ? {} : shown(key, challenge)),
    ...fields,
  };
  const posted = await browser.submit(page, { fill }, ({ action }) => action.endsWith('/mot-de-passe'));
  return browser.follow(posted, atTheApplication);
}

export async function prove(
  { browser, key }: Machine,
  page: Answer,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const fill = { ...shown(key, challengeOn(page.text) ?? ''), ...fields };
  const posted = await browser.submit(page, { fill }, ({ action }) => action.endsWith('/preuve'));
  return browser.follow(posted, atTheApplication);
}

/** What the waiting page's script does by itself, when it is asked to. */
export async function offer({ browser, key }: Machine, page: Answer): Promise<void> {
  const action = /data-offer-action="([^"]+)"/.exec(page.text)?.[1];
  const challenge = challengeOn(page.text);
  if (action === undefined || challenge === undefined || key === 'none') return;
  await browser.post(new URL(action, page.url).href, shown(key, challenge));
}

/** Where a page that waited leads now. */
export const look = async ({ browser }: Machine, page: Answer): Promise<Answer> =>
  browser.follow(await browser.get(page.url), atTheApplication);

/** What a person reads on the page, for an assertion that tells. */
export const said = (page: Answer): string => wordsOf(page.text);
