import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { assetHref, assets } from '../../views/index.ts';

test('Every asset is kept under a name that its content decides', () => {
  for (const path of assets.keys())
    assert.match(path, /^\/assets\/[a-z0-9-]+\.[0-9a-f]{8}\.(css|js|svg|woff2)$/);
  assert.is(assets.get(assetHref('icon.svg'))?.type, 'image/svg+xml');
});

test('The style sheet names nothing that this server does not serve', () => {
  const css = assets.get(assetHref('style.css'))?.body.toString('utf8') ?? '';
  const urls = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1] ?? '');
  assert.is(urls.length, 4);
  for (const url of urls) assert.ok(assets.has(url), url);
  assert.not.match(css, /@import|https?:/);
});

test('A developer who mistypes the name of an asset is told at once', () => {
  assert.throws(() => assetHref('sytle.css'), /no asset is named `sytle\.css`/);
});

test.run();
