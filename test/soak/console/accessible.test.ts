import { suite } from 'uvu';
import type { Hand } from '../../e2e/console/hands.ts';
import { connectOften, hire } from '../../e2e/console/props.ts';
import { openTheatre, type Stage, type Theatre } from '../../e2e/console/stage.ts';
import { people } from '../../support/walk.ts';
import { violationsOn } from '../../views/every-page.ts';

const test = suite<{ theatre: Theatre }>('the console, accessible');
test.before(async (context) => {
  context.theatre = await openTheatre('pointer');
});
test.after(async ({ theatre }) => theatre.close());

/** Every page of Réglages, with something to show on each. */
async function pagesOf(stage: Stage): Promise<readonly string[]> {
  const { database } = stage;
  const idIn = async (table: string) => {
    const { id } = await stage.organization();
    return (await database(table).where({ organization_id: id }).first('id')).id;
  };
  const hired = await hire(stage, { email: 'h@papillons.test', givenName: 'Hélène', familyName: 'Gélinas' });
  await stage.tries(people.julie, stage.holds('nurseryTablet', 'longueuil'), 'amisgest-sdg');
  await stage.tries(people.nadia, stage.holds('stranger', 'elsewhere'), 'amisgest-sdg');
  await database('devices').update({ shared: true, name: 'iPad des Coccinelles', stolen_at: Date.now() });
  const julie = await stage.idOf(people.julie);
  const [place, rule] = [await idIn('places'), await idIn('rules')];
  const { browser_id: browser } = await database('connections').where({ user_id: julie }).first('browser_id');
  await connectOften(stage, julie, 60);
  const device = `appareils/${browser}`;
  return [
    '',
    'connexions',
    'connexions?period=all&search=helene',
    'connexions?search=xenophon',
    'cadenas',
    'avant-de-fermer',
    `personnes/${julie}`,
    `personnes/${julie}/historique`,
    `personnes/${hired}`,
    'endroits',
    'endroits?search=xenophon',
    'endroits/nouveau?cercle=oui&find=address&address=Longueuil',
    `endroits/${place}`,
    `endroits/${place}/retirer`,
    'appareils',
    'appareils?search=xenophon',
    device,
    `${device}/joindre`,
    `${device}/perdu`,
    'autorisations',
    'autorisations?search=xenophon',
    'autorisations/nouvelle',
    `autorisations/nouvelle?step=preview&effect=deny&person=${julie}`,
    'autorisations/nouvelle?step=preview&network=chez+Julie',
    `autorisations/${rule}`,
    'et-si',
    `et-si?person=${julie}&application=amisgest-sdg&machine=new:tablet`,
  ].map((path) => `/reglages/${path}`);
}

/** At both widths: what axe finds, and how far it scrolls sideways. */
async function faultsOn({ page, goTo }: Hand, path: string): Promise<readonly string[]> {
  const answered = page.waitForResponse((answer) => answer.request().isNavigationRequest());
  await goTo(path);
  const status = (await answered).status();
  const faults = status === 200 ? [] : [`answers ${status}`];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const violations = await violationsOn(page);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    faults.push(...violations.map((violation) => `${width} px: ${violation}`));
    if (sideways > 0) faults.push(`${width} px: scrolls sideways by ${sideways} px`);
  }
  return faults.map((fault) => `${path} ${fault}`);
}

for (const language of ['fr', 'en'] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`Nobody is left out of Réglages in ${language}, ${colorScheme}, on a phone and on a desk`, async ({
      theatre,
    }) => {
      const stage = await theatre.open();
      try {
        const pages = await pagesOf(stage);
        const [sylvie, pierre] = [await stage.as('Sylvie'), await stage.as('Pierre')];
        const faults: string[] = [];
        const see = async (hand: Hand, paths: readonly string[]) => {
          await hand.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await hand.goTo('/reglages');
          if (language === 'en') await hand.press('English');
          for (const path of paths) faults.push(...(await faultsOn(hand, path)));
        };
        await see(sylvie, pages);
        await see(pierre, [
          '/reglages',
          '/reglages/connexions',
          '/reglages/cadenas',
          '/reglages/avant-de-fermer',
        ]);
        if (faults.length > 0) throw new Error(faults.join('\n'));
      } finally {
        await stage.close();
      }
    });

test.run();
