/** What each statement of the page is for, by what only its text has. */
const names: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:update "outbox"|update "approval_requests"|delete from|select "id" from "organizations")/,
    'jobs, meanwhile',
  ],
  [/console_sessions/, 'the session'],
  [/browsers b on b\.token_hash/, 'who it is (the gate)'],
  [/select distinct latest_network/, 'where everyone was'],
  [/latest_network as network/, 'the lines'],
  [/as to_check/, 'the counts'],
  [/count\(\*\) as "count" from "approval_requests"/, 'how many wait'],
  [/from "organizations"/, 'the organization'],
  [/from sign_ins where/, 'the news'],
  [/from memberships m join users/, 'the members'],
  [/"membership_roles"/, 'the roles'],
  [/from "(rules|places)"/, 'the rulebook'],
];

export const nameOf = (text: string): string =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? text.replace(/\s+/g, ' ').trim().slice(0, 60);
