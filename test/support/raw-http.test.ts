import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { suite } from 'uvu';
import { equal, is, match, throws, unreachable } from 'uvu/assert';
import { cookieJar } from './cookies.ts';
import { formsOf, wordsOf, wordsOfId } from './forms.ts';
import { freePort } from './free-port.ts';
import { rawBrowser } from './raw-http.ts';

interface Seen {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const raw = suite<{ site: Server; url: string; seen: Seen[] }>('raw HTTP');

const signIn = `<!doctype html><h1>Connexion</h1>
<form method="post" action="/entrer?a=1&amp;b=2">
  <input type="hidden" name="csrf" value="&quot;é&quot;">
  <label>Courriel <input name="username" autocomplete="username" required></label>
  <input type="password" name="password">
  <input type="radio" name="until" value="always" checked><input type="radio" name="until" value="today">
  <input type="checkbox" name="sure"><input name="gone" value="x" disabled>
  <select name="site"><option value="1">Un</option><option value="2" selected>Deux</option></select>
  <textarea name="note">a &amp; b</textarea>
  <button name="answer" value="yes">Oui, <b>entrer</b></button>
  <button name="answer" value="no" formaction="/sortir">Non</button>
</form>`;

const routes: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/': (response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(signIn),
  '/quiet': (response) =>
    response.setHeader('referrer-policy', 'no-referrer').setHeader('content-type', 'text/html').end(signIn),
  '/entrer': (response) =>
    response
      .setHeader('set-cookie', ['session=1; Path=/; HttpOnly; SameSite=Lax', 'here=2; Path=/deep'])
      .writeHead(303, { location: '/deep/two' })
      .end(),
  '/deep/two': (response) => response.writeHead(302, { location: 'https://app.test/callback?code=1' }).end(),
};

