import { readOrganization } from '../../db/organizations.ts';
import { findPendingRequestsOf } from '../../db/pending-requests.ts';
import { answer, createDerived } from '../approvals/index.ts';
import type { Command } from './command.ts';
import { withSurroundings } from './with-surroundings.ts';

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
    return withSurroundings(terminal, async (surroundings) => {
      const { database, secrets } = surroundings;
      const derived = createDerived(secrets);
      const at = Date.now();
      const waiting = await findPendingRequestsOf(database, email, at);
      const request = waiting.find((one) => derived.isCheckCode(one, code));
      const organization = request && (await readOrganization(database, request.organizationId));
      if (!request || !organization) {
        throw new Error(
          `no waiting connection of \`${email}\` shows the code \`${code}\`: check both, and whether somebody answered already`,
        );
      }
      const outcome = await answer(surroundings, {
        request,
        answer: 'approve',
        by: 'operator',
        how: 'operator',
        duration: 'always',
        scope: 'proposed',
        validUntil: 'always',
        refusal: 'this-time',
        at,
      });
      const done = outcome === 'done';
      if (json)
        terminal.say(
          JSON.stringify({ approved: done, requestId: request.id, organization: organization.alias }),
        );
      else if (done) terminal.say(`approved: \`${email}\` can enter ${organization.name}`);
      else terminal.complain('somebody answered first');
      return done ? 0 : 1;
    });
  },
};
