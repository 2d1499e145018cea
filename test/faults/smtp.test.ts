import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { dialects } from '../support/postgres.ts';
import { type Answer, rawBrowser } from '../support/raw-http.ts';
import type { MailBehaviour } from '../support/smtp.ts';
import { until } from '../support/until.ts';
import { attempt, checkCode, go, password, people, returned } from '../support/walk.ts';
import { julieGetsIn, julieWaits, type Stage, setStage, sylvieApproves, undelivered } from './story.ts';

interface Scene {
  stage: Stage;
}

// A delivery that hangs is given up after ten seconds: a page that waited for one would take that long.
const soon = 3000;

const timed = async (work: () => Promise<Answer>): Promise<Answer> => {
  const began = performance.now();
  const answer = await work();
  const took = performance.now() - began;
  assert.ok(took < soon, `${answer.url} took ${Math.round(took)} ms`);
  return answer;
};

const troubles: readonly MailBehaviour[] = [{ kind: 'hang' }, { kind: 'drop' }];

for (const dialect of dialects) {
  const test = suite<Scene>(`mail in trouble, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.stage = await setStage(dialect);
  });
  test.after.each(async ({ stage }) => stage.close());

  for (const trouble of troubles)
    test(`while mail does ${trouble.kind}, no page waits for it; afterwards everything arrives`, async ({
      stage,
    }) => {
      const { server, mail, database } = stage;
      const waits = await julieWaits(stage);
      mail.setBehaviour(trouble);
      const before = mail.messages.length;
      await Promise.all([julieAndNadia(stage), timed(() => waits.julie.get(waits.page.url))]);
      await timed(() => rawBrowser().get(waits.link));
      await timed(() => sylvieApproves(waits));
      await timed(async () => waits.julie.get(waits.page.url));
      await julieGetsIn(stage, waits);
      await timed(() => rawBrowser().get(`${server.url}/readyz`));
      await until(() => mail.attempts() > before, { what: 'somebody tried to deliver' });
      assert.is(mail.messages.length, before, 'nothing arrived meanwhile');
      const stuck = await undelivered(database);
      assert.equal(stuck.map(({ kind }) => kind).sort(), expected.toSorted());

      mail.setBehaviour({ kind: 'accept' });
      await until(async () => (await undelivered(database)).length === 0, { withinMilliseconds: 60_000 });
      const arrived = new Set(mail.messages.slice(before).map(({ messageId }) => messageId));
      for (const { id } of stuck) assert.ok(arrived.has(`<${id}@localhost>`), 'each notice arrived');
    });

  test.run();
}

/** Two more requests: each asks Sylvie and Marc, and tells whoever waits. Sylvie's answer tells Julie. */
const asking = ['approval-requested', 'approval-requested', 'connection-waiting'];
const expected = [...asking, ...asking, 'connection-approved'];

async function julieAndNadia({ server }: Stage): Promise<void> {
  for (const username of [people.julie, people.nadia]) {
    const browser = rawBrowser();
    const login = await timed(() => go(browser, attempt(server.url)));
    const filled = await timed(() => browser.submit(login, { fill: { username, password } }));
    const page = await timed(() => browser.follow(filled));
    checkCode(page);
    assert.is(returned(page), undefined);
  }
}
