import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('oidc_records', (table) => {
    table.text('model').notNullable();
    // A hash where the id is a bearer secret.
    table.text('id').notNullable();
    table.text('payload').notNullable();
    table.text('uid');
    table.text('grant_id');
    table.text('account_id');
    table.text('client_id');
    // A grant's organization and the facts it was given under.
    table.text('organization_id');
    table.text('facts');
    table.integer('policy_version');
    table.bigInteger('expires_at');
    table.bigInteger('consumed_at');
    table.primary(['model', 'id']);
    table.index(['expires_at']);
  });
  for (const column of ['uid', 'grant_id', 'account_id'])
    await knex.raw(
      `create index oidc_records_${column} on oidc_records (${column}) where ${column} is not null`,
    );
  await knex.schema.createTable('ended_sessions', (table) => {
    table.text('uid').primary();
    table.bigInteger('expires_at').notNullable().index();
  });
  await knex.schema.createTable('signing_keys', (table) => {
    table.text('id').primary();
    table.text('algorithm').notNullable();
    table.integer('generation').notNullable();
    table.text('sealed').notNullable();
    table.bigInteger('created_at').notNullable();
    table.unique(['algorithm', 'generation']);
  });
  await knex.schema.createTable('console_sessions', (table) => {
    table.text('token_hash').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE').index();
    table.text('organization_id').references('organizations.id').onDelete('CASCADE');
    table.text('application_id').notNullable();
    table.text('grant_id').notNullable();
    table.bigInteger('expires_at').notNullable().index();
  });
}
