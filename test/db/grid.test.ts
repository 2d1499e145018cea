import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { countAttemptsSince, countGrid, readMembers } from '../../db/grid.ts';
import { type GridLine, type GridQuery, readGrid } from '../../db/grid-lines.ts';
import type { Network } from '../../policies/facts.ts';
import { times } from '../policies/effort.ts';
import { dialects } from '../support/postgres.ts';
import {
  arcenciel,
  day,
  from,
  hour,
  minute,
  monday,
  network,
  openSmallCentre,
  papillons,
  type SmallCentre,
} from '../support/small-centre.ts';

interface Scene {
  centre: SmallCentre;
}

const everything: GridQuery = {
  organizationId: papillons,
  at: monday,
  since: 0,
  applicationId: 'all',
  among: 'all',
  only: 'all',
};
const toCheck = { only: 'to-check' } as const;

/** What a line tells that an attempt told, and when. */
interface Told {
  readonly who: string;
  readonly with: string;
  readonly network: string;
  readonly application: string;
  readonly at: number;
  readonly outcome: string;
}

const lineOf = (line: GridLine): string =>
  [line.userId, line.browserId, line.network, line.applicationId, monday - line.at].join(' ');
const toldOf = (told: Told): string =>
  [told.who, told.with, told.network, told.application, monday - told.at].join(' ');

/** Page by page, as somebody leafs through them. */
async function leafThrough({ database }: SmallCentre, query: GridQuery, most: number) {
  const lines: GridLine[] = [];
  for (let page = await readGrid(database, query, { after: 'first', most }); page.length > 0; ) {
    lines.push(...page);
    const last = page.at(-1);
    if (!last) break;
    page = await readGrid(database, query, { after: { lastSeen: last.at, id: last.connectionId }, most });
  }
  return lines;
}

async function attemptsOf({ database }: SmallCentre): Promise<readonly Told[]> {
  const rows = await database('sign_ins').where({ organization_id: papillons });
  return rows.map((row) => ({
    who: row.user_id,
    with: row.browser_id,
    network: row.network,
    application: row.application_id,
    at: row.at,
    outcome: row.outcome,
  }));
}

/** The last attempt of each person with each browser, worked out anew from every attempt there was. */
const lastOfEach = (attempts: readonly Told[]): readonly Told[] =>
  [...Map.groupBy(attempts, (told) => `${told.who} ${told.with}`).values()]
    .flatMap((group) => group.toSorted((one, other) => other.at - one.at).slice(0, 1))
    .toSorted((one, other) => other.at - one.at);

const past = fc.uniqueArray(
  fc.record({
    who: fc.constantFrom('julie', 'nadia', 'sylvie'),
    spoken: fc.constantFrom('tablet', 'phone', 'office'),
    at: fc.constantFrom(...(Object.keys(from) as readonly (keyof typeof from)[])), // its keys
    application: fc.constantFrom('amisgest-sdg', 'amisgest-mobile', 'reglages'),
    outcome: fc.constantFrom('allow', 'allow', 'ask', 'deny'),
    hoursAgo: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 58 * 24, max: 62 * 24 })),
    organization: fc.constantFrom(papillons, papillons, papillons, arcenciel),
  }),
  { selector: ({ hoursAgo }) => hoursAgo, maxLength: 25 },
);

