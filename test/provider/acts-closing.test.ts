import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readRules } from '../../db/rules.ts';
import { closePadlock, openPadlock } from '../../provider/acts/index.ts';
import { dialects } from '../support/postgres.ts';
import {
  browser,
  day,
  monday,
  network,
  openSmallCentre,
  papillons,
  place,
  quebec,
  type SmallCentre,
  user,
} from '../support/small-centre.ts';

interface Scene {
  centre: SmallCentre;
}

const done = { kind: 'done', result: 'done' };

for (const dialect of dialects) {
  const test = suite<Scene>(`the first closing, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
    await scene.centre.came('sylvie', 'office', 'centre');
  });
  test.after.each(({ centre }) => centre.close());

  const close = ({ needs }: SmallCentre) =>
    closePadlock(needs, { organizationId: papillons, by: user('sylvie') });
  /** What is authorized, without the ids. */
  const authorized = async ({ database }: SmallCentre) =>
    (await readRules(database, papillons)).map(({ effect, conditions }) =>
      effect === 'allow' ? conditions : effect,
    );
  const sylvies = { userId: user('sylvie'), browserId: browser('office'), placeId: place('centre') };
  const othersThanSylvie = async (centre: SmallCentre) =>
    (await authorized(centre)).filter((one) => typeof one === 'string' || one.userId !== user('sylvie'));

  test('Julie is authorized where she is: at the place, in her region by her phone’s key, else on the very network', async ({
    centre,
  }) => {
    await centre.came('julie', 'tablet', 'centre');
    await centre.came('julie', 'phone', 'carrier');
    await centre.came('julie', 'tablet', 'otherHome');
    await centre.came('julie', 'phone', 'nowhere');
    assert.equal(await close(centre), done);
    const julie = { userId: user('julie') };
    const [tablet, phone] = [browser('tablet'), browser('phone')];
    const expected = [
      { ...julie, browserId: tablet, placeId: place('centre') },
      { ...julie, browserId: phone, region: quebec },
      { ...julie, browserId: tablet, network: network('otherHome') },
      { ...julie, browserId: phone, network: network('nowhere') },
      sylvies,
    ];
    assert.equal(sorted(await authorized(centre)), sorted(expected));
    assert.is(await centre.decides('julie', 'phone', 'home'), 'allow: authorized');
    assert.is(await centre.decides('julie', 'phone', 'home', { proof: 'unproven' }), 'ask: unproven-browser');
    assert.is(await centre.decides('julie', 'tablet', 'otherHome'), 'allow: authorized');
    assert.is(await centre.decides('julie', 'tablet', 'home'), 'ask: new-network');
    assert.is(await centre.decides('nadia', 'tablet', 'centre'), 'ask: new-browser');
  });

  test('a line that two people used on three days is fixed: a phone with a key is authorized there, not in the region', async ({
    centre,
  }) => {
    for (const days of [1, 2, 3]) await centre.came('julie', 'phone', 'home', { at: monday - days * day });
    assert.equal(await close(centre), done);
    assert.equal(await othersThanSylvie(centre), [
      { userId: user('julie'), browserId: browser('phone'), region: quebec },
    ]);
    await centre.lock('open');
    await centre.database('rules').delete();
    await centre.came('nadia', 'phone', 'home');
    assert.equal(await close(centre), done);
    assert.equal(
      sorted(await othersThanSylvie(centre)),
      sorted(
        (['julie', 'nadia'] as const).map((name) => ({
          userId: user(name),
          browserId: browser('phone'),
          network: network('home'),
        })),
      ),
    );
  });

  test('who was refused or only asked, left, was withdrawn, is disabled or came too long ago is not authorized', async ({
    centre,
  }) => {
    const { database } = centre;
    await centre.came('julie', 'tablet', 'centre', { outcome: 'ask' });
    await centre.came('julie', 'phone', 'home', { outcome: 'deny' });
    await centre.came('julie', 'kitchen', 'centre', { at: monday - 30 * day });
    await centre.came('nadia', 'tablet', 'centre');
    await centre.came('marc', 'laptop', 'centre');
    await database('memberships').where({ user_id: 'nadia' }).update({ ends_at: monday });
    await database('memberships').where({ user_id: 'marc' }).update({ access: 'never' });
    await centre.came('odile', 'tablet', 'garderie', { organization: papillons });
    assert.equal(await close(centre), done);
    assert.equal(await authorized(centre), [sylvies]);
  });

  test('Julie, let in a month ago less a minute, is authorized even if she was only asked since', async ({
    centre,
  }) => {
    await centre.came('julie', 'tablet', 'centre', { at: monday - 30 * day + 60_000 });
    await centre.came('julie', 'tablet', 'centre', { outcome: 'ask' });
    assert.equal(await close(centre), done);
    assert.is((await othersThanSylvie(centre)).length, 1);
  });

  test('it is written once: journal, a newer version, a notice to each administrator and to nobody else', async ({
    centre,
  }) => {
    const { database } = centre;
    await centre.came('julie', 'tablet', 'centre');
    const before = await centre.version();
    assert.equal(await close(centre), done);
    assert.ok((await centre.version()) > before);
    const [entry, ...more] = await database('journal');
    assert.is(more.length, 0);
    assert.equal(
      [entry.action, entry.organization_id, entry.subject, JSON.parse(entry.after), entry.at],
      ['padlock.closed', papillons, 'organization', { authorized: 2 }, monday],
    );
    assert.is(entry.policy_version, await centre.version());
    const { pseudonym } = await database('pseudonyms').where({ user_id: 'sylvie' }).first();
    assert.is(entry.actor, pseudonym);
    const notices = await database('outbox').orderBy('user_id');
    assert.equal(
      notices.map((one) => [one.user_id, one.kind, one.journal_id]),
      ['marc', 'sylvie'].map((name) => [name, 'padlock-changed', entry.id]),
    );
    const rules = await database('rules');
    assert.ok(rules.every((row) => row.origin === 'first-closing' && row.created_by === 'sylvie'));
  });

  test('a second closing authorizes nobody new, and closing what is closed writes nothing', async ({
    centre,
  }) => {
    assert.equal(await close(centre), done);
    const closed = await centre.everything();
    assert.equal(await close(centre), { kind: 'done', result: 'already' });
    assert.equal(await centre.everything(), closed);
    centre.clock.now += day;
    const opened = { organizationId: papillons, by: user('marc'), relockAt: null };
    assert.equal(await openPadlock(centre.needs, opened), done);
    await centre.came('nadia', 'tablet', 'centre', { at: centre.clock.now });
    centre.clock.now += day;
    assert.equal(await close(centre), done);
    assert.equal(await authorized(centre), [sylvies]);
    const first = await centre.database('organizations').where({ id: papillons }).first('first_locked_at');
    assert.is(first.first_locked_at, monday);
  });

  test('closing here closes nothing at L’Arc-en-ciel, and authorizes nobody who came there', async ({
    centre,
  }) => {
    const there = { organization: 'arcenciel' as typeof papillons };
    await centre.came('pierre', 'pierres', 'garderie', there);
    const version = await centre.version(there.organization);
    assert.equal(await close(centre), done);
    assert.is(await centre.version(there.organization), version);
    assert.is(await centre.decides('odile', 'tablet', 'home', there), 'allow: padlock-open');
    assert.equal(await authorized(centre), [sylvies]);
  });

  test.run();
}

const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(ordered(row))).sort();
const ordered = (row: unknown) => Object.entries(Object(row)).sort();
