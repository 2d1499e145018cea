import pino from 'pino';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Database } from '../../db/open.ts';
import { addNotices, type Notice } from '../../db/outbox.ts';
import type { ApprovalRequestId, OrganizationId, UserId } from '../../policies/facts.ts';
import { createOutboxWorker, type OutboxWorker, type SentMail } from '../../provider/notifications/index.ts';
import { type Opened, openMigrated } from '../db/fresh.ts';
import { addPapillons, noon, pendingRequest } from '../db/people.ts';
import { dialects } from '../support/postgres.ts';
import { until } from '../support/until.ts';

interface Scene {
  opened: Opened;
  database: Database;
}

type Needs = Parameters<typeof createOutboxWorker>[0];

const second = 1000;
const minute = 60 * second;
const lease = 90 * second;

// Branded here: the rows that `addPapillons` writes.
const news = {
  organizationId: 'papillons' as OrganizationId,
  approvalRequestId: 'request' as ApprovalRequestId,
  userId: 'sylvie' as UserId,
  kind: 'approval-requested',
} as const;

const mailOf = (notice: Notice): SentMail => ({
  to: { name: 'Sylvie Gagnon', address: 'sylvie@papillons.test' },
  from: { name: 'Cadenas', address: 'cadenas@papillons.test' },
  replyTo: undefined,
  subject: 'Julie attend',
  html: '<p>Julie attend</p>',
  text: 'Julie attend',
  messageId: `<${notice.id}@papillons.test>`,
});

const quiet = pino({ level: 'silent' });

function workerOf(database: Database, more: Partial<Needs> = {}): OutboxWorker {
  return createOutboxWorker({
    database,
    now: () => noon,
    random: () => 0.5,
    render: async (notice) => mailOf(notice),
    send: async () => {},
    log: quiet,
    ...more,
  });
}

/** One look at the outbox, to its end: a worker looks when it starts, and closes when what it took is done. */
const look = (database: Database, more: Partial<Needs> = {}): Promise<void> =>
  workerOf(database, more).close();

interface Post {
  readonly ids: string[];
  readonly send: (mail: SentMail) => Promise<void>;
}

function post(): Post {
  const ids: string[] = [];
  return {
    ids,
    send: async ({ messageId }) => {
      ids.push(messageId);
    },
  };
}

const fails = async (): Promise<never> => {
  throw new Error('450 not now');
};

/** A delivery that lasts until it is let go. */
function held() {
  const began: string[] = [];
  let letGo = (): void => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const send = async ({ messageId }: SentMail): Promise<void> => {
    began.push(messageId);
    await gate;
  };
  return { began, send, letGo };
}

const [sqlite] = dialects;
if (!sqlite) throw new Error('no dialect');

const test = suite<Scene>('the outbox worker');

test.before(async (scene) => {
  scene.opened = await openMigrated(sqlite);
  scene.database = scene.opened.database;
  await addPapillons(scene.database);
  await scene.database('approval_requests').insert(pendingRequest('request'));
});
test.before.each(async ({ database }) => {
  await database('outbox').delete();
});
test.after(async ({ opened }) => opened.close());

const add = (database: Database, many: number, at = noon) => addNotices(database, Array(many).fill(news), at);
const rows = (database: Database) => database('outbox').orderBy('id').select('*');
const delivered = async (database: Database): Promise<number> =>
  (await rows(database)).filter((row) => row.delivered_at !== null).length;

test('what was written before the server started is delivered once it starts, and once', async ({
  database,
}) => {
  await add(database, 3);
  const { ids, send } = post();
  const worker = workerOf(database, { send });
  await until(() => delivered(database).then((many) => many === 3));
  await worker.close();
  assert.is(new Set(ids).size, 3);
  assert.equal(
    (await rows(database)).map((row) => row.delivered_at),
    [noon, noon, noon],
  );
  await look(database, { send, now: () => noon + 1000 * minute });
  assert.is(ids.length, 3);
});

test('news that comes later is delivered when the worker is woken, and without that soon after', async ({
  database,
}) => {
  const { ids, send } = post();
  const worker = workerOf(database, { send });
  try {
    await add(database, 1);
    worker.wake();
    await until(() => delivered(database).then((many) => many === 1));
    await add(database, 1);
    await until(() => delivered(database).then((many) => many === 2), { what: 'the worker looks by itself' });
    assert.is(new Set(ids).size, 2);
  } finally {
    await worker.close();
  }
});

