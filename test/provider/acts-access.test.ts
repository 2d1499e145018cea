import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Access } from '../../policies/facts.ts';
import { changeAccess, undoAccess } from '../../provider/acts/index.ts';
import { dialects } from '../support/postgres.ts';
import { arcenciel, openSmallCentre, papillons, type SmallCentre, user } from '../support/small-centre.ts';

interface Scene {
  centre: SmallCentre;
}

const sylvie = { organizationId: papillons, by: user('sylvie') };
const stale = { kind: 'stale' };
const notYours = { kind: 'not-yours' };

for (const dialect of dialects) {
  const test = suite<Scene>(`access, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
    const { centre } = scene;
    await centre.lock('closed');
    await centre.came('sylvie', 'office', 'centre');
    await centre.database('memberships').where({ user_id: 'sylvie' }).update({ access: 'always' });
  });
  test.after.each(({ centre }) => centre.close());

  const set = async ({ needs }: SmallCentre, access: Access, shown?: Access) => {
    const given = { ...sylvie, userId: user('julie'), access, ...(shown !== undefined && { shown }) };
    return changeAccess(needs, given);
  };
  const entryOf = async (changed: ReturnType<typeof set>): Promise<string> => {
    const outcome = await changed;
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    return outcome.result.entryId;
  };
  const access = async ({ database }: SmallCentre) =>
    (await database('memberships').where({ user_id: 'julie' }).first('access')).access;

  test('Julie’s access is given back by « Annuler », and that can be undone too', async ({ centre }) => {
    const entryId = await entryOf(set(centre, 'never', 'by_rules'));
    assert.is(await access(centre), 'never');
    const undone = await undoAccess(centre.needs, { ...sylvie, entryId });
    assert.is(await access(centre), 'by_rules');
    assert.is(undone.kind, 'done');
    assert.equal(await undoAccess(centre.needs, { ...sylvie, entryId }), stale, 'once');
    if (undone.kind === 'done')
      assert.is((await undoAccess(centre.needs, { ...sylvie, entryId: undone.result.entryId })).kind, 'done');
    assert.is(await access(centre), 'never');
    const journal = await centre.database('journal').orderBy('policy_version');
    assert.equal(
      journal.map(({ before, after }) => [JSON.parse(before).access, JSON.parse(after).access]),
      [
        ['by_rules', 'never'],
        ['never', 'by_rules'],
        ['by_rules', 'never'],
      ],
    );
  });

  test('what was changed meanwhile is neither overwritten nor undone over', async ({ centre }) => {
    const entryId = await entryOf(set(centre, 'always', 'by_rules'));
    assert.equal(await set(centre, 'never', 'by_rules'), stale);
    await entryOf(set(centre, 'never', 'always'));
    const before = await centre.everything();
    assert.equal(await undoAccess(centre.needs, { ...sylvie, entryId }), stale);
    assert.equal(await centre.everything(), before);
  });

  test('Sylvie and Marc change it at once, from the same page: one of them is told', async ({ centre }) => {
    const asked = { organizationId: papillons, userId: user('julie'), shown: 'by_rules' } as const;
    const outcomes = await Promise.all([
      changeAccess(centre.needs, { ...asked, by: user('sylvie'), access: 'always' }),
      changeAccess(centre.second(), { ...asked, by: user('marc'), access: 'never' }),
    ]);
    assert.equal(outcomes.map(({ kind }) => kind).sort(), ['done', 'stale']);
  });

  test('nobody of another centre, and no educator, undoes it; nor is another entry an access', async ({
    centre,
  }) => {
    const entryId = await entryOf(set(centre, 'always'));
    const before = await centre.everything();
    for (const by of [
      { organizationId: papillons, by: user('pierre') },
      { organizationId: papillons, by: user('julie') },
      { organizationId: arcenciel, by: user('pierre') },
    ])
      assert.equal(await undoAccess(centre.needs, { ...by, entryId }), notYours);
    assert.equal(await undoAccess(centre.needs, { ...sylvie, entryId: 'none' }), notYours);
    assert.equal(await centre.everything(), before);
  });

  test.run();
}
