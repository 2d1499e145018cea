import * as assert from 'uvu/assert';
import { people } from '../../../support/walk.ts';
import { connectOften, hire } from '../props.ts';
import { doesNotRead, type Row, reads, readsIn, row, says } from '../row.ts';

const connections = '/reglages/connexions';
const day = 86_400_000;

export const connectionRows: readonly Row[] = [
  {
    sentence:
      '1. Connexions: the grid of everyone who signed in, the last one first, and nobody of another centre',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('nurseryTablet', 'longueuil'));
      await hand.goTo(connections);
      const words = await hand.words();
      assert.ok(words.indexOf('Julie Tremblay') < words.indexOf('Sylvie Gagnon'), words);
      await hand.filterBy('Période', 'Tout');
      await reads(hand, /Marc Roy/, /Nadia Benali/, /Chantal Bouchard/, /Daniel Bergeron/);
      await doesNotRead(hand, /Pierre Lavoie/);
    },
  },
  {
    sentence: '1. menu of the application',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('juliePhone', 'longueuil'), 'amisgest-mobile');
      await stage.tries(people.nadia, stage.holds('nadiaPhone', 'longueuil'), 'amisgest-sdg');
      await hand.goTo(connections);
      await hand.filterBy('Application', 'Amisgest mobile');
      await reads(hand, /Julie Tremblay/);
      await doesNotRead(hand, /Nadia Benali/);
      await hand.filterBy('Application', 'Toutes');
      await reads(hand, /Julie Tremblay/, /Nadia Benali/);
    },
  },
  {
    sentence: '1. menu of the period: Aujourd’hui, Depuis 7 jours, Depuis 30 jours, Tout',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const ages = [
        ['Melissa Ancienne', 40],
        ['Odile Trente', 20],
        ['Rita Sept', 3],
        ['Zoé Jour', 0],
      ] as const;
      for (const [name, days] of ages) {
        const [givenName = '', familyName = ''] = name.split(' ');
        const email = `${familyName}@papillons.test`.toLowerCase();
        const id = await hire(stage, { email, givenName, familyName });
        await stage.tries(email, stage.holds('juliePhone', 'longueuil'));
        const at = Date.now() - days * day;
        await stage.database('connections').where({ user_id: id }).update({ first_seen: at, last_seen: at });
        await stage.database('sign_ins').where({ user_id: id }).update({ at });
      }
      await hand.goTo(connections);
      for (const [period, count] of [
        ['Aujourd’hui', 1],
        ['Depuis 7 jours', 2],
        ['Depuis 30 jours', 3],
        ['Tout', 4],
      ] as const) {
        if (period !== 'Depuis 7 jours' || hand.kind !== 'pointer') await hand.filterBy('Période', period);
        else await hand.goTo(`${connections}?period=7-days`);
        const words = await hand.words();
        const seen = ages.filter(([name]) => words.includes(name)).map(([name]) => name);
        assert.equal(
          seen,
          ages.slice(ages.length - count).map(([name]) => name),
          period,
        );
      }
    },
  },
  {
    sentence: '1. Tout: with pending requests under 60 days',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('stranger', 'elsewhere'));
      const julie = await stage.idOf(people.julie);
      const at = Date.now() - 59 * day;
      const newest = () =>
        stage.database('connections').where({ user_id: julie }).orderBy('last_seen', 'desc');
      const { id } = await newest().first('id');
      await stage.database('connections').where({ id }).update({ first_seen: at, last_seen: at });
      await hand.goTo(`${connections}?period=all&search=julie`);
      const waits = row(/Sherbrooke/);
      await readsIn(hand, waits, /Julie Tremblay.*En attente/);
    },
  },
  {
    sentence: '1. search, which also finds members never seen',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hire(stage, {
        email: 'helene@papillons.test',
        givenName: 'Hélène',
        familyName: 'Gélinas',
        jobTitle: 'éducatrice',
      });
      await hand.goTo(`${connections}?period=all`);
      await hand.fill('Chercher une personne, un endroit, une ville', 'fortin melissa');
      await hand.press('Afficher');
      await reads(hand, /Mélissa Fortin/);
      await doesNotRead(hand, /Nadia Benali/);
      await hand.fill('Chercher une personne, un endroit, une ville', 'gelinas');
      await hand.press('Afficher');
      await reads(hand, /Jamais de connexion/, /ne s’est jamais connectée/);
      await hand.press(/Hélène Gélinas/);
      await reads(hand, /Hélène Gélinas, éducatrice/, /Aucune connexion pour l’instant/);
    },
  },
  {
    sentence: '1. the padlock with its state in words: closed',
    who: 'Sylvie',
    steps: async (hand) => {
      await hand.goTo(connections);
      await reads(
        hand,
        /Cadenas fermé Seules les connexions autorisées passent\. \d+ personnes, \d+ connexions/,
      );
    },
  },
  {
    sentence: '1. the padlock with its state in words: open',
    who: 'Pierre',
    steps: async (hand) => {
      await hand.goTo(connections);
      await reads(hand, /Cadenas ouvert Tout le monde peut entrer; chaque connexion est notée\./);
    },
  },
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