test('a hundred at once go out in a row, without a pause after each ten', async ({ database }) => {
  await add(database, 100);
  const { ids, send } = post();
  const worker = workerOf(database, { send });
  try {
    await until(() => delivered(database).then((many) => many === 100), { withinMilliseconds: 8000 });
    assert.is(new Set(ids).size, 100);
    assert.is(ids.length, 100);
  } finally {
    await worker.close();
  }
});

test('what comes while another is delivered goes out right after it', async ({ database }) => {
  await add(database, 1);
  const { began, send, letGo } = held();
  const worker = workerOf(database, { send });
  try {
    await until(() => began.length === 1);
    await add(database, 1);
    worker.wake();
    letGo();
    await until(() => began.length === 2, {
      withinMilliseconds: 1500,
      what: 'the second, before the next look',
    });
  } finally {
    await worker.close();
  }
});

test('two processes send each notice once', async ({ database, opened }) => {
  await add(database, 60);
  const { ids, send } = post();
  const workers = [database, opened.second()].map((mine) => workerOf(mine, { send }));
  try {
    await until(() => delivered(database).then((many) => many === 60));
    assert.is(new Set(ids).size, 60);
    assert.is(ids.length, 60);
  } finally {
    await Promise.all(workers.map((worker) => worker.close()));
  }
});

test('what a killed process was sending is sent again by another, under the same Message-ID', async ({
  database,
}) => {
  await add(database, 1);
  const killed = held();
  const worker = workerOf(database, { send: killed.send });
  await until(() => killed.began.length === 1);
  const { ids, send } = post();
  await look(database, { send, now: () => noon + lease - 1 });
  assert.equal(ids, [], 'not while the first may still be sending');
  await look(database, { send, now: () => noon + lease });
  assert.equal(ids, killed.began);
  killed.letGo();
  await worker.close();
});

test('what was sent but could not be marked is sent again', async ({ database }) => {
  await add(database, 1);
  await database.raw(
    `create trigger full_disk before update of delivered_at on outbox begin select raise(abort, 'disk full'); end`,
  );
  const { ids, send } = post();
  await look(database, { send });
  await database.raw('drop trigger full_disk');
  await look(database, { send, now: () => noon + lease });
  assert.is(ids.length, 2);
  assert.is(new Set(ids).size, 1);
  assert.is(await delivered(database), 1);
});

