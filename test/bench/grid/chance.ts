import type { Client } from 'pg';

/** Chance that a seed brings back, where the rows are made: PostgreSQL's own hash of a number, evenly from 0 to 1; and ids like ours. */
export async function createChance(client: Client, seed: number): Promise<void> {
  await client.query(`
    create or replace function pg_temp.chance(what integer, number bigint) returns double precision
      language sql immutable
      return (hashint8extended(number, ${seed} * 1000 + what) & 1099511627775)::double precision / 1099511627776;
    create or replace function pg_temp.id(what text, number bigint) returns text
      language sql immutable
      return md5('${seed} ' || what || ' ' || number)::uuid::text;
    create or replace function pg_temp.id_at(at bigint, number bigint) returns text
      language sql immutable
      return substr(lpad(to_hex(at), 12, '0'), 1, 8) || '-' || substr(lpad(to_hex(at), 12, '0'), 9, 4) || '-7'
        || lpad(to_hex(number & 4095), 3, '0') || '-8' || lpad(to_hex(number >> 12), 3, '0') || '-'
        || lpad(to_hex(hashint8extended(number, ${seed}) & 281474976710655), 12, '0');`);
}
