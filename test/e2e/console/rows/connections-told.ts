import * as assert from 'uvu/assert';
import { people } from '../../../support/walk.ts';
import { connectOften } from '../props.ts';
import { doesNotRead, type Row, reads, row, says } from '../row.ts';

const connections = '/reglages/connexions';

export const toldRows: readonly Row[] = [
  {
    sentence: '1. the button of pending requests with its count',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hand.goTo(connections);
      const count = async () => {
        const tab = await hand.page
          .getByRole('link', { name: /demandes? en attente|^Demandes$/ })
          .innerText();
        return Number.parseInt(tab, 10) || 0;
      };
      const before = await count();
      await stage.tries(people.julie, stage.holds('nurseryTablet', 'longueuil'));
      await hand.goTo(connections);
      assert.is(await count(), before + 1);
      await hand.press(/demandes? en attente/);
      await reads(hand, /Demandes en attente/, /Julie Tremblay, éducatrice/);
    },
  },
  {
    sentence: '1. per row the person, what they used, from where (in words), last attempt',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('nurseryTablet', 'longueuil'), 'amisgest-sdg');
      await hand.goTo(`${connections}?search=julie`);
      const words = await hand.words(row(/à l’instant/i));
      says(words, /Julie Tremblay,? éducatrice iPad · Safari CPE Les Papillons À l’instant/);
      assert.not.match(words, /198\.51\.100/);
    },
  },
  {
    sentence: '1. « Non autorisée » with its padlock where it applies',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('nurseryTablet', 'longueuil'));
      await stage.database('approval_requests').update({ status: 'cancelled' });
      await hand.goTo(connections);
      const mark = hand.page.getByRole('row').filter({ hasText: 'Julie Tremblay' }).first().locator('.mark');
      says(await mark.innerText(), /^Non autorisée$/);
      assert.is(await mark.locator('svg').first().isVisible(), true);
      const own = hand.page.getByRole('row').filter({ hasText: 'Sylvie Gagnon' }).first().locator('.mark');
      says(await own.innerText(), /^Autorisée$/);
    },
  },
  {
    sentence: '1. new attempts announce themselves without moving the rows',
    who: 'Sylvie',
    without: { 'scripts-off': 'nothing comes by itself to a page without scripts: a reload shows it' },
    steps: async (hand, stage) => {
      await hand.goTo(connections);
      const rows = () => hand.page.getByRole('row').allInnerTexts();
      const before = await rows();
      await stage.tries(people.julie, stage.holds('nurseryTablet', 'longueuil'));
      // She comes back to the page.
      await hand.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await hand.page.getByText('Une nouvelle tentative').waitFor();
      assert.equal(await rows(), before);
      await hand.press('Afficher', { role: 'status', has: 'Une nouvelle tentative' });
      const [, first = ''] = await rows();
      assert.match(first, /Julie Tremblay/);
    },
  },
  {
    sentence: '1/8. a very long list pages by key, there and back',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await connectOften(stage, await stage.idOf(people.julie), 70);
      await hand.goTo(`${connections}?period=all`);
      await hand.press('Voir les suivantes');
      await reads(hand, /Nadia Benali/, /Revenir aux plus récentes/);
      await hand.press('Revenir aux plus récentes');
      await reads(hand, /Voir les suivantes/);
      await doesNotRead(hand, /Nadia Benali/);
    },
  },
  {
    sentence: '1/8. empty: nobody yet, and nothing that matches, each with what to do',
    who: 'Pierre',
    steps: async (hand, stage) => {
      await hand.goTo(`${connections}?period=all`);
      await hand.fill('Chercher une personne, un endroit, une ville', 'Xénophon');
      await hand.press('Afficher');
      await reads(hand, /Aucune connexion ne correspond/);
      await hand.press('Afficher toutes les connexions');
      await reads(hand, /Annie Girard/);
      const { id } = await stage.organization('arcenciel');
      for (const table of ['connections', 'seen_people'])
        await stage.database(table).where({ organization_id: id }).delete();
      await hand.goTo(connections);
      await reads(hand, /Personne ne s’est encore connecté/, /Chaque connexion s’affichera ici/);
    },
  },
];
