import * as assert from 'uvu/assert';
import { people } from '../../../support/walk.ts';
import { hire } from '../props.ts';
import { doesNotRead, type Row, reads, readsIn, row } from '../row.ts';

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
];
