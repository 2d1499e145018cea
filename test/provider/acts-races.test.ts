import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findRequest, rejoinRequest } from '../../db/approval-requests.ts';
import { RulesChanged, recordSignIn } from '../../db/sign-ins.ts';
import {
  type ActNeeds,
  type Changed,
  changeAccess,
  closePadlock,
  endRule,
  forgetPlace,
  writePlace,
  writeRule,
} from '../../provider/acts/index.ts';
import { answer } from '../../provider/approvals/index.ts';
import { createWhereabouts } from '../../provider/rules/index.ts';
import { signInOf } from '../../provider/sign-in/record.ts';
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
import { until } from '../support/until.ts';

interface Scene {
  centre: SmallCentre;
}

const sylvie = { organizationId: papillons, by: user('sylvie') };
const marc = { organizationId: papillons, by: user('marc') };
const team = ['sylvie', 'marc', 'julie', 'nadia'] as const;
const machines = ['office', 'laptop', 'tablet', 'phone', 'kitchen', 'pierres'] as const;
const everyConnection = team.flatMap((who) => machines.map((spoken) => ({ who, spoken })));

for (const dialect of dialects) {
  const test = suite<Scene>(`changes at the same time, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
  });
  test.after.each(({ centre }) => centre.close());

  /** Two administrators, each with one way in; each takes one of the two away at the same instant. */
  const bothHaveOneWayIn = async (centre: SmallCentre) => {
    await centre.lock('closed');
    await centre.came('sylvie', 'office', 'centre');
    await centre.came('marc', 'laptop', 'home');
    const ofSylvie = await centre.rule({ userId: user('sylvie'), placeId: place('centre') });
    const ofMarc = await centre.rule({ userId: user('marc'), network: network('home') });
    const refusal = (conditions: Parameters<typeof centre.rule>[0]) => ({
      terms: {
        effect: 'deny' as const,
        conditions,
        validFrom: 'always' as const,
        validUntil: 'always' as const,
      },
    });
    type Act = (needs: ActNeeds) => Promise<Changed<unknown>>;
    const pairs: Readonly<Record<string, readonly [Act, Act]>> = {
      'ends the rule of the other': [
        (needs) => endRule(needs, { ...sylvie, ruleId: ofMarc }),
        (needs) => endRule(needs, { ...marc, ruleId: ofSylvie }),
      ],
      'refuses a line, the other removes the place': [
        (needs) => writeRule(needs, { ...sylvie, ...refusal({ network: network('home') }) }),
        (needs) => forgetPlace(needs, { ...marc, placeId: place('centre') }),
      ],
      'refuses the other’s browser': [
        (needs) => writeRule(needs, { ...sylvie, ...refusal({ browserId: browser('laptop') }) }),
        (needs) => writeRule(needs, { ...marc, ...refusal({ browserId: browser('office') }) }),
      ],
    };
    return pairs;
  };

  for (const name of [
    'ends the rule of the other',
    'refuses a line, the other removes the place',
    'refuses the other’s browser',
  ])
    test(`Sylvie ${name}, and Marc hers, at once: one of them is told that it would lock everyone out`, async ({
      centre,
    }) => {
      const [one, other] = (await bothHaveOneWayIn(centre))[name] ?? [];
      assert.ok(one && other);
      const outcomes = await Promise.all([one(centre.needs), other(centre.second())]);
      assert.equal(outcomes.map(({ kind }) => kind).sort(), ['done', 'locks-out']);
      const ways = [
        await centre.decides('sylvie', 'office', 'centre'),
        await centre.decides('marc', 'laptop', 'home'),
      ];
      assert.is(ways.filter((told) => told.startsWith('allow')).length, 1, ways.join('; '));
    });

  test('each withdraws the other’s access at once: the second is not an administrator any more', async ({
    centre,
  }) => {
    await bothHaveOneWayIn(centre);
    const outcomes = await Promise.all([
      changeAccess(centre.needs, { ...sylvie, userId: user('marc'), access: 'never' }),
      changeAccess(centre.second(), { ...marc, userId: user('sylvie'), access: 'never' }),
    ]);
    assert.equal(outcomes.map(({ kind }) => kind).sort(), ['done', 'not-yours']);
  });

  test('whoever entered through the open padlock while it was closing is authorized by the closing', async ({
    centre,
  }) => {
    await centre.came('sylvie', 'office', 'centre');
    type Asked = Awaited<ReturnType<typeof centre.asks>>;
    const enters = async (connection: (typeof everyConnection)[number], asked: Asked): Promise<string> => {
      const { judgement, ...question } = asked;
      const { policyVersion: onlyAtVersion, reasons } = judgement.decision;
      try {
        await centre.database.transaction((transaction) =>
          recordSignIn(transaction, signInOf(question, judgement, centre.clock.now), { onlyAtVersion }),
        );
        return reasons[0].kind;
      } catch (error) {
        if (!(error instanceof RulesChanged)) throw error;
        return enters(connection, await centre.asks(connection.who, connection.spoken, 'centre'));
      }
    };
    // All are decided under the open padlock; some are recorded before it closes, some too late.
    const asked: Asked[] = [];
    for (const { who, spoken } of everyConnection) asked.push(await centre.asks(who, spoken, 'centre'));
    const entries: string[] = [];
    const closing = closePadlock(centre.second(), sylvie);
    for (const [index, one] of everyConnection.entries()) {
      const known = asked[index];
      if (known) entries.push(await enters(one, known));
      if (index === 12) await closing;
    }
    assert.equal(await closing, { kind: 'done', result: 'done' });
    const signIns = await centre.database('sign_ins').where({ at: centre.clock.now });
    assert.is(signIns.length, everyConnection.length);
    const version = await centre.version();
    for (const row of signIns)
      if (JSON.parse(row.reasons)[0].kind === 'padlock-open') assert.ok(row.policy_version < version);
    for (const [index, { who, spoken }] of everyConnection.entries()) {
      const now = await centre.decides(who, spoken, 'centre');
      if (entries[index] === 'padlock-open') assert.is(now, 'allow: authorized', `${who} with ${spoken}`);
    }
    assert.ok(entries.some((kind) => kind !== 'padlock-open'));
  });

  test('fifty answers and changes, eight at any time, from two processes: all done, each under a version of its own', async ({
    centre,
  }) => {
    await centre.lock('closed');
    for (const { who, spoken } of everyConnection) await centre.came(who, spoken, 'carrier');
    const version = await centre.version();
    const requests = [];
    for (const { who, spoken } of everyConnection) requests.push(await centre.waits(who, spoken, 'nowhere'));
    const approvals = requests.map((id) => async (needs: ActNeeds) => {
      const request = await findRequest(centre.database, id);
      assert.ok(request);
      const whereaboutsOf = createWhereabouts(needs);
      const given = { answer: 'approve', how: 'session', duration: 'always', scope: 'here' } as const;
      const times = { at: monday, validUntil: 'always', refusal: 'this-time' } as const;
      return answer({ ...needs, whereaboutsOf }, { request, by: user('marc'), ...given, ...times });
    });
    const changes = Array.from({ length: 26 }, (_, index) => (needs: ActNeeds) => {
      const by = index % 2 === 0 ? sylvie : marc;
      const placed = { name: `Salle ${index}`, siteId: null, ranges: [], circle: 'none' } as const;
      if (index % 3 === 0) return writePlace(needs, { ...by, place: placed });
      const who = { deviceKind: 'tablet', country: `X${index}` as never } as const;
      return writeRule(needs, {
        ...by,
        terms: { effect: 'allow', conditions: who, validFrom: 'always', validUntil: 'always' },
      });
    });
    const outcomes: unknown[] = [];
    const queue = [...approvals, ...changes].values();
    const worker = async (needs: ActNeeds) => {
      for (const act of queue) outcomes.push(await act(needs));
    };
    const [here, there] = [centre.needs, centre.second()];
    // No more at once than wait for one another in less time than a database may be silent.
    await Promise.all([here, there, here, there, here, there, here, there].map(worker));
    assert.is(outcomes.length, 50);
    for (const outcome of outcomes)
      assert.is(typeof outcome === 'string' ? outcome : Object(outcome).kind, 'done');
    const journal = await centre.database('journal').orderBy('policy_version').select('policy_version');
    assert.equal(
      journal.map((row) => row.policy_version),
      Array.from({ length: 50 }, (_, index) => version + 1 + index),
    );
    assert.is(await centre.version(), version + 50);
    for (const { who, spoken } of everyConnection)
      assert.is(await centre.decides(who, spoken, 'nowhere'), 'allow: approved');
  });

  // SQLite writes one transaction at a time.
  if (dialect.name === 'postgres')
    test('Julie’s second tab joins her request while a change lets her in: neither waits for the other for ever', async ({
      centre,
    }) => {
      await centre.lock('closed');
      await centre.came('julie', 'phone', 'carrier');
      const id = await centre.waits('julie', 'phone', 'home');
      const { judgement, ...question } = await centre.asks('julie', 'phone', 'home');
      const joining = await centre.second().database.transaction();
      await rejoinRequest(joining, id, {
        at: monday,
        wait: 'same',
        attempt: 'another',
        reasons: [{ kind: 'new-network' }],
      });
      const terms = {
        effect: 'allow',
        conditions: { userId: user('julie'), network: network('home') },
        validFrom: 'always',
        validUntil: 'always',
      } as const;
      const changing = writeRule(centre.needs, { ...sylvie, terms }).then(
        ({ kind }) => kind,
        (error: Error) => error.message,
      );
      await until(async () => {
        const waiting = centre.database('pg_stat_activity').where({ wait_event_type: 'Lock' });
        return (await waiting.whereRaw('datname = current_database()').first('pid')) !== undefined;
      });
      await recordSignIn(joining, signInOf(question, judgement, monday));
      await joining.commit();
      assert.is(await changing, 'done');
      assert.is(await centre.statusOf(id), 'superseded');
    });

  test.run();
}
