import { createHash, randomBytes } from 'node:crypto';
import { wordsOfId } from './forms.ts';
import type { Answer, RawBrowser } from './raw-http.ts';
import type { MailServer } from './smtp.ts';

/** Everyone in the demonstration has this password. */
export const password = 'Cadenas-2026';
export const people = {
  sylvie: 'sylvie.gagnon@papillons.test',
  marc: 'marc.roy@papillons.test',
  julie: 'julie.tremblay@papillons.test',
  nadia: 'nadia.benali@papillons.test',
  olivier: 'olivier.cote@exemple.test',
  pierre: 'pierre.lavoie@arcenciel.test',
} as const;

export const realm = '/realms/amisgest/protocol/openid-connect';

/** A public application of the demonstration, played by hand: no secret to carry along. */
export const publicApplication = 'amisgest-mobile';

export interface Attempt {
  readonly address: string;
  readonly redirectUri: string;
  readonly verifier: string;
  readonly application: string;
}

/** One authorization request as a library would make it: code, PKCE S256, state, nonce. */
export function attempt(
  url: string,
  application: string = publicApplication,
  more: Readonly<Record<string, string>> = {},
): Attempt {
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = `${url}/demo/${application}/retour`;
  const query = new URLSearchParams({
    client_id: application,
    response_type: 'code',
    scope: 'openid profile email',
    redirect_uri: redirectUri,
    state: randomBytes(8).toString('hex'),
    nonce: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
  return { address: `${url}${realm}/auth?${query}`, redirectUri, verifier, application };
}

const atTheApplication = ({ pathname }: URL): boolean =>
  pathname.endsWith('/retour') && pathname.startsWith('/demo/');

/** Goes to the application's sign-in and as far as it leads without anyone's doing: a page, or the way back. */
export const go = async (browser: RawBrowser, { address }: Attempt): Promise<Answer> =>
  browser.follow(await browser.get(address), atTheApplication);

/** Fills the sign-in page in and goes as far as it leads. */
export async function signIn(
  browser: RawBrowser,
  tried: Attempt,
  email: string,
  secret = password,
): Promise<Answer> {
  const page = await go(browser, tried);
  return browser.follow(
    await browser.submit(page, { fill: { username: email, password: secret } }),
    atTheApplication,
  );
}

/** The parameters that the application received, when this answer leads back to it. */
export function returned(answer: Answer): URLSearchParams | undefined {
  if (answer.location === undefined) return undefined;
  const location = new URL(answer.location);
  return atTheApplication(location) ? location.searchParams : undefined;
}

/** The six digits on a waiting page. */
export function checkCode(page: Answer): string {
  const shown = wordsOfId(page.text, 'check-code')?.replace(/\D/g, '') ?? '';
  if (!/^\d{6}$/.test(shown)) throw new Error(`no check code on ${page.url}:\n${page.text.slice(0, 2000)}`);
  return shown;
}

export async function redeem(
  url: string,
  { application, redirectUri, verifier }: Attempt,
  code: string,
): Promise<Response> {
  return fetch(`${url}${realm}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: application,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  });
}

export const refresh = (url: string, application: string, refreshToken: string): Promise<Response> =>
  fetch(`${url}${realm}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: application,
      refresh_token: refreshToken,
    }),
  });

/** The link of the mail that asks this administrator about this person. */
export async function approvalLink(mail: MailServer, administrator: string, about: string): Promise<string> {
  const message = await mail.waitFor(
    ({ to, subject }) => to.includes(administrator) && subject.includes(about),
  );
  const link = /https?:\/\/\S+\/demandes\/\S+/.exec(message.text)?.[0];
  if (link === undefined) throw new Error(`no link in:\n${message.text}`);
  return link;
}
