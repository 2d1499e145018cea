import Router from '@koa/router';
import type { Context } from 'koa';
import { makeMailbox } from '../../db/demo-mailbox.ts';
import type { Database } from '../../db/open.ts';
import type { Frame } from '../../views/model.ts';
import type { SentMail } from '../notifications/index.ts';
import type { Application } from '../oidc/index.ts';
import type { Passwords } from '../sign-in/index.ts';
import { createClients } from './client.ts';
import { showFrontPage } from './front-page.ts';
import { createKeptReturns } from './kept-returns.ts';
import { keepMail, showHtml, showMailbox, showMessage } from './mailbox.ts';
import { finishSignIn, returnUrl, signOut, startSignIn } from './play.ts';
import { seedDemo } from './seed.ts';

export { locateInDemo } from './places.ts';

export interface DemoNeeds {
  readonly database: Database;
  readonly passwords: Pick<Passwords, 'hash'>;
  readonly applications: ReadonlyMap<string, Application>;
  readonly publicUrl: URL;
  readonly now: () => number;
  readonly frame: (ctx: Context) => Frame;
}

export interface Demo {
  readonly routes: Router;
  keepMail(mail: SentMail): Promise<void>;
}

/** The demonstration: people and a month of history, the applications that they enter, and the mails that would have left. */
export async function startDemo(given: DemoNeeds): Promise<Demo> {
  await makeMailbox(given.database);
  await seedDemo(given);
  const needs = {
    ...given,
    played: playedOf(given),
    clientOf: createClients(given.publicUrl),
    returns: createKeptReturns(),
  };
  const routes = new Router({ prefix: '/demo' })
    .get('/', (ctx) => showFrontPage(ctx, needs))
    .get('/courrier', (ctx) => showMailbox(ctx, needs))
    .get('/courrier/:id', (ctx) => showMessage(ctx, needs))
    .get('/courrier/:id/html', (ctx) => showHtml(ctx, needs))
    .get('/:applicationId/connexion', (ctx) => startSignIn(ctx, needs))
    .get('/:applicationId/retour', (ctx) => finishSignIn(ctx, needs))
    .get('/:applicationId/deconnexion', (ctx) => signOut(ctx, needs));
  return { routes, keepMail: (mail) => keepMail(needs, mail) };
}

/** The applications that return here; an operator's own return elsewhere. */
const playedOf = ({ applications, publicUrl }: DemoNeeds): ReadonlyMap<string, Application> =>
  new Map(
    [...applications].filter(([id, { redirectUris }]) => redirectUris.includes(returnUrl(id, publicUrl))),
  );
