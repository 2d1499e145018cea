import knex, { type Knex } from 'knex';
import pg from 'pg';

// Instants are 64-bit integers, all of them safe as numbers.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const mostPrepared = 300;

/** What a prepared statement answers once another process changed the tables under it. */
const planOutdated = '0A000';

/** Has PostgreSQL prepare each text once a connection: planning costs more than most of our statements. */
function prepareStatements(connection: pg.Client): void {
  const names = new Map<string, string>();
  const query = connection.query.bind(connection);
  let next = 0;
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostPrepared) return known;
    const name = `s${next++}`;
    names.set(text, name);
    return name;
  };
  Reflect.set(connection, 'query', (config: unknown, answer: unknown, ...rest: readonly unknown[]) => {
    if (!isParameterized(config) || typeof answer !== 'function')
      return Reflect.apply(query, connection, [config, answer, ...rest]);
    const { text } = config;
    const forgetWhenOutdated = (error: unknown, ...results: readonly unknown[]) => {
      if (error instanceof Error && 'code' in error && error.code === planOutdated) names.delete(text);
      answer(error, ...results);
    };
    return Reflect.apply(query, connection, [{ ...config, name: nameOf(text) }, forgetWhenOutdated, ...rest]);
  });
}

/** No page waits longer for one statement: a database that says nothing has gone (design, section 10). */
const statementMilliseconds = 1700;

/** A connection whose statement got no answer in time may never give one: it ends, and the pool makes another. */
function giveUpOnSilence(connection: pg.Client): void {
  const query = connection.query.bind(connection);
  Reflect.set(connection, 'query', (config: unknown, answer: unknown) => {
    if (typeof answer !== 'function' || changesTables(config))
      return Reflect.apply(query, connection, [config, answer]);
    let answered = false;
    const giveUp = () => {
      if (!answered) Reflect.get(connection, 'connection').stream.destroy(new Error('timeout expired'));
    };
    // When it is this process that was busy, the answer lies there: it is read before we give up.
    const silence = setTimeout(() => setImmediate(giveUp), statementMilliseconds);
    return Reflect.apply(query, connection, [
      config,
      (...results: readonly unknown[]) => {
        answered = true;
        clearTimeout(silence);
        answer(...results);
      },
    ]);
  });
}

/** Migrations take the time they take: they change tables, or say so. */
const changesTables = (config: unknown): boolean =>
  typeof config === 'object' &&
  config !== null &&
  'text' in config &&
  /^\s*(?:create\b|alter\b|drop\b|\/\* migration \*\/)/i.test(String(config.text));

const isParameterized = (config: unknown): config is { readonly text: string } =>
  typeof config === 'object' &&
  config !== null &&
  'text' in config &&
  'values' in config &&
  Array.isArray(config.values) &&
  config.values.length > 0;

export function openPostgres(url: string): Knex {
  return knex({
    client: 'pg',
    compileSqlOnError: false,
    connection: { connectionString: url, connectionTimeoutMillis: 1500, application_name: 'cadenas' },
    pool: {
      min: 0,
      max: 10,
      afterCreate: (connection: pg.Client, done: (error?: Error) => void) => {
        giveUpOnSilence(connection);
        prepareStatements(connection);
        done();
      },
    },
    acquireConnectionTimeout: 1800,
  });
}
