import { createServer, type Server } from 'node:http';
import type { Context } from 'koa';
import pino, { type Logger } from 'pino';
import { saveApplications } from '../db/applications.ts';
import { findRequest } from '../db/approval-requests.ts';
import { findBrowser } from '../db/browsers.ts';
import { type Database, migrate, openDatabase } from '../db/open.ts';
import { listenForAnswers } from '../db/wake.ts';
import type { Network, Unknown } from '../policies/facts.ts';
import {
  answer,
  approvalRoutes,
  createDerived,
  createWaitingRoom,
  openOrJoin,
  type Waiting,
  withdraw,
} from './approvals/index.ts';
import { type Configuration, readSecrets } from './configuration/index.ts';
import { consoleRoutes, signedInAdministrator, signInHref } from './console/index.ts';
import { startDemo } from './demo/index.ts';
import { addressReader } from './http/address.ts';
import { createApplication } from './http/application.ts';
import { frameOf } from './http/frame.ts';
import { healthRoutes } from './http/health.ts';
import { createLogoutPages, createProblemPages } from './http/pages.ts';
import { readingRoutes } from './http/reading.ts';
import { startJobs } from './jobs/index.ts';
import { createMailer, createOutboxWorker, createRenderer, type SentMail } from './notifications/index.ts';
import {
  type Application,
  createProvider,
  demoApplications,
  lifetimes,
  ownApplications,
  readApplications,
  readOrMakeKeys,
  realmRoute,
} from './oidc/index.ts';
import { browserTokenHash } from './sign-in/browser-cookie.ts';
import {
  createGate,
  createPasswords,
  recordAllowed,
  type SignInNeeds,
  signInRoutes,
} from './sign-in/index.ts';
import { usedWith } from './sign-in/used-with.ts';

export interface House {
  readonly database: Database;
  readonly server: Server;
  readonly log: Logger;
  close(): Promise<void>;
}

export const createLog = (level: string): Logger =>
  pino({
    level,
    serializers: { error: pino.stdSerializers.err },
    redact: ['req.headers', 'password', 'code', 'token'],
  });

/** The one place that knows everybody: it opens what is shared and hands each part the few things it asks for. */
export async function buildHouse(configuration: Configuration): Promise<House> {
  const { publicUrl, demo } = configuration;
  const now = Date.now;
  const log = createLog(configuration.logLevel);
  const secrets = readSecrets(configuration);
  const database = openDatabase({
    url: configuration.databaseUrl,
    dataDirectory: configuration.dataDirectory,
    file: configuration.databaseFile,
  });
  await migrate(database);

  const derived = createDerived(secrets);
  const passwords = createPasswords();
  const applications = applicationsOf(configuration, (id) => secretOf(secrets, id));
  await saveApplications(database, [...applications.values()], now());
  const applicationOf = (id: unknown) => (typeof id === 'string' ? applications.get(id) : undefined);

  const readAddress = addressReader(configuration.trustedProxies);
  const networkOf = (ctx: Context): Network | Unknown =>
    readAddress(ctx.req.socket.remoteAddress, ctx.get('X-Forwarded-For') || undefined);
  const frame = (ctx: Context, uiLocales?: unknown) => frameOf(ctx, demo, uiLocales);
  const problemPages = createProblemPages({ frame, log });
  const logoutPages = createLogoutPages(frame);

  const demonstration = demo
    ? await startDemo({ database, passwords, applications, publicUrl, now, frame })
    : undefined;
  const mailer = configuration.smtpUrl === undefined ? undefined : createMailer(configuration.smtpUrl);
  const send = async (mail: SentMail): Promise<void> => {
    if (!mailer && !demonstration) throw new Error('there is no `SMTP_URL`: mail waits in the outbox');
    await mailer?.send(mail);
    await demonstration?.keepMail(mail);
  };
  const outbox = createOutboxWorker({
    database,
    now,
    random: Math.random,
    log,
    render: createRenderer({ database, derived, now, publicUrl, mailFrom: configuration.mailFrom, usedWith }),
    send,
  });

  const room = createWaitingRoom({
    database,
    now,
    onError: (error) => log.warn({ error }, 'waiting pages could not be read'),
  });
  const listener =
    configuration.databaseUrl === undefined
      ? undefined
      : listenForAnswers(configuration.databaseUrl, room.wake);
  const onAnswered = (): void => {
    room.wake();
    outbox.wake();
  };
  const waiting: Waiting = {
    openOrJoin: (wait) => openOrJoin({ database, keyId: secrets.newestId, onOpened: outbox.wake }, wait),
    checkCode: (request) => derived.checkCode(request) ?? '------',
    watch: room.watch,
  };

  const gate = createGate({ database, now, networkOf });
  const jwks = await readOrMakeKeys(database, secrets, now);
  const provider = createProvider({
    database,
    gate,
    now,
    publicUrl,
    jwks,
    cookieKeys: secrets.cookieKeys,
    applications,
    pages: {
      problem: problemPages.ofProvider,
      logout: logoutPages.ask,
      loggedOut: logoutPages.done,
    },
  });

  const console = { provider, database, gate, now, application: required(applications.get('reglages')) };
  const signIn: SignInNeeds = {
    provider,
    database,
    gate,
    passwords,
    waiting,
    now,
    publicOrigin: publicUrl.origin,
    applicationOf,
    frame,
  };
  const app = createApplication({
    publicUrl,
    cookieKeys: secrets.cookieKeys,
    log,
    showProblem: problemPages.show,
    health: healthRoutes(database),
    provider,
    realm: realmRoute(jwks, provider.issuer),
    recordAllowed: recordAllowed({ database, now, grantLivesMilliseconds: lifetimes.grant * 1000 }),
    routers: [
      signInRoutes(signIn),
      approvalRoutes({
        database,
        derived,
        now,
        demo,
        publicOrigin: publicUrl.origin,
        frame,
        usedWith,
        signedIn: (ctx) => signedInAdministrator(ctx, console),
        browserOf: async (ctx) => {
          const hash = browserTokenHash(ctx);
          return hash === undefined ? undefined : (await findBrowser(database, hash))?.id;
        },
        answer: (given) => answer({ database, onAnswered }, given),
        withdraw: async (id, by) => {
          const request = await findRequest(database, id);
          return request ? withdraw({ database }, { request, by, at: now() }) : 'late';
        },
        signInHref,
      }),
      consoleRoutes({ ...console, publicOrigin: publicUrl.origin, frame, usedWith }),
      readingRoutes(frame, demo),
      ...(demonstration ? [demonstration.routes] : []),
    ],
  });

  const jobs = startJobs({ database, now, log });
  const server = createServer(app.callback());
  return {
    database,
    server,
    log,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      jobs.close();
      room.close();
      await listener?.close();
      await outbox.close();
      mailer?.close();
      await database.destroy();
    },
  };
}

function applicationsOf(
  { publicUrl, demo, applicationsFile }: Configuration,
  demoSecretOf: (id: string) => string,
): ReadonlyMap<string, Application> {
  const written = applicationsFile === undefined ? [] : readApplications(applicationsFile);
  const all = [
    ...(demo ? demoApplications(publicUrl, demoSecretOf) : []),
    ...written,
    ...ownApplications(publicUrl),
  ];
  return new Map(all.map((application) => [application.id, application]));
}

const secretOf = (secrets: ReturnType<typeof readSecrets>, id: string): string =>
  required(secrets.mac(secrets.newestId, 'demo application', id)).toString('base64url');

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a part of the house is missing');
  return value;
}
