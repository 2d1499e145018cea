import type { Knex } from 'knex';

/** However many rules an organization has, a page of them is read by key. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    'create index rules_living on rules (organization_id, created_at, id, valid_until) where ended_at is null',
  );
  await knex.raw(
    'create index rules_living_by_effect on rules (organization_id, effect, created_at, id, valid_until) where ended_at is null',
  );
  await knex.raw(
    'create index rules_ending on rules (organization_id, valid_until, id) where ended_at is null and valid_until is not null',
  );
  await knex.raw(
    'create index rules_ended on rules (organization_id, ended_at, id) where ended_at is not null',
  );
  await knex.raw('create index rules_of_place on rules (place_id) where place_id is not null');
}
