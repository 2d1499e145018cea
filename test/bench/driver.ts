import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { issuerPath, routes } from '../../provider/oidc/index.ts';
import { type Educator, password } from './people.ts';
import { applicationId } from './servers.ts';

/** The requests of a full login, in order. */
export const loginSteps = ['authorize', 'page', 'password', 'resume', 'code'] as const;
export type LoginStep = (typeof loginSteps)[number];

export interface Tokens {
  readonly refreshToken: string;
}

/** A browser and an application in one, as lean as they can be; every answer is checked. */
export interface Driver {
  /** From the authorization request to the tokens, by somebody whose browser is known and has no session. */
  login(educator: Educator, after?: (step: LoginStep) => Promise<void>): Promise<Tokens>;
  refresh(tokens: Tokens): Promise<Tokens>;
  /** Lets its connections go: a server closes those that were idle for a while, perhaps just as one is taken again. */
  rest(): void;
}

const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

export function createDriver(port: number, redirectUri: string): Driver {
  const agent = new Agent({ keepAlive: true });
  const origin = `http://localhost:${port}`;
  const authorization = `${issuerPath}${routes.authorization}`;
  const token = `${issuerPath}${routes.token}`;
  const always = {
    host: `localhost:${port}`,
    'user-agent': userAgent,
    accept: 'text/html,*/*;q=0.8',
    'accept-language': 'fr-CA,fr;q=0.9',
  };

  const send = (path: string, sent: { readonly cookies?: Cookies; readonly fields?: Fields } = {}) =>
    exchange(agent, port, path, { ...sent, headers: always, origin });

  const redeem = async (fields: Fields): Promise<TokenAnswer> => {
    const answer = await send(token, { fields: { ...fields, client_id: applicationId } });
    if (answer.status !== 200) throw wrong('the token request', answer);
    return JSON.parse(answer.text); // what is missing in it is noticed below
  };

  return {
    login: async (educator, after = async () => {}) => {
      const verifier = randomBytes(32).toString('base64url');
      const state = randomBytes(8).toString('hex');
      const cookies: Cookies = new Map([['cadenas_browser', educator.browserToken]]);
      const query = new URLSearchParams({
        client_id: applicationId,
        response_type: 'code',
        scope: 'openid profile email',
        redirect_uri: redirectUri,
        state,
        nonce: randomBytes(8).toString('hex'),
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      const page = redirectOf('authorization', await send(`${authorization}?${query}`, { cookies }), origin);
      await after('authorize');
      const shown = await send(page.pathname, { cookies });
      if (shown.status !== 200 || !shown.text.includes('name="password"')) throw wrong('the page', shown);
      await after('page');
      const fields = { username: educator.email, password };
      const typed = await send(`${page.pathname}/mot-de-passe`, { cookies, fields });
      const resume = redirectOf('the password', typed, origin);
      await after('password');
      const back = redirectOf('the resume', await send(resume.pathname, { cookies }), origin);
      await after('resume');
      const code = back.searchParams.get('code');
      if (!back.href.startsWith(redirectUri) || code === null || back.searchParams.get('state') !== state)
        throw new Error(`a login led to ${back.href} instead of the application`);
      const tokens = await redeem({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      });
      await after('code');
      if (subjectOf(tokens.id_token) !== educator.id)
        throw new Error(`a login of ${educator.email} ended with the tokens of somebody else`);
      return complete(tokens);
    },
    refresh: async ({ refreshToken }) => {
      const tokens = complete(await redeem({ grant_type: 'refresh_token', refresh_token: refreshToken }));
      if (tokens.refreshToken === refreshToken) throw new Error('a refresh token was not rotated');
      return tokens;
    },
    rest: () => agent.destroy(),
  };
}

type Cookies = Map<string, string>;
type Fields = Readonly<Record<string, string>>;
interface TokenAnswer {
  readonly access_token?: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
}
interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
}

function complete({ access_token, id_token, refresh_token }: TokenAnswer): Tokens {
  if (!access_token || !id_token || !refresh_token) throw new Error('a token answer lacks a token');
  return { refreshToken: refresh_token };
}

const subjectOf = (idToken = ''): unknown =>
  JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString() || '{}').sub;

function redirectOf(what: string, answer: Answer, origin: string): URL {
  if (answer.status !== 303 || answer.location === undefined) throw wrong(what, answer);
  return new URL(answer.location, origin);
}

const wrong = (what: string, { status, location, text }: Answer): Error =>
  new Error(`${what} was answered by ${status} ${location ?? ''}\n${text.slice(0, 2000)}`);

async function exchange(
  agent: Agent,
  port: number,
  path: string,
  sent: {
    readonly headers: Fields;
    readonly origin: string;
    readonly cookies?: Cookies;
    readonly fields?: Fields;
  },
): Promise<Answer> {
  const { cookies, fields } = sent;
  const body = fields && new URLSearchParams(fields).toString();
  const outgoing = request({
    agent,
    host: '127.0.0.1',
    port,
    path,
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...sent.headers,
      ...(cookies && cookieHeaders(cookies, sent.origin)),
      ...(body !== undefined && {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(body)),
      }),
    },
  });
  outgoing.end(body);
  const [incoming]: IncomingMessage[] = await once(outgoing, 'response');
  if (!incoming) throw new Error(`no answer to ${path}`);
  let text = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) text += chunk;
  for (const line of incoming.headers['set-cookie'] ?? []) if (cookies) take(cookies, line);
  return { status: incoming.statusCode ?? 0, location: incoming.headers.location, text };
}

/** What has cookies is a browser, and says where its forms come from. */
const cookieHeaders = (cookies: Cookies, origin: string): Fields => ({
  origin,
  cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
});

/** Paths are not minded: one login, one jar. An emptied cookie goes. */
function take(cookies: Cookies, line: string): void {
  const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
  if (value === '') cookies.delete(name);
  else cookies.set(name, value);
}
