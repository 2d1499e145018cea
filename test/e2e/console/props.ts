import { people } from '../../support/walk.ts';
import type { Alias, Stage } from './stage.ts';

// What a row finds on its stage besides the demonstration.

export interface Hired {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly jobTitle?: string;
}

/** Somebody new in the team, who has never signed in, with everyone's password. */
export async function hire({ database, organization }: Stage, hired: Hired, alias?: Alias): Promise<string> {
  const { email, givenName, familyName, jobTitle } = hired;
  const { id: organizationId } = await organization(alias);
  const like = await database('users').where({ email: people.julie }).first();
  await database('users').insert({
    ...like,
    id: `user-${email}`,
    email,
    given_name: givenName,
    family_name: familyName,
  });
  await database('memberships').insert({
    id: `membership-${email}`,
    organization_id: organizationId,
    user_id: `user-${email}`,
    access: 'by_rules',
    job_title: jobTitle ?? null,
    created_at: Date.now(),
  });
  await database('membership_roles').insert({ membership_id: `membership-${email}`, role: 'educator' });
  return `user-${email}`;
}

/** Everyone's password, for a colleague who has none in the demonstration. */
export async function givePassword({ database }: Stage, email: string): Promise<void> {
  const { password_hash } = await database('users').where({ email: people.julie }).first('password_hash');
  await database('users').where({ email }).update({ password_hash });
}

/** As if the padlock had been closed once already: no closing authorizes the month any more. */
export async function closedOnce({ database }: Stage, alias: Alias = 'arcenciel'): Promise<void> {
  await database('organizations')
    .where({ alias })
    .update({ first_locked_at: Date.now() - 60_000 });
}

/** So many connections of this person, each with a browser of its own, used just now where she has been before. */
export async function connectOften({ database }: Stage, userId: string, count: number): Promise<void> {
  const connection = await database('connections').where({ user_id: userId }).first();
  const sighting = await database('sightings').where({ connection_id: connection.id }).first();
  const many = Array.from({ length: count }, (_, index) => ({ id: `many-${index}`, at: Date.now() - index }));
  const insert = (table: string, rows: readonly object[]) => database.batchInsert(table, rows, 50);
  await insert(
    'browsers',
    many.map(({ id, at }) => ({ id, token_hash: `hash ${id}`, user_agent: '', created_at: at })),
  );
  await insert(
    'connections',
    many.map(({ id, at }) => ({ ...connection, id, browser_id: id, last_seen: at })),
  );
  await insert(
    'sightings',
    many.map(({ id, at }) => ({ ...sighting, connection_id: id, first_seen: at, last_seen: at })),
  );
}

/** Rules in force of this organization, by where they come from. */
export async function rulesInForce(
  { database, organization }: Stage,
  alias?: Alias,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { id } = await organization(alias);
  return database('rules').where({ organization_id: id }).whereNull('ended_at').orderBy('id');
}

/** As if her last entry were a minute ago. */
export async function enteredJustNow({ database, idOf }: Stage, email: string): Promise<void> {
  const hers = database('sign_ins').where({ user_id: await idOf(email), outcome: 'allow' });
  const { id } = await hers.orderBy('at', 'desc').first('id');
  await database('sign_ins')
    .where({ id })
    .update({ at: Date.now() - 60_000 });
}
