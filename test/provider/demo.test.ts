import type { Knex } from 'knex';
import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { countMessages, makeMailbox, readMessages } from '../../db/demo-mailbox.ts';
import { isSqlite, migrate, openDatabase } from '../../db/open.ts';
import { readRules } from '../../db/rules.ts';
import { readSituation } from '../../db/situation.ts';
import { readAdministrators, readOnCallPhone } from '../../db/users.ts';
import { toNetwork } from '../../policies/networks.ts';
import { keepMail } from '../../provider/demo/mailbox.ts';
import { seedDemo } from '../../provider/demo/seed.ts';
import { dialects, type OpenedStorage } from '../support/postgres.ts';

interface Context {
  storage: OpenedStorage;
  database: Knex;
}

const now = Date.now();
const hash = async (password: string) => `hash of ${password}`;
const seed = (database: Knex) => seedDemo({ database, passwords: { hash }, now: () => now });

for (const dialect of dialects) {
  const demo = suite<Context>(`the demonstration on ${dialect.name}`);

  demo.before(async (context) => {
    context.storage = await dialect.open();
    const { databaseUrl: url, dataDir: dataDirectory } = context.storage;
    context.database = openDatabase({ url, dataDirectory, file: 'demo.sqlite' });
    await migrate(context.database);
    await seed(context.database);
    await makeMailbox(context.database);
  });
  demo.after(async ({ database, storage }) => {
    await database.destroy();
    await storage.close();
  });

  const organization = (database: Knex, alias: string) => database('organizations').where({ alias }).first();
  const user = (database: Knex, email: string) => database('users').where({ email }).first();

  demo(
    'CPE Les Papillons has its padlock closed, Garderie L’Arc-en-ciel has it open',
    async ({ database }) => {
      const [rainbow, butterflies] = await database('organizations').orderBy('alias');
      equal(
        [butterflies.alias, butterflies.name, Boolean(butterflies.locked)],
        ['papillons', 'CPE Les Papillons', true],
      );
      equal(
        [rainbow.alias, rainbow.name, Boolean(rainbow.locked)],
        ['arcenciel', 'Garderie L’Arc-en-ciel', false],
      );
      equal([rainbow.time_zone, butterflies.time_zone], ['America/Toronto', 'America/Toronto']);
      ok(butterflies.first_locked_at < now);
    },
  );

  demo(
    'everyone of the story has the password that it says; their colleagues have none',
    async ({ database }) => {
      const known = await database('users')
        .whereNotNull('password_hash')
        .orderBy('email')
        .select('email', 'password_hash');
      equal(
        known.map(({ email }) => email),
        [
          'julie.tremblay@papillons.test',
          'marc.roy@papillons.test',
          'nadia.benali@papillons.test',
          'olivier.cote@exemple.test',
          'pierre.lavoie@arcenciel.test',
          'sylvie.gagnon@papillons.test',
        ],
      );
      ok(known.every(({ password_hash }) => password_hash === 'hash of Cadenas-2026'));
      const colleagues = await database('users').whereNull('password_hash');
      ok(colleagues.length >= 10);
    },
  );

  demo(
    'Sylvie and Marc decide for Les Papillons, Sylvie with a cell; the on-call phone is the one in Longueuil',
    async ({ database }) => {
      const { id } = await organization(database, 'papillons');
      const administrators = await readAdministrators(database, id, now);
      equal(
        administrators.map(({ email }) => email),
        ['sylvie.gagnon@papillons.test', 'marc.roy@papillons.test'],
      );
      is((await user(database, 'sylvie.gagnon@papillons.test')).cell, '+15145550101');
      is((await user(database, 'marc.roy@papillons.test')).cell, null);
      const julie = await user(database, 'julie.tremblay@papillons.test');
      is(await readOnCallPhone(database, id, julie.id), '+14505550123');
    },
  );

  demo(
    'Olivier has a child in each organization and no membership; Nadia is both educator and parent',
    async ({ database }) => {
      const childrenOf = async (email: string) =>
        (
          await database('child_record_parents as p')
            .join('child_records as c', 'c.id', 'p.child_record_id')
            .join('proven_addresses as a', 'a.email', 'p.email')
            .join('organizations as o', 'o.id', 'c.organization_id')
            .where('p.email', email)
            .orderBy('o.alias')
            .select('o.alias')
        ).map(({ alias }) => alias);
      equal(await childrenOf('olivier.cote@exemple.test'), ['arcenciel', 'papillons']);
      equal(await childrenOf('nadia.benali@papillons.test'), ['papillons']);
      const { id } = await user(database, 'olivier.cote@exemple.test');
      equal(await database('memberships').where({ user_id: id }), []);
    },
  );

  demo(
    'a month of sign-ins ends before now, and every one of a member is a sighting of a connection',
    async ({ database }) => {
      const [span] = await database('sign_ins').min('at as first').max('at as last').count('* as count');
      ok(span && Number(span.last) - Number(span.first) >= 25 * 86_400_000);
      ok(span && Number(span.last) < now && Number(span.count) > 300);
      const lost = await database('sign_ins as s')
        .leftJoin('connections as c', (on) =>
          on
            .on('c.user_id', 's.user_id')
            .on('c.browser_id', 's.browser_id')
            .on('c.organization_id', 's.organization_id'),
        )
        .leftJoin('sightings as g', (on) =>
          on
            .on('g.connection_id', 'c.id')
            .on('g.network', 's.network')
            .on('g.application_id', 's.application_id'),
        )
        .whereNotNull('s.organization_id')
        .whereNull('g.connection_id');
      equal(lost, []);
    },
  );

  demo('parents’ sign-ins say nothing of where they were', async ({ database }) => {
    const parents = await database('sign_ins').whereNull('organization_id');
    ok(parents.length > 10);
    ok(parents.every(({ network, outcome }) => network === null && outcome === 'allow'));
  });

  demo(
    'since the padlock was closed everyone entered by a rule that is there, or asked',
    async ({ database }) => {
      const { id, first_locked_at, policy_version } = await organization(database, 'papillons');
      const rules = new Set<string>((await readRules(database, id)).map((rule) => rule.id));
      const since = await database('sign_ins')
        .where({ organization_id: id })
        .where('at', '>', first_locked_at);
      const reasons = since.map((row) => JSON.parse(row.reasons)[0]);
      ok(reasons.length > 50);
      ok(reasons.every((reason) => reason.kind !== 'padlock-open'));
      ok(reasons.filter(({ kind }) => kind === 'authorized').every(({ ruleId }) => rules.has(ruleId)));
      ok(since.every((row) => row.policy_version <= policy_version));
      const requests = await database('approval_requests').where({ organization_id: id }).orderBy('status');
      ok(
        requests.some(({ status }) => status === 'approved') &&
          requests.some(({ status }) => status === 'refused'),
      );
      ok(requests.every(({ status, used_at }) => (status === 'approved') === (used_at !== null)));
    },
  );

  demo(
    'every authorization is of one person with one browser: Julie’s new one is not among them',
    async ({ database }) => {
      const { id } = await organization(database, 'papillons');
      const julie = await user(database, 'julie.tremblay@papillons.test');
      const rules = (await readRules(database, id)).filter(({ effect }) => effect === 'allow');
      ok(
        rules.length > 10 &&
          rules.every(
            ({ conditions }) =>
              conditions.userId && conditions.browserId && (conditions.network ?? conditions.placeId),
          ),
      );
      const network = toNetwork('127.0.0.1');
      const situation = await readSituation(database, {
        userId: julie.id,
        browserTokenHash: 'new',
        network,
        at: now,
      });
      equal(
        situation?.memberships.map(({ connection, request, padlock }) => [connection, request, padlock]),
        [['new', 'none', 'closed']],
      );
    },
  );

  demo('each administrator signed in within the last 30 days', async ({ database }) => {
    const recent = await database('membership_roles as r')
      .join('memberships as m', 'm.id', 'r.membership_id')
      .join('connections as c', 'c.user_id', 'm.user_id')
      .where('r.role', 'administration')
      .where('c.last_seen', '>', now - 30 * 86_400_000)
      .distinct('m.user_id');
    is(recent.length, 3);
  });

  demo('a second start changes nothing', async ({ database }) => {
    const counts = () =>
      Promise.all(
        ['organizations', 'users', 'sign_ins', 'rules'].map((table) =>
          database(table).count({ count: '*' }).first(),
        ),
      );
    const before = await counts();
    await seed(database);
    equal(await counts(), before);
  });

  demo('two that start together fill an empty database once', async () => {
    const storage = await dialect.open();
    const open = () =>
      openDatabase({ url: storage.databaseUrl, dataDirectory: storage.dataDir, file: 'demo.sqlite' });
    const [one, other] = [open(), open()];
    await migrate(one);
    await Promise.all([seed(one), seed(other)]);
    equal((await one('users').count({ count: '*' }).first())?.count?.toString(), '19');
    await Promise.all([one.destroy(), other.destroy()]);
    await storage.close();
  });

  demo('a mail delivered again takes the place of the one that was there', async ({ database }) => {
    const mail = {
      to: { name: 'Sylvie Gagnon', address: 'sylvie.gagnon@papillons.test' },
      from: { name: 'Amisgest – Connexions', address: 'connexions@localhost' },
      replyTo: undefined,
      subject: 'Demande',
      html: '<p>Demande</p>',
      text: 'Demande',
      messageId: '<one@localhost>',
    };
    const frame = () => ({ language: 'fr', otherLanguageHref: '/', demo: true }) as const;
    const at = (instant: number) => ({ database, now: () => instant, frame });
    await keepMail(at(now), mail);
    await keepMail(at(now + 1), { ...mail, subject: 'Demande, encore' });
    await keepMail(at(now + 2), { ...mail, messageId: '<two@localhost>' });
    await makeMailbox(database);
    equal(
      (await readMessages(database, 100)).map(({ subject }) => subject),
      ['Demande', 'Demande, encore'],
    );
    is(await countMessages(database), 2);
  });

  demo(
    dialect.name === 'sqlite'
      ? 'a file may hold other organizations too: it is the demonstration’s own'
      : 'a database of somebody’s is left alone, with a sentence that says why',
    async ({ database }) => {
      await database('organizations').insert({
        id: 'x',
        alias: 'les-lutins',
        name: 'Les Lutins',
        time_zone: 'America/Toronto',
        created_at: now,
      });
      const outcome = await seed(database).then(
        () => 'started',
        (error: Error) => error.message,
      );
      if (isSqlite(database)) is(outcome, 'started');
      else match(outcome, /`les-lutins`.*`DEMO=0`/);
    },
  );

  if (dialect.name === 'sqlite')
    demo('no reference leads nowhere', async ({ database }) => {
      equal(await database.raw('pragma foreign_key_check'), []);
    });

  demo.run();
}
