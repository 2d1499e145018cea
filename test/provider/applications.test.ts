import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type Application,
  ApplicationsFault,
  demoApplications,
  ownApplications,
  readApplications,
} from '../../provider/oidc/index.ts';
import { openHouse } from '../support/house.ts';
import { dialects } from '../support/postgres.ts';
import { rawBrowser } from '../support/raw-http.ts';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';

interface Scene {
  folder: TemporaryFolder;
}

const portal = {
  id: 'portail',
  name: 'Portail',
  gate: 'exempt',
  redirectUris: ['https://portail.test/retour'],
};
const publicUrl = new URL('https://connexion.amisgest.test');
const secret = 'a secret of thirty-two characters, or more';

const test = suite<Scene>('the file of applications');

test.before(async (scene) => {
  scene.folder = await temporaryFolder('applications');
});
test.after(async ({ folder }) => folder.remove());

async function fileOf({ folder }: Scene, content: unknown): Promise<string> {
  const file = join(folder.path, 'applications.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** The sentences of the fault, or what was taken. */
async function read(scene: Scene, content: unknown): Promise<readonly string[] | readonly Application[]> {
  const file = await fileOf(scene, content);
  try {
    return readApplications(file, ownApplications(publicUrl));
  } catch (error) {
    if (!(error instanceof ApplicationsFault)) throw error;
    return error.message.split('\n');
  }
}

/** Refused, in sentences that say where, the words of `where` in this order. */
async function assertRefused(scene: Scene, content: unknown, where: readonly RegExp[]): Promise<void> {
  const said = (await read(scene, content)).map((one) =>
    typeof one === 'string' ? one : `taken: ${one.id}`,
  );
  for (const sentence of said) assert.match(sentence, /^`APPLICATIONS_FILE` /);
  assert.is(said.length, where.length, said.join('\n'));
  for (const [index, words] of where.entries()) assert.match(said[index] ?? '', words);
}

test('an application that says little is a public web application', async (scene) => {
  assert.equal(await read(scene, [portal]), [
    { ...portal, role: 'any', kind: 'web', secret: undefined, postLogoutRedirectUris: [], origins: [] },
  ]);
});

test('an application may say everything', async (scene) => {
  const all = {
    ...portal,
    gate: 'enforced',
    role: 'éducation',
    kind: 'native',
    secret,
    redirectUris: ['http://127.0.0.1/callback', 'http://[::1]/callback', 'com.amisgest.mobile:/retour'],
    postLogoutRedirectUris: ['https://portail.test/'],
    origins: ['https://portail.test', 'http://localhost:4200'],
  };
  assert.equal(await read(scene, [all]), [all]);
  assert.equal(await read(scene, []), []);
});

for (const [what, more, where] of [
  ['an id in capitals', { id: 'Portail' }, /0\.id/],
  ['an id with a space', { id: 'le portail' }, /0\.id/],
  ['an id of one letter', { id: 'p' }, /0\.id/],
  ['an id with a line of its own', { id: 'portail\nx' }, /0\.id/],
  ['no name', { name: '' }, /0\.name/],
  ['an endless name', { name: 'n'.repeat(81) }, /0\.name/],
  ['a gate that does not exist', { gate: 'open' }, /0\.gate/],
  ['the gate that is `compte`’s alone', { gate: 'members' }, /0\.gate/],
  ['a role without a name', { role: '' }, /0\.role/],
  ['a kind that does not exist', { kind: 'desktop' }, /0\.kind/],
  ['a short secret', { secret: 'x'.repeat(31) }, /0\.secret/],
  ['no address to return to', { redirectUris: [] }, /0\.redirectUris/],
  ['a name nobody knows', { redirect_uris: ['https://portail.test/'] }, /redirect_uris/],
] as const) {
  test(`${what} is refused, and said where`, (scene) =>
    assertRefused(scene, [{ ...portal, ...more }], [where]));
}

for (const address of [
  'https://*.portail.test/retour',
  'https://portail.test/*',
  '*',
  'portail.test/retour',
  '/retour',
  '',
  'https://',
  'https://portail.test/#retour',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'blob:https://portail.test/1',
]) {
  test(`nobody returns to \`${address}\`, nor after signing out, nor reads from there`, async (scene) => {
    for (const field of ['redirectUris', 'postLogoutRedirectUris', 'origins'])
      await assertRefused(
        scene,
        [{ ...portal, [field]: ['https://portail.test', address] }],
        [new RegExp(`0\\.${field}\\.1`)],
      );
  });
}

for (const address of [
  ' javascript:alert(1)',
  '\tjavascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'vbscript:alert(1)',
  'about:blank',
  'https://portail.test/#',
  'https:portail.test',
  'https://julie:secret@portail.test/',
]) {
  test(`nor to ${JSON.stringify(address)}, which a browser reads otherwise than we do`, (scene) =>
    assertRefused(scene, [{ ...portal, redirectUris: [address] }], [/0\.redirectUris\.0/]));
}

for (const [kind, address] of [
  ['web', 'com.amisgest.mobile:/retour'],
  ['native', 'http://portail.test/retour'],
] as const) {
  test(`a ${kind} application that returns to ${address} is refused at the start, not at the first sign-in`, (scene) =>
    assertRefused(scene, [{ ...portal, kind, redirectUris: [address] }], [/0\.redirectUris\.0/]));
}

for (const origin of ['https://portail.test/', 'https://portail.test/app', 'com.amisgest.mobile:/']) {
  test(`\`${origin}\` is refused as an origin: no browser ever says it so`, (scene) =>
    assertRefused(scene, [{ ...portal, origins: [origin] }], [/0\.origins\.0/]));
}

test('two applications of one id are refused: one of them would silently win', (scene) =>
  assertRefused(scene, [portal, { ...portal, name: 'Another' }], [/`?portail`?/]));

for (const id of ['reglages', 'compte']) {
  test(`\`${id}\` is ours: no file redefines it`, (scene) =>
    assertRefused(scene, [{ ...portal, id }], [new RegExp(id)]));
}

test('every fault of every application is said at once', (scene) =>
  assertRefused(
    scene,
    [{ ...portal, gate: 'open', redirectUris: ['*', 'x'] }, portal, { ...portal, id: 'Autre', name: '' }],
    [/0\.gate/, /0\.redirectUris\.0/, /0\.redirectUris\.1/, /2\.id/, /2\.name/],
  ));

for (const [what, content] of [
  ['no JSON', '[{]'],
  ['empty', ''],
  ['an object', {}],
  ['a text', '"portail"'],
  ['a list of texts', ['portail']],
  ['a list of nothing', [null]],
] as const) {
  test(`a file that is ${what} is refused in a sentence`, (scene) => assertRefused(scene, content, [/./]));
}

test('a file that is not there is refused in a sentence that names it', ({ folder }) => {
  const file = join(folder.path, 'nowhere.json');
  assert.throws(
    () => readApplications(file, []),
    (error: unknown) => error instanceof ApplicationsFault && error.message.includes(file),
  );
});

test('a fault of an application never says its secret', async (scene) => {
  const short = 'hunter2-hunter2';
  const said = await read(scene, [{ ...portal, id: 'X', secret: short, [short]: short.length }]);
  assert.ok(said.length > 1);
  assert.not.match(JSON.stringify(await read(scene, [{ ...portal, id: 'X', secret: short }])), /hunter2/);
});

test('a file that is no JSON is refused without a word of what stands in it', async (scene) => {
  for (const broken of [
    '[{"id":"portail","secret":hunter2-hunter2-hunter2-hunter2}]',
    '[{"secret":"hunter2-hunter2-hunter2-hunter2}]',
    "[{'secret':'hunter2'}]",
  ])
    assert.not.match(JSON.stringify(await read(scene, broken)), /hunter2|secret/);
});

test('whatever stands in the file, it is a list of applications or a fault in a sentence', async (scene) => {
  const field = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.constantFrom('web', 'exempt', 'portail'),
    fc.jsonValue(),
  );
  const entry = fc.record(
    {
      id: field,
      name: field,
      gate: field,
      kind: field,
      secret: field,
      redirectUris: fc.oneof(field, fc.array(field)),
      origins: fc.array(field),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.array(entry, { maxLength: 3 }), fc.jsonValue()), async (content) => {
      await read(scene, JSON.stringify(content));
    }),
    { numRuns: 300 },
  );
});

