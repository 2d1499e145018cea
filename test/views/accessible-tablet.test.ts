import { consolePages } from './console/samples.ts';
import { leavesNobodyOut, openPage, withEveryPage } from './every-page.ts';
import { frameIn, papillons } from './samples.ts';

const test = withEveryPage('accessible on a tablet');

for (const [language, colorScheme] of [
  ['en', 'light'],
  ['fr', 'dark'],
] as const)
  test(`Nobody is left out of Réglages in ${language}, on a ${colorScheme} tablet where rows are a table`, async ({
    browser,
    server,
  }) => {
    const page = await openPage(browser, { colorScheme, viewport: { width: 768, height: 900 } });
    for (const [name] of consolePages(frameIn(language), papillons))
      await leavesNobodyOut(page, `${server.origin}/${language}/${name}`);
  });

test.run();
