import * as assert from 'uvu/assert';
import { look } from '../../../support/machines.ts';
import { checkCode, people } from '../../../support/walk.ts';
import { enteredJustNow, rulesInForce } from '../props.ts';
import { card, doesNotRead, type Row, reads, readsIn, result, says } from '../row.ts';
import { again, told } from '../stage.ts';

const pending = '/reglages';
const julies = card(/^Julie Tremblay/);
const nadias = card(/^Nadia Benali/);

export const pendingRows: readonly Row[] = [
  {
    sentence: '5. Pending requests: cards with everything needed to decide in ten seconds; authorize',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const tablet = stage.holds('nurseryTablet', 'longueuil');
      const waiting = await stage.tries(people.julie, tablet, 'amisgest-sdg');
      await hand.goTo(pending);
      await readsIn(
        hand,
        julies,
        /Julie Tremblay, éducatrice/,
        /veut entrer dans Amisgest SDG avec un iPad utilisé pour la première fois, au? .*CPE Les Papillons, à l’instant/,
        /Avez-vous Julie devant vous\?/,
        /Ce que vous autorisez : Julie, avec cet iPad, à cet endroit · toujours/,
      );
      await hand.press('Autoriser', julies);
      await reads(hand, /C’est fait\. Julie peut entrer\./);
      assert.is(told(await look(tablet, waiting.page)).outcome, 'in');
      assert.is((await again(stage, tablet, 'amisgest-sdg')).outcome, 'in', 'and the next time');
      assert.is((await stage.acts())[0], 'approval.approved');
    },
  },
  {
    sentence: '5. authorize, and take it back at once',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const tablet = stage.holds('nurseryTablet', 'longueuil');
      await stage.tries(people.julie, tablet);
      const before = await rulesInForce(stage);
      await hand.goTo(pending);
      await hand.press('Autoriser', julies);
      await hand.press('Annuler', result);
      await reads(hand, /C’est annulé : l’autorisation est retirée\./);
      assert.equal(await rulesInForce(stage), before);
      assert.is((await again(stage, tablet)).outcome, 'waits');
    },
  },
  {
    sentence: '5. refuse: this time, by a refusal of fifteen minutes',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const tablet = stage.holds('nurseryTablet', 'longueuil');
      const waiting = await stage.tries(people.julie, tablet);
      await hand.goTo(pending);
      await hand.press('Refuser', julies);
      await reads(hand, /C’est refusé\. Julie ne peut pas entrer avec cet appareil pendant 15\s?minutes\./);
      says(told(await look(tablet, waiting.page)).words, /pas été autorisée/);
      assert.is((await again(stage, tablet)).outcome, 'refused');
      const { valid_until: until } = (await rulesInForce(stage)).at(-1) ?? {};
      assert.ok(Math.abs(Number(until) - Date.now() - 900_000) < 60_000);
    },
  },
  {
    sentence: '5. refuse this person on this device for good; the device for everyone is a separate choice',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('nurseryTablet', 'longueuil'));
      await hand.goTo(pending);
      await hand.unfold(/^Si vous refusez/, julies);
      await hand.choose(/^Toutes les personnes, avec cet iPad/, julies);
      await hand.choose(/^Julie, avec cet iPad, jusqu’à nouvel ordre/, julies);
      await readsIn(hand, julies, /Si vous refusez : Julie, avec cet iPad, jusqu’à nouvel ordre/);
      await hand.press('Refuser', julies);
      const refusal = (await rulesInForce(stage)).at(-1);
      assert.is(refusal?.effect, 'deny');
      assert.is(refusal?.valid_until, null);
      assert.is(refusal?.user_id, await stage.idOf(people.julie));
    },
  },
  {
    sentence:
      '5. scope and duration as in design §6: anywhere, person here, whole team; today, 30 days, until a date',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const tablet = stage.holds('nurseryTablet', 'longueuil');
      await stage.tries(people.julie, tablet);
      await hand.goTo(pending);
      await hand.unfold(/^Ce que vous autorisez/, julies);
      await readsIn(
        hand,
        julies,
        /N’importe où/i,
        /Toute l’équipe, avec cet iPad, à cet endroit/,
        /Aujourd’hui seulement/,
      );
      await hand.choose(/^Julie, avec n’importe quel appareil, à cet endroit/, julies);
      await hand.choose('Jusqu’à une date', julies);
      const day = new Date(Date.now() + 10 * 86_400_000).toLocaleDateString('fr-CA');
      await hand.fill('Dernier jour', day, julies);
      await hand.press('Autoriser', julies);
      await reads(hand, /C’est fait\. Julie peut entrer\./);
      const { user_id, browser_id, place_id, valid_until } = (await rulesInForce(stage)).at(-1) ?? {};
      assert.is(user_id, await stage.idOf(people.julie));
      assert.is(browser_id, null);
      assert.ok(place_id);
      assert.ok(Number(valid_until) > Date.now() + 9 * 86_400_000);
      assert.is((await stage.tries(people.julie, stage.holds('preschoolTablet', 'longueuil'))).outcome, 'in');
    },
  },
  {
    sentence:
      '5. with a risk the code is asked for even when signed in; a wrong one is told, and keeps what was chosen',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const tablet = stage.holds('nurseryTablet', 'elsewhere');
      await enteredJustNow(stage, people.julie);
      const waiting = await stage.tries(people.julie, tablet);
      await hand.goTo(pending);
      const code = checkCode(waiting.page);
      await hand.unfold(/^Ce que vous autorisez/, julies);
      await hand.choose('Aujourd’hui seulement', julies);
      await hand.fill('Code affiché à son écran', code === '000000' ? '111111' : '000000', julies);
      await hand.press('Autoriser', julies);
      await reads(hand, /Ce n’est pas le bon code/, /· aujourd’hui seulement/);
      await hand.fill('Code affiché à son écran', `${code.slice(0, 3)} ${code.slice(3)}`);
      await hand.press('Autoriser');
      await reads(hand, /C’est fait/);
      assert.is(told(await look(tablet, waiting.page)).outcome, 'in');
      const { valid_until: until } = (await rulesInForce(stage)).at(-1) ?? {};
      assert.ok(Number(until) < Date.now() + 86_400_000);
    },
  },
  {
    sentence: '5. deciding several at once keeps one look at each',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const [hers, other] = [
        stage.holds('nurseryTablet', 'longueuil'),
        stage.holds('nadiaPhone', 'longueuil'),
      ];
      const [julie, nadia] = [await stage.tries(people.julie, hers), await stage.tries(people.nadia, other)];
      await hand.goTo(pending);
      await hand.press('Autoriser celles qui sont cochées');
      await reads(hand, /Rien n’a changé\. Cochez d’abord au moins une demande\./);
      await hand.choose(/^Répondre avec d’autres/, julies);
      await hand.choose(/^Répondre avec d’autres/, nadias);
      await hand.press('Autoriser celles qui sont cochées');
      await reads(hand, /2 demandes sont autorisées\./);
      await doesNotRead(hand, /Julie Tremblay, éducatrice/);
      assert.is(told(await look(hers, julie.page)).outcome, 'in');
      assert.is(told(await look(other, nadia.page)).outcome, 'in');
    },
  },
  {
    sentence:
      '5. two administrators, one request: the second is told who has answered, and nothing is overwritten',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const tablet = stage.holds('nurseryTablet', 'longueuil');
      const waiting = await stage.tries(people.julie, tablet);
      await hand.goTo(pending);
      const marc = await stage.as('Marc');
      await marc.goTo(pending);
      await marc.press('Autoriser', julies);
      await hand.press('Refuser', julies);
      await reads(hand, /Marc Roy a autorisé cette demande/);
      assert.is(told(await look(tablet, waiting.page)).outcome, 'in');
    },
  },
  {
    sentence: '5/8. nobody waits: said, with where the next ones will be',
    who: 'Pierre',
    steps: async (hand) => {
      await hand.goTo(pending);
      await reads(hand, /Personne n’attend en ce moment\. Les prochaines demandes s’afficheront ici\./);
    },
  },
];
