import * as assert from 'uvu/assert';
import { type Row, reads, readsIn, region } from '../row.ts';

const whatIf = '/reglages/et-si';
const answer = region(/^La réponse/);

export const whatIfRows: readonly Row[] = [
  {
    sentence:
      '7. What if: choose a person, an application, a device, a place, a time: the answer and the reasons, nothing changed',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const everything = async () =>
        Promise.all(
          ['rules', 'sign_ins', 'journal', 'approval_requests', 'connections'].map((table) =>
            stage.database(table),
          ),
        );
      const before = await everything();
      await hand.goTo('/reglages/connexions');
      await hand.press('Et si…');
      await hand.pick('Qui?', /^Julie Tremblay/);
      await hand.press('Montrer ses appareils');
      await hand.pick('Dans quelle application?', 'Amisgest SDG');
      await hand.pick('Avec quoi?', 'Une tablette jamais vue');
      await hand.pick('D’où?', 'CPE Les Papillons');
      await hand.fill('Date', new Date(Date.now() + 86_400_000).toLocaleDateString('fr-CA'));
      await hand.fill('Heure (facultatif)', '06:45');
      await hand.press('Voir la réponse');
      await readsIn(
        hand,
        answer,
        /Doit attendre une autorisation Julie Tremblay, dans Amisgest SDG \(.*CPE Les Papillons\), .* 6 h 45\. Cadenas fermé\./,
        /Premier essai avec cet appareil/,
        /Ce que disent les autorisations et les refus/,
      );
      await hand.pick('Avec quoi?', /^iPad/);
      await hand.press('Voir la réponse');
      await readsIn(hand, answer, /Entre sans attendre/, /C’est ce qui a décidé\./);
      assert.equal(await everything(), before);
    },
  },
  {
    sentence: '7. under an open padlock, what would be if it were closed',
    who: 'Pierre',
    steps: async (hand) => {
      await hand.goTo(whatIf);
      await hand.pick('Qui?', /^Annie Girard/);
      await hand.press('Voir la réponse');
      await readsIn(hand, answer, /Entre sans attendre/, /Cadenas ouvert\./);
      await hand.choose('Fermé');
      await hand.press('Voir la réponse');
      await readsIn(hand, answer, /Doit attendre une autorisation/, /Cadenas fermé\./);
    },
  },
  {
    sentence: '7/8. what cannot be understood is told beside its field, and kept',
    who: 'Sylvie',
    steps: async (hand) => {
      await hand.goTo(whatIf);
      await hand.pick('Qui?', /^Julie Tremblay/);
      await hand.fill('Ou une adresse de réseau', 'chez Julie');
      await hand.press('Voir la réponse');
      await reads(hand, /Ce n’est pas une adresse\. Exemple/);
      assert.is(await hand.page.getByLabel('Ou une adresse de réseau').inputValue(), 'chez Julie');
    },
  },
];
