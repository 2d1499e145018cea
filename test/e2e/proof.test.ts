import type { Browser, BrowserContext, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Centre, openCentre } from '../support/centre.ts';
import { launchChromium } from '../support/chromium.ts';
import { dialects } from '../support/postgres.ts';
import { password, people } from '../support/walk.ts';

interface Scene {
  centre: Centre;
  browser: Browser;
}

const office = '198.51.100.24';
const home = '192.0.2.18';
const thiefs = '192.0.2.91';
const back = '**/demo/amisgest-sdg/retour**';

for (const dialect of dialects) {
  const test = suite<Scene>(`the key of a real browser, on ${dialect.name}`);

  test.before(async (scene) => {
    scene.centre = await openCentre(dialect);
    scene.browser = await launchChromium();
  });
  test.after(async ({ browser, centre }) => {
    await browser.close();
    await centre.close();
  });

  const at = async ({ browser }: Scene, address: string): Promise<BrowserContext> => {
    const context = await browser.newContext({
      locale: 'fr-CA',
      extraHTTPHeaders: { 'x-forwarded-for': address },
    });
    context.setDefaultTimeout(15_000);
    return context;
  };
  const opens = async ({ centre }: Scene, page: Page) =>
    page.goto(`${centre.home.url}/demo/amisgest-sdg/connexion`, { waitUntil: 'commit' });
  const browsers = ({ centre }: Scene) =>
    centre.home.house.database('browsers').whereNotNull('proof_key').select('id', 'proof_key');

  test('Julie’s Chromium makes a key, shows it by itself from elsewhere, and its cookies alone are not enough', async (scene) => {
    const { centre } = scene;
    const julie = await at(scene, office);
    const faults: string[] = [];
    julie.on('weberror', (error) => faults.push(String(error.error())));
    const page = await julie.newPage();
    await opens(scene, page);
    await page.locator('input[name=username]').fill(people.julie);
    await page.locator('input[name=password]').fill(password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.locator('#check-code').waitFor();
    const [own, ...others] = await browsers(scene);
    assert.match(own?.proof_key, /^[\w-]{87}$/);
    assert.equal(others, []);
    await centre.approve({ scope: 'anywhere' });
    await page.waitForURL(back);
    assert.match(await page.locator('main').innerText(), /julie\.tremblay@papillons\.test/);

    // Everything but what never leaves her browser.
    const thief = await at(scene, thiefs);
    await thief.addCookies(await julie.cookies());
    const stolen = await thief.newPage();
    await opens(scene, stolen);
    await stolen.locator('#check-code').waitFor();
    assert.match(await stolen.locator('main').innerText(), /Votre navigateur doit être reconnu de nouveau/);
    assert.equal(await centre.reasons(people.julie), ['unproven-browser']);
    assert.equal(await browsers(scene), [own], 'its own key is offered, and not yet anybody’s');
    assert.is.not((await centre.request()).offered_key, own?.proof_key);

    await julie.setExtraHTTPHeaders({ 'x-forwarded-for': home });
    const seen: string[] = [];
    page.on('request', (request) => seen.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await opens(scene, page);
    await page.waitForURL(back);
    assert.ok(
      seen.some((one) => /^POST \/connexion\/[\w-]+\/preuve$/.test(one)),
      seen.join('\n'),
    );
    assert.equal(await centre.reasons(people.julie), ['authorized']);
    assert.equal(faults, []);
    await thief.close();
    await julie.close();
  });

  test('Julie’s Chromium whose page data was cleared is the same browser, asked once, and proven by its new key from then on', async (scene) => {
    const { centre } = scene;
    const { database } = centre.home.house;
    const before = await browsers(scene);
    const julie = await at(scene, office);
    const page = await julie.newPage();
    const waits = async () => {
      await opens(scene, page);
      await page.locator('input[name=username]').fill(people.julie);
      await page.locator('input[name=password]').fill(password);
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await page.locator('#check-code').waitFor();
    };
    await waits();
    await centre.approve({ scope: 'region' });
    await page.waitForURL(back);
    const [first] = (await browsers(scene)).filter(({ id }) => !before.some((one) => one.id === id));
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const clearing = indexedDB.deleteDatabase('cadenas');
          clearing.onsuccess = resolve;
        }),
    );
    const session = (await julie.cookies()).filter(({ name }) => name.startsWith('cadenas_session'));
    for (const { name } of session) await julie.clearCookies({ name });
    await waits();
    assert.equal(await centre.reasons(people.julie), ['unproven-browser']);
    // A key that is missing is a risk: Sylvie types what stands on Julie's screen.
    await centre.approve({ code: await page.locator('#check-code').innerText() });
    await page.waitForURL(back);
    const adopted = await database('browser_keys').where({ browser_id: first?.id }).first('proof_key');
    assert.match(adopted?.proof_key, /^[\w-]{87}$/);
    assert.is.not(adopted?.proof_key, first?.proof_key);
    await julie.setExtraHTTPHeaders({ 'x-forwarded-for': home });
    await opens(scene, page);
    await page.waitForURL(back);
    await julie.close();
  });

  test.run();
}
