import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { makeSecrets } from '../../provider/configuration/index.ts';
import { readOrMakeKeys } from '../../provider/oidc/index.ts';
import { type Opened, openMigrated } from '../db/fresh.ts';
import { dialects } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';

interface Scene {
  opened: Opened;
}

const old = 'the old secret, which was good for years';
const newest = 'the newest secret, made this very morning';
const secrets = makeSecrets([old]);
const noon = Date.UTC(2026, 2, 9, 17);
const now = () => noon;

const kids = ({ keys }: { readonly keys: readonly JWK[] }): readonly (string | undefined)[] =>
  keys.map(({ kid }) => kid);
/** What may be published of a key. */
const shown = ({ kty, crv, x, y, n, e, kid, alg, use }: JWK): JWK => ({
  kid: kid ?? 'none',
  alg: alg ?? 'none',
  use: use ?? 'none',
  ...(kty === 'EC'
    ? { kty, crv: crv ?? '', x: x ?? '', y: y ?? '' }
    : { kty: 'RSA', n: n ?? '', e: e ?? '' }),
});

for (const dialect of dialects) {
  const test = suite<Scene>(`the signing keys, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.opened = await openMigrated(dialect);
  });
  test.after.each(async ({ opened }) => opened.close());

  const stored = ({ opened }: Scene) => opened.database('signing_keys').orderBy('algorithm').select('*');

  test('the first start makes one key of each kind, ES256 first, and both sign', async (scene) => {
    const jwks = await readOrMakeKeys(scene.opened.database, secrets, now);
    assert.equal(
      jwks.keys.map(({ alg, use }) => [alg, use]),
      [
        ['ES256', 'sig'],
        ['RS256', 'sig'],
      ],
    );
    assert.is(new Set(kids(jwks)).size, 2);
    const published = createLocalJWKSet({ keys: jwks.keys.map(shown) });
    for (const key of jwks.keys) {
      const header = { alg: key.alg ?? 'none', kid: key.kid ?? 'none' };
      const token = await new SignJWT({ sub: 'julie' }).setProtectedHeader(header).sign(await importJWK(key));
      assert.is((await jwtVerify(token, published)).payload.sub, 'julie');
    }
    assert.equal(
      (await stored(scene)).map((row) => [row.algorithm, row.generation, row.created_at]),
      [
        ['ES256', 1, noon],
        ['RS256', 1, noon],
      ],
    );
  });

  test('the next start finds the same keys', async (scene) => {
    const first = await readOrMakeKeys(scene.opened.database, secrets, now);
    const next = await readOrMakeKeys(scene.opened.second(), secrets, () => noon + 1);
    assert.equal(next, first);
    assert.is((await stored(scene)).length, 2);
  });

  test('processes that start together end with the same keys', async (scene) => {
    const databases = [scene.opened.database, scene.opened.second(), scene.opened.second()];
    const starts = await Promise.all(databases.map((database) => readOrMakeKeys(database, secrets, now)));
    const [first] = starts;
    for (const jwks of starts) assert.equal(jwks, first);
    assert.equal(
      (await stored(scene)).map((row) => row.id),
      kids({ keys: first?.keys ?? [] }),
    );
  });

  test('after a start that was cut off between the two keys, the second is made and the first kept', async (scene) => {
    const [first] = (await readOrMakeKeys(scene.opened.database, secrets, now)).keys;
    await scene.opened.database('signing_keys').where({ algorithm: 'RS256' }).delete();
    const again = await readOrMakeKeys(scene.opened.database, secrets, now);
    assert.equal(again.keys[0], first);
    assert.equal(
      again.keys.map(({ alg }) => alg),
      ['ES256', 'RS256'],
    );
  });

  test('a newer generation signs first, and the older one still verifies', async (scene) => {
    const { keys } = await readOrMakeKeys(scene.opened.database, secrets, now);
    const fresh = { ...keys[0], kid: 'second-generation' };
    await scene.opened.database('signing_keys').insert({
      id: 'second-generation',
      algorithm: 'ES256',
      generation: 2,
      sealed: secrets.seal(JSON.stringify(fresh)),
      created_at: noon,
    });
    assert.equal(kids(await readOrMakeKeys(scene.opened.database, secrets, now)), [
      'second-generation',
      ...kids({ keys }),
    ]);
  });

  test('the database never shows a private key', async (scene) => {
    const { keys } = await readOrMakeKeys(scene.opened.database, secrets, now);
    const rows = JSON.stringify(await stored(scene));
    for (const key of keys) {
      assert.ok(typeof key.d === 'string' && key.d.length > 40);
      assert.not.match(rows, key.d ?? '');
      assert.not.match(rows, Buffer.from(JSON.stringify(key)).toString('base64url').slice(20, 60));
    }
  });

  test('when a newer secret comes the keys stay; when theirs is gone nobody makes new ones behind our back', async (scene) => {
    const { database } = scene.opened;
    const keys = await readOrMakeKeys(database, secrets, now);
    assert.equal(await readOrMakeKeys(database, makeSecrets([newest, old]), now), keys);
    const before = await stored(scene);
    const said = await readOrMakeKeys(database, makeSecrets([newest]), now).then(
      () => 'nothing',
      (error: unknown) => String(error),
    );
    assert.match(said, /not in `CADENAS_SECRETS`/);
    assert.equal(await stored(scene), before);
  });

  test('two servers started together on one database publish the same keys, without anything private', async () => {
    const storage = await dialect.open();
    const env = { DATABASE_URL: storage.databaseUrl, DATA_DIR: storage.dataDir, DEMO: '0' };
    const shared = dialect.name === 'postgres' ? { ...env, CADENAS_SECRETS: randomUUID() } : env;
    const started = await Promise.allSettled([startServer({ env: shared }), startServer({ env: shared })]);
    const servers = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    try {
      for (const one of started) if (one.status === 'rejected') throw one.reason;
      const published = await Promise.all(
        servers.map(async ({ url }): Promise<{ keys: JWK[] }> => {
          const answer = await fetch(`${url}/realms/amisgest/protocol/openid-connect/certs`);
          return JSON.parse(await answer.text());
        }),
      );
      const [first, second] = published;
      assert.is(first?.keys.length, 2);
      assert.equal(second, first);
      for (const key of first?.keys ?? [])
        for (const secretPart of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'])
          assert.not.ok(secretPart in key, `${key.kid} shows \`${secretPart}\``);
    } finally {
      await Promise.all(servers.map((server) => server.close()));
      await storage.close();
    }
  });

  test.run();
}
