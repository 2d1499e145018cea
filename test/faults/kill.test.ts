import { setTimeout as after } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Database } from '../../db/open.ts';
import { dialects } from '../support/postgres.ts';
import { rawBrowser } from '../support/raw-http.ts';
import type { ParsedMessage } from '../support/smtp.ts';
import { until } from '../support/until.ts';
import { attempt, checkCode, go, password, people, returned } from '../support/walk.ts';
import {
  julieGetsIn,
  julieWaits,
  requestOfJulie,
  type Stage,
  setStage,
  sylvieApproves,
  undelivered,
} from './story.ts';

interface Scene {
  stage: Stage;
}

/** The leases of whoever was killed end: minutes of waiting, without the waiting. */
const leasesEnd = (database: Database) =>
  database('outbox').whereNull('delivered_at').update({ next_attempt_at: Date.now() });

const tellsJulie = ({ to, subject }: ParsedMessage): boolean =>
  to.includes(people.julie) && /est autorisée/.test(subject);

for (const dialect of dialects) {
  const test = suite<Scene>(`kill -9, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.stage = await setStage(dialect);
  });
  test.after.each(async ({ stage }) => stage.close());

  test('killed between Sylvie’s click and the mail: the decision stands, the mail leaves, Julie is in', async ({
    stage,
  }) => {
    const { server, mail, database } = stage;
    const waits = await julieWaits(stage);
    mail.setBehaviour({ kind: 'hang' });
    await sylvieApproves(waits);
    await server.kill('SIGKILL');
    const request = await requestOfJulie(database);
    assert.is(request.status, 'approved');
    const [notice, ...others] = await undelivered(database);
    assert.equal([notice?.kind, others.length], ['connection-approved', 0]);
    assert.not.ok(mail.messages.some(tellsJulie));

    mail.setBehaviour({ kind: 'accept' });
    await leasesEnd(database);
    await server.restart();
    const told = await mail.waitFor(tellsJulie);
    assert.is(told.messageId, `<${notice?.id}@localhost>`);
    await julieGetsIn(stage, waits);
    await until(async () => (await undelivered(database)).length === 0);
    assert.is(mail.messages.filter(tellsJulie).length, 1);
  });

  test('killed when the mail had left but nobody had said so: it comes twice as one message', async ({
    stage,
  }) => {
    const { server, mail, database } = stage;
    const waits = await julieWaits(stage);
    mail.setBehaviour({ kind: 'keep-silently' });
    await sylvieApproves(waits);
    await mail.waitFor(tellsJulie);
    await server.kill('SIGKILL');
    const before = mail.messages.length;

    mail.setBehaviour({ kind: 'accept' });
    await leasesEnd(database);
    await server.restart();
    await until(() => mail.messages.length > before, { what: 'the mail comes again' });
    await until(async () => (await undelivered(database)).length === 0);
    const ids = mail.messages.filter(tellsJulie).map(({ messageId }) => messageId);
    assert.ok(ids.length >= 2);
    assert.is(new Set(ids).size, 1, 'one message to whoever reads it');
    await julieGetsIn(stage, waits);
  });

  test('killed while the mails that ask are on their way: after the restart Sylvie and Marc are asked', async ({
    stage,
  }) => {
    const { server, mail, database } = stage;
    mail.setBehaviour({ kind: 'refuse', code: 451 });
    const julie = rawBrowser();
    const filled = await go(julie, attempt(server.url));
    const page = await julie.follow(
      await julie.submit(filled, { fill: { username: people.julie, password } }),
    );
    const code = checkCode(page);
    await server.kill('SIGKILL');
    assert.is((await undelivered(database)).length, 3);
    mail.setBehaviour({ kind: 'accept' });
    await leasesEnd(database);
    await server.restart();
    for (const person of [people.sylvie, people.marc, people.julie])
      await mail.waitFor(({ to }) => to.includes(person));
    assert.is(checkCode(await julie.get(page.url)), code);
  });

  test('killed while Julie waits: her reload shows the same code, and the link of the old mail lets her in', async ({
    stage,
  }) => {
    const { server, database } = stage;
    const waits = await julieWaits(stage);
    const before = await requestOfJulie(database);
    await server.kill('SIGKILL');
    await server.restart();
    assert.is(checkCode(await waits.julie.get(waits.page.url)), waits.code);
    const { id, status, repeats } = await requestOfJulie(database);
    assert.equal([id, status, repeats], [before.id, 'pending', before.repeats]);
    assert.is(
      (await database('outbox').where({ approval_request_id: id })).length,
      3,
      'nobody is asked twice',
    );
    await sylvieApproves(waits);
    await julieGetsIn(stage, waits);
  });

  test('killed at any instant of Sylvie’s click: all of the decision, or nothing of it', async ({
    stage,
  }) => {
    const { server, database } = stage;
    let waits = await julieWaits(stage);
    for (const milliseconds of [2, 5, 8, 12, 18]) {
      const click = rawBrowser()
        .post(waits.link, { answer: 'refuse', certain: 'yes' })
        .then(
          () => 'answered',
          () => 'cut off',
        );
      await after(milliseconds);
      await server.kill('SIGKILL');
      const answered = await click;
      const { status, id } = await requestOfJulie(database);
      const all = status === 'refused';
      if (answered === 'answered') assert.ok(all, 'what was said to be done is done');
      assert.equal(await traces(database, id), all ? whole : nothing, `after ${milliseconds} ms: ${status}`);
      await server.restart();
      if (!all) assert.is(checkCode(await waits.julie.get(waits.page.url)), waits.code);
      else waits = await another(stage);
    }
  });

  test('killed at any instant of Pierre’s sign-in: the next one goes on without a password', async ({
    stage,
  }) => {
    const { server } = stage;
    const pierre = rawBrowser();
    const page = await go(pierre, attempt(server.url));
    const first = await pierre.submit(page, { fill: { username: people.pierre, password } });
    const back = await pierre.follow(first, ({ pathname }) => pathname.startsWith('/demo/'));
    assert.ok(returned(back)?.get('code'));
    for (const milliseconds of [1, 4, 8]) {
      const entering = go(pierre, attempt(server.url)).catch(() => undefined);
      await after(milliseconds);
      await server.kill('SIGKILL');
      await entering;
      await server.restart();
      const again = await go(pierre, attempt(server.url));
      assert.ok(returned(again)?.get('code'), `after ${milliseconds} ms he is in again without a password`);
    }
  });

  test.run();
}

const nothing = { rules: 0, journal: 0, notices: 0 };
const whole = { rules: 1, journal: 1, notices: 1 };

/** What a refusal leaves besides its status. */
async function traces(database: Database, id: string) {
  const request = await database('approval_requests').where({ id }).first();
  const { user_id, browser_id } = request;
  const [rules, journal, notices] = await Promise.all([
    database('rules').where({ user_id, browser_id, effect: 'deny' }),
    database('journal').where('after', 'like', `%${id}%`),
    database('outbox').where({ approval_request_id: id, kind: 'connection-refused' }),
  ]);
  return { rules: rules.length, journal: journal.length, notices: notices.length };
}

/** Julie asks from one more browser; her mail is the newest. */
async function another(stage: Stage) {
  const waits = await julieWaits(stage);
  const { id } = await requestOfJulie(stage.database);
  const link = await stage
    .database('approval_links as l')
    .join('users as u', 'u.id', 'l.user_id')
    .where({ 'u.email': people.sylvie, 'l.approval_request_id': id })
    .first('l.id');
  const message = await stage.mail.waitFor(({ text }) => text.includes(`/demandes/${link.id}.`));
  return { ...waits, link: /https?:\/\/\S+\/demandes\/\S+/.exec(message.text)?.[0] ?? '' };
}
