import type { BrowserId } from '../policies/facts.ts';
import { newId } from './ids.ts';
import type { Connection } from './open.ts';

export async function findBrowser(connection: Connection, tokenHash: string): Promise<BrowserId | undefined> {
  const row = await connection('browsers').select('id').where({ token_hash: tokenHash }).first();
  return row?.id;
}

export async function addBrowser(
  connection: Connection,
  browser: { readonly tokenHash: string; readonly userAgent: string; readonly at: number },
): Promise<BrowserId> {
  const id = newId<BrowserId>();
  await connection('browsers').insert({
    id,
    token_hash: browser.tokenHash,
    user_agent: browser.userAgent,
    created_at: browser.at,
  });
  return id;
}
