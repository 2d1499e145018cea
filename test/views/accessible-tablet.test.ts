import { consolePages } from './console/samples.ts';
import { leavesNobodyOut, openPage, withEveryPage } from './every-page.ts';
import { frameIn, papillons } from './samples.ts';

withEveryPage('accessible on a tablet', (test) => {
  test('Nobody is left out of Réglages in English, on a light tablet where rows are a table', async ({
    browser,
    server,
  }) => {
    const page = await openPage(browser, { colorScheme: 'light', viewport: { width: 768, height: 900 } });
    for (const [name] of consolePages(frameIn('en'), papillons))
      await leavesNobodyOut(page, `${server.origin}/en/${name}`);
  });
});
