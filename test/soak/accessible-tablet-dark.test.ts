import { consolePages } from '../views/console/samples.ts';
import { leavesNobodyOut, openPage, withEveryPage } from '../views/every-page.ts';
import { frameIn, papillons } from '../views/samples.ts';

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
