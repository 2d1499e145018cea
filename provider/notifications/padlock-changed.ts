import { findJournalEntry, type JournalAction } from '../../db/journal.ts';
import { readAdministrators } from '../../db/users.ts';
import { padlockMail } from '../../views/index.ts';
import type { PadlockMail } from '../../views/model.ts';
import type { Letter } from './render.ts';

const newsOf: Readonly<Partial<Record<JournalAction, PadlockMail['news']>>> = {
  'padlock.closed': 'closed',
  'padlock.opened': 'opened',
  'padlock.reclosed': 'reclosed',
};

/** To everyone who has the role when it is delivered: the padlock was closed or opened, by whom and until when. */
export const letterAboutPadlock: Letter = async (needs, { journalId, organizationId }, to) => {
  const entry = journalId === null ? undefined : await findJournalEntry(needs.database, journalId);
  const news = entry && newsOf[entry.action];
  if (!entry || !news) return 'moot';
  const administrators = await readAdministrators(needs.database, organizationId, needs.now());
  if (!administrators.some(({ id }) => id === to.id)) return 'moot';
  const moment = (at: number) => ({ at, now: needs.now(), timeZone: entry.timeZone });
  const { until } = entry.after;
  return padlockMail({
    language: to.language,
    firstName: to.givenName,
    organizationName: entry.organizationName,
    news,
    by: entry.by,
    at: moment(entry.at),
    until: typeof until === 'number' ? moment(until) : 'further-notice',
    consoleUrl: new URL('/reglages/connexions', needs.publicUrl).href,
  });
};
