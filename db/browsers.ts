import type { BrowserId } from '../policies/facts.ts';
import { newId } from './ids.ts';
import { type Connection, rowsOf } from './open.ts';

/** Whether some organization marked the device of browser `b` as shared: its sessions are short. */
export const isSharedText =
  'exists (select 1 from device_browsers f join devices g on g.id = f.device_id where f.browser_id = b.id and g.shared)';

export interface KnownBrowser {
  readonly id: BrowserId;
  readonly shared: boolean;
}

export async function findBrowser(
  connection: Connection,
  tokenHash: string,
): Promise<KnownBrowser | undefined> {
  const text = `select b.id, ${isSharedText} as shared from browsers b where b.token_hash = ?`;
  const [row] = await rowsOf(connection, text, [tokenHash]);
  return row && { id: row.id, shared: Boolean(row.shared) };
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
