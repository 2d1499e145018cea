import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isOwnPath } from '../../../provider/console/sessions.ts';
import { postedFrom } from '../../../provider/http/posted-from.ts';

const test = suite('the way back to a page of the console');

test('every form of the console was filled in on a page that can be asked for', async () => {
  const source = await readFile(new URL('../../../provider/console/index.ts', import.meta.url), 'utf8');
  const routesOf = (method: string) =>
    [...source.matchAll(new RegExp(`\\.${method}\\('([^']+)'`, 'g'))].map(
      ([, path = '']) => `/reglages${path.replaceAll(/:(\w+)/g, 'an-$1')}`,
    );
  const pages = routesOf('get').map((path) => path.replace(/\/$/, ''));
  const posted = routesOf('post');
  assert.ok(posted.length > 20 && pages.length > 15);
  for (const path of posted) assert.ok(pages.includes(postedFrom(path)), `${path} → ${postedFrom(path)}`);
});

test('a page that takes its own form stays that page, and nothing outside the console is touched', () => {
  for (const path of [
    '/reglages/endroits/nouveau',
    '/demandes/abc',
    '/connexion/x/annuler',
    '//x.test/acces',
  ])
    assert.is(postedFrom(path), path);
  assert.is(postedFrom('/demandes/abc/annuler'), '/demandes/abc');
});

test('Sylvie comes back to her page as she had asked for it', () => {
  for (const address of [
    '/reglages',
    '/reglages/',
    '/reglages/connexions?period=7-days&search=gir%C3%A9+x&only=to-check',
    '/reglages/personnes/x?retour=%2Freglages%2Fconnexions%3Fperiod%3Dall',
    '/demandes/4f?lang=en',
  ])
    assert.ok(isOwnPath(address), address);
});

test('no address leads her to anybody else’s page', () => {
  for (const address of [
    'https://evil.test/reglages',
    '//evil.test/reglages',
    '/\\evil.test',
    '/reglages@evil.test',
    '/reglages.evil.test',
    '/reglages//evil.test',
    '/reglages/..//evil.test',
    '/reglages/../logout',
    '/reglages\\..\\x',
    '/reglages/%2f%2fevil.test',
    '/reglages?x=1\r\nSet-Cookie: a=b',
    '/reglages?x=1\n',
    '/reglages?x=//evil.test',
    '/reglages?x=\\evil',
    '/reglages#x',
    '/reglages?x=<svg>',
    'javascript:alert(1)',
    ' /reglages',
    `/reglages?x=${'a'.repeat(2000)}`,
    '/reglagesevil',
    '',
  ])
    assert.not.ok(isOwnPath(address), JSON.stringify(address));
});

test('whatever passes for an own page stays on this site', () => {
  const part = fc.constantFrom(
    '/',
    '//',
    '\\',
    '?',
    '#',
    '@',
    ':',
    '.',
    '..',
    '%2f',
    '%0a',
    'evil.test',
    'x',
    '&=',
  );
  const address = fc
    .tuple(fc.constantFrom('/reglages', '/demandes', '/', ''), fc.array(part, { maxLength: 8 }))
    .map(([start, parts]) => start + parts.join(''));
  fc.assert(
    fc.property(address, (text) => {
      const own = new URL('https://connexion.amisgest.test');
      if (!isOwnPath(text)) return;
      const led = new URL(text, own);
      assert.is(led.origin, own.origin, text);
      assert.match(led.pathname, /^\/(reglages|demandes)/);
    }),
    { numRuns: 5000 },
  );
});

test.run();
