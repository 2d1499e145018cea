import { createServer, type Server } from 'node:http';
import type { Context } from 'koa';
import pino, { type Logger } from 'pino';
import { findRequest } from '../db/approval-requests.ts';
import { findBrowser } from '../db/browsers.ts';
import type { Database } from '../db/open.ts';
import { listenForAnswers } from '../db/wake.ts';
import { type ActNeeds, recloseDuePadlocks } from './acts/index.ts';
import {
  type ApprovalNeeds,
  answer,
  approvalRoutes,
  createAnswerSeveral,
  createCards,
  createDerived,
  createWaitingRoom,
  openOrJoin,
  withdraw,
} from './approvals/index.ts';
import type { Configuration } from './configuration/index.ts';
import { consoleRoutes, createConfirm, signedInAdministrator, signInHref } from './console/index.ts';
import { locateInDemo, startDemo } from './demo/index.ts';
import { type Ground, lay } from './ground.ts';
import { addressReader } from './http/address.ts';
import { createApplication } from './http/application.ts';
import { createForwarders } from './http/forwarders.ts';
import { frameOf } from './http/frame.ts';
import { healthRoutes } from './http/health.ts';
import { createLogoutPages, createProblemPages } from './http/pages.ts';
import { readingRoutes } from './http/reading.ts';
import { startJobs } from './jobs/index.ts';
import { createMailer, createOutboxWorker, createRenderer } from './notifications/index.ts';
import { createProvider, lifetimes, realmRoute } from './oidc/index.ts';
import { createRecognizer } from './recognition/index.ts';
import { createDescriber } from './rules/index.ts';
import { createSurroundings } from './rules/surroundings.ts';
import { browserTokenHash } from './sign-in/browser-cookie.ts';
import { createGate, createPasswords, recordAllowed, signInRoutes } from './sign-in/index.ts';

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
  const ground = await lay(configuration);
  try {
    return await furnish(configuration, ground);
  } catch (error) {
    await ground.database.destroy();
    throw error;
  }
}

/** What can fail, and waits for something, comes first; what runs by itself is started last, once nothing can fail any more. */
async function furnish(configuration: Configuration, ground: Ground): Promise<House> {
  const { publicUrl, demo } = configuration;
  const { database, secrets, jwks, applications } = ground;
  const now = Date.now;
  const log = createLog(configuration.logLevel);
  const derived = createDerived(secrets);
  const passwords = createPasswords();
  const forwarders = createForwarders({
    readAddress: addressReader(configuration.trustedProxies),
    now,
    log,
  });
  const frame = (ctx: Context, uiLocales?: unknown) => frameOf(ctx, demo, uiLocales);
  const problemPages = createProblemPages({ frame, log });
  const logoutPages = createLogoutPages(frame);

  const { locator, locate, rulebookOf, whereaboutsOf } = await createSurroundings({
    database,
    now,
    log,
    cityDb: configuration.geoipCityDb,
    asnDb: configuration.geoipAsnDb,
    packagedData: configuration.production ? 'at-start' : 'when-asked',
    ...(demo && { alsoLocate: locateInDemo }),
  });
  const describeIn = createDescriber({
    whereaboutsOf,
    isNative: (applicationId) => applications.get(applicationId)?.kind === 'native',
  });
  const gate = createGate({
    database,
    now,
    locate,
    rulebookOf,
    recognizer: createRecognizer(),
    networkOf: forwarders.networkOf,
  });
  const provider = createProvider({
    database,
    gate,
    now,
    publicUrl,
    jwks,
    cookieKeys: secrets.cookieKeys,
    applications,
    pages: { problem: problemPages.ofProvider, logout: logoutPages.ask, loggedOut: logoutPages.done },
  });
  const console = { provider, database, gate, now, application: required(applications.get('reglages')) };
  const demonstration = demo
    ? await startDemo({ database, passwords, applications, publicUrl, now, frame })
    : undefined;

  const mailer = configuration.smtpUrl === undefined ? undefined : createMailer(configuration.smtpUrl);
  const outbox = createOutboxWorker({
    database,
    now,
    random: Math.random,
    log,
    render: createRenderer({
      database,
      derived,
      now,
      publicUrl,
      mailFrom: configuration.mailFrom,
      describeIn,
    }),
    send: async (mail) => {
      if (!mailer && !demonstration) throw new Error('there is no `SMTP_URL`: mail waits in the outbox');
      await mailer?.send(mail);
      await demonstration?.keepMail(mail);
    },
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
  const acts: ActNeeds = {
    database,
    now,
    locate,
    applicationOf: (id) => applications.get(id),
    onChanged: () => {
      room.wake();
      outbox.wake();
    },
  };

  const shared = { database, now, frame, publicOrigin: publicUrl.origin };
  const approvals: ApprovalNeeds = {
    ...shared,
    derived,
    demo,
    describeIn,
    whereaboutsOf,
    signedIn: (ctx) => signedInAdministrator(ctx, console),
    browserOf: async (ctx) => {
      const hash = browserTokenHash(ctx);
      return hash === undefined ? undefined : (await findBrowser(database, hash))?.id;
    },
    answer: (given) => answer({ ...acts, whereaboutsOf }, given),
    withdraw: async (id, by) => {
      const request = await findRequest(database, id);
      return request ? withdraw(acts, { request, by, at: now() }) : 'late';
    },
    signInHref,
  };
  const app = createApplication({
    publicUrl,
    cookieKeys: secrets.cookieKeys,
    log,
    showProblem: problemPages.show,
    health: healthRoutes(database, () => [
      ...locator.warnings().map(({ fault }) => `location-${fault}`),
      ...[forwarders.warning()].filter((warning) => warning !== 'none'),
    ]),
    provider,
    realm: realmRoute(jwks, provider.issuer),
    recordAllowed: recordAllowed({ database, now, grantLivesMilliseconds: lifetimes.grant * 1000 }),
    routers: [
      signInRoutes({
        ...shared,
        provider,
        gate,
        passwords,
        waiting: {
          openOrJoin: (wait) =>
            openOrJoin({ database, keyId: secrets.newestId, onOpened: outbox.wake }, wait),
          checkCode: (request) => derived.checkCode(request) ?? '------',
          watch: room.watch,
        },
        applicationOf: (id) => (typeof id === 'string' ? applications.get(id) : undefined),
      }),
      approvalRoutes(approvals),
      consoleRoutes({
        ...shared,
        ...console,
        describeIn,
        whereaboutsOf,
        rulebookOf,
        acts,
        cardsOf: createCards(approvals),
        answerSeveral: createAnswerSeveral(approvals),
        confirm: createConfirm({ database, passwords, now, log }),
        gatedApplications: [...applications.values()].filter(({ gate }) => gate !== 'exempt'),
      }),
      readingRoutes(frame, demo),
      ...(demonstration ? [demonstration.routes] : []),
    ],
  });

  const jobs = startJobs({ database, now, log, reclosePadlocks: () => recloseDuePadlocks(acts) });
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
      locator.close();
      await database.destroy();
    },
  };
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a part of the house is missing');
  return value;
}
