import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { createChance } from './chance.ts';
import { addPast } from './past.ts';
import { addPeople } from './people.ts';
import { type Plan, password } from './plan.ts';

/** Fills a migrated PostgreSQL database, then tidies up as autovacuum does by itself within minutes. */
export async function fill(
  url: string,
  plans: readonly Plan[],
  progress: (step: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Nothing refers to what is not there: each row need not be looked up again.
    await client.query('set session_replication_role = replica');
    const at = Date.now();
    const passwordHash = await hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
    const restore = await dropIndexes(client);
    for (const plan of plans) {
      await createChance(client, plan.seed);
      await addPeople(client, plan, { passwordHash, at });
      await addPast(client, plan, { at, progress });
    }
    await restore((index) => progress(`the index ${index}`));
    progress('vacuum and analyze');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** An index of so many rows is made in a fraction of the time that it takes to keep it while they come. */
async function dropIndexes(client: pg.Client) {
  const { rows } = await client.query(
    `select indexname, indexdef from pg_indexes where tablename = 'sign_ins' and indexname <> 'sign_ins_pkey'`,
  );
  await client.query('alter table sign_ins drop constraint sign_ins_pkey');
  for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
  return async (progress: (index: string) => void) => {
    await client.query(`set maintenance_work_mem = '1GB'`);
    progress('sign_ins_pkey');
    await client.query('alter table sign_ins add primary key (id)');
    for (const { indexname, indexdef } of rows) {
      progress(indexname);
      await client.query(indexdef);
    }
  };
}

export interface Census {
  readonly people: number;
  readonly connections: number;
  readonly signIns: number;
  readonly sightings: number;
  readonly rules: number;
}

/** What is really there. */
export async function takeCensus(url: string, { alias }: Plan): Promise<Census> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const ofIt = (table: string) =>
      `(select count(*)::integer from ${table} t where t.organization_id = o.id) as "${table}"`;
    const { rows } = await client.query(
      `select ${['memberships', 'connections', 'sign_ins', 'rules'].map(ofIt).join(', ')},
        (select count(*)::integer from sightings s join connections c on c.id = s.connection_id
          where c.organization_id = o.id) as sightings
       from organizations o where o.alias = $1`,
      [alias],
    );
    const [row] = rows;
    return {
      people: row.memberships,
      connections: row.connections,
      signIns: row.sign_ins,
      sightings: row.sightings,
      rules: row.rules,
    };
  } finally {
    await client.end();
  }
}
