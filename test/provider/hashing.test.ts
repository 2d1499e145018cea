import { hash } from '@node-rs/argon2';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Problem } from '../../provider/http/problems.ts';
import { createPasswords } from '../../provider/sign-in/hashing.ts';

const password = 'Cadenas-2026';
/** A few hundred milliseconds, and next to nothing: who waits for whom shows in the order they end. */
const slow = await hash(password, { memoryCost: 65_536, timeCost: 6, parallelism: 1 });
const quick = await hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });

type Passwords = ReturnType<typeof createPasswords>;

/** In the order in which they ended. */
async function endings(passwords: Passwords, asked: readonly (readonly [string, string])[]) {
  const ended: string[] = [];
  await Promise.all(
    asked.map(async ([name, stored]) => {
      assert.ok(await passwords.matches(stored, password));
      ended.push(name);
    }),
  );
  return ended;
}

const isBusy = (result: PromiseSettledResult<unknown>): boolean =>
  result.status === 'rejected' &&
  result.reason instanceof Problem &&
  result.reason.kind === 'busy' &&
  result.reason.status === 503;

async function duration(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const test = suite('hashing');

test('a password is kept as argon2id, salted, and only it matches', async () => {
  const passwords = createPasswords();
  const [one, other] = await Promise.all([passwords.hash(password), passwords.hash(password)]);
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.is.not(one, other);
  assert.is(await passwords.matches(one, password), true);
  assert.is(await passwords.matches(other, password), true);
  for (const wrong of ['', 'cadenas-2026', 'Cadenas-2026 ', 'Cadenas-202', 'Cadenas-2026\u0000'])
    assert.is(await passwords.matches(one, wrong), false, wrong);
});

test('with one at once, Julie waits until Marc’s is done', async () => {
  const passwords = createPasswords({ atOnce: 1, waiting: 8 });
  assert.equal(
    await endings(passwords, [
      ['Marc', slow],
      ['Julie', quick],
    ]),
    ['Marc', 'Julie'],
  );
});

test('with two at once, Julie does not wait for Marc', async () => {
  const passwords = createPasswords({ atOnce: 2, waiting: 8 });
  assert.equal(
    await endings(passwords, [
      ['Marc', slow],
      ['Julie', quick],
    ]),
    ['Julie', 'Marc'],
  );
});

test('with two at once, Julie waits behind Marc and Sylvie, but no longer than for the first of them', async () => {
  const passwords = createPasswords({ atOnce: 2, waiting: 8 });
  const ended = await endings(passwords, [
    ['Marc', slow],
    ['Sylvie', slow],
    ['Julie', quick],
  ]);
  assert.is.not(ended[0], 'Julie');
});

test('those who wait are served in the order they came', async () => {
  const passwords = createPasswords({ atOnce: 1, waiting: 20 });
  const names = Array.from({ length: 20 }, (_, index) => String(index));
  assert.equal(
    await endings(
      passwords,
      names.map((name) => [name, quick] as const),
    ),
    names,
  );
});

test('when the queue is full the next is told at once that we are busy, and all the others are served', async () => {
  const passwords = createPasswords({ atOnce: 2, waiting: 3 });
  const ended: string[] = [];
  const results = await Promise.allSettled(
    Array.from({ length: 9 }, () =>
      passwords.matches(slow, password).then(
        () => ended.push('served'),
        (error: unknown) => {
          ended.push('turned away');
          throw error;
        },
      ),
    ),
  );
  assert.equal(
    results.map((result) => (isBusy(result) ? 'busy' : result.status)),
    [...Array(5).fill('fulfilled'), ...Array(4).fill('busy')],
  );
  assert.equal(ended, [...Array(4).fill('turned away'), ...Array(5).fill('served')]);
});

test('after a crowd was turned away there is room again, as much as before', async () => {
  const passwords = createPasswords({ atOnce: 1, waiting: 2 });
  for (let round = 0; round < 3; round++) {
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => passwords.matches(quick, password)),
    );
    assert.is(results.filter(({ status }) => status === 'fulfilled').length, 3);
    assert.is(results.filter(isBusy).length, 3);
  }
});

test('a stored hash that cannot be read is a fault of its own: those behind it are served, and its place is free', async () => {
  const passwords = createPasswords({ atOnce: 1, waiting: 2 });
  for (let round = 0; round < 3; round++) {
    const [damaged, ...others] = await Promise.allSettled([
      passwords.matches('no hash at all', password),
      passwords.matches(quick, password),
      passwords.matches(quick, 'wrong'),
    ]);
    assert.is(damaged?.status, 'rejected');
    assert.not.ok(damaged && isBusy(damaged));
    assert.equal(others, [
      { status: 'fulfilled', value: true },
      { status: 'fulfilled', value: false },
    ]);
  }
});

test('making a hash takes a place as comparing one does', async () => {
  const passwords = createPasswords({ atOnce: 1, waiting: 0 });
  const results = await Promise.allSettled([passwords.hash(password), passwords.hash(password)]);
  assert.equal(results.map(isBusy), [false, true]);
});

test('an account that does not exist, or has no password yet, matches nothing', async () => {
  const passwords = createPasswords();
  for (const stored of [null, undefined])
    for (const typed of ['', password, 'no account has this password', 'null', 'undefined'])
      assert.is(await passwords.matches(stored, typed), false, typed);
});

test('an account that does not exist takes a place, too', async () => {
  const passwords = createPasswords({ atOnce: 1, waiting: 0 });
  await passwords.matches(null, password);
  const results = await Promise.allSettled([
    passwords.matches(null, password),
    passwords.matches(null, password),
  ]);
  assert.equal(results.map(isBusy), [false, true]);
});

test('an account that does not exist takes as long as one that does', async () => {
  const passwords = createPasswords();
  const stored = await passwords.hash(password);
  // The machine may be busy: only the quickest of each tells, and the more rounds, the better.
  let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 60 && (round < 5 || unknown / known < 0.6 || unknown / known > 1.7); round++) {
    known = Math.min(known, await duration(() => passwords.matches(stored, 'Mauvais-2026')));
    unknown = Math.min(unknown, await duration(() => passwords.matches(null, 'Mauvais-2026')));
  }
  assert.ok(unknown / known >= 0.6 && unknown / known <= 1.7, `${unknown} ms against ${known} ms`);
});

test('while a password is hashed the server goes on answering others', async () => {
  const passwords = createPasswords({ atOnce: 1, waiting: 0 });
  let done = false;
  let turns = 0;
  const hashing = passwords.matches(slow, password).finally(() => {
    done = true;
  });
  while (!done) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  await hashing;
  assert.ok(turns > 10, `the event loop turned ${turns} times`);
});

test.run();
