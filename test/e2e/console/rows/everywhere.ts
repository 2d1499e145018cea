import * as assert from 'uvu/assert';
import { people } from '../../../support/walk.ts';
import { connectOften, rulesInForce } from '../props.ts';
import { type Row, reads, result, says } from '../row.ts';

export const everywhereRows: readonly Row[] = [
  {
    sentence: 'Another organization’s ids answer 404 like absent ones',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const theirs = (await stage.organization('arcenciel')).id;
      const of = async (table: string) =>
        (await stage.database(table).where({ organization_id: theirs }).first('id'))?.id;
      const [pierre, place, device] = [
        await stage.idOf(people.pierre),
        await of('places'),
        await of('devices'),
      ];
      const browser = (await stage.database('connections').where({ organization_id: theirs }).first())
        .browser_id;
      const statuses: number[] = [];
      hand.page.on('response', (answer) => statuses.push(answer.status()));
      await hand.goTo('/reglages/personnes/nobody');
      const withoutReference = async () => (await hand.words()).replace(/Référence : \w+/, '');
      const absent = await withoutReference();
      says(absent, /Cette page n’existe pas/);
      for (const path of [
        `personnes/${pierre}`,
        `endroits/${place}`,
        `appareils/${device ?? browser}`,
        `appareils/${browser}`,
      ]) {
        statuses.length = 0;
        await hand.goTo(`/reglages/${path}`);
        assert.is(statuses[0], 404, path);
        assert.is(await withoutReference(), absent, path);
      }
    },
  },
  {
    sentence: '3/4. above twenty, « Tout … » says what will happen to how many, and asks for the password',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const julie = await stage.idOf(people.julie);
      await connectOften(stage, julie, 25);
      const before = await rulesInForce(stage);
      await hand.goTo(`/reglages/personnes/${julie}`);
      await hand.press(/^Tout autoriser/);
      await reads(
        hand,
        /Confirmez avec votre mot de passe/,
        /Vous allez autoriser 25 lignes d’un seul coup\./,
      );
      await hand.fill('Votre mot de passe', 'not hers');
      await hand.press('Confirmer');
      await reads(hand, /Ce n’est pas le bon mot de passe/);
      assert.equal(await rulesInForce(stage), before);
      await hand.fill('Votre mot de passe', 'Cadenas-2026');
      await hand.press('Confirmer');
      await reads(hand, /25 connexions autorisées/);
      await hand.press('Annuler', result);
      assert.equal(await rulesInForce(stage), before);
    },
  },
  {
    sentence: '8. printing: what matters is there, and no button',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('juliePhone', 'elsewhere'));
      const julie = await stage.idOf(people.julie);
      const pages: readonly (readonly [string, RegExp])[] = [
        ['connexions?period=all', /Julie Tremblay.*Sherbrooke.*(Non autorisée|En attente)/],
        ['endroits', /Non autorisés.*Sherbrooke.*Autorisés.*CPE Les Papillons/],
        [`personnes/${julie}`, /Non autorisés.*Sherbrooke.*Autorisés.*CPE Les Papillons.*Historique/],
        ['appareils', /iPad.*Julie Tremblay/],
        ['autorisations', /Autorisation.*Julie Tremblay/],
        ['', /Julie Tremblay, éducatrice veut entrer/],
        ['cadenas', /Ouvrir le cadenas\?/],
        ['avant-de-fermer', /Avant de fermer le cadenas/],
      ];
      await hand.page.emulateMedia({ media: 'print' });
      for (const [path, wanted] of pages) {
        await hand.goTo(`/reglages/${path}`);
        says(await hand.words(), wanted);
        const buttons = await hand.page
          .locator('button:visible, .button:visible, input[type=submit]:visible')
          .allInnerTexts();
        assert.equal(buttons, [], `/reglages/${path}`);
      }
    },
  },
  {
    sentence:
      '8. screen reader: each page has one heading and a title of its own; what a button did takes the focus',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('juliePhone', 'elsewhere'));
      const titles = new Set<string>();
      const paths = ['', 'connexions', 'endroits', 'appareils', 'autorisations', 'et-si', 'cadenas'];
      for (const path of paths) {
        await hand.goTo(`/reglages/${path}`);
        titles.add(await hand.page.title());
        assert.is(await hand.page.getByRole('heading', { level: 1 }).count(), 1, path);
      }
      assert.is(titles.size, paths.length);
      await hand.goTo('/reglages/endroits');
      await hand.choose(/Sherbrooke/);
      await hand.press('Autoriser');
      const focused = hand.page.locator(':focus');
      assert.is(await focused.getAttribute('role'), 'status');
      says(await focused.innerText(), /endroit autorisé/);
    },
  },
  {
    sentence: '8. in English, too: the way there is on every page, and the choice stays',
    who: 'Sylvie',
    steps: async (hand) => {
      await hand.goTo('/reglages/connexions');
      await hand.press('English');
      await reads(hand, /Padlock closed/);
      await hand.goTo('/reglages/endroits');
      await reads(hand, /All places/);
      await hand.press('Français');
      await reads(hand, /Tous les endroits/);
    },
  },
  {
    sentence:
      'The effect of a button is immediate: an administrator whose access is withdrawn is out at her next page',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const marc = await stage.as('Marc');
      await marc.goTo('/reglages/connexions');
      await hand.goTo(`/reglages/personnes/${await stage.idOf(people.marc)}`);
      await hand.choose(/^Retiré/);
      await hand.press('Enregistrer');
      await hand.press('Retirer l’accès');
      await marc.goTo('/reglages/connexions');
      const words = await marc.words();
      assert.not.match(words, /Cadenas fermé/);
    },
  },
  {
    sentence: 'Every page leads to every other by its tabs, and out',
    who: 'Sylvie',
    steps: async (hand) => {
      await hand.goTo('/reglages/connexions');
      for (const [tab, title] of [
        [/^Demandes$|demandes? en attente/, /Demandes en attente/],
        ['Endroits', /Tous les endroits/],
        ['Appareils', /Appareils Chaque appareil/],
        ['Autorisations', /Autorisations et refus/],
        ['Et si…', /Et si… Essayez une connexion/],
        ['Connexions', /Cadenas fermé/],
      ] as const) {
        await hand.press(tab);
        await reads(hand, title);
      }
      await hand.press('Se déconnecter');
      await hand.press('Se déconnecter');
      await hand.goTo('/reglages/connexions');
      assert.is(new URL(hand.page.url()).pathname.startsWith('/connexion/'), true, hand.page.url());
    },
  },
];
