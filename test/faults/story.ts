import * as assert from 'uvu/assert';
import { type Database, openDatabase } from '../../db/open.ts';
import { wordsOf } from '../support/forms.ts';
import type { Dialect, OpenedStorage } from '../support/postgres.ts';
import { type Answer, type RawBrowser, rawBrowser } from '../support/raw-http.ts';
import { type Environment, type RunningServer, startServer } from '../support/server.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';
import { until } from '../support/until.ts';
import {
  type Attempt,
  approvalLink,
  attempt,
  checkCode,
  people,
  redeem,
  returned,
  signIn,
} from '../support/walk.ts';

/** A server of its own process, its mail, and a look into its data that survives it. */
export interface Stage {
  readonly server: RunningServer;
  readonly mail: MailServer;
  readonly database: Database;
  close(): Promise<void>;
}

export async function setStage(
  dialect: Dialect,
  change: (storage: OpenedStorage) => Environment = () => ({}),
): Promise<Stage> {
  const [storage, mail] = await Promise.all([dialect.open(), startMailServer()]);
  const env = {
    DATABASE_URL: storage.databaseUrl,
    DATA_DIR: storage.dataDir,
    SMTP_URL: mail.url,
    LOG_LEVEL: 'warn',
  };
  const server = await startServer({ env: { ...env, ...change(storage) } });
  const database = openDatabase({
    url: storage.databaseUrl,
    dataDirectory: storage.dataDir,
    file: 'demo.sqlite',
  });
  return {
    server,
    mail,
    database,
    close: async () => {
      await server.kill('SIGKILL');
      await database.destroy();
      await server.close();
      await mail.close();
      await storage.close();
    },
  };
}

export interface Waits {
  readonly julie: RawBrowser;
  readonly tried: Attempt;
  readonly page: Answer;
  readonly code: string;
  /** Of Sylvie's mail. */
  readonly link: string;
}

/** Julie in a browser that nobody has seen, as far as her waiting page, and everybody's mail delivered. */
export async function julieWaits({ server, mail, database }: Stage): Promise<Waits> {
  const julie = rawBrowser();
  const tried = attempt(server.url);
  const page = await signIn(julie, tried, people.julie);
  const link = await approvalLink(mail, people.sylvie, 'Julie');
  await until(async () => (await undelivered(database)).length === 0, { what: 'every mail is delivered' });
  return { julie, tried, page, code: checkCode(page), link };
}

export async function sylvieApproves({ link, code }: Waits): Promise<Answer> {
  const sylvie = rawBrowser();
  const done = await sylvie.follow(await sylvie.post(link, { answer: 'approve', code }));
  assert.match(wordsOf(done.text), /Julie peut entrer/);
  return done;
}

/** Her waiting page goes on by itself, to tokens. */
export async function julieGetsIn({ server }: Stage, { julie, tried, page }: Waits): Promise<void> {
  const back = await julie.follow(await julie.get(page.url), ({ pathname }) => pathname.startsWith('/demo/'));
  const code = returned(back)?.get('code');
  assert.ok(code, `she is in, not at ${back.status} ${back.url}`);
  assert.is((await redeem(server.url, tried, code)).status, 200);
}

export const undelivered = (
  database: Database,
): Promise<readonly { readonly id: string; readonly kind: string }[]> =>
  database('outbox').whereNull('delivered_at').select('id', 'kind');

/** The one request of this test: the others are the demonstration's history. */
export const requestOfJulie = (database: Database) =>
  database('approval_requests as a')
    .join('users as u', 'u.id', 'a.user_id')
    .where({ 'u.email': people.julie })
    .orderBy('a.opened_at', 'desc')
    .first('a.*');