raw.before.each(async (context) => {
  const port = await freePort();
  const seen: Seen[] = [];
  context.seen = seen;
  context.url = `http://localhost:${port}`;
  context.site = createServer(async (request, response) => {
    const body = await request.toArray();
    seen.push({ line: `${request.method} ${request.url}`, headers: request.headers, body: body.join('') });
    const route = routes[new URL(request.url ?? '/', context.url).pathname];
    if (route) route(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => context.site.listen(port, resolve));
});
raw.after.each(({ site }) => {
  site.closeAllConnections();
  site.close();
});

raw('Julie fills the form in, presses a button and is led to the door of the app', async ({ url, seen }) => {
  const julie = rawBrowser();
  const page = await julie.get(`${url}/`);
  const fill = { username: 'julie.tremblay@papillons.test', password: 'secret', until: 'today' };
  const answer = await julie.submit(page, { fill, press: 'Oui' });
  const end = await julie.follow(answer, (next) => next.host === 'app.test');
  equal([answer.status, end.location], [303, 'https://app.test/callback?code=1']);
  equal(
    seen.map(({ line }) => line),
    ['GET /', 'POST /entrer?a=1&b=2', 'GET /deep/two'],
  );
  equal(Object.fromEntries(new URLSearchParams(seen[1]?.body)), {
    csrf: '"é"',
    username: 'julie.tremblay@papillons.test',
    password: 'secret',
    until: 'today',
    site: '2',
    note: 'a & b',
    answer: 'yes',
  });
  equal(
    seen.map(({ headers }) => [headers.origin, headers['sec-fetch-site'], headers['sec-fetch-mode']]),
    [
      [undefined, 'none', 'navigate'],
      [url, 'same-origin', 'navigate'],
      [undefined, 'same-origin', 'navigate'],
    ],
  );
  equal(
    seen.map(({ headers }) => headers.cookie),
    [undefined, undefined, 'here=2; session=1'],
  );
  is(seen[0]?.headers['accept-language'], 'fr-CA,fr;q=0.9');
});

raw('what the form does not have cannot be filled or pressed', async ({ url }) => {
  const julie = rawBrowser();
  const page = await julie.get(`${url}/`);
  const expectFailure = (sending: Promise<unknown>, words: string) =>
    sending.then(
      () => unreachable(),
      (error) => match(error.message, words),
    );
  await expectFailure(julie.submit(page, { fill: { gone: 'y' } }), 'no field `gone`');
  await expectFailure(julie.submit(page, { press: 'Peut-être' }), 'it has « Oui, entrer », « Non »');
  await expectFailure(
    julie.submit(page, {}, () => false),
    'no such form',
  );
});

raw('a button may send the form elsewhere; HEAD brings no body', async ({ url, seen }) => {
  const julie = rawBrowser();
  await julie.submit(await julie.get(`${url}/`), { press: 'no' });
  const head = await julie.head(`${url}/`);
  equal([head.status, head.text, head.forms], [200, '', []]);
  equal(
    seen.map(({ line }) => line),
    ['GET /', 'POST /sortir', 'HEAD /'],
  );
});

raw('a page that hides where it is sends the Origin `null`, as browsers do', async ({ url, seen }) => {
  const julie = rawBrowser();
  await julie.submit(await julie.get(`${url}/quiet`));
  is(seen[1]?.headers.origin, 'null');
});

raw("a form on someone else's page carries their Origin and no Lax cookie", async ({ url, seen }) => {
  const julie = rawBrowser();
  await julie.post(`${url}/entrer`, {});
  await julie.post(`${url}/entrer`, { a: '1' }, { from: 'https://evil.test' });
  await julie.get(`${url}/`, { from: 'https://evil.test' });
  equal(
    seen.map(({ headers }) => [headers.origin, headers['sec-fetch-site'], headers.cookie]),
    [
      [url, 'same-origin', undefined],
      ['https://evil.test', 'cross-site', undefined],
      [undefined, 'cross-site', 'session=1'],
    ],
  );
});

raw('behind a proxy, the public address is https and the server on loopback', async ({ url, seen }) => {
  const julie = rawBrowser({ via: { 'https://connexion.test': url } });
  const answer = await julie.get('https://connexion.test/?a=1');
  is(answer.forms[0]?.action, 'https://connexion.test/entrer?a=1&b=2');
  const { host, 'x-forwarded-proto': scheme } = seen[0]?.headers ?? {};
  equal([seen[0]?.line, host, scheme], ['GET /?a=1', 'connexion.test', 'https']);
});

raw.run();

const cookies = suite('cookies');
const page = new URL('https://connexion.test/realms/amisgest/auth');
const ask = (path: string) => ({
  url: new URL(path, page),
  method: 'GET',
  sender: 'typed' as const,
});

cookies('go where their path says, and are replaced, expired and forgotten', () => {
  const jar = cookieJar();
  jar.take(page, ['a=1; Path=/realms', 'b=2', 'c=3; Path=/; Max-Age=60', 'd=4; Path=/; Max-Age=0']);
  is(jar.header(ask('/realms/amisgest/auth')), 'b=2; a=1; c=3');
  is(jar.header(ask('/realmsx')), 'c=3');
  is(jar.header({ ...ask('/realms'), url: new URL('https://elsewhere.test/realms') }), '');
  jar.take(page, ['a=; Path=/realms; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'b=5']);
  is(jar.header(ask('/realms/amisgest/auth')), 'b=5; c=3');
  jar.endSession();
  is(jar.header(ask('/realms/amisgest/auth')), 'c=3');
  jar.forget('c');
  equal(jar.all(), []);
});

cookies('that a browser refuses fail the test', () => {
  const plain = new URL('http://connexion.test/');
  throws(() => cookieJar().take(plain, ['a=1; Secure']), 'secure on a page that is not');
  throws(() => cookieJar().take(page, ['__Host-a=1; Secure; Path=/realms']), '__Host-');
  throws(() => cookieJar().take(page, ['a=1; SameSite=None']), 'SameSite=None');
  throws(() => cookieJar().take(page, ['a=1; Domain=connexion.test']), 'domain');
  cookieJar().take(page, ['__Host-a=1; Secure; Path=/; SameSite=None']);
});

cookies.run();

const words = suite('words of a page');

words('are what a person reads', () => {
  const html =
    '<head><title>t</title></head><h1>Bonjour,\n Zo&#xe9;&nbsp;!</h1><p id="check-code">042 <b>917</b></p>';
  is(wordsOf(html), 'Bonjour, Zoé\u00a0! 042 917');
  is(wordsOfId(html, 'check-code'), '042 917');
  is(wordsOfId(html, 'nothing'), undefined);
});

words('a form without action or method goes back to its page', () => {
  const [form] = formsOf('<form><button>Vérifier maintenant</button></form>', page.href);
  equal([form?.action, form?.method, form?.buttons[0]?.words], [page.href, 'GET', 'Vérifier maintenant']);
});

words.run();
