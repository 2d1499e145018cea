import * as assert from 'uvu/assert';
import { people } from '../../../support/walk.ts';
import { rulesInForce } from '../props.ts';
import { group, line, type Row, reads, readsIn, region, result } from '../row.ts';
import { again } from '../stage.ts';

const rules = '/reglages/autorisations';
const preview = 'Voir ce que ça change';
const inTenDays = () => new Date(Date.now() + 10 * 86_400_000).toLocaleDateString('fr-CA');
const tomorrow = () => new Date(Date.now() + 86_400_000).toLocaleDateString('fr-CA');

export const ruleRows: readonly Row[] = [
  {
    sentence: '6. Authorizations and refusals: every rule as a sentence, its origin, expiry, author',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('nurseryTablet', 'longueuil'));
      await hand.goTo('/reglages');
      const julie = { role: 'article', has: /^Julie Tremblay/ } as const;
      await hand.unfold(/^Ce que vous autorisez/, julie);
      await hand.choose('Pendant 30 jours', julie);
      await hand.press('Autoriser', julie);
      await hand.press('Autorisations');
      await readsIn(
        hand,
        line(/Julie Tremblay.*Demande autorisée, par Sylvie Gagnon/),
        /Autorisation .*Julie Tremblay.*iPad.*CPE Les Papillons.*jusqu’au? .*Demande autorisée, par Sylvie Gagnon, à l’instant/i,
      );
      await stage.tries(people.nadia, stage.holds('nadiaPhone', 'longueuil'));
      await hand.goTo('/reglages');
      await hand.press('Refuser', { role: 'article', has: /^Nadia Benali/ });
      await hand.press('Autorisations');
      await hand.filterBy('Afficher', 'Refus', 'Chercher');
      await reads(
        hand,
        /Un résultat\.|1 résultat\./,
        /Refus .*Nadia Benali.*Demande refusée, par Sylvie Gagnon/,
      );
    },
  },
  {
    sentence: '6. create with every dimension: who, with what, from where, when, until when',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('juliePhone', 'longueuil'));
      await hand.goTo(rules);
      await hand.press('Ajouter une autorisation ou un refus');
      await hand.choose(/^Autoriser/);
      await hand.pick('Qui?', /^Julie Tremblay/);
      await hand.press('Montrer ses appareils');
      await hand.pick('Avec quoi?', /Téléphone Android.*à l’instant/i);
      await hand.pick('D’où?', 'CPE Les Papillons');
      await hand.fill('Date', inTenDays(), group(/^Jusqu’à quand/));
      await hand.fill('Heure (facultatif)', '18:30', group(/^Jusqu’à quand/));
      await hand.unfold('À certaines heures seulement');
      await hand.choose('lundi', group(/^Plage 1/));
      await hand.choose('vendredi', group(/^Plage 1/));
      await hand.fill('De', '06:30', group(/^Plage 1/));
      await hand.fill('À', '18:00', group(/^Plage 1/));
      await hand.unfold('Plus de précisions');
      await hand.pick('Rôle', 'Éducation');
      await hand.pick('Application', 'Amisgest mobile');
      await hand.pick('Sorte d’appareil', 'Téléphone');
      await hand.pick('Navigateur', /^Application Amisgest/);
      await hand.fill('Réseau', '198.51.100.0/24');
      await hand.pick('Province ou région', 'Québec');
      await hand.pick('Pays', 'Canada');
      await hand.fill('Date', tomorrow(), group(/^À partir de quand/));
      await hand.press(preview);
      await readsIn(
        hand,
        region(/^Ce qui sera enregistré/),
        /Julie Tremblay/,
        /CPE Les Papillons/,
        /lundi et vendredi|vendredi/,
      );
      await hand.press('Enregistrer');
      await reads(hand, /C’est enregistré\. C’est en vigueur maintenant\./);
      const written = (await rulesInForce(stage)).at(-1) ?? {};
      const empty = Object.entries(written).filter(([, value]) => value === null);
      assert.equal(
        empty.map(([name]) => name).filter((name) => !['ended_at', 'device_id', 'ended_by'].includes(name)),
        [],
      );
      assert.is((await stage.acts())[0], 'rule.added');
    },
  },
  {
    sentence: '6. a refusal is written, turns away at once, is edited, ended, and brought back by undo',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const tablet = stage.holds('nurseryTablet', 'longueuil');
      await stage.tries(people.julie, tablet);
      await hand.goTo(`${rules}/nouvelle`);
      await hand.choose(/^Refuser/);
      await hand.pick('Qui?', /^Julie Tremblay/);
      await hand.press(preview);
      await hand.press('Enregistrer');
      assert.is((await again(stage, tablet)).outcome, 'refused');
      await hand.press(/^Refus .*Julie Tremblay.*Ajout dans cette page/);
      await hand.pick('Qui?', /^Nadia Benali/);
      await hand.press(preview);
      await hand.press('Enregistrer');
      await reads(hand, /Le changement est enregistré\./);
      assert.is((await again(stage, tablet)).outcome, 'waits');
      await hand.press(/^Refus .*Nadia Benali.*Ajout dans cette page/);
      await hand.press('Retirer ce refus');
      await reads(hand, /C’est retiré, et plus en vigueur\./);
      const left = (await rulesInForce(stage)).length;
      await hand.press('Annuler', result);
      await reads(hand, /C’est annulé : tout est comme avant\./);
      assert.is((await rulesInForce(stage)).length, left + 1);
    },
  },
  {
    sentence: '6/8. bad input is told beside its field, and keeps what was typed',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const before = await rulesInForce(stage);
      await hand.goTo(`${rules}/nouvelle`);
      await hand.pick('Qui?', /^Julie Tremblay/);
      await hand.fill('Date', '2020-01-15', group(/^Jusqu’à quand/));
      await hand.unfold('Plus de précisions');
      await hand.fill('Réseau', 'chez Julie');
      await hand.press(preview);
      await reads(
        hand,
        /Il reste quelque chose à corriger\./,
        /Ce n’est pas une adresse/,
        /Cette fin est déjà passée/,
      );
      assert.is(await hand.page.getByLabel('Réseau', { exact: true }).inputValue(), 'chez Julie');
      assert.match(await hand.page.locator('#person option:checked').innerText(), /^Julie Tremblay/);
      assert.equal(await rulesInForce(stage), before);
    },
  },
  {
    sentence: '6. for everyone, from everywhere: it has to be meant',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const before = await rulesInForce(stage);
      await hand.goTo(`${rules}/nouvelle`);
      await hand.press(preview);
      await hand.press('Enregistrer');
      await reads(hand, /Cochez la case pour confirmer que vous le voulez aussi large\./);
      assert.equal(await rulesInForce(stage), before);
      await hand.choose('Je sais que c’est très large, et je le veux ainsi.');
      await hand.press('Enregistrer');
      await reads(hand, /C’est enregistré/);
    },
  },
];
