import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import Koa, { type Context } from 'koa';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Problem } from '../../provider/http/problems.ts';
import { allowReturnTo, requireSameOrigin, securityHeaders } from '../../provider/http/security.ts';

function contextOf(headers: Readonly<Record<string, string>> = {}): Context {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: 'POST', url: '/', headers });
  return new Koa().createContext(request, new ServerResponse(request));
}

async function securedContext(https = true): Promise<Context> {
  const ctx = contextOf();
  await securityHeaders(https)(ctx, async () => {});
  return ctx;
}

/** Name of each directive → its sources. */
const policyOf = (ctx: Context): ReadonlyMap<string, readonly string[]> =>
  new Map(
    String(ctx.response.get('Content-Security-Policy'))
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );

async function formActionAfter(redirectUri: unknown): Promise<readonly string[]> {
  const ctx = await securedContext();
  allowReturnTo(ctx, redirectUri);
  return policyOf(ctx).get('form-action') ?? [];
}

const test = suite('the security of pages');

test('a page runs our own scripts and styles, is framed by nobody, and posts to us alone', async () => {
  const ctx = await securedContext();
  assert.equal([...policyOf(ctx)].filter(([name]) => name !== 'img-src').toSorted(), [
    ['base-uri', ["'none'"]],
    ['connect-src', ["'self'"]],
    ['default-src', ["'none'"]],
    ['font-src', ["'self'"]],
    ['form-action', ["'self'"]],
    ['frame-ancestors', ["'none'"]],
    ['frame-src', ["'self'"]],
    ['script-src', ["'self'"]],
    ['style-src', ["'self'"]],
  ]);
  assert.is(ctx.response.get('X-Content-Type-Options'), 'nosniff');
  assert.is(ctx.response.get('Cache-Control'), 'no-store');
  assert.is(ctx.response.get('Referrer-Policy'), 'same-origin');
});

test('https is promised for a year where it is spoken, and only there', async () => {
  assert.match(
    String((await securedContext(true)).response.get('Strict-Transport-Security')),
    /max-age=31536000/,
  );
  assert.not.ok((await securedContext(false)).response.get('Strict-Transport-Security'));
});

test('what runs behind the headers may change them', async () => {
  const ctx = contextOf();
  await securityHeaders(true)(ctx, async () => ctx.set('Cache-Control', 'public'));
  assert.is(ctx.response.get('Cache-Control'), 'public');
});

for (const [redirectUri, source] of [
  ['https://sdg.amisgest.test/retour?x=1', 'https://sdg.amisgest.test'],
  ['https://sdg.amisgest.test:8443/retour', 'https://sdg.amisgest.test:8443'],
  ['HTTPS://SDG.AMISGEST.TEST/', 'https://sdg.amisgest.test'],
  ['https://éducatrices.test/retour', 'https://xn--ducatrices-96a.test'],
  ['http://127.0.0.1:51004/callback', 'http://127.0.0.1:51004'],
  ['http://localhost:3000/demo/', 'http://localhost:3000'],
  ['http://[::1]:51004/callback', 'http:'],
  ['com.amisgest.mobile:/retour', 'com.amisgest.mobile:'],
  ['com.amisgest.mobile://retour', 'com.amisgest.mobile:'],
  ['https://sylvie:secret@sdg.amisgest.test/', 'https://sdg.amisgest.test'],
] as const) {
  test(`a form that leads back to ${redirectUri} may end at ${source}, and nowhere else`, async () => {
    assert.equal(await formActionAfter(redirectUri), ["'self'", source]);
  });
}

