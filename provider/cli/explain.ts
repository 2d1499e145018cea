import { unknown } from '../../policies/facts.ts';
import { toNetwork } from '../../policies/networks.ts';
import type { Command, Given } from './command.ts';
import { type Asked, explainSignIn, linesOf } from './explain-sign-in.ts';
import { type CommandSurroundings, withSurroundings } from './with-surroundings.ts';

/** « Pourquoi? » for the operator: what would be decided, and what every rule has to say about it. Nothing is changed. */
export const explain: Command = {
  name: 'explain',
  usage:
    'explain --user E-MAIL --application ID [--ip ADDRESS] [--user-agent TEXT] [--organization ALIAS] [--at TIME]',
  about: 'says what would be decided of a sign-in and why, rule by rule; changes nothing',
  takes: [],
  more: [
    'The person’s known browser that looks like `--user-agent` is taken, the last one used first; else a new one.',
    '`--unproven` takes it that the browser does not show its key. `--at` is an instant such as 2026-11-25T06:45-05:00.',
    '`--lang fr` answers in French. `--all` tells every rule, not only the first twenty.',
  ],
  options: {
    user: { type: 'string' },
    application: { type: 'string' },
    ip: { type: 'string' },
    'user-agent': { type: 'string' },
    organization: { type: 'string' },
    at: { type: 'string' },
    lang: { type: 'string' },
    unproven: { type: 'boolean' },
    all: { type: 'boolean' },
  },
  run: (given, terminal) =>
    withSurroundings(
      terminal,
      async (surroundings) => {
        const asked = askedIn(given, surroundings);
        const told = await explainSignIn(surroundings, asked);
        if (given.json) terminal.say(JSON.stringify(told));
        else for (const line of linesOf(told)) terminal.say(line);
        return 0;
      },
      'only-reads',
    ),
};

/** With its offset from UTC: an operator's clock is not the centre's (RFC 3339). */
const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Every option is read, or said to be wrong. */
function askedIn({ values }: Given, { applications, now }: CommandSurroundings): Asked {
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const user = text('user');
  if (user === undefined) throw new Error('`--user` must be the e-mail address of a person');
  const named = text('application');
  const application = named === undefined ? undefined : applications.get(named);
  if (!application)
    throw new Error(
      `\`--application\` must be one of ${[...applications.keys()].map((id) => `\`${id}\``).join(', ')}`,
    );
  const ip = text('ip');
  const network = ip === undefined ? unknown : toNetwork(ip);
  if (ip !== undefined && network === unknown) throw new Error(`\`${ip}\` is not an address`);
  const written = text('at');
  const at = written === undefined ? now() : isInstant.test(written) ? Date.parse(written) : Number.NaN;
  if (Number.isNaN(at)) throw new Error('`--at` must be an instant such as `2026-11-25T06:45-05:00`');
  const language = text('lang') ?? 'en';
  if (language !== 'fr' && language !== 'en') throw new Error('`--lang` must be `fr` or `en`');
  return {
    user,
    application,
    organization: text('organization'),
    network,
    userAgent: text('user-agent') ?? '',
    at,
    proof: values.unproven === true ? 'unproven' : 'proven',
    language,
    most: values.all === true ? 'all' : 20,
  };
}
