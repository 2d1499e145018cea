import { type HistoryKey, readHistoryOf } from '../../../db/history.ts';
import type { UserId } from '../../../policies/facts.ts';
import type { HistoryEvent } from '../../../views/console/person/model.ts';
import { historyPage } from '../../../views/index.ts';
import { pageKeyIn } from '../page-key.ts';
import { tellReasons } from '../told-rules.ts';
import type { Visit } from '../visit.ts';
import { memberAsked, personUrl, toldOf } from './asked.ts';

const eventsPerPage = 25;

/** « Voir plus »: all that happened, a page at a time. */
export async function showHistory(visit: Visit): Promise<void> {
  const member = await memberAsked(visit);
  const before = keyIn(visit.ctx.query.avant);
  const { history, next } = await historyOf(visit, member.id, { before, most: eventsPerPage });
  visit.ctx.body = historyPage({
    ...(await toldOf(visit, member)),
    personHref: personUrl(visit, member.id),
    history,
    nextHref:
      next === 'none'
        ? 'none'
        : personUrl(visit, member.id, '/historique', { avant: `${next.at}.${next.id}` }),
    firstHref: before === 'now' ? 'these' : personUrl(visit, member.id, '/historique'),
  });
}

/** The last events, the newest first, each decision with the rule that made it. */
export async function historyOf(
  visit: Visit,
  userId: UserId,
  page: { readonly before: HistoryKey | 'now'; readonly most: number },
): Promise<{ readonly history: readonly HistoryEvent[]; readonly next: HistoryKey | 'none' }> {
  const { needs, padlock, moment } = visit;
  const { organizationId } = padlock;
  const { before, most } = page;
  const found = await readHistoryOf(needs.database, { organizationId, userId, before, most: most + 1 });
  const events = found.slice(0, most);
  const describe = await needs.describeIn(organizationId);
  const tell = await tellReasons(
    visit,
    events.map((event) => (event.kind === 'attempt' ? event.reasons : [])),
  );
  const last = found.length > most ? events.at(-1) : undefined;
  return {
    history: events.map((event): HistoryEvent => {
      const at = moment(event.at);
      if (event.kind === 'act') {
        const { action: act, by, access } = event;
        // It is her own page: whom it was done to goes without saying.
        return { kind: 'act', entry: { act, by, about: 'organization', at }, access };
      }
      const { outcome, reasons, applicationId } = event;
      const { usedWith, where } = describe(event);
      const applicationName = needs.acts.applicationOf(applicationId)?.name ?? applicationId;
      return { kind: 'attempt', at, outcome, applicationName, usedWith, where, reasons: tell(reasons) };
    }),
    next: last ?? 'none',
  };
}

function keyIn(text: unknown): HistoryKey | 'now' {
  const key = pageKeyIn(text);
  return key === 'none' ? 'now' : key;
}
