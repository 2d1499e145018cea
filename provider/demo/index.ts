import Router from '@koa/router';
import type { Context } from 'koa';
import type { Database } from '../../db/open.ts';
import { demoPage } from '../../views/index.ts';
import type { Frame } from '../../views/model.ts';
import type { SentMail } from '../notifications/index.ts';
import type { Application } from '../oidc/index.ts';
import type { Passwords } from '../sign-in/index.ts';
import { demoPassword } from './data.ts';
import { seedDemo } from './seed.ts';

export interface DemoNeeds {
  readonly database: Database;
  readonly passwords: Passwords;
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
export async function startDemo(needs: DemoNeeds): Promise<Demo> {
  await seedDemo(needs);
  const routes = new Router({ prefix: '/demo' }).get('/', (ctx) => {
    ctx.body = demoPage({
      frame: needs.frame(ctx),
      password: demoPassword,
      people: [],
      applications: [],
      mailboxHref: '/demo/courrier',
      mailCount: 0,
    });
  });
  return { routes, keepMail: async () => {} };
}
