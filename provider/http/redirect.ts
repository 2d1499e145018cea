import type { Context } from 'koa';

/** After a form: see other (RFC 9110, section 15.4.4). Back then leads to a page, never to a form sent again. */
export function seeOther(ctx: Context, address: string): void {
  ctx.status = 303;
  ctx.redirect(address);
}
