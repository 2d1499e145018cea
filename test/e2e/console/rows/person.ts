import * as assert from 'uvu/assert';
import { people } from '../../../support/walk.ts';
import { hire, rulesInForce } from '../props.ts';
import {
  doesNotRead,
  group,
  line,
  type Row,
  reads,
  readsIn,
  region,
  result,
  row,
  says,
  see,
} from '../row.ts';
import { again } from '../stage.ts';

const connections = '/reglages/connexions';
const left = group(/^Non autorisés/);
const right = group(/^Autorisés/);

export const personRows: readonly Row[] = [
  {
    sentence:
      '4. One person (the icon at the end of the row): where they signed in, on a map drawn on our server',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('juliePhone', 'elsewhere'));
      await hand.goTo(`${connections}?search=julie`);
      await hand.press('Endroits et autorisations : Julie Tremblay', row(/Sherbrooke/));
      await reads(hand, /Julie Tremblay, éducatrice julie\.tremblay@papillons\.test/);
      const where = region(/^Où/);
      await readsIn(hand, where, /CPE Les Papillons/, /Sherbrooke/, /Approximatif, d’après le réseau/);
      const map = hand.page.getByRole('region', { name: 'Où' }).locator('svg[role=img], svg').first();
      assert.is(await map.isVisible(), true);
      assert.is(await hand.page.locator('img:not([src^="/"])').count(), 0, 'nothing comes from elsewhere');
    },
  },
  {
    sentence:
      '4. their connections as two lists (device, browser) with the same buttons: authorize, and undo',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const phone = stage.holds('juliePhone', 'elsewhere');
      assert.is((await stage.tries(people.julie, phone)).outcome, 'waits');
      const before = await rulesInForce(stage);
      await hand.goTo(`/reglages/personnes/${await stage.idOf(people.julie)}`);
      await readsIn(hand, left, /Sherbrooke/);
      await see(hand, /^Autorisés/);
      await readsIn(hand, right, /CPE Les Papillons/);
      await see(hand, /^Non autorisés/);
      await hand.choose(/Sherbrooke/);
      await hand.press('Autoriser');
      await reads(hand, /connexion autorisée\. C’est en vigueur maintenant\./);
      await see(hand, /^Autorisés/);
      await readsIn(hand, right, /Sherbrooke/);
      assert.is((await again(stage, phone)).outcome, 'in', 'her next request obeys');
      await hand.press('Annuler', result);
      await reads(hand, /tout est comme avant/);
      assert.equal(await rulesInForce(stage), before);
      assert.is((await again(stage, phone)).outcome, 'waits');
    },
  },
  {
    sentence: '4. the same buttons: « Retirer », « Tout autoriser », « Tout retirer »',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const phone = stage.holds('juliePhone', 'elsewhere');
      await stage.tries(people.julie, phone);
      await hand.goTo(`/reglages/personnes/${await stage.idOf(people.julie)}`);
      await hand.press(/^Tout autoriser/);
      await reads(hand, /Non autorisés \(0\)/);
      assert.is((await again(stage, phone)).outcome, 'in');
      await see(hand, /^Autorisés/);
      await hand.choose(/Sherbrooke/);
      await hand.press('Retirer');
      await reads(hand, /n’est plus autorisée/);
      assert.is((await again(stage, phone)).outcome, 'waits');
      await see(hand, /^Autorisés/);
      await hand.press(/^Tout retirer/);
      await reads(hand, /ne sont plus autorisées/, /Autorisés \(0\)/);
    },
  },
  {
    sentence: '4. access by authorizations, always, or withdrawn, with what each means',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const phone = stage.holds('juliePhone', 'elsewhere');
      await stage.tries(people.julie, phone);
      const julie = await stage.idOf(people.julie);
      await hand.goTo(`/reglages/personnes/${julie}`);
      await hand.choose(/^Toujours \(autorisation complète\)/);
      await hand.press('Enregistrer');
      await reads(hand, /L’accès est enregistré/);
      assert.is((await again(stage, phone)).outcome, 'in');
      await hand.choose(/^Retiré/);
      await hand.press('Enregistrer');
      await reads(
        hand,
        /Retirer l’accès : Julie Tremblay\?/,
        /Ses connexions en cours prennent fin tout de suite/,
      );
      await hand.press('Retirer l’accès');
      await reads(hand, /L’accès est enregistré/);
      assert.is((await again(stage, phone)).outcome, 'refused');
      await hand.choose(/^Selon les autorisations/);
      await hand.press('Enregistrer');
      assert.is((await again(stage, phone)).outcome, 'waits');
      assert.is((await stage.acts())[0], 'access.changed');
    },
  },
  {
    sentence: '4. their devices',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('juliePhone', 'elsewhere'), 'amisgest-sdg');
      await hand.goTo(`/reglages/personnes/${await stage.idOf(people.julie)}`);
      await readsIn(hand, region(/^Appareils/), /iPad/, /Téléphone Android/);
      await hand.press(/Téléphone Android.*à l’instant/i, region(/^Appareils/));
      await reads(hand, /Qui l’a utilisé Julie Tremblay/);
    },
  },
  {
    sentence: '4. their history with the reason of every decision (« Pourquoi? »)',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await stage.tries(people.julie, stage.holds('juliePhone', 'elsewhere'), 'amisgest-sdg');
      await hand.goTo(`/reglages/personnes/${await stage.idOf(people.julie)}`);
      const attempt = line(/Mise en attente à l’instant, dans Amisgest SDG/i);
      await doesNotRead(hand, /Premier essai avec cet appareil/);
      await hand.unfold('Pourquoi?', attempt);
      await readsIn(hand, attempt, /Premier essai avec cet appareil/);
      const allowed = line(/Autorisée .*dans Amisgest SDG/);
      const [first] = await hand.page.getByRole('listitem').filter({ hasText: allowed.has }).all();
      assert.ok(first !== undefined, 'what was let in is told, too');
      await hand.press('Voir plus');
      await reads(hand, /Historique : Julie Tremblay/, /Voir ce qui précède/);
      await hand.press('Retour à la personne');
      await reads(hand, /Julie Tremblay, éducatrice/);
    },
  },
  {
    sentence: '4. one’s own connection cannot be taken away from oneself by mistake',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      await hand.goTo(`/reglages/personnes/${await stage.idOf(people.sylvie)}`);
      await see(hand, /^Autorisés/);
      const own = line(/C’est la connexion que vous utilisez en ce moment\./);
      const box = hand.page.getByRole('listitem').filter({ hasText: own.has }).getByRole('checkbox');
      assert.is(await box.isDisabled(), true);
    },
  },
  {
    sentence: '8. two people of the same name are told apart',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const [one, other] = ['julie2@papillons.test', 'julie3@papillons.test'];
      const name = { givenName: 'Julie', familyName: 'Tremblay' };
      await hire(stage, { email: one, ...name, jobTitle: 'éducatrice' });
      await hire(stage, { email: other, ...name, jobTitle: 'cuisinière' });
      await hand.goTo(`${connections}?period=all`);
      await hand.fill(/^Chercher une personne/, 'julie tremblay');
      await hand.press('Afficher');
      await reads(hand, /cuisinière/, /julie2@papillons\.test/);
      await hand.press(/Julie Tremblay.*cuisinière/);
      await reads(hand, /Julie Tremblay, cuisinière julie3@papillons\.test/);
    },
  },
  {
    sentence: '8. names of any length, with accents: they wrap, and nothing scrolls sideways',
    who: 'Sylvie',
    steps: async (hand, stage) => {
      const givenName = 'Marie-Élisabeth-Anastasie';
      const familyName = 'Vaillancourtdesrocherscharbonneau'.repeat(3);
      await stage
        .database('users')
        .where({ email: people.julie })
        .update({ given_name: givenName, family_name: familyName });
      await stage.tries(people.julie, stage.holds('juliePhone', 'elsewhere'));
      const julie = await stage.idOf(people.julie);
      const paths = ['connexions', '', 'endroits', `personnes/${julie}`, 'appareils', 'autorisations'];
      for (const path of paths) {
        await hand.goTo(`/reglages/${path}`);
        says(await hand.words(), /Marie-Élisabeth-Anastasie Vaillancourt/);
        const sideways = await hand.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(sideways <= 0, `/reglages/${path} scrolls sideways by ${sideways} px`);
      }
    },
  },
];
