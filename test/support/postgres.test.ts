import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { test } from 'uvu';
import { equal, is, unreachable } from 'uvu/assert';
import { dialects, freshDatabase } from './postgres.ts';

async function ask(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

test('each database is fresh, holds any character and goes with its readers', async () => {
  const [ours, theirs] = await Promise.all([freshDatabase(), freshDatabase()]);
  await ask(ours.url, "create table child (name text); insert into child values ('Zoé 🦋')");
  equal(await ask(ours.url, 'select name from child'), [{ name: 'Zoé 🦋' }]);
  equal(await ask(theirs.url, "select to_regclass('child') as found"), [{ found: null }]);
  const reader = new pg.Client({ connectionString: ours.url });
  reader.on('error', () => {
    // Cut off by the drop.
  });
  await reader.connect();
  await Promise.all([ours.drop(), theirs.drop()]);
  await ask(ours.url, 'select 1').then(
    () => unreachable('the database is still there'),
    (error) => is(error.code, '3D000'),
  );
});

for (const dialect of dialects) {
  test(`${dialect.name}: opens twice apart, and closes without a trace`, async () => {
    const [first, second] = await Promise.all([dialect.open(), dialect.open()]);
    is.not(first.dataDir, second.dataDir);
    await writeFile(join(first.dataDir, 'cadenas.sqlite'), '');
    is(typeof first.databaseUrl, dialect.name === 'postgres' ? 'string' : 'undefined');
    await Promise.all([first.close(), second.close()]);
    await access(first.dataDir).then(
      () => unreachable('the folder is still there'),
      (error) => is(error.code, 'ENOENT'),
    );
  });
}

test.run();
