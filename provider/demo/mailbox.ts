import type { Context } from 'koa';
import {
  countMessages,
  findMessage,
  findNewestTo,
  type KeptMessage,
  keepMessage,
  readMessages,
} from '../../db/demo-mailbox.ts';
import type { Database } from '../../db/open.ts';
import { mailboxMessagePage, mailboxPage } from '../../views/index.ts';
import type { Frame, Moment } from '../../views/model.ts';
import { notFound } from '../http/problems.ts';
import type { SentMail } from '../notifications/index.ts';
import { timeZone } from './data.ts';

export interface MailboxNeeds {
  readonly database: Database;
  readonly now: () => number;
  readonly frame: (ctx: Context) => Frame;
}

export const mailboxHref = '/demo/courrier';
const most = 100;

export const countMail = ({ database }: MailboxNeeds): Promise<number> => countMessages(database);

export async function newestMailTo({ database }: MailboxNeeds, address: string): Promise<string | 'none'> {
  const id = await findNewestTo(database, address);
  return id === undefined ? 'none' : `${mailboxHref}/${id}`;
}

export function keepMail({ database, now }: MailboxNeeds, { to, from, ...mail }: SentMail): Promise<void> {
  return keepMessage(database, {
    toAddress: to.address,
    toName: to.name,
    sender: `${from.name} <${from.address}>`,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: mail.messageId,
    at: now(),
  });
}

export async function showMailbox(ctx: Context, needs: MailboxNeeds): Promise<void> {
  const messages = await readMessages(needs.database, most);
  ctx.body = mailboxPage({
    frame: needs.frame(ctx),
    messages: messages.map(({ id, toName, toAddress, subject, at }) => ({
      href: `${mailboxHref}/${id}`,
      to: toName || toAddress,
      subject,
      sentAt: sentAt(at, needs),
    })),
  });
}

export async function showMessage(ctx: Context, needs: MailboxNeeds): Promise<void> {
  const message = await messageOf(ctx, needs);
  const { id, toName, toAddress, sender, subject, text, at } = message;
  ctx.body = mailboxMessagePage({
    frame: needs.frame(ctx),
    to: `${toName} <${toAddress}>`,
    from: sender,
    subject,
    sentAt: sentAt(at, needs),
    text,
    htmlHref: `${mailboxHref}/${id}/html`,
    mailboxHref,
  });
}

const sandbox = [
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
].join('; ');

/** A mail runs nothing and reaches nothing; like in a mail program, its links open in a page of their own. */
export async function showHtml(ctx: Context, needs: MailboxNeeds): Promise<void> {
  const { html } = await messageOf(ctx, needs);
  ctx.set('Content-Security-Policy', sandbox);
  ctx.type = 'html';
  ctx.body = html.replace(/<head(\s[^>]*)?>/i, '$&<base target="_blank">');
}

async function messageOf(ctx: Context, { database }: MailboxNeeds): Promise<KeptMessage> {
  const message = await findMessage(database, String(ctx.params.id));
  if (!message) throw notFound();
  return message;
}

const sentAt = (at: number, { now }: MailboxNeeds): Moment => ({ at, now: now(), timeZone });
