import * as assert from 'uvu/assert';
import { addresses } from '../../../support/geo-cities.ts';
import { people } from '../../../support/walk.ts';
import { rulesInForce } from '../props.ts';
import { group, line, type Row, reads, readsIn, result, see } from '../row.ts';
import { again } from '../stage.ts';

const places = '/reglages/endroits';
const left = group(/^Non autorisés/);
const right = group(/^Autorisés/);
const sherbrooke = /Sherbrooke/;

export const placeRows: readonly Row[] = [
  {
    sentence: '3. All places of the organization: two lists side by side, not authorized | authorized',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('juliePhone', 'elsewhere'));
      await hand.goTo('/reglages/connexions');
      await hand.press('Endroits');
      await reads(hand, /Tous les endroits/, /Non autorisés \(\d+\)/, /Autorisés \(\d+\)/);
      await readsIn(hand, left, sherbrooke);
      if (hand.kind !== 'scripts-off') {
        const [one, other] = await Promise.all([
          hand.page.locator('#non-autorises').boundingBox(),
          hand.page.locator('#autorises').boundingBox(),
        ]);
        assert.ok(Math.abs(Number(one?.y) - Number(other?.y)) < 2, 'side by side');
      }
      await see(hand, /^Autorisés/);
      await readsIn(hand, right, /CPE Les Papillons/);
    },
  },
  {
    sentence:
      '3. each row an endroit or a network with city, who uses it, date and time of the last attempt, the address as a detail',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('juliePhone', 'elsewhere'));
      await hand.goTo(places);
      const there = line(sherbrooke);
      await readsIn(
        hand,
        there,
        /Sherbrooke.* (Julie Tremblay et Marc Roy|Marc Roy et Julie Tremblay) .*vu à l’instant/i,
      );
      assert.not.match(await hand.words(there), /203\.0\.113\.77/);
      await hand.unfold('Qui, et avec quelle adresse', there);
      await readsIn(hand, there, /Adresse du réseau : 203\.0\.113\.77/, /Julie Tremblay doit attendre/);
    },
  },
  {
    sentence: '3. a network with the city and the owner of the network',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holdsAt('juliePhone', addresses.linkoping));
      await hand.goTo(places);
      await readsIn(hand, line(/Linköping/), /Linköping.*, Bredband2 AB Julie Tremblay/);
    },
  },
  {
    sentence: '3. « Autoriser » for the selection: its people enter there, and undo takes it back',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const phone = stage.holds('juliePhone', 'elsewhere');
      assert.is((await stage.tries(people.julie, phone)).outcome, 'waits');
      const before = await rulesInForce(stage);
      await hand.goTo(places);
      await hand.choose(sherbrooke);
      await hand.press('Autoriser');
      await reads(
        hand,
        /Un endroit autorisé, pour 2 personnes\. C’est en vigueur maintenant\.|1 endroit autorisé/,
      );
      assert.is((await again(stage, phone)).outcome, 'in', 'her next request obeys');
      assert.is((await stage.acts())[0], 'places.authorized');
      await hand.press('Annuler', result);
      await reads(hand, /tout est comme avant/);
      assert.equal(await rulesInForce(stage), before);
      assert.is((await again(stage, phone)).outcome, 'waits');
    },
  },
  {
    sentence: '3. « Retirer » for the selection: its people wait there again, and the others’ places stay',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const tablet = stage.holds('nurseryTablet', 'brossard');
      await stage.tries(people.julie, tablet);
      await hand.goTo(places);
      await hand.choose(/Installation de Brossard/);
      await hand.press('Autoriser');
      assert.is((await again(stage, tablet)).outcome, 'in');
      await see(hand, /^Autorisés/);
      await hand.choose(/Installation de Brossard/);
      await hand.press('Retirer');
      await reads(hand, /n’est plus autorisé/);
      assert.is((await again(stage, tablet)).outcome, 'waits');
      await readsIn(hand, left, /Installation de Brossard/);
      await see(hand, /^Autorisés/);
      await readsIn(hand, right, /CPE Les Papillons/);
    },
  },
  {
    sentence:
      '3. « Tout autoriser » and « Tout retirer » act on the filtered list, name the count, and can be undone',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const phone = stage.holds('juliePhone', 'elsewhere');
      await stage.tries(people.julie, phone);
      const before = await rulesInForce(stage);
      await hand.goTo(places);
      await hand.fill('Chercher une personne, un endroit, une ville', 'sherbrooke');
      await hand.press('Afficher');
      await reads(hand, /Non autorisés \(1\)/, /Autorisés \(0\)/);
      await hand.press('Tout autoriser (1)');
      await reads(hand, /endroit autorisé/);
      assert.is((await again(stage, phone)).outcome, 'in');
      await see(hand, /^Autorisés/);
      await hand.press('Tout retirer (1)');
      await reads(hand, /n’est plus autorisé/);
      assert.is((await again(stage, phone)).outcome, 'waits');
      await hand.press('Annuler', result);
      await reads(hand, /tout est comme avant/);
      assert.is((await again(stage, phone)).outcome, 'in');
      assert.ok((await rulesInForce(stage)).length > before.length);
    },
  },
  {
    sentence: '3. nothing ticked changes nothing, and says so; nothing that matches says what to do',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('juliePhone', 'elsewhere'));
      const before = await rulesInForce(stage);
      await hand.goTo(places);
      await hand.press('Autoriser');
      await reads(hand, /Rien n’a changé\. Cochez d’abord au moins une ligne\./);
      assert.equal(await rulesInForce(stage), before);
      await hand.goTo(`${places}?search=xenophon`);
      await reads(hand, /Aucun endroit ne correspond/);
      await hand.press('Afficher tous les endroits');
      await reads(hand, /CPE Les Papillons/);
    },
  },
];
