import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Country, NetworkRange, Region } from '../../policies/facts.ts';
import type { Conditions } from '../../policies/rules.ts';
import { userAgents } from '../../provider/demo/machines.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { addresses, geo } from '../support/geo-cities.ts';
import { arrive, isWaiting, type Machine, machine, said } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import type { Answer } from '../support/raw-http.ts';
import { people, returned } from '../support/walk.ts';

interface Scene {
  centre: Centre;
}

const userAgent = userAgents.nurseryTablet;
const code = (page: Answer) => returned(page)?.get('code') ?? undefined;
const { london, alsoLondon, boxford, milton, philippines, nowhere } = addresses;

for (const dialect of dialects) {
  const test = suite<Scene>(`where a sign-in comes from, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
  });
  test.after.each(async ({ centre }) => centre.close());

  const arrives = ({ centre }: Scene, holding: Machine) =>
    arrive(holding, centre.attempt('amisgest-sdg'), people.julie);
  const from = (address: string, headers?: Readonly<Record<string, string>>) =>
    machine({ userAgent, address, ...(headers && { headers }) });
  const allow = async ({ centre }: Scene, conditions: Conditions) =>
    centre.rule('allow', { userId: await centre.idOf(people.julie), ...conditions });

  const rules: readonly (readonly [
    what: string,
    conditions: (scene: Scene) => Promise<Conditions>,
    opens: readonly string[],
    asks: readonly string[],
  ])[] = [
    [
      'a region',
      async () => ({ region: 'GB-ENG' as Region }),
      [london, boxford],
      [milton, philippines, nowhere],
    ],
    ['a country', async () => ({ country: 'PH' as Country }), [philippines], [london, nowhere]],
    [
      'a range of addresses',
      async () => ({ network: '81.2.69.128/27' as NetworkRange }),
      [london],
      [alsoLondon, nowhere],
    ],
    [
      'a place of two ranges, one of IPv6',
      async ({ centre }) => ({
        placeId: await centre.place({ ranges: ['203.0.113.0/28', '2001:db8:1::/48'] }),
      }),
      [nowhere, '2001:db8:1:2::3', '::ffff:203.0.113.9'],
      [london, '2001:db8:2::3', '203.0.113.16'],
    ],
    [
      'a circle that holds all of where London’s address may be',
      async ({ centre }) => ({
        placeId: await centre.place({ circle: { latitude: 51.51, longitude: -0.1, radiusMeters: 15_000 } }),
      }),
      [london],
      // The first may be there; it is known to a hundred kilometres only.
      [alsoLondon, boxford, nowhere],
    ],
    [
      'a circle smaller than what is known of London',
      async ({ centre }) => ({
        placeId: await centre.place({ circle: { latitude: 51.51, longitude: -0.1, radiusMeters: 5_000 } }),
      }),
      [],
      [london],
    ],
    [
      'the house’s own network',
      async () => ({ network: '192.168.1.0/24' as NetworkRange }),
      ['192.168.1.20'],
      ['192.168.2.20', '10.0.0.7', 'fd00::1'],
    ],
  ];
  for (const [what, conditions, opens, asks] of rules) {
    test(`a rule of ${what} opens where Julie is surely there, and asks anywhere else`, async (scene) => {
      const rule = await allow(scene, await conditions(scene));
      assert.ok(rule);
      for (const address of opens) {
        // Who travels that fast is another test's.
        await scene.centre.home.house.database('sign_ins').delete();
        assert.ok(code(await arrives(scene, from(address))), address);
      }
      await scene.centre.home.house.database('sign_ins').delete();
      for (const address of asks) {
        const page = await arrives(scene, from(address));
        assert.ok(isWaiting(page), `${address}: ${page.status} at ${page.url}`);
      }
    });
  }

  test('Julie’s page and Sylvie’s say London, the named place, or the local network', async (scene) => {
    const { centre } = scene;
    await centre.place({ name: 'Les Lilas', ranges: ['203.0.113.0/28'] });
    for (const [address, words] of [
      [london, /Londres/],
      [nowhere, /Les Lilas/],
      ['192.168.1.20', /réseau local/],
    ] as const) {
      const waiting = from(address);
      assert.match(said(await arrives(scene, waiting)), words);
      assert.match(said(await centre.page()), words);
    }
  });

  test('a file of locations that is corrupt, cut or not there costs a warning, the regions, and nothing else', async (scene) => {
    await scene.centre.close();
    for (const [file, warning] of [
      [geo('GeoIP2-City-Test-Invalid-Node-Count.mmdb'), 'location-corrupt'],
      [geo('MaxMind-DB-test-broken-pointers-24.mmdb'), 'location-unsuitable'],
      [geo('GeoLite2-ASN-Test.mmdb'), 'location-unsuitable'],
      [geo('README.md'), 'location-corrupt'],
      [geo('not-there.mmdb'), 'location-absent'],
    ] as const) {
      scene.centre = await openCentre(dialect, { GEOIP_CITY_DB: file });
      assert.equal(await scene.centre.warnings(), [warning]);
      await allow(scene, { region: 'GB-ENG' as Region });
      const placeId = await scene.centre.place({ ranges: ['203.0.113.0/28'] });
      await allow(scene, { placeId });
      assert.ok(isWaiting(await arrives(scene, from(london))), 'the region does not open');
      assert.ok(code(await arrives(scene, from(nowhere))), 'the place does');
      if (warning !== 'location-absent') await scene.centre.close();
    }
  });

  test.run();
}
