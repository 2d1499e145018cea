import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // « C’est le même appareil » can be taken back: what was joined stays, empty, and leads to what it became.
  await knex.raw(
    'alter table devices add column joined_into text references devices (id) on delete set null',
  );
  await knex.raw('create index devices_joined_into on devices (joined_into) where joined_into is not null');
  await knex.raw('create index rules_of_device on rules (device_id) where device_id is not null');
  // What was done to one person, the latest first.
  await knex.raw('create index journal_subject_at on journal (subject, at)');
}
