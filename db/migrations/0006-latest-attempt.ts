import type { Knex } from 'knex';

/** What the grid tells of a connection stands beside it, and what it counts is counted: a page reads its own lines, however many there are. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('connections', (table) => {
    table.text('latest_network').notNullable().defaultTo('unknown');
    table.text('latest_application_id').notNullable().defaultTo('');
    // When the last attempt was not let in: its instant, which is `last_seen`.
    table.bigInteger('stopped_at');
  });
  await knex.schema.alterTable('sightings', (table) => {
    // Its connection's, for the index below.
    table.text('organization_id').notNullable().defaultTo('');
  });
  // How many connections each person has, who was seen in an organization: only her own sign-ins write it.
  await knex.schema.createTable('seen_people', (table) => {
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE').index();
    table.integer('connections').notNullable();
    table.primary(['organization_id', 'user_id']);
  });
  for (const statement of backfill) await knex.raw(`/* migration */ ${statement}`);
  await knex.schema.alterTable('connections', (table) => {
    table.dropIndex(['organization_id', 'last_seen']);
    table.index(['organization_id', 'last_seen', 'id']);
  });
  await knex.schema.alterTable('sightings', (table) => {
    table.index(['organization_id', 'application_id', 'last_seen', 'connection_id']);
  });
  await knex.raw(
    'create index connections_stopped on connections (organization_id, stopped_at, id) where stopped_at is not null',
  );
}

const latest = (value: string) => `(
  select ${value} from sightings s where s.connection_id = connections.id
  order by s.last_seen desc, s.network, s.application_id limit 1)`;
const backfill = [
  `update connections set
    latest_network = coalesce(${latest('s.network')}, 'unknown'),
    latest_application_id = coalesce(${latest('s.application_id')}, ''),
    stopped_at = ${latest('case when s.allowed_at = s.last_seen then null else connections.last_seen end')}`,
  `update sightings set organization_id = (select c.organization_id from connections c where c.id = connection_id)`,
  `insert into seen_people (organization_id, user_id, connections)
    select organization_id, user_id, count(*) from connections group by organization_id, user_id`,
];
