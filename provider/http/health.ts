import Router from '@koa/router';
import type { Database } from '../../db/open.ts';

const patienceMilliseconds = 1900;

/** Kinds only, each the word of a fault in the log: a stranger learns neither paths nor addresses. */
export type Warnings = () => readonly string[];

/** `/healthz`: the process lives. `/readyz`: it can serve. */
export function healthRoutes(database: Database, warnings: Warnings): Router {
  return new Router()
    .get('/healthz', (ctx) => {
      ctx.body = { status: 'ok' };
    })
    .get('/readyz', async (ctx) => {
      const ready = await Promise.race([
        database.raw('select 1').then(
          () => true,
          () => false,
        ),
        new Promise<false>((resolve) => setTimeout(resolve, patienceMilliseconds, false).unref()),
      ]);
      ctx.status = ready ? 200 : 503;
      if (!ready) ctx.set('Retry-After', '5');
      ctx.body = { status: ready ? 'ready' : 'no database', warnings: warnings() };
    });
}
