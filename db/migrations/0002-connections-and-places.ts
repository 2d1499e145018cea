import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('applications', (table) => {
    table.text('id').primary();
    table.text('name').notNullable();
    table.text('gate').notNullable();
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.createTable('browsers', (table) => {
    table.text('id').primary();
    table.text('token_hash').notNullable().unique();
    table.text('user_agent').notNullable();
    table.text('family').notNullable().defaultTo('unknown');
    table.text('proof_key');
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.createTable('devices', (table) => {
    table.text('id').primary();
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE').index();
    table.text('name');
    table.text('kind').notNullable().defaultTo('unknown');
    table.boolean('shared').notNullable().defaultTo(false);
    table.bigInteger('stolen_at');
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.createTable('device_browsers', (table) => {
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE');
    table.text('browser_id').notNullable().references('browsers.id').onDelete('CASCADE');
    table.text('device_id').notNullable().references('devices.id').onDelete('CASCADE').index();
    table.primary(['browser_id', 'organization_id']);
  });
  await knex.schema.createTable('places', (table) => {
    table.text('id').primary();
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE').index();
    table.text('site_id').references('sites.id').onDelete('SET NULL');
    table.text('name').notNullable();
    table.double('latitude');
    table.double('longitude');
    table.double('radius_meters');
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.createTable('place_networks', (table) => {
    table.text('place_id').notNullable().references('places.id').onDelete('CASCADE');
    table.text('cidr').notNullable();
    table.primary(['place_id', 'cidr']);
  });
  await knex.schema.createTable('connections', (table) => {
    table.text('id').primary();
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('browser_id').notNullable().references('browsers.id').onDelete('CASCADE').index();
    table.bigInteger('first_seen').notNullable();
    table.bigInteger('last_seen').notNullable();
    table.unique(['user_id', 'browser_id', 'organization_id']);
    table.index(['organization_id', 'last_seen']);
  });
  await knex.schema.createTable('sightings', (table) => {
    table.text('connection_id').notNullable().references('connections.id').onDelete('CASCADE');
    table.text('network').notNullable();
    table.text('application_id').notNullable();
    table.bigInteger('first_seen').notNullable();
    table.bigInteger('last_seen').notNullable();
    table.primary(['connection_id', 'network', 'application_id']);
  });
  await knex.schema.createTable('sign_ins', (table) => {
    table.text('id').primary();
    // Null for exempt applications and for people without membership.
    table.text('organization_id').references('organizations.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('browser_id').references('browsers.id').onDelete('SET NULL');
    table.text('application_id').notNullable();
    table.text('network');
    table.text('outcome').notNullable();
    table.text('reasons').notNullable();
    table.integer('policy_version');
    table.text('approval_request_id');
    table.bigInteger('at').notNullable();
    table.index(['organization_id', 'at']);
    table.index(['user_id', 'at']);
  });
}
