import { findOrganization } from '../../db/organizations.ts';
import { openPadlock } from '../acts/index.ts';
import type { Command } from './command.ts';
import { withSurroundings } from './with-surroundings.ts';

const units = { m: 60_000, h: 60 * 60_000, d: 24 * 60 * 60_000 } as const;
const longest = 30 * units.d;

/** Break-glass: opens the padlock of one organization for a while; it closes again by itself. */
export const unlock: Command = {
  name: 'unlock',
  usage: 'unlock ORG --for 2h',
  about:
    'opens the padlock of an organization for a while; its administrators are told, and it stands in the journal',
  takes: ['ORG'],
  more: [
    'ORG is the alias of the organization. The padlock closes again by itself when the time is over. For example:',
    '  npm run cadenas -- unlock papillons --for 90m',
  ],
  options: { for: { type: 'string' } },
  run: async ({ positionals: [alias = ''], values, json }, terminal) => {
    const lasts = duration(values.for);
    if (lasts === undefined)
      throw new Error('`--for` must be a time such as `30m`, `2h` or `1d`, and no more than 30 days');
    return withSurroundings(terminal, async (surroundings) => {
      const organization = await findOrganization(surroundings.database, alias);
      if (!organization) throw new Error(`there is no organization \`${alias}\``);
      const relockAt = surroundings.now() + lasts;
      const changed = await openPadlock(surroundings, {
        organizationId: organization.id,
        by: 'operator',
        relockAt,
      });
      if (changed.kind !== 'done') throw new Error(`the padlock of \`${alias}\` could not be opened`);
      const until = localTime(relockAt, organization.timeZone);
      if (changed.result === 'already-open')
        throw new Error(`the padlock of \`${alias}\` is open until further notice: nothing was changed`);
      if (json)
        terminal.say(
          JSON.stringify({ organization: alias, unlockedUntil: new Date(relockAt).toISOString() }),
        );
      else terminal.say(`the padlock of ${organization.name} is open until ${until}`);
      return 0;
    });
  },
};

/** On the clock of the centre, as its people will say it: `2026-11-25 13:39 (America/Toronto)`. */
const localTime = (at: number, timeZone: string): string =>
  `${new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)} (${timeZone})`;

function duration(text: unknown): number | undefined {
  const [, count = '', unit = ''] = /^(\d{1,4})([mhd])$/.exec(String(text)) ?? [];
  const milliseconds = Number(count) * (unit === 'm' || unit === 'h' || unit === 'd' ? units[unit] : 0);
  return milliseconds > 0 && milliseconds <= longest ? milliseconds : undefined;
}
