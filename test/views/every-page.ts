import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { suite, type Test } from 'uvu';
import * as assert from 'uvu/assert';
import { launchChromium } from '../support/chromium.ts';
import { type PageServer, startPageServer } from './page-server.ts';

export interface World {
  browser: Browser;
  server: PageServer;
}

/** Runs a suite with a browser, and the samples served as the real server serves its pages. */
export function withEveryPage(name: string, add: (test: Test<World>) => void): void {
  const test = suite<World>(name);
  test.before(async (world) => {
    world.server = await startPageServer();
    world.browser = await launchChromium();
  });
  test.after(async (world) => {
    await world.browser.close();
    await world.server.stop();
  });
  add(test);
  test.run();
}

/** A page that goes on by itself stays, to be looked at. */
export async function openPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  await context.addInitScript('HTMLFormElement.prototype.requestSubmit = () => {}');
  return context.newPage();
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const run = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target).join(' ')))`;

/** WCAG 2.2 A and AA as far as axe sees. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(run);
}

/** No violation, and nothing beside the screen. */
export async function leavesNobodyOut(page: Page, address: string): Promise<void> {
  await page.goto(address);
  assert.equal(await violationsOn(page), [], address);
  await staysWithin(page, address);
}

export async function staysWithin(page: Page, address: string): Promise<void> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(sideways <= 0, `${address} scrolls sideways by ${sideways} px`);
}