for (const dialect of dialects) {
  const test = suite<Scene>(`the grid, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
  });
  test.after.each(({ centre }) => centre.close());

  const lines = async ({ database }: SmallCentre, more: Partial<GridQuery> = {}) =>
    readGrid(database, { ...everything, ...more }, { after: 'first', most: 50 });

  test('lines, pages and counts are those of every attempt worked out anew, in whatever order they were written', async ({
    centre,
  }) => {
    const { database } = centre;
    const property = fc.asyncProperty(past, fc.integer({ min: 1, max: 4 }), async (came, most) => {
      for (const table of ['sign_ins', 'sightings', 'connections', 'seen_people'])
        await database(table).delete();
      for (const { who, spoken, at, hoursAgo, ...how } of came)
        await centre.came(who, spoken, at, { ...how, at: monday - hoursAgo * hour });
      const attempts = await attemptsOf(centre);
      const all = lastOfEach(attempts);
      const shown = async (more: Partial<GridQuery>) =>
        (await leafThrough(centre, { ...everything, ...more }, most)).map(lineOf);
      assert.equal(await shown({}), all.map(toldOf), 'all');
      const since = monday - 3 * day;
      assert.equal(await shown({ since }), all.filter(({ at }) => at > since).map(toldOf), 'lately');
      const ofOne = attempts.filter(({ application }) => application === 'reglages');
      assert.equal(
        await shown({ applicationId: 'reglages' }),
        lastOfEach(ofOne).map(toldOf),
        'of an application',
      );
      const stopped = all.filter(({ at, outcome }) => outcome !== 'allow' && at > monday - 60 * day);
      assert.equal(await shown(toCheck), stopped.map(toldOf), 'to check');
      assert.equal(
        await shown({ ...toCheck, applicationId: 'reglages' }),
        stopped.filter(({ application }) => application === 'reglages').map(toldOf),
        'to check, of an application',
      );
      assert.equal(await countGrid(database, everything), {
        people: new Set(all.map(({ who }) => who)).size,
        connections: all.length,
        toCheck: stopped.length,
      });
    });
    await fc.assert(property, { numRuns: times(15) });
  });

  test('Julie’s phone is to check while its last attempt was not let in, for sixty days', async ({
    centre,
  }) => {
    const counted = async (at: number) => (await countGrid(centre.database, { ...everything, at })).toCheck;
    const listed = async (at: number) => (await lines(centre, { ...toCheck, at })).length;
    await centre.came('julie', 'phone', 'home', { at: monday - 2 * hour });
    await centre.came('julie', 'phone', 'carrier', { at: monday - hour, outcome: 'ask' });
    const last = monday - hour + 60 * day;
    for (const [at, expected] of [
      [monday, 1],
      [last - 1, 1],
      [last, 0],
    ] as const)
      assert.equal([await counted(at), await listed(at)], [expected, expected], String(at - monday));
    await centre.came('julie', 'phone', 'carrier', { at: monday - minute });
    assert.equal([await counted(monday), await listed(monday)], [0, 0]);
  });

  test('an attempt that is written late is not her last', async ({ centre }) => {
    await centre.came('julie', 'phone', 'home', { at: monday - minute });
    await centre.came('julie', 'phone', 'carrier', { at: monday - hour, outcome: 'deny' });
    const [line] = await lines(centre);
    assert.equal([line?.network, line?.at], [network('home'), monday - minute]);
    assert.is((await countGrid(centre.database, everything)).toCheck, 0);
  });

  test('the line says which request of this person, with this browser, waits here and now', async ({
    centre,
  }) => {
    for (const spoken of ['phone', 'tablet'] as const) await centre.came('julie', spoken, 'home');
    await centre.came('nadia', 'phone', 'home');
    await centre.came('pierre', 'pierres', 'garderie', { organization: arcenciel });
    const id = await centre.waits('julie', 'phone', 'home');
    const waiting = async (more: Partial<GridQuery> = {}) =>
      (await lines(centre, more)).flatMap(({ userId, browserId, pendingRequestId }) =>
        pendingRequestId === 'none' ? [] : [`${userId} ${browserId} ${pendingRequestId}`],
      );
    assert.equal(await waiting(), [`julie phone ${id}`]);
    assert.equal(await waiting({ organizationId: arcenciel }), []);
    assert.equal(await waiting({ at: monday + 60 * day }), [], 'it is over');
    await centre.database('approval_requests').where({ id }).update({ status: 'refused' });
    assert.equal(await waiting(), [], 'it is answered');
  });

  test('a line has the roles, access and device of now, and one line is one connection', async ({
    centre,
  }) => {
    const { database } = centre;
    await centre.came('julie', 'phone', 'home');
    await centre.came('julie', 'phone', 'centre', { application: 'reglages' });
    await database('membership_roles').insert({ membership_id: 'of julie', role: 'cook' });
    await database('memberships')
      .where({ user_id: 'julie' })
      .update({ access: 'always', job_title: 'Cuisine' });
    const [line, ...more] = await lines(centre);
    assert.equal(
      [line?.personName, line?.roles, line?.access, line?.jobTitle, line?.isMember, line?.proof, more.length],
      ['Julie Test', ['cook', 'educator'], 'always', 'Cuisine', true, 'proven', 0],
    );
    await database('memberships').where({ user_id: 'julie' }).update({ ends_at: monday });
    const [left] = await lines(centre);
    assert.equal([left?.isMember, left?.access, left?.roles], [false, 'never', []]);
  });

  test('a search that finds forty thousand networks is answered like any other', async ({ centre }) => {
    await centre.came('julie', 'phone', 'home');
    await centre.came('nadia', 'tablet', 'centre');
    const many = Array.from({ length: 40_000 }, (_, index) => `${index}` as string as Network);
    const found = await lines(centre, { among: { userIds: [], networks: [...many, network('home')] } });
    assert.equal(
      found.map(({ userId }) => userId),
      ['julie'],
    );
  });

  test('people are those who were seen: each member says whether she was', async ({ centre }) => {
    await centre.came('julie', 'phone', 'home');
    const members = await readMembers(centre.database, papillons, monday);
    const seen = members.filter((member) => member.seen).map(({ givenName }) => givenName);
    assert.equal(seen, ['Julie']);
  });

  test('news are the attempts since then in this organization, a hundred at the most', async ({ centre }) => {
    const { database } = centre;
    const since = monday - hour;
    await centre.came('julie', 'phone', 'home', { at: since });
    await centre.came('pierre', 'pierres', 'garderie', { organization: arcenciel, at: since + 1 });
    assert.is(await countAttemptsSince(database, papillons, since), 0);
    await centre.came('julie', 'phone', 'home', { at: since + 1, outcome: 'deny' });
    await centre.came('julie', 'phone', 'home', { at: since + 2 });
    assert.is(await countAttemptsSince(database, papillons, since), 2);
    const [row] = await database('sign_ins').where({ at: since + 2 });
    const many = Array.from({ length: 150 }, (_, index) => ({ ...row, id: `more ${index}` }));
    await database.batchInsert('sign_ins', many, 50);
    assert.is(await countAttemptsSince(database, papillons, since), 100);
  });

  test.run();
}
