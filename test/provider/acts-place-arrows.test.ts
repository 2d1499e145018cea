import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readRules } from '../../db/rules.ts';
import type { Arrow } from '../../policies/arrows.ts';
import type { SignInFacts } from '../../policies/facts.ts';
import { areaKey } from '../../policies/place-arrows.ts';
import {
  type AreaLine,
  type AreasMoved,
  type Changed,
  moveAreas,
  readAreas,
  shownOf,
  undoPlaces,
} from '../../provider/acts/index.ts';
import { createRulebooks } from '../../provider/rules/index.ts';
import { dialects } from '../support/postgres.ts';
import {
  arcenciel,
  browser,
  day,
  from,
  hour,
  minute,
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

type Means = Partial<Parameters<typeof moveAreas>[1]>;

const sylvieAtHome = async (centre: SmallCentre): Promise<SignInFacts> =>
  (await centre.tries('sylvie', 'office', 'otherHome')).facts;

async function linesOf({ database, needs, clock, version }: SmallCentre, organizationId = papillons) {
  const rulebook = await createRulebooks(database)(organizationId, await version(organizationId));
  const given = { organizationId, timeZone: 'America/Toronto', at: clock.now, rulebook };
  return readAreas(database, { ...needs, ...given });
}

const lineAt = async (centre: SmallCentre, key: string): Promise<AreaLine> => {
  const line = (await linesOf(centre)).lines.find(({ area }) => areaKey(area) === key);
  if (!line) throw new Error(`no line is at ${key}`);
  return line;
};

/** Sylvie, who is at home, moves the lines of these areas as a page of this instant shows them. */
async function move(
  centre: SmallCentre,
  arrow: Arrow,
  keys: readonly string[],
  how: Means = {},
): Promise<Changed<AreasMoved>> {
  const lines = await Promise.all(keys.map((key) => lineAt(centre, key)));
  return moveAreas(centre.needs, {
    organizationId: papillons,
    by: user('sylvie'),
    arrow,
    chosen: new Map(lines.map((line) => [areaKey(line.area), shownOf(line)])),
    how: 'chosen',
    present: await sylvieAtHome(centre),
    ...how,
  });
}

const done = (changed: Changed<AreasMoved>): AreasMoved => {
  if (changed.kind !== 'done') throw new Error(changed.kind);
  return changed.result;
};
const standings = ({ visitors }: AreaLine) =>
  Object.fromEntries(visitors.map(({ userId, standing }) => [userId, standing]));
/** A grant of one person with her phone, as it was given there. */
async function give(centre: SmallCentre, id: string, who: 'julie' | 'nadia', at: 'centre' | 'home') {
  const { facts } = await centre.tries(who, 'phone', at);
  await centre.database('oidc_records').insert({
    model: 'Grant',
    id,
    payload: '{}',
    account_id: who,
    organization_id: papillons,
    facts: JSON.stringify(facts),
    policy_version: 1,
    expires_at: centre.clock.now + hour,
  });
}
const grantsOf = async ({ database }: SmallCentre) =>
  (await database('oidc_records').where({ model: 'Grant' }).orderBy('id').select('id')).map(({ id }) => id);
const rulesOf = async ({ database }: SmallCentre) =>
  (await readRules(database, papillons)).map(({ id }) => id).sort();

for (const dialect of dialects) {
  const test = suite<Scene>(`the arrows of « Tous les endroits », on ${dialect.name}`);

  test.before.each(async (scene) => {
    const centre = await openSmallCentre(dialect);
    scene.centre = centre;
    await centre.lock('closed');
    await centre.came('sylvie', 'office', 'otherHome', { application: 'reglages' });
    await centre.rule({ userId: user('sylvie'), browserId: browser('office') });
    await centre.came('julie', 'tablet', 'centre', { at: centre.clock.now - 2 * hour });
    await centre.came('julie', 'phone', 'centre', { at: centre.clock.now - 3 * hour });
    await centre.came('nadia', 'tablet', 'centre', { at: centre.clock.now - hour });
    await centre.came('julie', 'phone', 'home', { at: centre.clock.now - 5 * hour });
  });
  test.after.each(({ centre }) => centre.close());

  test('a named place and each other network are lines, with who came and when, the last one first', async ({
    centre,
  }) => {
    await centre.came('marc', 'laptop', 'home', { at: centre.clock.now - 61 * day });
    await centre.came('pierre', 'pierres', 'centre', { organization: arcenciel });
    const { lines, unobserved } = await linesOf(centre);
    assert.is(unobserved, 0);
    assert.equal(
      lines.map(({ area, visitors, lastAttempt, side }) => [
        areaKey(area),
        visitors.map(({ userId }) => userId),
        (centre.clock.now - lastAttempt) / hour,
        side,
      ]),
      [
        ['centre', ['nadia', 'julie'], 1, 'not-authorized'],
        [from.home, ['julie'], 5, 'not-authorized'],
        [from.otherHome, ['sylvie'], 24, 'authorized'],
      ],
    );
  });

  test('of very many only the newest are lines, and it is said how far back they go', async ({ centre }) => {
    const { database, needs, clock, version } = centre;
    const rulebook = await createRulebooks(database)(papillons, await version());
    const given = { organizationId: papillons, timeZone: 'America/Toronto', at: clock.now, rulebook };
    const { lines, since } = await readAreas(database, { ...needs, ...given, most: 2 });
    assert.equal(
      lines.map(({ area, visitors }) => [areaKey(area), visitors.length]),
      [['centre', 2]],
    );
    assert.is(since, clock.now - 2 * hour);
  });

  test('whoever may not enter at all is on no line; an address that was not seen is told of', async ({
    centre,
  }) => {
    const { database } = centre;
    await database('memberships').where({ user_id: 'nadia' }).update({ access: 'never' });
    await database('memberships').where({ user_id: 'julie' }).update({ ends_at: centre.clock.now });
    await database('sightings').where({ network: from.otherHome }).update({ network: 'unknown' });
    assert.equal(await linesOf(centre), { lines: [], since: 'all', unobserved: 1 });
  });

  test('the right arrow lets in everyone who came to the centre, with anything, at once', async ({
    centre,
  }) => {
    assert.is(await centre.decides('julie', 'tablet', 'centre'), 'ask: not-authorized');
    const waiting = await centre.waits('nadia', 'tablet', 'centre');
    const moved = done(await move(centre, 'authorize', ['centre']));
    assert.equal([moved.lines, moved.people, moved.stillStopped, moved.keptOwn], [1, 2, 0, false]);
    for (const spoken of ['tablet', 'phone', 'kitchen'] as const)
      assert.is(await centre.decides('julie', spoken, 'centre', { proof: 'unproven' }), 'allow: authorized');
    assert.is(await centre.decides('nadia', 'tablet', 'centre'), 'allow: authorized');
    assert.is(await centre.statusOf(waiting), 'superseded');
    assert.is(await centre.decides('julie', 'phone', 'home'), 'ask: not-authorized');
    assert.is((await lineAt(centre, 'centre')).side, 'authorized');
  });

  test('on a network without a name it authorizes that network', async ({ centre }) => {
    done(await move(centre, 'authorize', [from.home]));
    assert.is(await centre.decides('julie', 'kitchen', 'home'), 'allow: authorized');
    assert.is(await centre.decides('julie', 'phone', 'carrier'), 'ask: new-network');
  });

  test('it lifts the refusal of Julie there, and says when a broader one still holds', async ({ centre }) => {
    const own = await centre.rule({ userId: user('julie'), placeId: place('centre') }, { effect: 'deny' });
    assert.equal(standings(await lineAt(centre, 'centre')), { nadia: 'waits', julie: 'refused' });
    done(await move(centre, 'authorize', ['centre']));
    assert.not.ok((await rulesOf(centre)).includes(own));
    assert.is((await lineAt(centre, 'centre')).side, 'authorized');
    await centre.rule({ userId: user('julie'), browserId: browser('phone') }, { effect: 'deny' });
    const again = done(await move(centre, 'authorize', ['centre']));
    assert.is(again.stillStopped, 1);
    assert.is((await lineAt(centre, 'centre')).side, 'not-authorized');
  });

  test('the left arrow takes away what authorizes them there, and refuses whom something broader lets in', async ({
    centre,
  }) => {
    await centre.rule({ userId: user('julie'), browserId: browser('tablet'), placeId: place('centre') });
    await centre.rule({ userId: user('julie'), network: network('centre') });
    await centre.rule({ userId: user('nadia'), browserId: browser('tablet'), region: quebec });
    const broad = await centre.rule({ role: 'educator', placeId: place('centre') });
    assert.is((await lineAt(centre, 'centre')).side, 'authorized');
    done(await move(centre, 'withdraw', ['centre']));
    assert.equal(standings(await lineAt(centre, 'centre')), { nadia: 'refused', julie: 'refused' });
    assert.ok((await rulesOf(centre)).includes(broad), 'what is about everyone stays');
    assert.is(await centre.decides('julie', 'tablet', 'centre'), 'deny: refused');
    assert.is(await centre.decides('julie', 'phone', 'home'), 'ask: not-authorized');
  });

  test('where nothing broader lets them in, withdrawing them has them ask', async ({ centre }) => {
    done(await move(centre, 'authorize', ['centre', from.home]));
    done(await move(centre, 'withdraw', ['centre']));
    assert.equal(standings(await lineAt(centre, 'centre')), { nadia: 'waits', julie: 'waits' });
    assert.is(await centre.decides('julie', 'tablet', 'centre'), 'ask: not-authorized');
    assert.is(await centre.decides('julie', 'phone', 'home'), 'allow: authorized');
  });

  test('undo restores the exact rules that were there, once, and none of another centre', async ({
    centre,
  }) => {
    await centre.rule({ userId: user('julie'), placeId: place('centre') }, { effect: 'deny' });
    await centre.rule({ userId: user('nadia'), network: network('centre') });
    await centre.rule({ deviceKind: 'tablet', placeId: place('centre') });
    const rows = async () => (await centre.database('rules').whereNull('ended_at')).map((row) => row);
    const before = await rows();
    for (const arrow of ['authorize', 'withdraw'] as const) {
      const { entryId } = done(await move(centre, arrow, ['centre']));
      assert.is.not(entryId, 'none');
      const undo = { organizationId: papillons, by: user('marc'), entryId };
      assert.equal(
        await undoPlaces(centre.needs, { ...undo, organizationId: arcenciel, by: user('pierre') }),
        {
          kind: 'not-yours',
        },
      );
      assert.equal(await undoPlaces(centre.needs, undo), { kind: 'done', result: 'done' });
      assert.equal(await rows(), before);
      assert.equal(await undoPlaces(centre.needs, undo), { kind: 'stale' });
    }
  });

  test('« Tout autoriser » leaves alone whom somebody refused on purpose, and what was stolen', async ({
    centre,
  }) => {
    await centre.rule({ userId: user('julie'), placeId: place('centre') }, { effect: 'deny' });
    const { database } = centre;
    await database('devices').insert({
      id: 'lost',
      organization_id: papillons,
      stolen_at: 1,
      created_at: 1,
    });
    await database('device_browsers').insert({
      organization_id: papillons,
      browser_id: 'phone',
      device_id: 'lost',
    });
    assert.equal(standings(await lineAt(centre, from.home)), { julie: 'apart' });
    const all = { how: 'all' } as const;
    const moved = done(await move(centre, 'authorize', ['centre', from.home], all));
    assert.equal([moved.lines, moved.people], [1, 1], 'Nadia alone');
    assert.equal(standings(await lineAt(centre, 'centre')), { nadia: 'let-in', julie: 'refused' });
    assert.is(await centre.decides('julie', 'phone', 'home'), 'deny: device-stolen');
    assert.is(done(await move(centre, 'authorize', [from.home])).entryId, 'none');
  });

  test('full access is left alone: a rule would change nothing now and surprise somebody later', async ({
    centre,
  }) => {
    await centre.database('memberships').where({ user_id: 'julie' }).update({ access: 'always' });
    const before = await rulesOf(centre);
    for (const arrow of ['authorize', 'withdraw'] as const)
      assert.is(done(await move(centre, arrow, [from.home])).entryId, 'none');
    assert.equal(await rulesOf(centre), before);
  });

  test('Sylvie does not withdraw herself where she is now; somebody else is', async ({ centre }) => {
    await centre.came('julie', 'phone', 'otherHome');
    await centre.rule({ userId: user('julie') });
    const moved = done(await move(centre, 'withdraw', [from.otherHome]));
    assert.equal([moved.keptOwn, moved.people], [true, 1]);
    assert.equal(standings(await lineAt(centre, from.otherHome)), { sylvie: 'let-in', julie: 'refused' });
    const alone = done(await move(centre, 'withdraw', [from.otherHome]));
    assert.equal([alone.keptOwn, alone.entryId], [true, 'none']);
  });

  test('what would leave no administrator a way in is not done', async ({ centre }) => {
    const before = await centre.everything();
    const changed = await move(centre, 'withdraw', [from.otherHome], {
      by: user('marc'),
      present: (await centre.tries('marc', 'laptop', 'home')).facts,
    });
    assert.equal(changed, { kind: 'locks-out', whom: 'administrators' });
    assert.equal(await centre.everything(), before);
  });

  test('a line that is no longer what the page has shown is not moved: somebody new came, or Marc was faster', async ({
    centre,
  }) => {
    const shown = shownOf(await lineAt(centre, from.home));
    const chosen = new Map([[from.home as string, shown]]);
    await centre.came('julie', 'tablet', 'home');
    assert.is(shownOf(await lineAt(centre, from.home)), shown, 'Julie with another browser is Julie');
    await centre.came('nadia', 'kitchen', 'home', { outcome: 'ask' });
    const before = await rulesOf(centre);
    assert.equal(await move(centre, 'authorize', [from.home], { chosen }), { kind: 'stale' });
    done(await move(centre, 'authorize', [from.home], { by: user('marc') }));
    const faster = await rulesOf(centre);
    assert.equal(await move(centre, 'authorize', [from.home], { chosen }), { kind: 'stale' });
    assert.equal(await rulesOf(centre), faster);
    assert.is(faster.length, before.length + 2);
  });

  test('a network that has a name by now is stale; another centre’s place and network are nothing', async ({
    centre,
  }) => {
    await centre.came('pierre', 'pierres', 'garderie', { organization: arcenciel });
    const shown = shownOf(await lineAt(centre, 'centre'));
    for (const [key, kind] of [
      [from.centre, 'stale'],
      [from.garderie, 'not-yours'],
      ['garderie', 'not-yours'],
      ['nowhere', 'not-yours'],
    ] as const)
      assert.equal(await move(centre, 'authorize', [], { chosen: new Map([[key, shown]]) }), { kind }, key);
    await centre.database('places').where({ id: 'centre' }).update({ removed_at: 1 });
    assert.equal(await move(centre, 'authorize', [], { chosen: new Map([['centre', shown]]) }), {
      kind: 'stale',
    });
  });

  test('Julie, who is no administrator, moves nothing', async ({ centre }) => {
    const before = await centre.everything();
    assert.equal(await move(centre, 'authorize', ['centre'], { by: user('julie') }), { kind: 'not-yours' });
    assert.equal(await centre.everything(), before);
  });

  test('what was given there ends, with an approval that nobody has used; what was given elsewhere stays', async ({
    centre,
  }) => {
    const { database } = centre;
    await database('memberships').update({ access: 'by_rules' });
    await centre.rule({ userId: user('julie') });
    await give(centre, 'there', 'julie', 'centre');
    await give(centre, 'at home', 'julie', 'home');
    await database('oidc_records').insert(
      ['there', 'at home'].map((id) => ({
        model: 'RefreshToken',
        id: `of ${id}`,
        payload: '{}',
        grant_id: id,
      })),
    );
    const approved = await centre.waits('julie', 'tablet', 'centre');
    await database('approval_requests')
      .where({ id: approved })
      .update({ status: 'approved', decided_at: centre.clock.now - minute });
    done(await move(centre, 'withdraw', ['centre']));
    assert.equal(
      (await database('oidc_records').orderBy('id').select('id')).map(({ id }) => id),
      ['at home', 'of at home'],
    );
    assert.is(await centre.statusOf(approved), 'cancelled');
  });

  test('undoing an authorization ends what it let in, and nothing of whom it did not concern', async ({
    centre,
  }) => {
    const { entryId } = done(await move(centre, 'authorize', ['centre']));
    await centre.rule({ userId: user('nadia') });
    await give(centre, 'julie’s', 'julie', 'centre');
    await give(centre, 'julie’s, approved once at home', 'julie', 'home');
    await give(centre, 'nadia’s', 'nadia', 'home');
    await undoPlaces(centre.needs, { organizationId: papillons, by: user('marc'), entryId });
    assert.equal(await grantsOf(centre), ['julie’s, approved once at home', 'nadia’s']);
  });

  test('the journal says how many lines, and no address nor name', async ({ centre }) => {
    const { entryId } = done(await move(centre, 'authorize', ['centre', from.home]));
    const entry = await centre.database('journal').where({ id: entryId }).first();
    assert.equal([entry.action, entry.subject], ['places.authorized', 'organization']);
    assert.is(JSON.parse(entry.after).lines, 2);
    assert.not.match(JSON.stringify(entry), /192\.0\.2|Julie|centre"/);
  });

  test.run();
}
