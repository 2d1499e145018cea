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
  // What an approval has adopted counts in the organization that gave it, and nowhere else.
  await knex.schema.createTable('browser_keys', (table) => {
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE');
    table.text('browser_id').notNullable().references('browsers.id').onDelete('CASCADE');
    table.text('proof_key').notNullable().index();
    // What it took the place of, for as long as the approval can be taken back.
    table.text('replaced_key');
    table.text('approval_request_id').notNullable();
    table.bigInteger('adopted_at').notNullable();
    table.primary(['browser_id', 'organization_id']);
  });
  await knex.schema.alterTable('places', (table) => {
    table.bigInteger('removed_at');
  });
  await knex.schema.alterTable('sightings', (table) => {
    // The last time that it let somebody in, and whether the browser had shown its key.
    table.bigInteger('allowed_at');
    table.text('proof').notNullable().defaultTo('unproven');
  });
  await knex.raw(`/* migration */
    update sightings set allowed_at = (
      select max(s.at) from sign_ins s join connections c on c.id = sightings.connection_id
      where s.user_id = c.user_id and s.organization_id = c.organization_id and s.browser_id = c.browser_id
        and s.network = sightings.network and s.application_id = sightings.application_id and s.outcome = 'allow')`);
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
