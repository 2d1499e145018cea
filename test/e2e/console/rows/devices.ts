import * as assert from 'uvu/assert';
import { people } from '../../../support/walk.ts';
import type { Hand } from '../hands.ts';
import { card, doesNotRead, type Row, reads, readsIn, region, result, row } from '../row.ts';
import { again, type Stage } from '../stage.ts';

const devices = '/reglages/appareils';
const ipad = row(/iPad.*à l’instant/i);

/** Julie’s new iPad, let in once and for all, and its page. */
async function openIPad(hand: Hand, stage: Stage) {
  const tablet = stage.holds('nurseryTablet', 'longueuil');
  await stage.tries(people.julie, tablet, 'amisgest-sdg');
  await hand.goTo('/reglages');
  await hand.press('Autoriser', card(/^Julie Tremblay/));
  assert.is((await again(stage, tablet, 'amisgest-sdg')).outcome, 'in');
  await hand.goTo('/reglages/connexions');
  await hand.press('Appareils');
  await hand.press(/iPad/, ipad);
  return tablet;
}

export const deviceRows: readonly Row[] = [
  {
    sentence: '6. Devices: name, kind and who uses it',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await openIPad(hand, stage);
      await readsIn(hand, region(/^Qui l’a utilisé/), /Julie Tremblay.*CPE Les Papillons/);
      await hand.fill('Nom', 'iPad des Coccinelles');
      await hand.pick('Genre d’appareil', 'Ordinateur');
      await hand.press('Enregistrer');
      await reads(hand, /C’est enregistré\./, /iPad des Coccinelles/);
      await hand.goTo(devices);
      await readsIn(
        hand,
        row(/iPad des Coccinelles/),
        /Ordinateur · Safari.*Julie Tremblay.*CPE Les Papillons.*à l’instant/i,
      );
      await hand.fill(/^Chercher un appareil/, 'coccinelles');
      await hand.press('Afficher');
      await reads(hand, /iPad des Coccinelles/);
      await doesNotRead(hand, /Ordinateur Linux/);
      await hand.fill(/^Chercher un appareil/, 'xenophon');
      await hand.press('Afficher');
      await reads(hand, /Aucun appareil ne correspond/);
      assert.is(
        (await stage.database('devices').where({ name: 'iPad des Coccinelles' }).first()).kind,
        'computer',
      );
      assert.is((await stage.acts())[0], 'device.changed');
    },
  },
  {
    sentence: '6. shared: the session is short and asks who is there, until it is not shared any more',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const tablet = await openIPad(hand, stage);
      await hand.press('Marquer comme partagé');
      await reads(hand, /L’appareil est marqué comme partagé\. C’est en vigueur maintenant\./);
      const asked = await again(stage, tablet, 'amisgest-sdg');
      assert.match(asked.words, /Continuer comme Julie/);
      await hand.goTo(devices);
      await hand.filterBy('Appareils', /^Partagés/);
      await readsIn(hand, ipad, /Partagé/);
      await hand.press(/iPad/, ipad);
      await hand.press('Ne plus marquer comme partagé');
      await reads(hand, /L’appareil n’est plus marqué comme partagé\./);
      await hand.press('Annuler', result);
      await reads(hand, /tout est comme avant/, /Cet appareil est marqué comme partagé\./);
    },
  },
  {
    sentence: '6. linked browsers: « C’est le même appareil », and separated again',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.nadia, stage.holds('nadiaPhone', 'longueuil'), 'amisgest-sdg');
      await openIPad(hand, stage);
      await hand.press('C’est le même appareil qu’un autre…');
      await reads(hand, /Choisissez l’appareil qui est la même machine que « ?iPad/);
      await hand.fill(/^Chercher un appareil/, 'nadia');
      await hand.press('Afficher');
      await hand.choose(/^iPhone.*à l’instant/i);
      await hand.press('C’est le même appareil');
      await reads(hand, /ses navigateurs sont réunis/);
      await readsIn(hand, region(/^Navigateurs de cet appareil/), /iPad · Safari/, /iPhone · Safari/);
      await hand.press(/^Séparer ce navigateur : iPhone/);
      await reads(hand, /Le navigateur est séparé\./);
      await hand.press('Annuler', result);
      await readsIn(hand, region(/^Navigateurs de cet appareil/), /iPad · Safari/, /iPhone · Safari/);
    },
  },
  {
    sentence: '6. lost or stolen: what it does is said first; it is out at once, and back once it is found',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const tablet = await openIPad(hand, stage);
      await hand.press('Signaler perdu ou volé…');
      await reads(
        hand,
        /Signaler « ?iPad.* ?» perdu ou volé\?/,
        /Utilisé par Julie Tremblay\./,
        /L’appareil est refusé partout, même quand le cadenas est ouvert/,
      );
      await hand.press('Signaler perdu ou volé');
      await reads(hand, /L’appareil est signalé perdu ou volé\./);
      assert.is((await again(stage, tablet, 'amisgest-sdg')).outcome, 'refused');
      await hand.press('Il est retrouvé');
      await reads(hand, /L’appareil est retrouvé/);
      assert.is((await again(stage, tablet, 'amisgest-sdg')).outcome, 'in');
    },
  },
  {
    sentence: '6. one’s own device: reporting it says that one will be out',
    who: 'Sylvie',
    steps: async (hand) => {
      await hand.goTo(devices);
      await hand.press(/Ordinateur Linux/, row(/Sylvie Gagnon/));
      await reads(hand, /C’est l’appareil que vous utilisez en ce moment\./);
      await hand.press('Signaler perdu ou volé…');
      await reads(hand, /Attention : c’est l’appareil que vous utilisez en ce moment\./);
      await hand.press('Annuler');
      await reads(hand, /Cet appareil/);
    },
  },
];
