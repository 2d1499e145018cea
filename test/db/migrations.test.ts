import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { migrationSource } from '../../db/migrations/index.ts';
import { type Database, isSqlite, migrate } from '../../db/open.ts';
import { dialects } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';
import { type Opened, openFresh, openMigrated } from './fresh.ts';
import { addPapillons, noon, pendingRequest } from './people.ts';

interface Scene {
  opened: Opened;
}

const applied = async (database: Database): Promise<readonly string[]> =>
  (await database('knex_migrations').orderBy('id').select('name')).map(({ name }) => name);

const history = async (): Promise<readonly string[]> =>
  (await migrationSource.getMigrations([])).map((migration) => migrationSource.getMigrationName(migration));

/** As a version was that did not have this step yet. */
async function migrateBefore(database: Database, name: string): Promise<void> {
  const all = await migrationSource.getMigrations([]);
  const before = all.slice(
    0,
    all.findIndex((one) => migrationSource.getMigrationName(one) === name),
  );
  await database.migrate.latest({
    migrationSource: { ...migrationSource, getMigrations: async () => before },
  });
}

const tables = async (database: Database): Promise<readonly string[]> => {
  const listed = isSqlite(database)
    ? database('sqlite_master').where({ type: 'table' }).whereNot('name', 'like', 'sqlite_%').select('name')
    : database('pg_tables').where({ schemaname: 'public' }).select('tablename as name');
  return (await listed).map(({ name }) => name).sort();
};

const refusal = async (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'it was accepted',
    (error: Error) => error.message,
  );

