import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type Configuration,
  makeSecrets,
  parseConfiguration,
  readSecrets,
} from '../../provider/configuration/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const first = 'the first secret, of thirty-two or more';
const second = 'the second secret, which is much newer';
const secrets = makeSecrets([first]);
const hex = (bytes: Buffer | undefined): string => bytes?.toString('hex') ?? 'none';

const test = suite('secrets');

test('what is sealed is unsealed as it was, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [one, other] = [secrets.seal(text), secrets.seal(text)];
      assert.is(secrets.unseal(one), text.toWellFormed());
      assert.is.not(one, other);
    }),
  );
});

test('what is sealed does not show', () => {
  const sealed = secrets.seal('Cadenas-2026');
  const decoded = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
  assert.not.match([sealed, ...decoded].join(' '), /Cadenas|2026/);
});

test('one bit changed anywhere, and nothing is unsealed', () => {
  const [id = '', ...parts] = secrets.seal('a private key').split('.');
  assert.is(parts.length, 3);
  for (const [index, part] of parts.entries()) {
    const bytes = Buffer.from(part, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const forged = [id, ...parts.with(index, changed.toString('base64url'))].join('.');
      assert.throws(() => secrets.unseal(forged), undefined, `part ${index}, bit ${bit}`);
    }
  }
});

test('a shortened seal, a shortened tag and plain garbage are refused', () => {
  const [id = '', nonce = '', tag = '', body = ''] = secrets.seal('a private key').split('.');
  const shortTag = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
  for (const forged of [
    '',
    '....',
    id,
    `${id}.${nonce}`,
    `${id}.${nonce}.${tag}`,
    `${id}..${tag}.${body}`,
    `${id}.${nonce}..${body}`,
    `${id}.${nonce}.${shortTag}.${body}`,
    `${id}.${nonce}.${body}.${tag}`,
    `other.${nonce}.${tag}.${body}`,
  ])
    assert.throws(() => secrets.unseal(forged), undefined, forged);
});

test('whatever is unsealed, the answer is an error or what was sealed, never something else', () => {
  const sealed = secrets.seal('a private key');
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
      const forged = `${sealed.slice(0, at)}${character}${sealed.slice(at + 1)}`;
      try {
        assert.is(secrets.unseal(forged), 'a private key');
      } catch (error) {
        assert.not.instance(error, assert.Assertion);
      }
    }),
    { numRuns: 1000 },
  );
});

test('after a newer secret came, the old one still opens, and only the newer one closes', () => {
  const rotated = makeSecrets([second, first]);
  const old = secrets.seal('sealed last year');
  assert.is(rotated.unseal(old), 'sealed last year');
  const fresh = rotated.seal('sealed today');
  assert.is(makeSecrets([second]).unseal(fresh), 'sealed today');
  assert.throws(() => secrets.unseal(fresh), /not in `CADENAS_SECRETS`/);
  assert.throws(() => makeSecrets([second]).unseal(old), /not in `CADENAS_SECRETS`/);
  assert.is(rotated.newestId, makeSecrets([second]).newestId);
});

test('what was derived under the old secret is derived again under its id', () => {
  const rotated = makeSecrets([second, first]);
  const before = hex(secrets.mac(secrets.newestId, 'code', 'request', 1));
  assert.is(hex(rotated.mac(secrets.newestId, 'code', 'request', 1)), before);
  assert.is.not(hex(rotated.mac(rotated.newestId, 'code', 'request', 1)), before);
});

test('under a secret that was taken away nothing is derived', () => {
  assert.is(makeSecrets([second]).mac(secrets.newestId, 'code', 'request', 1), undefined);
  assert.is(secrets.mac('', 'code', 'request', 1), undefined);
  assert.is(secrets.mac('constructor', 'code', 'request', 1), undefined);
});

test('another purpose, another part or another cut between parts is another value', () => {
  const id = secrets.newestId;
  const values = [
    secrets.mac(id, 'link', 'ab', 'c'),
    secrets.mac(id, 'code', 'ab', 'c'),
    secrets.mac(id, 'link', 'a', 'bc'),
    secrets.mac(id, 'link', 'abc'),
    secrets.mac(id, 'link', 'ab', 'c', ''),
    secrets.mac(id, 'link', 'ab","c'),
    secrets.mac(id, 'link', 'ab', 1),
    secrets.mac(id, 'link', 'ab', '1'),
    makeSecrets([second]).mac(makeSecrets([second]).newestId, 'link', 'ab', 'c'),
  ];
  for (const value of values) assert.is(value?.length, 32);
  assert.is(new Set(values.map(hex)).size, values.length);
  assert.is(hex(secrets.mac(id, 'link', 'ab', 'c')), hex(values[0]));
});

test('the id of a secret is short, its own, and says nothing of the secret', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => makeSecrets([`${first}${index}`]).newestId);
  assert.is(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[\w-]{8}$/);
});

test('cookies are signed by every secret, the newest first, and never with the secret itself', () => {
  const rotated = makeSecrets([second, first]);
  assert.equal(rotated.cookieKeys, [...makeSecrets([second]).cookieKeys, ...secrets.cookieKeys]);
  assert.is(new Set(rotated.cookieKeys).size, 2);
  assert.not.match(rotated.cookieKeys.join(' '), /secret/);
});

test('without any secret there is nothing to derive from', () => {
  assert.throws(() => makeSecrets([]), /at least one secret/);
});

async function inFolder(work: (configuration: Configuration, file: string) => Promise<void>): Promise<void> {
  const folder = await temporaryFolder('secrets');
  try {
    const result = parseConfiguration({ DATA_DIR: join(folder.path, 'data') });
    if (result.kind === 'faulty') throw new Error(result.faults.join('\n'));
    await work(result.configuration, join(folder.path, 'data', 'secret'));
  } finally {
    await folder.remove();
  }
}

test('a first start makes a secret that only its owner reads, and the next start finds it', () =>
  inFolder(async (configuration, file) => {
    const made = readSecrets(configuration);
    assert.is((await stat(file)).mode & 0o777, 0o600);
    assert.ok((await readFile(file, 'utf8')).length >= 43, 'thirty-two bytes or more');
    assert.is(readSecrets(configuration).newestId, made.newestId);
  }));

test('two machines never make the same secret', () =>
  inFolder((one) =>
    inFolder(async (other) => {
      assert.is.not(readSecrets(one).newestId, readSecrets(other).newestId);
    }),
  ));

test('configured secrets leave no file behind', () =>
  inFolder(async (configuration, file) => {
    assert.is(readSecrets({ ...configuration, secrets: [first] }).newestId, secrets.newestId);
    await stat(file).then(
      () => assert.unreachable('a secret was written'),
      () => {},
    );
  }));

function idOrRefusal(configuration: Configuration): string {
  try {
    return readSecrets(configuration).newestId;
  } catch (error) {
    return `refused: ${error}`;
  }
}

for (const [what, content] of [
  ['empty, as another process that was killed leaves it', ''],
  ['blank', ' \n'],
  ['cut short', 'abc'],
] as const) {
  test(`a secret file that is ${what} never becomes a secret that everyone can guess`, () =>
    inFolder(async (configuration, file) => {
      await mkdir(configuration.dataDirectory, { recursive: true });
      await writeFile(file, content);
      const guessed = makeSecrets([content.trim()]).newestId;
      assert.is.not(idOrRefusal(configuration), guessed);
    }));
}

test.run();
