import { createServer } from 'node:http';
import { test } from 'uvu';
import { equal, is, match } from 'uvu/assert';
import { launchChromium } from './chromium.ts';
import { freePort } from './free-port.ts';

const page = `<!doctype html><meta charset="utf-8"><title>Bonjour</title><p id="seen"></p>
<script>
  document.cookie ||= 'who=' + location.hash.slice(1);
  document.querySelector('#seen').textContent = document.cookie;
</script>`;

test("Julie's and Sylvie's browsers run side by side and share nothing", async () => {
  const port = await freePort();
  const site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(page);
  });
  await new Promise<void>((resolve) => site.listen(port, '127.0.0.1', resolve));
  const browser = await launchChromium();
  try {
    const visit = async (person: string) => {
      const context = await browser.newContext({ locale: 'fr-CA' });
      const tab = await context.newPage();
      await tab.goto(`http://localhost:${port}/#${person}`);
      return tab;
    };
    const [julie, sylvie] = await Promise.all([visit('julie'), visit('sylvie')]);
    is(await julie.textContent('#seen'), 'who=julie');
    is(await sylvie.textContent('#seen'), 'who=sylvie');
    const text = await julie.locator('#seen').boundingBox();
    is((text?.height ?? 0) > 0, true, 'its words have a font');
    match(browser.version(), /^\d+\./);
  } finally {
    await browser.close();
    await new Promise((resolve) => site.close(resolve));
  }
});

test('a page cannot read another origin: web security is on', async () => {
  const [ours, theirs] = await Promise.all([freePort(), freePort()]);
  const sites = [ours, theirs].map((port) =>
    createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>page</title>');
    }).listen(port, '127.0.0.1'),
  );
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://localhost:${ours}/`);
    const read = (port: number) =>
      tab.evaluate((url) => fetch(url).then(() => 'read', String), `http://localhost:${port}/`);
    equal([await read(ours), await read(theirs)], ['read', 'TypeError: Failed to fetch']);
  } finally {
    await browser.close();
    for (const site of sites) site.close();
  }
});

test.run();
