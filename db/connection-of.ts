import type { BrowserId, OrganizationId, UserId } from '../policies/facts.ts';
import type { Connection } from './open.ts';

/** The connection of one person with one browser in an organization. */
export async function findConnectionOf(
  connection: Connection,
  of: { readonly organizationId: OrganizationId; readonly userId: UserId; readonly browserId: BrowserId },
): Promise<string | undefined> {
  const row = await connection('connections')
    .where({ user_id: of.userId, browser_id: of.browserId, organization_id: of.organizationId })
    .first('id');
  return row?.id;
}
