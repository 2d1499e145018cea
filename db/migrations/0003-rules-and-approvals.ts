import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('rules', (table) => {
    table.text('id').primary();
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE').index();
    table.text('effect').notNullable();
    table.text('user_id').references('users.id').onDelete('CASCADE').index();
    table.text('browser_id').references('browsers.id').onDelete('CASCADE');
    table.text('device_id').references('devices.id').onDelete('CASCADE');
    table.text('place_id').references('places.id').onDelete('CASCADE');
    table.text('application_id');
    table.text('role');
    table.text('network');
    table.text('device_kind');
    table.text('browser_family');
    table.text('region');
    table.text('country');
    table.text('schedule');
    table.bigInteger('valid_from');
    table.bigInteger('valid_until');
    table.text('origin').notNullable();
    table.text('created_by').references('users.id').onDelete('SET NULL');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('ended_at');
  });
  await knex.schema.createTable('approval_requests', (table) => {
    table.text('id').primary();
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('browser_id').notNullable().references('browsers.id').onDelete('CASCADE');
    table.text('application_id').notNullable();
    table.text('status').notNullable();
    table.text('network');
    table.text('reasons').notNullable();
    table.integer('code_generation').notNullable().defaultTo(1);
    table.text('code_key_id').notNullable();
    table.bigInteger('opened_at').notNullable();
    // When the wait under way began: a password entered later begins another.
    table.bigInteger('waited_since').notNullable();
    table.bigInteger('last_waited_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.integer('repeats').notNullable().defaultTo(0);
    table.bigInteger('decided_at');
    table.text('decided_by').references('users.id').onDelete('SET NULL');
    table.text('decided_how');
    table.text('rule_id').references('rules.id').onDelete('SET NULL');
    table.bigInteger('used_at');
    table.bigInteger('withdrawn_at');
    table.text('withdrawn_by').references('users.id').onDelete('SET NULL');
    table.index(['user_id', 'browser_id', 'organization_id']);
    table.index(['organization_id', 'status', 'opened_at']);
  });
  await knex.raw(
    `create unique index approval_requests_one_pending on approval_requests (organization_id, user_id, browser_id) where status = 'pending'`,
  );
  await knex.schema.createTable('approval_links', (table) => {
    table.text('id').primary();
    table.text('approval_request_id').notNullable().references('approval_requests.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE').index();
    table.integer('generation').notNullable().defaultTo(1);
    table.text('key_id').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.unique(['approval_request_id', 'user_id']);
  });
  await knex.schema.createTable('outbox', (table) => {
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('organization_id').references('organizations.id').onDelete('CASCADE').index();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE').index();
    table.text('approval_request_id').references('approval_requests.id').onDelete('CASCADE').index();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('next_attempt_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('delivered_at');
    table.text('last_error');
  });
  await knex.raw('create index outbox_due on outbox (next_attempt_at) where delivered_at is null');
  await knex.schema.createTable('pseudonyms', (table) => {
    table.text('user_id').primary().references('users.id').onDelete('CASCADE');
    table.text('pseudonym').notNullable().unique();
  });
  await knex.schema.createTable('journal', (table) => {
    table.text('id').primary();
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE');
    table.bigInteger('at').notNullable();
    // A pseudonym, `operator` or `system`.
    table.text('actor').notNullable();
    table.text('action').notNullable();
    table.text('subject').notNullable();
    table.text('before');
    table.text('after');
    table.integer('policy_version');
    table.bigInteger('sequence');
    table.text('hash');
    table.index(['organization_id', 'at']);
  });
}
