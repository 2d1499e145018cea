import type { BrowserId, OrganizationId, UserId } from '../policies/facts.ts';
import type { Connection } from './open.ts';

/** One person with one browser. */
export interface Pair {
  readonly userId: UserId;
  readonly browserId: BrowserId;
}

/** Which of these have an authorization of their own that holds now, in one statement. */
export async function readAuthorizedPairs(
  connection: Connection,
  organizationId: OrganizationId,
  pairs: readonly Pair[],
  at: number,
): Promise<(pair: Pair) => boolean> {
  const rows = await connection('rules')
    .where({ organization_id: organizationId, effect: 'allow' })
    .whereIn(
      'user_id',
      pairs.map(({ userId }) => userId),
    )
    .whereIn(
      'browser_id',
      pairs.map(({ browserId }) => browserId),
    )
    .whereNull('ended_at')
    .where((valid) => valid.whereNull('valid_until').orWhere('valid_until', '>', at))
    .where((valid) => valid.whereNull('valid_from').orWhere('valid_from', '<=', at))
    .select('user_id', 'browser_id');
  const found = new Set(rows.map((row) => `${row.user_id} ${row.browser_id}`));
  return ({ userId, browserId }) => found.has(`${userId} ${browserId}`);
}
