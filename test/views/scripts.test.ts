import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchChromium } from '../support/chromium.ts';
import { type PageServer, startPageServer } from './page-server.ts';

interface World {
  browser: Browser;
  server: PageServer;
  page: Page;
  faults: string[];
}

const test = suite<World>('scripts');

test.before(async (world) => {
  world.server = await startPageServer();
  world.browser = await launchChromium();
});
test.before.each(async (world) => {
  world.page = await (await world.browser.newContext({ locale: 'fr-CA' })).newPage();
  world.faults = [];
  world.page.on('pageerror', (error) => world.faults.push(String(error)));
  world.page.on('console', (message) => {
    if (message.type() === 'error' && /policy|refused to/i.test(message.text()))
      world.faults.push(message.text());
  });
});
test.after.each(async (world) => {
  await world.page.context().close();
  assert.equal(world.faults, []);
});
test.after(async (world) => {
  await world.browser.close();
  await world.server.stop();
});

async function waitUntil(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function openWaiting({ page, server }: World): Promise<void> {
  await page.goto(`${server.origin}/fr/waiting`);
  await waitUntil(() => server.listening() === 1);
}

test("Julie's page says that she is authorized, then continues by itself two seconds later", async (world) => {
  const { page, server } = world;
  server.lead('/waiting', '/fr/demo-application');
  await openWaiting(world);
  assert.is(await page.textContent('[role=status]'), '');
  assert.is(await page.isVisible('text=Vérifier maintenant'), false);
  server.tell('pending');
  server.tell('approved');
  await waitUntil(
    async () => (await page.textContent('[role=status]')) === 'C’est autorisé. Amisgest SDG s’ouvre…',
  );
  assert.is(await page.title(), 'C’est autorisé · Cadenas');
  assert.is(await page.textContent('h1'), 'C’est autorisé');
  assert.equal(await page.locator('.step-state').allTextContents(), ['· Fait', '· Fait', '· Fait']);
  assert.is(await page.locator('.step-done').count(), 3);
  for (const gone of ['#check-code', '.why', 'text=Annuler', 'text=Ce n’est pas vous?'])
    assert.is(await page.isVisible(gone), false, gone);
  const said = Date.now();
  await page.waitForURL(`${world.server.origin}/waiting`);
  assert.ok(Date.now() - said > 1500);
  assert.is(await page.textContent('h1'), 'Bonjour Julie Tremblay');
});

test("On Julie's native application, « Ouvrir Amisgest SDG » shows by itself", async (world) => {
  world.server.lead('/waiting', '/fr/waiting-approved-by-hand');
  await openWaiting(world);
  world.server.tell('superseded');
  await world.page.waitForURL(`${world.server.origin}/waiting`);
  assert.is(await world.page.isVisible('text=Ouvrir Amisgest SDG'), true);
});

test('Julie who is refused reads it at once', async (world) => {
  world.server.lead('/waiting', '/fr/waiting-refused');
  await openWaiting(world);
  world.server.tell('refused');
  await world.page.waitForURL(`${world.server.origin}/waiting`, { timeout: 1500 });
  assert.is(await world.page.textContent('h1'), 'Cette connexion n’a pas été autorisée');
});

test('While the server restarts Julie finds « Vérifier maintenant », and her page listens again', async (world) => {
  await openWaiting(world);
  world.server.hangUp();
  await world.page.waitForSelector('text=Vérifier maintenant', { state: 'visible' });
  await waitUntil(() => world.server.listening() === 1);
  await world.page.waitForSelector('text=Vérifier maintenant', { state: 'hidden' });
});

test('A line that is cut is said once, and nothing is left to read once it is back', async (world) => {
  await openWaiting(world);
  const { page } = world;
  assert.match((await page.textContent('.lead')) ?? '', /Cette page continuera toute seule\.$/);
  await page.evaluate(`
    globalThis.said = [];
    new MutationObserver(() => said.push(document.querySelector('[role=status]').textContent))
      .observe(document.querySelector('[role=status]'), { childList: true });
  `);
  world.server.refuse(true);
  world.server.hangUp();
  await waitUntil(async () => world.server.refused() > 1);
  world.server.refuse(false);
  await waitUntil(async () => (await page.textContent('[role=status]')) === '');
  assert.equal(await page.evaluate('said'), [
    'La connexion au serveur est coupée. Cette page réessaie toute seule.',
    '',
  ]);
});

test('Julie comes back to a page that slept, and it listens again', async (world) => {
  await openWaiting(world);
  world.server.hangUp();
  await world.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await waitUntil(() => world.server.listening() === 1);
});

test('A page that was authorized before it opened continues by itself', async (world) => {
  await world.page.goto(`${world.server.origin}/fr/waiting-approved`);
  await world.page.waitForURL('**/continue');
});

test('Julie looks at the password she typed, and it leaves as a password', async ({ page, server }) => {
  await page.goto(`${server.origin}/fr/sign-in`);
  await page.fill('#password', 'Cadenas-2026');
  await page.click('text=Afficher');
  assert.is(await page.getAttribute('#password', 'type'), 'text');
  await page.click('text=Masquer');
  assert.is(await page.getAttribute('#password', 'type'), 'password');
});

test('The error is focused as the page opens', async ({ page, server }) => {
  await page.goto(`${server.origin}/fr/sign-in-mismatch`);
  await waitUntil(() => page.evaluate(() => document.activeElement?.id === 'error'));
});

test('Sylvie types the code as she hears it, with or without spaces', async ({ page, server }) => {
  await page.goto(`${server.origin}/fr/request-code`);
  await page.locator('#code').pressSequentially('48-29 1x37');
  assert.is(await page.inputValue('#code'), '482 913');
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.click('button[value=approve]');
  const body = new URLSearchParams((await sent).postData() ?? '');
  assert.equal(Object.fromEntries(body), {
    shown: 'shown',
    code: '482913',
    scope: 'here',
    duration: 'always',
    until: '',
    answer: 'approve',
  });
});

test('What Sylvie authorizes is said again as she changes whom, where and how long', async ({
  page,
  server,
}) => {
  await page.goto(`${server.origin}/fr/request-session`);
  const summary = page.locator('.scope summary').first();
  assert.match(await summary.innerText(), /· toujours\s+Modifier/);
  await summary.click();
  await page.check('input[value=today]');
  assert.match(await summary.innerText(), /· aujourd’hui seulement\s+Modifier/);
  for (const [scope, said] of [
    ['region', /^Ce que vous autorisez : Julie, avec cet iPad, partout au Québec · aujourd’hui/],
    ['anywhere', /: Julie, avec cet iPad, n’importe où ·/],
    ['person-here', /: Julie, avec n’importe quel appareil, à cet endroit ·/],
    ['team-here', /: toute l’équipe, avec cet iPad, à cet endroit ·/],
    ['here', /: Julie, avec cet iPad, à cet endroit ·/],
  ] as const) {
    await page.check(`input[value=${scope}]`);
    assert.match((await summary.innerText()).replaceAll('\u00a0', ' '), said);
  }
});

test.run();
