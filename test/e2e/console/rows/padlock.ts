import * as assert from 'uvu/assert';
import { look } from '../../../support/machines.ts';
import { people } from '../../../support/walk.ts';
import { closedOnce, givePassword, hire, rulesInForce } from '../props.ts';
import { doesNotRead, line, type Row, reads, readsIn, result, says } from '../row.ts';
import { again, told } from '../stage.ts';

const connections = '/reglages/connexions';
const padlock = '/reglages/cadenas';
const annie = 'annie.girard@arcenciel.test';

export const padlockRows: readonly Row[] = [
  {
    sentence: '2. The padlock: closing shows the essai à blanc, how long history is and who never signed in',
    who: 'Pierre',
    steps: async (hand, stage) => {
      await closedOnce(stage);
      await hire(
        stage,
        { email: 'h@arcenciel.test', givenName: 'Hélène', familyName: 'Gélinas' },
        'arcenciel',
      );
      await hand.goTo(connections);
      await hand.press('Fermer le cadenas');
      await reads(
        hand,
        /Essai à blanc Si le cadenas avait été fermé, voici qui aurait eu à attendre/,
        /Annie Girard aurait eu à attendre \(.+, Garderie L’Arc-en-ciel\)/,
        /Observation depuis \d+ jours\./,
        /ne s’est jamais connectée : elle devra attendre/,
      );
      await hand.unfold('Voir qui');
      await reads(hand, /Hélène Gélinas/);
    },
  },
  {
    sentence: '2. the one-tap remedy beside each line, and its way back',
    who: 'Pierre',
    steps: async (hand, stage) => {
      await closedOnce(stage);
      await hand.goTo(padlock);
      await hand.press('Autoriser (Annie Girard)');
      await reads(hand, /C’est autorisé\. L’essai à blanc ci-dessous en tient compte\./);
      await doesNotRead(hand, /Annie Girard aurait eu à attendre/);
      assert.is((await rulesInForce(stage, 'arcenciel')).length, 1);
      assert.is((await stage.acts('arcenciel'))[0], 'connections.authorized');
      await hand.press('Annuler', result);
      await reads(hand, /tout est comme avant/, /Annie Girard aurait eu à attendre/);
      assert.is((await rulesInForce(stage, 'arcenciel')).length, 0);
    },
  },
  {
    sentence:
      '2. the first closing authorizes the last month’s connections: who was in goes on, what is new waits',
    who: 'Pierre',
    steps: async (hand, stage) => {
      await givePassword(stage, annie);
      const known = stage.holds('rainbowTablet', 'rosemont');
      assert.is((await stage.tries(annie, known)).outcome, 'in');
      await hand.goTo(padlock);
      await reads(hand, /Les \d+ connexions du dernier mois seront autorisées\./);
      await hand.press('Fermer le cadenas');
      await reads(hand, /Cadenas fermé/);
      assert.ok((await stage.organization('arcenciel')).locked);
      const rules = await rulesInForce(stage, 'arcenciel');
      assert.ok(rules.length > 5 && rules.every(({ origin }) => origin === 'first-closing'));
      assert.is((await again(stage, known)).outcome, 'in');
      assert.is((await stage.tries(annie, stage.holds('etiennePhone', 'elsewhere'))).outcome, 'waits');
    },
  },
  {
    sentence: '2. it refuses, with the remedy, when the closer would be locked out',
    who: 'Pierre',
    steps: async (hand, stage) => {
      await closedOnce(stage);
      await hand.goTo(padlock);
      await reads(hand, /Votre propre connexion n’est pas encore autorisée\. Commencez par elle\./);
      await hand.press('Fermer le cadenas');
      await reads(hand, /Le cadenas n’a pas été fermé : votre propre connexion n’est pas autorisée/);
      assert.not((await stage.organization('arcenciel')).locked);
      await hand.press('Autoriser ma connexion');
      await hand.press('Fermer le cadenas');
      await reads(hand, /Cadenas fermé/);
      assert.ok((await stage.organization('arcenciel')).locked);
    },
  },
  {
    sentence: '2. it refuses, with the remedy, when no administrator could enter',
    who: 'Pierre',
    steps: async (_hand, stage) => {
      await closedOnce(stage);
      // Nobody has ever entered from here: her own connection does not count as a way in.
      const hand = await stage.as('Pierre', 'pierreHome');
      await hand.goTo(padlock);
      await hand.press('Autoriser ma connexion');
      await hand.press('Fermer le cadenas');
      await reads(
        hand,
        /Le cadenas n’a pas été fermé : plus personne avec le rôle Administration n’aurait pu entrer/,
        /Autorisez d’abord la connexion d’une personne qui a ce rôle/,
      );
      assert.not((await stage.organization('arcenciel')).locked);
      await hand.goTo(padlock);
      await hand.press('Autoriser (Pierre Lavoie)', line(/Pierre Lavoie .*Linux, Garderie L’Arc-en-ciel/));
      await hand.press('Fermer le cadenas');
      await reads(hand, /Cadenas fermé/);
    },
  },
  {
    sentence: '2. opening for an hour: it says until when, lets everyone in, and closes by itself',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const { database } = stage;
      const tablet = stage.holds('nurseryTablet', 'elsewhere');
      const waiting = await stage.tries(people.julie, tablet);
      assert.is(waiting.outcome, 'waits');
      await hand.goTo(connections);
      await hand.press('Ouvrir le cadenas');
      await reads(hand, /Ouvrir le cadenas\? Toutes les personnes, sauf celles dont l’accès est retiré/);
      await hand.press('Ouvrir pendant 1 h');
      await reads(
        hand,
        /Cadenas ouvert jusqu’à .+ Tout le monde peut entrer; .+ Il se refermera tout seul\./,
      );
      const { relock_at } = await stage.organization();
      assert.ok(Math.abs(Number(relock_at) - Date.now() - 3_600_000) < 60_000);
      assert.is(told(await look(tablet, waiting.page)).outcome, 'in', 'her page continues');
      await database('organizations')
        .where({ alias: 'papillons' })
        .update({ relock_at: Date.now() - 1 });
      await hand.goTo(connections);
      await reads(hand, /Cadenas fermé/);
      assert.is((await again(stage, tablet)).outcome, 'waits');
    },
  },
  {
    sentence: '2. opening until further notice, and closing again',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hand.goTo(padlock);
      await hand.press('Ouvrir jusqu’à nouvel ordre');
      await reads(hand, /Cadenas ouvert Tout le monde peut entrer/);
      const { locked, relock_at } = await stage.organization();
      assert.equal([Boolean(locked), relock_at], [false, null]);
      const tablet = stage.holds('nurseryTablet', 'elsewhere');
      assert.is((await stage.tries(people.julie, tablet)).outcome, 'in');
      await hand.press('Fermer le cadenas');
      await hand.press('Fermer le cadenas');
      await reads(hand, /Cadenas fermé/);
      assert.is((await again(stage, tablet)).outcome, 'waits');
    },
  },
  {
    sentence: '2. every closing and opening tells all administrators by e-mail and is in the journal',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hand.goTo(padlock);
      await hand.press('Ouvrir jusqu’à nouvel ordre');
      assert.is((await stage.acts())[0], 'padlock.opened');
      for (const email of [people.sylvie, people.marc])
        says(
          await stage.mailTo(email, /Le cadenas est ouvert – CPE Les Papillons/),
          /Sylvie Gagnon a ouvert/,
        );
      await hand.goTo(padlock);
      await hand.press('Fermer le cadenas');
      assert.is((await stage.acts())[0], 'padlock.closed');
      for (const email of [people.sylvie, people.marc])
        says(await stage.mailTo(email, /Le cadenas est fermé – CPE Les Papillons/), /Sylvie Gagnon a fermé/);
      await hand.goTo('/demo/courrier');
      await reads(hand, /Le cadenas est fermé – CPE Les Papillons/);
    },
  },
  {
    sentence: '8. a checklist « Avant de fermer le cadenas » for a new organization',
    who: 'Pierre',
    steps: async (hand, stage) => {
      await hand.goTo(connections);
      await hand.press('Avant de fermer le cadenas');
      await reads(
        hand,
        /points? reste(?:nt)? à régler/,
        /Seule cette personne a le rôle Administration : Pierre Lavoie\./,
        /Toute l’équipe s’est connectée/,
        /Le numéro de la personne de garde s’affiche/,
      );
      await readsIn(hand, line(/Votre service de garde a un nom/), /Fait .*endroit nommé/);
      const { id } = await stage.organization('arcenciel');
      await stage.database('places').where({ organization_id: id }).update({ removed_at: Date.now() });
      await hand.goTo('/reglages/avant-de-fermer');
      await readsIn(hand, line(/Votre service de garde a un nom/), /À faire .*Nommez l’endroit/);
      await hand.press('Passer à l’essai à blanc');
      await reads(hand, /Fermer le cadenas\?/);
    },
  },
];
