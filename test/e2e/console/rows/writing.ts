import * as assert from 'uvu/assert';
import { people } from '../../../support/walk.ts';
import type { Hand } from '../hands.ts';
import { rulesInForce } from '../props.ts';
import { line, type Row, reads, readsIn, row, says, see } from '../row.ts';
import { again, type Stage } from '../stage.ts';

const meanwhile =
  /Rien n’a été enregistré : quelqu’un a fait un changement pendant que cette page était ouverte/;

/** Marc, on the same page at the same time. */
async function marcOn(stage: Stage, path: string): Promise<Hand> {
  const marc = await stage.as('Marc');
  await marc.goTo(path);
  return marc;
}

export const writingRows: readonly Row[] = [
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
      await see(marc, /^Autorisés/);
      await marc.press(/^Tout retirer/);
      await hand.press('Fermer le cadenas');
      await reads(hand, meanwhile, /Connexions retirées \(Nadia Benali\), par Marc Roy/);
      assert.not((await stage.organization()).locked);
      await hand.press('Fermer le cadenas');
      assert.ok((await stage.organization()).locked);
    },
  },
  {
    sentence: 'Every write: the role is checked at the moment of writing',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hand.goTo('/reglages/appareils');
      await hand.press(/Ordinateur Linux/, row(/Sylvie Gagnon/));
      await hand.fill('Nom', 'Mon bureau');
      const { id } = await stage
        .database('memberships')
        .where({ user_id: await stage.idOf(people.sylvie) })
        .first('id');
      await stage.database('membership_roles').where({ membership_id: id }).update({ role: 'educator' });
      await hand.press('Enregistrer');
      assert.not.match(await hand.words(), /C’est enregistré/);
      assert.equal(await stage.database('devices').where({ name: 'Mon bureau' }), []);
    },
  },
  {
    sentence: 'Every write is in the journal with actor, before and after',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const julie = await stage.idOf(people.julie);
      await hand.goTo(`/reglages/personnes/${julie}`);
      await hand.choose(/^Toujours/);
      await hand.press('Enregistrer');
      await readsIn(
        hand,
        line(/Accès modifié/),
        /par Sylvie Gagnon, à l’instant : Toujours \(autorisation complète\)/i,
      );
      const [entry] = await stage.database('journal').orderBy('at', 'desc').orderBy('id', 'desc').limit(1);
      const actor = await stage.database('pseudonyms').where({ pseudonym: entry.actor }).first('user_id');
      assert.is(actor.user_id, await stage.idOf(people.sylvie));
      says(entry.before, /by_rules/);
      says(entry.after, /always/);
    },
  },
];
