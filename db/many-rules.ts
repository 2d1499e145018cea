import type { OrganizationId, RuleId, UserId } from '../policies/facts.ts';
import type { Connection } from './open.ts';
import { raisePolicyVersion } from './rules.ts';

interface RulesOf {
  readonly organizationId: OrganizationId;
  readonly ids: readonly RuleId[];
}

/** Ends many at once, under one new policy version; says how many had not ended before. */
export async function endRules(
  transaction: Connection,
  { organizationId, ids, at }: RulesOf & { readonly at: number },
): Promise<number> {
  let ended = 0;
  for (const some of chunksOf(ids))
    ended += await transaction('rules')
      .where({ organization_id: organizationId })
      .whereIn('id', some)
      .whereNull('ended_at')
      .update({ ended_at: at });
  if (ids.length > 0) await raisePolicyVersion(transaction, organizationId);
  return ended;
}

/**
 * What a rule must still have to hold again: all that it names, and an approval, if it is of one, that nobody withdrew.
 * One row is looked up for each: of what need only exist, a database may make a list of all there is.
 */
const restorable = `
  not exists (select 1 from approval_requests a where a.rule_id = rules.id and a.withdrawn_at is not null)
  and (user_id is null or (
    select m.user_id from memberships m
    where m.organization_id = rules.organization_id and m.user_id = rules.user_id limit 1) is not null)
  and (browser_id is null or (
    select c.browser_id from connections c
    where c.organization_id = rules.organization_id and c.browser_id = rules.browser_id limit 1) is not null)
  and (device_id is null or (
    select d.id from devices d
    where d.id = rules.device_id and d.organization_id = rules.organization_id and d.joined_into is null) is not null)
  and (place_id is null or (
    select p.id from places p
    where p.id = rules.place_id and p.organization_id = rules.organization_id and p.removed_at is null) is not null)`;

/** What ended at that very instant holds again, exactly as it was, as far as it still can; says how many do. */
export async function restoreRules(
  transaction: Connection,
  { organizationId, ids, endedAt }: RulesOf & { readonly endedAt: number },
): Promise<number> {
  let restored = 0;
  for (const some of chunksOf(ids))
    restored += await transaction('rules')
      .where({ organization_id: organizationId, ended_at: endedAt })
      .whereIn('id', some)
      .whereRaw(restorable)
      .update({ ended_at: null });
  if (ids.length > 0) await raisePolicyVersion(transaction, organizationId);
  return restored;
}

/** Another rule has taken the place of the one that an answer wrote. */
export async function moveRequestsOfRule(
  transaction: Connection,
  organizationId: OrganizationId,
  from: RuleId,
  to: RuleId,
): Promise<void> {
  await transaction('approval_requests')
    .where({ organization_id: organizationId, rule_id: from })
    .update({ rule_id: to });
}

/** Whom these rules are about: named people, or `all`, when one of them may be about anybody. */
export async function readWhom(
  connection: Connection,
  { organizationId, ids }: RulesOf,
): Promise<readonly UserId[] | 'all'> {
  if (ids.length > idsAtOnce) return 'all';
  const rows = await connection('rules')
    .where({ organization_id: organizationId })
    .whereIn('id', [...ids])
    .distinct('user_id');
  const userIds: readonly (UserId | null)[] = rows.map((row) => row.user_id);
  const named = userIds.filter((userId) => userId !== null);
  return named.length < userIds.length ? 'all' : named;
}

const idsAtOnce = 500;

const chunksOf = (ids: readonly RuleId[]): readonly RuleId[][] =>
  Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, index) =>
    ids.slice(index * idsAtOnce, (index + 1) * idsAtOnce),
  );
