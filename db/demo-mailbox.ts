import { newId } from './ids.ts';
import type { Connection, Database, Row } from './open.ts';

/** A mail that the demonstration shows instead of, or besides, sending it. */
export interface DemoMessage {
  readonly toAddress: string;
  readonly toName: string;
  readonly sender: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  readonly at: number;
}
export interface KeptMessage extends DemoMessage {
  readonly id: string;
}
export type MessageLine = Omit<KeptMessage, 'html' | 'text'>;

const table = 'demo_messages';

/** Whether the demonstration, whose passwords everyone knows, ever ran here. */
export const wasDemonstration = (database: Database): Promise<boolean> => database.schema.hasTable(table);

/** The mailbox belongs to the demonstration's database only, so no migration makes it. Processes may start together. */
export async function makeMailbox(database: Database): Promise<void> {
  if (await database.schema.hasTable(table)) return;
  try {
    await database.schema.createTable(table, (columns) => {
      columns.text('id').primary();
      columns.text('to_address').notNullable();
      columns.text('to_name').notNullable();
      columns.text('sender').notNullable();
      columns.text('subject').notNullable();
      columns.text('html').notNullable();
      columns.text('text').notNullable();
      columns.text('message_id').notNullable().unique();
      columns.bigInteger('at').notNullable();
      columns.index(['at', 'id']);
      columns.index(['to_address', 'at', 'id']);
    });
  } catch (error) {
    if (!(await database.schema.hasTable(table))) throw error;
  }
}

/** Delivered again, a message takes the place of the one that was there. */
export async function keepMessage(connection: Connection, message: DemoMessage): Promise<void> {
  await connection(table)
    .insert({
      id: newId(),
      to_address: message.toAddress,
      to_name: message.toName,
      sender: message.sender,
      subject: message.subject,
      html: message.html,
      text: message.text,
      message_id: message.messageId,
      at: message.at,
    })
    .onConflict('message_id')
    .merge(['to_address', 'to_name', 'sender', 'subject', 'html', 'text', 'at']);
}

export async function countMessages(connection: Connection): Promise<number> {
  const row = await connection(table).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

/** The newest first. */
export async function readMessages(connection: Connection, most: number): Promise<readonly MessageLine[]> {
  const rows = await connection(table)
    .select('id', 'to_address', 'to_name', 'sender', 'subject', 'message_id', 'at')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most);
  return rows.map(line);
}

export async function findNewestTo(connection: Connection, address: string): Promise<string | undefined> {
  const row = await connection(table)
    .select('id')
    .where({ to_address: address })
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .first();
  return row?.id;
}

export async function findMessage(connection: Connection, id: string): Promise<KeptMessage | undefined> {
  const row = await connection(table).where({ id }).first();
  return row && { ...line(row), html: row.html, text: row.text };
}

const line = (row: Row): MessageLine => ({
  id: row.id,
  toAddress: row.to_address,
  toName: row.to_name,
  sender: row.sender,
  subject: row.subject,
  messageId: row.message_id,
  at: row.at,
});
