import type { Browser, BrowserContext, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchChromium } from '../../support/chromium.ts';
import { type PageServer, startPageServer } from '../page-server.ts';

interface World {
  browser: Browser;
  server: PageServer;
}

const test = suite<World>('all places, by keyboard and by thumb');

test.before(async (world) => {
  world.browser = await launchChromium();
  world.server = await startPageServer();
});
test.after(async (world) => {
  await world.browser.close();
  await world.server.stop();
});

const phone = { width: 360, height: 740 };

async function open(
  { browser, server }: World,
  name: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ locale: 'fr-CA', ...options });
  const page = await context.newPage();
  await page.goto(`${server.origin}/fr/${name}`);
  return { page, context };
}

/** What a form posted, and nothing of it reaches the server of samples. */
async function postedBy(page: Page, act: () => Promise<void>): Promise<URLSearchParams> {
  const posted = Promise.withResolvers<string>();
  await page.route('**/reglages/endroits/deplacer', async (route) => {
    posted.resolve(route.request().postData() ?? '');
    await route.fulfill({ status: 204 });
  });
  await act();
  return new URLSearchParams(await posted.promise);
}

const focused = (page: Page) =>
  page.evaluate<string>(
    `(document.activeElement?.getAttribute('value') ?? document.activeElement?.id ?? '') + ''`,
  );

async function tabTo(page: Page, value: string): Promise<void> {
  for (let times = 0; times < 80; times += 1) {
    if ((await focused(page)) === value) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach \`${value}\``);
}

test('Sylvie ticks a line and authorizes it with the keyboard alone', async (world) => {
  const { page, context } = await open(world, 'places');
  await tabTo(page, 'shown of 24.48.0.17');
  await page.keyboard.press('Space');
  await tabTo(page, 'authorize');
  const posted = await postedBy(page, () => page.keyboard.press('Enter'));
  assert.is(posted.get('move'), 'authorize');
  assert.is(posted.get('ligne-24.48.0.17'), 'shown of 24.48.0.17');
  assert.equal(
    [...posted.keys()].filter((name) => name.startsWith('ligne-')),
    ['ligne-24.48.0.17'],
  );
  await context.close();
});

test('the result has the focus, and its undo is the next stop', async (world) => {
  const { page, context } = await open(world, 'places-authorized');
  // Chromium gives the focus once it has drawn the page.
  await page.waitForFunction(`document.activeElement?.id === 'result'`);
  await page.keyboard.press('Tab');
  assert.is(await page.evaluate(`document.activeElement.textContent`), 'Annuler');
  await context.close();
});

test('on a phone the lists are tabs that need no script, and what was ticked stays ticked', async (world) => {
  const { page, context } = await open(world, 'places', { viewport: phone, javaScriptEnabled: false });
  assert.equal(await visible(page), ['non-autorises']);
  await page.locator('input[value="shown of 24.48.0.17"]').check();
  await page.getByRole('link', { name: 'Autorisés (2)', exact: true }).click();
  assert.equal(await visible(page), ['autorises']);
  assert.not.ok(await page.getByRole('button', { name: 'Tout autoriser (2)' }).isVisible());
  assert.ok(await page.getByRole('button', { name: 'Tout retirer (2)' }).isVisible());
  await page.getByRole('link', { name: 'Non autorisés (3)' }).click();
  assert.equal(await visible(page), ['non-autorises']);
  assert.ok(await page.locator('input[value="shown of 24.48.0.17"]').isChecked());
  await context.close();
});

const visible = async (page: Page): Promise<readonly string[]> => {
  const ids = ['non-autorises', 'autorises'];
  const shown = await Promise.all(ids.map((id) => page.locator(`#${id}`).isVisible()));
  return ids.filter((_, index) => shown[index]);
};

test('side by side where there is room, both on paper', async (world) => {
  const { page, context } = await open(world, 'places', { viewport: { width: 768, height: 900 } });
  assert.equal(await visible(page), ['non-autorises', 'autorises']);
  const [left, right] = await Promise.all(
    ['#non-autorises', '#autorises'].map((id) => page.locator(id).boundingBox()),
  );
  assert.ok(left && right && left.x + left.width < right.x);
  await page.setViewportSize(phone);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await visible(page), ['non-autorises', 'autorises']);
  await context.close();
});

test('however long the list, its buttons are in sight on a phone and hide nothing that has the focus', async (world) => {
  const { page, context } = await open(world, 'places-many', { viewport: phone });
  await page.locator('input[value="shown of n3"]').focus();
  for (let times = 0; times < 30; times += 1) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate<string>(`(() => {
      const active = document.activeElement;
      if (!active.closest('.list')) return '';
      const box = active.getBoundingClientRect();
      const bar = document.querySelector('.arrows').getBoundingClientRect();
      return box.top >= bar.top ? active.outerHTML : '';
    })()`);
    assert.is(hidden, '');
  }
  const bar = await page.locator('.arrows').boundingBox();
  assert.ok(bar && bar.y + bar.height <= phone.height + 1);
  await context.close();
});

test.run();
