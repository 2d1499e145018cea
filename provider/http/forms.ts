import { bodyParser } from '@koa/bodyparser';
import type { Context, Middleware } from 'koa';
import { badRequest } from './problems.ts';
import { requireSameOrigin } from './security.ts';

export type Fields = Readonly<Record<string, string>>;

const parse = bodyParser({
  enableTypes: ['form'],
  encoding: 'utf-8',
  formLimit: '16kb',
  onError: (error, ctx) => {
    if ('status' in error && error.status === 413) throw error;
    ctx.throw(400, error);
  },
});

/** Reads a posted form of ours: from our own origin, small, each field once. */
export const form = (publicOrigin: string): Middleware => {
  return async (ctx, next) => {
    requireSameOrigin(ctx, publicOrigin);
    if (!ctx.is('urlencoded')) throw badRequest('a form was expected');
    await parse(ctx, async () => {});
    ctx.state.fields = fieldsOf(ctx);
    await next();
  };
};

function fieldsOf(ctx: Context): Fields {
  const body: unknown = ctx.request.body;
  if (typeof body !== 'object' || body === null) return {};
  const fields = Object.entries(body);
  if (fields.some(([, value]) => typeof value !== 'string')) throw badRequest('a field was sent twice');
  if (fields.some(([, value]) => String(value).includes('\0')))
    throw badRequest('a field holds a character that no text has');
  return Object.fromEntries(fields);
}

export const fields = (ctx: Context): Fields => ctx.state.fields ?? {};
