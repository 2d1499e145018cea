import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import Koa, { type Context } from 'koa';
import mount from 'koa-mount';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { frameOf, languageOf } from '../../provider/http/frame.ts';

interface Visit {
  readonly url?: string;
  readonly cookie?: string;
  readonly accept?: string;
  readonly method?: 'GET' | 'POST';
}

function visit({ url = '/aide', cookie, accept, method = 'GET' }: Visit): Context {
  const request = new IncomingMessage(new Socket());
  const headers = {
    ...(cookie !== undefined && { cookie: `cadenas_language=${cookie}` }),
    ...(accept !== undefined && { 'accept-language': accept }),
  };
  Object.assign(request, { method, url, headers });
  return new Koa().createContext(request, new ServerResponse(request));
}

const cookiesOf = (ctx: Context): readonly string[] =>
  [ctx.response.get('Set-Cookie')].flat().filter((one) => one);

const test = suite('the language and the frame of a page');

test('a browser that says nothing reads French', () => assert.is(languageOf(visit({})), 'fr'));

for (const [accept, language] of [
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-CA,en;q=0.9,fr;q=0.8', 'en'],
  ['en', 'en'],
  ['EN-us', 'en'],
  ['fr;q=0.3, en;q=0.7', 'en'],
  ['en;q=0, fr;q=0.1', 'fr'],
  ['es-MX,es;q=0.9', 'fr'],
  ['es-MX,es;q=0.9,en;q=0.5', 'en'],
  ['*', 'fr'],
  ['', 'fr'],
  [';;;,q=1', 'fr'],
] as const) {
  test(`Nadia’s browser prefers \`${accept}\`: she reads ${language}`, () => {
    assert.is(languageOf(visit({ accept })), language);
  });
}

test('what the application asked goes before what the browser prefers', () => {
  assert.is(languageOf(visit({ accept: 'fr' }), 'en'), 'en');
  assert.is(languageOf(visit({ accept: 'en' }), 'fr-CA'), 'fr');
});

for (const [uiLocales, language] of [
  ['en-CA fr-CA', 'en'],
  ['es en', 'en'],
  ['es pt', 'fr'],
  ['', 'fr'],
  ['EN-CA', 'en'],
  ['fr-CA', 'fr'],
] as const) {
  test(`an application that asks for \`${uiLocales}\` gets ${language}`, () => {
    assert.is(languageOf(visit({}), uiLocales), language);
  });
}

for (const uiLocales of ['enm', 'fro', 'frr', 'eng']) {
  test(`\`${uiLocales}\` is neither French nor English: the browser’s preference holds`, () => {
    assert.is(languageOf(visit({ accept: 'fr' }), uiLocales), 'fr');
    assert.is(languageOf(visit({ accept: 'en' }), uiLocales), 'en');
  });
}

test('an application that asks for something that is no text asks for nothing', () => {
  for (const uiLocales of [undefined, null, 42, ['en'], { 0: 'en' }])
    assert.is(languageOf(visit({}), uiLocales), 'fr');
});

test('what Nadia chose here goes before what the application asks', () => {
  assert.is(languageOf(visit({ cookie: 'en' }), 'fr'), 'en');
  assert.is(languageOf(visit({ cookie: 'fr', accept: 'en' }), 'en'), 'fr');
  assert.is(languageOf(visit({ cookie: 'es', accept: 'en' })), 'en');
});

test('`?lang` goes before everything, and is remembered for a year', () => {
  const ctx = visit({ url: '/aide?lang=en', cookie: 'fr', accept: 'fr' });
  assert.is(languageOf(ctx, 'fr'), 'en');
  const [cookie = ''] = cookiesOf(ctx);
  assert.match(cookie, /^cadenas_language=en; path=\/; expires=.*; samesite=lax; httponly$/i);
  const expires = Date.parse(/expires=([^;]+)/i.exec(cookie)?.[1] ?? '');
  assert.ok(Math.abs(expires - Date.now() - 365 * 24 * 60 * 60_000) < 60_000, cookie);
});