test('our own applications are gated, and return to us alone', () => {
  const own = ownApplications(publicUrl);
  assert.equal(
    own.map(({ id, gate, role }) => [id, gate, role]),
    [
      ['reglages', 'enforced', 'administration'],
      ['compte', 'members', 'any'],
    ],
  );
  for (const { redirectUris, postLogoutRedirectUris } of own)
    for (const address of [...redirectUris, ...postLogoutRedirectUris])
      assert.is(new URL(address).origin, publicUrl.origin);
});

test('the demonstration knows the Amisgest family: parents’ applications are exempt, the others are not', () => {
  const gates = demoApplications(publicUrl, (id) => `${id} ${secret}`).map(({ id, gate }) => [id, gate]);
  assert.equal(gates, [
    ['amisgest-sdg', 'enforced'],
    ['amisgest-mobile', 'enforced'],
    ['amisgest-bureau', 'enforced'],
    ['portail-parents', 'exempt'],
    ['cahier-de-communication', 'exempt'],
    ['journal-de-bord', 'exempt'],
  ]);
});

test('an application of the file signs people in, at its own addresses and at no other', async (scene) => {
  const [sqlite] = dialects;
  if (!sqlite) throw new Error('no dialect');
  const home = await openHouse(sqlite, { APPLICATIONS_FILE: await fileOf(scene, [portal]), DEMO: '0' });
  try {
    const ask = (redirectUri: string) =>
      rawBrowser().get(
        `${home.url}/realms/amisgest/protocol/openid-connect/auth?${new URLSearchParams({
          client_id: 'portail',
          redirect_uri: redirectUri,
          response_type: 'code',
          scope: 'openid',
          code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
          code_challenge_method: 'S256',
        })}`,
      );
    assert.match((await ask('https://portail.test/retour')).location ?? '', `${home.url}/connexion/`);
    for (const other of [
      'https://portail.test/retour/',
      'https://portail.test/',
      'https://evil.test/retour',
    ]) {
      const answer = await ask(other);
      assert.equal([answer.status, answer.location], [400, undefined], other);
    }
  } finally {
    await home.close();
  }
});

test.run();
