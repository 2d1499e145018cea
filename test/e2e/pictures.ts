/** Takes the pictures of the README from the running product: `npm run pictures`. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { startServer } from '../support/server.ts';
import { password, people } from '../support/walk.ts';

const server = await startServer();
const browser = await launchChromium();
const phone = {
  viewport: { width: 390, height: 800 },
  locale: 'fr-CA',
  deviceScaleFactor: 2,
  reducedMotion: 'reduce',
} as const;
const iPad =
  'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const julie = await (await browser.newContext({ ...phone, userAgent: iPad })).newPage();
const sylvie = await (await browser.newContext(phone)).newPage();
const pictures: { readonly words: string; readonly data: string }[] = [];
const take = async (page: Page, words: string) => {
  const picture = await page.screenshot();
  pictures.push({ words, data: picture.toString('base64') });
};

await julie.goto(`${server.url}/demo/amisgest-sdg/connexion`);
await julie.locator('input[name=username]').fill(people.julie);
await julie.locator('input[name=password]').fill(password);
await take(julie, 'Julie signs in');
await julie.getByRole('button', { name: 'Se connecter' }).click();
const code = await julie.locator('#check-code').innerText();
await take(julie, 'and waits, with a code');

await sylvie.goto(`${server.url}/demo/courrier`);
const mail = sylvie.getByRole('link', { name: /Demande de connexion/ }).first();
while ((await mail.count()) === 0) await sylvie.reload();
await mail.click();
const html = await sylvie.locator('iframe').getAttribute('src');
const link = await sylvie.locator('a[href*="/demandes/"]').first().getAttribute('href');
await sylvie.goto(new URL(html ?? '', server.url).href);
await take(sylvie, 'Sylvie gets a mail');
await sylvie.goto(link ?? '');
await sylvie.locator('input[name=code]').fill(code);
await take(sylvie, 'types Julie’s code');
await sylvie.getByRole('button', { name: 'Autoriser' }).click();
await sylvie.getByRole('heading', { name: 'C’est fait' }).waitFor();
await take(sylvie, 'and Julie is in');

const sheet = await browser.newPage({ viewport: { width: 1480, height: 100 } });
const figures = pictures.map(
  ({ words, data }) =>
    `<figure><img src="data:image/png;base64,${data}"><figcaption>${words}</figcaption></figure>`,
);
await sheet.setContent(`<style>
  body { margin: 0; padding: 24px; background: #ddd8ce; font: 20px system-ui; color: #1b2a41; display: flex; gap: 20px }
  figure { margin: 0; flex: 1; text-align: center } figcaption { padding-top: 12px }
  img { width: 100%; border-radius: 14px; box-shadow: 0 2px 12px #0003 }</style>${figures.join('')}`);
await sheet.screenshot({
  path: fileURLToPath(new URL('pictures/story.png', import.meta.url)),
  fullPage: true,
});
await browser.close();
await server.close();
