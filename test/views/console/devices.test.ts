import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchChromium } from '../../support/chromium.ts';
import { until } from '../../support/until.ts';
import { tagsOf, tagWith, textOf } from '../markup.ts';
import { type PageServer, startPageServer } from '../page-server.ts';
import { everyPage } from '../samples.ts';

interface World {
  browser: Browser;
  server: PageServer;
  page: Page;
}

const samples = everyPage('fr');
const sample = (name: string): string => {
  const html = samples.get(name);
  if (html === undefined) throw new Error(`no sample is named \`${name}\``);
  return html;
};
const said = (name: string) => textOf(sample(name));

const test = suite<World>('« Appareils »');
test.before(async (world) => {
  world.browser = await launchChromium();
});
test.before.each(async (world) => {
  world.server = await startPageServer();
  // With scripts off: every one of these is a form or a link.
  const context = await world.browser.newContext({ locale: 'fr-CA', javaScriptEnabled: false });
  world.page = await context.newPage();
});
test.after.each(async (world) => {
  await world.page.context().close();
  await world.server.stop();
});
test.after((world) => world.browser.close());

test('Each machine is a row named by what it is called, with who uses it, and its marks in words', () => {
  assert.match(
    said('devices'),
    /iPad des Coccinelles iPad · Safari · 2 navigateurs Julie Tremblay, Nadia Benali, Isabelle Pelletier, 2 autres personnes CPE Les Papillons à l’instant Partagé/,
  );
  assert.match(said('devices'), /Téléphone Android · Chrome .* Perdu ou volé Partagé/);
  assert.match(said('devices'), /plus personne jamais Perdu ou volé/);
  assert.is((sample('devices').match(/<th scope="row"/g) ?? []).length, 4);
});

test('The filter says how many there are of each, and keeps what was chosen', () => {
  assert.match(said('devices'), /Tous \(4\) Partagés \(2\) Perdus ou volés \(2\)/);
  const chosen = tagsOf(sample('devices-older')).filter((tag) => tag.attributes.has('selected'));
  assert.equal(
    chosen.map((tag) => tag.attributes.get('value')),
    ['shared'],
  );
  assert.match(said('devices-older'), /Revenir aux plus récents Voir les suivants/);
  assert.match(said('devices-nothing'), /Aucun appareil ne correspond/);
  assert.match(said('devices-none'), /Aucun appareil pour l’instant/);
});

test('Sharing is proposed as a sentence with its button, once', () => {
  for (const [name, why] of [
    ['device-alone', /Une tablette sert souvent à plusieurs personnes/],
    ['device-proposed', /Au moins trois personnes/],
  ] as const) {
    assert.match(said(name), why);
    assert.is((sample(name).match(/value="yes"/g) ?? []).length, 1, name);
  }
  assert.not.match(said('device-not-shared'), /Est-elle partagée|Est-il partagé/);
  assert.match(said('device'), /Ne plus marquer comme partagé/);
});

test('A browser is separated where there are two, and the page says what that does to rules', () => {
  assert.match(said('device'), /Les autorisations et les refus donnés à l’appareil restent à l’appareil/);
  assert.is((sample('device').match(/name="browser"/g) ?? []).length, 2);
  assert.not.match(sample('device-alone'), /name="browser"/);
});

test('What was reported lost is said first, with « Il est retrouvé », and not reported twice', () => {
  assert.match(said('device-lost'), /Signalé perdu ou volé hier à .* Il est refusé partout/);
  assert.ok(tagWith(sample('device-lost'), 'form', 'action', '/reglages/appareils/1/retrouve'));
  assert.not.ok(tagWith(sample('device-lost'), 'a', 'href', '/reglages/appareils/1/perdu'));
});

test('Before reporting, what happens is said; on one’s own machine, that one would be out', () => {
  assert.match(
    said('device-report'),
    /Signaler « iPad des Coccinelles » perdu ou volé\? Utilisé par Julie Tremblay/,
  );
  assert.not.match(said('device-report'), /Attention/);
  assert.match(said('device-report-own'), /Attention : c’est l’appareil que vous utilisez en ce moment/);
  assert.match(said('device-join-stolen'), /une fois réunis, ils sont refusés tous les deux/);
});

test('Every form of a device carries what the page has shown', () => {
  for (const name of ['device', 'device-alone', 'device-lost', 'device-join', 'device-report']) {
    const html = sample(name);
    const posted = (html.match(/method="post" action="\/reglages\/appareils/g) ?? []).length;
    assert.is((html.match(/name="shown"/g) ?? []).length, posted, name);
  }
});

test('What was done is said once, with its way back where there is one; a stale page says what changed', () => {
  for (const name of ['shared', 'not-shared', 'joined', 'separated'])
    assert.ok(tagWith(sample(`device-${name}`), 'form', 'action', '/undo'), name);
  for (const name of ['described', 'stolen', 'found', 'undone', 'locks-out', 'name-too-long'])
    assert.not.ok(tagWith(sample(`device-${name}`), 'form', 'action', '/undo'), name);
  assert.match(
    said('device-stale'),
    /Rien n’a été enregistré .*Connexions retirées \(Julie Tremblay\), par Marc Roy/,
  );
});

test('By keyboard alone, scripts off, Sylvie names the tablet', async ({ page, server }) => {
  await page.goto(`${server.origin}/fr/device`);
  await page.focus('#name');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Pouponnière');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ordinateur');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until(() => server.posted('/reglages/appareils/1').length === 1);
  const [form] = server.posted('/reglages/appareils/1');
  assert.equal(
    [form?.get('name'), form?.get('kind'), form?.get('shown')],
    ['Pouponnière', 'computer', 'as it was'],
  );
});

test('By keyboard alone, scripts off, she chooses which other machine it is', async ({ page, server }) => {
  await page.goto(`${server.origin}/fr/device-join`);
  await page.focus('input[name=other]');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(() => server.posted('/reglages/appareils/1/joindre').length === 1);
  assert.is(server.posted('/reglages/appareils/1/joindre')[0]?.get('other'), '1.as-it-was');
});

test('By keyboard alone, scripts off, she separates a browser and reports the machine lost', async ({
  page,
  server,
}) => {
  await page.goto(`${server.origin}/fr/device`);
  await page.focus('button[name=browser][value=app]');
  await page.keyboard.press('Enter');
  await until(() => server.posted('/reglages/appareils/1/separer').length === 1);
  assert.is(server.posted('/reglages/appareils/1/separer')[0]?.get('browser'), 'app');
  server.lead('/reglages/appareils/1/perdu', '/fr/device-report-own');
  await page.focus('a[href$="/perdu"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/perdu');
  await page.focus('.button-danger');
  await page.keyboard.press('Enter');
  await until(() => server.posted('/reglages/appareils/1/perdu').length === 1);
  assert.is(server.posted('/reglages/appareils/1/perdu')[0]?.get('own'), 'told');
});

test('On a phone the whole card leads to the machine', async ({ page, server }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${server.origin}/fr/devices`);
  await page.click('text=Sherbrooke', { force: true });
  await page.waitForURL('**/reglages/appareils/2');
});

test.run();
