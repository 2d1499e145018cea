import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addRule } from '../../../db/rules.ts';
import type { Network, OrganizationId, PlaceId, UserId } from '../../../policies/facts.ts';
import type { Conditions } from '../../../policies/rules.ts';
import { userAgents } from '../../../provider/demo/machines.ts';
import { signedInSylvie } from '../../support/centre.ts';
import { wordsOf } from '../../support/forms.ts';
import { type OpenHouse, openHouse } from '../../support/house.ts';
import { arrive, isWaiting, leave, type Machine, machine } from '../../support/machines.ts';
import { dialects } from '../../support/postgres.ts';
import type { Answer, RawBrowser } from '../../support/raw-http.ts';
import { attempt, people, returned } from '../../support/walk.ts';

interface Scene {
  home: OpenHouse;
  sylvie: RawBrowser;
  organizationId: OrganizationId;
}

const centre = '198.51.100.24';
const elsewhere = '203.0.113.77';

for (const dialect of dialects) {
  const test = suite<Scene>(`Réglages › Et si…, on ${dialect.name}`);
  test.before(async (scene) => {
    scene.home = await openHouse(dialect, { TRUSTED_PROXIES: '127.0.0.1/32,::1/128' });
    const { database } = scene.home.house;
    scene.sylvie = await signedInSylvie(database, scene.home.url);
    scene.organizationId = (await database('organizations').where({ alias: 'papillons' }).first('id')).id;
  });
  test.after(({ home }) => home.close());

  type Query = Readonly<Record<string, string>>;
  const said = (page: Answer): string => wordsOf(page.text).replaceAll('\u00a0', ' ');
  const ask = ({ home, sylvie }: Scene, query: Query = {}) =>
    sylvie.get(`${home.url}/reglages/et-si?${new URLSearchParams(query)}`);
  const idOf = async ({ home }: Scene, email: string): Promise<UserId> =>
    (await home.house.database('users').where({ email }).first('id')).id;
  const rule = ({ home, organizationId }: Scene, effect: 'allow' | 'deny', conditions: Conditions) =>
    home.house.database.transaction((transaction) =>
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
  const outcomes = [
    [/La réponse Entre sans attendre/, 'allow'],
    [/La réponse Doit attendre une autorisation/, 'ask'],
    [/La réponse Reçoit un refus/, 'deny'],
  ] as const;
  const answered = (page: Answer) => outcomes.find(([words]) => words.test(said(page)))?.[1] ?? 'nothing';
  const becomes = async ({ home }: Scene, who: Machine, email: string) => {
    const page = await arrive(who, attempt(home.url, 'amisgest-sdg'), email);
    leave(who);
    return returned(page)?.get('code') ? 'allow' : isWaiting(page) ? 'ask' : 'deny';
  };
  const reasonsOf = async ({ home }: Scene, userId: UserId) => {
    const latest = home.house.database('sign_ins').where({ user_id: userId });
    return JSON.parse((await latest.orderBy('at', 'desc').orderBy('id', 'desc').first()).reasons);
  };
  const counts = async ({ home }: Scene) => {
    const tables = [
      'users',
      'browsers',
      'connections',
      'sightings',
      'sign_ins',
      'rules',
      'approval_requests',
    ];
    const more = ['outbox', 'journal', 'devices', 'places', 'oidc_records', 'organizations'];
    const all = [...tables, ...more].map(async (table) => {
      const rows = await home.house.database(table).count({ n: '*' }).first();
      return [table, Number(rows?.n)] as const;
    });
    const versions = await home.house
      .database('organizations')
      .orderBy('id')
      .select('policy_version', 'locked');
    return { rows: Object.fromEntries(await Promise.all(all)), versions };
  };

  test('it says of the demo’s people what they then get: asked, authorized, refused, let in by access, withdrawn, padlock open', async (scene) => {
    const { database } = scene.home.house;
    const [nadia, marc] = [await idOf(scene, people.nadia), await idOf(scene, people.marc)];
    const laptop = machine({ userAgent: userAgents.danielLaptop, address: centre });
    const away = {
      ...laptop,
      browser: machine({ userAgent: userAgents.danielLaptop, address: elsewhere }).browser,
    };
    const agrees = async (email: string, userId: UserId, query: Query, who: Machine, expected: string) => {
      const page = await ask(scene, { person: userId, application: 'amisgest-sdg', ...query });
      assert.is(answered(page), expected, said(page));
      assert.is(await becomes(scene, who, email), expected, email);
      return said(page);
    };
    const newHere = { machine: 'new:computer', address: centre };
    const first = await agrees(people.nadia, nadia, newHere, laptop, 'ask');
    assert.is((await reasonsOf(scene, nadia))[0].kind, 'new-browser');
    assert.match(first, /C’est la première fois|jamais|première/i);
    const seen = async (userId: UserId): Promise<string> => {
      const row = await database('connections')
        .where({ user_id: userId })
        .orderBy('last_seen', 'desc')
        .first();
      return `browser:${row.browser_id}`;
    };
    const known = { machine: await seen(nadia), address: centre };
    const allowed = await rule(scene, 'allow', {
      userId: nadia,
      deviceKind: 'computer',
      network: centre as Network,
    });
    const authorized = await agrees(people.nadia, nadia, known, laptop, 'allow');
    assert.match(
      authorized,
      /Nadia Benali, avec un ordinateur, sur le réseau 198\.51\.100\.24\. C’est ce qui a décidé\./,
    );
    const refused = await rule(scene, 'deny', { userId: nadia });
    const turnedAway = await agrees(people.nadia, nadia, known, laptop, 'deny');
    assert.match(turnedAway, /Refus Nadia Benali\. C’est ce qui a décidé\./);
    assert.match(turnedAway, /198\.51\.100\.24\. Elle s’appliquait, mais autre chose a décidé\./);
    const set = async (userId: UserId, access: string) => {
      await database('memberships').where({ user_id: userId }).update({ access });
      await database('organizations').increment('policy_version', 1);
    };
    await set(nadia, 'always');
    await agrees(people.nadia, nadia, known, laptop, 'allow');
    await set(nadia, 'never');
    await agrees(people.nadia, nadia, known, laptop, 'deny');
    await set(nadia, 'by_rules');
    await database('rules').whereIn('id', [refused, allowed]).delete();
    await database('organizations').increment('policy_version', 1);
    await agrees(people.marc, marc, { machine: 'new:computer', address: elsewhere }, away, 'ask');
    await database('organizations').where({ id: scene.organizationId }).update({ locked: false });
    await agrees(people.marc, marc, { machine: await seen(marc), address: elsewhere }, away, 'allow');
    const closed = await ask(scene, {
      person: marc,
      machine: await seen(marc),
      address: elsewhere,
      padlock: 'closed',
    });
    assert.is(answered(closed), 'ask');
    assert.match(said(closed), /Cadenas fermé\./);
    await database('organizations').where({ id: scene.organizationId }).update({ locked: true });
    await database('organizations').increment('policy_version', 1);
    assert.is(await becomes(scene, away, people.marc), 'ask');
  });

  test('with a person and nothing else it answers for what she used last, where she was last', async (scene) => {
    const page = await ask(scene, { person: await idOf(scene, people.julie) });
    assert.is(answered(page), 'allow');
    assert.match(
      said(page),
      /Julie Tremblay, dans Amisgest SDG \(.*CPE Les Papillons\), maintenant\. Cadenas fermé\./,
    );
    assert.match(page.text, /<option value="browser:[^"]+" selected/);
  });

  test('rules about somebody else are counted and not listed; those about her lead to their page', async (scene) => {
    const julie = await idOf(scene, people.julie);
    const page = await ask(scene, { person: julie });
    const listed = said(page).split('Ce que disent')[1]?.split('Qui?')[0] ?? '';
    assert.match(listed, /Julie Tremblay, avec un iPad/);
    assert.not.match(listed, /Marc Roy|Nadia Benali|Daniel Bergeron/);
    assert.match(listed, /Et \d+ autres, plus loin de cette connexion\./);
    const href = String(/class="card-link" href="([^"]+)"/.exec(page.text)?.[1]);
    assert.is((await scene.sylvie.get(new URL(href, scene.home.url).href)).status, 200);
    for (let index = 0; index < 30; index++)
      await rule(scene, 'allow', { userId: julie, role: `role ${index}` });
    const many = await ask(scene, { person: julie });
    assert.is([...many.text.matchAll(/class="card-link"/g)].length, 20);
  });

  test('a named place, another hour and another day are answered for', async (scene) => {
    const { database } = scene.home.house;
    const nadia = await idOf(scene, people.nadia);
    const placeId: PlaceId = (await database('places').where({ name: 'CPE Les Papillons' }).first('id')).id;
    const schedule = 'mon 06:30-18:00' as NonNullable<Conditions['schedule']>;
    const id = await rule(scene, 'allow', { userId: nadia, deviceKind: 'tablet', placeId, schedule });
    const asked = { person: nadia, machine: 'new:tablet', from: `place:${placeId}` };
    assert.is(answered(await ask(scene, { ...asked, date: '2027-03-01', time: '12:00' })), 'allow');
    const tuesday = await ask(scene, { ...asked, date: '2027-03-02', time: '12:00' });
    assert.is(answered(tuesday), 'ask');
    assert.match(said(tuesday), /le mardi 2 mars 2027 à 12 h/);
    assert.match(said(tuesday), /de 6 h 30 à 18 h\. Ce n’était pas dans l’horaire prévu\./);
    await database('rules').where({ id }).delete();
    await database('organizations').increment('policy_version', 1);
  });

  test('a place that is only a circle is answered for, though no address is known there', async (scene) => {
    const { database } = scene.home.house;
    const placeId = 'forest' as PlaceId; // branded here, where it is made
    await database('places').insert({
      id: placeId,
      organization_id: scene.organizationId,
      name: 'Classe nature',
      latitude: 45.5312,
      longitude: -73.5181,
      radius_meters: 400,
      created_at: Date.now(),
    });
    const nadia = await idOf(scene, people.nadia);
    const id = await rule(scene, 'allow', { userId: nadia, placeId });
    const page = await ask(scene, { person: nadia, machine: 'new:phone', from: `place:${placeId}` });
    assert.is(answered(page), 'allow');
    assert.match(said(page), /Classe nature/);
    await database('rules').where({ id }).delete();
    await database('places').where({ id: placeId }).delete();
    await database('organizations').increment('policy_version', 1);
  });

  test('what cannot be is said, and another centre’s person, browser and place are as good as nobody’s', async (scene) => {
    const { database } = scene.home.house;
    const [julie, pierre] = [await idOf(scene, people.julie), await idOf(scene, people.pierre)];
    const theirs = (await database('connections').where({ user_id: pierre }).first('browser_id')).browser_id;
    const gone = /Ce choix n’existe pas, ou n’existe plus/;
    for (const [query, absent, words] of [
      [{ person: pierre }, { person: 'nobody' }, gone],
      [{ person: julie, machine: `browser:${theirs}` }, { person: julie, machine: 'browser:nothing' }, gone],
      [{ person: julie, from: 'place:theirs' }, { person: julie, from: 'place:nothing' }, gone],
      [{ person: julie, application: 'portail-parents' }, { person: julie, application: 'x' }, gone],
      [{ person: julie, address: '300.1.1.1' }, { person: julie, address: '300.1.1.1' }, /pas une adresse/],
      [
        { person: julie, date: '2026-02-30' },
        { person: julie, date: '2026-02-30' },
        /Cette date ou cette heure/,
      ],
    ] as const) {
      const [page, other] = [await ask(scene, query), await ask(scene, absent)];
      assert.is(page.status, 200);
      assert.match(said(page), words, JSON.stringify(query));
      assert.is(said(page), said(other));
      assert.is(answered(page), 'nothing');
      assert.not.match(page.text, /Pierre Lavoie/);
    }
    assert.is(
      answered(await ask(scene, { person: 'x', machine: '\'"<', from: '%', time: 'noon' })),
      'nothing',
    );
  });

  test('it changes nothing, whatever it is asked, and says the same in English', async (scene) => {
    const before = await counts(scene);
    for (const email of Object.values(people))
      await ask(scene, { person: await idOf(scene, email), machine: 'new:phone' });
    await ask(scene);
    const english = await scene.sylvie.get(
      `${scene.home.url}/reglages/et-si?${new URLSearchParams({ person: await idOf(scene, people.julie) })}`,
      { headers: { 'accept-language': 'en' } },
    );
    assert.match(said(english), /The answer Enters without waiting/);
    assert.equal(await counts(scene), before);
  });

  test.run();
}
