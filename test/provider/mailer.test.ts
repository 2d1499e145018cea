import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createMailer, type Mailer, type SentMail } from '../../provider/notifications/index.ts';
import { freePort } from '../support/free-port.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';

interface Scene {
  server: MailServer;
  mailer: Mailer;
}

const mail = (more: Partial<SentMail> = {}): SentMail => ({
  to: { name: 'Sylvie Gagnon', address: 'sylvie.gagnon@papillons.test' },
  from: { name: 'Amisgest – Connexions', address: 'connexions@amisgest.test' },
  replyTo: undefined,
  subject: 'Julie attend votre réponse',
  html: '<p>Julie attend à l’entrée</p>',
  text: 'Julie attend à l’entrée',
  messageId: '<019a-1@amisgest.test>',
  ...more,
});

const ended = (sending: Promise<void>): Promise<'sent' | 'failed'> =>
  sending.then(
    () => 'sent',
    () => 'failed',
  );

const test = suite<Scene>('the mailer');

test.before.each(async (scene) => {
  scene.server = await startMailServer();
  scene.mailer = createMailer(scene.server.url);
});
test.after.each(async ({ server, mailer }) => {
  mailer.close();
  await server.close();
});

test('Sylvie gets one message, in both forms, with everything a mail should say of itself', async ({
  server,
  mailer,
}) => {
  await mailer.send(mail());
  const [message, ...others] = server.messages;
  if (!message) throw new Error('nothing arrived');
  assert.equal(others, []);
  assert.equal(message.recipients, ['sylvie.gagnon@papillons.test']);
  assert.equal(message.to, ['sylvie.gagnon@papillons.test']);
  assert.is(message.from, 'connexions@amisgest.test');
  assert.is(message.subject, 'Julie attend votre réponse');
  assert.is(message.text.trim(), 'Julie attend à l’entrée');
  assert.is(message.html.trim(), '<p>Julie attend à l’entrée</p>');
  assert.is(message.messageId, '<019a-1@amisgest.test>');
  assert.is(message.headers.get('auto-submitted'), 'auto-generated');
  assert.ok(Math.abs(Date.parse(message.headers.get('date') ?? '') - Date.now()) < 60_000);
  for (const name of ['reply-to', 'bcc', 'cc', 'sender']) assert.not.ok(message.headers.has(name), name);
});

test('an answer goes where it should', async ({ server, mailer }) => {
  await mailer.send(mail({ replyTo: 'julie.tremblay@papillons.test' }));
  assert.is(server.messages[0]?.headers.get('reply-to'), 'julie.tremblay@papillons.test');
});

test('a message that is sent again keeps its Message-ID: who kept the first recognises it', async ({
  server,
  mailer,
}) => {
  server.setBehaviour({ kind: 'keep-silently' });
  assert.is(await ended(mailer.send(mail())), 'failed');
  server.setBehaviour({ kind: 'accept' });
  await mailer.send(mail());
  assert.equal(
    server.messages.map(({ messageId }) => messageId),
    ['<019a-1@amisgest.test>', '<019a-1@amisgest.test>'],
  );
});

for (const behaviour of [
  { kind: 'refuse', code: 421 },
  { kind: 'refuse', code: 451 },
  { kind: 'refuse', code: 550 },
  { kind: 'drop' },
] as const) {
  const what = behaviour.kind === 'refuse' ? `refuses with ${behaviour.code}` : 'cuts the connection';
  test(`a server that ${what} has not taken the message; the next one goes through`, async ({
    server,
    mailer,
  }) => {
    server.setBehaviour(behaviour);
    assert.is(await ended(mailer.send(mail())), 'failed');
    assert.is(server.messages.length, 0);
    server.setBehaviour({ kind: 'accept' });
    await mailer.send(mail());
    assert.is(server.messages.length, 1);
  });
}

test('a server that is not there is told at once; when it comes, the same mailer finds it', async () => {
  const port = await freePort();
  const mailer = createMailer(`smtp://127.0.0.1:${port}`);
  assert.is(await ended(mailer.send(mail())), 'failed');
  const server = await startMailServer({ port });
  try {
    await mailer.send(mail());
    assert.is(server.messages.length, 1);
  } finally {
    mailer.close();
    await server.close();
  }
});

