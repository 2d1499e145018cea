import type { OrganizationId, RuleId, UserId } from '../policies/facts.ts';
import type { Rule } from '../policies/rules.ts';
import { newId } from './ids.ts';
import type { Connection } from './open.ts';

/** Every rule of an organization that has not ended; expired ones are left to the decision, which knows the time. */
export async function readRules(
  connection: Connection,
  organizationId: OrganizationId,
): Promise<readonly Rule[]> {
  const rows = await connection('rules').where({ organization_id: organizationId }).whereNull('ended_at');
  return rows.map((row) => ({
    id: row.id,
    effect: row.effect,
    conditions: {
      ...(row.user_id !== null && { userId: row.user_id }),
      ...(row.browser_id !== null && { browserId: row.browser_id }),
      ...(row.network !== null && { network: row.network }),
    },
    validFrom: row.valid_from ?? 'always',
    validUntil: row.valid_until ?? 'always',
  }));
}

export type RuleOrigin = 'approval' | 'refusal' | 'first-closing' | 'console';

export interface NewRule extends Omit<Rule, 'id'> {
  readonly organizationId: OrganizationId;
  readonly origin: RuleOrigin;
  readonly createdBy: UserId | null;
  readonly at: number;
}

/** Adds a rule and raises the organization's policy version: to be called in a transaction. */
export async function addRule(transaction: Connection, rule: NewRule): Promise<RuleId> {
  const id = newId<RuleId>();
  await transaction('rules').insert({
    id,
    organization_id: rule.organizationId,
    effect: rule.effect,
    user_id: rule.conditions.userId ?? null,
    browser_id: rule.conditions.browserId ?? null,
    network: rule.conditions.network ?? null,
    valid_from: rule.validFrom === 'always' ? null : rule.validFrom,
    valid_until: rule.validUntil === 'always' ? null : rule.validUntil,
    origin: rule.origin,
    created_by: rule.createdBy,
    created_at: rule.at,
  });
  await raisePolicyVersion(transaction, rule.organizationId);
  return id;
}

export async function endRule(
  transaction: Connection,
  rule: { readonly id: RuleId; readonly organizationId: OrganizationId; readonly at: number },
): Promise<void> {
  await transaction('rules')
    .where({ id: rule.id, organization_id: rule.organizationId })
    .whereNull('ended_at')
    .update({ ended_at: rule.at });
  await raisePolicyVersion(transaction, rule.organizationId);
}

export async function raisePolicyVersion(
  transaction: Connection,
  organizationId: OrganizationId,
): Promise<void> {
  await transaction('organizations').where({ id: organizationId }).increment('policy_version', 1);
}
