import type { Adapter, AdapterPayload } from 'oidc-provider';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { endGrants, endGrantsOf, SessionEnded, saveGrant } from '../../db/grants.ts';
import type { Database } from '../../db/open.ts';
import { recordsAdapter, sweepRecords } from '../../db/records.ts';
import { endSession } from '../../db/sessions.ts';
import { dialects } from '../support/postgres.ts';
import { until } from '../support/until.ts';
import { type Opened, openMigrated } from './fresh.ts';
import { noon } from './people.ts';

interface Scene {
  opened: Opened;
  database: Database;
  records: (model: string) => Adapter;
}

const hour = 60 * 60;
const second = 1000;
const day = 24 * hour * second;

type Authorizations = Readonly<Record<string, { readonly grantId: string }>>;

const julies = (id: string, authorizations: Authorizations, more: AdapterPayload = {}): AdapterPayload => ({
  kind: 'Session',
  jti: id,
  uid: 'the session of Julie',
  accountId: 'julie',
  loginTs: 1,
  authorizations,
  ...more,
});

const sdg = { 'amisgest-sdg': { grantId: 'grant of sdg' } };
const mobile = { 'amisgest-mobile': { grantId: 'grant of mobile' } };

const outcomes = async (attempts: readonly Promise<unknown>[]) => {
  const settled = await Promise.allSettled(attempts);
  const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  return { won: settled.length - lost.length, lost };
};

interface Race {
  readonly meanwhile: (transaction: Database) => Promise<unknown>;
  readonly late: () => Promise<unknown>;
}

/** Somebody waits for a row that another transaction holds. */
const someoneWaits = (database: Database) =>
  until(async () => {
    const waiting = database('pg_stat_activity').where({ wait_event_type: 'Lock' });
    return waiting.andWhereRaw('datname = current_database()').first();
  });

