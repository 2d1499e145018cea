import * as assert from 'uvu/assert';
import { people } from '../../../support/walk.ts';
import { rulesInForce } from '../props.ts';
import { doesNotRead, line, type Row, reads, result } from '../row.ts';
import { again } from '../stage.ts';

const places = '/reglages/endroits';
const sherbrooke = /Sherbrooke/;

export const namingRows: readonly Row[] = [
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
