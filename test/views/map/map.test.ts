import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { enlargements } from '../../../views/parts/map/labels.ts';
import { launchChromium } from '../../support/chromium.ts';
import { type PageServer, startPageServer } from '../page-server.ts';
import { maps } from './samples.tsx';

interface World {
  browser: Browser;
  server: PageServer;
  page: Page;
  faults: string[];
}

const test = suite<World>('maps');

test.before(async (world) => {
  world.server = await startPageServer();
  world.browser = await launchChromium();
});
test.before.each(async (world) => {
  world.page = await (await world.browser.newContext({ locale: 'fr-CA' })).newPage();
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

const widths = [320, 375, 500, 768, 1440];

/** Every word and number that shows on the map: where it stands, and how tall its letters are. */
const seen = `Array.from(document.querySelectorAll('.map-picture text')).filter((text) => text.getClientRects().length > 0)
  .map((text) => {
    const { left, top, right, bottom } = text.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    return { says: text.textContent, left, top, right, bottom, size };
  })`;
interface Shown {
  readonly says: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: number;
}

const known = new Map<string, readonly Shown[]>();

/** A page is opened once for all tests that only read what it shows. */
async function shownOn(world: World, path: string, width: number): Promise<readonly Shown[]> {
  const shown = known.get(`${path} ${width}`) ?? (await open(world, path, width));
  known.set(`${path} ${width}`, shown);
  return shown;
}

async function open({ page, server }: World, path: string, width: number): Promise<readonly Shown[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${server.origin}/${path}`);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return page.evaluate(seen);
}

test('Every word and number of a map is at least 11 px tall, from a small phone to a large screen', async (world) => {
  for (const name of Object.keys(maps))
    for (const width of widths) {
      const shown = await shownOn(world, `fr/map-${name}`, width);
      assert.ok(shown.length > 3, `${name}, ${width}`);
      for (const { says, size } of shown)
        assert.ok(size >= 11 && size <= 20, `${says} on ${name}, ${width} px wide: ${size}`);
    }
});

test('No word covers another, nor a number, at any width, in either language', async (world) => {
  for (const language of ['fr', 'en'])
    for (const name of Object.keys(maps))
      for (const width of language === 'fr' ? widths : [320, 768]) {
        const shown = await shownOn(world, `${language}/map-${name}`, width);
        shown.forEach((one, index) => {
          for (const other of shown.slice(index + 1)) {
            // The box of a text is taller than its letters.
            const apart =
              one.right - 1 <= other.left ||
              other.right - 1 <= one.left ||
              one.bottom - 3 <= other.top ||
              other.bottom - 3 <= one.top;
            assert.ok(apart, `${one.says} and ${other.says} on ${name}, ${width} px wide`);
          }
        });
      }
});

test('Every place of the demonstration is named on the map of a tablet', async (world) => {
  const says = (await shownOn(world, 'fr/map-ten', 768)).map((text) => text.says);
  for (const { label } of maps.ten?.markers ?? []) assert.ok(says.includes(label), label);
});

test('The numbers of the list are those of the map', async (world) => {
  const shown = await open(world, 'fr/map-ten', 320);
  const onMap = shown.flatMap(({ says }) => (/^\d+$/.test(says) ? [Number(says)] : []));
  const listed = await world.page
    .locator('.map-list li')
    .evaluateAll((lines) => lines.map((line) => Number(line.getAttribute('value'))));
  assert.equal(
    onMap.toSorted((one, other) => one - other),
    listed,
  );
  const second = await world.page.locator('.map-list li').nth(1).innerText();
  assert.match(second, /Longueuil[\s\S]*à environ 5\skm près[\s\S]*Non autorisé/);
});

test('A map is an image with a name and a description for who does not see it', async ({ page, server }) => {
  await page.goto(`${server.origin}/fr/map-quebec`);
  const map = page.getByRole('img', { name: 'Julie Tremblay' });
  const described = await map.getAttribute('aria-describedby');
  assert.is(
    await page.locator(`#${described}`).textContent(),
    'Carte approximative. La liste qui suit dit la même chose.',
  );
});

test('The style sheet enlarges words by the numbers that keep them apart', () => {
  const css = readFileSync(new URL('../../../views/assets/style/map.css', import.meta.url), 'utf8');
  const scales = [...css.matchAll(/transform: scale\(([\d.]+)\)/g)].map(([, scale]) => Number(scale));
  assert.equal(scales, [...enlargements]);
});

test.run();
