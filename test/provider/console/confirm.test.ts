import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { UserId } from '../../../policies/facts.ts';
import { createConfirm } from '../../../provider/console/index.ts';
import { Problem } from '../../../provider/http/problems.ts';
import { createPasswords } from '../../../provider/sign-in/hashing.ts';
import { dialects } from '../../support/postgres.ts';
import { openSmallCentre, type SmallCentre, user } from '../../support/small-centre.ts';

interface Scene {
  centre: SmallCentre;
}

const minute = 60_000;

for (const dialect of dialects) {
  const test = suite<Scene>(`the password that is asked for again, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
  });
  test.after.each(({ centre }) => centre.close());

  const passwords = createPasswords();
  /** Sylvie's own, on a server that says when it has no time. */
  const asks = async ({ database, clock }: SmallCentre) => {
    const stored = await passwords.hash('the right one');
    await database('users').where({ id: 'sylvie' }).update({ password_hash: stored });
    const server = { overloaded: false };
    const logged: { readonly userId: UserId }[] = [];
    const confirm = createConfirm({
      database,
      now: () => clock.now,
      log: { warn: (what) => void logged.push(what) },
      passwords: {
        ...passwords,
        matches: async (hash, typed) => {
          if (server.overloaded) throw new Problem('busy', 503);
          return passwords.matches(hash, typed);
        },
      },
    });
    return { server, logged, types: (typed: string) => confirm(user('sylvie'), typed) };
  };

  test('after five wrong ones Sylvie waits a quarter of an hour, and the log says who, and no more', async ({
    centre,
  }) => {
    const { types, logged } = await asks(centre);
    for (let count = 1; count <= 5; count++) {
      assert.equal(logged, []);
      assert.is(await types('a wrong one'), 'wrong');
    }
    assert.equal(logged, [{ userId: 'sylvie' }]);
    assert.is(await types('the right one'), 'busy');
    centre.clock.now += 15 * minute;
    assert.is(await types('the right one'), 'right');
    assert.is(logged.length, 1);
  });

  test('a server that has no time to compare counts nothing against her', async ({ centre }) => {
    const { types, server, logged } = await asks(centre);
    server.overloaded = true;
    for (let count = 1; count <= 7; count++) assert.is(await types('the right one'), 'busy');
    server.overloaded = false;
    assert.is(await types('a wrong one'), 'wrong');
    assert.is(await types('the right one'), 'right');
    assert.equal(logged, []);
  });

  test.run();
}
