import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addRule } from '../../db/rules.ts';
import type { Network, OrganizationId } from '../../policies/facts.ts';
import type { Conditions } from '../../policies/rules.ts';
import { userAgents } from '../../provider/demo/machines.ts';
import { type Operated, openOperated } from '../support/cadenas.ts';
import { arrive, isWaiting, leave, machine } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import { attempt, people, returned } from '../support/walk.ts';

interface Scene {
  home: Operated;
  organizationId: OrganizationId;
}

const atTheCentre = '198.51.100.24';
const atHome = '192.0.2.18';

for (const dialect of dialects) {
  const test = suite<Scene>(`cadenas explain, on ${dialect.name}`);

  test.before(async (scene) => {
    scene.home = await openOperated(dialect);
    const { database } = scene.home;
    scene.organizationId = (await database('organizations').where({ alias: 'papillons' }).first('id')).id;
  });
  test.after(({ home }) => home.close());

  const asked = (user: string, more: readonly string[] = [], ip = atTheCentre) =>
    ['explain', '--user', user, '--application', 'amisgest-sdg', '--ip', ip, ...more] as const;
  const explained = async ({ home }: Scene, ...args: Parameters<typeof asked>) => {
    const outcome = await home.run(...asked(...args), '--json');
    assert.is(outcome.status, 0, outcome.complained);
    return JSON.parse(outcome.said);
  };
  const rule = ({ home, organizationId }: Scene, effect: 'allow' | 'deny', conditions: Conditions) =>
    home.database.transaction((transaction) =>
      addRule(transaction, {
        organizationId,
        effect,
        conditions,
        validFrom: 'always',
        validUntil: 'always',
        origin: 'console',
        createdBy: null,
        at: Date.now(),
      }),
    );
  const counts = async ({ home: { database } }: Scene) => {
    const tables = ['organizations', 'users', 'browsers', 'connections', 'sightings', 'sign_ins', 'rules'];
    const more = ['approval_requests', 'outbox', 'journal', 'devices', 'applications', 'oidc_records'];
    const all = [...tables, ...more].map(async (table) => [
      table,
      Number((await database(table).count({ n: '*' }).first())?.n),
    ]);
    return Object.fromEntries(await Promise.all(all));
  };

  test('it says of the same sign-ins what they then get: asked, authorized, refused, let in by access, withdrawn', async (scene) => {
    const { home } = scene;
    const laptop = machine({ userAgent: userAgents.danielLaptop, address: atTheCentre });
    const julie = (await home.database('users').where({ email: people.julie }).first('id')).id;
    const agrees = async (expected: string, ip = atTheCentre) => {
      const browser = ['--user-agent', laptop.userAgent];
      const told = await explained(scene, people.julie, browser, ip);
      const page = await arrive(
        { ...laptop, address: ip },
        attempt(home.server.url, 'amisgest-sdg'),
        people.julie,
      );
      const got = returned(page)?.get('code') ? 'allow' : isWaiting(page) ? 'ask' : `deny ${page.status}`;
      assert.is(`${told.outcome}: ${told.reasons[0].kind}`, expected);
      assert.match(got, new RegExp(`^${told.outcome}`), expected);
      const row = await home
        .database('sign_ins')
        .where({ user_id: julie })
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .first();
      assert.is(JSON.parse(row.reasons)[0].kind, told.reasons[0].kind);
      leave(laptop);
      return told;
    };
    assert.is((await agrees('ask: new-browser')).browser, 'new');
    const allowed = await rule(scene, 'allow', {
      userId: julie,
      deviceKind: 'computer',
      network: atTheCentre as Network,
    });
    const told = await agrees('allow: authorized');
    assert.equal([told.browser, told.rules[0].id], ['known', allowed]);
    assert.match(told.rules[0].sentence, /Julie Tremblay/);
    const refused = await rule(scene, 'deny', { userId: julie });
    const turnedAway = await agrees('deny: refused');
    assert.is(turnedAway.rules[0].id, refused);
    assert.ok(
      turnedAway.rules.some((one: { id: string }) => one.id === allowed),
      'and what it outranks',
    );
    const membership = () => home.database('memberships').where({ user_id: julie });
    const access = async (access: string) => {
      await membership().update({ access });
      await home.database('organizations').increment('policy_version', 1);
    };
    await access('always');
    await agrees('allow: access-always');
    await access('never');
    await agrees('deny: access-never');
    await access('by_rules');
    await home.database('rules').where({ id: refused }).delete();
    await home.database('organizations').increment('policy_version', 1);
    await home.database('organizations').where({ id: scene.organizationId }).update({ locked: false });
    await agrees('allow: padlock-open');
    await home.database('organizations').where({ id: scene.organizationId }).update({ locked: true });
    await home.database('organizations').increment('policy_version', 1);
  });

  test('it changes nothing, whatever it is asked', async (scene) => {
    const before = await counts(scene);
    await explained(scene, people.nadia, ['--unproven'], atHome);
    await explained(scene, people.olivier, ['--all']);
    const nobody = await scene.home.run(...asked('nobody@papillons.test'));
    assert.is(nobody.status, 1);
    assert.equal(await counts(scene), before);
  });

  test('it says the same in French and in English, rule by rule, and how many it left out', async (scene) => {
    const julie = (await scene.home.database('users').where({ email: people.julie }).first('id')).id;
    for (let more = 0; more < 20; more++) await rule(scene, 'allow', { userId: julie, role: `role ${more}` });
    const french = await scene.home.run(...asked(people.nadia, ['--lang', 'fr'], atHome));
    const english = await scene.home.run(...asked(people.nadia, [], atHome));
    assert.equal([french.status, english.status, french.complained], [0, 0, '']);
    assert.match(french.said, /^ask: /);
    assert.match(english.said, /^ask: /);
    assert.match(french.said, /CPE Les Papillons/);
    assert.match(french.said, /peut |peuvent |Autorise|autoris/i);
    assert.not.match(english.said.split('\n')[0] ?? '', /[éèà]/);
    assert.is.not(french.said, english.said);
    assert.match(english.said, /\d+ more rules: add `--all`/);
    const all = await scene.home.run(...asked(people.nadia, ['--all'], atHome));
    assert.not.match(all.said, /more rules/);
    assert.ok(all.said.length > english.said.length);
  });

  test('`--at` is another day, `--organization` another centre, and a parent’s application none', async (scene) => {
    const { database } = scene.home;
    const julie = (await database('users').where({ email: people.julie }).first('id')).id;
    const schedule = 'mon 06:30-18:00' as NonNullable<Conditions['schedule']>;
    await rule(scene, 'allow', { userId: julie, network: atHome as Network, schedule });
    const at = async (instant: string) =>
      (await explained(scene, people.julie, ['--at', instant], atHome)).outcome;
    assert.equal([await at('2027-03-01T12:00-05:00'), await at('2027-03-02T12:00-05:00')], ['allow', 'ask']);
    const elsewhere = await explained(scene, people.julie, ['--organization', 'arcenciel']);
    assert.equal(
      [elsewhere.outcome, elsewhere.reasons[0].kind, elsewhere.organization],
      ['deny', 'no-membership', null],
    );
    const parent = await scene.home.run(
      ...['explain', '--user', people.olivier, '--application', 'portail-parents', '--json'],
    );
    assert.is(JSON.parse(parent.said).outcome, 'allow');
  });

  test('what is wrong is told in one sentence, as JSON when that was asked for, and ends with 1; what is unknown with 2', async (scene) => {
    const wrong: readonly (readonly [RegExp, readonly string[]])[] = [
      [/^`--user` must be the e-mail address/, ['explain', '--application', 'amisgest-sdg']],
      [
        /^`--application` must be one of `/,
        ['explain', '--user', people.julie, '--application', 'solitaire'],
      ],
      [/^`300\.1\.1\.1` is not an address$/, asked(people.julie, [], '300.1.1.1')],
      [/^`--at` must be an instant/, asked(people.julie, ['--at', 'yesterday'])],
      [/^`--lang` must be `fr` or `en`$/, asked(people.julie, ['--lang', 'de'])],
      [/^nobody has the address `x@y\.test`$/, asked('x@y.test')],
    ];
    for (const [sentence, args] of wrong) {
      const { status, said, complained } = await scene.home.run(...args);
      assert.equal([status, said], [1, ''], args.join(' '));
      assert.match(complained.trimEnd(), sentence);
    }
    const json = await scene.home.spawn(...asked('x@y.test'), '--json');
    assert.equal(
      [json.status, JSON.parse(json.complained)],
      [1, { error: 'nobody has the address `x@y.test`' }],
    );
    const unknown = await scene.home.run(...asked(people.julie), '--because');
    assert.is(unknown.status, 2);
    assert.match(unknown.complained, /usage: npm run cadenas -- explain/);
  });

  test.run();
}