test('a server that refuses is tried again later and later, and never less than every five minutes', async ({
  database,
}) => {
  await add(database, 1);
  let now = noon;
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 10; attempt++) {
    const { ids, send } = post();
    await look(database, { send, now: () => now - 1 });
    assert.equal(ids, [], `not before its time (attempt ${attempt})`);
    await look(database, { send: fails, now: () => now });
    const [row] = await rows(database);
    assert.is(row.attempts, attempt);
    assert.match(row.last_error, '450 not now');
    assert.is(row.delivered_at, null);
    waits.push((row.next_attempt_at - now) / second);
    now = row.next_attempt_at;
  }
  assert.equal(waits, [5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
  const { ids, send } = post();
  await look(database, { send, now: () => now });
  assert.is(ids.length, 1);
  const [row] = await rows(database);
  assert.equal([row.delivered_at, row.last_error], [now, null]);
});

test('however often it failed, the wait is bounded', async ({ database }) => {
  await add(database, 1);
  await database('outbox').update({ attempts: 5000 });
  await look(database, { send: fails });
  assert.is((await rows(database))[0].next_attempt_at - noon, 5 * minute);
});

test('those that failed together do not come back together', async ({ database }) => {
  for (const [random, wait] of [
    [0, 3.75],
    [1, 6.25],
  ] as const) {
    await database('outbox').delete();
    await add(database, 1);
    await look(database, { send: fails, random: () => random });
    assert.is((await rows(database))[0].next_attempt_at - noon, wait * second);
  }
});

test('a message nobody can deliver holds up no other', async ({ database }) => {
  await add(database, 5);
  const { ids, send } = post();
  const [damaged] = await rows(database);
  const worker = workerOf(database, {
    send: (mail) => (mail.messageId.includes(damaged.id) ? fails() : send(mail)),
  });
  await until(() => delivered(database).then((many) => many === 4));
  await worker.close();
  assert.is(ids.length, 4);
});

test('a notice that cannot be rendered is tried again too', async ({ database }) => {
  await add(database, 1);
  await look(database, {
    render: async () => {
      throw new Error('no words');
    },
  });
  const [row] = await rows(database);
  assert.equal([row.delivered_at, row.last_error], [null, 'Error: no words']);
  await look(database, { now: () => noon + minute });
  assert.is(await delivered(database), 1);
});

test('a notice that nobody needs any more is done with, and sent to nobody', async ({ database }) => {
  await add(database, 1);
  const { ids, send } = post();
  await look(database, { send, render: async () => 'moot' });
  assert.equal(ids, []);
  assert.is((await rows(database))[0].delivered_at, noon);
});

test('a notice is rendered anew at each attempt, when it leaves', async ({ database }) => {
  await add(database, 1);
  const seen: unknown[] = [];
  const render: Needs['render'] = async ({ id, attempts, ...references }) => {
    seen.push([attempts, references]);
    return mailOf({ id, attempts, ...references });
  };
  await look(database, { render, send: fails });
  await look(database, { render, now: () => noon + minute });
  assert.equal(seen, [
    [1, { ...news, journalId: null }],
    [2, { ...news, journalId: null }],
  ]);
});

test('closing waits for what is under way, and leaves the rest in the outbox', async ({ database }) => {
  await add(database, 40);
  const { began, send, letGo } = held();
  const worker = workerOf(database, { send });
  await until(() => began.length > 0);
  let closed = false;
  const closing = worker.close().then(() => {
    closed = true;
  });
  await rows(database);
  await rows(database);
  assert.is(closed, false);
  letGo();
  await closing;
  assert.is(await delivered(database), began.length);
  assert.ok(began.length < 40, 'not all of it was under way');
});

test('closing waits for the delivery under way even when another fails for good meanwhile', async ({
  database,
}) => {
  await add(database, 2);
  await database.raw(
    `create trigger full_disk before update of last_error on outbox when new.last_error is not null
     begin select raise(abort, 'disk full'); end`,
  );
  const [damaged] = await rows(database);
  const { began, send, letGo } = held();
  const tried: string[] = [];
  const worker = workerOf(database, {
    send: (mail) => {
      tried.push(mail.messageId);
      return mail.messageId.includes(damaged.id) ? fails() : send(mail);
    },
  });
  let closed = false;
  try {
    await until(() => tried.length === 2 && began.length === 1);
    const closing = worker.close().then(() => {
      closed = true;
    });
    await rows(database);
    await rows(database);
    await rows(database);
    assert.is(closed, false);
    letGo();
    await closing;
    assert.is(await delivered(database), 1);
  } finally {
    letGo();
    await worker.close();
    await database.raw('drop trigger full_disk');
  }
});

test('once closed, nothing more is sent', async ({ database }) => {
  const { ids, send } = post();
  const worker = workerOf(database, { send });
  await worker.close();
  await add(database, 1);
  worker.wake();
  await worker.close();
  await rows(database);
  assert.equal(ids, []);
  assert.is(await delivered(database), 0);
});

test('a database that is gone is written in the log, and the worker lives on', async ({
  database,
  opened,
}) => {
  const written: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => written.push(line) });
  const gone = opened.second();
  await gone.destroy();
  await look(gone, { log });
  assert.is(written.length, 1);
  assert.match(written[0] ?? '', 'the outbox could not be read');

  await database.raw('alter table outbox rename to elsewhere');
  await add(database, 1).catch(() => {});
  const { ids, send } = post();
  const worker = workerOf(database, { send, log });
  try {
    await until(() => written.length === 2);
    await database.raw('alter table elsewhere rename to outbox');
    await add(database, 1);
    await until(() => ids.length === 1, { what: 'the worker goes on when the database is back' });
  } finally {
    await worker.close();
  }
});

test('what was not delivered stands in the log with its notice, and without what the mail says', async ({
  database,
}) => {
  await add(database, 1);
  const written: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => written.push(line) });
  await look(database, { log, send: fails });
  const [row] = await rows(database);
  assert.is(written.length, 1);
  assert.match(written[0] ?? '', row.id);
  assert.match(written[0] ?? '', '"attempts":1');
  assert.not.match(written[0] ?? '', /Sylvie|sylvie@|Julie attend/);
});

test.run();
