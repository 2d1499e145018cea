import * as assert from 'uvu/assert';
import { people } from '../../../support/walk.ts';
import type { Hand } from '../hands.ts';
import { connectOften, rulesInForce } from '../props.ts';
import { type Row, reads, result, row, says } from '../row.ts';
import { again, type Stage } from '../stage.ts';

const meanwhile =
  /Rien n’a été enregistré : quelqu’un a fait un changement pendant que cette page était ouverte/;

/** Marc, on the same page at the same time. */
async function marcOn(stage: Stage, path: string): Promise<Hand> {
  const marc = await stage.as('Marc');
  await marc.goTo(path);
  return marc;
}

export const staleRows: readonly Row[] = [
  {
    sentence: 'Two administrators at once, one stale page: the connections of one person',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const phone = stage.holds('juliePhone', 'elsewhere');
      await stage.tries(people.julie, phone);
      const path = `/reglages/personnes/${await stage.idOf(people.julie)}`;
      await hand.goTo(path);
      const marc = await marcOn(stage, path);
      await marc.choose(/Sherbrooke/);
      await marc.press('Autoriser');
      await hand.choose(/Sherbrooke/);
      await hand.press('Autoriser');
      await reads(hand, meanwhile, /Connexions autorisées \(Julie Tremblay\), par Marc Roy/);
      assert.is((await again(stage, phone)).outcome, 'in', 'what Marc did stands');
    },
  },
  {
    sentence: 'Two administrators at once, one stale page: access',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const path = `/reglages/personnes/${await stage.idOf(people.julie)}`;
      await hand.goTo(path);
      const marc = await marcOn(stage, path);
      await marc.choose(/^Toujours/);
      await marc.press('Enregistrer');
      await hand.choose(/^Retiré/);
      await hand.press('Enregistrer');
      await hand.press('Retirer l’accès');
      await reads(hand, meanwhile, /Accès modifié \(Julie Tremblay\), par Marc Roy/);
      assert.is(await hand.page.getByRole('radio', { name: /^Toujours/ }).isChecked(), true);
    },
  },
  {
    sentence: 'Two administrators at once, one stale page: all places',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const phone = stage.holds('juliePhone', 'elsewhere');
      await stage.tries(people.julie, phone);
      await hand.goTo('/reglages/endroits');
      const marc = await marcOn(stage, '/reglages/endroits');
      await marc.choose(/Sherbrooke/);
      await marc.press('Autoriser');
      const after = await rulesInForce(stage);
      await hand.choose(/Sherbrooke/);
      await hand.press('Retirer');
      await reads(hand, meanwhile, /Endroits autorisés.*, par Marc Roy/);
      assert.equal(await rulesInForce(stage), after);
    },
  },
  {
    sentence: 'Two administrators at once, one stale page: a device, and what was typed is not lost',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hand.goTo('/reglages/appareils');
      await hand.press(/Ordinateur Linux/, row(/Sylvie Gagnon/));
      const marc = await marcOn(stage, new URL(hand.page.url()).pathname);
      await marc.fill('Nom', 'Bureau de Marc');
      await marc.press('Enregistrer');
      await hand.fill('Nom', 'Bureau de la direction');
      await hand.press('Enregistrer');
      await reads(hand, meanwhile, /Appareil modifié.*, par Marc Roy/, /Bureau de Marc/);
      assert.is(await hand.page.getByLabel('Nom', { exact: true }).inputValue(), 'Bureau de la direction');
      await hand.press('Enregistrer');
      await reads(hand, /C’est enregistré/, /Bureau de la direction/);
    },
  },
  {
    sentence: 'Two administrators at once, one stale page: a place, and what was typed is not lost',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hand.goTo('/reglages/endroits');
      await hand.press('Installation de Brossard');
      const marc = await marcOn(stage, new URL(hand.page.url()).pathname);
      await marc.fill('Nom', 'Brossard');
      await marc.press('Enregistrer');
      await hand.fill('Nom', 'Annexe de Brossard');
      await hand.press('Enregistrer');
      await reads(hand, meanwhile, /Endroit modifié.*, par Marc Roy/);
      assert.is(await hand.page.getByLabel('Nom', { exact: true }).inputValue(), 'Annexe de Brossard');
    },
  },
  {
    sentence: 'Two administrators at once, one stale page: a rule',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hand.goTo('/reglages/autorisations?search=nadia');
      await hand.press(/^Autorisation Nadia Benali/);
      const path = new URL(hand.page.url()).pathname;
      await hand.pick('D’où?', 'Installation de Brossard');
      await hand.press('Voir ce que ça change');
      const marc = await marcOn(stage, path);
      await marc.press('Retirer cette autorisation');
      const after = await rulesInForce(stage);
      await hand.press('Enregistrer');
      await reads(hand, meanwhile, /par Marc Roy/, /C’est terminé/);
      assert.equal(await rulesInForce(stage), after);
      await hand.press('Reprendre ce que vous aviez rempli, comme un ajout');
      assert.is(await hand.page.locator('#place option:checked').innerText(), 'Installation de Brossard');
    },
  },
  {
    sentence:
      'Two administrators at once, one stale page: the padlock closes on nothing that was not rehearsed',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hand.goTo('/reglages/cadenas');
      await hand.press('Ouvrir jusqu’à nouvel ordre');
      await hand.press('Fermer le cadenas');
      const marc = await marcOn(stage, `/reglages/personnes/${await stage.idOf(people.nadia)}`);
      await marc.press(/^Tout retirer/);
      await hand.press('Fermer le cadenas');
      await reads(hand, meanwhile, /Connexions retirées \(Nadia Benali\), par Marc Roy/);
      assert.not((await stage.organization()).locked);
      await hand.press('Fermer le cadenas');
      assert.ok((await stage.organization()).locked);
    },
  },
];

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
      const marc = await marcOn(stage, '/reglages/connexions');
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
