import Router from '@koa/router';
import type { Context } from 'koa';
import { helpPage, privacyPage } from '../../views/index.ts';
import type { Frame } from '../../views/model.ts';

/** Pages that only have something to read; the front door leads to the demonstration, or to the console. */
export function readingRoutes(frame: (ctx: Context) => Frame, demo: boolean): Router {
  return new Router()
    .get('/', (ctx) => ctx.redirect(demo ? '/demo' : '/reglages'))
    .get('/aide', (ctx) => {
      ctx.body = helpPage({ frame: frame(ctx) });
    })
    .get('/confidentialite', (ctx) => {
      ctx.body = privacyPage({ frame: frame(ctx) });
    });
}