for (const hostile of [
  'https://a.test;script-src%20*',
  "https://a.test;script-src'unsafe-inline'",
  'https://a.test,https://b.test',
  "https://a.test'*'",
  'https://*',
  'https://*.test/',
  '*',
  "'unsafe-inline'",
  'https://a.test\r\nSet-Cookie: a=b/',
  "x;script-src 'unsafe-inline':/retour",
  '//a.test/',
  '',
  'https://',
  undefined,
  null,
  42,
  ['https://a.test'],
  { toString: () => 'https://a.test' },
]) {
  test(`a return to \`${JSON.stringify(hostile)}\` adds no word of its own to the policy`, async () => {
    const ctx = await securedContext();
    allowReturnTo(ctx, hostile);
    const before = policyOf(await securedContext());
    const after = policyOf(ctx);
    assert.equal([...after.keys()], [...before.keys()]);
    for (const [name, sources] of before)
      if (name !== 'form-action') assert.equal(after.get(name), sources, name);
    const added = (after.get('form-action') ?? []).slice(1);
    assert.ok(
      added.every((source) => source.startsWith('https://a.test') && !/[;,'*\s]/.test(source)),
      added.join(' '),
    );
  });
}

test('whatever is asked to return to, one source at most is added, and it is the address’ own', async () => {
  const before = [...policyOf(await securedContext())];
  const special = fc.constantFrom(
    ';',
    ',',
    ' ',
    "'",
    '*',
    '\t',
    '\n',
    '%3b',
    '[',
    ']',
    '@',
    ':',
    '/',
    '\\',
    'é',
  );
  const host = fc
    .array(fc.oneof(special, fc.string({ maxLength: 5 })), { maxLength: 6 })
    .map((all) => all.join(''));
  const scheme = fc.oneof(
    fc.constantFrom('https', 'http', 'com.amisgest.mobile'),
    fc.string({ maxLength: 8 }),
  );
  const address = fc
    .tuple(scheme, fc.constantFrom('://', ':', ':/'), host, fc.string())
    .map((all) => all.join(''));
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(address, fc.webUrl()), async (redirectUri) => {
      const ctx = await securedContext();
      allowReturnTo(ctx, redirectUri);
      const after = [...policyOf(ctx)].map(([name, sources]) => {
        if (name !== 'form-action' || sources.length === 1) return [name, sources];
        allowed += 1;
        assert.is(sources.length, 2);
        const { origin, protocol, hostname } = new URL(redirectUri);
        assert.is(sources[1], origin === 'null' || hostname.startsWith('[') ? protocol : origin);
        return [name, sources.slice(0, 1)];
      });
      assert.equal(after, before);
    }),
    { numRuns: 2000 },
  );
  assert.ok(allowed > 200, 'next to nothing was allowed');
});

const ours = 'https://connexion.amisgest.test';

const matrix: readonly (readonly [headers: Record<string, string>, answer: 'taken' | 'refused'])[] = [
  [{ origin: ours }, 'taken'],
  [{ origin: ours, 'sec-fetch-site': 'same-origin' }, 'taken'],
  [{ 'sec-fetch-site': 'same-origin' }, 'taken'],
  [{}, 'refused'],
  [{ 'sec-fetch-site': 'same-site' }, 'refused'],
  [{ 'sec-fetch-site': 'cross-site' }, 'refused'],
  [{ 'sec-fetch-site': 'none' }, 'refused'],
  [{ 'sec-fetch-site': 'Same-Origin' }, 'refused'],
  [{ origin: 'null' }, 'refused'],
  [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, 'refused'],
  [{ origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' }, 'refused'],
  [{ origin: 'http://connexion.amisgest.test' }, 'refused'],
  [{ origin: `${ours}:444` }, 'refused'],
  [{ origin: `${ours}.evil.test` }, 'refused'],
  [{ origin: `${ours}/` }, 'refused'],
  [{ origin: 'https://amisgest.test' }, 'refused'],
  [{ origin: `${ours}, https://evil.test` }, 'refused'],
  [{ referer: `${ours}/connexion/x` }, 'refused'],
];

for (const [headers, answer] of matrix) {
  test(`a form sent with ${JSON.stringify(headers)} is ${answer}`, () => {
    const send = () => requireSameOrigin(contextOf(headers), ours);
    if (answer === 'taken') assert.not.throws(send);
    else
      assert.throws(
        send,
        (error: unknown) => error instanceof Problem && error.kind === 'wrong-origin' && error.status === 403,
      );
  });
}

test.run();
