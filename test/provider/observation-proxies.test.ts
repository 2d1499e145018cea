import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { userAgents } from '../../provider/demo/machines.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { addresses } from '../support/geo-cities.ts';
import { arrive, isWaiting, look, type Machine, machine } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import type { Answer } from '../support/raw-http.ts';
import { people, returned } from '../support/walk.ts';

interface Scene {
  centre: Centre;
}

const userAgent = userAgents.nurseryTablet;
const code = (page: Answer) => returned(page)?.get('code') ?? undefined;
const { milton, nowhere } = addresses;

const arrives = ({ centre }: Scene, holding: Machine) =>
  arrive(holding, centre.attempt('amisgest-sdg'), people.julie);
const from = (address: string, headers: Readonly<Record<string, string>> = {}) =>
  machine({ userAgent, address, headers });

/** What the last attempt of Julie's was seen to come from. */
const network = async ({ centre }: Scene) =>
  (
    await centre.home.house
      .database('sign_ins')
      .where({ user_id: await centre.idOf(people.julie) })
      .orderBy('at', 'desc')
      .first('network')
  )?.network;

async function julieMayEnterAt({ centre }: Scene, ...ranges: readonly string[]): Promise<void> {
  const placeId = await centre.place({ ranges });
  await centre.rule('allow', { userId: await centre.idOf(people.julie), placeId });
}

for (const dialect of dialects) {
  const test = suite<Scene>(`what a proxy says, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
  });
  test.after.each(async ({ centre }) => centre.close());

  test('behind our proxy, what Julie’s browser claims to the left of her address is not believed', async (scene) => {
    await julieMayEnterAt(scene, '203.0.113.0/28');
    const forged: readonly (readonly [header: string, seen: string | null])[] = [
      [`${nowhere}, ${milton}`, milton],
      [`${nowhere}, ${milton}, 127.0.0.1`, milton],
      [`${nowhere},,${milton}`, milton],
      [`${milton}, garbage`, null],
      [`"${nowhere}"`, null],
      [`${nowhere}:443`, null],
      ['', null],
      ['127.0.0.1', null],
    ];
    for (const [header, seen] of forged) {
      assert.ok(isWaiting(await arrives(scene, from(header))), header);
      assert.is(await network(scene), seen, header);
    }
    assert.ok(
      code(await arrives(scene, from(`${milton}, ${nowhere}, ::1`))),
      'her own address is the right-most',
    );
    assert.equal(await scene.centre.warnings(), []);
  });

  test('a proxy that says where it forwards from in another way says nothing of where', async (scene) => {
    await julieMayEnterAt(scene, '203.0.113.0/28');
    for (const headers of [{ forwarded: `for=${nowhere}` }, { 'x-real-ip': nowhere }]) {
      const holding = from('direct', headers);
      assert.ok(isWaiting(await arrives(scene, holding)), Object.keys(headers)[0]);
      assert.is(await network(scene), null);
    }
  });

  test.run();

  const strangers = suite<Scene>(`a proxy that nobody configured, on ${dialect.name}`);
  strangers.before.each(async (scene) => {
    scene.centre = await openCentre(dialect, { TRUSTED_PROXIES: '' });
  });
  strangers.after.each(async ({ centre }) => centre.close());

  for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip'])
    strangers(
      `\`${header}\` from a stranger: nowhere, a warning, and an approval lets Julie in once`,
      async (scene) => {
        const { centre } = scene;
        await julieMayEnterAt(scene, '203.0.113.0/28', '127.0.0.0/8', '::/64');
        assert.equal(await centre.warnings(), [], 'before it comes');
        const holding = from('direct', { [header]: header === 'forwarded' ? `for=${nowhere}` : nowhere });
        const page = await arrives(scene, holding);
        assert.ok(isWaiting(page), `${page.status} at ${page.url}`);
        assert.is(await network(scene), null);
        assert.equal(await centre.warnings(), ['untrusted-forwarder']);
        await centre.approve();
        assert.ok(code(await look(holding, page)));
        assert.ok(isWaiting(await arrives(scene, holding)), 'once');
        assert.ok(
          code(await arrives(scene, from('direct'))),
          'without the header, this machine is in the place',
        );
      },
    );

  strangers.run();
}