test('a server that takes the connection and never says a word ends the delivery within half a minute', async ({
  server,
  mailer,
}) => {
  server.setBehaviour({ kind: 'hang' });
  let impatience: NodeJS.Timeout | undefined;
  const tooLong = new Promise<'still waiting'>((resolve) => {
    impatience = setTimeout(resolve, 30_000, 'still waiting');
  });
  assert.is(await Promise.race([ended(mailer.send(mail())), tooLong]), 'failed');
  clearTimeout(impatience);
  assert.is(server.attempts(), 1);
});

test('ten at once use two connections at most, and all arrive', async ({ server, mailer }) => {
  const many = Array.from({ length: 10 }, (_, index) => `<${index}@amisgest.test>`);
  await Promise.all(many.map((messageId) => mailer.send(mail({ messageId }))));
  assert.equal(server.messages.map(({ messageId }) => messageId).toSorted(), many);
});

const expectedHeaders = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

/** What arrived is one message, to Sylvie alone, with the headers of every message and the text as it was. */
function assertUnharmed({ messages }: MailServer): void {
  const message = messages.at(-1);
  if (!message) throw new Error('nothing arrived');
  assert.equal([...message.headers.keys()].toSorted(), expectedHeaders);
  assert.equal(message.recipients, ['sylvie.gagnon@papillons.test']);
  assert.equal(message.to, ['sylvie.gagnon@papillons.test']);
  assert.is(message.from, 'connexions@amisgest.test');
  assert.is(message.text.trim(), 'Julie attend à l’entrée');
  assert.is(message.html.trim(), '<p>Julie attend à l’entrée</p>');
}

for (const hostile of [
  'Sylvie\r\nBcc: evil@evil.test',
  'Sylvie\nBcc: evil@evil.test\n\nhello',
  'Sylvie\rBcc: evil@evil.test',
  'Sylvie\r\n\r\nhello',
  '"Sylvie" <evil@evil.test>',
  'Sylvie <evil@evil.test>, Marc',
  'evil@evil.test, Sylvie',
  'Sylvie", <evil@evil.test>, "',
  'Sylvie \\" <evil@evil.test>',
  '=?utf-8?Q?Sylvie=0D=0ABcc:_evil@evil.test?=',
  'Sylvie\u0000\u2028Bcc: evil@evil.test',
  'Équipe: evil@evil.test;',
  `Sylvie ${'é'.repeat(500)}\r\nBcc: evil@evil.test`,
]) {
  test(`a person or childcare named ${JSON.stringify(hostile).slice(0, 60)} makes no header`, async ({
    server,
    mailer,
  }) => {
    await mailer.send(
      mail({
        to: { ...mail().to, name: hostile },
        from: { ...mail().from, name: hostile },
        subject: `${hostile} attend`,
      }),
    );
    assert.is(server.messages.length, 1);
    assertUnharmed(server);
  });
}

test('whatever people and childcares are called, no header is made', async ({ server, mailer }) => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      '"',
      '\\',
      '<',
      '>',
      ',',
      ';',
      ':',
      '@',
      'Bcc: evil@evil.test',
      '.',
      '=?',
      '?=',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const name = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(name, name, name, async (to, from, subject) => {
      await mailer.send(
        mail({
          to: { ...mail().to, name: to },
          from: { ...mail().from, name: from },
          subject: `Julie ${subject}`,
        }),
      );
      assertUnharmed(server);
    }),
    { numRuns: 150 },
  );
});

for (const address of [
  'sylvie@papillons.test>\r\nRCPT TO:<evil@evil.test',
  'sylvie@papillons.test, evil@evil.test',
  'sylvie@papillons.test evil@evil.test',
  'sylvie@papillons.test\r\nBcc: evil@evil.test',
  '"evil@evil.test x"@papillons.test',
]) {
  test(`an address such as ${JSON.stringify(address)} reaches nobody else`, async ({ server, mailer }) => {
    await ended(mailer.send(mail({ to: { name: 'Sylvie', address } })));
    for (const { recipients, headers } of server.messages) {
      assert.not.ok(recipients.includes('evil@evil.test'), recipients.join(' and '));
      assert.not.ok(headers.has('bcc'));
    }
  });
}

test.run();
