import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { userAgents } from '../../provider/demo/machines.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { addresses } from '../support/geo-cities.ts';
import { arrive, isWaiting, look, type Machine, machine, takenTo } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import { type Answer, rawBrowser } from '../support/raw-http.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';
import { approvalLink, checkCode, people, returned } from '../support/walk.ts';

interface Scene {
  centre: Centre;
  mail: MailServer;
}

/** The centre's line and that of Julie's home, in the demonstration's Québec; and nowhere at all. */
const office = '198.51.100.24';
const home = '192.0.2.18';
const { nowhere } = addresses;
const day = 86_400_000;

const code = (page: Answer) => returned(page)?.get('code') ?? undefined;
const offered = (page: Answer): readonly string[] =>
  page.forms.flatMap(({ fields }) => fields.filter(({ name }) => name === 'scope').map(({ value }) => value));

for (const dialect of dialects) {
  const test = suite<Scene>(`how far an approval reaches, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.mail = await startMailServer();
    scene.centre = await openCentre(dialect, { SMTP_URL: scene.mail.url });
    await scene.centre.place({ ranges: ['198.51.100.0/26'] });
  });
  test.after.each(async ({ centre, mail }) => {
    await centre.close();
    await mail.close();
  });

  const tablet = (address: string, key?: 'none') =>
    machine({ userAgent: userAgents.nurseryTablet, address, ...(key && { key }) });
  const arrives = ({ centre }: Scene, holding: Machine, email: string = people.julie) =>
    arrive(holding, centre.attempt('amisgest-sdg'), email);
  const rules = ({ centre }: Scene) => centre.home.house.database('rules').whereNull('ended_at');
  /** Travel is another test's: nobody was anywhere a minute ago. */
  const forgetTravel = ({ centre }: Scene) => centre.home.house.database('sign_ins').delete();

  test('Sylvie is offered what the place, the region and the key allow, the narrowest that serves first', async (scene) => {
    const { centre } = scene;
    const cases: readonly (readonly [what: string, holding: Machine, scopes: readonly string[]])[] = [
      ['at the centre', tablet(office), ['here', 'region', 'anywhere', 'person-here', 'team-here']],
      ['at the centre, without a key', tablet(office, 'none'), ['here', 'person-here', 'team-here']],
      ['at home', tablet(home), ['region', 'here', 'anywhere']],
      ['at home, without a key', tablet(home, 'none'), ['here']],
      ['where no database knows', tablet(nowhere), ['here', 'anywhere']],
      ['on the local network', tablet('192.168.1.20'), ['here', 'anywhere']],
      ['behind a proxy that hides where', tablet('unknown'), []],
    ];
    for (const [what, holding, scopes] of cases) {
      assert.ok(isWaiting(await arrives(scene, holding)), what);
      const page = await centre.page();
      assert.equal(offered(page), scopes, what);
      const [form] = page.forms;
      const chosen = form?.fields.filter(({ name, ticked }) => name === 'scope' && ticked !== false);
      assert.equal(
        chosen?.map(({ value }) => value),
        scopes.slice(0, 1),
        `${what}: what is proposed`,
      );
      await centre.approve({ answer: 'refuse' });
    }
  });

  test('a line that two people entered from on three days is as fixed as a place: here is proposed first', async (scene) => {
    const { centre } = scene;
    const { database } = centre.home.house;
    const enters = async (email: string, days: number) =>
      database('sign_ins').insert({
        id: `${email} ${days}`,
        organization_id: centre.organizationId,
        user_id: await centre.idOf(email),
        application_id: 'amisgest-sdg',
        network: home,
        outcome: 'allow',
        reasons: '[]',
        policy_version: 1,
        proof: 'unproven',
        at: Date.now() - days * day,
      });
    await enters(people.nadia, 9);
    await enters(people.marc, 8);
    await arrives(scene, tablet(home));
    assert.equal(offered(await centre.page()), ['region', 'here', 'anywhere'], 'two days');
    await enters(people.nadia, 7);
    assert.equal(offered(await centre.page()), ['here', 'region', 'anywhere'], 'three days');
  });

  test('a proven tablet that is authorized at home is proposed the region at the centre', async (scene) => {
    const { centre } = scene;
    const atHome = tablet(home);
    const page = await arrives(scene, atHome);
    await centre.approve({ scope: 'here' });
    assert.ok(code(await look(atHome, page)));
    await forgetTravel(scene);
    assert.ok(isWaiting(await arrives(scene, takenTo(atHome, centre.home.url, office))));
    assert.is(offered(await centre.page())[0], 'region');
  });

  test('a scope that is none, or was not on offer, is no answer: Julie waits on, and no rule is written', async (scene) => {
    const { centre } = scene;
    const atHome = ['region', 'anywhere', 'person-here', 'team-here'];
    const nothing = [
      'everything',
      '__proto__',
      'constructor',
      'HERE',
      'here,anywhere',
      ' here',
      'x'.repeat(5_000),
    ];
    const silent = tablet(home, 'none');
    const page = await arrives(scene, silent);
    for (const scope of [...atHome, ...nothing]) {
      const answered = await centre.approve({ scope });
      assert.is(answered.status, 200, scope);
      assert.equal(offered(answered), ['here'], `${scope}: the page asks again`);
      assert.equal(await rules(scene), [], scope);
      assert.ok(isWaiting(await look(silent, page)), scope);
    }
    await centre.approve({ scope: 'here' });
    assert.ok(code(await look(silent, page)));
  });

  test('no scope at all is what was proposed, and where nobody knows where: once, without a rule', async (scene) => {
    const { centre } = scene;
    const atTheCentre = tablet(office, 'none');
    const page = await arrives(scene, atTheCentre);
    await centre.approve();
    const [rule, ...more] = await rules(scene);
    assert.equal(more, []);
    assert.ok(rule.effect === 'allow' && rule.user_id && rule.browser_id && rule.place_id);
    assert.ok(code(await look(atTheCentre, page)));
    const hidden = tablet('unknown');
    const waits = await arrives(scene, hidden);
    await centre.approve();
    assert.is((await rules(scene)).length, 1);
    assert.ok(code(await look(hidden, waits)));
    assert.ok(isWaiting(await arrives(scene, hidden)), 'once');
  });

  test('a scope sent twice, and one that is markup, are no answer', async (scene) => {
    const { centre, mail } = scene;
    const page = await arrives(scene, tablet(office));
    const link = await approvalLink(mail, people.sylvie, 'Julie');
    const twice = await fetch(link, {
      method: 'POST',
      headers: { origin: centre.home.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: `answer=approve&code=${checkCode(page)}&scope=here&scope=anywhere`,
    });
    assert.is(twice.status, 400);
    const sylvie = rawBrowser();
    const markup = { answer: 'approve', scope: '"><script>alert(1)</script>' };
    const again = await sylvie.follow(await sylvie.post(link, markup));
    assert.is(again.status, 200);
    assert.not.match(again.text, /<script>alert|alert\(1\)/);
    assert.is((await centre.request()).status, 'pending');
    assert.equal(await rules(scene), []);
  });

  test.run();
}
