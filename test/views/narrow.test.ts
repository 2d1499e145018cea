import * as assert from 'uvu/assert';
import { openPage, staysWithin, withEveryPage } from './every-page.ts';
import { everyPage } from './samples.ts';

withEveryPage('narrow', (test) => {
  test('Nobody scrolls sideways on a small phone enlarged twice, and the code is cut between its groups', async ({
    browser,
    server,
  }) => {
    const page = await openPage(browser, { viewport: { width: 160, height: 320 } });
    for (const name of everyPage('fr').keys()) {
      await page.goto(`${server.origin}/fr/${name}`);
      // The type that stands in for ours is wider.
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await staysWithin(page, name);
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
      await staysWithin(page, name);
    }
  });
});
