import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Database } from '../../db/open.ts';
import { addRule, endRule, type NewRule, readRules } from '../../db/rules.ts';
import { endExpiredRules, readRulesAbout } from '../../db/rules-about.ts';
import type { OrganizationId, UserId } from '../../policies/facts.ts';
import { dialects } from '../support/postgres.ts';
import { type Opened, openMigrated } from './fresh.ts';
import { addPapillons, noon } from './people.ts';

interface Scene {
  opened: Opened;
  database: Database;
}

// Branded here: the rows that `addPapillons` writes.
const papillons = 'papillons' as OrganizationId;
const person = (id: string) => id as UserId;
const [julie, sylvie, unknown] = [person('julie'), person('sylvie'), person('unknown')];
const day = 24 * 60 * 60_000;

const terms: NewRule = {
  organizationId: papillons,
  effect: 'deny',
  conditions: {},
  validFrom: 'always',
  validUntil: 'always',
  origin: 'refusal',
  createdBy: null,
  at: noon,
};

for (const dialect of dialects) {
  const test = suite<Scene>(`the rules about some people, on ${dialect.name}`);

  test.before(async (scene) => {
    scene.opened = await openMigrated(dialect);
    scene.database = scene.opened.database;
    await addPapillons(scene.database);
    await scene
      .database('users')
      .insert({ id: unknown, email: 'unknown@x.test', given_name: 'A', family_name: 'B', created_at: noon });
  });
  test.before.each(async ({ database }) => {
    await database('rules').delete();
  });
  test.after(async ({ opened }) => opened.close());

  const about = async (database: Database, people: readonly UserId[]) =>
    (await readRulesAbout(database, papillons, people)).map(({ id }) => id).sort();

  test('they are Julie’s, and those of nobody in particular, who may be anybody', async ({ database }) => {
    const julies = await addRule(database, { ...terms, conditions: { userId: julie, role: 'educator' } });
    const sylvies = await addRule(database, { ...terms, conditions: { userId: sylvie } });
    const everyones = await addRule(database, { ...terms, conditions: { role: 'educator' } });
    const unknowns = await addRule(database, { ...terms, conditions: { userId: unknown } });
    assert.equal(await about(database, [julie, julie]), [julies, everyones, unknowns].sort());
    assert.equal(await about(database, []), [everyones, unknowns].sort());
    assert.equal(await about(database, [julie, sylvie]), [julies, sylvies, everyones, unknowns].sort());
    const byId = (one: { readonly id: string }, other: { readonly id: string }) =>
      one.id < other.id ? -1 : 1;
    assert.equal(
      [...(await readRulesAbout(database, papillons, [julie, sylvie]))].sort(byId),
      [...(await readRules(database, papillons))].sort(byId),
    );
  });

  test('what ended, and what is another organization’s, is not read', async ({ database }) => {
    const id = await addRule(database, { ...terms, conditions: { userId: julie } });
    const elsewhere = 'arcenciel' as OrganizationId; // branded here, it has no row
    assert.equal(await readRulesAbout(database, elsewhere, [julie]), []);
    await endRule(database, { id, organizationId: papillons, at: noon });
    assert.equal(await about(database, [julie]), []);
  });

  test('forty thousand people are one value', async ({ database }) => {
    const julies = await addRule(database, { ...terms, conditions: { userId: julie } });
    const many = Array.from({ length: 40_000 }, (_, at) => person(`person ${at}`));
    assert.equal(await about(database, [...many, julie]), [julies]);
  });

  const ends = async (database: Database) =>
    Object.fromEntries((await database('rules')).map(({ id, ended_at }) => [id, ended_at]));

  test('a refusal for fifteen minutes is written down as ended, at its own instant, a month and a day later', async ({
    database,
  }) => {
    const until = noon + 15 * 60_000;
    const version = () => database('organizations').where({ id: papillons }).first('policy_version');
    const brief = await addRule(database, { ...terms, validUntil: until });
    const later = await addRule(database, { ...terms, validUntil: until + day });
    const always = await addRule(database, terms);
    const before = await version();
    assert.is(await endExpiredRules(database, until + 31 * day, 10), 0);
    assert.is(await endExpiredRules(database, until + 31 * day + 1, 10), 1);
    assert.equal(await ends(database), { [brief]: until, [later]: null, [always]: null });
    assert.equal(await version(), before, 'it decided nothing any more');
  });

  test('they end a batch at a time, the first that expired first', async ({ database }) => {
    const first = await addRule(database, { ...terms, validUntil: noon });
    const second = await addRule(database, { ...terms, validUntil: noon + 1 });
    const late = noon + 60 * day;
    assert.is(await endExpiredRules(database, late, 1), 1);
    assert.equal(await ends(database), { [first]: noon, [second]: null });
    assert.is(await endExpiredRules(database, late, 1), 1);
    assert.is(await endExpiredRules(database, late, 1), 0);
  });

  test('what was taken away before keeps its own end', async ({ database }) => {
    const id = await addRule(database, { ...terms, validUntil: noon + day });
    await endRule(database, { id, organizationId: papillons, at: noon });
    assert.is(await endExpiredRules(database, noon + 60 * day, 10), 0);
    assert.equal(await ends(database), { [id]: noon });
  });

  test('a refusal whose end is no instant holds for ever', async ({ database }) => {
    const id = await addRule(database, { ...terms, validUntil: noon });
    // PostgreSQL keeps nothing but whole numbers; one that is too far back is no instant either.
    const ended = dialect.name === 'sqlite' ? 17.5 : '-9007199254740993';
    await database('rules').where({ id }).update({ valid_until: ended });
    assert.is((await readRules(database, papillons))[0]?.validUntil, 'always');
    assert.is(await endExpiredRules(database, noon + 60 * day, 10), 0);
  });

  test.run();
}
