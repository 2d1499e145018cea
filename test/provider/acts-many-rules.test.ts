import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findRequest } from '../../db/approval-requests.ts';
import { type Database, rowsOf } from '../../db/open.ts';
import type { DeviceId } from '../../policies/facts.ts';
import { describeDevice, knowDevice, writeRule } from '../../provider/acts/index.ts';
import { answer } from '../../provider/approvals/answer.ts';
import { createWhereabouts } from '../../provider/rules/index.ts';
import { dialects } from '../support/postgres.ts';
import {
  browser,
  monday,
  network,
  openSmallCentre,
  papillons,
  place,
  type SmallCentre,
  user,
} from '../support/small-centre.ts';

interface Scene {
  centre: SmallCentre;
}

const here = { organizationId: papillons, by: user('sylvie') };

/** Twenty thousand rules of Nadia's, in a few statements, none of which takes long. */
async function addManyRules(database: Database): Promise<void> {
  for (let from = 0; from < 20_000; from += 2000)
    await rowsOf(
      database,
      `with recursive numbers (n) as (select cast(? as integer) union all select n + 1 from numbers where n < ?)
       insert into rules (id, organization_id, effect, user_id, browser_id, network, origin, created_at)
       select 'of nadia ' || n, ?, 'allow', 'nadia', 'tablet', '192.0.2.77', 'first-closing', cast(? as bigint) from numbers`,
      [from, from + 1999, papillons, monday],
    );
}

/** The rows of rules that are read meanwhile, statement by statement. */
async function rulesRead(database: Database, act: () => Promise<unknown>): Promise<readonly number[]> {
  const counts: number[] = [];
  const listen = (
    response: { readonly rows?: readonly unknown[] } | readonly unknown[],
    { sql }: { readonly sql: string },
  ) => {
    if (!/^\s*select \* from [`"]?rules/.test(sql)) return;
    counts.push(
      'rows' in response ? (response.rows?.length ?? 0) : [...(response as Iterable<unknown>)].length,
    );
  };
  database.on('query-response', listen);
  await act();
  database.removeListener('query-response', listen);
  return counts;
}

for (const dialect of dialects) {
  const test = suite<Scene>(`very many rules, on ${dialect.name}`);

  test.before(async (scene) => {
    const centre = await openSmallCentre(dialect);
    scene.centre = centre;
    await centre.lock('closed');
    await centre.came('sylvie', 'office', 'centre', { application: 'reglages' });
    await centre.came('nadia', 'tablet', 'centre');
    await centre.rule({ userId: user('sylvie'), browserId: browser('office'), placeId: place('centre') });
    await addManyRules(centre.database);
  });
  test.after(({ centre }) => centre.close());

  test('renaming a device among twenty thousand rules does not read them', async ({ centre }) => {
    const known = await knowDevice(centre.needs, { ...here, browserId: browser('tablet') });
    const deviceId = known.kind === 'done' ? known.result : ('none' as DeviceId);
    const read = await rulesRead(centre.database, async () => {
      const said = await describeDevice(centre.needs, { ...here, deviceId, says: { name: 'La tablette' } });
      assert.is(said.kind, 'done');
    });
    assert.equal(read, [1, 1], 'Sylvie’s only, before and after');
  });

  test('what changes nothing that decides reads them once', async ({ centre }) => {
    const read = await rulesRead(centre.database, () =>
      knowDevice(centre.needs, { ...here, browserId: browser('tablet') }),
    );
    assert.equal(read, [1]);
  });

  test('under a padlock open until further notice, none is read', async ({ centre }) => {
    await centre.lock('open');
    const terms = {
      effect: 'allow',
      conditions: { userId: user('julie') },
      validFrom: 'always',
      validUntil: 'always',
    } as const;
    const read = await rulesRead(centre.database, () => writeRule(centre.needs, { ...here, terms }));
    assert.equal(read, []);
    await centre.lock('closed');
  });

  test('Julie who waits is let go by a rule that names her, and Nadia’s stay unread', async ({ centre }) => {
    const waits = await centre.waits('julie', 'tablet', 'home');
    const terms = {
      effect: 'allow',
      conditions: { userId: user('julie'), browserId: browser('tablet'), placeId: place('centre') },
      validFrom: 'always',
      validUntil: 'always',
    } as const;
    await writeRule(centre.needs, { ...here, terms });
    assert.is(await centre.statusOf(waits), 'pending');
    const read = await rulesRead(centre.database, () =>
      writeRule(centre.needs, {
        ...here,
        terms: { ...terms, conditions: { userId: user('julie'), network: network('home') } },
      }),
    );
    assert.is(await centre.statusOf(waits), 'superseded');
    assert.ok(
      read.every((count) => count < 10),
      String(read),
    );
  });

  test('approving Julie reads no rule of Nadia’s, not even to say where she is', async ({ centre }) => {
    const { database, needs } = centre;
    const request = await findRequest(database, await centre.waits('julie', 'phone', 'otherHome'));
    assert.ok(request);
    const given = { answer: 'approve', how: 'session', duration: 'always', scope: 'here' } as const;
    const times = { at: monday, validUntil: 'always', refusal: 'this-time' } as const;
    const read = await rulesRead(database, () =>
      answer(
        { ...needs, whereaboutsOf: createWhereabouts(needs) },
        { request, by: user('sylvie'), ...given, ...times },
      ),
    );
    assert.is((await findRequest(database, request.id))?.status, 'approved');
    assert.ok(
      read.every((count) => count < 10),
      String(read),
    );
  });

  test.run();
}
