import * as assert from 'uvu/assert';
import { people } from '../../../support/walk.ts';
import type { Hand } from '../hands.ts';
import { rulesInForce } from '../props.ts';
import { doesNotRead, group, line, type Row, reads, readsIn, result } from '../row.ts';
import { again } from '../stage.ts';

const places = '/reglages/endroits';
const left = group(/^Non autorisés/);
const right = group(/^Autorisés/);
const sherbrooke = /Sherbrooke/;

/** On a phone each list is a tab. */
async function see(hand: Hand, list: RegExp): Promise<void> {
  const tab = hand.page.locator('.list-tabs').getByRole('link', { name: list });
  if (await tab.isVisible()) await hand.press(list, { role: 'navigation', has: /Non autorisés/ });
}

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
  {
    sentence:
      '3. name a place from here: the address of the row is filled in, and the row is called by its name',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('juliePhone', 'elsewhere'));
      await hand.goTo(places);
      await hand.press(/^Nommer cet endroit/, line(sherbrooke));
      assert.is(await hand.page.getByLabel('Adresses du réseau').inputValue(), '203.0.113.77');
      await hand.fill('Nom', 'Bureau de l’Estrie');
      await hand.press('Enregistrer');
      await reads(
        hand,
        /L’endroit a un nom\. Choisissez maintenant qui peut y entrer\./,
        /Bureau de l’Estrie/,
      );
      await hand.goTo('/reglages/connexions?search=julie');
      await reads(hand, /Julie Tremblay.*Bureau de l’Estrie/);
      assert.is((await stage.acts())[0], 'place.added');
    },
  },
  {
    sentence: '3. bad input is told beside the form, and keeps what was typed',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hand.goTo(places);
      await hand.press('Ajouter un endroit');
      await hand.fill('Nom', 'Annexe');
      await hand.fill('Adresses du réseau', '300.1.2.3');
      await hand.press('Enregistrer');
      await reads(
        hand,
        /L’endroit n’est pas encore enregistré\./,
        /« ?300\.1\.2\.3 ?» n’est ni une adresse ni une plage/,
      );
      assert.is(await hand.page.getByLabel('Nom', { exact: true }).inputValue(), 'Annexe');
      assert.is(await hand.page.getByLabel('Adresses du réseau').inputValue(), '300.1.2.3');
      assert.is(Number((await stage.database('places').where({ name: 'Annexe' }).count('* as n'))[0]?.n), 0);
      await hand.fill('Adresses du réseau', '192.0.2.77');
      await hand.press('Enregistrer');
      await reads(hand, /L’endroit a un nom/);
    },
  },
  {
    sentence: '3. draw its circle on the map, or give address and radius',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hand.goTo(`${places}/nouveau`);
      await hand.fill('Nom', 'Longueuil et autour');
      await hand.press('Ajouter un cercle sur la carte');
      assert.is(await hand.page.getByLabel('Nom', { exact: true }).inputValue(), 'Longueuil et autour');
      await hand.fill('Adresse ou municipalité', 'Longueuil');
      await hand.press('Trouver');
      await reads(hand, /Nous avons trouvé Longueuil/);
      const latitude = () => hand.page.locator('[name=latitude]').inputValue();
      const found = Number.parseFloat((await latitude()).replace(',', '.'));
      await hand.moveNorth(/^Centre du cercle/, 'Nord');
      assert.ok(Number.parseFloat((await latitude()).replace(',', '.')) > found);
      await hand.fill('Rayon, en mètres', '12000');
      await hand.press('Enregistrer');
      await reads(hand, /L’endroit a un nom/);
      const kept = await stage.database('places').where({ name: 'Longueuil et autour' }).first();
      assert.ok(kept.latitude > found && kept.latitude < found + 0.2, JSON.stringify(kept));
      assert.is(kept.radius_meters, 12_000);
    },
  },
  {
    sentence: '3. everyone here, for a named place: anybody enters from there, until it is ended',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const tablet = stage.holds('preschoolTablet', 'brossard');
      assert.is((await stage.tries(people.nadia, tablet)).outcome, 'waits');
      await hand.goTo(places);
      await hand.press('Installation de Brossard');
      await hand.press('Autoriser tout le monde ici');
      await reads(hand, /Tout le monde peut entrer d’ici, sauf ce qui est refusé\./);
      assert.is((await again(stage, tablet)).outcome, 'in');
      await hand.press('Ne plus autoriser tout le monde ici');
      await reads(hand, /Seules les personnes autorisées entrent d’ici\./);
      assert.is((await again(stage, tablet)).outcome, 'waits');
    },
  },
  {
    sentence:
      '3. a place is renamed, and removed with what named it, once it was said; undo brings all of it back',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const before = await rulesInForce(stage);
      await hand.goTo(places);
      await hand.press('Installation de Brossard');
      await hand.fill('Nom', 'Annexe de Brossard');
      await hand.press('Enregistrer');
      await reads(hand, /L’endroit est enregistré\./, /Annexe de Brossard/);
      await hand.press('Retirer cet endroit');
      await reads(hand, /Retirer l’endroit « ?Annexe de Brossard ?»\?/, /Ceci prendra fin aussi/);
      await hand.press('Retirer cet endroit');
      await reads(hand, /L’endroit est retiré, avec les autorisations et les refus qui le nommaient\./);
      assert.ok((await rulesInForce(stage)).length < before.length);
      await hand.press('Annuler', result);
      await reads(hand, /tout est comme avant/, /Annexe de Brossard/);
      assert.is((await rulesInForce(stage)).length, before.length);
      await doesNotRead(hand, /Installation de Brossard/);
    },
  },
];
