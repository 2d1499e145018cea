import type { ApprovalRequestId, BrowserId, OrganizationId } from '../policies/facts.ts';
import { type Connection, rowsOf } from './open.ts';

/** The key that browser `b` proves itself by in organization `o`, where `k` is what an approval there has adopted. */
export const proofKeyText = 'coalesce(k.proof_key, b.proof_key)';
export const adoptedKeysText = 'left join browser_keys k on k.browser_id = b.id and k.organization_id = o.id';

export interface AdoptedKey {
  readonly organizationId: OrganizationId;
  readonly browserId: BrowserId;
  readonly key: string;
  readonly requestId: ApprovalRequestId;
  readonly at: number;
}

const adoptText = `
  insert into browser_keys (organization_id, browser_id, proof_key, replaced_key, approval_request_id, adopted_at)
  select ?, b.id, ?, null, ?, cast(? as bigint) from browsers b
  where b.id = ? and not exists (select 1 from browsers x where x.proof_key = ? and x.id <> b.id)
    and not exists (select 1 from browser_keys x where x.proof_key = ? and x.browser_id <> b.id)
  on conflict (browser_id, organization_id) do update set replaced_key = browser_keys.proof_key,
    proof_key = excluded.proof_key, approval_request_id = excluded.approval_request_id, adopted_at = excluded.adopted_at`;

/** The key that was shown becomes the browser's in this organization, unless it is another browser's. In the approval's transaction. */
export async function adoptKey(transaction: Connection, adopted: AdoptedKey): Promise<void> {
  const { organizationId, browserId, key, requestId, at } = adopted;
  await rowsOf(transaction, adoptText, [organizationId, key, requestId, at, browserId, key, key]);
}

/** An approval that is taken back takes its key with it: the browser has the one that it had before. */
export async function giveUpKey(transaction: Connection, requestId: ApprovalRequestId): Promise<void> {
  const ofRequest = { approval_request_id: requestId };
  await transaction('browser_keys').where(ofRequest).whereNull('replaced_key').delete();
  await transaction('browser_keys')
    .where(ofRequest)
    .update({ proof_key: transaction.ref('replaced_key'), replaced_key: null });
}
