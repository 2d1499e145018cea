import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { type CookieJar, cookieJar, type Sender } from './cookies.ts';
import { type Form, formsOf } from './forms.ts';

export interface Answer {
  readonly status: number;
  /** Of this answer; no redirect was followed to get it unless `follow` was asked. */
  readonly url: string;
  readonly headers: Headers;
  readonly text: string;
  /** Where it redirects, absolute. */
  readonly location: string | undefined;
  readonly forms: readonly Form[];
}

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** The origin of the page that sends it; unset means typed by hand for GET, the target's own for POST. */
  readonly from?: string;
}

export interface Filling {
  /** By field name; ticks the checkbox or radio button of that value. A name the form lacks throws. */
  readonly fill?: Readonly<Record<string, string>>;
  /** The button's words or value; unset means the first. */
  readonly press?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One person's browser without the browser: cookies, Origin, forms, redirects one at a time. */
export interface RawBrowser {
  readonly cookies: CookieJar;
  get(url: string, options?: RequestOptions): Promise<Answer>;
  head(url: string, options?: RequestOptions): Promise<Answer>;
  post(url: string, fields: Readonly<Record<string, string>>, options?: RequestOptions): Promise<Answer>;
  /** Fills a form of this page in and sends it; `which` picks it by a field or button it has, the first unless said. */
  submit(page: Answer, filling?: Filling, which?: (form: Form) => boolean): Promise<Answer>;
  /** Follows redirects until there is none, or until `stopAt` accepts an address, which is then not fetched. */
  follow(answer: Answer, stopAt?: (url: URL) => boolean): Promise<Answer>;
}

export interface RawBrowserOptions {
  readonly userAgent?: string;
  readonly language?: string;
  /** On every request, for example `X-Forwarded-For`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Public origin → the loopback server behind its proxy, which we then play: `{ 'https://a.test': 'http://127.0.0.1:1' }`. */
  readonly via?: Readonly<Record<string, string>>;
}

export const desktop =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

export function rawBrowser(options: RawBrowserOptions = {}): RawBrowser {
  const cookies = cookieJar();
  const always = {
    accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    'accept-language': options.language ?? 'fr-CA,fr;q=0.9',
    'user-agent': options.userAgent ?? desktop,
    ...options.headers,
  };

  async function send(method: string, target: string, sent: Sent): Promise<Answer> {
    const url = new URL(target);
    const sender = senderOf(url, sent.from);
    const cookie = cookies.header({ url, method, sender });
    const headers = {
      host: url.host,
      ...always,
      ...navigation(sender, url, sent.from),
      ...(sent.origin === undefined ? {} : { origin: sent.origin }),
      ...(cookie === '' ? {} : { cookie }),
      ...sent.headers,
    };
    const answer = await exchange(method, throughProxy(url, options.via), headers, sent.body);
    cookies.take(url, answer.headers.getSetCookie());
    return { ...answer, ...whatItSays(answer, url) };
  }

  const browser: RawBrowser = {
    cookies,
    get: (url, request = {}) => send('GET', url, request),
    head: (url, request = {}) => send('HEAD', url, request),
    post: (url, fields, request = {}) => {
      const from = request.from ?? new URL(url).origin;
      return send('POST', url, { ...request, from, origin: from, body: new URLSearchParams(fields) });
    },
    submit: async (page, filling = {}, which = () => true) => {
      const form = page.forms.find(which);
      if (!form) throw new Error(`no such form at ${page.url} (${page.status}):\n${page.text}`);
      const button = buttonOf(form, filling.press);
      const body = new URLSearchParams(entriesOf(form, filling.fill ?? {}));
      if (button?.name) body.append(button.name, button.value);
      const target = button?.action ?? form.action;
      const from = new URL(page.url).origin;
      const headers = filling.headers ?? {};
      if (form.method === 'POST')
        return send('POST', target, { headers, from, origin: originOf(page), body });
      const url = new URL(target);
      url.search = String(body);
      return send('GET', url.href, { headers, from });
    },
    follow: async (answer, stopAt = () => false) => {
      let current = answer;
      for (let steps = 0; current.location !== undefined; steps++) {
        if (steps === 20) throw new Error(`twenty redirects in a row, last to ${current.location}`);
        if (stopAt(new URL(current.location))) break;
        if (current.status === 307 || current.status === 308)
          throw new Error(`a ${current.status} repeats the form`);
        current = await browser.get(current.location, { from: new URL(current.url).origin });
      }
      return current;
    },
  };
  return browser;
}

interface Sent extends RequestOptions {
  readonly origin?: string;
  readonly body?: URLSearchParams;
}

/** Sites are hosts here: ports of one host are the same site, as browsers see it. */
function senderOf(url: URL, from: string | undefined): Sender {
  if (from === undefined) return 'typed';
  return URL.canParse(from) && new URL(from).hostname === url.hostname ? 'same-site' : 'cross-site';
}

function navigation(sender: Sender, url: URL, from: string | undefined): Record<string, string> {
  const sameOrigin = sender === 'same-site' && from === url.origin;
  const site = sender === 'typed' ? 'none' : sameOrigin ? 'same-origin' : sender;
  return {
    'sec-fetch-site': site,
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
    'sec-fetch-user': '?1',
  };
}

/** What a browser says a form's page was: `null` under the policy `no-referrer` (Fetch, "append a request Origin header"). */
function originOf(page: Answer): string {
  return page.headers.get('referrer-policy') === 'no-referrer' ? 'null' : new URL(page.url).origin;
}

// Not `fetch`: it says `Sec-Fetch-Mode: cors` whatever one asks, and keeps connections that a restarted server lost.
async function exchange(
  method: string,
  { url, forwarded }: Route,
  headers: Readonly<Record<string, string>>,
  body: URLSearchParams | undefined,
): Promise<Pick<Answer, 'status' | 'headers' | 'text'>> {
  const type = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  const signal = AbortSignal.timeout(30_000);
  const all = { ...type, ...forwarded, ...headers };
  const request = httpRequest(url, { method, agent: false, headers: all, signal });
  request.end(body === undefined ? undefined : String(body));
  const [response]: IncomingMessage[] = await once(request, 'response');
  if (!response) throw new Error(`no answer from ${url}`);
  const chunks: Buffer[] = await response.toArray();
  return {
    status: response.statusCode ?? 0,
    headers: headersOf(response.rawHeaders),
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

interface Route {
  readonly url: URL;
  readonly forwarded: Readonly<Record<string, string>>;
}

function throughProxy(url: URL, via: RawBrowserOptions['via']): Route {
  const server = via?.[url.origin];
  if (server === undefined) return { url, forwarded: {} };
  const scheme = url.protocol.slice(0, -1);
  const forwarded = {
    'x-forwarded-proto': scheme,
    'x-forwarded-host': url.host,
    'x-forwarded-for': '203.0.113.7',
  };
  return { url: new URL(url.pathname + url.search, server), forwarded };
}

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let index = 0; index < raw.length; index += 2) headers.append(raw[index] ?? '', raw[index + 1] ?? '');
  return headers;
}

function whatItSays({ headers, text }: Pick<Answer, 'headers' | 'text'>, url: URL) {
  const location = headers.get('location');
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
  return {
    url: url.href,
    location: location === null ? undefined : new URL(location, url).href,
    forms: isPage ? formsOf(text, url.href) : [],
  };
}

function entriesOf(form: Form, fill: Readonly<Record<string, string>>): [string, string][] {
  const unknown = Object.keys(fill).filter((name) => !form.fields.some((field) => field.name === name));
  if (unknown.length > 0)
    throw new Error(`the form to ${form.action} has no field \`${unknown.join('`, `')}\``);
  return form.fields.flatMap(({ name, value, ticked }) => {
    const wanted = fill[name];
    if (ticked === undefined) return [[name, wanted ?? value]];
    return (wanted === undefined ? ticked : wanted === value) ? [[name, value]] : [];
  });
}

function buttonOf(form: Form, press: string | undefined): Form['buttons'][number] | undefined {
  if (press === undefined) return form.buttons[0];
  const button = form.buttons.find(({ words, value }) => words.includes(press) || value === press);
  if (button) return button;
  const there = form.buttons.map(({ words }) => `« ${words} »`).join(', ') || 'none';
  throw new Error(`the form to ${form.action} has no button « ${press} »; it has ${there}`);
}
