import type { OrganizationId, SignInFacts, UserId } from '../policies/facts.ts';
import { endGrantsById } from './grants.ts';
import type { Connection } from './open.ts';

/** Ends what these people were given for one organization under facts such as these, with the codes and tokens that it carries. */
export async function endGrantsGiven(
  transaction: Connection,
  organizationId: OrganizationId,
  userIds: readonly UserId[] | 'all',
  isSuch: (facts: SignInFacts) => boolean,
): Promise<void> {
  const grants = await grantsOf(transaction, organizationId, userIds).select('id', 'facts');
  await endGrantsById(
    transaction,
    grants.filter(({ facts }) => isSuch(JSON.parse(facts))).map(({ id }) => id),
  );
}

/** Whether anything is given to these people, for one organization. */
export const hasGrants = async (
  connection: Connection,
  organizationId: OrganizationId,
  userIds: readonly UserId[] | 'all',
): Promise<boolean> => (await grantsOf(connection, organizationId, userIds).first('id')) !== undefined;

function grantsOf(
  connection: Connection,
  organizationId: OrganizationId,
  userIds: readonly UserId[] | 'all',
) {
  const members = connection('memberships').where({ organization_id: organizationId });
  if (userIds !== 'all') members.whereIn('user_id', [...userIds]);
  return connection('oidc_records')
    .where({ model: 'Grant', organization_id: organizationId })
    .whereIn('account_id', members.select('user_id'))
    .whereNotNull('facts');
}

/** What was approved and has let nobody in yet does not, where these people are withdrawn. */
export async function cancelUnusedApprovals(
  transaction: Connection,
  organizationId: OrganizationId,
  isSuch: (approval: { readonly userId: UserId; readonly network: string | null }) => boolean,
): Promise<void> {
  const unused = await transaction('approval_requests')
    .where({ organization_id: organizationId, status: 'approved' })
    .whereNull('used_at')
    .select('id', 'user_id', 'network');
  const such = unused.filter(({ user_id: userId, network }) => isSuch({ userId, network }));
  if (such.length === 0) return;
  await transaction('approval_requests')
    .whereIn(
      'id',
      such.map(({ id }) => id),
    )
    .where({ status: 'approved' })
    .whereNull('used_at')
    .update({ status: 'cancelled' });
}
