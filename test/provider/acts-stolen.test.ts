import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { knowDevice, reportFound, reportStolen } from '../../provider/acts/index.ts';
import { userAgents } from '../../provider/demo/machines.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { actsOn } from '../support/house-acts.ts';
import { arrive, type Machine, machine, said, typePassword } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import { type Attempt, people, redeem, refresh, returned } from '../support/walk.ts';

interface Scene {
  centre: Centre;
}

const atTheCentre = '198.51.100.24';

for (const dialect of dialects) {
  const test = suite<Scene>(`a stolen machine, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
    await scene.centre.home.house.database('memberships').update({ access: 'always' });
  });
  test.after.each(({ centre }) => centre.close());

  const offline = { scope: 'openid offline_access' };
  const tokens = async ({ home }: Centre, tried: Attempt, code: string) =>
    (await redeem(home.url, tried, code)).json();
  const enters = async (centre: Centre, held: Machine, email: string, application = 'amisgest-mobile') => {
    const tried = centre.attempt(application, offline);
    const code = returned(await arrive(held, tried, email))?.get('code');
    assert.ok(code, `${email} with ${application}`);
    return { tried, code };
  };
  const refreshed = async ({ home }: Centre, token: string, application = 'amisgest-mobile') => {
    const answer = await refresh(home.url, application, token);
    return answer.status === 200 ? 'tokens' : (await answer.json()).error;
  };
  const stolen = async (centre: Centre, held: Machine) => {
    const acts = actsOn(centre.home.house.database);
    const given = { organizationId: centre.organizationId, by: await centre.idOf(people.sylvie) };
    const browserId = (await centre.browserOf(held)).id;
    const known = await knowDevice(acts, { ...given, browserId });
    if (known.kind !== 'done') throw new Error(known.kind);
    const about = { ...given, deviceId: known.result };
    assert.is((await reportStolen(acts, about)).kind, 'done');
    return () => reportFound(acts, about);
  };

  test('what Julie was given on it ends at once, codes and tokens; what she was given on her telephone goes on', async ({
    centre,
  }) => {
    const tablet = machine({ userAgent: userAgents.nurseryTablet, address: atTheCentre });
    const phone = machine({ userAgent: userAgents.juliePhone, address: atTheCentre });
    const onTablet = await enters(centre, tablet, people.julie);
    const given = await tokens(centre, onTablet.tried, onTablet.code);
    const onPhone = await enters(centre, phone, people.julie);
    const kept = await tokens(centre, onPhone.tried, onPhone.code);
    const unredeemed = await enters(centre, tablet, people.julie);
    const found = await stolen(centre, tablet);
    assert.is(await refreshed(centre, given.refresh_token), 'invalid_grant');
    const late = await redeem(centre.home.url, unredeemed.tried, unredeemed.code);
    assert.equal([late.status, (await late.json()).error], [400, 'invalid_grant']);
    const userinfo = `${centre.home.url}/realms/amisgest/protocol/openid-connect/userinfo`;
    const who = async (token: string) =>
      (await fetch(userinfo, { headers: { authorization: `Bearer ${token}` } })).status;
    assert.equal([await who(given.access_token), await who(kept.access_token)], [401, 200]);
    assert.is(await refreshed(centre, kept.refresh_token), 'tokens');

    await centre.home.house
      .database('organizations')
      .update({ locked: false })
      .increment('policy_version', 1);
    const refused = await arrive(tablet, centre.attempt('amisgest-mobile'), people.julie);
    assert.is(refused.status, 403, 'padlock open or not');
    assert.is((await found()).kind, 'done');
    await enters(centre, tablet, people.julie);
    assert.is(await refreshed(centre, given.refresh_token), 'invalid_grant', 'what ended stays ended');
  });

  test('Marc’s console on it is over with his next click', async ({ centre }) => {
    const laptop = machine({ userAgent: userAgents.marcLaptop, address: atTheCentre });
    const reglages = `${centre.home.url}/reglages`;
    const login = await laptop.browser.follow(await laptop.browser.get(reglages));
    const console = await typePassword(laptop, login, people.marc);
    assert.is((await laptop.browser.get(reglages)).status, 200, said(console));
    await enters(
      centre,
      machine({ userAgent: userAgents.sylvieOffice, address: atTheCentre }),
      people.sylvie,
    );
    await stolen(centre, laptop);
    const next = await laptop.browser.follow(await laptop.browser.get(reglages));
    assert.is.not(next.status, 200);
    assert.is(
      (await centre.home.house.database('console_sessions')).length,
      1,
      'its row is left to the sweep',
    );
  });

  test('Nadia, a parent too, keeps what the parents’ application gave her on it', async ({ centre }) => {
    const phone = machine({ userAgent: userAgents.nadiaPhone, address: atTheCentre });
    const { database } = centre.home.house;
    await enters(centre, phone, people.nadia);
    const asParent = returned(await arrive(phone, centre.attempt('cahier-de-communication'), people.nadia));
    assert.ok(asParent?.get('code'));
    await stolen(centre, phone);
    const grants = await database('oidc_records').where({ model: 'Grant' });
    assert.equal(
      grants.map(({ client_id }) => client_id),
      ['cahier-de-communication'],
    );
  });

  test('Julie works for L’Arc-en-ciel too: what she was given there on the same machine stays', async ({
    centre,
  }) => {
    const { database } = centre.home.house;
    const phone = machine({ userAgent: userAgents.juliePhone, address: atTheCentre });
    const { id } = await database('organizations').where({ alias: 'arcenciel' }).first('id');
    const user_id = await centre.idOf(people.julie);
    const membership = { id: 'julie there', organization_id: id, user_id, created_at: Date.now() };
    await database('memberships').insert(membership);
    await database('membership_roles').insert({ membership_id: membership.id, role: 'educator' });
    const there = centre.attempt('amisgest-mobile', {
      scope: 'openid offline_access organization:arcenciel',
    });
    const code = returned(await arrive(phone, there, people.julie))?.get('code');
    const given = await tokens(centre, there, code ?? '');
    // A device is known where its browser was seen: here it once was.
    await database('connections').insert({
      id: 'seen here',
      organization_id: centre.organizationId,
      user_id,
      browser_id: (await centre.browserOf(phone)).id,
      first_seen: 1,
      last_seen: 1,
    });
    await stolen(centre, phone);
    assert.is(await refreshed(centre, given.refresh_token), 'tokens');
  });

  test.run();
}