for (const dialect of dialects) {
  const test = suite<Scene>(`records of the provider, on ${dialect.name}`);

  test.before(async (scene) => {
    scene.opened = await openMigrated(dialect);
    scene.database = scene.opened.database;
    scene.records = recordsAdapter(scene.database, () => noon);
  });
  test.before.each(async ({ database }) => {
    for (const table of ['oidc_records', 'ended_sessions']) await database(table).delete();
  });
  test.after(async ({ opened }) => opened.close());

  const everything = async ({ database }: Scene) =>
    JSON.stringify([await database('oidc_records'), await database('ended_sessions')]);
  const ids = async ({ database }: Scene) =>
    (await database('oidc_records').orderBy('id').select('id')).map(({ id }) => id);

  const addGrants = async ({ database, records }: Scene) => {
    const grants = [
      { id: 'sdg', accountId: 'julie', organizationId: 'papillons' },
      { id: 'portail', accountId: 'julie', organizationId: null },
      { id: 'nadia', accountId: 'nadia', organizationId: 'papillons' },
    ];
    for (const { id, accountId, organizationId } of grants) {
      const facts = { organizationId, facts: '{"at":1}', policyVersion: 17 };
      await saveGrant(database, {
        ...facts,
        id,
        payload: { kind: 'Grant', jti: id, accountId },
        sessionUid: null,
        expiresAt: noon + day,
      });
      for (const model of ['AuthorizationCode', 'RefreshToken'])
        await records(model).upsert(`${model} of ${id}`, { kind: model, grantId: id, accountId }, hour);
    }
  };

  /** Begins `late` while the transaction of `meanwhile` has written and not yet committed, then lets both end. */
  const heldUp = async ({ database, opened }: Scene, { meanwhile, late }: Race): Promise<void> => {
    const transaction = await opened.second().transaction();
    await meanwhile(transaction);
    const save = late();
    if (dialect.name === 'postgres') await someoneWaits(database);
    await transaction.commit();
    await save;
  };

  test('Julie’s code is exchanged once: whoever comes second gets InvalidGrant', async ({ records }) => {
    const codes = records('AuthorizationCode');
    await codes.upsert('code', { kind: 'AuthorizationCode', jti: 'code', grantId: 'grant' }, 60);
    await codes.consume('code');
    const { lost } = await outcomes([codes.consume('code')]);
    assert.equal(
      lost.map(({ name, message, status }) => ({ name, message, status })),
      [{ name: 'InvalidGrant', message: 'invalid_grant', status: 400 }],
    );
    assert.is((await codes.find('code'))?.consumed, noon / second, 'it stays, so that its reuse is seen');
  });

  test('a code that never was is nobody’s to consume', async ({ records }) => {
    const { lost } = await outcomes([records('AuthorizationCode').consume('none')]);
    assert.is(lost[0]?.name, 'InvalidGrant');
  });

  test('of fifty who consume one refresh token at once, in two processes, one wins', async (scene) => {
    const elsewhere = recordsAdapter(scene.opened.second(), () => noon)('RefreshToken');
    const here = scene.records('RefreshToken');
    await here.upsert('token', { kind: 'RefreshToken', jti: 'token', grantId: 'grant' }, hour);
    const all = Array.from({ length: 50 }, (_, index) => (index % 2 ? here : elsewhere).consume('token'));
    const { won, lost } = await outcomes(all);
    assert.is(won, 1);
    assert.equal(new Set(lost.map(({ name }) => name)), new Set(['InvalidGrant']));
  });

  test('a token that was used is still used after it is written again', async ({ records }) => {
    const tokens = records('RefreshToken');
    await tokens.upsert('token', { kind: 'RefreshToken', jti: 'token' }, hour);
    await tokens.consume('token');
    await tokens.upsert('token', { kind: 'RefreshToken', jti: 'token', scope: 'openid' }, hour);
    assert.is((await outcomes([tokens.consume('token')])).won, 0);
  });

  test('a pushed request that was used says invalid_request_uri', async ({ records }) => {
    const pushed = records('PushedAuthorizationRequest');
    await pushed.upsert('par', { kind: 'PushedAuthorizationRequest', jti: 'par', request: 'r' }, 60);
    await pushed.consume('par');
    const { lost } = await outcomes([pushed.consume('par')]);
    assert.is(lost[0]?.name, 'InvalidRequestUri');
  });

  test('no code, token or cookie of Julie’s can be read in the tables', async (scene) => {
    const secrets = ['AuthorizationCode', 'RefreshToken', 'AccessToken', 'Interaction', 'Session'].map(
      (model) => ({
        model,
        id: `bearer-of-${model}-4f0c8`,
      }),
    );
    for (const { model, id } of secrets)
      await scene
        .records(model)
        .upsert(id, { kind: model, jti: id, uid: `uid of ${model}`, accountId: 'julie' }, hour);
    const cookie = 'bearer-of-Session-4f0c8';
    const session = { uid: 'uid of Session', cookie, accountId: 'julie', acr: '' };
    await scene.records('Interaction').upsert('other', { kind: 'Interaction', jti: 'other', session }, hour);
    await scene.records('Session').destroy(cookie);
    await scene.records('Session').upsert(cookie, julies(cookie, sdg), hour);
    assert.not.match(await everything(scene), /bearer-of/);
    for (const { model, id } of secrets.filter(({ model }) => model !== 'Session'))
      assert.is((await scene.records(model).find(id))?.jti, id);
  });

  test('a record found is the record saved', async ({ records }) => {
    const codes = records('AuthorizationCode');
    const payload = { kind: 'AuthorizationCode', jti: 'code', accountId: 'julie', scope: 'openid é🦋' };
    await codes.upsert('code', payload, 60);
    assert.equal(await codes.find('code'), payload);
    assert.is(await codes.find('CODE'), undefined);
    assert.is(await records('RefreshToken').find('code'), undefined);
  });

  test('an expired record is found: the library itself judges what it is worth', async ({ records }) => {
    await records('RefreshToken').upsert('old', { kind: 'RefreshToken', jti: 'old', exp: 1 }, -hour);
    assert.is((await records('RefreshToken').find('old'))?.exp, 1);
  });

  test('Julie signs in to two applications at once, and her session keeps both', async ({ records }) => {
    const sessions = records('Session');
    await sessions.upsert('cookie', julies('cookie', {}), hour);
    await Promise.all([
      sessions.upsert('cookie', julies('cookie', sdg), hour),
      sessions.upsert('cookie', julies('cookie', mobile), hour),
    ]);
    assert.equal((await sessions.find('cookie'))?.authorizations, { ...sdg, ...mobile });
    assert.is((await sessions.findByUid('the session of Julie'))?.accountId, 'julie');
  });

  test('forty applications at once from two processes, the first save among them, and none is forgotten', async (scene) => {
    const both = [scene.records('Session'), recordsAdapter(scene.opened.second(), () => noon)('Session')];
    const names = Array.from({ length: 40 }, (_, index) => `application ${index}`);
    await Promise.all(
      names.map((name, index) =>
        both[index % 2]?.upsert('cookie', julies('cookie', { [name]: { grantId: name } }), hour),
      ),
    );
    const found = await scene.records('Session').find('cookie');
    assert.equal(Object.keys(found?.authorizations ?? {}).sort(), names.toSorted());
  });

  test('what a later request says of a session is what counts', async ({ records }) => {
    const sessions = records('Session');
    await sessions.upsert('cookie', julies('cookie', sdg, { organizationId: 'papillons' }), hour);
    await sessions.upsert('cookie', julies('cookie', sdg, { organizationId: 'arcenciel', loginTs: 2 }), hour);
    const found = await sessions.find('cookie');
    assert.is(found?.loginTs, 2);
    assert.equal(found?.organizationId, 'arcenciel');
  });

  test('after Julie’s session took a new id, her old cookie opens nothing', async ({ records }) => {
    const sessions = records('Session');
    await sessions.upsert('old', julies('old', sdg), hour);
    await sessions.destroy('old');
    await sessions.upsert('new', julies('new', sdg), hour);
    assert.is(await sessions.find('old'), undefined);
    assert.is((await sessions.find('new'))?.jti, 'new');
    assert.is((await sessions.findByUid('the session of Julie'))?.accountId, 'julie');
  });

  test('a request under the old id adds to the session, and the old cookie stays dead', async ({
    records,
  }) => {
    const sessions = records('Session');
    await sessions.upsert('old', julies('old', {}), hour);
    await sessions.destroy('old');
    await sessions.upsert('new', julies('new', sdg), hour);
    await sessions.upsert('old', julies('old', mobile), hour);
    await sessions.upsert('old', julies('old', { compte: { grantId: 'grant of compte' } }), hour);
    assert.is(await sessions.find('old'), undefined);
    const expected = { ...sdg, ...mobile, compte: { grantId: 'grant of compte' } };
    assert.equal((await sessions.find('new'))?.authorizations, expected);
  });

  test('a save that meets the change of id on its way does not revive the old cookie', async (scene) => {
    const sessions = scene.records('Session');
    const elsewhere = recordsAdapter(scene.opened.second(), () => noon)('Session');
    for (let round = 0; round < 20; round++) {
      const [old, fresh] = [`old ${round}`, `new ${round}`];
      await sessions.upsert(old, julies(old, {}, { uid: `session ${round}` }), hour);
      await Promise.all([
        sessions.destroy(old),
        ...Array.from({ length: 4 }, (_, index) =>
          elsewhere.upsert(
            old,
            julies(old, { [`app ${index}`]: { grantId: 'g' } }, { uid: `session ${round}` }),
            hour,
          ),
        ),
      ]);
      await sessions.upsert(fresh, julies(fresh, sdg, { uid: `session ${round}` }), hour);
      assert.is(await sessions.find(old), undefined, `round ${round}`);
      assert.is(Object.keys((await sessions.find(fresh))?.authorizations ?? {}).length, 5, `round ${round}`);
    }
  });

  test('a save held up while the id changes does not revive the old cookie', async (scene) => {
    const sessions = scene.records('Session');
    await sessions.upsert('old', julies('old', {}), hour);
    await heldUp(scene, {
      meanwhile: (transaction) => recordsAdapter(transaction, () => noon)('Session').destroy('old'),
      late: () => sessions.upsert('old', julies('old', mobile), hour),
    });
    await sessions.upsert('new', julies('new', sdg), hour);
    assert.is(await sessions.find('old'), undefined);
    assert.equal((await sessions.find('new'))?.authorizations, { ...sdg, ...mobile });
  });

  test('a session that ended stays ended, whatever a request in flight saves', async (scene) => {
    const sessions = scene.records('Session');
    await sessions.upsert('cookie', julies('cookie', sdg), hour);
    await endSession(scene.database, 'the session of Julie', noon + day);
    await sessions.upsert('cookie', julies('cookie', mobile), hour);
    await sessions.upsert('another id of it', julies('another id of it', mobile), hour);
    for (const id of ['cookie', 'another id of it']) assert.is(await sessions.find(id), undefined);
    assert.is(await sessions.findByUid('the session of Julie'), undefined);
    await endSession(scene.database, 'the session of Julie', noon + day);
  });

  test('a save held up while the session ends does not bring it back', async (scene) => {
    const sessions = scene.records('Session');
    await sessions.upsert('cookie', julies('cookie', sdg), hour);
    await heldUp(scene, {
      meanwhile: (transaction) => endSession(transaction, 'the session of Julie', noon + day),
      late: () => sessions.upsert('cookie', julies('cookie', mobile), hour),
    });
    assert.is(await sessions.find('cookie'), undefined);
    assert.is(await sessions.findByUid('the session of Julie'), undefined);
  });

  test('fifty saves against the end of Julie’s session: the end wins in every round', async (scene) => {
    const sessions = scene.records('Session');
    for (let round = 0; round < 10; round++) {
      const uid = `session ${round}`;
      const save = () => sessions.upsert(`cookie ${round}`, julies(`cookie ${round}`, sdg, { uid }), hour);
      await save();
      const saves = Array.from({ length: 25 }, save);
      await scene.database.transaction((transaction) => endSession(transaction, uid, noon + day));
      await Promise.all([...saves, ...Array.from({ length: 25 }, save)]);
      assert.is(await sessions.find(`cookie ${round}`), undefined, `round ${round}`);
    }
  });

  test('the grants of two tabs that signed in at once end with the session, which remembers one', async ({
    database,
    records,
  }) => {
    await records('Session').upsert('cookie', julies('cookie', sdg), hour);
    const facts = { organizationId: 'papillons', facts: '{}', policyVersion: 1 };
    for (const [id, sessionUid] of [
      ['one tab', 'the session of Julie'],
      ['other tab', 'the session of Julie'],
      ['elsewhere', 'the session of Nadia'],
    ] as const) {
      await saveGrant(database, {
        ...facts,
        id,
        payload: { kind: 'Grant', jti: id },
        sessionUid,
        expiresAt: noon + day,
      });
      await records('Grant').upsert(id, { kind: 'Grant', jti: id }, hour);
      await records('RefreshToken').upsert(`token of ${id}`, { kind: 'RefreshToken', grantId: id }, hour);
    }
    await endSession(database, 'the session of Julie', noon + day);
    const left = await database('oidc_records').where({ model: 'Grant' }).select('id');
    assert.equal(left, [{ id: 'elsewhere' }]);
    for (const id of ['one tab', 'other tab'])
      assert.is(await records('RefreshToken').find(`token of ${id}`), undefined);
    assert.ok(await records('RefreshToken').find('token of elsewhere'));
  });

  test('a grant is not given in a session that ended on the way', async ({ database }) => {
    await endSession(database, 'the session of Julie', noon + day);
    const late = {
      id: 'late',
      payload: { kind: 'Grant', jti: 'late' },
      organizationId: 'papillons',
      facts: '{}',
      policyVersion: 1,
      sessionUid: 'the session of Julie',
      expiresAt: noon + day,
    };
    await saveGrant(database, late).then(
      () => assert.unreachable('it was given'),
      (error) => assert.instance(error, SessionEnded),
    );
    assert.equal(await database('oidc_records').where({ model: 'Grant' }), []);
  });

  test('only Julie’s own session ends', async (scene) => {
    const sessions = scene.records('Session');
    await sessions.upsert('cookie', julies('cookie', sdg), hour);
    await sessions.upsert('nadia', julies('nadia', sdg, { uid: 'the session of Nadia' }), hour);
    await endSession(scene.database, 'the session of Julie', noon + day);
    assert.is((await sessions.find('nadia'))?.jti, 'nadia');
  });

  test('revoking a grant takes the tokens of that model and grant, and no others', async (scene) => {
    for (const model of ['AccessToken', 'RefreshToken'])
      for (const grantId of ['one', 'other'])
        await scene.records(model).upsert(`${model} of ${grantId}`, { kind: model, grantId }, hour);
    await scene.records('RefreshToken').revokeByGrantId('one');
    assert.is(await scene.records('RefreshToken').find('RefreshToken of one'), undefined);
    assert.ok(await scene.records('RefreshToken').find('RefreshToken of other'));
    assert.ok(await scene.records('AccessToken').find('AccessToken of one'));
  });

  test('ending grants takes them, their codes and their tokens, and leaves the others', async (scene) => {
    await addGrants(scene);
    await endGrants(scene.database, { account_id: 'nobody' });
    assert.is((await ids(scene)).length, 9);
    await endGrants(scene.database, { account_id: 'julie', organization_id: 'papillons' });
    for (const model of ['AuthorizationCode', 'RefreshToken'])
      assert.is(await scene.records(model).find(`${model} of sdg`), undefined);
    assert.is(await scene.records('Grant').find('sdg'), undefined);
    assert.is((await ids(scene)).length, 6);
  });

  test('what Julie was given for one organization ends, and what a parent was given stays', async (scene) => {
    await addGrants(scene);
    await endGrantsOf(scene.database, 'julie', 'papillons');
    assert.is(await scene.records('Grant').find('sdg'), undefined);
    for (const id of ['portail', 'nadia']) assert.is((await scene.records('Grant').find(id))?.jti, id);
  });

  test('the facts of a grant survive the library writing it again', async (scene) => {
    await addGrants(scene);
    await scene.records('Grant').upsert('sdg', { kind: 'Grant', jti: 'sdg', accountId: 'julie' }, hour);
    const row = await scene.database('oidc_records').where({ model: 'Grant', id: 'sdg' }).first();
    assert.equal([row.organization_id, row.facts, row.policy_version], ['papillons', '{"at":1}', 17]);
  });

  test('the sweep takes what expired more than fifteen seconds ago', async (scene) => {
    const expiring = { 'long ago': -hour, 'just over': -16, 'just under': -14, alive: hour };
    for (const [id, seconds] of Object.entries(expiring))
      await scene.records('Grant').upsert(id, { kind: 'Grant', jti: id }, seconds);
    assert.is(await sweepRecords(scene.database, noon), 2);
    assert.equal(await ids(scene), ['alive', 'just under']);
  });

  test('a pushed request is kept for a day: a pause may still look it up', async (scene) => {
    const pushed = scene.records('PushedAuthorizationRequest');
    await pushed.upsert('paused', { kind: 'PushedAuthorizationRequest', jti: 'paused' }, -23 * hour);
    await pushed.upsert('forgotten', { kind: 'PushedAuthorizationRequest', jti: 'forgotten' }, -25 * hour);
    assert.is(await sweepRecords(scene.database, noon), 1);
    assert.ok(await pushed.find('paused'));
    assert.is(await pushed.find('forgotten'), undefined);
  });

  test('the sweep goes in batches until nothing is left, and forgets old endings', async (scene) => {
    const past = Array.from({ length: 25 }, (_, index) => `old ${index}`);
    for (const id of past) await scene.records('AccessToken').upsert(id, { kind: 'AccessToken' }, -hour);
    await endSession(scene.database, 'over', noon - 1);
    await endSession(scene.database, 'recent', noon + 1);
    const swept: number[] = [];
    do swept.push(await sweepRecords(scene.database, noon, 10));
    while (swept.at(-1) === 10);
    assert.equal(swept, [10, 10, 5]);
    assert.equal(await scene.database('ended_sessions').select('uid'), [{ uid: 'recent' }]);
  });

  test('two processes sweep at once, and each row is swept once', async (scene) => {
    const past = Array.from({ length: 60 }, (_, index) => `old ${index}`);
    for (const id of past) await scene.records('AccessToken').upsert(id, { kind: 'AccessToken' }, -hour);
    const both = [scene.database, scene.opened.second()];
    const swept = await Promise.all(both.map((database) => sweepRecords(database, noon)));
    assert.is(
      swept.reduce((sum, one) => sum + one, 0),
      60,
    );
  });

  test.run();
}
