import type { OrganizationId, UserId } from '../policies/facts.ts';
import type { Rule } from '../policies/rules.ts';
import { type Connection, isSqlite, rowsOf } from './open.ts';
import { ruleOf } from './rules.ts';

const living = 'select * from rules where organization_id = ? and ended_at is null';
/** Two searches of one index: an « or » would read every rule of the organization. A list is one value, however long. */
const textOf = (list: string) => `${living} and user_id is null union all ${living} and user_id in (${list})`;
const onSqlite = textOf('select value from json_each(?)');
const onPostgres = textOf('select json_array_elements_text(cast(? as json))');

/** Named by a rule, the word for what is not known may be anybody: such a refusal asks. */
const nobodyKnown = 'unknown';

/** The living rules that may decide about these people: a rule that names somebody else never does. */
export async function readRulesAbout(
  connection: Connection,
  organizationId: OrganizationId,
  people: readonly UserId[],
): Promise<readonly Rule[]> {
  const named = JSON.stringify([...new Set<string>([...people, nobodyKnown])]);
  const rows = await rowsOf(connection, isSqlite(connection) ? onSqlite : onPostgres, [
    organizationId,
    organizationId,
    named,
  ]);
  return rows.map(ruleOf);
}

const day = 24 * 60 * 60_000;
/** A rehearsal replays a month under the rules that held then; a day more, so that none of them leaves under it. */
const readAfterItsEnd = 31 * day;

/**
 * Writes down as ended, at its own instant, one batch of what ended by itself too long ago to be read again; says how many.
 * They decide nothing any more: the policy version stays.
 */
export async function endExpiredRules(connection: Connection, at: number, batch: number): Promise<number> {
  const expired = connection('rules')
    .whereNull('ended_at')
    .whereNotNull('valid_until')
    .where('valid_until', '<', at - readAfterItsEnd)
    // A refusal that somebody wrote by hand with an end that is no instant holds for ever: see `ruleOf`.
    .where('valid_until', '>=', 0)
    .whereRaw('cast(valid_until as bigint) = valid_until')
    .orderBy(['valid_until', 'id'])
    .limit(batch)
    .select('id');
  return connection('rules')
    .whereIn('id', expired)
    .whereNull('ended_at')
    .update({ ended_at: connection.ref('valid_until') });
}
