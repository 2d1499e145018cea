import type { Knex } from 'knex';

/** A rule that ended comes back only as long as nobody has withdrawn the approval that it is of. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    'create index approval_requests_of_rule on approval_requests (rule_id) where rule_id is not null',
  );
}
