import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchChromium } from '../support/chromium.ts';
import { consolePages } from './console/samples.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { everyPage, frameIn, papillons } from './samples.ts';

interface World {
  browser: Browser;
  server: PageServer;
}

const test = suite<World>('accessible');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const run = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target).join(' ')))`;

/** A page that goes on by itself stays, to be looked at. */
async function openPage(browser: Browser, options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context = await browser.newContext(options);
  await context.addInitScript('HTMLFormElement.prototype.requestSubmit = () => {}');
  return context.newPage();
}

test.before(async (world) => {
  world.server = await startPageServer();
  world.browser = await launchChromium();
});
test.after(async (world) => {
  await world.browser.close();
  await world.server.stop();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Nobody is left out of any page on a small ${colorScheme} phone`, async ({ browser, server }) => {
    const viewport = { width: 320, height: 640 };
    const page = await openPage(browser, { colorScheme, viewport, reducedMotion: 'reduce' });
    for (const name of everyPage('fr').keys()) {
      await page.goto(`${server.origin}/fr/${name}`);
      await page.evaluate(axe);
      assert.equal(await page.evaluate(run), [], name);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(sideways <= 0, `${name} scrolls sideways`);
    }
  });
}

test('Nobody is left out of Réglages in English, on a tablet where rows are a table', async ({
  browser,
  server,
}) => {
  const viewport = { width: 768, height: 900 };
  const page = await openPage(browser, { viewport, reducedMotion: 'reduce' });
  for (const [name] of consolePages(frameIn('en'), papillons)) {
    await page.goto(`${server.origin}/en/${name}`);
    await page.evaluate(axe);
    assert.equal(await page.evaluate(run), [], name);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(sideways <= 0, `${name} scrolls sideways`);
  }
});

test('Nobody scrolls sideways on a small phone enlarged twice, and the code is cut between its groups', async ({
  browser,
  server,
}) => {
  const page = await openPage(browser, { viewport: { width: 160, height: 320 } });
  for (const name of everyPage('fr').keys()) {
    await page.goto(`${server.origin}/fr/${name}`);
    // The type that stands in for ours is wider.
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(sideways <= 0, `${name} scrolls sideways by ${sideways} px`);
  }
  await page.goto(`${server.origin}/fr/waiting`);
  assert.is(await page.innerText('#check-code'), '482 913');
  const lines = await page.evaluate(`(() => {
    const text = document.getElementById('check-code').firstChild;
    const lineOf = (from, to) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size;
    };
    return [lineOf(0, 3), lineOf(4, 7)];
  })()`);
  assert.equal(lines, [1, 1]);
});

test('A very long name never makes a small phone scroll sideways', async ({ browser, server }) => {
  const page = await openPage(browser, { viewport: { width: 320, height: 640 } });
  for (const name of everyPage('fr').keys()) {
    await page.goto(`${server.origin}/long/${name}`);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(sideways <= 0, `${name} scrolls sideways by ${sideways} px`);
  }
});

test.run();
