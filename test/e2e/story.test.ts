import type { Browser, BrowserContext, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchChromium } from '../support/chromium.ts';
import { dialects } from '../support/postgres.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';
import { password, people } from '../support/walk.ts';

interface Scene {
  server: RunningServer;
  mail: MailServer;
  browser: Browser;
  close: () => Promise<void>;
}

for (const dialect of dialects) {
  const test = suite<Scene>(`the story of one sign-in, on ${dialect.name}`);

  test.before(async (scene) => {
    const storage = await dialect.open();
    scene.mail = await startMailServer();
    scene.server = await startServer({
      env: { DATABASE_URL: storage.databaseUrl, DATA_DIR: storage.dataDir, SMTP_URL: scene.mail.url },
    });
    scene.browser = await launchChromium();
    scene.close = async () => {
      await scene.browser.close();
      await scene.server.close();
      await scene.mail.close();
      await storage.close();
    };
  });
  test.after(async (scene) => scene.close());

  test('Julie waits on an unknown device, Sylvie approves from her mail with the code, and Julie is in', async (scene) => {
    const julie = await person(scene);
    const page = await signIn(julie, scene, 'amisgest-sdg', people.julie);
    const code = await checkCode(page);
    assert.match(await page.locator('h1').innerText(), /autoriser/);

    const message = await scene.mail.waitFor((one) => one.to.includes(people.sylvie));
    assert.match(message.subject, /Julie Tremblay/);
    assert.not.match(message.text + message.html, new RegExp(`${code.slice(0, 3)}\\s?${code.slice(3)}`));
    await scene.mail.waitFor((one) => one.to.includes(people.julie));

    // A mail scanner opens the link in a real browser, scripts and all.
    const scanner = await person(scene);
    const scanned = await scanner.newPage();
    await scanned.goto(linkIn(message.text), { waitUntil: 'networkidle' });
    assert.is(await page.locator('#check-code').count(), 1);
    await scanner.close();

    const sylvie = await person(scene);
    const request = await sylvie.newPage();
    await request.goto(linkIn(message.text));
    await request.getByLabel(/Code/).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await request.getByRole('button', { name: 'Autoriser' }).click();
    assert.match(await request.locator('h1').innerText(), /C’est fait/);

    await page.waitForURL('**/demo/amisgest-sdg/retour**');
    const shown = await page.locator('main').innerText();
    assert.match(shown, /julie\.tremblay@papillons\.test/);
    assert.match(shown, /"papillons"/);
    await scene.mail.waitFor((one) => one.to.includes(people.julie) && /autoris/i.test(one.subject));

    await page.goto(`${scene.server.url}/demo/amisgest-sdg/connexion`);
    await page.waitForURL('**/demo/amisgest-sdg/retour**');

    await request.goto(linkIn(message.text));
    assert.match(await request.locator('main').innerText(), /Vous avez autorisé/);
    await julie.close();
    await sylvie.close();
  });

  test('Marc’s page goes on after a reload, in a second tab, after a restart of the server, and with scripts off', async (scene) => {
    const { browser, server } = scene;
    const marc = await browser.newContext({ locale: 'en-CA', javaScriptEnabled: false });
    const page = await signIn(marc, scene, 'amisgest-sdg', people.marc);
    const code = await checkCode(page);
    await page.reload();
    const second = await marc.newPage();
    await second.goto(`${server.url}/demo/amisgest-sdg/connexion`);
    assert.is(await checkCode(second), code);
    await server.restart();
    await page.reload();
    assert.is(await checkCode(page), code);

    const message = await scene.mail.waitFor(
      (one) => one.to.includes(people.sylvie) && one.subject.includes('Marc'),
    );
    const sylvie = await person(scene);
    const request = await sylvie.newPage();
    await request.goto(linkIn(message.text));
    await request.getByLabel(/Code/).fill(code);
    await request.getByRole('button', { name: 'Autoriser' }).click();
    await request.getByRole('heading', { name: /C’est fait/ }).waitFor();

    await page.getByRole('link', { name: 'Check now' }).click();
    await page.waitForURL('**/demo/amisgest-sdg/retour**');
    await second.getByRole('link', { name: 'Check now' }).click();
    await second.waitForURL('**/demo/amisgest-sdg/retour**');
    await marc.close();
    await sylvie.close();
  });

  test('Sylvie, signed in, answers with one tap, and takes her answer back', async (scene) => {
    const sylvie = await person(scene);
    const console = await signIn(sylvie, scene, 'reglages', people.sylvie);
    const own = await checkCode(console);
    const marcsMail = await scene.mail.waitFor(
      (one) => one.to.includes(people.marc) && one.subject.includes('Sylvie'),
    );
    const marc = await person(scene);
    const request = await marc.newPage();
    await request.goto(linkIn(marcsMail.text));
    await request.getByLabel(/Code/).fill(own);
    await request.getByRole('button', { name: 'Autoriser' }).click();
    await console.waitForURL('**/reglages');

    const pierre = await person(scene);
    const waiting = await signIn(pierre, scene, 'amisgest-bureau', people.julie);
    await checkCode(waiting);
    await console.reload();
    await console
      .getByRole('link', { name: /Julie Tremblay/ })
      .first()
      .click();
    assert.is(await console.locator('input[name=code]').count(), 0);
    await console.locator('button[value=approve]').click();
    await waiting.waitForURL('**/demo/amisgest-bureau/retour**');
    await console.locator('form[action$="/annuler"] button').click();
    await waiting.goto(`${scene.server.url}/demo/amisgest-bureau/connexion`);
    await checkCode(waiting);
    for (const context of [sylvie, marc, pierre]) await context.close();
  });

  test('a stranger with the password of Nadia is refused, and the application is told so', async (scene) => {
    const stranger = await person(scene);
    const page = await signIn(stranger, scene, 'amisgest-sdg', people.nadia);
    await checkCode(page);
    const message = await scene.mail.waitFor(
      (one) => one.to.includes(people.sylvie) && one.subject.includes('Nadia'),
    );
    const sylvie = await person(scene);
    const request = await sylvie.newPage();
    await request.goto(linkIn(message.text));
    await request.locator('details.refuse summary').click();
    await request.locator('input[name=certain]').check();
    await request.locator('button[value=refuse]').click();
    await page.getByRole('heading', { name: /pas été autorisée/ }).waitFor();
    await page.getByRole('link', { name: /Amisgest SDG/ }).click();
    await page.waitForURL('**/demo/amisgest-sdg/retour**');
    assert.match(await page.locator('main').innerText(), /La connexion n’a pas eu lieu/);

    await page.goto(`${scene.server.url}/demo/amisgest-sdg/connexion`);
    await page.locator('h1').waitFor();
    assert.match(page.url(), /\/connexion\//);
    assert.is(await page.locator('#check-code').count(), 0);
    await stranger.close();
    await sylvie.close();
  });

  test('Olivier, a parent in two organizations, enters Portail Parents at once and is never asked which', async (scene) => {
    const olivier = await person(scene);
    const page = await signIn(olivier, scene, 'portail-parents', people.olivier);
    await page.waitForURL('**/demo/portail-parents/retour**');
    const shown = await page.locator('main').innerText();
    assert.match(shown, /"papillons"/);
    assert.match(shown, /"arcenciel"/);
    assert.match(shown, /"parent"/);
    await olivier.close();
  });

  test('Pierre, administrator of the other organization, sees nothing of the request and decides nothing', async (scene) => {
    const julie = await person(scene);
    const page = await signIn(julie, scene, 'amisgest-sdg', people.julie);
    await checkCode(page);
    const pierre = await person(scene);
    const console = await signIn(pierre, scene, 'reglages', people.pierre);
    await console.waitForURL('**/reglages');
    const shown = await console.locator('main').innerText();
    assert.not.match(shown, /Julie/);
    assert.is(await console.locator('a[href^="/demandes/"]').count(), 0);
    await julie.close();
    await pierre.close();
  });

  test.run();
}

async function person({ browser }: Scene): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'fr-CA' });
  context.setDefaultTimeout(15_000);
  return context;
}

async function signIn(
  context: BrowserContext,
  { server }: Scene,
  application: string,
  email: string,
): Promise<Page> {
  const page = await context.newPage();
  const start = application === 'reglages' ? '/reglages' : `/demo/${application}/connexion`;
  await page.goto(`${server.url}${start}`);
  await page.locator('input[name=username]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: /Se connecter|Sign in/ }).click();
  return page;
}

async function checkCode(page: Page): Promise<string> {
  const code = await page.locator('#check-code').innerText();
  assert.match(code, /^\d{3}\s\d{3}$/);
  return code.replace(/\D/g, '');
}

function linkIn(text: string): string {
  const link = /https?:\/\/\S+\/demandes\/\S+/.exec(text)?.[0];
  if (link === undefined) throw new Error(`no link in:\n${text}`);
  return link;
}
