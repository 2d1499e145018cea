import { leavesNobodyOut, openPage, withEveryPage } from './every-page.ts';
import { everyPage } from './samples.ts';

withEveryPage('accessible in the dark', (test) => {
  test('Nobody is left out of any page on a small dark phone, in English', async ({ browser, server }) => {
    const page = await openPage(browser, { colorScheme: 'dark', viewport: { width: 320, height: 640 } });
    for (const name of everyPage('en').keys()) await leavesNobodyOut(page, `${server.origin}/en/${name}`);
  });
});
