import { findPendingRequestsOf } from '../../db/approval-requests.ts';
import { migrate, openDatabase } from '../../db/open.ts';
import { readOrganization } from '../../db/organizations.ts';
import { answer, createDerived } from '../approvals/index.ts';
import { readSecrets } from '../configuration/index.ts';
import { endOfDay } from '../http/time.ts';
import type { Command } from './command.ts';
import { configured } from './configured.ts';
import { commandSurroundings } from './surroundings.ts';

/** Break-glass: the operator approves one waiting connection, picked by the code on the person's screen. */
export const approve: Command = {
  name: 'approve',
  usage: 'approve E-MAIL --code NNNNNN',
  about:
    'approves the waiting connection of this person whose screen shows this code; it stands in the journal',
  takes: ['E-MAIL'],
  more: [
    'Run it with the settings of the server (DATABASE_URL or DATA_DIR, CADENAS_SECRETS). For example:',
    '  npm run cadenas -- approve julie.tremblay@papillons.test --code 482913',
  ],
  options: { code: { type: 'string' } },
  run: async ({ positionals: [email = ''], values, json }, terminal) => {
    const code = String(values.code ?? '').replace(/[\s\p{Pd}]/gu, '');
    if (!/^\d{6}$/.test(code))
      throw new Error('`--code` must be the six digits on the screen of the person who waits');
    const configuration = configured();
    const { databaseUrl, dataDirectory, databaseFile } = configuration;
    const database = openDatabase({ url: databaseUrl, dataDirectory, file: databaseFile });
    try {
      await migrate(database);
      const { whereaboutsOf } = await commandSurroundings(configuration, database, terminal);
      const derived = createDerived(readSecrets(configuration));
      const at = Date.now();
      const waiting = await findPendingRequestsOf(database, email, at);
      const request = waiting.find((one) => derived.isCheckCode(one, code));
      const organization = request && (await readOrganization(database, request.organizationId));
      if (!request || !organization) {
        throw new Error(
          `no waiting connection of \`${email}\` shows the code \`${code}\`: check both, and whether somebody answered already`,
        );
      }
      const endOfToday = endOfDay(at, organization.timeZone);
      const outcome = await answer(
        { database, whereaboutsOf, onAnswered: () => {} },
        {
          request,
          answer: 'approve',
          by: 'operator',
          how: 'operator',
          duration: 'always',
          scope: 'proposed',
          endOfToday,
          at,
        },
      );
      const done = outcome === 'done';
      if (json)
        terminal.say(
          JSON.stringify({ approved: done, requestId: request.id, organization: organization.alias }),
        );
      else if (done) terminal.say(`approved: \`${email}\` can enter ${organization.name}`);
      else terminal.complain('somebody answered first');
      return done ? 0 : 1;
    } finally {
      await database.destroy();
    }
  },
};
