import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deviceOf } from '../../db/devices.ts';
import type { Family } from '../../policies/recognition.ts';
import type { Conditions } from '../../policies/rules.ts';
import {
  changeAccess,
  describeDevice,
  endRule,
  openPadlock,
  writePlace,
  writeRule,
} from '../../provider/acts/index.ts';
import { dialects } from '../support/postgres.ts';
import {
  browser,
  day,
  hour,
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
const allows = (conditions: Conditions) => ({
  effect: 'allow' as const,
  conditions,
  validFrom: 'always' as const,
  validUntil: 'always' as const,
});

for (const dialect of dialects) {
  const test = suite<Scene>(`who waits when rules change, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
    await scene.centre.lock('closed');
  });
  test.after.each(({ centre }) => centre.close());

  /** Julie and Nadia on the nursery’s tablet at the centre, Julie on her telephone at home. */
  const theyWait = async (centre: SmallCentre) => ({
    julie: await centre.waits('julie', 'tablet', 'centre'),
    nadia: await centre.waits('nadia', 'tablet', 'centre'),
    julieAtHome: await centre.waits('julie', 'phone', 'home', { proof: 'proven' }),
  });
  const statuses = async (centre: SmallCentre, waiting: Awaited<ReturnType<typeof theyWait>>) => [
    await centre.statusOf(waiting.julie),
    await centre.statusOf(waiting.nadia),
    await centre.statusOf(waiting.julieAtHome),
  ];
  const add = ({ needs }: SmallCentre, conditions: Conditions) =>
    writeRule(needs, { ...here, terms: allows(conditions) });

  test('a rule for the whole team on the tablet, there, lets Julie and Nadia go on; Julie at home waits', async ({
    centre,
  }) => {
    const waiting = await theyWait(centre);
    const deviceId = await centre.database.transaction((transaction) =>
      deviceOf(transaction, { organizationId: papillons, browserId: browser('tablet'), at: monday }),
    );
    assert.is((await add(centre, { deviceId, placeId: place('centre') })).kind, 'done');
    assert.equal(await statuses(centre, waiting), ['superseded', 'superseded', 'pending']);
    assert.is(await centre.decides('nadia', 'tablet', 'centre'), 'allow: authorized');
    assert.is(await centre.decides('julie', 'phone', 'home'), 'ask: new-browser');
  });

  test('« Toujours » for Julie lets her go on everywhere; Nadia waits', async ({ centre }) => {
    const waiting = await theyWait(centre);
    await changeAccess(centre.needs, { ...here, userId: user('julie'), access: 'always' });
    assert.equal(await statuses(centre, waiting), ['superseded', 'pending', 'superseded']);
  });

  test('opening the padlock lets everybody go on but Nadia, whose access is withdrawn: she waits no more', async ({
    centre,
  }) => {
    const waiting = await theyWait(centre);
    await changeAccess(centre.needs, { ...here, userId: user('nadia'), access: 'never' });
    await openPadlock(centre.needs, { ...here, relockAt: monday + hour });
    assert.equal(await statuses(centre, waiting), ['superseded', 'cancelled', 'superseded']);
  });

  test('naming the place where Julie waits, or the kind of her machine, is enough when a rule spoke of it', async ({
    centre,
  }) => {
    const waiting = await theyWait(centre);
    await centre.rule({ deviceKind: 'tablet', placeId: place('centre'), userId: user('julie') });
    const deviceId = await centre.database.transaction((transaction) =>
      deviceOf(transaction, { organizationId: papillons, browserId: browser('tablet'), at: monday }),
    );
    await describeDevice(centre.needs, { ...here, deviceId, says: { name: 'La tablette' } });
    assert.equal(await statuses(centre, waiting), ['pending', 'pending', 'pending']);
    await describeDevice(centre.needs, { ...here, deviceId, says: { kind: 'tablet' } });
    assert.equal(await statuses(centre, waiting), ['superseded', 'pending', 'pending']);
  });

  test('a rule that demands the key lets go on whom the key proved, not who only has one', async ({
    centre,
  }) => {
    const proven = await centre.waits('julie', 'phone', 'home', { proof: 'proven' });
    const unproven = await centre.waits('julie', 'laptop', 'home', { proof: 'unproven' });
    const changed = await centre.waits('nadia', 'phone', 'home', { proof: 'changed' });
    await add(centre, { role: 'educator' });
    assert.is(await centre.statusOf(proven), 'superseded');
    assert.is(await centre.statusOf(unproven), 'pending');
    assert.is(await centre.statusOf(changed), 'pending');
  });

  test('a rule that refuses, ends, or is for later lets nobody go on', async ({ centre }) => {
    const waiting = await theyWait(centre);
    const other = await centre.rule({ userId: user('marc'), placeId: place('centre') });
    await endRule(centre.needs, { ...here, ruleId: other });
    const everyone = { network: network('centre') };
    const terms = allows(everyone);
    await writeRule(centre.needs, { ...here, terms: { ...terms, validFrom: monday + 1 } });
    await writeRule(centre.needs, { ...here, terms: { ...terms, validUntil: monday } });
    await writeRule(centre.needs, { ...here, terms: { ...terms, effect: 'deny' } });
    await add(centre, everyone);
    assert.equal(await statuses(centre, waiting), ['pending', 'pending', 'pending']);
  });

  test('what is over is not taken up again: an expired request, one answered, one of another organization', async ({
    centre,
  }) => {
    const waiting = await theyWait(centre);
    const requests = () => centre.database('approval_requests');
    await requests().where({ id: waiting.julie }).update({ expires_at: monday });
    await requests().where({ id: waiting.nadia }).update({ status: 'refused' });
    await requests().where({ id: waiting.julieAtHome }).update({ organization_id: 'arcenciel' });
    await openPadlock(centre.needs, { ...here, relockAt: null });
    assert.equal(await statuses(centre, waiting), ['pending', 'refused', 'pending']);
  });

  test('Julie, who waits because nobody travels that fast, goes on waiting when something else changes', async ({
    centre,
  }) => {
    const travel = [{ kind: 'impossible-travel', kilometers: 5200, hours: 1 }] as const;
    await centre.rule({ userId: user('julie'), network: network('home') });
    const id = await centre.waits('julie', 'phone', 'home', { proof: 'proven', reasons: travel });
    const yard = { name: 'La cour', siteId: null, ranges: [], circle: 'none' } as const;
    assert.is((await writePlace(centre.needs, { ...here, place: yard })).kind, 'done');
    assert.is(await centre.statusOf(id), 'pending');
    await changeAccess(centre.needs, { ...here, userId: user('julie'), access: 'always' });
    assert.is(await centre.statusOf(id), 'superseded');
  });

  test('a rule for the application’s own window lets Julie’s native application go on', async ({
    centre,
  }) => {
    const id = await centre.waits('julie', 'phone', 'home', { proof: 'proven' });
    await centre.database('approval_requests').where({ id }).update({ application_id: 'amisgest-mobile' });
    await centre.database('browsers').where({ id: 'phone' }).update({ family: 'chrome' });
    const told = () => centre.decides('julie', 'phone', 'home', { application: 'amisgest-mobile' });
    const family = (browserFamily: Family) => ({ userId: user('julie'), browserFamily });
    await add(centre, family('chrome'));
    assert.is(await told(), 'ask: new-browser');
    assert.is(await centre.statusOf(id), 'pending');
    await add(centre, family('app'));
    assert.is(await told(), 'allow: authorized');
    assert.is(await centre.statusOf(id), 'superseded');
  });

  test('two hundred who wait are decided again in one change', async ({ centre }) => {
    const names = Array.from({ length: 200 }, (_, index) => `tablet ${index}`);
    const { database } = centre;
    await database.batchInsert(
      'browsers',
      names.map((id) => ({ id, token_hash: id, user_agent: '', created_at: monday - day })),
      50,
    );
    for (const name of names) await centre.waits('julie', name as 'tablet', 'centre'); // browsers made above
    const queries: string[] = [];
    database.on('query', ({ sql }: { readonly sql: string }) => queries.push(sql));
    await add(centre, { role: 'educator', placeId: place('centre') });
    const left = await database('approval_requests').where({ status: 'pending' });
    assert.is(left.length, 0);
    assert.ok(queries.length < 40, `${queries.length} statements`);
  });

  test.run();
}
