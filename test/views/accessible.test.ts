import { leavesNobodyOut, openPage, withEveryPage } from './every-page.ts';
import { everyPage } from './samples.ts';

withEveryPage('accessible', (test) => {
  test('Nobody is left out of any page on a small light phone, in French', async ({ browser, server }) => {
    const page = await openPage(browser, { colorScheme: 'light', viewport: { width: 320, height: 640 } });
    for (const name of everyPage('fr').keys()) await leavesNobodyOut(page, `${server.origin}/fr/${name}`);
  });
});