for (const dialect of dialects) {
  const test = suite<Scene>(`migrations, on ${dialect.name}`);
  test.after.each(async ({ opened }) => opened?.close());

  test('the history runs whole, and once more without harm', async (scene) => {
    scene.opened = await openMigrated(dialect);
    const { database } = scene.opened;
    await addPapillons(database);
    const before = await tables(database);
    await migrate(database);
    assert.equal(await tables(database), before);
    assert.equal(await applied(database), await history());
    assert.is((await database('users')).length, 3);
  });

  test('four that start together all find the house built, each step made once', async (scene) => {
    scene.opened = await openFresh(dialect);
    const { database, second } = scene.opened;
    const all = [database, second(), second(), second()];
    await Promise.all(all.map(migrate));
    assert.equal(await applied(database), await history());
    for (const one of all) assert.equal(await one('organizations'), []);
  });

  if (dialect.name === 'postgres')
    test('a process that was killed while it migrated keeps nobody out', async (scene) => {
      scene.opened = await openMigrated(dialect);
      const { database } = scene.opened;
      await database('knex_migrations_lock').update({ is_locked: 1 });
      await migrate(database);
      assert.equal(await applied(database), await history());
    });

  if (dialect.name === 'postgres')
    test('a step that says it is a migration takes longer than a page would wait', async (scene) => {
      scene.opened = await openMigrated(dialect);
      const { database } = scene.opened;
      await database.raw('/* migration */ select pg_sleep(2)');
      assert.match(await refusal(Promise.resolve(database.raw('select pg_sleep(2)'))), /timeout/i);
    });

  test('what a connection’s last attempt was, and how many each person has, is found for those of before', async (scene) => {
    scene.opened = await openFresh(dialect);
    const { database } = scene.opened;
    await migrateBefore(database, '0006-latest-attempt');
    await addPapillons(database);
    const organization_id = 'papillons';
    const created_at = noon;
    for (const id of ['phone', 'office'])
      await database('browsers').insert({ id, token_hash: `hash of ${id}`, user_agent: '', created_at });
    const connections = [
      { id: 'let in', user_id: 'julie', browser_id: 'tablet' },
      { id: 'stopped', user_id: 'julie', browser_id: 'phone' },
      { id: 'never let in', user_id: 'marc', browser_id: 'office' },
      { id: 'without a trace', user_id: 'sylvie', browser_id: 'office' },
    ];
    for (const one of connections)
      await database('connections').insert({
        ...one,
        organization_id,
        first_seen: noon,
        last_seen: noon + 2,
      });
    const sightings = [
      { connection_id: 'let in', network: 'home', last_seen: noon + 1, allowed_at: null },
      { connection_id: 'let in', network: 'centre', last_seen: noon + 2, allowed_at: noon + 2 },
      { connection_id: 'stopped', network: 'centre', last_seen: noon + 1, allowed_at: noon + 1 },
      { connection_id: 'stopped', network: 'home', last_seen: noon + 2, allowed_at: noon + 1 },
      { connection_id: 'never let in', network: 'home', last_seen: noon + 2, allowed_at: null },
    ];
    for (const one of sightings)
      await database('sightings').insert({ ...one, application_id: `${one.network} app`, first_seen: noon });
    await migrate(database);
    const found = await database('connections').orderBy('id').select();
    assert.equal(
      found.map((row) => [row.id, row.latest_network, row.latest_application_id, row.stopped_at]),
      [
        ['let in', 'centre', 'centre app', null],
        ['never let in', 'home', 'home app', noon + 2],
        ['stopped', 'home', 'home app', noon + 2],
        ['without a trace', 'unknown', '', null],
      ],
    );
    assert.equal(
      new Set((await database('sightings')).map((row) => row.organization_id)),
      new Set(['papillons']),
    );
    const people = await database('seen_people').orderBy('user_id');
    assert.equal(
      people.map((row) => [row.organization_id, row.user_id, row.connections]),
      [
        ['papillons', 'julie', 2],
        ['papillons', 'marc', 1],
        ['papillons', 'sylvie', 1],
      ],
    );
  });

  test('two processes start together on one empty database, and both serve', async () => {
    const storage = await dialect.open();
    const env = { DATABASE_URL: storage.databaseUrl, DATA_DIR: storage.dataDir, LOG_LEVEL: 'silent' };
    const started = await Promise.allSettled([startServer({ env }), startServer({ env })]);
    const servers = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const faults = started.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    const keys = await Promise.all(
      servers.map(async ({ url }) =>
        (await fetch(`${url}/realms/amisgest/protocol/openid-connect/certs`)).text(),
      ),
    );
    await Promise.all(servers.map((server) => server.close()));
    await storage.close();
    assert.equal(faults, []);
    assert.is(new Set(keys).size, 1, 'they sign with the same keys');
  });

  test('Julie’s second pending request on her tablet is refused by the database itself', async (scene) => {
    scene.opened = await openMigrated(dialect);
    const { database } = scene.opened;
    await addPapillons(database);
    await database('approval_requests').insert(pendingRequest('first'));
    const second = await refusal(database('approval_requests').insert(pendingRequest('second')));
    assert.match(second, /unique/i);
    await database('approval_requests').where({ id: 'first' }).update({ status: 'refused' });
    await database('approval_requests').insert(pendingRequest('second'));
    await database('approval_requests').insert(pendingRequest('third', { status: 'expired' }));
    const back = await refusal(
      database('approval_requests').where({ id: 'first' }).update({ status: 'pending' }),
    );
    assert.match(back, /unique/i);
  });

  test('nothing points at an organization or a person that does not exist', async (scene) => {
    scene.opened = await openMigrated(dialect);
    const { database } = scene.opened;
    await addPapillons(database);
    const strangers = { organization_id: 'nowhere', user_id: 'nobody', browser_id: 'none' };
    for (const [column, value] of Object.entries(strangers)) {
      const request = pendingRequest('request', { [column]: value });
      assert.match(await refusal(database('approval_requests').insert(request)), /foreign key/i);
    }
  });

  test('an organization takes everything that is its own with it, and leaves the people', async (scene) => {
    scene.opened = await openMigrated(dialect);
    const { database } = scene.opened;
    await addPapillons(database);
    await fill(database);
    const left = ['organizations', ...owned];
    for (const table of left) assert.ok((await database(table)).length > 0, table);
    await database('organizations').where({ id: 'papillons' }).delete();
    for (const table of left) assert.equal(await database(table), [], table);
    assert.is((await database('users')).length, 3);
    assert.is((await database('browsers')).length, 1);
  });

  test('a person who is erased takes her requests and memberships; a decision she made stays without her name', async (scene) => {
    scene.opened = await openMigrated(dialect);
    const { database } = scene.opened;
    await addPapillons(database);
    await fill(database);
    const decided = pendingRequest('of marc', { user_id: 'marc', status: 'approved', decided_by: 'julie' });
    await database('approval_requests').insert(decided);
    await database('users').where({ id: 'julie' }).delete();
    assert.equal(await database('memberships'), []);
    const requests = await database('approval_requests').select('id', 'status', 'decided_by');
    assert.equal(requests, [{ id: 'of marc', status: 'approved', decided_by: null }]);
  });

  test.run();
}

