import type { Knex } from 'knex';

/** What is decided about few people reads their rules, and those of nobody in particular, whatever the others have. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    'create index rules_living_of_person on rules (organization_id, user_id) where ended_at is null',
  );
  // Of all organizations, what ended by itself long ago.
  await knex.raw(
    'create index rules_expiring on rules (valid_until, id) where ended_at is null and valid_until is not null',
  );
}
