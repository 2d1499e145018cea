import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { RuleTerms } from '../../policies/approval.ts';
import {
  changeAccess,
  changeRule,
  closePadlock,
  endRule,
  moveConnections,
  undoMove,
  undoRule,
  writeRule,
} from '../../provider/acts/index.ts';
import { userAgents } from '../../provider/demo/machines.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { arrive, isWaiting, look, machine, said, typePassword } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import {
  browser,
  day,
  type From,
  hour,
  monday,
  network,
  openSmallCentre,
  papillons,
  type SmallCentre,
  user,
} from '../support/small-centre.ts';
import { people, returned } from '../support/walk.ts';

interface Scene {
  centre: SmallCentre;
}

for (const dialect of dialects) {
  const test = suite<Scene>(`whoever closes the padlock, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
  });
  test.after.each(({ centre }) => centre.close());

  /** Sylvie closes, on a request that comes from there. */
  const closes = async (
    centre: SmallCentre,
    at: From,
    {
      spoken = 'office',
      proof = 'proven',
    }: { spoken?: 'office' | 'tablet'; proof?: 'proven' | 'unproven' } = {},
  ) => {
    const { facts } = await centre.tries('sylvie', spoken, at, { application: 'reglages', proof });
    return closePadlock(centre.needs, { organizationId: papillons, by: user('sylvie'), closer: facts });
  };
  const refusedFor = async (centre: SmallCentre, whom: string, act: () => Promise<unknown>) => {
    const before = await centre.everything();
    assert.equal(await act(), { kind: 'locks-out', whom });
    assert.equal(await centre.everything(), before);
  };
  const done = { kind: 'done', result: 'done' };

  test('Sylvie, on a line where she never was, would lock herself out: nothing is closed or written', async ({
    centre,
  }) => {
    await centre.came('sylvie', 'office', 'centre');
    await refusedFor(centre, 'closer', () => closes(centre, 'nowhere'));
    await refusedFor(centre, 'closer', () => closes(centre, 'centre', { spoken: 'tablet' }));
    assert.equal(await closes(centre, 'centre'), done);
    assert.is(await centre.decides('sylvie', 'office', 'centre'), 'allow: authorized');
  });

  test('in her region she would need the key of her browser', async ({ centre }) => {
    await centre.came('sylvie', 'office', 'home');
    await refusedFor(centre, 'closer', () => closes(centre, 'home', { proof: 'unproven' }));
    assert.equal(await closes(centre, 'otherHome'), done);
  });

  test('Sylvie who may always enter closes from anywhere; a refusal of the line is no obstacle to her', async ({
    centre,
  }) => {
    await centre.came('sylvie', 'office', 'centre');
    await centre.database('memberships').where({ user_id: 'sylvie' }).update({ access: 'always' });
    await centre.rule({ network: network('nowhere') }, { effect: 'deny' });
    assert.equal(await closes(centre, 'nowhere'), done);
  });

  test('a refusal that nobody felt under the open padlock stops the closing', async ({ centre }) => {
    await centre.came('sylvie', 'office', 'centre');
    const refusal = await centre.rule({ role: 'administration' }, { effect: 'deny' });
    await refusedFor(centre, 'closer', () => closes(centre, 'centre'));
    await centre.database('rules').where({ id: refusal }).update({ ended_at: monday });
    assert.equal(await closes(centre, 'centre'), done);
  });

  test('where no administrator came for a month, not even the operator closes', async ({ centre }) => {
    const closing = { organizationId: papillons, by: 'operator' } as const;
    await centre.came('julie', 'tablet', 'centre');
    await centre.came('marc', 'laptop', 'centre', { at: monday - 31 * day });
    await refusedFor(centre, 'administrators', () => closePadlock(centre.needs, closing));
    await centre.came('marc', 'laptop', 'centre');
    assert.equal(await closePadlock(centre.needs, closing), done);
  });

  test('a later closing authorizes nobody: Sylvie’s new computer would be locked out, her old one not', async ({
    centre,
  }) => {
    await centre.came('sylvie', 'office', 'centre');
    assert.equal(await closes(centre, 'centre'), done);
    await centre.database('organizations').where({ id: papillons }).update({ locked: false });
    centre.clock.now += day;
    await centre.came('sylvie', 'laptop', 'centre', { at: centre.clock.now - hour });
    const { facts } = await centre.tries('sylvie', 'laptop', 'centre', { application: 'reglages' });
    const closing = { organizationId: papillons, by: user('sylvie'), closer: facts };
    await refusedFor(centre, 'closer', () => closePadlock(centre.needs, closing));
    await centre.rule({ userId: user('sylvie'), browserId: browser('laptop') });
    assert.equal(await closePadlock(centre.needs, closing), done);
  });

  const termsOf = (conditions: RuleTerms['conditions'], effect: RuleTerms['effect']): RuleTerms => ({
    effect,
    conditions,
    validFrom: 'always',
    validUntil: 'always',
  });
  /** Marc enters whatever Sylvie does; she sits in the centre, at the computer of the office. */
  const beside = async (centre: SmallCentre) => {
    await centre.came('marc', 'laptop', 'home', { application: 'reglages' });
    await centre.rule({ userId: user('marc'), browserId: browser('laptop') });
    await centre.came('sylvie', 'office', 'centre', { application: 'reglages' });
    await centre.lock('closed');
    const { facts } = await centre.tries('sylvie', 'office', 'centre', { application: 'reglages' });
    return { organizationId: papillons, by: user('sylvie'), closer: facts };
  };
  const enters = (centre: SmallCentre) => centre.decides('sylvie', 'office', 'centre');

  test('Sylvie does not end, change or refuse herself her own way in while Marc has his; Marc may', async ({
    centre,
  }) => {
    const sylvie = await beside(centre);
    const own = { userId: user('sylvie'), browserId: browser('office') };
    const ruleId = await centre.rule(own);
    const away = termsOf({ ...own, network: network('home') }, 'allow');
    const hers = termsOf({ userId: user('sylvie') }, 'deny');
    await refusedFor(centre, 'closer', () => endRule(centre.needs, { ...sylvie, ruleId }));
    await refusedFor(centre, 'closer', () => changeRule(centre.needs, { ...sylvie, ruleId, terms: away }));
    await refusedFor(centre, 'closer', () => writeRule(centre.needs, { ...sylvie, terms: hers }));
    const marc = { organizationId: papillons, by: user('marc') };
    assert.is((await endRule(centre.needs, { ...marc, ruleId })).kind, 'done');
    assert.match(await enters(centre), /^ask/);
  });

  test('what let Sylvie in is undone by Marc, and not by herself', async ({ centre }) => {
    const sylvie = await beside(centre);
    const marc = { organizationId: papillons, by: user('marc') };
    const { id } = await centre.database('connections').where({ user_id: 'sylvie' }).first('id');
    const moving = { ...marc, arrow: 'authorize', userId: user('sylvie'), connectionIds: [id] } as const;
    const moved = await moveConnections(centre.needs, moving);
    if (moved.kind !== 'done') throw new Error(moved.kind);
    const { entryId } = moved.result;
    assert.is(await enters(centre), 'allow: authorized');
    await refusedFor(centre, 'closer', () => undoMove(centre.needs, { ...sylvie, entryId }));
    assert.is((await undoMove(centre.needs, { ...marc, entryId })).kind, 'done');
    const terms = termsOf({ userId: user('sylvie'), network: network('centre') }, 'allow');
    const written = await writeRule(centre.needs, { ...marc, terms });
    if (written.kind !== 'done') throw new Error(written.kind);
    const undone = { ...sylvie, entryId: written.result.entryId };
    await refusedFor(centre, 'closer', () => undoRule(centre.needs, undone));
    assert.is(await enters(centre), 'allow: authorized');
  });

  test('Sylvie who may always enter does not leave herself to rules that do not let her in', async ({
    centre,
  }) => {
    const { closer, ...sylvie } = await beside(centre);
    await centre.database('memberships').where({ user_id: 'sylvie' }).update({ access: 'always' });
    if (closer.membership === 'none') throw new Error('she is one of the organization');
    const access = 'by_rules' as const;
    const ruled = { ...closer, membership: { ...closer.membership, access } };
    const given = { ...sylvie, userId: user('sylvie'), access, closer: ruled };
    await refusedFor(centre, 'closer', () => changeAccess(centre.needs, given));
    await centre.rule({ userId: user('sylvie'), network: network('centre') });
    assert.is((await changeAccess(centre.needs, given)).kind, 'done');
  });

  test.run();

  const pages = suite<{ centre: Centre }>(`« Annuler » under the guard, on ${dialect.name}`);

  pages.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
  });
  pages.after.each(({ centre }) => centre.close());

  pages(
    'Marc, in by an approval that let in once, cannot take back Sylvie’s, her only one: the page says why, and it stands',
    async ({ centre }) => {
      const { database } = centre.home.house;
      // Nobody knows where he is: what lets him in writes no rule.
      const marcs = machine({ userAgent: userAgents.marcLaptop, address: 'somewhere' });
      const login = await marcs.browser.follow(await marcs.browser.get(`${centre.home.url}/reglages`));
      const marcWaits = await typePassword(marcs, login, people.marc);
      assert.ok(isWaiting(marcWaits), said(marcWaits));
      await centre.approve();
      assert.is((await look(marcs, marcWaits)).url, `${centre.home.url}/reglages`);
      await database('memberships').update({ access: 'by_rules' });

      const sylvies = machine({ userAgent: userAgents.sylvieOffice, address: '198.51.100.24' });
      const sylvieWaits = await arrive(sylvies, centre.attempt('amisgest-sdg'), people.sylvie);
      assert.ok(isWaiting(sylvieWaits), said(sylvieWaits));
      const { id } = await centre.request();
      const address = `${centre.home.url}/demandes/${id}`;
      const post = (to: string, fields = {}) => marcs.browser.post(to, fields);
      assert.match(
        said(await marcs.browser.follow(await post(address, { answer: 'approve' }))),
        /peut entrer/,
      );
      assert.ok(returned(await look(sylvies, sylvieWaits))?.get('code'));

      const written = async () => JSON.stringify([await database('rules'), await database('journal')]);
      const before = await written();
      const refused = await post(`${address}/annuler`);
      assert.is(refused.status, 409);
      assert.match(said(refused), /laisserait tout le monde dehors/);
      assert.match(said(refused), /Rien n’a été changé/);
      assert.is(await written(), before);
      assert.ok(returned(await arrive(sylvies, centre.attempt('amisgest-sdg'), people.sylvie))?.get('code'));

      await database('memberships')
        .where({ user_id: await centre.idOf(people.marc) })
        .update({ access: 'always' });
      await database('sightings').where({ network: 'unknown' }).update({ network: '192.0.2.64' });
      assert.match(said(await marcs.browser.follow(await post(`${address}/annuler`))), /retiré/);
      assert.ok(isWaiting(await arrive(sylvies, centre.attempt('amisgest-sdg'), people.sylvie)));
    },
  );

  pages.run();
}