test('a `?lang` that is no language of ours is neither obeyed nor remembered', () => {
  for (const query of ['lang=es', 'lang=', 'lang=EN%0d%0aSet-Cookie:x', 'lang=en&lang=fr', 'lang[]=en']) {
    const ctx = visit({ url: `/aide?${query}`, accept: 'fr' });
    assert.is(languageOf(ctx), 'fr', query);
    assert.equal(cookiesOf(ctx), [], query);
  }
});

test('reading a page writes no cookie', () => {
  const ctx = visit({ cookie: 'en', accept: 'fr' });
  languageOf(ctx, 'en');
  assert.equal(cookiesOf(ctx), []);
});

/** Where a browser goes from the page at this address when the other language is chosen. */
const otherOf = (ctx: Context, address: string): URL =>
  new URL(frameOf(ctx, false).otherLanguageHref, new URL(address, 'https://connexion.amisgest.test'));

test('the other language is the same page, its question kept', () => {
  for (const url of ['/aide', '/aide?lang=fr', '/connexion/x?a=1&b=%26&lang=fr']) {
    const other = otherOf(visit({ url }), url);
    assert.is(other.pathname, url.split('?')[0]);
    assert.is(other.searchParams.get('lang'), 'en');
    assert.is(other.searchParams.getAll('lang').length, 1);
    assert.is(other.searchParams.get('b'), url.includes('b=') ? '&' : null);
  }
  assert.is(otherOf(visit({ accept: 'en' }), '/aide').searchParams.get('lang'), 'fr');
});

test('from the answer to a form, the other language leads to where the form was filled in', () => {
  for (const [url, page] of [
    ['/reglages/personnes/julie/acces?retour=x', '/reglages/personnes/julie'],
    ['/reglages/personnes/julie/deplacer', '/reglages/personnes/julie'],
    ['/reglages/endroits/nouveau', '/reglages/endroits/nouveau'],
    ['/reglages/demandes/repondre', '/reglages'],
    ['/demandes/4f/annuler', '/demandes/4f'],
  ] as const) {
    const other = otherOf(visit({ url, method: 'POST' }), url);
    assert.is(other.pathname, page);
    assert.is(other.searchParams.get('lang'), 'en');
    assert.is(other.searchParams.get('retour'), url.includes('retour') ? 'x' : null);
  }
});

test('the other language of a page behind a mounted part is that page too', async () => {
  const app = new Koa();
  const seen: string[] = [];
  app.use(
    mount('/realms/amisgest', (ctx: Context) => {
      seen.push(otherOf(ctx, '/realms/amisgest/protocol/openid-connect/auth?x=1').pathname);
      ctx.status = 204;
    }),
  );
  const ctx = visit({ url: '/realms/amisgest/protocol/openid-connect/auth?x=1' });
  await app.callback()(ctx.req, ctx.res);
  assert.equal(seen, ['/realms/amisgest/protocol/openid-connect/auth']);
});

test('the other language never leads to another site, whatever the address', () => {
  const part = fc.constantFrom(
    '/',
    '//',
    '\\',
    'evil.test',
    '@',
    ':',
    '.',
    '..',
    '%2f',
    '?',
    '#',
    'aide',
    'http:',
  );
  const path = fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join('')}`);
  fc.assert(
    fc.property(
      fc.oneof(
        path,
        fc.webPath().map((rest) => `/${rest}`),
      ),
      (url) => {
        const page = new URL(`https://connexion.amisgest.test${url.split('#')[0]}`);
        const { otherLanguageHref } = frameOf(visit({ url }), false);
        assert.is(new URL(otherLanguageHref, page).origin, page.origin, `${url} → ${otherLanguageHref}`);
      },
    ),
    { numRuns: 2000, examples: [['//evil.test/'], ['/\\evil.test/']] },
  );
});

test('a frame says whether this is the demonstration', () => {
  assert.equal([frameOf(visit({}), true).demo, frameOf(visit({}), false).demo], [true, false]);
});

test.run();
