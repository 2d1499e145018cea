import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  countRules,
  endedWithin,
  findListedRule,
  keyAfter,
  type ListedRule,
  type RuleQuery,
  readRulePage,
} from '../../db/rule-list.ts';
import { endRule } from '../../db/rules.ts';
import type { DeviceId, RuleId } from '../../policies/facts.ts';
import { dialects } from '../support/postgres.ts';
import {
  arcenciel,
  browser,
  day,
  hour,
  monday,
  openSmallCentre,
  papillons,
  place,
  type SmallCentre,
  user,
} from '../support/small-centre.ts';

for (const dialect of dialects) {
  const test = suite<{ centre: SmallCentre }>(`the list of rules, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
  });
  test.after.each(({ centre }) => centre.close());

  const query = (more: Partial<RuleQuery> = {}): RuleQuery => ({
    organizationId: papillons,
    at: monday,
    standing: 'living',
    about: 'all',
    ...more,
  });
  const everyPage = async ({ database }: SmallCentre, asked: RuleQuery, most: number) => {
    const all: ListedRule[] = [];
    let after: Parameters<typeof readRulePage>[2]['after'] = 'first';
    for (;;) {
      const lines: readonly ListedRule[] = await readRulePage(database, asked, { after, most });
      all.push(...lines);
      const last = lines.at(-1);
      if (lines.length < most || !last) return all;
      after = keyAfter(asked, last);
    }
  };
  const ids = (rules: readonly ListedRule[]) => rules.map(({ rule }) => rule.id);
  const end = ({ database }: SmallCentre, id: RuleId, at: number) =>
    database.transaction((within) => endRule(within, { id, organizationId: papillons, at }));

  test('pages follow one another: every rule once, whatever it is listed for, also those of the same instant', async ({
    centre,
  }) => {
    const written: RuleId[] = [];
    for (let index = 0; index < 23; index++)
      written.push(
        await centre.rule({ userId: user('julie') }, { effect: index % 3 === 0 ? 'deny' : 'allow' }),
      );
    await centre.rule({}, { organization: arcenciel });
    const all = ids(await everyPage(centre, query(), 5));
    assert.equal([...all].sort(), [...written].sort());
    assert.is(new Set(all).size, 23);
    const [denied, allowed] = [
      await everyPage(centre, query({ standing: 'deny' }), 3),
      await everyPage(centre, query({ standing: 'allow' }), 4),
    ];
    assert.equal([denied.length, allowed.length], [8, 15]);
    assert.ok(denied.every(({ rule }) => rule.effect === 'deny'));
    assert.is(await countRules(centre.database, query(), 1000), 23);
    assert.is(await countRules(centre.database, query(), 10), 10);
  });

  test('what ends soon comes first by its end; what ended lately is there, taken away or not, and nothing older', async ({
    centre,
  }) => {
    const soon = await centre.rule({}, { validUntil: monday + 2 * day });
    const sooner = await centre.rule({}, { validUntil: monday + hour });
    const late = await centre.rule({}, { validUntil: monday + 40 * day });
    const byItself = await centre.rule({}, { validUntil: monday - 2 * day });
    const takenAway = await centre.rule({}, { validUntil: monday + day });
    await end(centre, takenAway, monday - day);
    const longAgo = await centre.rule({});
    await end(centre, longAgo, monday - endedWithin - 1);
    assert.equal(ids(await everyPage(centre, query({ standing: 'ending' }), 1)), [sooner, soon]);
    assert.equal(ids(await everyPage(centre, query({ standing: 'ended' }), 1)), [takenAway, byItself]);
    assert.equal(ids(await everyPage(centre, query(), 50)).sort(), [soon, sooner, late].sort());
    const [first] = await readRulePage(centre.database, query({ standing: 'ended' }), {
      after: 'first',
      most: 1,
    });
    assert.is(first?.overAt, monday - day);
  });

  test('those about Julie, the centre or a device are found together, and nobody’s are none', async ({
    centre,
  }) => {
    const device = 'ipad' as DeviceId; // branded here, where it is made
    await centre
      .database('devices')
      .insert({ id: device, organization_id: papillons, name: 'iPad des Coccinelles', created_at: monday });
    const [hers, there, withIt] = [
      await centre.rule({ userId: user('julie'), browserId: browser('phone') }),
      await centre.rule({ placeId: place('centre') }),
      await centre.rule({ deviceId: device }),
    ];
    await centre.rule({ userId: user('marc') });
    const about = { userIds: [user('julie')], placeIds: [place('centre')], deviceIds: [device] };
    assert.equal(ids(await everyPage(centre, query({ about }), 2)).sort(), [hers, there, withIt].sort());
    assert.is(await countRules(centre.database, query({ about: { ...about, placeIds: [] } }), 9), 2);
    const nobody = { userIds: [], placeIds: [], deviceIds: [] };
    assert.equal(await everyPage(centre, query({ about: nobody }), 5), []);
    assert.is(await countRules(centre.database, query({ about: nobody }), 5), 0);
  });

  test('one rule is found with where it comes from, and another organization’s is none', async ({
    centre,
  }) => {
    const id = await centre.rule({ placeId: place('garderie') }, { organization: arcenciel });
    const find = (organizationId: typeof papillons) =>
      findListedRule(centre.database, { organizationId, id, at: monday });
    assert.is(await find(papillons), undefined);
    const found = await find(arcenciel);
    assert.equal([found?.origin, found?.createdBy, found?.overAt], ['console', null, 'living']);
    assert.equal(found?.rule.conditions, { placeId: place('garderie') });
  });

  test.run();
}
