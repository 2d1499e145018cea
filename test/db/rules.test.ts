import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { endRules, restoreRules } from '../../db/many-rules.ts';
import type { Database } from '../../db/open.ts';
import { addRule, endRule, type NewRule, readRules } from '../../db/rules.ts';
import { compile } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import type { OrganizationId, RuleId, SignInFacts, UserId } from '../../policies/facts.ts';
import type { Conditions } from '../../policies/rules.ts';
import {
  browser,
  canada,
  device,
  early,
  hours,
  julie,
  julieAtWork,
  place,
  quebec,
  range,
  sdg,
} from '../policies/people.ts';
import { dialects } from '../support/postgres.ts';
import { type Opened, openMigrated } from './fresh.ts';
import { addPapillons, noon } from './people.ts';

interface Scene {
  opened: Opened;
  database: Database;
}

// Branded here: the row that `addPapillons` writes.
const papillons = 'papillons' as OrganizationId;
const sylvie = 'sylvie' as UserId;

/** Every condition that a rule can have: a new one fails the type check until it is kept here too. */
const everyCondition: Required<Conditions> = {
  userId: julie,
  role: 'educator',
  applicationId: sdg.id,
  deviceId: device('device'),
  browserId: browser('tablet'),
  deviceKind: 'tablet',
  browserFamily: 'safari',
  placeId: place('centre'),
  network: range('198.51.100.0/24'),
  region: quebec,
  country: canada,
  schedule: hours('mon-fri 06:30-18:00'),
};

const terms: NewRule = {
  organizationId: papillons,
  effect: 'allow',
  conditions: everyCondition,
  validFrom: 'always',
  validUntil: 'always',
  origin: 'console',
  createdBy: sylvie,
  at: noon,
};

for (const dialect of dialects) {
  const test = suite<Scene>(`rules, on ${dialect.name}`);

  test.before(async (scene) => {
    scene.opened = await openMigrated(dialect);
    scene.database = scene.opened.database;
    await addPapillons(scene.database);
    const more = { organization_id: papillons, created_at: noon };
    await scene.database('devices').insert({ id: 'device', ...more });
    await scene.database('places').insert({ id: 'centre', name: 'Le centre', ...more });
  });
  test.before.each(async ({ database }) => {
    await database('rules').delete();
  });
  test.after(async ({ opened }) => opened.close());

  const only = async (database: Database) => {
    const rules = await readRules(database, papillons);
    assert.is(rules.length, 1);
    return rules[0];
  };
  const version = async (database: Database) =>
    (await database('organizations').where({ id: papillons }).first('policy_version')).policy_version;

  test('a rule comes back with every condition that it was given', async ({ database }) => {
    const { effect, conditions } = terms;
    const id = await addRule(database, { ...terms, validFrom: noon, validUntil: noon + 1 });
    assert.equal(await only(database), { id, effect, conditions, validFrom: noon, validUntil: noon + 1 });
  });

  for (const [condition, value] of Object.entries(everyCondition)) {
    test(`a rule with nothing but ${condition} comes back with nothing else`, async ({ database }) => {
      const conditions = { [condition]: value };
      const id = await addRule(database, { ...terms, effect: 'deny', conditions });
      const always = { validFrom: 'always', validUntil: 'always' } as const;
      assert.equal(await only(database), { id, effect: 'deny', conditions, ...always });
    });
  }

  test('a rule that ended is not read, and each change raises the version', async ({ database }) => {
    const before = await version(database);
    const id = await addRule(database, terms);
    assert.is(await version(database), before + 1);
    await endRule(database, { id, organizationId: papillons, at: noon });
    assert.is(await version(database), before + 2);
    assert.equal(await readRules(database, papillons), []);
  });

  test('a rule of another organization is neither read nor ended', async ({ database }) => {
    const elsewhere = 'arcenciel' as OrganizationId; // branded here, it has no row
    const id = await addRule(database, terms);
    await endRule(database, { id, organizationId: elsewhere, at: noon });
    assert.is((await readRules(database, papillons)).length, 1);
    assert.equal(await readRules(database, elsewhere), []);
  });

  test('forty thousand rules end and come back at once, but for one that ended again', async ({
    database,
  }) => {
    const rows = Array.from({ length: 40_000 }, (_, index) => ({
      id: `rule ${index}`,
      organization_id: papillons,
      effect: 'allow',
      origin: 'console',
      created_at: noon,
    }));
    await database.batchInsert('rules', rows, 100);
    const ids = rows.map(({ id }) => id as RuleId); // branded here, where they are made
    const first = ids.slice(0, 1);
    const organizationId = papillons;
    assert.is(await endRules(database, { organizationId, ids, at: noon }), ids.length);
    assert.is(await restoreRules(database, { organizationId, ids: first, endedAt: noon }), 1);
    assert.is(await endRules(database, { organizationId, ids: first, at: noon + 1 }), 1);
    assert.is(await restoreRules(database, { organizationId, ids, endedAt: noon }), ids.length - 1);
  });

  /** What comes of a row that somebody wrote by hand, next to an authorization of Julie's. */
  const outcomes = async (database: Database, row: Readonly<Record<string, string | number>>) => {
    const decided = async (effect: string) => {
      await database('rules').delete();
      const kept = { id: 'by hand', organization_id: papillons, origin: 'console', created_at: noon };
      await database('rules').insert({ ...kept, effect, ...row });
      const hers = { userId: julie };
      if (effect !== 'allow') await addRule(database, { ...terms, conditions: hers });
      const facts: SignInFacts = julieAtWork({ at: early });
      return decide(facts, compile(await readRules(database, papillons), 17)).reasons[0].kind;
    };
    return [await decided('allow'), await decided('deny')];
  };

  const unreadable: readonly Readonly<Record<string, string>>[] = [
    { network: '198.51.100.0/33' },
    { network: 'the Internet' },
    { network: '' },
    { schedule: '{"days":[' },
    { schedule: 'mon-fri 6h30-18h' },
    { schedule: '' },
    { device_kind: 'fridge' },
    { device_kind: 'unknown' },
    { browser_family: 'lynx' },
    { browser_family: 'toString' },
  ];
  for (const row of unreadable) {
    test(`what nobody can read opens nothing, and refused, asks: ${JSON.stringify(row)}`, async ({
      database,
    }) => {
      assert.equal(await outcomes(database, row), ['not-authorized', 'refusal-undecided']);
    });
  }

  test('what nobody can read asks only whom the rest of the refusal concerns', async ({ database }) => {
    const row = { user_id: 'marc', schedule: 'when it rains' };
    assert.equal(await outcomes(database, row), ['not-authorized', 'authorized']);
  });

  test('an effect that is no word of ours refuses', async ({ database }) => {
    assert.equal(await outcomes(database, { effect: 'allowed' }), ['refused', 'refused']);
  });

  // PostgreSQL keeps nothing but integers there.
  if (dialect.name === 'sqlite') {
    for (const column of ['valid_from', 'valid_until'])
      for (const instant of ['tomorrow', 0.5, ''])
        test(`${column} \`${instant}\` never opens, and always refuses`, async ({ database }) => {
          assert.equal(await outcomes(database, { [column]: instant }), ['not-authorized', 'refused']);
        });
  }

  test.run();
}
