import { consolePages } from './console/samples.ts';
import { leavesNobodyOut, openPage, withEveryPage } from './every-page.ts';
import { frameIn, papillons } from './samples.ts';

withEveryPage('accessible on a tablet in the dark', (test) => {
  test('Nobody is left out of Réglages in French, on a dark tablet where rows are a table', async ({
    browser,
    server,
  }) => {
    const page = await openPage(browser, { colorScheme: 'dark', viewport: { width: 768, height: 900 } });
    for (const [name] of consolePages(frameIn('fr'), papillons))
      await leavesNobodyOut(page, `${server.origin}/fr/${name}`);
  });
});