/** Every table that says `organization_id`, or hangs under one that does. */
const owned = [
  'sites',
  'memberships',
  'membership_roles',
  'membership_sites',
  'child_records',
  'child_record_parents',
  'devices',
  'device_browsers',
  'places',
  'place_networks',
  'connections',
  'sightings',
  'seen_people',
  'sign_ins',
  'rules',
  'approval_requests',
  'approval_links',
  'outbox',
  'journal',
] as const;

async function fill(database: Database): Promise<void> {
  const organization_id = 'papillons';
  const user_id = 'julie';
  const created_at = noon;
  const seen = { first_seen: noon, last_seen: noon };
  const rows: readonly (readonly [(typeof owned)[number], Readonly<Record<string, string | number>>])[] = [
    ['sites', { id: 'site', organization_id, name: 'Site', created_at }],
    ['memberships', { id: 'membership', organization_id, user_id, created_at }],
    ['membership_roles', { membership_id: 'membership', role: 'educator' }],
    ['membership_sites', { membership_id: 'membership', site_id: 'site' }],
    ['child_records', { id: 'child', organization_id, given_name: 'Léa', family_name: 'Roy', created_at }],
    ['child_record_parents', { child_record_id: 'child', email: 'parent@exemple.test' }],
    ['devices', { id: 'device', organization_id, created_at }],
    ['device_browsers', { organization_id, browser_id: 'tablet', device_id: 'device' }],
    ['places', { id: 'place', organization_id, name: 'Place', created_at }],
    ['place_networks', { place_id: 'place', cidr: '192.0.2.0/24' }],
    ['connections', { id: 'connection', organization_id, user_id, browser_id: 'tablet', ...seen }],
    [
      'sightings',
      { connection_id: 'connection', network: '192.0.2.1', application_id: 'amisgest-sdg', ...seen },
    ],
    ['seen_people', { organization_id, user_id, connections: 1 }],
    [
      'sign_ins',
      {
        id: 'sign-in',
        organization_id,
        user_id,
        application_id: 'amisgest-sdg',
        outcome: 'allow',
        reasons: '[]',
        at: noon,
      },
    ],
    ['rules', { id: 'rule', organization_id, effect: 'allow', user_id, origin: 'approval', created_at }],
    ['approval_requests', pendingRequest('request', { rule_id: 'rule' })],
    ['approval_links', { id: 'link', approval_request_id: 'request', user_id: 'sylvie', key_id: 'key' }],
    [
      'outbox',
      {
        id: 'notice',
        kind: 'approval-requested',
        organization_id,
        user_id,
        approval_request_id: 'request',
        created_at,
        next_attempt_at: noon,
      },
    ],
    [
      'journal',
      { id: 'entry', organization_id, at: noon, actor: 'system', action: 'tested', subject: 'nobody' },
    ],
  ];
  for (const [table, row] of rows) await database(table).insert(row);
}
