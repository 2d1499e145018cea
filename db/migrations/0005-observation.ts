import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('browsers', (table) => {
    // Labels, as they were last observed; never a proof.
    table.text('kind').notNullable().defaultTo('unknown');
    table.text('system').notNullable().defaultTo('unknown');
    table.text('model').notNullable().defaultTo('unknown');
    table.integer('touch_points');
  });
  await knex.raw(
    'create unique index browsers_proof_key on browsers (proof_key) where proof_key is not null',
  );
  await knex.schema.alterTable('places', (table) => {
    table.bigInteger('removed_at');
  });
  await knex.schema.alterTable('sightings', (table) => {
    // The last time that it let somebody in.
    table.bigInteger('allowed_at');
  });
  await knex.schema.alterTable('sign_ins', (table) => {
    table.text('proof');
    table.index(['organization_id', 'network', 'at']);
  });
  await knex.schema.alterTable('approval_requests', (table) => {
    table.text('proof').notNullable().defaultTo('unproven');
    // A key that this browser showed and that is not its own yet: an approval makes it so.
    table.text('offered_key');
  });
  await knex.raw(
    `create index approval_requests_pending_until on approval_requests (expires_at) where status = 'pending'`,
  );
  await knex.schema.alterTable('outbox', (table) => {
    // What a notice tells of, when it is not a request: an entry of the journal, which outlives it.
    table.text('journal_id');
  });
}
