import type { RuleId } from '../policies/facts.ts';
import type { Connection } from './open.ts';

/** When a rule ends by itself, in milliseconds UTC; undefined for one that holds until further notice. */
export async function readRuleEnd(connection: Connection, id: RuleId): Promise<number | undefined> {
  const row = await connection('rules').where({ id }).first('valid_until');
  return row?.valid_until ?? undefined;
}
