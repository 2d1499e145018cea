import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchChromium } from '../../support/chromium.ts';
import { until } from '../../support/until.ts';
import { plain, tagsOf, textOf } from '../markup.ts';
import { type PageServer, startPageServer } from '../page-server.ts';
import { everyPage } from '../samples.ts';

interface World {
  browser: Browser;
  server: PageServer;
  page: Page;
}

const samples = { fr: everyPage('fr'), en: everyPage('en') };
const sample = (name: string, language: keyof typeof samples = 'fr'): string => {
  const html = samples[language].get(name);
  if (html === undefined) throw new Error(`no sample is named \`${name}\``);
  return html;
};
const said = (name: string, language: keyof typeof samples = 'fr') => plain(textOf(sample(name, language)));

const test = suite<World>('« Autorisations et refus » and « Et si… »');
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

/** Goes on by Tab alone until what is focused is this. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 90; presses++) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${selector}`);
}

test('Each rule is a sentence with icon and word, where it comes from, who wrote it and since when', () => {
  const words = said('rules');
  assert.match(
    words,
    /4 résultats\. Autorisation Julie Tremblay, avec un iPad \(Safari\), au CPE Les Papillons\. Demande autorisée, par Sylvie Gagnon, hier à 4 h 49/,
  );
  assert.match(
    words,
    /Refus Toute personne qui a le rôle Éducation, du lundi au vendredi de 6 h 30 à 18 h et le samedi de 22 h à 6 h le lendemain\. Origine inconnue, hier/,
  );
  assert.match(words, /jusqu’au 25 novembre 2026 à 6 h 49\. Première fermeture du cadenas, par/);
  for (const [look, word] of [
    ['authorized', 'Autorisation'],
    ['refused', 'Refus'],
  ])
    assert.match(sample('rules'), new RegExp(`class="mark mark-${look}"><svg[^>]*>.*?</svg>${word}`));
  assert.match(
    said('rules', 'en'),
    /Refusal Anyone who has the Education role, Monday to Friday from 6:30 a\.m\. to 6:00 p\.m\./,
  );
});

test('The list says how many there are, keeps the search, and where it goes on', () => {
  assert.match(said('rules-many'), /Plus de 1 000 résultats\. .* Revenir au début Voir la suite/);
  assert.match(said('rules-many'), /Le changement est enregistré\. Il est en vigueur maintenant\. Annuler/);
  assert.match(sample('rules-many'), /<option value="allow" selected/);
  assert.match(said('rules-ended'), /Autorisation terminée .* Fin : à 3 h 49/);
  assert.match(said('rules-none'), /Rien pour l’instant .* quand vous répondez à une demande/);
  assert.match(said('rules-nothing'), /Rien ne correspond/);
});

test('What matters is asked first, and what few need is folded; where it says something it is open', () => {
  const order = [
    'Que voulez-vous faire?',
    'Qui?',
    'Avec quoi?',
    'D’où?',
    'Jusqu’à quand?',
    'À certaines heures',
    'Plus de précisions',
  ];
  const places = order.map((words) => said('rule-new').indexOf(words));
  assert.equal(
    places,
    places.toSorted((one, other) => one - other),
  );
  assert.ok(places.every((place) => place > 0));
  const open = (name: string) =>
    tagsOf(sample(name)).filter((tag) => tag.name === 'details' && tag.attributes.has('open')).length;
  assert.equal([open('rule-new'), open('rule-preview'), open('rule-faults')], [0, 2, 2]);
});

test('The sentence stands above the button that saves it, with what it changes and what nobody expects', () => {
  const words = said('rule-preview');
  assert.match(
    words,
    /Ce qui sera enregistré Refus Julie Tremblay, avec un iPad \(Safari\), au CPE Les Papillons,/,
  );
  assert.match(words, /arrête aussi la connexion que vous utilisez/);
  assert.match(words, /« Toujours » : Julie Tremblay et Sylvie Gagnon\./);
  assert.match(
    words,
    /5 connexions auraient été arrêtées\. Julie Tremblay \(iPad, CPE Les Papillons\) · aurait reçu un refus · 12 fois/,
  );
  assert.match(words, /Et 3 autres\. Enregistrer/);
  assert.not.match(said('rule-new'), /Enregistrer/);
  assert.match(said('rule-nothing-changes'), /Rien n’aurait été différent/);
  assert.match(said('rule-no-history'), /on ne peut rien prévoir/);
});

test('Each fault leads to its field, and stands beside it', async ({ page, server }) => {
  await page.goto(`${server.origin}/fr/rule-faults`);
  for (const field of ['person', 'machine', 'network', 'validFrom', 'validUntil']) {
    const described = await page.getAttribute(`#${field}`, 'aria-describedby');
    assert.is(described, `${field}-fault`);
    assert.ok(await page.isVisible(`#${field}-fault`), field);
    assert.is(await page.locator(`[role=alert] a[href="#${field}"]`).count(), 1, field);
  }
  assert.is(await page.inputValue('#network'), 'chez nous');
  assert.is(await page.inputValue('#person'), 'nobody');
});

test('Sylvie writes a rule by keyboard alone: Enter shows what it would change, and Enter on the button saves what she read', async ({
  page,
  server,
}) => {
  const path = '/reglages/autorisations/nouvelle';
  server.lead(path, '/fr/rule-preview');
  await page.goto(`${server.origin}/fr/rule-new`);
  await tabTo(page, '#person');
  await page.keyboard.type('Julie');
  await tabTo(page, '#validUntilTime');
  await page.keyboard.press('Enter');
  await page.waitForURL(/nouvelle\?/);
  const asked = new URL(page.url()).searchParams;
  assert.equal([asked.get('person'), asked.get('effect'), asked.get('step')], ['julie', 'allow', 'preview']);
  assert.is(server.posted(path).length, 0);
  // What would be saved is read first.
  await page.waitForSelector('#preview:focus');
  await tabTo(page, 'button[form=rule]');
  await page.keyboard.press('Enter');
  await until(() => server.posted(path).length === 1);
  const [posted] = server.posted(path);
  assert.equal(
    ['seen', 'person', 'effect', 'mon-0', 'from-0', 'sat-1', 'network', 'validUntil', 'depuis'].map((name) =>
      posted?.get(name),
    ),
    [
      'fingerprint',
      'julie',
      'deny',
      'yes',
      '06:30',
      'yes',
      '192.0.2.0/24',
      '2026-12-24',
      String(Date.UTC(2026, 10, 23, 11, 49)),
    ],
  );
});

test('Her machines and one more span are shown by buttons that write nothing', async ({ page, server }) => {
  const path = '/reglages/autorisations/nouvelle';
  server.lead(path, '/fr/rule-new');
  for (const [name, step] of [
    ['Montrer ses appareils', 'machines'],
    ['Ajouter une plage', 'hours'],
  ] as const) {
    await page.goto(`${server.origin}/fr/rule-new`);
    if (step === 'hours') await page.click('summary:has-text("À certaines heures")');
    await page.click(`text=${name}`);
    await page.waitForURL(/nouvelle\?/);
    assert.is(new URL(page.url()).searchParams.get('step'), step);
    assert.is(new URL(page.url()).hash, step === 'hours' ? '#hours' : '#machine');
  }
  assert.is(server.posted(path).length, 0);
});

test('A rule that stands is removed by its own button, in the words of what it is', async ({
  page,
  server,
}) => {
  await page.goto(`${server.origin}/fr/rule-change`);
  await tabTo(page, '.retire button');
  assert.is(await page.innerText('.retire button'), 'Retirer cette autorisation');
  await page.keyboard.press('Enter');
  await until(() => server.posted('/reglages/autorisations/1/retirer').length === 1);
});

test('Everyone, everywhere is saved with a tick alone, by keyboard', async ({ page, server }) => {
  const path = '/reglages/autorisations/nouvelle';
  await page.goto(`${server.origin}/fr/rule-everyone`);
  assert.is(await page.getAttribute('#everyone', 'aria-describedby'), 'everyone-fault');
  await tabTo(page, '#everyone');
  await page.keyboard.press('Space');
  await tabTo(page, 'button[form=rule]');
  await page.keyboard.press('Enter');
  await until(() => server.posted(path).length === 1);
  assert.is(server.posted(path)[0]?.get('everyone'), 'yes');
});

test('A rule that is over says so, what was done meanwhile, and how to take up what was filled in', () => {
  assert.match(said('rule-over'), /Rien n’a été enregistré/);
  assert.match(
    said('rule-over'),
    /Autorisation terminée .* il n’y a plus rien à modifier\. Reprendre ce que vous aviez rempli/,
  );
  assert.not.match(sample('rule-over'), /name="person"|Retirer cette/);
});

test('« Et si… » answers with icon, word and colour, why, and what did not win', () => {
  assert.match(
    said('what-if-allowed'),
    /La réponse Entre sans attendre Julie Tremblay, dans Amisgest SDG \(iPad · Safari, CPE Les Papillons\), maintenant\. Cadenas fermé\./,
  );
  assert.match(
    said('what-if-allowed'),
    /C’est ce qui a décidé\. .* Elle s’appliquait, mais autre chose a décidé\. .* Et 118 autres, plus loin/,
  );
  assert.match(
    said('what-if-asks'),
    /Doit attendre une autorisation .* le samedi 5 décembre à 18 h 49\. .* Aucune autorisation et aucun refus/,
  );
  assert.match(said('what-if-refused'), /Reçoit un refus .* Cadenas ouvert\. .* Et 1 autre,/);
  for (const [name, look] of [
    ['what-if-allowed', 'authorized'],
    ['what-if-asks', 'waiting'],
    ['what-if-refused', 'refused'],
  ])
    assert.match(sample(String(name)), new RegExp(`class="mark mark-${look} answer-mark"><svg`));
  assert.not.match(said('what-if'), /La réponse/);
});

test('« Et si… » is asked by keyboard, goes into the address, and posts nothing', async ({
  page,
  server,
}) => {
  server.lead('/reglages/et-si', '/fr/what-if-allowed');
  await page.goto(`${server.origin}/fr/what-if`);
  assert.is(await page.locator('form[method=post][action*="et-si"]').count(), 0);
  await tabTo(page, '#person');
  await page.keyboard.type('Julie');
  await tabTo(page, '#address');
  await page.keyboard.type('192.0.2.18');
  await page.keyboard.press('Enter');
  await page.waitForURL(/et-si\?/);
  const asked = new URL(page.url()).searchParams;
  assert.equal(
    ['person', 'address', 'padlock', 'step'].map((name) => asked.get(name)),
    ['julie', '192.0.2.18', 'as-is', null],
  );
  await page.waitForSelector('#answer:focus');
});

test.run();
