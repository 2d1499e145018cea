import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Operated, openOperated } from '../support/cadenas.ts';
import { dialects } from '../support/postgres.ts';
import { rawBrowser } from '../support/raw-http.ts';
import { attempt, checkCode, go, people, returned, signIn } from '../support/walk.ts';

interface Scene {
  home: Operated;
}

const hour = 60 * 60_000;
const atDemo = ({ pathname }: URL): boolean => pathname.startsWith('/demo/');

for (const dialect of dialects) {
  const test = suite<Scene>(`the operator’s break-glass, on ${dialect.name}`);

  test.before(async (scene) => {
    scene.home = await openOperated(dialect);
  });
  test.after(({ home }) => home.close());

  const organization = ({ home }: Scene, alias = 'papillons') =>
    home.database('organizations').where({ alias }).first();
  const journal = async ({ home }: Scene) =>
    (await home.database('journal').orderBy(['at', 'id'])).map(({ actor, action }) => [actor, action]);

  test('times that are none, organizations that are none and one word too many change nothing, and say why', async (scene) => {
    const before = [await organization(scene), (await journal(scene)).length];
    const sentence = /^`--for` must be a time such as `30m`, `2h` or `1d`, and no more than 30 days$/;
    for (const time of ['', '0h', '2', '2 h', '-1h', '1.5h', '31d', '721h', '99999m', 'hour']) {
      const { status, said, complained } = await scene.home.run('unlock', 'papillons', `--for=${time}`);
      assert.equal([status, said], [1, ''], time);
      assert.match(complained, sentence, time);
    }
    assert.match((await scene.home.run('unlock', 'papillons')).complained, sentence);
    const nobody = await scene.home.run('unlock', 'chenilles', '--for', '1h');
    assert.equal([nobody.status, nobody.complained], [1, 'there is no organization `chenilles`']);
    const json = await scene.home.run('unlock', 'chenilles', '--for', '1h', '--json');
    assert.equal(JSON.parse(json.complained), { error: 'there is no organization `chenilles`' });
    for (const args of [
      ['unlock'],
      ['unlock', 'papillons', 'arcenciel'],
      ['unlock', 'papillons', '--until', '1h'],
    ]) {
      const { status, complained } = await scene.home.run(...args);
      assert.is(status, 2, args.join(' '));
      assert.match(complained, /usage: npm run cadenas -- unlock ORG --for 2h/);
    }
    assert.equal([await organization(scene), (await journal(scene)).length], before);
  });

  test('the demonstration’s other padlock is open until further notice: it stays so, and the operator is told', async (scene) => {
    const before = await organization(scene, 'arcenciel');
    const { status, complained } = await scene.home.run('unlock', 'arcenciel', '--for', '2h');
    assert.equal(
      [status, complained],
      [1, 'the padlock of `arcenciel` is open until further notice: nothing was changed'],
    );
    assert.equal(await organization(scene, 'arcenciel'), before);
  });

  test('Julie, who waits, goes on once the operator opens for ninety minutes; it stands in the journal, and the directors are told', async (scene) => {
    const { home } = scene;
    const julie = rawBrowser();
    const waiting = await signIn(julie, attempt(home.server.url), people.julie);
    checkCode(waiting);
    const from = Date.now();
    const opened = await home.spawn('unlock', 'papillons', '--for', '90m', '--json');
    assert.is(opened.status, 0, opened.complained);
    const { organization: alias, unlockedUntil } = JSON.parse(opened.said);
    const { locked, relock_at } = await organization(scene);
    assert.equal([alias, Date.parse(unlockedUntil), Boolean(locked)], ['papillons', relock_at, false]);
    assert.ok(relock_at >= from + 1.5 * hour && relock_at <= Date.now() + 1.5 * hour);
    assert.equal((await journal(scene)).at(-1), ['operator', 'padlock.opened']);
    const told = await home.database('outbox').where({ kind: 'padlock-changed' });
    assert.is(told.length, 2);
    assert.ok(returned(await julie.follow(await julie.get(waiting.url), atDemo))?.get('code'));
    const again = await home.run('unlock', 'papillons', '--for', '2h');
    assert.match(
      again.said,
      /^the padlock of CPE Les Papillons is open until 20\d\d-\d\d-\d\d \d\d:\d\d \(America\/Toronto\)$/,
    );
  });

  test('when the time is over Julie’s next browser asks, whoever has or has not written it down', async (scene) => {
    const { home } = scene;
    await home.database('organizations').where({ alias: 'papillons' }).update({ relock_at: Date.now() });
    checkCode(await signIn(rawBrowser(), attempt(home.server.url), people.julie));
  });

  test('the operator approves Marc by the code of his screen, however it is typed; not by another’s, nor twice', async (scene) => {
    const { home } = scene;
    const [marcs, sylvies] = [rawBrowser(), rawBrowser()];
    const waiting = await signIn(marcs, attempt(home.server.url), people.marc);
    const code = checkCode(waiting);
    const other = checkCode(await signIn(sylvies, attempt(home.server.url), people.sylvie));
    for (const typed of ['', '12345', '1234567', 'abcdef']) {
      const { status, complained } = await home.run('approve', people.marc, `--code=${typed}`);
      assert.equal(
        [status, complained],
        [1, '`--code` must be the six digits on the screen of the person who waits'],
      );
    }
    const wrong = await home.run('approve', people.marc, '--code', other);
    assert.is(wrong.status, 1);
    assert.match(wrong.complained, /^no waiting connection of `marc\.roy@papillons\.test` shows the code/);
    const typed = `${code.slice(0, 3)} – ${code.slice(3)}`;
    const approved = await home.run('approve', people.marc.toUpperCase(), '--code', typed, '--json');
    assert.equal(
      [approved.status, JSON.parse(approved.said).organization],
      [0, 'papillons'],
      approved.complained,
    );
    const again = await home.run('approve', people.marc, '--code', code, '--json');
    assert.is(again.status, 1);
    assert.match(JSON.parse(again.complained).error, /somebody answered already/);
    assert.equal((await journal(scene)).at(-1), ['operator', 'approval.approved']);
    assert.ok(returned(await marcs.follow(await marcs.get(waiting.url), atDemo))?.get('code'));
    checkCode(await go(sylvies, attempt(home.server.url)));
  });

  test.run();
}
