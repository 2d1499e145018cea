import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { wordsOf } from '../support/forms.ts';
import { type RawBrowser, rawBrowser } from '../support/raw-http.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const pages = suite<{ server: RunningServer }>('the pages of the demonstration');

pages.before(async (context) => {
  context.server = await startServer();
});
pages.after(({ server }) => server.close());

const enter = async (browser: RawBrowser, url: string, application: string, email: string) => {
  const signInPage = await browser.follow(await browser.get(`${url}/demo/${application}/connexion`));
  const sent = await browser.submit(signInPage, { fill: { username: email, password: 'Cadenas-2026' } });
  return browser.follow(sent);
};

pages(
  'the front page names its people, its applications and its mailbox, with or without a slash',
  async ({ server }) => {
    for (const path of ['/demo', '/demo/']) {
      const { status, text } = await rawBrowser().get(`${server.url}${path}`);
      is(status, 200);
      for (const said of ['Julie Tremblay', 'Cadenas-2026', '/demo/amisgest-sdg/connexion', '/demo/courrier'])
        ok(text.includes(said), said);
    }
  },
);

pages('Olivier enters the parents’ portal, sees his tokens, and leaves', async ({ server: { url } }) => {
  const olivier = rawBrowser();
  const page = await enter(olivier, url, 'portail-parents', 'olivier.cote@exemple.test');
  is(page.status, 200);
  ok(new URL(page.url).pathname === '/demo/portail-parents/retour');
  const words = wordsOf(page.text);
  for (const said of ['Bonjour Olivier', '"parent"', '"arcenciel"', '"papillons"', 'access_token'])
    ok(words.includes(said), said);
  const left = await olivier.follow(await olivier.get(`${url}/demo/portail-parents/deconnexion`));
  is(new URL(left.url).pathname, '/demo/');
  const again = await olivier.follow(await olivier.get(`${url}/demo/portail-parents/connexion`));
  ok(again.forms.some(({ fields }) => fields.some(({ name }) => name === 'password')));
});

pages(
  'what an application received survives a reload and a change of language, until one signs out',
  async ({ server: { url } }) => {
    const olivier = rawBrowser();
    const page = await enter(olivier, url, 'portail-parents', 'olivier.cote@exemple.test');
    is(new URL(page.url).search, '');
    ok(wordsOf((await olivier.get(page.url)).text).includes('Bonjour Olivier'));
    const other = /href="([^"]*lang=en)"/.exec(page.text)?.[1] ?? 'no link';
    const english = await olivier.get(new URL(other, page.url).href);
    match(english.text, /<html lang="en/);
    ok(wordsOf(english.text).includes('Hello Olivier'));
    const left = await olivier.follow(await olivier.get(`${url}/demo/portail-parents/deconnexion`));
    match(wordsOf(left.text), /Signed out\. Next time, Portail Parents/);
    is(new URL((await olivier.follow(await olivier.get(page.url))).url).pathname, '/demo');
    is(new URL((await rawBrowser().follow(await rawBrowser().get(page.url))).url).pathname, '/demo');
  },
);

pages('Pierre enters the confidential application, the padlock being open', async ({ server: { url } }) => {
  const page = await enter(rawBrowser(), url, 'amisgest-sdg', 'pierre.lavoie@arcenciel.test');
  ok(wordsOf(page.text).includes('Bonjour Pierre'));
});

pages('two tabs that started together both come back', async ({ server: { url } }) => {
  const nadia = rawBrowser();
  const [first, second] = [
    await nadia.follow(await nadia.get(`${url}/demo/cahier-de-communication/connexion`)),
    await nadia.follow(await nadia.get(`${url}/demo/journal-de-bord/connexion`)),
  ];
  for (const tab of [first, second]) {
    const filled = await nadia.submit(tab, {
      fill: { username: 'nadia.benali@papillons.test', password: 'Cadenas-2026' },
    });
    ok(wordsOf((await nadia.follow(filled)).text).includes('Bonjour Nadia'));
  }
});

pages(
  'a return that comes twice, late or from nowhere is explained, not served',
  async ({ server: { url } }) => {
    const olivier = rawBrowser();
    const signInPage = await olivier.follow(await olivier.get(`${url}/demo/journal-de-bord/connexion`));
    const returning = await olivier.follow(
      await olivier.submit(signInPage, {
        fill: { username: 'olivier.cote@exemple.test', password: 'Cadenas-2026' },
      }),
      ({ pathname }) => pathname.endsWith('/retour'),
    );
    const returned = new URL(returning.headers.get('location') ?? '', url).href;
    is((await olivier.get(returned)).status, 303);
    for (const address of [
      returned,
      `${url}/demo/amisgest-sdg/retour?code=x&state=y`,
      `${url}/demo/amisgest-sdg/retour?error=access_denied`,
    ]) {
      const page = await olivier.get(address);
      is(page.status, 400);
      match(wordsOf(page.text), /stale_return/);
      ok(page.text.includes('/connexion"'));
    }
  },
);

pages('what the provider refused is what the application shows', async ({ server: { url } }) => {
  const olivier = rawBrowser();
  const refusal = await enter(olivier, url, 'amisgest-sdg', 'olivier.cote@exemple.test');
  is(refusal.status, 403);
  const page = await olivier.follow(await olivier.submit(refusal));
  match(wordsOf(page.text), /La connexion n’a pas eu lieu\..*access_denied/);
});

pages('an application that does not return here does not exist here', async ({ server: { url } }) => {
  const statuses = ['reglages', 'compte', 'nobody'].map(
    async (id) => (await rawBrowser().get(`${url}/demo/${id}/connexion`)).status,
  );
  equal(await Promise.all(statuses), [404, 404, 404]);
});

pages(
  'Julie’s wait puts a letter for Sylvie in the mailbox, whose HTML part is in a sandbox',
  async ({ server: { url } }) => {
    const julie = rawBrowser();
    ok(
      (await enter(julie, url, 'amisgest-sdg', 'julie.tremblay@papillons.test')).text.includes('check-code'),
    );
    const anyone = rawBrowser();
    const href = await until(
      async () =>
        /\/demo\/courrier\/[\w-]+(?="[^>]*>(?:(?!<\/a>)[\s\S])*Sylvie Gagnon)/.exec(
          (await anyone.get(`${url}/demo/courrier`)).text,
        )?.[0],
      { what: 'a letter to Sylvie' },
    );
    ok((await anyone.get(`${url}/demo`)).text.includes(href), 'the front page leads to the newest letter');
    const letter = await anyone.get(`${url}${href}`);
    match(letter.text, /\/demandes\//);
    const part = await anyone.get(`${url}${href}/html`);
    match(
      part.headers.get('content-security-policy') ?? '',
      /^sandbox allow-popups .*frame-ancestors 'self'$/,
    );
    match(part.text, /<base target="_blank">/);
    is((await anyone.get(`${url}/demo/courrier/nothing`)).status, 404);
  },
);

pages.run();
