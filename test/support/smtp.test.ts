import nodemailer from 'nodemailer';
import { suite } from 'uvu';
import { equal, is, match, unreachable } from 'uvu/assert';
import { type MailServer, startMailServer } from './smtp.ts';

const mail = suite<{ server: MailServer }>('the mail server of the tests');

mail.before.each(async (context) => {
  context.server = await startMailServer();
});
mail.after.each(({ server }) => server.close());

const letter = {
  from: 'Cadenas <cadenas@papillons.test>',
  to: 'Sylvie Gagnon <sylvie.gagnon@papillons.test>',
  subject: 'Est-ce bien Julie?',
  text: 'Répondez.',
  html: '<p>Répondez.</p>',
  messageId: '<1@papillons.test>',
  headers: { 'Auto-Submitted': 'auto-generated' },
};

function send(server: MailServer) {
  const transport = nodemailer.createTransport({ url: server.url, greetingTimeout: 150, socketTimeout: 300 });
  return transport.sendMail(letter);
}

async function failure(sending: Promise<unknown>): Promise<string> {
  try {
    await sending;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
  throw new Error('it was sent');
}

mail('Sylvie gets a letter, whole', async ({ server }) => {
  const awaited = server.waitFor((message) => message.subject.includes('Julie'));
  await send(server);
  const { headers, ...message } = await awaited;
  equal(message, {
    from: 'cadenas@papillons.test',
    to: ['sylvie.gagnon@papillons.test'],
    recipients: ['sylvie.gagnon@papillons.test'],
    subject: 'Est-ce bien Julie?',
    text: 'Répondez.',
    html: '<p>Répondez.</p>',
    messageId: '<1@papillons.test>',
  });
  is(headers.get('auto-submitted'), 'auto-generated');
});

mail('what does not come is said, with what came', async ({ server }) => {
  await send(server);
  const waited = server.waitFor((message) => message.to.includes('marc.roy@papillons.test'), 30);
  await waited.then(
    () => unreachable(),
    (error) => match(error.message, 'sylvie.gagnon@papillons.test: Est-ce bien'),
  );
});

for (const code of [421, 451, 550] as const) {
  mail(`it refuses with ${code}, then takes it`, async ({ server }) => {
    server.setBehaviour({ kind: 'refuse', code });
    match(await failure(send(server)), /EENVELOPE|EPROTOCOL|ECONNECTION/);
    is(server.messages.length, 0);
    is(server.attempts(), 1);
    server.setBehaviour({ kind: 'accept' });
    await send(server);
    is(server.messages.length, 1);
  });
}

mail('it hangs', async ({ server }) => {
  server.setBehaviour({ kind: 'hang' });
  is(await failure(send(server)), 'ETIMEDOUT');
  is(server.attempts(), 1);
});

mail('it drops the letter after all of it came', async ({ server }) => {
  server.setBehaviour({ kind: 'drop' });
  match(await failure(send(server)), /ECONNECTION|ESOCKET/);
  is(server.messages.length, 0);
});

mail('it keeps the letter and does not say so', async ({ server }) => {
  server.setBehaviour({ kind: 'keep-silently' });
  match(await failure(send(server)), /ECONNECTION|ESOCKET/);
  is(server.messages.length, 1);
});

mail.run();
