import { parseArgs } from 'node:util';
import { findPendingRequestsOf } from '../../db/approval-requests.ts';
import { openDatabase } from '../../db/open.ts';
import { readOrganization } from '../../db/organizations.ts';
import { answer, createDerived } from '../approvals/index.ts';
import { readSecrets } from '../configuration/index.ts';
import { endOfDay } from '../http/time.ts';
import { configured } from './configured.ts';
import type { Command } from './index.ts';

/** Break-glass: the operator approves one waiting connection, picked by the code on the person's screen. */
export const approve: Command = {
  name: 'approve',
  usage: 'approve E-MAIL --code NNNNNN [--json]',
  about:
    'approves the waiting connection of this person whose screen shows this code; it stands in the journal',
  run: async (args, terminal) => {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { code: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [email] = positionals;
    const code = values.code?.replace(/\s/g, '');
    if (email === undefined || code === undefined || !/^\d{6}$/.test(code)) {
      terminal.complain(`usage: npm run cadenas -- ${approve.usage}`);
      return 2;
    }
    const configuration = configured();
    const { databaseUrl, dataDirectory, databaseFile } = configuration;
    const database = openDatabase({ url: databaseUrl, dataDirectory, file: databaseFile });
    try {
      const derived = createDerived(readSecrets(configuration));
      const at = Date.now();
      const waiting = await findPendingRequestsOf(database, email, at);
      const request = waiting.find((one) => derived.isCheckCode(one, code));
      const organization = request && (await readOrganization(database, request.organizationId));
      if (!request || !organization) {
        terminal.complain(`no waiting connection of \`${email}\` shows the code \`${code}\``);
        return 1;
      }
      const endOfToday = endOfDay(at, organization.timeZone);
      const outcome = await answer(
        { database, onAnswered: () => {} },
        { request, answer: 'approve', by: 'operator', how: 'operator', duration: 'always', endOfToday, at },
      );
      const done = outcome === 'done';
      if (values.json)
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
