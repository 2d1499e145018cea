import type { OrganizationId, RuleId, UserId } from '../policies/facts.ts';
import type { Condition, Conditions, Rule } from '../policies/rules.ts';
import { newId } from './ids.ts';
import type { Connection, Row } from './open.ts';

/** Where each condition is kept. */
const columns = {
  userId: 'user_id',
  role: 'role',
  applicationId: 'application_id',
  deviceId: 'device_id',
  browserId: 'browser_id',
  deviceKind: 'device_kind',
  browserFamily: 'browser_family',
  placeId: 'place_id',
  network: 'network',
  region: 'region',
  country: 'country',
  schedule: 'schedule',
} as const satisfies Record<Condition, string>;

// Its keys are the names of the conditions, all of them.
const named = Object.entries(columns) as readonly (readonly [Condition, string])[];

/** Every rule of an organization that has not ended; expired ones are left to the decision, which knows the time. */
export async function readRules(
  connection: Connection,
  organizationId: OrganizationId,
): Promise<readonly Rule[]> {
  const rows = await connection('rules').where({ organization_id: organizationId }).whereNull('ended_at');
  return rows.map(ruleOf);
}

/**
 * The strictest reading of a row. An effect that is no word of ours refuses. A refusal with an instant that is none
 * has always held and always will; such an authorization never does. Conditions are handed over as they stand:
 * a range, a schedule, a kind or a family that nobody can read is unknown to the decision, so that
 * an authorization that says it never opens, and a refusal that says it asks whomever else it may concern.
 */
export function ruleOf(row: Row): Rule {
  const effect = row.effect === 'allow' ? 'allow' : 'deny';
  const instant = (value: unknown, never: number): Rule['validFrom'] => {
    if (value === null) return 'always';
    if (Number.isSafeInteger(value)) return Number(value);
    return effect === 'deny' ? 'always' : never;
  };
  return {
    id: row.id,
    effect,
    conditions: conditionsOf(row),
    validFrom: instant(row.valid_from, Number.POSITIVE_INFINITY),
    validUntil: instant(row.valid_until, Number.NEGATIVE_INFINITY),
  };
}

const conditionsOf = (row: Row): Conditions =>
  Object.fromEntries(
    named.flatMap(([condition, column]) => (row[column] === null ? [] : [[condition, row[column]]])),
  );

/** `arrow`: somebody moved connections from one list to the other. */
export type RuleOrigin = 'approval' | 'refusal' | 'first-closing' | 'arrow' | 'console';

export interface NewRule extends Omit<Rule, 'id'> {
  readonly organizationId: OrganizationId;
  readonly origin: RuleOrigin;
  readonly createdBy: UserId | null;
  readonly at: number;
}

/** Adds a rule and raises the organization's policy version: to be called in a transaction. */
export async function addRule(transaction: Connection, rule: NewRule): Promise<RuleId> {
  const id = newId<RuleId>();
  await transaction('rules').insert(rowOf(id, rule, rule));
  await raisePolicyVersion(transaction, rule.organizationId);
  return id;
}

/** SQLite takes a limited number of values in one statement. */
const atOnce = 50;

/** Many at once, under one new policy version: to be called in a transaction. */
export async function addRules(
  transaction: Connection,
  common: Pick<NewRule, 'organizationId' | 'origin' | 'createdBy' | 'at'>,
  rules: readonly Omit<Rule, 'id'>[],
): Promise<readonly RuleId[]> {
  if (rules.length === 0) return [];
  const rows = rules.map((rule) => rowOf(newId<RuleId>(), rule, common));
  await transaction.batchInsert('rules', rows, atOnce);
  await raisePolicyVersion(transaction, common.organizationId);
  return rows.map(({ id }) => id);
}

const rowOf = (
  id: RuleId,
  rule: Omit<Rule, 'id'>,
  common: Pick<NewRule, 'organizationId' | 'origin' | 'createdBy' | 'at'>,
) => ({
  id,
  organization_id: common.organizationId,
  effect: rule.effect,
  ...columnsOf(rule.conditions),
  valid_from: rule.validFrom === 'always' ? null : rule.validFrom,
  valid_until: rule.validUntil === 'always' ? null : rule.validUntil,
  origin: common.origin,
  created_by: common.createdBy,
  created_at: common.at,
});

/** Those without a condition are null, whatever the database has for default. */
const columnsOf = (conditions: Conditions) =>
  Object.fromEntries(named.map(([condition, column]) => [column, conditions[condition] ?? null]));

/** False when the organization has no such rule, or it ended before. */
export async function endRule(
  transaction: Connection,
  rule: { readonly id: RuleId; readonly organizationId: OrganizationId; readonly at: number },
): Promise<boolean> {
  const ended = await transaction('rules')
    .where({ id: rule.id, organization_id: rule.organizationId })
    .whereNull('ended_at')
    .update({ ended_at: rule.at });
  await raisePolicyVersion(transaction, rule.organizationId);
  return ended === 1;
}

export async function raisePolicyVersion(
  transaction: Connection,
  organizationId: OrganizationId,
): Promise<void> {
  await transaction('organizations').where({ id: organizationId }).increment('policy_version', 1);
}

/** Whether all that these conditions name is the organization's: what is another's is as good as nothing. */
export async function ownsAll(
  connection: Connection,
  organizationId: OrganizationId,
  { userId, browserId, deviceId, placeId }: Conditions,
): Promise<boolean> {
  const owns = async (table: string, named: Readonly<Record<string, string | null | undefined>>) =>
    Object.values(named).includes(undefined) ||
    (await connection(table)
      .where({ organization_id: organizationId, ...named })
      .first('organization_id')) !== undefined;
  return (
    (await owns('memberships', { user_id: userId })) &&
    (await owns('connections', { browser_id: browserId })) &&
    (await owns('devices', { id: deviceId, joined_into: null })) &&
    (await owns('places', { id: placeId, removed_at: null }))
  );
}

/** When a rule ends by itself, in milliseconds UTC; undefined for one that holds until further notice. */
export async function readRuleEnd(connection: Connection, id: RuleId): Promise<number | undefined> {
  const row = await connection('rules').where({ id }).first('valid_until');
  return row?.valid_until ?? undefined;
}
