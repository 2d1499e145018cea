import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchChromium } from '../../support/chromium.ts';
import { until } from '../../support/until.ts';
import { type PageServer, startPageServer } from '../page-server.ts';

interface World {
  browser: Browser;
  server: PageServer;
  page: Page;
}

const test = suite<World>('console scripts');
const halfAMinute = 30_000;

test.before(async (world) => {
  world.browser = await launchChromium();
});
test.before.each(async (world) => {
  world.server = await startPageServer();
  world.page = await world.browser.newPage({ locale: 'fr-CA' });
});
test.after.each(async (world) => {
  await world.page.close();
  await world.server.stop();
});
test.after((world) => world.browser.close());

const status = (page: Page) => page.innerText('[role=status]');

async function openAt(page: Page, address: string): Promise<void> {
  await page.clock.install();
  await page.goto(address);
}

test('Sylvie is told of new attempts while no row moves, once for each number', async ({ page, server }) => {
  await openAt(page, `${server.origin}/fr/connections`);
  const rows = await page.innerText('tbody');
  assert.is(await page.isVisible('[role=status]'), false);
  await page.clock.runFor(halfAMinute);
  await until(() => server.news.asked === 1);
  server.news.count = 1;
  await page.clock.runFor(halfAMinute);
  await page.waitForSelector('text=Une nouvelle tentative – Afficher');
  server.news.count = 2;
  await page.clock.runFor(halfAMinute);
  await page.waitForSelector('text=2 nouvelles tentatives – Afficher');
  assert.is(await page.innerText('tbody'), rows);
  assert.is(await page.getAttribute('[role=status] a', 'href'), `${server.origin}/fr/connections`);
});

test('From a page of older lines « Afficher » leads to the first ones', async ({ page, server }) => {
  server.news.count = 3;
  await openAt(page, `${server.origin}/fr/connections-second`);
  await page.clock.runFor(halfAMinute);
  await page.waitForSelector('text=3 nouvelles tentatives');
  assert.is(await page.getAttribute('[role=status] a', 'href'), '/reglages/connexions?period=all');
});

test('News that do not come, because the session is over, are nobody’s error', async ({ page, server }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.route('**/news', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Connexion</h1>' }),
  );
  await openAt(page, `${server.origin}/fr/connections`);
  const answered = page.waitForResponse('**/news');
  await page.clock.runFor(halfAMinute);
  await (await answered).finished();
  assert.is(await status(page), '');
  assert.equal(faults, []);
});

test('A menu filters as it is changed; the search goes with Enter', async ({ page, server }) => {
  server.lead('/reglages/connexions', '/fr/connections-second');
  await page.goto(`${server.origin}/fr/connections`);
  await page.selectOption('#period', 'today');
  await page.waitForURL('**/reglages/connexions?application=all&period=today&search=');
  await page.fill('#search', 'Côté');
  await page.press('#search', 'Enter');
  await page.waitForURL(
    '**/reglages/connexions?application=amisgest-mobile&period=all&search=C%C3%B4t%C3%A9',
  );
});

test('With a keyboard a menu is gone through in peace, and « Afficher » sends it', async ({
  page,
  server,
}) => {
  server.lead('/reglages/connexions', '/fr/connections-second');
  await page.goto(`${server.origin}/fr/connections`);
  await page.focus('#period');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  assert.match(page.url(), /\/fr\/connections$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/reglages/connexions?**');
});

test('By keyboard alone Sylvie ticks a line and authorizes it', async ({ page, server }) => {
  await page.goto(`${server.origin}/fr/person`);
  await page.focus('input[name=c1]');
  await page.keyboard.press('Space');
  await page.focus('button[value=authorize]');
  await page.keyboard.press('Enter');
  await until(() => server.posted('/reglages/personnes/1/connexions').length === 1);
  const [form] = server.posted('/reglages/personnes/1/connexions');
  assert.equal([form?.get('c1'), form?.get('move')], ['not-authorized', 'authorize']);
});

test('What was done is focused as the page opens', async ({ page, server }) => {
  await page.goto(`${server.origin}/fr/person-authorized`);
  await until(() => page.evaluate(() => document.activeElement?.id === 'result'));
});

test('The padlock turns closed under the finger, and a card leads to its person', async ({
  page,
  server,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${server.origin}/fr/closing`);
  const turned = () =>
    page.evaluate(
      () => getComputedStyle(document.querySelector('main > .emblem .shackle') as Element).transform,
    );
  assert.is.not(await turned(), 'none');
  await page.hover('.closes');
  await until(async () => (await turned()) === 'none');
  await page.goto(`${server.origin}/fr/connections`);
  await page.click('text=Sherbrooke', { force: true });
  await page.waitForURL('**/reglages/personnes/2');
});

test.run();
