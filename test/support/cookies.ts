/** A cookie as a browser keeps it. Domain cookies are refused: Cadenas sets none. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly host: string;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none';
  /** Milliseconds UTC; undefined means until the browser closes. */
  readonly expiresAt: number | undefined;
}

/** Where a request comes from: a page of the same site, of another, or the person's own hand. */
export type Sender = 'same-site' | 'cross-site' | 'typed';

export interface CookieJar {
  /** Takes `Set-Cookie` lines as a browser would; throws on one that a browser would refuse. */
  take(url: URL, lines: readonly string[]): void;
  /** The `Cookie` header for this request, empty when there is none. */
  header(request: { readonly url: URL; readonly method: string; readonly sender: Sender }): string;
  all(): readonly Cookie[];
  forget(name: string): void;
  /** Closing the browser: session cookies go. */
  endSession(): void;
}

export function cookieJar(): CookieJar {
  let cookies: readonly Cookie[] = [];
  const others = (cookie: Cookie) => (kept: Cookie) =>
    kept.name !== cookie.name || kept.host !== cookie.host || kept.path !== cookie.path;
  const alive = () => cookies.filter((cookie) => (cookie.expiresAt ?? Number.POSITIVE_INFINITY) > Date.now());
  return {
    take: (url, lines) => {
      for (const cookie of lines.map((line) => parseCookie(url, line))) {
        cookies = [...cookies.filter(others(cookie)), cookie];
      }
      cookies = alive();
    },
    header: (request) =>
      alive()
        .filter((cookie) => isSent(cookie, request))
        .sort((one, other) => other.path.length - one.path.length)
        .map((cookie) => `${cookie.name}=${cookie.value}`)
        .join('; '),
    all: alive,
    forget: (name) => {
      cookies = cookies.filter((cookie) => cookie.name !== name);
    },
    endSession: () => {
      cookies = cookies.filter((cookie) => cookie.expiresAt !== undefined);
    },
  };
}

function parseCookie(url: URL, line: string): Cookie {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
  const equals = pair.indexOf('=');
  if (equals < 1) throw new Error(`a cookie without a name: \`${line}\``);
  const attributes = new Map(rest.map(attribute));
  const path = attributes.get('path');
  const cookie: Cookie = {
    name: pair.slice(0, equals),
    value: pair.slice(equals + 1),
    host: url.hostname,
    path: path?.startsWith('/') ? path : defaultPath(url),
    secure: attributes.has('secure'),
    httpOnly: attributes.has('httponly'),
    sameSite: sameSite(attributes.get('samesite')),
    expiresAt: expiry(attributes),
  };
  refuseWhatBrowsersRefuse(cookie, url, line, attributes.has('domain'));
  return cookie;
}

function attribute(part: string): [string, string] {
  const [name = '', ...value] = part.split('=');
  return [name.trim().toLowerCase(), value.join('=').trim()];
}

/** RFC 6265 section 5.1.4. */
function defaultPath(url: URL): string {
  return url.pathname.slice(0, url.pathname.lastIndexOf('/')) || '/';
}

function sameSite(value: string | undefined): Cookie['sameSite'] {
  const said = value?.toLowerCase();
  return said === 'strict' || said === 'none' ? said : 'lax';
}

function expiry(attributes: ReadonlyMap<string, string>): number | undefined {
  const maxAge = attributes.get('max-age');
  if (maxAge !== undefined) return Date.now() + Number(maxAge) * 1000;
  const expires = attributes.get('expires');
  return expires === undefined ? undefined : Date.parse(expires);
}

function refuseWhatBrowsersRefuse(cookie: Cookie, url: URL, line: string, hasDomain: boolean): void {
  const faults = [
    hasDomain && 'it names a domain',
    cookie.secure && !isTrustworthy(url) && 'it is secure on a page that is not',
    cookie.sameSite === 'none' && !cookie.secure && 'SameSite=None without Secure',
    cookie.name.startsWith('__Secure-') && !cookie.secure && '__Secure- without Secure',
    cookie.name.startsWith('__Host-') &&
      !(cookie.secure && cookie.path === '/') &&
      '__Host- without its terms',
  ].filter((fault) => fault !== false);
  if (faults.length > 0) throw new Error(`a browser refuses \`${line}\`: ${faults.join(', ')}`);
}

function isTrustworthy(url: URL): boolean {
  return url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

function isSent(cookie: Cookie, { url, method, sender }: Parameters<CookieJar['header']>[0]): boolean {
  if (cookie.host !== url.hostname || !pathMatches(cookie.path, url.pathname)) return false;
  if (cookie.secure && !isTrustworthy(url)) return false;
  if (sender !== 'cross-site' || cookie.sameSite === 'none') return true;
  return cookie.sameSite === 'lax' && ['GET', 'HEAD'].includes(method);
}

/** RFC 6265 section 5.1.4. */
function pathMatches(cookiePath: string, path: string): boolean {
  return path === cookiePath || path.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);
}
