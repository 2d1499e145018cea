import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchChromium } from '../../support/chromium.ts';
import { type PageServer, startPageServer } from '../page-server.ts';

interface World {
  browser: Browser;
  server: PageServer;
  page: Page;
  faults: string[];
}

const test = suite<World>('circle on the map');

test.before(async (world) => {
  world.server = await startPageServer();
  world.browser = await launchChromium();
});
test.before.each(async (world) => {
  const context = await world.browser.newContext({ locale: 'fr-CA', viewport: { width: 768, height: 900 } });
  world.page = await context.newPage();
  world.faults = [];
  world.page.on('pageerror', (error) => world.faults.push(String(error)));
  world.page.on('console', (message) => {
    if (/policy|refused to/i.test(message.text())) world.faults.push(message.text());
  });
});
test.after.each(async (world) => {
  await world.page.context().close();
  assert.equal(world.faults.splice(0), []);
});
test.after(async (world) => {
  await world.browser.close();
  await world.server.stop();
});

const centre = async (page: Page) => [
  Number(await page.inputValue('[name=latitude]')),
  Number(await page.inputValue('[name=longitude]')),
];
const drawn = async (page: Page, name: string) => Number(await page.getAttribute('.map-chosen', name));

test('Sylvie touches the map: the circle stands where she touched, and the fields say where that is', async ({
  page,
  server,
}) => {
  await page.goto(`${server.origin}/fr/circle-found`);
  const box = await page.locator('.circle-map').boundingBox();
  if (box === null) throw new Error('no map');
  const [north = 0, east = 0] = await centre(page);
  await page.mouse.click(box.x + box.width * 0.75, box.y + box.height * 0.25);
  const [later = 0, further = 0] = await centre(page);
  assert.ok(later > north && further > east);
  assert.ok(Math.abs((await drawn(page, 'cx')) / 640 - 0.75) < 0.01);
  assert.ok(Math.abs((await drawn(page, 'cy')) / 420 - 0.25) < 0.01);
  // A quarter of a map that is 10 km wide.
  assert.ok(Math.abs((further - east) * 111.2 * Math.cos((north * Math.PI) / 180) - 2.5) < 0.1);
});

test('Sylvie drags the centre, and the circle follows', async ({ page, server }) => {
  await page.goto(`${server.origin}/fr/circle-found`);
  const handle = await page.locator('.circle-handle').boundingBox();
  if (handle === null) throw new Error('no handle');
  const [north = 0] = await centre(page);
  await page.mouse.move(handle.x + 22, handle.y + 22);
  await page.mouse.down();
  await page.mouse.move(handle.x + 22, handle.y + 82, { steps: 4 });
  await page.mouse.up();
  const [later = 0] = await centre(page);
  assert.ok(later < north - 0.005);
  const moved = await page.locator('.circle-handle').boundingBox();
  assert.ok(moved !== null && Math.abs(moved.y - handle.y - 60) < 2);
});

test('With the keyboard alone, arrows move the centre by small steps and the range changes the radius', async ({
  page,
  server,
}) => {
  await page.goto(`${server.origin}/fr/circle-found`);
  await page.getByRole('button', { name: /Les flèches du clavier le déplacent/ }).focus();
  const [north = 0, east = 0] = await centre(page);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  const [later = 0, further = 0] = await centre(page);
  assert.ok(Math.abs((later - north) * 111_195 - 30) < 2);
  assert.ok(further > east);
  await page.keyboard.press('Shift+ArrowDown');
  assert.ok(((await centre(page))[0] ?? 0) < north);
  const radius = await drawn(page, 'r');
  await page.getByRole('slider', { name: 'Rayon' }).focus();
  await page.keyboard.press('ArrowRight');
  assert.is(await page.inputValue('[name=radius]'), '310');
  assert.ok((await drawn(page, 'r')) > radius);
});

test('A radius that is typed is drawn at once', async ({ page, server }) => {
  await page.goto(`${server.origin}/fr/circle-found`);
  const radius = await drawn(page, 'r');
  await page.fill('[name=radius]', '600');
  assert.ok(Math.abs((await drawn(page, 'r')) / radius - 2) < 0.01);
});

test('Nothing is chosen for Sylvie: until she touches the map there is no circle and no centre', async ({
  page,
  server,
}) => {
  await page.goto(`${server.origin}/fr/circle-empty`);
  assert.is(await page.inputValue('[name=latitude]'), '');
  assert.is(await drawn(page, 'r'), 0);
  await page.locator('.circle-map').click({ position: { x: 100, y: 100 } });
  assert.match(await page.inputValue('[name=latitude]'), /^45\.\d{5}$/);
  assert.ok((await drawn(page, 'r')) > 0);
});

test('« Trouver » asks the page again with what is typed, by GET, and posts nothing', async ({
  page,
  server,
}) => {
  await page.goto(`${server.origin}/fr/circle-empty`);
  server.lead('/draw', '/fr/circle-found');
  await page.fill('[name=address]', 'Longueuil J4K 1A1');
  await page.click('text=Trouver');
  await page.waitForURL(/\/draw\?/);
  const asked = new URL(page.url()).searchParams;
  assert.equal(
    [asked.get('address'), asked.get('find'), asked.get('radius')],
    ['Longueuil J4K 1A1', 'address', '300'],
  );
  assert.match(
    (await page.textContent('.circle-found')) ?? '',
    /trouvé Longueuil \(Québec\)\s: précision d’environ 7\skm/,
  );
  assert.equal(server.posted('/draw'), []);
});

test('Without scripts, Sylvie moves the centre by buttons, and no control is there that does nothing', async ({
  browser,
  server,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${server.origin}/fr/circle-found`);
  for (const dead of ['.circle-handle', '.circle-range', '.circle-touch'])
    assert.is(await page.isVisible(dead), false, dead);
  assert.ok((await drawn(page, 'r')) > 0);
  server.lead('/draw', '/fr/circle-found');
  await page.click('button[name=move][value=north]');
  await page.waitForURL(/\/draw\?/);
  const asked = new URL(page.url()).searchParams;
  assert.equal([asked.get('move'), asked.get('latitude')], ['north', '45.5152']);
  await page.context().close();
});

test.run();
