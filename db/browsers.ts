import type { BrowserId } from '../policies/facts.ts';
import type { Family, MachineKind, Recognition, System } from '../policies/recognition.ts';
import { newId } from './ids.ts';
import { type Connection, type Row, rowsOf } from './open.ts';

/** Whether some organization marked the device of browser `b` as shared: its sessions are short. */
export const isSharedText =
  'exists (select 1 from device_browsers f join devices g on g.id = f.device_id where f.browser_id = b.id and g.shared)';

/** What a browser was recognised as, when it was last seen with a password. */
export interface BrowserLabels {
  readonly kind: MachineKind | 'unknown';
  readonly family: Family | 'unknown';
  readonly system: System | 'unknown';
  readonly model: string | 'unknown';
}

export interface KnownBrowser {
  readonly id: BrowserId;
  readonly shared: boolean;
  readonly userAgent: string;
  readonly labels: BrowserLabels;
  /** What its sign-in page told; a request says nothing of it. */
  readonly touchPoints: number | 'unknown';
  /** The public key that it was named with: 65 bytes (SEC 1, uncompressed), base64url. */
  readonly proofKey: string | 'none';
}

const findText = (where: string) => `select b.*, ${isSharedText} as shared from browsers b where ${where}`;
const findByToken = findText('b.token_hash = ?');
const findByKey = findText(
  'b.id in (select id from browsers where proof_key = ? union select browser_id from browser_keys where proof_key = ?)',
);

export const findBrowser = (connection: Connection, tokenHash: string): Promise<KnownBrowser | undefined> =>
  find(connection, findByToken, [tokenHash]);

/** The browser that made this key, or that some approval gave it to; no two have the same. */
export const findBrowserOfKey = (connection: Connection, key: string): Promise<KnownBrowser | undefined> =>
  find(connection, findByKey, [key, key]);

async function find(
  connection: Connection,
  text: string,
  bindings: readonly string[],
): Promise<KnownBrowser | undefined> {
  const [row] = await rowsOf(connection, text, bindings);
  return row && browser(row);
}

const browser = (row: Row): KnownBrowser => ({
  id: row.id,
  shared: Boolean(row.shared),
  userAgent: row.user_agent,
  labels: labelsOf(row),
  touchPoints: row.touch_points ?? 'unknown',
  proofKey: row.proof_key ?? 'none',
});

/** Of any row that has the columns of a browser. */
export const labelsOf = (row: Row): BrowserLabels => ({
  kind: row.kind,
  family: row.family,
  system: row.system,
  model: row.model,
});

/** What one sign-in page has shown of a browser. */
export interface SeenBrowser {
  readonly userAgent: string;
  readonly recognition: Recognition;
  readonly touchPoints: number | 'unknown';
}

/** Undefined when another page of the same browser brought its key first. */
export async function addBrowser(
  connection: Connection,
  seen: SeenBrowser & { readonly tokenHash: string; readonly proofKey: string | 'none'; readonly at: number },
): Promise<BrowserId | undefined> {
  const id = newId<BrowserId>();
  const rows = await connection('browsers')
    .insert({
      id,
      token_hash: seen.tokenHash,
      proof_key: seen.proofKey === 'none' ? null : seen.proofKey,
      ...columnsOf(seen),
      created_at: seen.at,
    })
    .onConflict()
    .ignore()
    .returning('id');
  return rows[0]?.id;
}

/** Browsers are updated, and tell more of themselves once scripts run: they stay the same browser. */
export async function refreshBrowser(
  connection: Connection,
  id: BrowserId,
  seen: SeenBrowser & { readonly tokenHash?: string },
): Promise<void> {
  await connection('browsers')
    .where({ id })
    .update({ ...columnsOf(seen), ...(seen.tokenHash !== undefined && { token_hash: seen.tokenHash }) });
}

const columnsOf = ({ userAgent, recognition, touchPoints }: SeenBrowser) => ({
  user_agent: userAgent,
  kind: recognition.kind,
  family: recognition.family,
  system: recognition.system,
  model: recognition.model,
  touch_points: touchPoints === 'unknown' ? null : touchPoints,
});
