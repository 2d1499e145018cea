import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { RuleTerms } from '../../policies/approval.ts';
import type { RuleId } from '../../policies/facts.ts';
import { changeRule, endRule, rehearseRule, undoRule, writeRule } from '../../provider/acts/index.ts';
import { createRulebooks } from '../../provider/rules/index.ts';
import { dialects } from '../support/postgres.ts';
import {
  arcenciel,
  browser,
  day,
  hour,
  monday,
  network,
  openSmallCentre,
  papillons,
  place,
  type SmallCentre,
  user,
} from '../support/small-centre.ts';

const sylvie = { organizationId: papillons, by: user('sylvie') };
const marc = { organizationId: papillons, by: user('marc') };
const terms = (conditions: RuleTerms['conditions'], more: Partial<RuleTerms> = {}): RuleTerms => ({
  effect: 'allow',
  conditions,
  validFrom: 'always',
  validUntil: 'always',
  ...more,
});
const julies = terms({ userId: user('julie'), browserId: browser('phone'), placeId: place('centre') });

for (const dialect of dialects) {
  const test = suite<{ centre: SmallCentre }>(
    `rules that are written, changed and ended, on ${dialect.name}`,
  );
  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
    const { centre } = scene;
    // Sylvie's own way in stands whatever these tests do.
    await centre.came('sylvie', 'office', 'centre', { application: 'reglages' });
    await centre.rule({ userId: user('sylvie'), placeId: place('centre') });
    await centre.came('julie', 'phone', 'centre', { at: monday - 60 * day });
    await centre.lock('closed');
  });
  test.after.each(({ centre }) => centre.close());

  const living = async ({ database }: SmallCentre) =>
    (await database('rules').where({ organization_id: papillons }).whereNull('ended_at').orderBy('id')).map(
      (row) => ({ ...row }),
    );
  const done = <Result>(changed: { readonly kind: string; readonly result?: Result }): Result => {
    if (changed.kind !== 'done' || changed.result === undefined) throw new Error(changed.kind);
    return changed.result;
  };
  const lastEntry = async ({ database }: SmallCentre) => {
    const row = await database('journal').orderBy('policy_version', 'desc').orderBy('id', 'desc').first();
    return { action: row.action, before: JSON.parse(row.before ?? '{}'), after: JSON.parse(row.after) };
  };

  test('Julie’s phone is let in at the centre as soon as it is written, and asks as soon as it is ended', async ({
    centre,
  }) => {
    assert.match(await centre.decides('julie', 'phone', 'centre'), /^ask/);
    const { ruleId } = done(await writeRule(centre.needs, { ...sylvie, terms: julies }));
    assert.is(await centre.decides('julie', 'phone', 'centre'), 'allow: authorized');
    assert.equal((await lastEntry(centre)).after, { added: [ruleId], effect: 'allow' });
    await endRule(centre.needs, { ...sylvie, ruleId });
    assert.match(await centre.decides('julie', 'phone', 'centre'), /^ask/);
  });

  test('a change ends the old rule and writes the new one under one version, and the journal names both', async ({
    centre,
  }) => {
    const old = await centre.rule(julies.conditions);
    const before = await centre.version();
    const elsewhere = terms({ userId: user('julie'), network: network('home') });
    const { ruleId } = done(await changeRule(centre.needs, { ...sylvie, ruleId: old, terms: elsewhere }));
    assert.ok((await centre.version()) > before);
    assert.match(await centre.decides('julie', 'phone', 'centre'), /^ask/);
    assert.is(await centre.decides('julie', 'phone', 'home'), 'allow: authorized');
    assert.equal(await lastEntry(centre), {
      action: 'rule.changed',
      before: { ended: [old] },
      after: { added: [ruleId], effect: 'allow' },
    });
  });

  test('Marc changes what Sylvie has changed or ended meanwhile: nothing is written, and he is told', async ({
    centre,
  }) => {
    const old = await centre.rule(julies.conditions);
    await changeRule(centre.needs, { ...sylvie, ruleId: old, terms: terms({ userId: user('nadia') }) });
    const before = await centre.everything();
    const late = await changeRule(centre.needs, { ...marc, ruleId: old, terms: julies });
    assert.equal(late, { kind: 'stale' });
    assert.equal(await centre.everything(), before);
    const over = await centre.rule({}, { validUntil: monday - hour });
    assert.equal(await changeRule(centre.needs, { ...marc, ruleId: over, terms: julies }), { kind: 'stale' });
  });

  test('« Annuler » gives back the exact rules that were there, after each of the three', async ({
    centre,
  }) => {
    const old = await centre.rule(julies.conditions, { validUntil: monday + 9 * hour });
    const standing = await living(centre);
    const acts = {
      written: () => writeRule(centre.needs, { ...sylvie, terms: terms({ placeId: place('centre') }) }),
      changed: () => changeRule(centre.needs, { ...sylvie, ruleId: old, terms: julies }),
      ended: () => endRule(centre.needs, { ...sylvie, ruleId: old }),
    };
    for (const [name, act] of Object.entries(acts)) {
      const { entryId } = done(await act());
      assert.is.not(JSON.stringify(await living(centre)), JSON.stringify(standing), name);
      assert.equal(
        await undoRule(centre.needs, { ...marc, entryId }),
        { kind: 'done', result: 'done' },
        name,
      );
      assert.equal(await living(centre), standing, name);
      const again = await undoRule(centre.needs, { ...sylvie, entryId });
      assert.equal(again, { kind: 'stale' }, name);
    }
  });

  test('what somebody has changed since is not taken back, and nothing else is', async ({ centre }) => {
    const old = await centre.rule(julies.conditions);
    const first = done(
      await changeRule(centre.needs, { ...sylvie, ruleId: old, terms: terms({ placeId: place('centre') }) }),
    );
    await changeRule(centre.needs, { ...marc, ruleId: first.ruleId, terms: julies });
    const before = await centre.everything();
    assert.equal(await undoRule(centre.needs, { ...sylvie, entryId: first.entryId }), { kind: 'stale' });
    assert.equal(await centre.everything(), before);
  });

  test('another organization’s rule, place, person and entry are as good as none', async ({ centre }) => {
    const foreign = await centre.rule({}, { organization: arcenciel });
    const own = await centre.rule(julies.conditions);
    const { entryId } = done(await endRule(centre.needs, { ...sylvie, ruleId: own }));
    const pierre = { organizationId: arcenciel, by: user('pierre') };
    const before = await centre.everything();
    const nobodys = 'nobody' as RuleId; // branded here, where it is made
    for (const tried of [
      changeRule(centre.needs, { ...sylvie, ruleId: foreign, terms: julies }),
      changeRule(centre.needs, { ...sylvie, ruleId: nobodys, terms: julies }),
      writeRule(centre.needs, { ...sylvie, terms: terms({ placeId: place('garderie') }) }),
      writeRule(centre.needs, { ...sylvie, terms: terms({ userId: user('pierre') }) }),
      undoRule(centre.needs, { ...pierre, entryId }),
      undoRule(centre.needs, { ...sylvie, entryId: 'nothing' }),
      writeRule(centre.needs, { organizationId: papillons, by: user('julie'), terms: julies }),
    ])
      assert.equal(await tried, { kind: 'not-yours' });
    assert.equal(await centre.everything(), before);
  });

  test('a refusal of everyone is not written when it leaves no administrator a way in', async ({
    centre,
  }) => {
    const before = await centre.everything();
    const tried = await writeRule(centre.needs, { ...sylvie, terms: terms({}, { effect: 'deny' }) });
    assert.equal(tried, { kind: 'locks-out', whom: 'administrators' });
    assert.equal(await centre.everything(), before);
  });

  test('a rehearsal says whom a rule would let in and whom it would stop, and writes nothing', async ({
    centre,
  }) => {
    await centre.came('julie', 'phone', 'home', { outcome: 'ask' });
    await centre.came('julie', 'phone', 'home', { outcome: 'ask', at: monday - 2 * hour });
    await centre.came('nadia', 'tablet', 'centre', { at: monday - 3 * hour });
    await centre.rule({ userId: user('nadia'), network: network('centre') });
    const before = await centre.everything();
    const rehearsed = async (adds: RuleTerms, ends: RuleId | 'none' = 'none') => {
      const rulebook = await createRulebooks(centre.database)(papillons, await centre.version());
      const { letIn, stopped } = await rehearseRule(centre.needs, {
        organizationId: papillons,
        timeZone: 'America/Toronto',
        rulebook,
        ends,
        adds,
      });
      const told = (lines: typeof letIn) => lines.map((one) => `${one.userId} ${one.outcome} ${one.times}`);
      return { letIn: told(letIn), stopped: told(stopped) };
    };
    assert.equal(await rehearsed(terms({ userId: user('julie'), network: network('home') })), {
      letIn: ['julie ask 2'],
      stopped: [],
    });
    assert.equal(await rehearsed(terms({ role: 'educator' }, { effect: 'deny' })), {
      letIn: [],
      stopped: ['julie deny 2', 'nadia deny 1'],
    });
    assert.equal(await rehearsed(terms({ userId: user('marc'), network: network('home') })), {
      letIn: [],
      stopped: [],
    });
    const nadias = (await living(centre)).find((row) => row.user_id === 'nadia')?.id;
    assert.equal(await rehearsed(terms({ userId: user('marc') }), nadias), {
      letIn: [],
      stopped: ['nadia ask 1'],
    });
    assert.equal(await centre.everything(), before);
  });

  test.run();
}
