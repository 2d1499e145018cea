import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('organizations', (table) => {
    table.text('id').primary();
    table.text('alias').notNullable().unique();
    table.text('name').notNullable();
    table.text('time_zone').notNullable();
    table.boolean('locked').notNullable().defaultTo(false);
    table.bigInteger('first_locked_at');
    table.bigInteger('relock_at');
    table.integer('policy_version').notNullable().defaultTo(1);
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.createTable('sites', (table) => {
    table.text('id').primary();
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE').index();
    table.text('name').notNullable();
    table.text('on_call_phone');
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.createTable('users', (table) => {
    table.text('id').primary();
    table.text('email').notNullable().unique();
    table.text('given_name').notNullable();
    table.text('family_name').notNullable();
    table.text('cell');
    table.text('password_hash');
    table.bigInteger('password_changed_at');
    table.text('language').notNullable().defaultTo('fr');
    table.bigInteger('disabled_at');
    // Sessions whose password is older than this are over.
    table.bigInteger('sessions_revoked_at');
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.createTable('proven_addresses', (table) => {
    table.text('email').notNullable();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE').index();
    table.bigInteger('proven_at').notNullable();
    table.primary(['email']);
  });
  await knex.schema.createTable('memberships', (table) => {
    table.text('id').primary();
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE').index();
    table.text('access').notNullable().defaultTo('by_rules');
    table.text('job_title');
    table.bigInteger('ends_at');
    table.bigInteger('created_at').notNullable();
    table.unique(['organization_id', 'user_id']);
  });
  await knex.schema.createTable('membership_roles', (table) => {
    table.text('membership_id').notNullable().references('memberships.id').onDelete('CASCADE');
    table.text('role').notNullable();
    table.primary(['membership_id', 'role']);
  });
  await knex.schema.createTable('membership_sites', (table) => {
    table.text('membership_id').notNullable().references('memberships.id').onDelete('CASCADE');
    table.text('site_id').notNullable().references('sites.id').onDelete('CASCADE').index();
    table.primary(['membership_id', 'site_id']);
  });
  await knex.schema.createTable('child_records', (table) => {
    table.text('id').primary();
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE').index();
    table.text('given_name').notNullable();
    table.text('family_name').notNullable();
    table.text('source').notNullable().defaultTo('entered');
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.createTable('child_record_parents', (table) => {
    table.text('child_record_id').notNullable().references('child_records.id').onDelete('CASCADE');
    table.text('email').notNullable().index();
    table.primary(['child_record_id', 'email']);
  });
}
